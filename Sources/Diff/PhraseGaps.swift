/// Moves gaps that could as well stand elsewhere to where a witness lacks a sentence, a clause or a
/// phrase.
///
/// A gap that repeats the words before it can stand in several places, of which `GapPlacement` has
/// chosen the last. The first of these rules that decides moves it from there:
///
/// 1. In texts made of formulas a sentence or verse that some rows lack often begins and ends with
///    the same words as the next. If just one place is right after the end of a sentence or
///    paragraph, that is meant: the witness lacks the sentence, not the middle of two. A gap of
///    less than four words counts as a sentence only if it ends with one.
/// 2. Words with marks after them face such words (`MarkFit`); and of places equally good in that,
///    a gap begins after a mark and ends with one: it is a clause.
/// 3. In texts that have neither marks nor blanks it does not part characters that stand together
///    elsewhere (`Cohesion`).
/// 4. Where the words before the gap lean towards those after them, it begins before those words:
///    of `on a road or on a market` the witness that has `on a market` alone lacks `on a road or`,
///    not `road or on a`. A gap that ends with a mark which the witness has not stays.
/// 5. In texts with marks, a gap of three words or more that repeats a single rare one begins with
///    it: that word is the head of a phrase rather than its end. `erat filius Ioseph` beside
///    `erat filius Virginis vel credebatur filius Ioseph` lacks `filius Virginis vel credebatur`.
///    So it is in five of the six editions known to have such gaps; where more words are repeated,
///    they are as often the end, and the gap stays late.
///
/// Of a gap that only repeats what stands before it, as `in in` for `in`, all instances are alike
/// but for their marks: where these do not move it, it stays late, as all do for which nothing
/// decides.
///
/// Time O(N) for N tokens, beside O(R · W log N) for each gap that can move by R tokens in W rows.
struct PhraseGaps {
  private let fit: MarkFit
  private let leaning: LeaningWords
  private let model: TokenModel
  /// Counted when the first gap asks.
  private var cohesion: Cohesion?

  /// Columns of a gap that may be a sentence without ending as one: shorter ones are words left out
  /// or put in like any.
  private static let minimum = 4
  /// Columns of the shortest gap that begins with the only word it repeats. Of two, a word with its
  /// article or its `and`, the article may be the one or the other: florilegium has
  /// `τοῦ [πνεύματος τοῦ] ἁγίου`.
  private static let headed = 3

  /// Takes the marks of the rows to come, and what is known of their words.
  init(_ marks: MarksAfterWords, leaning: LeaningWords, _ model: TokenModel) {
    fit = MarkFit(marks: marks)
    self.leaning = leaning
    self.model = model
  }

  /// Goes through the gaps of all rows, each once for all rows that share it.
  mutating func place(_ table: inout WorkingTable) {
    table.number()
    for row in table.rows.indices {
      for token in 0..<max(0, table.rows[row].count - 1) {
        let before = table.place(row, token)
        let after = table.place(row, token + 1)
        guard table.next[Int(before)] != after else { continue }
        // Nearly all gaps end here, before anything is laid out for them.
        guard table.haveOneToken(before, table.previous[Int(after)]),
          let gap = gap(row, token, table)
        else { continue }
        move(gap, &table)
      }
    }
  }

  /// The gap after a token with all rows that have it, or nil where it was looked at with an
  /// earlier row.
  private func gap(_ row: Int, _ token: Int, _ table: WorkingTable) -> SlidingGap? {
    let before = table.place(row, token)
    let after = table.place(row, token + 1)
    var rows: [(row: Int, token: Int)] = []
    for other in table.rows.indices {
      guard let k = table.token(of: other, in: before), table.place(other, k + 1) == after else {
        continue
      }
      if other < row { return nil }
      rows.append((other, k))
    }
    var columns: [Int32] = []
    var node = table.next[Int(before)]
    while node != after {
      columns.append(node)
      node = table.next[Int(node)]
    }
    return SlidingGap(rows: rows, columns: columns, table)
  }

