import Testing

@testable import Diff

@Suite("Windows, scores and guide tree")
struct WindowTests {
  /// The best score over all ways to match two sides, each tried.
  private struct Oracle {
    var scores: [[Score]]
    var leftShares: [Share]
    var rightShares: [Share]

    func best(_ i: Int = 0, _ j: Int = 0) -> Score {
      var best = -gap(leftShares[i...]) - gap(rightShares[j...])
      for a in i..<leftShares.count {
        for b in j..<rightShares.count {
          let before = -gap(leftShares[i..<a]) - gap(rightShares[j..<b])
          best = max(best, before + scores[a][b] + self.best(a + 1, b + 1))
        }
      }
      return best
    }

    private func gap(_ shares: ArraySlice<Share>) -> Score {
      var cost = GapCost()
      for share in shares { cost.add(share: share) }
      return cost.close()
    }
  }

  private static let words = ["king", "kyng", "kings", "the", "then", "of", "9", "10", ",", "<…>"]

  private func profile(_ random: inout Seeded, _ words: Words, columns: Int) -> Profile {
    var profile = Profile(row: row(&random, words, columns), weight: 1 + random.below(3))
    for _ in 0..<random.below(3) {
      let other = Profile(row: row(&random, words, columns), weight: 1 + random.below(3))
      let shared = random.below(columns + 1)
      let run = MatchedRun(startA: 0, startB: 0, length: shared)
      profile = Profile.merged(
        profile, other,
        Pairing(
          runs: shared > 0 ? [run] : [], countA: profile.count, countB: other.count))
    }
    return profile
  }

  private func row(_ random: inout Seeded, _ words: Words, _ count: Int) -> [UInt32] {
    (0..<count).map { _ in UInt32(random.below(words.spellings.count)) }
  }

