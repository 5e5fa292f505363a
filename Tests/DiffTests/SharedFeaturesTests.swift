import Testing

@testable import Diff

@Suite("Features and rows in common")
struct SharedFeaturesTests {
  /// Versions of one set with some features left out and some of their own, and a few of quite
  /// another.
  private func sketches(_ seed: Int, count: Int) -> [[UInt64]] {
    var random = Seeded(UInt64(seed))
    return (0..<count).map { row in
      let base: Range<UInt64> = row % 7 == 6 ? 500..<560 : 0..<60
      let kept = base.filter { _ in random.below(10) > 0 }
      let own = (0..<random.below(10)).map { _ in UInt64(random.below(200)) }
      return Set(kept + own).sorted()
    }
  }

  @Test(arguments: 1...20)
  func countsWhatSetsHaveInCommon(seed: Int) {
    for count in [0, 1, 2, 20, 31, 32, 40] {
      let sketches = sketches(seed, count: count)
      let features = SharedFeatures(sketches)
      for a in 0..<count {
        for b in 0..<count {
          let common = Set(sketches[a]).intersection(sketches[b]).count
          #expect(features.count(a, b) == common, "seed \(seed), \(count) rows: \(a), \(b)")
        }
      }
    }
  }

  @Test(arguments: [1, 2, 63, 64, 65, 128, 129, 200])
  func aSetOfRowsIsASet(capacity: Int) {
    var random = Seeded(UInt64(capacity))
    let members = (0..<2).map { _ in Set((0..<capacity).filter { _ in random.below(3) == 0 }) }
    let sets = members.map { rows in
      var set = RowSet(capacity: capacity)
      for row in rows { set.insert(row) }
      return set
    }
    let (a, b) = (members[0], members[1])
    #expect(sets[0].members == a.sorted() && sets[1].members == b.sorted())
    #expect(sets[0].isEmpty == a.isEmpty && RowSet(capacity: capacity).isEmpty)
    #expect(sets[0].isDisjoint(with: sets[1]) == a.isDisjoint(with: b))
    #expect(sets[0].intersection(sets[1]).members == a.intersection(b).sorted())
    #expect(sets[0].subtracting(sets[1]).members == a.subtracting(b).sorted())
    #expect(sets[0].isDisjoint(with: sets[1].subtracting(sets[0])))
    var union = sets[0]
    union.formUnion(sets[1])
    #expect(union.members == a.union(b).sorted())
  }
}
