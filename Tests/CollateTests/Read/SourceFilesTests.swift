import Testing

@testable import Collate

@Suite struct SourceFilesTests {
  @Test func bytesAreOfTheFileThatBeganLast() {
    var files = SourceFiles()
    #expect(files.path(at: 0) == nil && files.nextStart(behind: 0) == nil)
    for (path, start) in [("a", 0), ("b", nil), ("c", 5)] as [(String, Int?)] {
      files.append(path)
      if let start { files.beginText(at: start) }
      if let start { files.beginText(at: start + 2) }
    }
    #expect(files.paths == ["a", "b", "c"])
    #expect((0...6).map { files.path(at: $0) } == ["a", "a", "a", "a", "a", "c", "c"])
    #expect(files.nextStart(behind: 4) == 5 && files.nextStart(behind: 5) == nil)
    #expect(files.stretch(of: "c", 9) == 5..<9)
    #expect(files.stretch(of: "a", 9) == 0..<4 && files.stretch(of: "b", 9) == nil)
  }
}
