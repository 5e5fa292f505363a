import Diff

/// The findings about the text of one witness.
struct WitnessComparison {
  /// Name of the edition.
  let edition: String
  let old: NormalizedWitness
  let new: NormalizedWitness
  /// Whether the old bytes are those that were accepted, and not only the words.
  let isExact: Bool
  /// Index of the entry over some tokens of the accepted text, and of today's.
  let acceptedEntry: (Range<Int>) -> Int?
  let entry: (Range<Int>) -> Int?
  /// `xml:id` of an accepted entry.
  let entryID: (Int) -> String?
  private let lines: LineTable

  /// Compares two witnesses of one normalized text, in which equal ids are equal words.
  ///
  /// O(bytes of the new text), for the table of its lines.
  init(
    edition: String, from old: NormalizedWitness, to new: NormalizedWitness, isExact: Bool,
    acceptedEntry: @escaping (Range<Int>) -> Int?, entry: @escaping (Range<Int>) -> Int?,
    entryID: @escaping (Int) -> String?
  ) {
    (self.edition, self.old, self.new, self.isExact) = (edition, old, new, isExact)
    (self.acceptedEntry, self.entry, self.entryID) = (acceptedEntry, entry, entryID)
    lines = new.source.witness.text.lineTable()
  }

  /// Everything that changed, in order of place within each kind of change; O(bytes) but for the
  /// alignment of the tokens.
  func findings(_ judge: inout Judge, _ lexicon: Lexicon, language: String?) -> [Finding] {
    let drift = TokenDrift(from: old, to: new, lexicon)
    var findings = moved(drift.changes).map { change, isMove in
      var finding = finding(of: change, &judge)
      if isMove { finding.variation = .transposition }
      return finding
    }
    guard isExact else { return findings }
    findings += hidden(
      drift.reencoded.map {
        (oldBytes($0.old..<$0.old + 1), newBytes($0.new..<$0.new + 1))
      }, .encoding)
    let comparison = BetweenDrift(from: old.source, to: new.source, drift)
    let between = comparison.changes
    findings += hidden(
      between.filter { $0.detail == .whiteSpace }.map { ($0.old, $0.new) }, .whiteSpace)
    for change in between where change.detail != .whiteSpace {
      findings.append(finding(of: comparison.narrowed(change), language: language))
    }
    return findings
  }

  // MARK: Words

  /// The changes, with words that went from one place to another as one change where they stand
  /// now.
  ///
  /// Two words at least must have moved, for a single one may be another of the same spelling. The
  /// place left says nothing more then. O(tokens changed).
  private func moved(_ changes: [Hunk]) -> [(change: Hunk, isMove: Bool)] {
    var left: [[UInt32]: Int] = [:]
    for (index, change) in changes.enumerated() where change.isDeletion && change.old.count > 1 {
      left[Array(old.words[change.old])] = index
    }
    var source = [Int?](repeating: nil, count: changes.count)
    var isLeft = [Bool](repeating: false, count: changes.count)
    for (index, change) in changes.enumerated() where change.isInsertion {
      guard let from = left.removeValue(forKey: Array(new.words[change.new])) else { continue }
      source[index] = from
      isLeft[from] = true
    }
    return changes.indices.filter { !isLeft[$0] }.map { index in
      guard let from = source[index] else { return (changes[index], false) }
      return (Hunk(old: changes[from].old, new: changes[index].new), true)
    }
  }

  /// What a change of words does to the apparatus.
  private func finding(of change: Hunk, _ judge: inout Judge) -> Finding {
    let a = judge.passage(old.words[change.old])
    let b = judge.passage(new.words[change.new])
    let accepted = acceptedEntry(change.old)
    var finding = self.finding(oldBytes(change.old), newBytes(change.new))
    finding.variation = Self.gravest(judge.variation(from: a, to: b))
    switch (accepted != nil, entry(change.new) != nil) {
    case (false, true): finding.kind = .newVariant
    case (true, false): finding.kind = .variantGone
    case (true, true): finding.kind = .readingChanged
    case (false, false): finding.kind = .textChanged
    }
    finding.entry = accepted.flatMap(entryID)
    return finding
  }

  /// A number that came or went is a change of number, and so with names and negations.
  private static func gravest(_ variation: Variation) -> VariationClass {
    min(variation.kind, variation.subkind ?? variation.kind)
  }

  /// The bytes of some tokens; for none, the place behind the token before.
  private func bytes(_ tokens: Range<Int>, of witness: TokenizedWitness) -> Range<Int> {
    guard tokens.isEmpty else {
      let last = witness.tokens[tokens.upperBound - 1]
      return Int(witness.tokens[tokens.lowerBound].start)..<Int(last.end)
    }
    let at = tokens.lowerBound
    let place = at > 0 ? Int(witness.tokens[at - 1].end) : witness.leading.upperBound
    return place..<place
  }

