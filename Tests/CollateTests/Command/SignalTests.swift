import Foundation
import Testing

@testable import Collate

/// How the program ends when it is stopped from outside.
@Suite struct SignalTests {
  /// The reader goes away after a line; nobody sees an error, and the program does not crash.
  @Test func closedPipeIsNoError() throws {
    let workshop = try Workshop()
    let text = (0..<20_000).map { "word\($0)" }.joined(separator: " ")
    try workshop.file("A.txt", text)
    try workshop.file("B.txt", text + " more")
    let outcome = try BuiltProgram.shell(
      "{ collate A.txt B.txt -f json; echo $? >code; } | head -c 10 >/dev/null; cat code",
      in: workshop.folder)
    #expect(outcome.text == "0\n")
    #expect(outcome.errors == "")
  }

  @Test func fullDiskIsTrouble() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let workshop = try Workshop()
    let outcome = try BuiltProgram.shell("collate --help >/dev/full", in: workshop.folder)
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("collate: standard output cannot be written: "))
  }

  /// A signal during the writing of a file leaves the old file and nothing else.
  @Test func interruptedWritingLeavesNothing() throws {
    let workshop = try Workshop()
    let text = (0..<3_000).map { "word\($0)" }.joined(separator: " ")
    try workshop.file("A.txt", text)
    try workshop.file("B.txt", text + " more")
    try workshop.file("out.json", "old")
    for delay in [0.02, 0.1, 0.3] {
      let outcome = try BuiltProgram.shell(
        "collate A.txt B.txt -o out.json & sleep \(delay); kill -TERM $! ; wait $!",
        in: workshop.folder)
      // 143 where the signal came in time, 0 where the work was done before it.
      #expect([0, 143].contains(outcome.code), "\(outcome.errors)")
      #expect(try workshop.names() == ["A.txt", "B.txt", "out.json"])
      let now = try workshop.contents("out.json")
      #expect(now == "old" || now.hasPrefix("{") && now.hasSuffix("}\n"))
    }
  }
}
