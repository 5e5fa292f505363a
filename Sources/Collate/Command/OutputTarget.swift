#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file by what the system knows it by, however its name is spelled.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var number: UInt64

  /// The file that a path leads to, symbolic links followed; nil where there is none.
  init?(path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  fileprivate init(_ facts: stat) {
    device = UInt64(truncatingIfNeeded: facts.st_dev)
    number = UInt64(truncatingIfNeeded: facts.st_ino)
  }
}

/// Where an output really goes: the symbolic links in its name followed, the folder proved.
struct OutputTarget: Sendable {
  /// As the user wrote it.
  var written: String
  /// The folder that holds the file itself, and the file's name in it.
  var folder: String
  var name: String
  /// What stands there now.
  var existing: Existing

  /// What stands at the path before the run.
  enum Existing: Sendable, Equatable {
    case nothing
    /// An ordinary file and its permissions.
    case file(FileIdentity, mode: UInt32)
    /// A pipe or device: written into, never replaced.
    case special(FileIdentity)
  }

  var path: String { folder + "/" + name }

  /// Follows `written` to where it leads and proves that a file can be made there.
  init(_ written: String) throws(FileError) {
    self.written = written
    (folder, name) = Self.split(try Self.follow(written))
    var facts = stat()
    if stat(folder + "/" + name, &facts) != 0 {
      existing = .nothing
    } else {
      switch facts.st_mode & S_IFMT {
      case S_IFDIR: throw FileError(path: written, reason: .isFolder)
      case S_IFREG:
        // A rename would get past a file's own protection; whoever set it meant it.
        if access(folder + "/" + name, W_OK) != 0 {
          throw FileError(path: written, reason: .system(code: errno))
        }
        existing = .file(FileIdentity(facts), mode: UInt32(facts.st_mode & 0o7777))
      default: existing = .special(FileIdentity(facts))
      }
    }
    try checkFolder()
  }

  /// Whether two targets are one file.
  func isSameFile(as other: OutputTarget) -> Bool {
    if let identity, identity == other.identity { return true }
    return name == other.name && FileIdentity(path: folder) == FileIdentity(path: other.folder)
  }

  /// The file that is there now; nil where there is none.
  var identity: FileIdentity? {
    switch existing {
    case .nothing: nil
    case .file(let identity, _), .special(let identity): identity
    }
  }

  /// The path behind a chain of symbolic links, whose end need not exist.
  private static func follow(_ written: String) throws(FileError) -> String {
    var path = written
    for _ in 0..<40 {  // as many as Linux itself follows
      var facts = stat()
      guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else { return path }
      guard let link = readLink(path) else {
        throw FileError(path: written, reason: .system(code: errno))
      }
      path = link.hasPrefix("/") ? link : split(path).folder + "/" + link
    }
    throw FileError(path: written, reason: .system(code: ELOOP))
  }

  private static func readLink(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      readlink(path, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// Proves that the folder is there and takes new files.
  private func checkFolder() throws(FileError) {
    var facts = stat()
    guard stat(folder, &facts) == 0 else {
      throw FileError(
        path: written, reason: errno == ENOENT ? .noFolder(folder) : .system(code: errno))
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      throw FileError(path: written, reason: .folderIsFile(folder))
    }
    // A name that ends in a slash is a folder, whether it is there or not.
    if name.isEmpty { throw FileError(path: written, reason: .isFolder) }
    if case .special = existing { return }
    if access(folder, W_OK) != 0 {
      throw FileError(path: written, reason: .folderRefuses(folder, code: errno))
    }
  }
}

/// An output that could not be written, and why.
struct FileError: Error, Equatable {
  /// As the user wrote it.
  var path: String
  var reason: Reason

  /// Why a file could not be written.
  enum Reason: Equatable {
    case isFolder
    case noFolder(String)
    /// What should be the folder is a file.
    case folderIsFile(String)
    case folderRefuses(String, code: Int32)
    /// Ctrl-C or the like came before the files were whole.
    case interrupted(signal: Int32)
    /// `code` is the system's `errno`.
    case system(code: Int32)
  }
}
