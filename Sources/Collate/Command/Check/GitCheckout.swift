import Foundation

/// Files that a revision of one repository has, written into a folder as git checks them out: with
/// the line ends and filters that the repository asks for, and with the files that links lead to.
///
/// A few processes of plain `git`, however many files there are; an index of its own keeps the
/// repository's as it is.
struct GitCheckout {
  private let git: GitCommand
  private let revision: String
  /// Where the files go, each by its path in the repository.
  private let folder: String
  /// Root of the work tree, as the system knows it.
  private let root: String
  private var wants: [Want] = []
  /// What the revision has of what is wanted, by the folders and files wanted.
  private var found: [String: [Entry]] = [:]
  /// Why nothing could be written.
  private var failure: CheckError?
  /// Links that lead out of the repository, and to where.
  private var leadingOut: [String: String] = [:]

  /// A file, or a folder with what may be a witness or a page of one in it.
  struct Want {
    /// The folder, or that of the file, as the person named it.
    var source: String
    var file: String?
    /// From the root of the repository; of a folder with a slash at its end, and empty for the
    /// root.
    var path: String
  }

  /// A file or link of the revision.
  private struct Entry: Hashable {
    var isLink: Bool
    /// From the root of the repository.
    var path: String
  }

  /// Names in the path of a page from the folder of its edition: witness, `page`, file.
  private static let depth = 3

  /// Finds the repository of a folder that is there now.
  init(of revision: String, around source: String, in folder: String) throws(Failure) {
    (self.revision, self.folder) = (revision, folder)
    let here = GitCommand(folder: source, index: folder + ".index")
    let answer = try here.run(["rev-parse", "--show-toplevel"], of: revision)
    root = FolderName.physical(of: String(decoding: answer, as: UTF8.self).trimmingSuffix("\n"))
    git = GitCommand(folder: root, index: folder + ".index")
  }

  /// Whether a folder, by its physical path, is in this repository and in none within it.
  func holds(_ place: String) -> Bool {
    guard place == root || place.hasPrefix(root + "/") else { return false }
    var place = place
    while place != root {
      if InputBytes.kind(of: place + "/.git") != .nothing { return false }
      place = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
    }
    return true
  }

  /// Notes a file of a folder, or the folder itself, at its physical path.
  mutating func want(_ file: String?, of source: String, at place: String) -> Want {
    let way = place == root ? "" : place.dropFirst(root.count + 1) + "/"
    let want = Want(source: source, file: file, path: way + (file ?? ""))
    wants.append(want)
    return want
  }

  /// Writes all that is wanted and there; what fails is told by `path(of:)`.
  mutating func write() {
    do throws(Failure) {
      try find()
      try checkOut(found.keys.sorted().flatMap { found[$0] ?? [] })
    } catch {
      failure = if case .check(let error) = error { error } else { .noTemporaryFolder }
    }
  }

  /// Where a thing wanted stands now; throws where it does not.
  func path(of want: Want) throws(Failure) -> String {
    if let failure { throw .check(failure.about(want.source)) }
    let entries = found[want.path] ?? []
    if entries.isEmpty {
      guard let file = want.file else {
        throw .check(.nothingInRevision(revision: revision, folder: want.source))
      }
      let path = want.source == "." ? file : InputBytes.path(of: file, in: want.source)
      throw .check(.notInRevision(revision: revision, path: path))
    }
    for entry in entries {
      guard let target = leadingOut[entry.path] else { continue }
      throw .check(.linkLeadsOut(revision: revision, path: entry.path, target: target))
    }
    return InputBytes.plain("\(folder)/\(want.path)")
  }

