import Dispatch
import Foundation

/// Witnesses as they were in a revision.
struct GitRevision {
  let name: String

  /// Editions are checked at the same time, but signals can be held by one at a time only.
  private static let turn = DispatchSemaphore(value: 1)

  /// Puts the witnesses of some inputs, files or one folder, into a passing folder, hands over the
  /// inputs there, and takes the folder away, after Ctrl-C too.
  ///
  /// What `work` says of files there is said of the revision: `HEAD:w/T.txt`.
  func withWitnesses<Value>(
    of inputs: [WitnessInput], _ work: ([WitnessInput]) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // Git would take it for an option.
    guard !name.hasPrefix("-") else {
      let words = "Not a valid object name \(name)"
      throw .check(.git(revision: name, path: inputs.first?.path ?? "", words: words))
    }
    Self.turn.wait()
    let signals = HeldSignals()
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "collate-\(UUID().uuidString)").path
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      signals.release()
      Self.turn.signal()
    }
    let copies = try copies(of: inputs, in: folder)
    do { return try work(copies) } catch {
      guard let message = error.message else { throw error }
      throw .check(.inRevision(inRevision(message, folder)))
    }
  }

  /// Copies the inputs as they were in the revision into a folder and gives them there.
  private func copies(
    of inputs: [WitnessInput], in folder: String
  ) throws(Failure) -> [WitnessInput] {
    var copies = inputs
    for (index, input) in inputs.enumerated() where InputBytes.kind(of: input.path) == .folder {
      // One folder each, since repositories may have files of one name.
      let checkout = try GitCheckout(of: name, around: input.path, in: "\(folder)/\(index)")
      copies[index].path = try checkout.copyFolder(input.path)
    }
    for (source, indices) in files(of: inputs) {
      let checkout = try GitCheckout(of: name, around: source, in: "\(folder)/\(indices[0])")
      let names = indices.map { Self.split(inputs[$0].path).name }
      for (index, path) in zip(indices, try checkout.copyFiles(names, of: source)) {
        copies[index].path = path
      }
    }
    return copies
  }

  /// The files among some inputs by the folders they stand in, in the order of the inputs.
  private func files(of inputs: [WitnessInput]) -> [(folder: String, indices: [Int])] {
    var files: [(folder: String, indices: [Int])] = []
    var places: [String: Int] = [:]
    for (index, input) in inputs.enumerated() where InputBytes.kind(of: input.path) != .folder {
      let folder = Self.split(input.path).folder
      if let place = places[folder] {
        files[place].indices.append(index)
      } else {
        places[folder] = files.count
        files.append((folder, [index]))
      }
    }
    return files
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// A message with the names that the files of the passing folder have in the revision.
  private func inRevision(_ message: Message, _ folder: String) -> Message {
    var message = message
    message.place = message.place.map { renamed($0, folder) }
    message.what = renamed(message.what, folder)
    message.remedy = message.remedy.map { renamed($0, folder) }
    return message
  }

  /// A text in which `FOLDER/0/w/T.txt` is `HEAD:w/T.txt`.
  private func renamed(_ text: String, _ folder: String) -> String {
    var (renamed, rest) = ("", text[...])
    while let found = rest.range(of: folder + "/") {
      renamed += rest[..<found.lowerBound] + name + ":"
      rest = rest[found.upperBound...].drop { ("0"..."9").contains($0) }
      if rest.first == "/" { rest.removeFirst() }
    }
    return renamed + rest
  }
}
