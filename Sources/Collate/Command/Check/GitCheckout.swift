import Foundation

/// Files of a revision, written into a folder as git checks them out: with the line ends and
/// filters that the repository asks for, and with the files that links lead to.
///
/// A few processes of plain `git`, however many files there are; an index of its own keeps the
/// repository's as it is.
struct GitCheckout {
  private let git: GitCommand
  private let revision: String
  /// Where the files go, each by its path in the repository.
  private let folder: String
  /// The way from the root of the repository to the folder that was named: nothing, or `a/b/`.
  private let prefix: String

  /// Prepares what the revision has around a folder that is there now.
  init(of revision: String, around source: String, in folder: String) throws(Failure) {
    (self.revision, self.folder) = (revision, folder)
    let here = GitCommand(folder: source, revision: revision)
    let answer = try here.run(["rev-parse", "--show-toplevel", "--show-prefix"])
    let lines = String(decoding: answer, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    prefix = lines.count > 1 ? String(lines[1]) : ""
    git = GitCommand(
      folder: String(lines[0]), revision: revision, place: source, index: folder + ".index")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw .check(.noTemporaryFolder) }
  }

  /// A file or link of the revision.
  private struct Entry: Hashable {
    var isLink: Bool
    /// From the root of the repository.
    var path: String
  }

  /// Names in the path of a page from the folder of its edition: witness, `page`, file.
  private static let depth = 3

  /// Writes what may be a witness of a folder, or a page of one in it, and gives the folder's path.
  func copyFolder(_ source: String) throws(Failure) -> String {
    let wanted = try entries(at: [prefix]).filter { entry in
      let names = entry.path.dropFirst(prefix.count).split(separator: "/").map(String.init)
      guard let file = names.last, names.count <= Self.depth else { return false }
      // METS among the XML gives the order of pages.
      if WitnessReader.isWitnessName(file) || WitnessReader.isXMLName(file) { return true }
      // A link may lead to a folder of pages.
      let today = "\(source)/\(names.joined(separator: "/"))"
      return file.hasSuffix(".json") || entry.isLink && InputBytes.kind(of: today) == .folder
    }
    guard !wanted.isEmpty else {
      throw .check(.nothingInRevision(revision: revision, folder: source))
    }
    try write(wanted)
    return InputBytes.plain("\(folder)/\(prefix)")
  }

  /// Writes files of a folder and gives their paths.
  func copyFiles(_ names: [String], of source: String) throws(Failure) -> [String] {
    let wanted = try entries(at: names.map { prefix + $0 })
    let paths = Set(wanted.map(\.path))
    if let missing = names.first(where: { !paths.contains(prefix + $0) }) {
      let path = source == "." ? missing : InputBytes.path(of: missing, in: source)
      throw .check(.notInRevision(revision: revision, path: path))
    }
    try write(wanted)
    return names.map { "\(folder)/\(prefix)\($0)" }
  }

  /// Files and links at some paths, those of folders with all that is in them.
  private func entries(at paths: [String]) throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    // So many that no system finds the command line too long.
    for start in stride(from: 0, to: paths.count, by: 500) {
      let some = paths[start..<min(start + 500, paths.count)].filter { !$0.isEmpty }
      let list = try git.run(["ls-tree", "-r", "-z", "--full-tree", revision, "--"] + some)
      for line in list.split(separator: 0) {
        // "mode type id<TAB>path"; what is no blob is another repository.
        let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
        guard parts.count == 2 else { continue }
        let facts = String(decoding: parts[0], as: UTF8.self)
        guard facts.contains(" blob ") else { continue }
        let path = String(decoding: parts[1], as: UTF8.self)
        entries.append(Entry(isLink: facts.hasPrefix("120000"), path: path))
      }
    }
    return entries
  }

  /// Writes files and links, and what the links lead to.
  private func write(_ entries: [Entry]) throws(Failure) {
    _ = try git.run(["read-tree", revision])
    var (known, pending) = (Set(entries), entries)
    while !pending.isEmpty {
      let names = pending.map { $0.path + "\0" }.joined()
      _ = try git.run(
        ["checkout-index", "-z", "--stdin", "--quiet", "--prefix=\(folder)/"], input: names)
      var targets: [String] = []
      for entry in pending where entry.isLink { targets.append(try target(of: entry)) }
      pending = try self.entries(at: targets).filter { known.insert($0).inserted }
    }
  }

  /// The path in the repository that a link leads to; throws where it leads out of it.
  private func target(of link: Entry) throws(Failure) -> String {
    let written = "\(folder)/\(link.path)"
    let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: written)) ?? ""
    var way = link.path.split(separator: "/").dropLast()
    var leadsOut = target.hasPrefix("/")
    for name in target.split(separator: "/") where name != "." {
      if name != ".." { way.append(name) } else if way.popLast() == nil { leadsOut = true }
    }
    if leadsOut {
      throw .check(.linkLeadsOut(revision: revision, path: link.path, target: target))
    }
    return way.joined(separator: "/")
  }
}
