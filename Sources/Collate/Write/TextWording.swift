/// The wording of single entries.
struct TextWording {
  private(set) var entries: PrintedEntries
  let layout: TextWriter.Layout
  private let sigla: PrintedSigla
  private var lemmas: TextLemma

  /// Makes the sigla and the lemmas ready: O(w) for w witnesses, besides the cost of `TextLemma`.
  init(entries: PrintedEntries, layout: TextWriter.Layout) {
    self.entries = entries
    self.layout = layout
    sigla = PrintedSigla(entries.edition.text.witnesses.map(\.source.witness))
    lemmas = TextLemma(edition: entries.edition, reading: entries.reading, base: entries.base)
  }

  private var edition: Edition { entries.edition }
  private var reading: ReadingText { entries.reading }

  /// Readings of more words than this are shortened to first and last, with the number of words.
  static let longestReading = 40

  /// Adds an entry: `lemma] reading SIGLA; reading SIGLA`, or `lemma SIGLA : reading SIGLA`.
  func add(_ entry: PrintedEntry, to folding: inout TextFolding) {
    let readings = entries.readings(of: entry)
    guard reading.showsInvisible || !looksAlike(entry, readings) else {
      return showingInvisible.add(entry, to: &folding)
    }
    if layout == .negative { addPlace(of: entry, readings.others, to: &folding) }
    lemmas.add(entry.lemma, to: &folding)
    let scholars = scholars(of: entry)
    endLemma(entry.lemma, readings.lemma, scholars, to: &folding)
    for (index, reading) in readings.others.enumerated() {
      if index > 0 || layout == .positive {
        if layout == .negative { folding.append(";") } else { folding.spaced(":") }
      }
      folding.blank()
      add(reading, of: entry, to: &folding)
    }
    addConjectures(of: entry, isFirst: readings.others.isEmpty, to: &folding)
  }

  /// The same wording with what prints as nothing shown.
  private var showingInvisible: TextWording {
    var copy = self
    copy.entries.reading.showsInvisible = true
    copy.lemmas.reading.showsInvisible = true
    return copy
  }

  /// Whether two of the texts that an entry prints differ in nothing that a reader can see.
  private func looksAlike(_ entry: PrintedEntry, _ readings: PrintedReadings) -> Bool {
    let mayLookAlike =
      reading.hasInvisible(edition.base, entry.lemma)
      || readings.others.contains { reading.hasInvisible($0.witness, $0.tokens) }
    guard mayLookAlike else { return false }
    let texts = [(edition.base, entry.lemma)] + readings.others.map { ($0.witness, $0.tokens) }
    let visible = texts.map { InvisibleText.visible(reading.string(of: $0.0, $0.1)) }
    let spelled = visible.filter { !$0.isEmpty }
    return Set(spelled).count < spelled.count
  }

  /// `ante`, or `post` where an addition is in a witness that lacks the word before it.
  private func addPlace(
    of entry: PrintedEntry, _ others: [PrintedReading], to folding: inout TextFolding
  ) {
    switch entry.place {
    case .lemma: break
    case .before: folding.append("ante ")
    case .after:
      guard let anchor = entry.lemma.first else { break }
      let column = Int(edition.collation.columns[edition.base][anchor])
      if others.contains(where: {
        reading.tokens(of: $0.witness, in: column..<column + 1).isEmpty
      }) {
        folding.append("post ")
      }
    }
  }

  /// Adds a lacuna: `deest SIGLA` where it is whole lines, with its first and last word otherwise.
  func add(_ lacuna: PrintedLacuna, to folding: inout TextFolding) {
    if !entries.base.isWholeLines(lacuna.tokens) {
      lemmas.add(lacuna.tokens, to: &folding)
      if layout == .negative { endLemma(lacuna.tokens, [], [], to: &folding) }
      if layout == .positive { folding.spaced(":") }
      folding.blank()
    }
    folding.append("deest ")
    add(sigla: lacuna.witnesses, to: &folding)
  }

  /// The bracket of the negative form, the sigla of the positive; in both, scholars who read so,
  /// and in the negative form the hands that have the lemma where their manuscript has not.
  private func endLemma(
    _ lemma: Range<Int>, _ witnesses: [Int], _ scholars: [Scholar],
    to folding: inout TextFolding
  ) {
    guard layout == .negative else {
      if !lemma.isEmpty { folding.append(" ") }
      add(sigla: witnesses, to: &folding)
      return add(scholars, to: &folding)
    }
    guard !lemma.isEmpty else { return }
    let hands = sigla.departingHands(among: witnesses)
    if !hands.isEmpty {
      folding.append(" ")
      add(sigla: hands, to: &folding)
    }
    add(scholars, to: &folding)
    let isBare = hands.isEmpty && scholars.isEmpty
    folding.append(isBare && lemmas.endsInBracket(lemma) ? " ]" : "]")
  }

  /// Adds a reading in the words of the negative apparatus.
  private func add(
    _ other: PrintedReading, of entry: PrintedEntry, to folding: inout TextFolding
  ) {
    if entry.isInversion {
      folding.append("inv. ")
    } else if let target = other.movedTo {
      addTarget(target, from: entry, to: &folding)
    } else if other.tokens.isEmpty {
      folding.append("om. ")
    } else {
      addText(other, of: entry, to: &folding)
      folding.append(" ")
    }
    add(sigla: other.witnesses, to: &folding)
    if layout == .negative && !entry.isInversion { addCrossReference(other, entry, to: &folding) }
  }

