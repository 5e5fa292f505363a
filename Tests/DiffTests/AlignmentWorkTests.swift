import Diff
import Testing

@Suite("Work of an alignment: counted, not timed")
struct AlignmentWorkTests {
  /// A text of `count` words with a few letters each, from few enough words that phrases recur.
  static func text(_ count: Int, seed: UInt64, prefix: String = "w") -> [String] {
    var random = Seeded(seed)
    return (0..<count).map { _ in prefix + String(random.below(count / 4 + 20)) }
  }

  /// The text with about one word in `rate` replaced, left out or doubled.
  static func version(_ text: [String], rate: Int, seed: UInt64) -> [String] {
    var random = Seeded(seed)
    var row: [String] = []
    for word in text {
      switch random.below(rate * 3) {
      case 0: row.append("x" + String(random.below(50)))
      case 1: break
      case 2: row += [word, "y" + String(random.below(50))]
      default: row.append(word)
      }
    }
    return row
  }

  static func align(_ rows: [[String]], threads: Int = 1) -> MultipleAlignment {
    let words = Words(rows)
    return MultipleAligner(threads: threads).align(words.rows, words.vocabulary)
  }

  @Test func growsInProportionToTheLengthOfLikeTexts() {
    let work = [1000, 4000].map { count in
      let text = Self.text(count, seed: 1)
      return Self.align((0..<3).map { Self.version(text, rate: 30, seed: 10 + $0) }).work
    }
    #expect(work[1].cells < 6 * work[0].cells)
    #expect(work[1].anchoring < 6 * work[0].anchoring)
    #expect(work[1].similarities < 6 * work[0].similarities)
    #expect(work[1].refined < 6 * work[0].refined)
    #expect(work[1].cells < 1000 * 4000)
  }

  @Test func unrelatedTextsAreLeftSideBySide() {
    let a = Self.text(3000, seed: 1, prefix: "a")
    let b = Self.text(3000, seed: 2, prefix: "b")
    let alignment = Self.align([a, b])
    #expect(alignment.columnCount == a.count + b.count)
    #expect(alignment.work.cells == 0)
    #expect(alignment.moves.isEmpty)
  }

  @Test func aRepeatedWordMakesOneGapAtTheEnd() {
    let count = 20_000
    let alignment = Self.align([
      [String](repeating: "the", count: count), [String](repeating: "the", count: count - 1),
    ])
    #expect(alignment.columns[1] == [Int32](0..<Int32(count - 1)))
    #expect(alignment.columnCount == count)
    #expect(alignment.work.cells == 0)
    #expect(alignment.work.anchoring < 3 * count)
  }

  @Test func aDoubledTextMakesOneGapAtTheEnd() {
    let text = Self.text(400, seed: 3)
    let alignment = Self.align([text, text + text])
    #expect(alignment.columns[0] == [Int32](0..<400))
    #expect(alignment.columnCount == 800)
  }

  @Test func aMovedPassageIsLinkedAndItsInsideAligned() {
    let text = Self.text(900, seed: 4)
    var passage = Array(text[100..<200])
    passage[50] = "other"
    passage.remove(at: 70)
    let alignment = Self.align([text, text[0..<100] + text[200..<700] + passage + text[700...]])
    #expect(alignment.moves.count == 1)
    guard let move = alignment.moves.first else { return }
    #expect(move.first.columns == 100..<200)
    #expect(move.first.rows == [0] && move.second.rows == [1])
    #expect(move.second.columns.count == 99)
    let expected = (0..<100).filter { $0 != 70 }.enumerated().map { index, k in
      [100 + k, move.second.columns.lowerBound + index]
    }
    #expect(move.pairs.map { [$0.first, $0.second] } == expected)
  }

  @Test func anyNumberOfThreadsGivesTheSame() {
    let text = Self.text(900, seed: 5)
    let rows = (0..<4).map { Self.version(text, rate: 6, seed: 20 + $0) }
    let alone = Self.align(rows)
    for threads in 2...3 {
      let together = Self.align(rows, threads: threads)
      #expect(together.columns == alone.columns)
      #expect(together.moves == alone.moves)
      #expect(together.work.refined == alone.work.refined)
    }
  }

  @Test func aLongOmissionIsNotStrewnWithStrayMatches() {
    let common = ["the", "of", "as", "is", "units", "and"]
    var random = Seeded(6)
    let passage = (0..<500).map { k in
      (25..<475).contains(k) && random.below(3) == 0
        ? common[random.below(common.count)] : "p" + String(k)
    }
    let before = ["led", "by", "these", "units"]
    let after = ["there", "is", "no", "doubt", "in", "it"]
    let rows = [
      before + passage + ["as", "you", "see"] + after, before + ["as", "is", "evident"] + after,
    ]
    let alignment = Self.align(rows)
    #expect(alignment.columnCount == rows[0].count)
    let expected = Array(0..<4) + Array(504..<513)
    #expect(alignment.columns[1].map(Int.init) == expected)
  }
}
