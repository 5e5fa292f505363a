import Testing

@testable import Diff

@Suite("Explanations")
struct MergeMeetingTests {
  /// The best score over all ways to match two sides that keep to a condition, each tried.
  private struct Oracle {
    var a: Profile
    var b: Profile
    var pairs: [[Score]]

    func best(_ keeps: ([(Int, Int)]) -> Bool) -> Score? {
      var best: Score?
      func go(_ path: [(Int, Int)], _ i: Int, _ j: Int) {
        if keeps(path) { best = max(best ?? Score.min, score(path)) }
        for x in i..<a.count { for y in j..<b.count { go(path + [(x, y)], x + 1, y + 1) } }
      }
      go([], 0, 0)
      return best
    }

    private func score(_ path: [(Int, Int)]) -> Score {
      var sum: Score = 0
      var (i, j) = (0, 0)
      for (x, y) in path + [(a.count, b.count)] {
        sum -= gap(a, i..<x) + gap(b, j..<y)
        if x < a.count { sum += pairs[x][y] }
        (i, j) = (x + 1, y + 1)
      }
      return sum
    }

    private func gap(_ side: Profile, _ columns: Range<Int>) -> Score {
      var cost = GapCost()
      for column in columns {
        let weight = side.entries(column).reduce(Int32(0)) { $0 + side.weights[$1] }
        cost.add(share: Fixed.share(weight, of: side.total))
      }
      return cost.close()
    }
  }

  private static let spellings = ["king", "kyng", "kings", "the", "then", "of", "9", "10"]

  private func row(_ random: inout Seeded, _ count: Int) -> [UInt32] {
    (0..<count).map { _ in UInt32(random.below(Self.spellings.count)) }
  }

  private func profile(_ random: inout Seeded) -> Profile {
    let one = Profile(row: row(&random, 1 + random.below(3)), weight: 1 + random.below(2))
    let other = Profile(row: row(&random, one.count), weight: 1)
    let run = MatchedRun(startA: 0, startB: 0, length: random.below(one.count) + 1)
    return .merged(one, other, Pairing(runs: [run], countA: one.count, countB: other.count))
  }

