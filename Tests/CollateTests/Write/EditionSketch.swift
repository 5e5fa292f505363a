@testable import Collate

/// An edition drawn by hand, for tests of writers.
///
/// A witness is a transcription and a row of cells divided by `|`: each cell holds the tokens, parted
/// by blanks, that the witness has in one place. Cells of all witnesses that stand one below the
/// other are one stretch of columns. `#` is a cell of a witness that is not there. Where cells of a
/// stretch differ there is an entry.
///
///     EditionSketch(
///       ("T", "at once.", "at once | ."), ("M", "now.", "now | ."),
///       kinds: [.substantive])
struct EditionSketch {
  var edition: Edition

  /// - Parameters:
  ///   - kinds: class of each entry in order; `substantive` for those that are not named.
  ///   - partners: pairs of entries that are two places of one transposition.
  ///   - hidden: entries that are not shown.
  ///   - agreeing: for an entry, which readings are printed with which.
  init(
    _ witnesses: (siglum: String, text: String, row: String)...,
    kinds: [VariationClass] = [], partners: [(Int, Int)] = [], hidden: Set<Int> = [],
    agreeing: [Int: [Int: Int]] = [:], title: String? = nil, base: Int = 0
  ) {
    let rows = witnesses.map { Self.cells($0.row) }
    precondition(Set(rows.map(\.count)).count <= 1, "rows of unequal length")
    let text = Self.normalized(zip(witnesses, rows).map { ($0.0, $0.1) })
    let (collation, stretches) = Self.collation(rows)
    edition = Edition(
      title: title, language: nil, text: text, collation: collation, base: base, entries: [],
      version: "1.2.3")
    for (stretch, columns) in stretches.enumerated()
    where Set(rows.map { $0[stretch] }).count > 1 {
      let index = edition.entries.count
      let kind = index < kinds.count ? kinds[index] : .substantive
      edition.entries.append(
        entry(columns, rows.map { $0[stretch] }, kind: kind, agreeing: agreeing[index] ?? [:]))
      edition.entries[index].number = index + 1
      edition.entries[index].isShown = !hidden.contains(index)
    }
    for (first, second) in partners {
      edition.entries[first].partner = second
      edition.entries[second].partner = first
    }
  }

  func text(_ writer: TextWriter = TextWriter()) -> String { written(writer) }

  func written(_ writer: some EditionWriter) -> String {
    var out = Output()
    writer.write(edition, into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The lines under the heading of the apparatus.
  func apparatus(_ layout: TextWriter.Layout = .negative, width: Int = 80) -> String {
    let text = text(TextWriter(layout: layout, width: width))
    let heading = "APPARATUS (\(layout.rawValue))\n\n"
    return String(text[text.firstRange(of: heading)!.upperBound...])
  }

  private static func cells(_ row: String) -> [[String]] {
    row.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").map(String.init)
    }
  }

  private static func normalized(
    _ drawn: [(witness: (siglum: String, text: String, row: String), cells: [[String]])]
  ) -> NormalizedText {
    var words: [String] = []
    var rows: [NormalizedWitness] = []
    for (witness, cells) in drawn {
      let source = tokenized(
        witness.siglum, witness.text, cells.flatMap { $0 }.filter { $0 != "#" })
      let bytes = source.witness.text.bytes
      let ids = source.tokens.map { token in
        let word = String(decoding: bytes[token.written], as: UTF8.self)
        if !words.contains(word) { words.append(word) }
        return UInt32(words.firstIndex(of: word)!)
      }
      rows.append(NormalizedWitness(source: source, words: ids))
    }
    let lexicon = Lexicon(
      words: words.enumerated().map {
        .init(written: $1, plain: $1, form: UInt32($0), kind: kind($1))
      },
      forms: words.map { .init(spelling: $0.lowercased(), kind: kind($0)) })
    return NormalizedText(lexicon: lexicon, witnesses: rows)
  }

  /// Finds the tokens of a row one after the other in the text.
  private static func tokenized(_ siglum: String, _ text: String, _ words: [String])
    -> TokenizedWitness
  {
    let input = try! InputBytes(path: siglum + ".txt", bytes: Array(text.utf8))
    let transcription = try! PlainTextReader().read(input)
    let bytes = transcription.text.bytes
    var at = transcription.text.body.lowerBound
    var tokens: [Token] = []
    for word in words {
      let found = bytes[at...].firstRange(of: Array(word.utf8))
      precondition(found != nil, "\(word) is not in the text of \(siglum)")
      if !tokens.isEmpty { tokens[tokens.count - 1].next = Int32(found!.lowerBound) }
      at = found!.upperBound
      tokens.append(
        Token(
          start: Int32(found!.lowerBound), end: Int32(at), next: Int32(bytes.count),
          kind: kind(word), isSupplied: word.contains("[") || word.contains("]")))
    }
    let witness = Witness(
      siglum: siglum, description: transcription.description,
      text: withNotes(transcription.text))
    return TokenizedWitness(witness: witness, tokens: tokens)
  }

  /// The text with the paragraphs that begin with an asterisk marked as notes.
  private static func withNotes(_ text: SourceText) -> SourceText {
    var text = text
    text.marks = text.blocks().filter { text.bytes[$0.lowerBound] == UInt8(ascii: "*") }.map {
      Mark(kind: .note, range: $0)
    }
    return text
  }

  private static func kind(_ word: String) -> Token.Kind {
    if word == "<…>" { return .gap }
    return word.contains { $0.isLetter || $0.isNumber } ? .word : .punctuation
  }

  private static func collation(_ rows: [[[String]]]) -> (Collation, [Range<Int>]) {
    var columns = rows.map { _ in [Int32]() }
    var stretches: [Range<Int>] = []
    var next = 0
    for stretch in (rows.first ?? []).indices {
      for (witness, row) in rows.enumerated() where row[stretch] != ["#"] {
        columns[witness] += row[stretch].indices.map { Int32(next + $0) }
      }
      let width = rows.map { $0[stretch] == ["#"] ? 0 : $0[stretch].count }.max() ?? 0
      stretches.append(next..<next + width)
      next += width
    }
    return (Collation(columns: columns, columnCount: next), stretches)
  }

  private func entry(
    _ columns: Range<Int>, _ cells: [[String]], kind: VariationClass, agreeing: [Int: Int]
  ) -> Entry {
    let reading = ReadingText(edition)
    var order: [[String]] = [cells[edition.base]]
    for cell in cells where !order.contains(cell) { order.append(cell) }
    let readings = order.enumerated().map { place, cell in
      let witnesses = cells.indices.filter { cells[$0] == cell }
      let variation = Variation(kind: cell == ["#"] ? .lacuna : kind)
      return Entry.Reading(
        witnesses: witnesses, tokens: reading.tokens(of: witnesses[0], in: columns),
        variation: place == 0 ? nil : variation, agreesWith: agreeing[place] ?? place)
    }
    return Entry(
      number: 0, columns: columns, readings: readings, variation: Variation(kind: kind),
      partner: nil, isShown: true)
  }
}
