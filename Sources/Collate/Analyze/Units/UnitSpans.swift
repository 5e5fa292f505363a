/// Draws the places where witnesses differ as an editor would: not a word too much, no confetti.
///
/// First neighboring columns are joined that share a difference (`Boundaries`), then punctuation at
/// the edges is set apart, then common words that stand between two rewordings are taken in.
struct UnitSpans {
  private let verdicts: [ColumnVerdict]
  private let known: WordKnowledge
  private let table: ColumnTable
  private let absences: Absences
  /// By column: no unit reaches from the column before into it.
  private var isEdge: [Bool]
  /// By column: no rewording reaches over its beginning.
  private var isBarrier: [Bool]
  /// By column: number of the stretch that is one unit in any case, plus one; 0 for none.
  private var forced: [Int32]
  private var boundaries: Boundaries

  /// Judges all columns, O(tokens + columns), and notes which of them are one unit in any case,
  /// those of divided words and swaps, and where none may reach over.
  init(
    _ table: ColumnTable, _ collation: Collation, _ absences: Absences, _ judge: inout Judge
  ) {
    self.table = table
    self.absences = absences
    known = judge.known
    verdicts = table.verdicts(absences, &judge)
    isEdge = [Bool](repeating: false, count: table.columnCount + 1)
    isBarrier = isEdge
    forced = [Int32](repeating: 0, count: table.columnCount)
    boundaries = Boundaries(table, known.lexicon)
    for (i, division) in collation.divisions.enumerated() { force(division, Int32(i + 1)) }
    for (i, move) in collation.moves.enumerated() where move.isSwap {
      force(move.span, Int32(collation.divisions.count + i + 1))
    }
    for column in collation.placeEdges where forced[safe: column] == 0 {
      isEdge[column] = true
      isBarrier[column] = true
    }
    for stretch in absences.stretches {
      isEdge[stretch.columns.lowerBound] = true
      isEdge[stretch.columns.upperBound] = true
    }
  }

  private mutating func force(_ columns: Range<Int>, _ mark: Int32) {
    for column in columns.clamped(to: 0..<table.columnCount) { forced[column] = mark }
  }

