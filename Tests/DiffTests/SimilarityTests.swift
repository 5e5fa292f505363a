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

  @Test(arguments: 0..<100) func randomWords(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var measure = BitParallelDistance(alphabetCount: 8)
    let a = random.sequence(count: random.below(150), letters: 1 + random.below(8))
    check(a, random.sequence(count: random.below(150), letters: 8), &measure)
    check(a, random.changed(a, rate: 0.3, letters: 8), &measure)
  }

  /// 1,024 times the mean of the two measures, by the definition, in exact fractions.
  private func expected(_ a: [UInt32], _ b: [UInt32]) -> Int32 {
    if a == b { return Similarity.equalSkeletons }
    let longer = max(a.count, b.count)
    let sum = a.count + b.count
    let byDistance = (longer - Oracle.distance(a, b)) * sum
    let byCommon = 2 * Oracle.common(a, b) * longer
    let twice = 2 * 1024 * (byDistance + byCommon)
    let whole = 2 * longer * sum
    return Int32((twice + whole) / (2 * whole))
  }

  private func skeletons(_ words: [[UInt32]]) -> Skeletons {
    var skeletons = Skeletons()
    for word in words { skeletons.append(word, kind: .word) }
    return skeletons
  }

  /// Without a floor every value is the definition's; with one, all above it, and 0 below; rejected
  /// pairs included.
  @Test func valuesAreTheDefinitions() {
    var random = SeededGenerator(seed: 1)
    var words = allSequences(letters: 2, upTo: 4)
    for _ in 0..<60 { words.append(random.sequence(count: random.below(14), letters: 20)) }
    for _ in 0..<6 { words.append(random.sequence(count: 60 + random.below(80), letters: 20)) }
    var plain = Similarity(skeletons(words), floor: 0)
    var usual = Similarity(skeletons(words))
    for a in words.indices {
      for b in words.indices {
        let value = a == b ? Similarity.one : expected(words[a], words[b])
        let first = plain.of(UInt32(a), UInt32(b))
        let floored = usual.of(UInt32(a), UInt32(b))
        if first != value { Issue.record("\(first) for \(value): \(words[a]) \(words[b])") }
        let least = value < Similarity.usualFloor ? 0 : value
        if floored != least { Issue.record("\(floored) for \(least): \(words[a]) \(words[b])") }
      }
    }
    #expect(plain.counters.rejected == 0)
    #expect(usual.counters.rejected > usual.counters.pairs / 2)
  }

  @Test func kindsOfWords() {
    let letters = { (text: String) in text.unicodeScalars.map(\.value) }
    var all = Skeletons()
    all.append(letters("3000"), kind: .figure)  // 0
    all.append(letters("9000"), kind: .figure)  // 1
    all.append(letters("17"), kind: .figure)  // 2
    all.append(letters("kyng"), kind: .word)  // 3
    all.append(letters("kyng"), kind: .word)  // 4
    all.append(letters("."), kind: .punctuation)  // 5
    all.append(letters("."), kind: .punctuation)  // 6
    all.append(letters("king"), kind: .word)  // 7
    var similarity = Similarity(all)
    #expect(similarity.of(0, 1) == 768)
    #expect(similarity.of(0, 2) == 512)
    #expect(similarity.of(3, 4) == 993)
    #expect(similarity.of(3, 7) == 768)
    #expect(similarity.of(5, 6) == 0)
    #expect(similarity.of(5, 3) == 0)
    #expect(similarity.of(5, 5) == 1024)
    #expect(similarity.of(0, 3) == 0)
  }

  @Test func joinedWords() {
    let letters = { (text: String) in text.unicodeScalars.map(\.value) }
    var all = Skeletons()
    for word in ["in", "to", "into", "so", "much", "insomuch"] {
      all.append(letters(word), kind: .word)
    }
    all.append(letters(","), kind: .punctuation)
    var similarity = Similarity(all, floor: 0)
    #expect(similarity.of(joining: [0, 1], 2) == 993)
    #expect(similarity.of(joining: [0, 3, 4], 5) == 993)
    #expect(similarity.of(joining: [0, 4], 5) == expected(letters("inmuch"), letters("insomuch")))
    #expect(similarity.of(joining: [0, 6], 2) == 0)
    #expect(similarity.of(0, 2) == expected(letters("in"), letters("into")))
    #expect(similarity.skeletons.hasPrefix(5, 0))
    #expect(!similarity.skeletons.hasPrefix(0, 5))
  }

  /// A word as long as a file is cut to a length that bounds the work.
  @Test func wordsWithoutEnd() {
    let long = (0..<100_000).map { UInt32($0 % 50) }
    var all = Skeletons()
    all.append(long, kind: .word)
    all.append(long + [7], kind: .word)
    all.append([1, 2, 3], kind: .word)
    #expect(all.length(0) == Skeletons.longest)
    var similarity = Similarity(all)
    #expect(similarity.of(0, 1) > 900)
    #expect(similarity.of(0, 2) == 0)
  }

  @Test func emptySkeletons() {
    var similarity = Similarity(skeletons([[], [], [1]]))
    #expect(similarity.of(0, 1) == Similarity.equalSkeletons)
    #expect(similarity.of(0, 2) == 0)
  }

  /// Each pair is computed once while the table has room, whichever word comes first.
  @Test func pairsAreComputedOnce() {
    var random = SeededGenerator(seed: 2)
    let words = (0..<120).map { _ in random.sequence(count: 4 + random.below(5), letters: 6) }
    var similarity = Similarity(skeletons(words), floor: 0)
    for a in words.indices { for b in words.indices { _ = similarity.of(UInt32(a), UInt32(b)) } }
    let pairs = words.count * (words.count - 1) / 2
    #expect(similarity.counters.pairs == 2 * pairs)
    #expect(similarity.counters.computed >= pairs)
    #expect(similarity.counters.computed < pairs + pairs / 5)
  }

  /// Values do not depend on what the table has forgotten.
  @Test func forgettingChangesNothing() {
    var cache = PairCache()
    for a in UInt32(0)..<600 {
      for b in a..<600 { cache[PairCache.key(a, b)] = Int32((a &* 7 &+ b) % 1025) }
    }
    var kept = 0
    for a in UInt32(0)..<600 {
      for b in a..<600 {
        guard let value = cache[PairCache.key(b, a)] else { continue }
        kept += 1
        if value != Int32((a &* 7 &+ b) % 1025) { Issue.record("\(a) \(b) \(value)") }
      }
    }
    #expect(kept > 60_000)
    #expect(PairCache.key(1 << 26, 0) == nil)
  }

  /// The bound is never below what two words share, also where letters share a group and where
  /// words are too long to be counted.
  @Test func letterCountsBoundWhatIsCommon() {
    let all = allSequences(letters: 3, upTo: 5)
    for a in all {
      for b in all where LetterCounts(a).commonAtMost(LetterCounts(b)) < Oracle.common(a, b) {
        Issue.record("\(a) \(b)")
      }
    }
    var random = SeededGenerator(seed: 3)
    for length in [1, 5, 40, 253, 254, 255, 256, 257, 300] {
      for letters in [1, 30, 100] {
        let a = random.sequence(count: length, letters: letters)
        let b = random.changed(a, rate: 0.3, letters: letters)
        let bound = LetterCounts(a).commonAtMost(LetterCounts(b))
        #expect(bound >= Oracle.common(a, b) && bound <= min(a.count, b.count))
      }
    }
    #expect(LetterCounts([1, 2, 3, 3]).commonAtMost(LetterCounts([3, 3, 3, 4, 5])) == 2)
  }
}