  @Test(arguments: 1...80)
  func weighsAgainstTheBestOfAllOtherPaths(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = Words([Self.spellings])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1])
    var pairs = PairScore(model)
    let (a, b) = (profile(&random), profile(&random))
    guard a.count <= 4, b.count <= 4 else { return }
    let window = ConstrainedWindow(a, 0..<a.count, b, 0..<b.count, &pairs)
    let oracle = Oracle(
      a: a, b: b,
      pairs: (0..<a.count).map { i in (0..<b.count).map { window.score(i, $0) } })
    #expect(window.best() == oracle.best { _ in true }, "seed \(seed)")
    for i in 0..<a.count {
      for j in 0..<b.count {
        let apart = oracle.best { !$0.contains { $0 == (i, j) } }
        #expect(window.best(.apart(i, j)) == apart, "seed \(seed), apart \(i) \(j)")
      }
      let left = oracle.best { $0.contains { $0.0 == i } }
      #expect(window.best(.leftMatched(i)) == left, "seed \(seed), left \(i)")
    }
    for j in 0..<b.count {
      let right = oracle.best { $0.contains { $0.1 == j } }
      #expect(window.best(.rightMatched(j)) == right, "seed \(seed), right \(j)")
    }
  }

  /// The figure printed for a window is the one that the engine decided by.
  @Test(arguments: 1...80)
  func aWindowScoresWhatTheEngineSaid(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = Words([Self.spellings])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1])
    let (a, b) = (profile(&random), profile(&random))
    var solver = WindowSolver(model)
    solver.left.load(a, 0..<a.count, depth: Parameters.mergeDepth)
    solver.right.load(b, 0..<b.count, depth: Parameters.mergeDepth)
    var runs: [MatchedRun] = []
    solver.solve(offsetA: 0, offsetB: 0, into: &runs)
    var pairs = PairScore(model)
    let window = ConstrainedWindow(a, 0..<a.count, b, 0..<b.count, &pairs)
    #expect(window.best() == solver.score, "seed \(seed)")
  }

  private func texts(_ seed: Int) -> Words {
    var random = Seeded(UInt64(seed))
    let vocabulary = ["a", "bee", "bees", "cat", "kat", "dog", ",", ".", "in", "to", "into", "7"]
    let base = (0..<12 + random.below(20)).map { _ in random.below(vocabulary.count) }
    return Words(
      (0..<2 + random.below(5)).map { _ in
        base.compactMap { word -> String? in
          switch random.below(8) {
          case 0: nil
          case 1: vocabulary[random.below(vocabulary.count)]
          default: vocabulary[word]
          }
        }
      })
  }

  @Test(arguments: 1...60)
  func askingChangesNothing(seed: Int) {
    let words = texts(seed)
    for punctuation in [MultipleAligner.Punctuation.afterWords, .inline] {
      let plain = MultipleAligner(punctuation: punctuation)
      var asking = plain
      asking.isTracing = true
      var found = asking.align(words.rows, words.vocabulary)
      (found.reasons, found.trace) = ([], nil)
      #expect(found == plain.align(words.rows, words.vocabulary), "seed \(seed)")
    }
  }

  /// Whom a word stood beside before is told of those that a stage after the merges moved, and of
  /// no others; and such there are.
  @Test func tellsWhoMoved() {
    var moved = 0
    for seed in 1...60 {
      let words = texts(seed)
      var aligner = MultipleAligner()
      aligner.isTracing = true
      let alignment = aligner.align(words.rows, words.vocabulary)
      let scale = PlacementScale(words.rows, words.vocabulary, alignment)
      for row in words.rows.indices {
        for element in words.rows[row].indices {
          let former = scale.formerCompany(row: row, element: element)
          switch alignment.reasons[row][element] {
          case .refinement, .counterpart, .gapPlacement, .sentence, .marks, .phrase, .conflation,
            .division:
            #expect(former != nil, "seed \(seed)")
            moved += 1
          default: #expect(former == nil, "seed \(seed)")
          }
        }
      }
    }
    #expect(moved > 20)
  }

  /// A side of a merge is a row that none has merged before, or all that an earlier merge made; and
  /// the meetings name the rows as they were given.
  @Test(arguments: 1...60)
  func groupsAreWhatEarlierMergesMade(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let rows = (0..<2 + random.below(9)).map { _ in
      (0..<6).map { _ in Self.spellings[random.below(2)] }
    }
    let words = Words(rows)
    var aligner = MultipleAligner()
    aligner.isTracing = true
    let alignment = aligner.align(words.rows, words.vocabulary)
    let trace = try #require(alignment.trace)
    var groups = Set(trace.rows.indices.map { [$0] })
    for step in trace.steps {
      #expect(groups.remove(step.groupA) != nil, "seed \(seed)")
      #expect(groups.remove(step.groupB) != nil, "seed \(seed)")
      groups.insert((step.groupA + step.groupB).sorted())
    }
    #expect(groups == [[Int](trace.rows.indices)], "seed \(seed)")
    var scale = PlacementScale(words.rows, words.vocabulary, alignment)
    let meetings = scale.meetings(of: [(0, 0)])
    #expect(meetings.isEmpty == trace.steps.isEmpty, "seed \(seed)")
    if let last = meetings.last {
      #expect((last.rowsA + last.rowsB).sorted() == [Int](rows.indices), "seed \(seed)")
    }
  }

  /// An opening mark goes to the slot before its word whatever others have; a comma there is voted.
  @Test func anOpeningMarkIsSaidToStandBeforeItsWord() {
    let words = Words([
      ["he", "said", ",", "now", "“", "go"], ["he", ",", "“", "go"], ["he", "said", "now", "go"],
    ])
    var aligner = MultipleAligner()
    aligner.isTracing = true
    let alignment = aligner.align(words.rows, words.vocabulary)
    #expect(Array(alignment.reasons[1][1...2]) == [.votedSlot, .openingSlot])
    #expect(alignment.reasons[0][2] == .onlySlot && alignment.reasons[0][4] == .onlySlot)
  }

  /// An anchor weighs what it had to, and no alternative beats what was chosen.
  @Test(arguments: 1...60)
  func meetingsAddUp(seed: Int) {
    let words = texts(seed)
    var aligner = MultipleAligner()
    aligner.isTracing = true
    let alignment = aligner.align(words.rows, words.vocabulary)
    var scale = PlacementScale(words.rows, words.vocabulary, alignment)
    for row in words.rows.indices {
      for element in words.rows[row].indices {
        for meeting in scale.meetings(of: [(row, element)]) {
          if case .anchor(let elements, let weight, let needed) = meeting.decision {
            #expect(weight >= needed && !elements.isEmpty, "seed \(seed)")
          }
          guard case .window(let window) = meeting.decision else { continue }
          #expect(window.best.map { $0 >= window.otherwise ?? Int.min } == true, "seed \(seed)")
          #expect((window.pair == nil) == (meeting.elementsA.isEmpty || meeting.elementsB.isEmpty))
        }
      }
    }
  }
}
