import Testing

@testable import Diff

@Suite struct MyersTests {
  private func matches(_ a: [UInt32], _ b: [UInt32], _ myers: inout Myers) -> [MatchedRun] {
    var runs: [MatchedRun] = []
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        myers.appendMatches(a, b, in: Rectangle(a, b), to: &runs)
      }
    }
    return runs
  }

  private func expectShortest(_ a: [UInt32], _ b: [UInt32], _ myers: inout Myers) {
    let runs = matches(a, b, &myers)
    if let wrong = violation(runs, a, b) { Issue.record("\(wrong): \(a) \(b) \(runs)") }
    if runs.total != Oracle.common(a, b) {
      Issue.record("\(runs.total) for \(Oracle.common(a, b)): \(a) \(b) \(runs)")
    }
  }

  @Test func everyPairOverTwoLetters() {
    var myers = Myers(.exact)
    let all = allSequences(letters: 2, upTo: 8)
    for a in all { for b in all { expectShortest(a, b, &myers) } }
  }

  @Test func everyPairOverThreeLetters() {
    var myers = Myers(.exact)
    let all = allSequences(letters: 3, upTo: 5)
    for a in all { for b in all { expectShortest(a, b, &myers) } }
  }

  /// Sizes and alphabets on both sides of `SharedElements.leastLength`, related and not.
  @Test(arguments: 0..<300) func randomPairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var myers = Myers(.exact)
    let letters = 1 + random.below(60)
    let a = random.sequence(count: random.below(160), letters: letters)
    let b =
      seed % 2 == 0
      ? random.sequence(count: random.below(160), letters: letters)
      : random.changed(a, rate: 0.3, letters: letters)
    expectShortest(a, b, &myers)
  }

  @Test func longPairsOfVeryUnequalLength() {
    var random = SeededGenerator(seed: 7)
    var myers = Myers(.exact)
    for letters in [2, 20, 400] {
      let a = random.sequence(count: 1500, letters: letters)
      expectShortest(a, random.sequence(count: 30, letters: letters), &myers)
      expectShortest(random.sequence(count: 30, letters: letters), a, &myers)
    }
  }

  @Test func cappedIsExactOnShortPairs() {
    var random = SeededGenerator(seed: 8)
    var exact = Myers(.exact)
    var capped = Myers(.capped)
    for _ in 0..<20 {
      let a = random.sequence(count: 1400, letters: 50)
      let b = random.sequence(count: 1400, letters: 50)
      #expect(matches(a, b, &capped) == matches(a, b, &exact))
    }
  }

  /// Work of a search without differences to speak of is the length; with D of them at most about
  /// (N + M) · D / 2, and about D² for changes spread at random.
  @Test func workGrowsWithTheDifferences() {
    var random = SeededGenerator(seed: 9)
    let a = random.sequence(count: 20_000, letters: 5_000)
    let b = random.changed(a, rate: 0.01, letters: 5_000)
    var myers = Myers(.exact)
    let edits = a.count + b.count - 2 * matches(a, b, &myers).total
    #expect(edits > 200)
    #expect(myers.work < 8 * (a.count + b.count) + 2 * edits * edits)
  }

  /// Two unrelated sequences over few letters, where each side has all of the other's: nothing can
  /// be dropped and D is about half the length.
  @Test func cappedWorkIsBounded() {
    var random = SeededGenerator(seed: 10)
    for count in [4_000, 8_000, 16_000] {
      let a = random.sequence(count: count, letters: 300)
      let b = random.sequence(count: count, letters: 300)
      var myers = Myers(.capped)
      let runs = matches(a, b, &myers)
      #expect(violation(runs, a, b) == nil)
      let cap = max(256, 4 * (2 * count).squareRoot)
      #expect(myers.work < 3 * 2 * count * cap, "\(myers.work) for \(count)")
      #expect(runs.total > count / 20)
    }
  }

  /// A text against itself turned around: related everywhere and nowhere in order.
  @Test func cappedWorkIsBoundedOnAReversedText() {
    let a = (0..<20_000).map { UInt32($0) }
    let b = Array(a.reversed())
    var myers = Myers(.capped)
    let runs = matches(a, b, &myers)
    #expect(violation(runs, a, b) == nil)
    #expect(runs.total >= 1)
    #expect(myers.work < 40_000 * 800)
  }

  /// Counted: the room of all rows, tables and lists that a value holds, not the sequences and not
  /// the result.
  @Test(arguments: [Myers.Effort.exact, .capped])
  func memoryIsLinear(effort: Myers.Effort) {
    var random = SeededGenerator(seed: 11)
    for count in [1_000, 4_000] {
      let a = random.sequence(count: count, letters: 40)
      let b = random.sequence(count: count, letters: 40)
      var myers = Myers(effort)
      _ = matches(a, b, &myers)
      #expect(myers.workingBytes < 64 * 2 * count + 4096, "\(myers.workingBytes) for \(count)")
    }
  }

  @Test func aSecondCallNeedsNoMoreMemory() {
    var random = SeededGenerator(seed: 12)
    var myers = Myers(.exact)
    let a = random.sequence(count: 2_000, letters: 40)
    let b = random.sequence(count: 2_000, letters: 40)
    let first = matches(a, b, &myers)
    let held = myers.workingBytes
    #expect(matches(a, b, &myers) == first)
    #expect(myers.workingBytes == held)
  }

  @Test func squareRoots() {
    for n in 0..<5_000 {
      let root = n.squareRoot
      #expect(root * root <= n && (root + 1) * (root + 1) > n)
    }
    #expect(Int.max.squareRoot == 3_037_000_499)
  }
}
