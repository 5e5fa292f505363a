import Foundation
import Testing

@testable import Collate

/// Material that stands beside the repository and is not part of it; tests that use it say so and
/// pass where it is missing.
enum SharedFiles {
  /// A file under `../shared`, or nil where there is none.
  static func path(_ name: String) -> String? {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    // A working copy may stand one level deeper than the repository.
    for folder in [root.appending(path: ".."), root.appending(path: "../..")] {
      let path = folder.appending(path: "shared/" + name).standardizedFileURL.path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    print("not tested: ../shared/\(name) is missing")
    return nil
  }
}

/// Published editions, witness by witness, against the texts that others took out of them.
@Suite struct PublishedEditionTests {
  /// Words without punctuation, marks and everything that is not a letter or digit.
  private func words(_ text: String) -> [String] {
    text.replacing("<…>", with: " ").split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The share of words in which two texts differ, by the difference of their words.
  private func distance(_ a: [String], _ b: [String]) -> Double {
    let changes = a.difference(from: b).count
    return Double(changes) / Double(max(1, a.count + b.count))
  }

  private func check(
    _ corpus: String, sigla: [String], hands: [String] = [], atMost limit: Double
  ) throws {
    guard let edition = SharedFiles.path("corpora/\(corpus)/edition.xml") else { return }
    let input = try InputBytes(path: edition)
    for siglum in sigla {
      let path = try #require(SharedFiles.path("corpora/\(corpus)/witnesses/\(siglum).txt"))
      let expected = words(String(decoding: try InputBytes(path: path).bytes, as: UTF8.self))
      let rules = TEIReadingRules(
        take: ([siglum] + hands.map { siglum + $0 }).joined(separator: ","))
      let witness = try WitnessReader(tei: rules).read(input)[0]
      #expect(witness.siglum == siglum)
      let taken = words(witness.text.string)
      let distance = distance(taken, expected)
      #expect(distance <= limit, "\(corpus) \(siglum): \(distance)")
    }
  }

  @Test func dominica() throws {
    try check("dominica-b", sigla: ["M", "O", "V"], atMost: 0)
  }

  /// The texts beside the edition divide five words at page breaks that its `break="no"` joins, and
  /// leave out some words to which a second, overlapping apparatus points by anchors.
  @Test func severian() throws {
    try check(
      "severian-fide",
      sigla: ["Ab", "Be", "Ha", "Ma", "My", "Pa", "Pb", "Pc", "Pd", "Pt", "Va"], atMost: 0.005)
  }

  /// The correctors' hands are witnesses of their own here.
  @Test func balex() throws {
    try check("balex", sigla: ["M", "S", "T", "U", "V"], hands: ["c", "ac"], atMost: 0.002)
  }
}