  /// The spans in order; O(tokens + varied columns × rows).
  ///
  /// A passage that some rows lack and in which the others do not vary is a span; one in which they
  /// do is none, but those inside it are.
  mutating func spans() -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start: Int?
    var stretches = absences.stretches[...]
    for column in 0...table.columnCount {
      if let first = start, column == table.columnCount || !areJoined(column - 1, column) {
        spans.append(first..<column)
        start = nil
      }
      if let first = stretches.first, first.columns.upperBound == column {
        boundaries.setAbsent(first.rows, false)
        stretches.removeFirst()
      }
      if let first = stretches.first, first.columns.lowerBound == column {
        boundaries.setAbsent(first.rows, true)
      }
      if start == nil, column < table.columnCount, belongs(column) { start = column }
    }
    return swallowingCommonWords(withAbsences(spans.flatMap { settingPunctuationApart($0) }))
  }

  /// The spans and those absences that hold none; the ends of those that do become barriers.
  ///
  /// A piece of an absence that is no longer than a word is one span with all that varies in it: a
  /// word that some leave out and others write otherwise is one matter to an editor.
  private mutating func withAbsences(_ spans: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var rest = spans[...]
    for stretch in absences.stretches.map(\.columns) {
      while let span = rest.first, span.upperBound <= stretch.lowerBound {
        result.append(rest.removeFirst())
      }
      let count = rest.prefix { $0.upperBound <= stretch.upperBound }.count
      if count == 0 || isOneWord(stretch) {
        result.append(stretch)
        rest.removeFirst(count)
        continue
      }
      if rest.first != stretch {
        isBarrier[stretch.lowerBound] = true
        isBarrier[stretch.upperBound] = true
      }
      result.append(contentsOf: rest.prefix(count))
      rest.removeFirst(count)
    }
    return result + rest
  }

  /// Whether at least half the rows that have a stretch shorter than a passage have one word of it;
  /// O(columns × rows).
  private func isOneWord(_ columns: Range<Int>) -> Bool {
    guard columns.count < Absences.shortest else { return false }
    var counts: [Int32: Int] = [:]
    for place in columns.flatMap(table.places(of:)) where isWord(place) {
      counts[table.rows[place], default: 0] += 1
    }
    let single = counts.values.count { $0 == 1 }
    return single > 0 && 2 * single >= counts.count
  }

  private func isWord(_ place: Int) -> Bool {
    known.lexicon.words[Int(table.words[place])].kind == .word
  }

  private func belongs(_ column: Int) -> Bool {
    verdicts[column].kind != .agreed || forced[column] != 0
  }

  /// Whether two neighboring columns belong to one span.
  private mutating func areJoined(_ a: Int, _ b: Int) -> Bool {
    if isEdge[b] || !belongs(a) || !belongs(b) { return false }
    if forced[a] != 0 || forced[b] != 0 { return forced[a] == forced[b] }
    switch (verdicts[a].kind, verdicts[b].kind) {
    case (.varied, .varied), (.alike, .alike): return boundaries.sharedDifference(a, b) >= 0.5
    case (.respelled, .respelled):
      // Words in capitals side by side, and the signs of one word in scripts without spaces; other
      // spellings are each a matter of their own.
      return (differOnlyInCase(a) && differOnlyInCase(b) || isUnspaced(a) && isUnspaced(b))
        && boundaries.sharedDifference(a, b, byWord: true) == 1
    case (.varied, .alike), (.alike, .varied):
      // Where the same rows write the word otherwise that have another one beside it, or none, its
      // ending has changed with the sense (tends to depart, departs).
      return boundaries.sharedDifference(a, b) == 1
    case (.varied, .respelled), (.respelled, .varied):
      // Letters that sound alike may tell an ending, too (τῶν ἔργων, τὸ ἔργον); not beside nothing.
      let varied = verdicts[a].kind == .varied ? a : b
      return verdicts[varied].isFull && boundaries.sharedDifference(a, b) == 1
    default: return false
    }
  }

  /// Whether a column's words are single signs of a script without spaces.
  private func isUnspaced(_ column: Int) -> Bool {
    let first = table.places(of: column).first.flatMap {
      known.lexicon.words[Int(table.words[$0])].plain.unicodeScalars.first
    }
    return first.map { [.ideograph, .cluster].contains(ScalarClass($0)) } ?? false
  }

  private func differOnlyInCase(_ column: Int) -> Bool {
    let words = table.places(of: column).map { known.lexicon.words[Int(table.words[$0])] }
    let first = words[0].plain.lowercased()
    return words.allSatisfy { $0.kind == .word && $0.plain.lowercased() == first }
  }
}

// MARK: - Punctuation

extension UnitSpans {
  /// The span without the punctuation at its ends, which makes spans of its own, unless it came or
  /// went with the words beside it.
  private func settingPunctuationApart(_ span: Range<Int>) -> [Range<Int>] {
    guard forced[span.lowerBound] == 0,
      let first = span.first(where: { !verdicts[$0].isPunctuation }),
      let last = span.last(where: { !verdicts[$0].isPunctuation })
    else { return [span] }
    let head = (span.lowerBound..<first).allSatisfy { isOneWith($0, first) }
    let tail = (last + 1..<span.upperBound).allSatisfy { isOneWith($0, last) }
    let lower = head ? span.lowerBound : first
    let upper = tail ? span.upperBound : last + 1
    return [span.lowerBound..<lower, lower..<upper, upper..<span.upperBound]
      .filter { !$0.isEmpty }
  }

  /// Whether a mark stands exactly where the word does, and neither stands everywhere.
  private func isOneWith(_ mark: Int, _ word: Int) -> Bool {
    !verdicts[mark].isFull && verdicts[mark].presence == verdicts[word].presence
  }
}

// MARK: - Rewording

extension UnitSpans {
  /// Words so common that between two differences they are chance: together they must weigh less
  /// than this share of the differences on both sides. Chosen by reading the entries of Darwin's
  /// first chapter, Frankenstein's tenth and the telegrams of 1920; it is not tuned to a measure.
  private static var swallowedShare: Double { 0.25 }
  /// More columns than these in a row are no chance, however common their words.
  private static var mostSwallowed: Int { 3 }

