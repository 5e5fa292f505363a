import Testing

@testable import Diff

@Suite("What must hold of every alignment")
struct AlignmentInvariantTests {
  static let modes: [MultipleAligner.Punctuation] = [.afterWords, .inline]

  /// Every table of three rows of up to three tokens over two words and a mark, or one letter less.
  @Test(arguments: modes)
  func holdsForAllSmallRows(_ mode: MultipleAligner.Punctuation) {
    let rows = SmallRows.all(letters: ["a", "b", ","], length: 2)
    for a in rows {
      for b in rows {
        for c in rows { Invariants.check([a, b, c], mode) }
      }
    }
  }

  @Test(arguments: modes, 1...60)
  func holdsForRandomVersions(_ mode: MultipleAligner.Punctuation, seed: Int) {
    Invariants.check(RandomVersions(seed: UInt64(seed)).rows, mode)
  }

  @Test func holdsForEmptyInput() {
    for count in 0...3 {
      let empty = [[String]](repeating: [], count: count)
      Invariants.check(empty, .afterWords)
    }
  }

  @Test func equalRowsMakeNoGaps() {
    let row = "in the beginning , was the word and the word".split(separator: " ").map(String.init)
    let words = Words([row, row, row])
    let alignment = MultipleAligner().align(words.rows, words.vocabulary)
    #expect(alignment.columnCount == row.count)
    #expect(alignment.moves.isEmpty && alignment.divisions.isEmpty)
  }

  /// The objective of refinement is not the sum of pairs, but on the whole it must serve it.
  @Test func refinementGains() {
    var before = 0
    var after = 0
    for seed in 1...20 {
      let words = Words(RandomVersions(seed: UInt64(seed)).rows)
      let canonical = CanonicalRows(words.rows)
      let model = TokenModel(
        vocabulary: words.vocabulary, rows: canonical.rows, weights: canonical.weights)
      let tree = GuideTree(rows: canonical.rows, weights: canonical.weights)
      var progressive = Progressive(model)
      var table = WorkingTable(canonical, progressive.align(canonical, tree))
      var refinement = Refinement(model)
      before += SumOfPairs.score(canonical, table.table(), model)
      refinement.refine(&table)
      after += SumOfPairs.score(canonical, table.table(), model)
      #expect(refinement.gain >= 0, "seed \(seed)")
    }
    #expect(after >= before)
  }
}

/// All rows of up to `length` tokens.
enum SmallRows {
  static func all(letters: [String], length: Int) -> [[String]] {
    var result: [[String]] = [[]]
    var last: [[String]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { row in letters.map { row + [$0] } }
      result += last
    }
    return result
  }
}

/// Versions of one random text, each with substitutions, other spellings, omissions, additions and
/// moves.
struct RandomVersions {
  var rows: [[String]] = []

  init(seed: UInt64) {
    var random = Seeded(seed)
    let vocabulary = (0..<30).map { k in Self.word(k, &random) } + [",", ".", "“", "”", "<…>"]
    let length = random.below(40)
    let text = (0..<length).map { _ in vocabulary[random.below(vocabulary.count)] }
    for _ in 0..<(2 + random.below(4)) {
      rows.append(Self.version(of: text, vocabulary, &random))
    }
  }

  private static func word(_ k: Int, _ random: inout Seeded) -> String {
    let syllables = ["ka", "to", "mi", "re", "sul", "en", "or"]
    return (0..<(1 + k % 3)).map { _ in syllables[random.below(syllables.count)] }.joined()
  }

  private static func version(
    of text: [String], _ vocabulary: [String], _ random: inout Seeded
  ) -> [String] {
    var row: [String] = []
    for token in text {
      switch random.below(20) {
      case 0: break
      case 1: row.append(vocabulary[random.below(vocabulary.count)])
      case 2: row += [token, vocabulary[random.below(vocabulary.count)]]
      case 3: row.append(token + "e")
      case 4: row.insert(token, at: max(0, row.count - random.below(4)))
      case 5 where !row.isEmpty: row[row.count - 1] += token
      default: row.append(token)
      }
    }
    return row
  }
}

/// SplitMix64: the same numbers from the same seed everywhere.
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

/// The rules, each checked with a message from which the case can be set up again.
enum Invariants {
  static func check(_ rows: [[String]], _ mode: MultipleAligner.Punctuation) {
    let words = Words(rows)
    let aligner = MultipleAligner(punctuation: mode)
    let alignment = aligner.align(words.rows, words.vocabulary)
    if let fault = fault(of: alignment, rows) {
      Issue.record("\(fault) in \(rows), \(mode)")
    }
    checkOrder(rows, words, alignment, aligner)
    checkCopies(rows, words, alignment, aligner)
  }

