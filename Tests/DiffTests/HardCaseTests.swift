import Testing

@testable import Diff

/// Inputs that make other difference programs slow; work is counted, not timed.
@Suite struct HardCaseTests {
  private func work(_ a: [UInt32], _ b: [UInt32]) -> (runs: [MatchedRun], work: Int) {
    var matcher = Matcher()
    let runs = matcher.matches(a, b)
    #expect(violation(runs, a, b) == nil)
    return (runs, matcher.work)
  }

  /// H33: one text is the other written twice.
  @Test func wholeTextDoubled() {
    var random = SeededGenerator(seed: 33)
    let a = zipf(50_000, &random)
    let (runs, work) = work(a, a + a)
    #expect(runs == [MatchedRun(startA: 0, startB: 0, length: a.count)])
    #expect(work <= 2 * a.count)
  }

  /// H33 with slips of the pen: still one copy against a block, and little work.
  @Test func textDoubledWithChanges() {
    var random = SeededGenerator(seed: 133)
    let a = zipf(30_000, &random)
    let doubled =
      random.changed(a, rate: 0.02, letters: 5_000) + random.changed(a, rate: 0.02, letters: 5_000)
    let (runs, work) = work(a, doubled)
    #expect(runs.total >= a.count * 97 / 100)
    #expect(work < 20 * (a.count + doubled.count), "\(work)")
  }

  /// H34: a word 100,000 times and 99,999 times.
  @Test func sameWordOneTimeLess() {
    let a = [UInt32](repeating: 5, count: 100_000)
    let (runs, work) = work(a, Array(a.dropLast()))
    #expect(runs == [MatchedRun(startA: 0, startB: 0, length: 99_999)])
    #expect(work <= 2 * a.count)
  }

  /// H34 with another word before it on one side and behind it on the other.
  @Test func sameWordBetweenOthers() {
    let same = [UInt32](repeating: 5, count: 50_000)
    let (runs, work) = work([1] + same + [2], [3] + same.dropLast() + [4])
    #expect(runs.total == same.count - 1)
    #expect(work <= 10 * same.count)
  }

  /// H35: two unrelated texts of 50,000 words over one vocabulary.
  @Test func unrelatedTexts() {
    var random = SeededGenerator(seed: 35)
    let a = zipf(50_000, &random)
    let b = zipf(50_000, &random)
    let (_, work) = work(a, b)
    #expect(work < 150 * (a.count + b.count), "\(work)")
  }

  /// H35 over vocabularies that share nothing.
  @Test func textsInTwoLanguages() {
    var random = SeededGenerator(seed: 36)
    let a = zipf(50_000, &random)
    let (runs, work) = work(a, zipf(50_000, &random).map { $0 + 10_000 })
    #expect(runs.isEmpty)
    #expect(work < 8 * 100_000)
  }

  @Test func twoWordsInTurn() {
    let a = (0..<40_000).map { UInt32($0 % 2) }
    let b = (0..<40_000).map { UInt32($0 % 3 == 0 ? 1 : 0) }
    let (runs, work) = work(a, b)
    #expect(runs.total > 20_000)
    #expect(work < 1_200 * 80_000, "\(work)")
  }
}
