import Testing

@testable import Diff

@Suite struct SimilarityTests {
  private func check(_ a: [UInt32], _ b: [UInt32], _ measure: inout BitParallelDistance) {
    measure.setPattern(a)
    let (distance, common) = b.withUnsafeBufferPointer { measure.measure($0) }
    if distance != Oracle.distance(a, b) {
      Issue.record("distance \(distance) for \(Oracle.distance(a, b)): \(a) \(b)")
    }
    if common != Oracle.common(a, b) {
      Issue.record("common \(common) for \(Oracle.common(a, b)): \(a) \(b)")
    }
  }

  @Test func everyPairOverThreeLetters() {
    var measure = BitParallelDistance(alphabetCount: 3)
    let all = allSequences(letters: 3, upTo: 4)
    for a in all { for b in all { check(a, b, &measure) } }
  }

  /// Lengths around the borders of machine words.
  @Test(arguments: [1, 2, 31, 62, 63, 64, 65, 66, 126, 127, 128, 129, 130, 192, 193])
  func lengthsAroundWordBorders(length: Int) {
    var random = SeededGenerator(seed: UInt64(length))
    var measure = BitParallelDistance(alphabetCount: 5)
    for other in [1, 63, 64, 65, 127, 128, 129] {
      for letters in [1, 2, 5] {
        let a = random.sequence(count: length, letters: letters)
        check(a, random.sequence(count: other, letters: letters), &measure)
        check(a, random.changed(a, rate: 0.2, letters: letters), &measure)
      }
    }
  }
}