  /// Spans of rewording joined over the common words between them; O(spans).
  private mutating func swallowingCommonWords(_ spans: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for span in spans {
      // What lies between may be small spans (punctuation, respelled words) that are taken in too.
      var candidates = result.indices.suffix(Self.mostSwallowed + 1).reversed()[...]
      var joined: Int?
      while let candidate = candidates.popFirst() {
        if isReworded(result[candidate]) {
          joined = isSwallowed(between: result[candidate], span) ? candidate : nil
          break
        }
      }
      if let joined {
        let whole = result[joined].lowerBound..<span.upperBound
        result.removeSubrange(joined...)
        result.append(whole)
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// Whether words differ here, and not in a number or name that shall stand for itself.
  private func isReworded(_ span: Range<Int>) -> Bool {
    let isAbsence = absences.rows(at: span.lowerBound).isEmpty == false
    guard isAbsence || span.contains(where: { isVariedWord($0) }) else { return false }
    return !span.allSatisfy { standsForItself($0) }
  }

  private func isVariedWord(_ column: Int) -> Bool {
    [.varied, .alike].contains(verdicts[column].kind) && !verdicts[column].isPunctuation
  }

  private func standsForItself(_ column: Int) -> Bool {
    table.places(of: column).contains { place in
      let word = known.lexicon.words[Int(table.words[place])]
      return word.kind == .gap || known.names.contains(table.words[place], form: word.form)
        || word.plain.unicodeScalars.contains { Figures.digit($0) != nil }
    }
  }

  /// Whether what stands between two spans is so short beside them that all is one rewording.
  private mutating func isSwallowed(between a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard isReworded(b) else { return false }
    let between = a.upperBound..<b.lowerBound
    guard !between.isEmpty, between.count <= Self.mostSwallowed,
      !(a.upperBound...b.lowerBound).contains(where: { isBarrier[$0] }),
      !between.contains(where: { isSharedMark($0) }),
      // What ends with its sentence is omitted or added for itself.
      !verdicts[a.upperBound - 1].isPunctuation
    else { return false }
    guard weight(between) < Self.swallowedShare * weightBeside(a, b) else { return false }
    let absent = absences.rows(at: between.lowerBound)
    boundaries.setAbsent(absent, true)
    defer { boundaries.setAbsent(absent, false) }
    // Words that are only alike are drawn in by a rewording of exactly the same rows.
    let least = [a, b].contains { $0.allSatisfy { verdicts[$0].kind == .alike } } ? 1 : 0.5
    return boundaries.sharedDifference(a.upperBound - 1, b.lowerBound) >= least
  }

  /// What two differences weigh together; beside a passage that is lacked whole, twice the other,
  /// or any long omission would draw in what stands next to it.
  private func weightBeside(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let hasAbsence = [a, b].contains { !absences.rows(at: $0.lowerBound).isEmpty }
    return hasAbsence ? 2 * min(weight(a), weight(b)) : weight(a) + weight(b)
  }

  private func weight(_ columns: Range<Int>) -> Double {
    columns.reduce(0) { $0 + verdicts[$1].weight }
  }

  /// Punctuation that all witnesses have is where a clause ends, and so does a rewording.
  private func isSharedMark(_ column: Int) -> Bool {
    verdicts[column].isPunctuation && verdicts[column].kind == .agreed
  }
}

extension Collation.Move {
  /// Whether words only changed places with their neighbors; then one unit shows it best (`inv.`).
  var isSwap: Bool {
    second.columns.lowerBound - first.columns.upperBound <= Self.swapDistance
      && max(first.columns.count, second.columns.count) <= Self.swapDistance
  }

  /// The columns from the first place to the end of the second.
  var span: Range<Int> { first.columns.lowerBound..<second.columns.upperBound }

  /// So many columns are taken in at one glance; the distance up to which the alignment reports a
  /// moved word without asking how rare it is.
  private static var swapDistance: Int { 3 }
}

extension Collation {
  /// Where the places of far moves begin and end, in order.
  var placeEdges: [Int] {
    moves.filter { !$0.isSwap }
      .flatMap { [$0.first.columns, $0.second.columns] }
      .flatMap { [$0.lowerBound, $0.upperBound] }
      .sorted()
  }
}

extension Array where Element == Int32 {
  /// The element, or 0 past the end.
  fileprivate subscript(safe index: Int) -> Int32 { index < count ? self[index] : 0 }
}