  /// Asks the revision for all that is wanted and sorts out which of it is whose.
  private mutating func find() throws(Failure) {
    let folders = Set(wants.filter { $0.file == nil }.map(\.path))
    let sources = Dictionary(wants.map { ($0.path, $0.source) }) { first, _ in first }
    for path in Set(wants.map(\.path)) { found[path] = [] }
    let paths = folders.contains("") ? [""] : found.keys.sorted()
    for entry in try entries(at: paths) {
      if !folders.contains(entry.path) { found[entry.path]?.append(entry) }
      // The folders that it is in, from the root of the repository down.
      var ends = [entry.path.startIndex]
      ends += entry.path.indices.filter { entry.path[$0] == "/" }.map(entry.path.index(after:))
      for end in ends {
        let path = String(entry.path[..<end])
        guard folders.contains(path) else { continue }
        if mayBeRead(entry, in: path, sources[path] ?? "") { found[path]?.append(entry) }
      }
    }
  }

  /// Whether a file in a folder of an edition may be a witness or belong to one.
  private func mayBeRead(_ entry: Entry, in folder: String, _ source: String) -> Bool {
    let names = entry.path.dropFirst(folder.count).split(separator: "/").map(String.init)
    guard let file = names.last, names.count <= Self.depth else { return false }
    // METS among the XML gives the order of pages.
    if WitnessReader.isWitnessName(file) || WitnessReader.isXMLName(file) { return true }
    // A link may lead to a folder of pages.
    let today = "\(source)/\(names.joined(separator: "/"))"
    return file.hasSuffix(".json") || entry.isLink && InputBytes.kind(of: today) == .folder
  }

  /// Files and links at some paths, those of folders with all that is in them, each once.
  private func entries(at paths: [String]) throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    var known: Set<Entry> = []
    // So many that no system finds the command line too long.
    for start in stride(from: 0, to: paths.count, by: 500) {
      let some = paths[start..<min(start + 500, paths.count)].filter { !$0.isEmpty }
      let command = ["ls-tree", "-r", "-z", "--full-tree", revision, "--"]
      for line in try git.run(command + some, of: revision).split(separator: 0) {
        // "mode type id<TAB>path"; what is no blob is another repository.
        let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
        guard parts.count == 2 else { continue }
        let facts = String(decoding: parts[0], as: UTF8.self)
        guard facts.contains(" blob ") else { continue }
        let path = String(decoding: parts[1], as: UTF8.self)
        let entry = Entry(isLink: facts.hasPrefix("120000"), path: path)
        if known.insert(entry).inserted { entries.append(entry) }
      }
    }
    return entries
  }

  /// Writes files and links, and what the links lead to.
  private mutating func checkOut(_ entries: [Entry]) throws(Failure) {
    guard !entries.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw .check(.noTemporaryFolder) }
    _ = try git.run(["read-tree", revision], of: revision)
    var (known, pending) = (Set(entries), Array(entries))
    while !pending.isEmpty {
      let names = pending.map { $0.path + "\0" }.joined()
      let command = ["checkout-index", "-z", "--stdin", "--quiet", "--force"]
      _ = try git.run(command + ["--prefix=\(folder)/"], of: revision, input: names)
      let targets = pending.filter(\.isLink).compactMap { target(of: $0) }
      pending = try self.entries(at: targets).filter { known.insert($0).inserted }
    }
  }

  /// The path in the repository that a link leads to; nil, and noted, where it leads out of it.
  private mutating func target(of link: Entry) -> String? {
    let written = "\(folder)/\(link.path)"
    let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: written)) ?? ""
    var way = link.path.split(separator: "/").dropLast()
    var leadsOut = target.hasPrefix("/")
    for name in target.split(separator: "/") where name != "." {
      if name != ".." { way.append(name) } else if way.popLast() == nil { leadsOut = true }
    }
    if leadsOut { leadingOut[link.path] = target }
    return leadsOut ? nil : way.joined(separator: "/")
  }
}

extension CheckError {
  /// The same of another place, where it is what git said.
  fileprivate func about(_ place: String) -> CheckError {
    guard case .git(let revision, _, let words) = self else { return self }
    return .git(revision: revision, path: place, words: words)
  }
}

extension String {
  /// Without one ending, where it has it.
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
