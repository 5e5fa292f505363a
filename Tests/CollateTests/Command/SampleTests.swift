import Foundation
import Testing

/// What is committed for people to look at is what the program makes today.
@Suite struct SampleTests {
  /// The folder of the repository, which these tests are compiled in.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardized.path

  static let editions: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: repository + "/witnesses")
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// A file of the repository, by its path from there.
  static func contents(_ path: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: repository + "/" + path)),
      as: UTF8.self)
  }

  @Test func samplesAreFound() { #expect(Self.editions == ["legran", "ordzhonikidze"]) }

  @Test(arguments: editions)
  func apparatusIsFresh(_ name: String) throws {
    let workshop = try Workshop()
    let endings = ["xml", "txt", "json"]
    let outputs = endings.map { "-o '\(workshop.path(name)).\($0)'" }.joined(separator: " ")
    let outcome = try BuiltProgram.shell(
      "collate witnesses/\(name) \(outputs)", in: Self.repository)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    for ending in endings {
      let file = "apparatus/\(name).\(ending)"
      let isFresh = try Self.contents(file) == workshop.contents("\(name).\(ending)")
      #expect(isFresh, "\(file) is not what collate makes today: run .ci/renew, look at the change")
    }
  }

  /// Blocks of the read-me that are marked as output (```text after a `$` line) stand in the output,
  /// line by line; a line of dots leaves something out.
  @Test func readMeShowsRealOutput() throws {
    let output = try Self.contents("apparatus/ordzhonikidze.txt")
    var pieces: [String] = []
    for block in try Self.contents("README.md").components(separatedBy: "```text\n").dropFirst() {
      let text = block.components(separatedBy: "\n```")[0]
      pieces += text.components(separatedBy: "\n…\n")
    }
    #expect(pieces.count >= 2)
    for piece in pieces {
      #expect(("\n" + output).contains("\n" + piece + "\n"), "not in the output:\n\(piece)")
    }
  }
}
