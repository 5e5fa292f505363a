import Testing

@testable import Diff

@Suite struct MyersTests {
  private func expectShortest(_ a: [UInt32], _ b: [UInt32], _ matcher: inout Matcher) {
    let runs = matcher.matches(a, b)
    if let wrong = violation(runs, a, b) { Issue.record("\(wrong): \(a) \(b) \(runs)") }
    if runs.total != Oracle.common(a, b) {
      Issue.record("\(runs.total) for \(Oracle.common(a, b)): \(a) \(b) \(runs)")
    }
  }

  @Test func everyPairOverTwoLetters() {
    var matcher = Matcher(.exact)
    let all = allSequences(letters: 2, upTo: 7)
    for a in all { for b in all { expectShortest(a, b, &matcher) } }
  }

  @Test func everyPairOverThreeLetters() {
    var matcher = Matcher(.exact)
    let all = allSequences(letters: 3, upTo: 4)
    for a in all { for b in all { expectShortest(a, b, &matcher) } }
  }

  @Test(arguments: 0..<200) func randomPairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var matcher = Matcher(.exact)
    let letters = 1 + random.below(30)
    let a = random.sequence(count: random.below(120), letters: letters)
    let b =
      seed % 2 == 0
      ? random.sequence(count: random.below(120), letters: letters)
      : random.changed(a, rate: 0.3, letters: letters)
    expectShortest(a, b, &matcher)
  }
}