  private func oldBytes(_ tokens: Range<Int>) -> Range<Int> { bytes(tokens, of: old.source) }
  private func newBytes(_ tokens: Range<Int>) -> Range<Int> { bytes(tokens, of: new.source) }

  // MARK: What is hidden from the comparison

  /// One finding for all changes of one kind; none where there are none.
  private func hidden(
    _ changes: [(old: Range<Int>, new: Range<Int>)], _ detail: Finding.Detail
  ) -> [Finding] {
    guard let first = changes.first else { return [] }
    var finding = self.finding(first.old, first.new)
    finding.old = String(decoding: old.source.witness.text.bytes[first.old], as: UTF8.self)
    finding.new = String(decoding: new.source.witness.text.bytes[first.new], as: UTF8.self)
    finding.variation = .editorial
    finding.detail = detail
    finding.places = changes.count
    return [finding]
  }

  /// A changed number in a note or heading is grave; other words there are the editor's.
  private func finding(of change: BetweenDrift.Change, language: String?) -> Finding {
    var finding = self.finding(change.old, change.new)
    finding.detail = change.detail
    let isNumeral = change.detail == .marks && hasOtherNumbers(finding, language: language)
    finding.variation = isNumeral ? .numeral : .editorial
    return finding
  }

  /// Whether what changed between two texts is a number.
  private func hasOtherNumbers(_ finding: Finding, language: String?) -> Bool {
    let texts = [finding.old, finding.new].map { text in
      let bytes = Array(text.utf8)
      let source = SourceText(path: "", bytes: bytes, body: bytes.indices)
      return Tokenizer().tokenize(
        Witness(siglum: "", description: WitnessDescription(), text: source))
    }
    let text = Normalizer().normalize(texts)
    var judge = Judge(WordKnowledge(text, language: language))
    let passages = text.witnesses.map { judge.passage($0.words[...]) }
    let variation = judge.variation(from: passages[0], to: passages[1])
    return variation.kind == .numeral || variation.subkind == .numeral
  }

  // MARK: Common to all

  /// Words of context on each side: enough to know the place again, short enough for a line.
  private static let contextWords = 6

  /// A finding with place, readings and context, from ranges of bytes.
  private func finding(_ before: Range<Int>, _ now: Range<Int>) -> Finding {
    let text = new.source.witness.text
    let context = contextBytes(around: now)
    var finding = Finding(
      kind: .textChanged, edition: edition, siglum: new.source.witness.siglum,
      path: text.path(at: now.lowerBound), extent: extent(of: now),
      old: old.source.witness.text.bytes[before].folded, new: text.bytes[now].folded,
      before: text.bytes[context.lowerBound..<now.lowerBound].folded,
      after: text.bytes[now.upperBound..<context.upperBound].folded)
    finding.page = text.pageLines.reference(at: now.lowerBound)
    return finding
  }

  /// From the first place of a range to its last one in the same file, for what goes on in the next
  /// page may stand in another.
  private func extent(of range: Range<Int>) -> Finding.Extent {
    let text = new.source.witness.text
    let start = lines.place(at: range.lowerBound)
    guard let next = text.files.nextStart(behind: range.lowerBound), next < range.upperBound else {
      return Finding.Extent(start: start, end: lines.place(at: range.upperBound))
    }
    let stretch = text.bytes[range.lowerBound..<next]
    guard let last = stretch.lastIndex(where: { !isSpace($0) && $0 & 0xC0 != 0x80 }) else {
      return Finding.Extent(start: start, end: start)
    }
    // The next byte has its place in the other file, so this is counted from the last character.
    var end = lines.place(at: last)
    end.offset += 1 + stretch[(last + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
    end.column += 1
    return Finding.Extent(start: start, end: end)
  }

  /// From some words before a range to some behind it, not beyond the transcription.
  private func contextBytes(around range: Range<Int>) -> Range<Int> {
    let tokens = new.source.tokens
    let body = new.source.witness.text.body
    let first = firstToken(endingBehind: range.lowerBound)
    let last = firstToken(endingBehind: range.upperBound)
    let start = max(0, first - Self.contextWords)
    let end = min(tokens.count, last + Self.contextWords) - 1
    let from = start < tokens.count ? Int(tokens[start].start) : body.lowerBound
    let to = end >= 0 && end < tokens.count ? Int(tokens[end].end) : body.upperBound
    return min(from, range.lowerBound)..<max(to, range.upperBound)
  }

  /// Index of the first token that ends behind a byte; binary search.
  private func firstToken(endingBehind offset: Int) -> Int {
    new.source.tokens.partition { Int($0.end) > offset }
  }
}
