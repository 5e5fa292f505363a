import Foundation
import Testing

@testable import Collate

/// Files are written whole or not at all. Serialized, since signals concern the whole process.
@Suite(.serialized) struct AtomicFilesTests {
  private let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func write(_ files: (name: String, text: String)...) throws {
    try AtomicFiles.write(
      files.map {
        .init(target: try OutputTarget(workshop.path($0.name)), bytes: Array($0.text.utf8))
      })
  }

  private func reason(_ name: String) -> FileError.Reason? {
    do {
      _ = try OutputTarget(name.hasPrefix("/") ? name : workshop.path(name))
      return nil
    } catch { return error.reason }
  }

  @Test func newAndOldFiles() throws {
    try workshop.file("old", "old")
    try write(("new", "1"), ("old", "2"), ("empty", ""))
    #expect(try workshop.contents("new") == "1")
    #expect(try workshop.contents("old") == "2")
    #expect(try workshop.names() == ["empty", "new", "old"])
  }

  /// The witnesses of an apparatus may be hundreds, and all temporary files are there at once.
  @Test func manyFiles() throws {
    let files = try (0..<250).map { number in
      AtomicFiles.File(
        target: try OutputTarget(workshop.path("f\(number)")), bytes: Array("\(number)".utf8))
    }
    try AtomicFiles.write(files)
    #expect(try workshop.names().count == 250)
    #expect(try workshop.contents("f249") == "249")
  }

  @Test func permissionsStay() throws {
    let path = try workshop.file("script", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o751], ofItemAtPath: path)
    try write(("script", "new"))
    let now = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(now as? Int == 0o751)
  }

  @Test func symbolicLinkStaysALink() throws {
    try workshop.subfolder("real")
    try workshop.file("real/file", "old")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.path("link"), withDestinationPath: "real/file")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.path("dangling"), withDestinationPath: "real/made")
    try write(("link", "new"), ("dangling", "made"))
    #expect(try workshop.contents("real/file") == "new")
    #expect(try workshop.contents("real/made") == "made")
    let kind = try FileManager.default.attributesOfItem(atPath: workshop.path("link"))[.type]
    #expect(kind as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func deviceIsWrittenIntoNotReplaced() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workshop.path("null.txt"), withDestinationPath: "/dev/null")
    try write(("null.txt", "x"), ("plain", "y"))
    #expect(try workshop.contents("plain") == "y")
    #expect(try workshop.names() == ["null.txt", "plain"])
    var facts = stat()
    #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func whatCannotBeWrittenIsKnownBefore() throws {
    try workshop.subfolder("folder")
    try workshop.file("file", "")
    #expect(reason("folder") == .isFolder)
    #expect(reason("folder/") == .isFolder)
    #expect(reason("none/x") == .noFolder(workshop.path("none")))
    #expect(reason("file/x") != nil)
    try FileManager.default.createSymbolicLink(
      atPath: workshop.path("loop"), withDestinationPath: "loop")
    #expect(reason("loop") != nil)
  }

  /// Root may write anywhere, so that the refusal can be seen only by others.
  @Test(.enabled(if: getuid() != 0, "root may write into a read-only folder"))
  func readOnlyFolderIsRefused() throws {
    let folder = try workshop.subfolder("locked")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer { chmod(folder, 0o755) }
    #expect(reason("locked/x") == .folderRefuses(folder, code: EACCES))
  }

  @Test(.enabled(if: getuid() != 0, "root may write into a read-only file"))
  func readOnlyFileIsRefused() throws {
    chmod(try workshop.file("locked", ""), 0o444)
    #expect(reason("locked") == .system(code: EACCES))
  }

  /// A folder that takes no file from anyone, root included.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "needs /proc"))
  func failureBetweenFilesLeavesAllAsItWas() throws {
    try workshop.file("first", "old")
    let target = try OutputTarget(workshop.path("first"))
    var refused = target
    refused.folder = "/proc/self"
    #expect(throws: FileError.self) {
      try AtomicFiles.write([
        .init(target: target, bytes: [1]), .init(target: refused, bytes: [2]),
      ])
    }
    #expect(try workshop.contents("first") == "old")
    #expect(try workshop.names() == ["first"])
  }

  @Test func spellingsOfOneFileAreSeen() throws {
    try workshop.subfolder("sub")
    try workshop.file("there", "")
    try FileManager.default.createSymbolicLink(
      atPath: workshop.path("alias"), withDestinationPath: "sub")
    func same(_ a: String, _ b: String) throws -> Bool {
      try OutputTarget(workshop.path(a)).isSameFile(as: OutputTarget(workshop.path(b)))
    }
    #expect(try same("new", "sub/../new"))
    #expect(try same("new", "./new"))
    #expect(try same("alias/new", "sub/new"))
    #expect(try same("there", "sub/../there"))
    #expect(try !same("new", "sub/new"))
    #expect(try !same("new", "there"))
  }
}