  /// Moves a gap to where it is meant to begin.
  private mutating func move(_ gap: SlidingGap, _ table: inout WorkingTable) {
    guard gap.reach > 0 else { return }
    if let offset = sentence(gap, table) {
      return gap.move(by: offset, &table, .sentence)
    }
    guard !gap.isDoubling else { return }
    let (offset, isClause) = marked(gap, table)
    if isClause || gap.isRepetition && offset == 0 {
      return gap.move(by: offset, &table, .marks)
    }
    var phrase = leaning(gap, from: offset, table)
    let cohering = cohering(gap, table)
    if phrase == 0, isHeaded(gap, table) { phrase = 1 }
    if !cohering.contains(phrase) { phrase = cohering[0] }
    gap.move(by: phrase, &table, phrase == offset ? .marks : .phrase)
  }

  // MARK: Sentences

  /// The only offset at which a gap begins right after a sentence, if it is none where it stands.
  private func sentence(_ gap: SlidingGap, _ table: WorkingTable) -> Int? {
    let ends = (1...gap.reach).filter { fit.isSentenceEnd(gap.before($0, table), table) }
    guard ends.count == 1, !fit.isSentenceEnd(gap.before(0, table), table) else { return nil }
    let isSentence =
      gap.columns.count >= Self.minimum || fit.isSentenceEnd(gap.last(ends[0], table), table)
    return isSentence ? ends[0] : nil
  }

  // MARK: Marks

  /// The least offset at which most words with marks face words with marks; of these the least at
  /// which the gap is a clause, and whether it is one.
  private func marked(_ gap: SlidingGap, _ table: WorkingTable) -> (offset: Int, isClause: Bool) {
    let rows = gap.rows.map(\.row)
    var facing: [Int32] = [0]
    for k in 0..<gap.reach {
      let own = gap.rows.reduce(Int32(0)) {
        fit.marks.any[$1.row][$1.token - k] ? $0 + table.weights[$1.row] : $0
      }
      let gain = fit.isMarked(gap.last(k, table), except: rows, table) ? own : 0
      let loss = fit.isMarked(gap.before(k, table), except: rows, table) ? own : 0
      facing.append(facing[k] + gain - loss)
    }
    let best = facing.max()
    let offsets = facing.indices.filter { facing[$0] == best }
    let clause = offsets.first {
      fit.isBound(gap.before($0, table), except: rows, table)
        && fit.isBound(gap.last($0, table), except: rows, table)
    }
    return (clause ?? offsets[0], clause != nil)
  }

  // MARK: Phrases

  /// The offsets that part the fewest characters which stand together, in texts that have neither
  /// marks nor blanks; in others all.
  private mutating func cohering(_ gap: SlidingGap, _ table: WorkingTable) -> [Int] {
    guard fit.marks.arePlain, model.vocabulary.hasCharacters else { return Array(0...gap.reach) }
    let counted = cohesion ?? Cohesion(table)
    cohesion = counted
    return counted.offsets(of: gap, table)
  }

  /// Whether a gap is long, repeats one rare word only, and neither begins nor ends at a mark where
  /// it stands, in a text that has marks.
  private func isHeaded(_ gap: SlidingGap, _ table: WorkingTable) -> Bool {
    guard !fit.marks.arePlain, gap.reach == 1, gap.columns.count >= Self.headed,
      model.rarity[Int(table.heaviest(gap.before(0, table)))] >= Parameters.contentRarity
    else { return false }
    let rows = gap.rows.map(\.row)
    return !fit.isBound(gap.before(0, table), except: rows, table)
      && !fit.isBound(gap.last(0, table), except: rows, table)
  }

  /// The offset before the words that lean, from some offset on.
  private func leaning(_ gap: SlidingGap, from start: Int, _ table: WorkingTable) -> Int {
    let (row, token) = gap.rows[0]
    var offset = start
    while offset < gap.reach, leaning[table.rows[row][token - offset]],
      fit.marks.any[row][token - offset] || !fit.isMarked(gap.last(offset, table), table)
    {
      offset += 1
    }
    return offset
  }
}
