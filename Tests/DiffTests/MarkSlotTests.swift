import Testing

@testable import Diff

@Suite struct MarkSlotTests {
  /// Wherever later rows put columns between those of earlier ones, each mark is found in its own.
  @Test(arguments: 1...200)
  func everyMarkStandsInItsColumn(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = Words([[",", ".", ";", "(", "“", "!"]])
    let given = (0..<1 + random.below(6)).map { _ in
      (0..<random.below(6)).map { _ in words.rows[0][random.below(6)] }
    }
    var slot = MarkSlot(words.vocabulary)
    let places = slot.align(given.map { (marks: $0, weight: 1 + random.below(3)) })
    var found = slot.columns.map { _ in Set<UInt32>() }
    for (marks, places) in zip(given, places) {
      #expect(places.count == marks.count, "seed \(seed)")
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
      for (mark, place) in zip(marks, places) { found[place].insert(mark) }
    }
    #expect(found == slot.columns.map(Set.init), "seed \(seed)")
  }

  /// Beyond the limit of the table too: thousands of marks in either row, one of them in the first
  /// alone.
  @Test func marksWithoutWords() {
    let words = Words([[",", "."]])
    let (comma, stop) = (words.rows[0][0], words.rows[0][1])
    let many = (0..<1_000).map { $0 % 3 == 0 ? comma : stop }
    var slot = MarkSlot(words.vocabulary)
    let places = slot.align([(many + [stop, stop], 2), (many, 1), (many + [stop], 1)])
    #expect(slot.columns.count == 1_002)
    #expect(places == [1_002, 1_000, 1_001].map { [Int](0..<$0) })
  }
}
