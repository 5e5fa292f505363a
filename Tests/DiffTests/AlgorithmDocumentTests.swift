import Foundation
import Testing

@testable import Diff

/// What docs/ALGORITHM.md says of the constants is what the program uses.
@Suite struct AlgorithmDocumentTests {
  private static let constants: [(name: String, value: Score)] = [
    ("mismatch", Parameters.mismatch), ("similarityFloor", Parameters.similarityFloor),
    ("likeness", Parameters.likeness), ("rarity", Parameters.rarity),
    ("punctuationMatch", Parameters.punctuationMatch),
    ("punctuationMismatch", Parameters.punctuationMismatch),
    ("wordBesideMark", Parameters.wordBesideMark), ("gapOpen", Parameters.gapOpen),
    ("gapExtension", Parameters.gapExtension), ("longGapOpen", Parameters.longGapOpen),
    ("longGapExtension", Parameters.longGapExtension), ("bestShare", Parameters.bestShare),
    ("anchorWord", Parameters.anchorWord), ("anchorMark", Parameters.anchorMark),
    ("anchorWeight", Parameters.anchorWeight),
    ("edgeAnchorWeight", Parameters.edgeAnchorWeight), ("homology", Parameters.homology),
    ("contentRarity", Parameters.contentRarity),
    ("refinementMargin", Parameters.refinementMargin),
  ]

  /// The value that the table of scores gives a constant.
  private static func quoted() throws -> [String: Double] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/ALGORITHM.md").standardized
    var result: [String: Double] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`"), cells[0].hasSuffix("`"),
        let value = Double(cells[1])
      else { continue }
      result[String(cells[0].dropFirst().dropLast())] = value
    }
    return result
  }

  @Test func quotesTheConstantsInUse() throws {
    let quoted = try Self.quoted()
    #expect(quoted.count == Self.constants.count)
    for (name, value) in Self.constants {
      let score = quoted[name].map { Score(($0 * 1024).rounded()) }
      #expect(score == value, "\(name)")
    }
  }
}
