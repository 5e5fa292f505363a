import Testing

@testable import Diff

@Suite struct DifferenceTests {
  @Test func exampleOfDifference() {
    let old = "they killed 3,000 Armenians in Adana".split(separator: " ")
    let new = "they killed some 9,000 Armenians in Adana".split(separator: " ")
    let difference = Difference(from: old, to: new)
    #expect(difference.hunks == [Hunk(old: 2..<3, new: 2..<4)])
    #expect(difference.editCount == 3)
  }

  @Test func exampleOfInverse() {
    #expect(Difference(from: "abc", to: "ac").inverse == Difference(from: "ac", to: "abc"))
  }

  @Test func exampleOfPatch() {
    let difference = Difference(from: "kitten", to: "sitting")
    let patch = Patch(difference, from: "kitten", to: "sitting")
    #expect(patch.applied(to: "kitten").map { String($0) } == "sitting")
    #expect(patch.inverse.applied(to: "sitting").map { String($0) } == "kitten")
    #expect(patch.applied(to: "mitten") == nil)
    #expect(patch.applied(to: "kittens") == nil)
  }

  @Test func exampleOfInterner() {
    var interner = Interner<Substring>()
    #expect(interner.ids(of: "to be or not to be".split(separator: " ")) == [0, 1, 2, 3, 0, 1])
    #expect(interner.elements == ["to", "be", "or", "not"])
  }

  /// Hunks and matches cover both sides; a patch makes one from the other; its inverse goes back.
  @Test func everyPairOverThreeLetters() {
    let all = allSequences(letters: 3, upTo: 4)
    for a in all {
      for b in all {
        let difference = Difference(from: a, to: b, effort: .exact)
        let patch = Patch(difference, from: a, to: b)
        let isSound =
          patch.applied(to: a) == b && patch.inverse.applied(to: b) == a
          && patch.inverse.inverse == patch
          && difference.editCount == a.count + b.count - 2 * Oracle.common(a, b)
          && difference.inverse.inverse == difference
          && difference.inverse.hunks == difference.hunks.map(\.inverse)
          && difference.isEmpty == (a == b)
          && difference
            == Difference(oldCount: a.count, newCount: b.count, hunks: difference.hunks)
        if !isSound { Issue.record("\(a) \(b) \(difference)") }
      }
    }
  }

  @Test(arguments: 0..<40) func randomWords(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let a = random.sequence(count: 2_000, letters: 300)
    let b = random.changed(a, rate: 0.15, letters: 300)
    let old = a.map { "word \($0)" }
    let new = b.map { "word \($0)" }
    let difference = Difference(from: old, to: new)
    #expect(difference == Difference(fromIDs: a, toIDs: b))
    #expect(Patch(difference, from: old, to: new).applied(to: old) == new)
  }

  /// Whatever numbers stand for the elements, the difference is the same.
  @Test(arguments: 0..<20) func numberingDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let a = random.sequence(count: 4_000, letters: 500)
    let b = random.changed(a, rate: 0.2, letters: 500)
    let renumbered = { (id: UInt32) in (id &* 2_654_435_761) &+ 17 }
    #expect(
      Difference(fromIDs: a, toIDs: b)
        == Difference(fromIDs: a.map(renumbered), toIDs: b.map(renumbered)))
  }

  @Test func invalidRunsAreRefused() {
    func made(_ runs: [(Int, Int, Int)]) throws -> Difference {
      try Difference(
        oldCount: 5, newCount: 5,
        matches: runs.map { MatchedRun(startA: $0.0, startB: $0.1, length: $0.2) })
    }
    #expect(throws: InvalidDifference.emptyRun(index: 0)) { try made([(0, 0, 0)]) }
    #expect(throws: InvalidDifference.unordered(index: 1)) { try made([(0, 0, 2), (1, 3, 1)]) }
    #expect(throws: InvalidDifference.unordered(index: 0)) { try made([(-1, 0, 1)]) }
    #expect(throws: InvalidDifference.outOfBounds(index: 0)) { try made([(2, 0, 4)]) }
    // Ends that are no numbers.
    #expect(throws: InvalidDifference.outOfBounds(index: 0)) { try made([(1, 1, .max)]) }
    #expect(throws: InvalidDifference.outOfBounds(index: 0)) { try made([(.max, 0, 1)]) }
    #expect(throws: InvalidDifference.outOfBounds(index: 0)) { try made([(0, .max, 1)]) }
    #expect(throws: InvalidDifference.outOfBounds(index: 1)) {
      try made([(0, 0, 1), (1, 1, .max)])
    }
    #expect(throws: InvalidDifference.unordered(index: 0)) { try made([(.min, 0, .max)]) }
    #expect(throws: Never.self) { try made([(0, 0, 2), (2, 2, 3)]) }
    #expect(try! made([(0, 0, 2), (2, 2, 3)]).matches.count == 1)
  }

  /// No sequence is so long, but a caller may say that one is.
  @Test func countsAsLargeAsNumbersGo() throws {
    let run = MatchedRun(startA: 0, startB: 1, length: .max - 1)
    let difference = try Difference(oldCount: .max - 1, newCount: .max, matches: [run])
    #expect(difference.editCount == 1)
    #expect(difference.hunks == [Hunk(old: 0..<0, new: 0..<1)])
  }

  @Test func oneSideEmptyOrBoth() {
    #expect(Difference(from: "", to: "").hunks == [])
    #expect(Difference(from: "ab", to: "").hunks == [Hunk(old: 0..<2, new: 0..<0)])
    #expect(Difference(from: "", to: "ab").hunks == [Hunk(old: 0..<0, new: 0..<2)])
  }

  /// Equality is that of the elements: two spellings of é are one `Character`, but not the same
  /// bytes.
  @Test func canonicalEquivalence() {
    let old = "caf\u{E9}"
    let new = "cafe\u{301}"
    #expect(Difference(from: old, to: new).isEmpty)
    #expect(!Difference(from: Array(old.utf8), to: Array(new.utf8)).isEmpty)
  }

  @Test func internerKeepsApartWhatManyElementsHash() {
    var interner = Interner<Int>()
    let ids = interner.ids(of: (0..<20_000).map { $0 % 7_000 })
    #expect(ids == (0..<20_000).map { UInt32($0 % 7_000) })
    #expect(interner.elements == Array(0..<7_000))
  }
}
