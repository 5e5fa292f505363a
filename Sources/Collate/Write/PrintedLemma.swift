// The lemma of an entry: the words of the base that it is printed with.
extension PrintedEntries {
  /// One entry with the word that it hangs on, if it needs one.
  func single(_ index: Int) -> PrintedEntry {
    let columns = edition.entries[index].columns
    let lemma = reading.tokens(of: edition.base, in: columns)
    if lemma.isEmpty { return addition(index, at: lemma.lowerBound) }
    if reading.hasWord(edition.base, lemma) {
      let before = hasBarePunctuation(index) ? wordBefore(lemma.lowerBound) : nil
      return entry(index, lemma: (before ?? lemma.lowerBound)..<lemma.upperBound, place: .lemma)
    }
    return hung(index, lemma, forward: reading.opens(edition.base, lemma))
  }

  /// The word of the base next to which other witnesses have the words of an entry, and whether
  /// they have them before it; nil where the base has no word.
  func anchor(of index: Int) -> (word: Int, isBefore: Bool)? {
    let printed = single(index)
    let own = reading.tokens(of: edition.base, in: edition.entries[index].columns)
    if !own.isEmpty {
      if let before = wordBefore(own.lowerBound) { return (before, false) }
      return (own.lowerBound, true)
    }
    let word = printed.place == .after ? printed.lemma.first : printed.lemma.last
    return word.map { ($0, printed.place != .after) }
  }

  /// Whether a reading is nothing but punctuation that hangs on the word before it.
  private func hasBarePunctuation(_ index: Int) -> Bool {
    edition.entries[index].readings.contains {
      !$0.tokens.isEmpty && !reading.hasWord($0.witnesses[0], $0.tokens)
        && !reading.opens($0.witnesses[0], $0.tokens)
    }
  }

  /// Punctuation with its word: the one behind it, or else the one before it.
  private func hung(_ index: Int, _ lemma: Range<Int>, forward: Bool) -> PrintedEntry {
    let before = wordBefore(lemma.lowerBound)
    let after = wordAfter(lemma.upperBound)
    var tokens = lemma
    if let after, forward || before == nil {
      tokens = lemma.lowerBound..<after + 1
    } else if let before {
      tokens = before..<lemma.upperBound
    }
    return entry(index, lemma: tokens, place: .lemma)
  }

  /// What some witnesses have between two words of the base, with the word before it; with the word
  /// behind it at the start of a paragraph, and where it is punctuation that opens.
  private func addition(_ index: Int, at token: Int) -> PrintedEntry {
    let before = wordBefore(token)
    let after = wordAfter(token)
    if let after, before == nil || leans(index, at: token) {
      let place: PrintedEntry.Place = addsOnlyWords(index) ? .before : .lemma
      return entry(index, lemma: token..<after + 1, place: place)
    }
    if let before { return entry(index, lemma: before..<token, place: .after) }
    let lemma = token > 0 ? token - 1..<token : 0..<0
    return entry(index, lemma: lemma, place: .after)
  }

  /// Whether an addition belongs to what follows: it begins a paragraph that goes on in the base,
  /// or is a sign like an opening quotation mark.
  private func leans(_ index: Int, at token: Int) -> Bool {
    guard token > 0, token < baseTokens.count else { return token == 0 }
    guard let added = edition.entries[index].readings.first(where: { !$0.tokens.isEmpty }) else {
      return false
    }
    let witness = added.witnesses[0]
    if base.blockOf[token] != base.blockOf[token - 1] {
      return reading.startsLine(witness, added.tokens.lowerBound)
        && !reading.startsLine(witness, added.tokens.upperBound)
    }
    return !reading.hasWord(witness, added.tokens) && reading.opens(witness, added.tokens)
  }

  /// Whether no reading adds punctuation alone, which is printed with its word.
  private func addsOnlyWords(_ index: Int) -> Bool {
    edition.entries[index].readings.allSatisfy {
      $0.tokens.isEmpty || reading.hasWord($0.witnesses[0], $0.tokens)
    }
  }

  /// An entry with its lemma, over the columns of both.
  private func entry(_ index: Int, lemma: Range<Int>, place: PrintedEntry.Place) -> PrintedEntry {
    var columns = edition.entries[index].columns
    let row = edition.collation.columns[edition.base]
    if let first = lemma.first, let last = lemma.last {
      let lower = min(columns.lowerBound, Int(row[first]))
      columns = lower..<max(columns.upperBound, Int(row[last]) + 1)
    }
    return PrintedEntry(
      columns: columns, own: edition.entries[index].columns, entries: [index], lemma: lemma,
      place: place)
  }

  /// The last word before a token of the base, in the same paragraph.
  func wordBefore(_ token: Int) -> Int? {
    var at = token - 1
    while at >= 0, baseTokens[at].kind == .punctuation { at -= 1 }
    guard at >= 0 else { return nil }
    return base.blockOf[at] == base.blockOf[token - 1] ? at : nil
  }

  /// The first word at or behind a token of the base, in the same paragraph.
  private func wordAfter(_ token: Int) -> Int? {
    var at = token
    while at < baseTokens.count, baseTokens[at].kind == .punctuation { at += 1 }
    guard at < baseTokens.count else { return nil }
    return base.blockOf[at] == base.blockOf[token] ? at : nil
  }

  private var baseTokens: [Token] { edition.text.witnesses[edition.base].source.tokens }
}
