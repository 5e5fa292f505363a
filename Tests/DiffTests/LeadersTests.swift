import Testing

@testable import Diff

@Suite("Leaders of rows too many for a guide tree")
struct LeadersTests {
  static let rowLimit = 20

  /// Distinct versions of a few texts, in canonical order.
  private static func rows(_ count: Int) -> CanonicalRows {
    let rows = (0..<count).map { k in
      let text = AlignmentWorkTests.text(30, seed: UInt64(k % 3))
      return AlignmentWorkTests.version(text, rate: 4, seed: UInt64(100 + k)) + ["end" + String(k)]
    }
    return CanonicalRows(Words(rows).rows)
  }

  private static func tree(_ canonical: CanonicalRows) -> GuideTree {
    GuideTree(rows: canonical.rows, weights: canonical.weights, rowLimit: rowLimit)
  }

  @Test(arguments: [2, 20, 21, 60, 150, 399, 401, 900])
  func everyRowJoinsOnceAndTheFirstIsLeft(_ count: Int) {
    let canonical = Self.rows(count)
    var isAlive = [Bool](repeating: true, count: canonical.rows.count)
    for merge in Self.tree(canonical).merges {
      #expect(merge.into < merge.from)
      #expect(isAlive[merge.into] && isAlive[merge.from])
      isAlive[merge.from] = false
    }
    #expect(isAlive.indices.filter { isAlive[$0] } == [0])
  }

  @Test func distancesStayBoundedHoweverManyTheRows() {
    let limit = Self.rowLimit * Self.rowLimit
    for count in [21, 60, 150, 399] {
      #expect(Self.tree(Self.rows(count)).distanceCount <= limit + limit / 2, "\(count) rows")
    }
    // One leader is the least there can be.
    #expect(Self.tree(Self.rows(900)).distanceCount == 899)
  }

  @Test func rowsJoinTheLeaderOfTheirOwnText() {
    // Three texts without a word in common, thirty versions of each, in blocks of the order.
    var rows: [[UInt32]] = []
    for text: UInt32 in 0..<3 {
      let common = (0..<11).map { text * 1000 + $0 }
      for version: UInt32 in 0..<30 { rows.append(common + [text * 1000 + 100 + version]) }
    }
    let weights = [Int](repeating: 1, count: rows.count)
    let tree = GuideTree(rows: rows, weights: weights, rowLimit: 30)
    // Ninety rows, ten leaders: the merges between texts are the last two.
    for merge in tree.merges.dropLast(2) { #expect(merge.into / 30 == merge.from / 30) }
    #expect(tree.merges.suffix(2).map(\.from) == [30, 60])
  }
}
