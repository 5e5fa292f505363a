import Foundation

/// Witnesses as they were in a revision, by plain `git` in a process of its own.
struct GitRevision {
  let name: String

  /// Puts the witnesses of some inputs, files or one folder, into a passing folder, hands over the
  /// inputs there, and takes the folder away.
  func withWitnesses<Value>(
    of inputs: [WitnessInput], _ work: ([WitnessInput]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "collate-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var copies: [WitnessInput] = []
    for (number, input) in inputs.enumerated() {
      // One folder each, since files of several folders may have one name.
      let copy = "\(folder)/\(number)"
      try make(copy)
      copies.append(try self.copy(input, into: copy))
    }
    return try work(copies)
  }

  /// Copies an input as it was in the revision into a folder.
  private func copy(_ input: WitnessInput, into folder: String) throws(Failure) -> WitnessInput {
    var input = input
    if InputBytes.kind(of: input.path) == .folder {
      try copyFolder(input.path, into: folder)
      input.path = folder
    } else {
      let url = URL(fileURLWithPath: input.path)
      let name = url.lastPathComponent
      let bytes = try show(name, in: url.deletingLastPathComponent().path)
      try write(bytes, to: folder + "/" + name)
      input.path = folder + "/" + name
    }
    return input
  }

  /// Names in the path of a page from the folder of its edition: witness, `page`, file.
  private static let depth = 3

  /// Copies what may be a witness from a folder and the folders in it, which may hold its pages.
  private func copyFolder(_ source: String, into folder: String) throws(Failure) {
    let list = try run(["ls-tree", "-r", "-z", name], in: source)
    var count = 0
    for line in list.split(separator: 0) {
      // "mode type id<TAB>name"; what is no blob is another repository.
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard parts.count == 2, String(decoding: parts[0], as: UTF8.self).contains(" blob ") else {
        continue
      }
      let path = String(decoding: parts[1], as: UTF8.self)
      let names = path.split(separator: "/")
      let file = names.last.map(String.init) ?? path
      guard
        names.count <= Self.depth,
        // METS among the XML gives the order of pages.
        WitnessReader.isWitnessName(file) || WitnessReader.isXMLName(file)
          || file.hasSuffix(".json")
      else { continue }
      if path != file { try make(folder + "/" + path.dropLast(file.count + 1)) }
      try write(try show(path, in: source), to: folder + "/" + path)
      count += 1
    }
    if count == 0 {
      throw .check(.nothingInRevision(revision: name, folder: source))
    }
  }

  /// A file of a folder as it was.
  private func show(_ file: String, in folder: String) throws(Failure) -> Data {
    try run(["show", "\(name):./\(file)"], in: folder)
  }

  private func make(_ folder: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw .check(.noTemporaryFolder) }
  }

  private func write(_ bytes: Data, to path: String) throws(Failure) {
    do { try bytes.write(to: URL(fileURLWithPath: path)) } catch {
      throw .check(.noTemporaryFolder)
    }
  }

  /// What one command of git writes; throws where git is missing or refuses.
  private func run(_ words: [String], in folder: String) throws(Failure) -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + words
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw .check(.noGit) }
    // Errors of git are a line or two, so the pipe that waits cannot be full.
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return bytes
    case 127: throw .check(.noGit)
    default:
      throw .check(
        .git(revision: name, path: folder, words: Self.firstLine(of: complaint)))
    }
  }

  private static func firstLine(of complaint: Data) -> String {
    let line = String(decoding: complaint, as: UTF8.self).split(separator: "\n").first ?? ""
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : String(line)
  }
}
