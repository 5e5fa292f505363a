import Testing

@testable import Diff

@Suite struct UniqueAnchorsTests {
  private func expectSound(
    _ a: [UInt32], _ b: [UInt32], atLeast share: Double, workPerElement: Int, _ note: String = ""
  ) {
    var matcher = Matcher(.bounded)
    let runs = matcher.matches(a, b)
    #expect(violation(runs, a, b) == nil)
    #expect(Double(runs.total) >= share * Double(min(a.count, b.count)), "\(runs.total) \(note)")
    let perElement = matcher.work / (a.count + b.count)
    #expect(perElement < workPerElement, "\(perElement) \(note)")
  }

  /// The work for each element stays as it is while the text grows sixteenfold.
  @Test(arguments: [8_000, 32_000, 128_000]) func workIsLinearOnRelatedTexts(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let a = zipf(count, &random)
    let b = random.changed(a, rate: 0.1, letters: 5_000)
    expectSound(a, b, atLeast: 0.9, workPerElement: 4)
  }

  /// Found by unique stretches, the common elements are nearly as many as an exact search finds.
  @Test func littleIsLostAgainstExact() {
    var random = SeededGenerator(seed: 3)
    let a = zipf(12_000, &random)
    let b = random.changed(a, rate: 0.1, letters: 5_000)
    var bounded = Matcher(.bounded)
    var exact = Matcher(.exact)
    let found = bounded.matches(a, b).total
    let best = exact.matches(a, b).total
    #expect(found <= best)
    #expect(best - found <= best / 500, "\(found) of \(best)")
  }

  /// Half of the text moved: one of the halves must match whole.
  @Test func twoHalvesExchanged() {
    var random = SeededGenerator(seed: 4)
    let first = zipf(10_000, &random)
    let second = zipf(10_000, &random)
    expectSound(first + second, second + first, atLeast: 0.5, workPerElement: 4)
  }

  @Test func sequencesWithoutAnythingUnique() {
    var random = SeededGenerator(seed: 5)
    let a = random.sequence(count: 8_000, letters: 2)
    let b = random.changed(a, rate: 0.02, letters: 2)
    expectSound(a, b, atLeast: 0.9, workPerElement: 1_000)
  }

  @Test func nothingInCommon() {
    let a = [UInt32](0..<10_000)
    expectSound(a, a.map { $0 + 10_000 }, atLeast: 0, workPerElement: 8)
  }

  @Test func sidesAroundTheThreshold() {
    var random = SeededGenerator(seed: 6)
    for count in [2_999, 3_000, 3_001, 3_002, 3_005] {
      let a = zipf(count, &random)
      expectSound(
        a, random.changed(a, rate: 0.05, letters: 900), atLeast: 0.85, workPerElement: 20)
    }
  }

  @Test func repeatedTexts() {
    var random = SeededGenerator(seed: 13)
    let a = zipf(6_000, &random)
    expectSound(a, a + a, atLeast: 1, workPerElement: 4)
    expectSound(a + a, a + a + a, atLeast: 1, workPerElement: 4)
  }

  @Test func memoryIsLinear() {
    var random = SeededGenerator(seed: 14)
    for count in [10_000, 80_000] {
      let a = zipf(count, &random)
      let b = random.changed(a, rate: 0.1, letters: 5_000)
      var matcher = Matcher(.bounded)
      _ = matcher.matches(a, b)
      let perElement = matcher.workingBytes / (a.count + b.count)
      #expect(perElement < 20, "\(perElement) bytes an element for \(count)")
    }
  }
}

/// Words as frequent as in prose: number r with weight 1 / (r + 3), of 5,000.
func zipf(_ count: Int, _ random: inout SeededGenerator) -> [UInt32] {
  var sums: [Int] = []
  var sum = 0
  for rank in 0..<5_000 {
    sum += 10_000_000 / (rank + 3)
    sums.append(sum)
  }
  return (0..<count).map { _ in
    let drawn = random.below(sum)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > drawn { high = middle } else { low = middle + 1 }
    }
    return UInt32(low)
  }
}