  @Test(arguments: 1...60)
  func findsTheBestOfAllPaths(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = Words([Self.words])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1])
    let a = profile(&random, words, columns: 1 + random.below(2))
    let b = profile(&random, words, columns: 1 + random.below(2))
    guard a.count <= 4, b.count <= 4 else { return }
    var pairs = PairScore(model)
    var oracle = Oracle(scores: [], leftShares: shares(a), rightShares: shares(b))
    oracle.scores = (0..<a.count).map { i in
      (0..<b.count).map { j in score(a, i, b, j, &pairs) }
    }
    var runs: [MatchedRun] = []
    let solver = solved(a, b, model, into: &runs)
    #expect(solver.score == oracle.best(), "seed \(seed): \(runs)")
  }

  /// A row is aligned with columns as a window is, though most of its cells are left out: the same
  /// pairs where the score is above the threshold, and none where it is not.
  @Test(arguments: 1...200)
  func aRowNeedsNoMoreThanTheCellsAboveTheThreshold(seed: Int) {
    var random = Seeded(UInt64(seed))
    let words = Words([Self.words])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1])
    let columns = profile(&random, words, columns: 1 + random.below(25))
    let ids = version(of: columns.keys, &random, words)
    var expected: [MatchedRun] = []
    let full = solved(Profile(row: ids, weight: 1), columns, model, into: &expected)
    var solver = RowWindowSolver(model)
    load(ids, columns, into: &solver)
    for margin: Score in [1, 100, 1000, 5000, 50_000] {
      var runs: [MatchedRun] = []
      #expect(solver.solve(above: full.score - margin, into: &runs), "seed \(seed), \(margin)")
      #expect(runs == expected && solver.score == full.score, "seed \(seed), \(margin)")
    }
    var runs: [MatchedRun] = []
    #expect(!solver.solve(above: full.score, into: &runs) && runs.isEmpty, "seed \(seed)")
  }

  @Test func ofALongRowFewCellsAreLookedAt() {
    var random = Seeded(1)
    let words = Words([(0..<300).map { "w\($0)" }])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1])
    let columns = Profile(row: words.rows[0], weight: 3)
    let ids = words.rows[0].filter { _ in random.below(20) > 0 }
    var runs: [MatchedRun] = []
    let full = solved(Profile(row: ids, weight: 1), columns, model, into: &runs)
    var solver = RowWindowSolver(model)
    load(ids, columns, into: &solver)
    var again: [MatchedRun] = []
    #expect(solver.solve(above: full.score - 200, into: &again) && again == runs)
    #expect(solver.cells * 4 < full.cells, "\(solver.cells) of \(full.cells)")
  }

  /// A window of two whole profiles, solved.
  private func solved(
    _ left: Profile, _ right: Profile, _ model: TokenModel, into runs: inout [MatchedRun]
  ) -> WindowSolver {
    var solver = WindowSolver(model)
    solver.left.load(left, 0..<left.count, depth: 8)
    solver.right.load(right, 0..<right.count, depth: 8)
    solver.solve(offsetA: 0, offsetB: 0, into: &runs)
    return solver
  }

  private func load(_ ids: [UInt32], _ columns: Profile, into solver: inout RowWindowSolver) {
    solver.left.begin(columns: ids.count, entries: ids.count)
    for id in ids { solver.left.appendSolid(id) }
    solver.beginColumns(columns.count, words: columns.tokens.count)
    for (column, share) in shares(columns).enumerated() {
      for entry in columns.entries(column) {
        let weight = Fixed.share(columns.weights[entry], of: columns.total)
        solver.append(columns.tokens[entry], weight)
      }
      solver.finishColumn(Int32(column), occupied: share, content: UInt64(column).mixed)
    }
  }

  /// Words with some left out, put in and changed.
  private func version(of ids: [UInt32], _ random: inout Seeded, _ words: Words) -> [UInt32] {
    var result: [UInt32] = []
    for id in ids {
      let kind = random.below(8)
      if kind == 0 { continue }
      if kind == 1 { result += row(&random, words, 1) }
      result.append(kind == 2 ? row(&random, words, 1)[0] : id)
    }
    return result.isEmpty ? [ids[0]] : result
  }

  private func shares(_ profile: Profile) -> [Share] {
    (0..<profile.count).map { column in
      let sum = profile.entries(column).reduce(Int32(0)) { $0 + profile.weights[$1] }
      return Fixed.share(sum, of: profile.total)
    }
  }

  /// The score of two columns, straight from its definition.
  private func score(_ a: Profile, _ i: Int, _ b: Profile, _ j: Int, _ pairs: inout PairScore)
    -> Score
  {
    var mean: Int64 = 0
    var best = Score.min
    for y in b.entries(j) {
      var ofColumn: Int64 = 0
      for x in a.entries(i) {
        let value = pairs.score(a.tokens[x], b.tokens[y])
        ofColumn += Int64(Fixed.share(a.weights[x], of: a.total)) * Int64(value)
        best = max(best, value)
      }
      mean += Int64(Fixed.share(b.weights[y], of: b.total)) * ofColumn
    }
    return ColumnScore.value(mean: mean, best: best, occupied: shares(a)[i], shares(b)[j])
  }

  @Test func pairScoresAreSymmetricAndWithinBounds() {
    let words = Words([Self.words, ["king", "of", "of", "of"]])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1, 1])
    var pairs = PairScore(model)
    let ids = UInt32(0)..<UInt32(words.spellings.count)
    for a in ids {
      for b in ids {
        let score = pairs.score(a, b)
        #expect(score == pairs.score(b, a))
        #expect((-1126...1280).contains(score))
        #expect(a == b || score < pairs.score(a, a) || !words.vocabulary.isWord(a))
      }
    }
  }

  @Test func rareWordsCountMore() {
    let words = Words([["the", "the", "the", "king", "the", "of", "of", "battle"]])
    let model = TokenModel(vocabulary: words.vocabulary, rows: words.rows, weights: [1])
    let rarity = Dictionary(
      uniqueKeysWithValues: zip(words.spellings, model.rarity))
    #expect(rarity["king"] == 1024)
    #expect(rarity["of"]! < 1024 && rarity["of"]! > rarity["the"]!)
    // L = 8 and f = 4: log 2 / log 8.
    #expect(abs(rarity["the"]! - 341) <= 1)
  }

  @Test func binaryLogarithmIsExactForPowersAndNearElsewhere() {
    for exponent in 0...40 { #expect(Fixed.log2(1 << exponent) == exponent << 16) }
    #expect(abs(Fixed.log2(3) - 103_872) <= 2)
    #expect(abs(Fixed.log2(1000) - 653_117) <= 2)
  }

  @Test func theLikestAreMergedFirst() {
    let words = Words([
      ["a", "b", "c", "d", "e", "f"], ["a", "b", "c", "d", "e", "g"], ["x", "y", "z", "d", "q"],
    ])
    let canonical = CanonicalRows(words.rows)
    let tree = GuideTree(rows: canonical.rows, weights: canonical.weights)
    #expect(tree.merges == [.init(into: 0, from: 1), .init(into: 0, from: 2)])
  }
}
