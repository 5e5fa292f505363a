// Files, folders and standard input are Foundation's.
import Foundation

/// The whole of a file or of standard input, checked to be UTF-8.
struct InputBytes: Sendable {
  /// As the user named it; `-` is standard input.
  var path: String
  var bytes: [UInt8]
  /// The heading above the bytes, where they are one witness of a file with several; nil where they
  /// are the file.
  private(set) var heading: SectionHeading?
  /// Where they stood in that file.
  private(set) var places: PlaceTable?

  /// Token offsets are 32 bits wide.
  static let limit = Int(Int32.max)

  /// Reads all of a file, or of standard input for `-`; throws what `ReadError` calls the file
  /// itself and its encoding.
  init(path: String) throws(ReadError) {
    let bytes = path == "-" ? try Self.standardInput() : try Self.contents(of: path)
    try self.init(path: path, bytes: bytes)
  }

  /// Takes bytes that are already read; O(bytes).
  ///
  /// Throws `tooLarge` for more than `limit` bytes of UTF-8, `notUTF8` for a byte order mark of
  /// UTF-32, or of UTF-16 before what is no XML, `unknownEncoding` where the declaration of XML
  /// names an encoding that is not read, `badEncoding` where the bytes are not in the one that mark
  /// or declaration name, else `invalidUTF8`.
  init(path: String, bytes: [UInt8]) throws(ReadError) {
    self.path = path
    let bytes = try XMLEncoding.converted(bytes, path: path) ?? bytes
    self.bytes = bytes
    guard bytes.count <= Self.limit else { throw ReadError(path, .tooLarge(limit: Self.limit)) }
    if let encoding = Self.foreignMark(bytes) {
      throw ReadError(path, .notUTF8(encoding: encoding))
    }
    if let offset = firstInvalidUTF8(in: bytes) {
      throw ReadError(path, at: LineTable(bytes: bytes).place(at: offset), .invalidUTF8)
    }
  }

  /// Takes one witness out of an input of several, which is checked already.
  init(
    section range: Range<Int>, of whole: InputBytes, _ heading: SectionHeading,
    _ places: PlaceTable
  ) {
    path = whole.path
    bytes = Array(whole.bytes[range])
    (self.heading, self.places) = (heading, places)
  }

  /// Line and column of a byte in the file as it is; O(bytes).
  func place(at offset: Int) -> Place {
    LineTable(bytes: bytes, origin: places).place(at: offset)
  }

  private static func standardInput() throws(ReadError) -> [UInt8] {
    do {
      return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    } catch {
      throw ReadError("-", .unreadable(reason: nil))
    }
  }

  /// Reads a file by the system's own calls: what Foundation has to set up before the first of them
  /// takes longer than to read a short witness.
  private static func contents(of path: String) throws(ReadError) -> [UInt8] {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw ReadError(path, absence(of: path)) }
    if facts.st_mode & S_IFMT == S_IFDIR { throw ReadError(path, .isFolder) }
    guard facts.st_size <= limit else { throw ReadError(path, .tooLarge(limit: limit)) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ReadError(path, .unreadable(reason: errno == EACCES ? "permission denied" : nil))
    }
    defer { close(descriptor) }
    guard let bytes = bytes(from: descriptor, expected: Int(facts.st_size)) else {
      throw ReadError(path, .unreadable(reason: nil))
    }
    return bytes
  }

  /// Why there is nothing at a path: a link that leads nowhere, a name that Swift cannot hold, for
  /// it is not UTF-8, or nothing at all.
  private static func absence(of path: String) -> ReadError.Problem {
    if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
      return .unreadable(reason: "is a link to \(target), which is not there")
    }
    if path.unicodeScalars.contains("\u{FFFD}") {
      return .unreadable(reason: "its name is not UTF-8; rename it")
    }
    return .missing
  }

  /// All that can be read from a file or pipe, or nil where that fails; `expected` is how much that
  /// will be, as far as it is known.
  private static func bytes(from descriptor: Int32, expected: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var room = expected + 1  // one more, to see that it ends
    while true {
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = read(descriptor, buffer.baseAddress, buffer.count)
        while got < 0, errno == EINTR { got = read(descriptor, buffer.baseAddress, buffer.count) }
        failed = got < 0
        count = max(got, 0)
      }
      if failed { return nil }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      room = 1 << 16
    }
  }

  /// A path without slashes at its end, but for the one that is all of it.
  static func plain(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The path of what stands in a folder.
  static func path(of name: String, in folder: String) -> String {
    let folder = plain(folder)
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  /// What can stand at a path.
  enum PathKind { case file, folder, nothing }

  /// What stands at a path; symbolic links are followed.
  static func kind(of path: String) -> PathKind {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return .nothing }
    return facts.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Names of the visible files of a folder, folders left out, in natural order.
  ///
  /// Links to nothing and names that are not UTF-8 stay among them: to pass over them in silence
  /// would lose a witness.
  static func fileNames(inFolder path: String) throws(ReadError) -> [String] {
    try names(inFolder: path).filter { kind(of: Self.path(of: $0, in: path)) != .folder }
  }

  /// Names of the visible folders in a folder, in natural order.
  static func folderNames(inFolder path: String) throws(ReadError) -> [String] {
    try names(inFolder: path).filter { kind(of: Self.path(of: $0, in: path)) == .folder }
  }

  /// Throws where one of some files in a folder is a pipe or a device: reading it might never end.
  static func check(_ names: [String], inFolder path: String) throws(ReadError) {
    for file in names.map({ Self.path(of: $0, in: path) }) {
      var facts = stat()
      guard stat(file, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG else { continue }
      throw ReadError(file, .unreadable(reason: "is a pipe or a device; take it out of here"))
    }
  }

  private static func names(inFolder path: String) throws(ReadError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw ReadError(path, .unreadable(reason: nil))
    }
    return names.filter { !$0.hasPrefix(".") }
      .sorted(by: precedesNaturally)
  }

  /// The encoding that a byte order mark other than UTF-8's announces.
  private static func foreignMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }
}