  /// The words of a reading; those of an addition after `+`, unless they are only punctuation.
  private func addText(
    _ other: PrintedReading, of entry: PrintedEntry, to folding: inout TextFolding
  ) {
    var tokens = other.tokens
    let added = reading.tokens(of: other.witness, in: entry.own)
    let isAddition = entry.place != .lemma && layout == .negative
    if isAddition && (entry.lemma.isEmpty || reading.hasWord(other.witness, added)) {
      tokens = added
      folding.append("+")
      folding.blank()
    }
    let style: TextFolding.Style = isGrave(other, entry) ? .grave : .plain
    folding.directed(text(of: other.witness, tokens), style)
  }

  /// The words of a witness; first and last with their number where they are very many.
  private func text(of witness: Int, _ tokens: Range<Int>) -> ArraySlice<UInt8> {
    guard tokens.count > Self.longestReading else { return reading.bytes(of: witness, tokens) }
    let count = reading.wordCount(of: witness, tokens)
    let all = edition.text.witnesses[witness].source.tokens
    guard count > Self.longestReading,
      let first = tokens.first(where: { all[$0].kind != .punctuation }),
      let last = tokens.last(where: { all[$0].kind != .punctuation })
    else { return reading.bytes(of: witness, tokens) }
    let ends = [first, last].map { reading.string(of: witness, $0..<$0 + 1) }
    let unit = 2 * reading.signCount(of: witness, tokens) > count ? "characters" : "words"
    return Array("\(ends[0]) … \(ends[1]) (\(count) \(unit))".utf8)[...]
  }

  private func isGrave(_ other: PrintedReading, _ entry: PrintedEntry) -> Bool {
    entry.entries.contains { index in
      edition.entries[index].readings.contains { reading in
        reading.variation.map(Self.isGrave) ?? false && reading.witnesses.contains(other.witness)
      }
    }
  }

  private static func isGrave(_ variation: Variation) -> Bool {
    switch variation.kind {
    case .numeral, .name, .negation: true
    default: variation.subkind != nil
    }
  }

  /// `ante The transp. `, `post 7 station transp. `: where the words of the lemma went.
  private func addTarget(
    _ target: Int, from entry: PrintedEntry, to folding: inout TextFolding
  ) {
    if let (anchor, isBefore) = entries.anchor(of: target) {
      folding.append(isBefore ? "ante " : "post ")
      addNumber(of: anchor, from: entry, to: &folding)
      lemmas.add(anchor..<anchor + 1, to: &folding)
      folding.blank()
    }
    folding.append("transp. ")
  }

  /// Adds the number of another line.
  @discardableResult
  private func addNumber(
    of token: Int, from entry: PrintedEntry, to folding: inout TextFolding
  ) -> Bool {
    let number = entries.base.numberOf[token]
    guard let here = entry.lemma.first, entries.base.numberOf[here] != number else { return false }
    folding.append("\(number) ")
    return true
  }

  /// `(cf. near … station below)`: where the base has words that a witness has here.
  private func addCrossReference(
    _ other: PrintedReading, _ entry: PrintedEntry, to folding: inout TextFolding
  ) {
    for index in entry.entries {
      guard let partner = edition.entries[index].partner,
        !entries.hasWords(edition.base, at: index), entries.hasWords(other.witness, at: index),
        !entries.hasWords(other.witness, at: partner), !entry.entries.contains(partner)
      else { continue }
      let tokens = reading.tokens(of: edition.base, in: edition.entries[partner].columns)
      guard let first = tokens.first else { continue }
      folding.blank()
      folding.append("(cf. ")
      let isElsewhere = addNumber(of: first, from: entry, to: &folding)
      folding.directed(lemmas.brief(tokens), .plain)
      if !isElsewhere { folding.blank() }
      folding.append(isElsewhere ? ")" : partner > index ? "below)" : "above)")
    }
  }

  /// Adds sigla; what has the same as its manuscript is not named.
  private func add(sigla witnesses: [Int], to folding: inout TextFolding) {
    var isFirst = true
    sigla.forEachName(of: witnesses) { siglum, columns in
      if !isFirst, sigla.areParted { folding.blank() }
      folding.append(siglum, columns: columns, .sigla)
      isFirst = false
    }
  }
}

extension TextFolding {
  /// Adds a sign with a blank before it.
  fileprivate mutating func spaced(_ sign: String) {
    blank()
    append(sign)
  }

  /// Adds a text of witnesses, set apart where it is written from right to left.
  mutating func directed(_ text: ArraySlice<UInt8>, _ style: Style) {
    guard TextDirection.hasRightToLeft(text) else { return words(text, style) }
    isolate()
    words(text, style)
    endIsolate()
  }
}

/// Which way text is written.
enum TextDirection {
  /// Whether it has letters of a script that is written from right to left; O(b) in its bytes.
  static func hasRightToLeft(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { $0 >= 0xD6 }) else { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
      case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
      default: false
      }
    }
  }
}