  /// Rows rise and are whole, no column is empty, places lie inside and do not overlap.
  static func fault(of alignment: MultipleAlignment, _ rows: [[String]]) -> String? {
    var isFilled = [Bool](repeating: false, count: alignment.columnCount)
    for (row, columns) in zip(rows, alignment.columns) {
      guard row.count == columns.count else { return "a row has lost or gained tokens" }
      var last: Int32 = -1
      for column in columns {
        guard column > last, column < alignment.columnCount else { return "a row does not rise" }
        isFilled[Int(column)] = true
        last = column
      }
    }
    guard alignment.columns.count == rows.count else { return "a row is missing" }
    if isFilled.contains(false) { return "a column is empty" }
    var end = 0
    for division in alignment.divisions {
      guard division.lowerBound >= end, division.count > 1 else { return "divisions overlap" }
      guard division.upperBound <= alignment.columnCount else { return "a division is outside" }
      end = division.upperBound
    }
    return moveFault(of: alignment)
  }

  /// No token belongs to two moves; both places have rows, and none has the words in both.
  private static func moveFault(of alignment: MultipleAlignment) -> String? {
    var taken: Set<[Int]> = []
    for move in alignment.moves {
      guard move.first.columns.lowerBound < move.second.columns.lowerBound else {
        return "a move goes backwards"
      }
      guard Set(move.first.rows).isDisjoint(with: move.second.rows) else {
        return "a row has moved words twice"
      }
      for place in [move.first, move.second] {
        guard !place.rows.isEmpty, place.rows == place.rows.sorted() else {
          return "rows of a move"
        }
        guard place.columns.upperBound <= alignment.columnCount else { return "a move is outside" }
        let ends = Set([place.columns.lowerBound, place.columns.upperBound - 1])
        for row in place.rows {
          for column in ends where !taken.insert([row, column]).inserted {
            return "two moves share a token"
          }
        }
      }
    }
    return nil
  }

  /// Permuting the rows permutes the result and changes nothing else.
  private static func checkOrder(
    _ rows: [[String]], _ words: Words, _ alignment: MultipleAlignment, _ aligner: MultipleAligner
  ) {
    for order in [Array(rows.indices.reversed()), Array(rows.indices.dropFirst()) + [0]]
    where order.count == rows.count {
      let other = aligner.align(order.map { words.rows[$0] }, words.vocabulary)
      let expected = order.map { alignment.columns[$0] }
      #expect(other.columns == expected, "order \(order) of \(rows)")
      #expect(other.divisions == alignment.divisions, "order \(order) of \(rows)")
      let moves = other.moves.map { moved($0, order) }
      #expect(moves == alignment.moves, "order \(order) of \(rows)")
    }
  }

  private static func moved(
    _ move: MultipleAlignment.Move, _ order: [Int]
  ) -> MultipleAlignment.Move {
    var result = move
    result.first.rows = move.first.rows.map { order[$0] }.sorted()
    result.second.rows = move.second.rows.map { order[$0] }.sorted()
    return result
  }

  /// Equal rows stand alike.
  private static func checkCopies(
    _ rows: [[String]], _ words: Words, _ alignment: MultipleAlignment, _ aligner: MultipleAligner
  ) {
    guard let first = words.rows.first else { return }
    let doubled = aligner.align(words.rows + words.rows, words.vocabulary)
    #expect(doubled.columns.prefix(rows.count) == doubled.columns.suffix(rows.count)[...])
    #expect(doubled.columns.prefix(rows.count) == alignment.columns[...], "copies of \(rows)")
    let tripled = aligner.align(words.rows + [first, first], words.vocabulary)
    #expect(tripled.columns[rows.count] == tripled.columns[0], "copies of the first of \(rows)")
  }
}

/// The sum over all pairs of rows of the scores of the tokens that share a column: slow and plain.
enum SumOfPairs {
  static func score(_ canonical: CanonicalRows, _ table: Table, _ model: TokenModel) -> Int {
    var pairs = PairScore(model)
    var sum = 0
    for a in canonical.rows.indices {
      for b in 0..<a {
        for (i, x) in table.rows[a].enumerated() {
          if let j = table.rows[b].firstIndex(of: x) {
            sum += Int(pairs.score(canonical.rows[a][i], canonical.rows[b][j]))
          }
        }
      }
    }
    return sum
  }
}
