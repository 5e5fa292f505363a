import Diff

/// Tells in plain words why the tokens of a place stand where they stand, and why an entry has its
/// class.
///
/// All figures are those the program decided by, in units of one match of a word of middling
/// rarity; what an alternative is, is said beside its figure.
struct ExplanationWriter: ~Copyable {
  private let edition: Edition
  private let words: ExplanationWords
  private var inquiry: AlignmentInquiry
  private var classes: ClassExplanation
  private var places: TokenPlaces
  private var width = 80

  /// Columns of a place that are told of; the rest is counted.
  static let longestPlace = 24

  /// Aligns the texts again, at the cost of `AlignmentInquiry`; `aligner` must be that of the
  /// edition.
  ///
  /// Lines are folded at `width` columns.
  init(_ edition: Edition, _ aligner: Aligner, width: Int = 80) {
    self.edition = edition
    self.width = width
    words = ExplanationWords(edition)
    inquiry = AlignmentInquiry(edition.text, aligner)
    classes = ClassExplanation(edition)
    places = TokenPlaces(edition)
  }

  /// Writes about entries, by their indices, in turn.
  mutating func write(entries: [Int], into out: inout Output) {
    for (count, index) in entries.enumerated() {
      if count > 0 { out.write("\n") }
      let entry = edition.entries[index]
      heading("ENTRY \(entry.number): \(words.name(of: entry.variation))", into: &out)
      place(entry.columns, into: &out)
      section("Why this class", classes.sentences(entry, words), into: &out)
      if let partner = entry.partner {
        line(
          "The same words stand elsewhere in other witnesses: see entry "
            + "\(edition.entries[partner].number).", into: &out)
      }
    }
  }

  /// Writes what the figures mean; once, at the end.
  func writeNote(into out: inout Output) {
    out.write("\n")
    line(
      "Words are quoted as they are compared. Equal words score 0.75 to 1.25, the rarer the more, "
        + "words that are nothing alike -0.5, and a gap costs; docs/ALGORITHM.md has it all.",
      indent: 0, into: &out)
  }

  /// Writes about columns in which the witnesses do not differ.
  mutating func write(columns: Range<Int>, into out: inout Output) {
    heading("NO ENTRY HERE: the witnesses do not differ", into: &out)
    place(columns, into: &out)
  }

  // MARK: A place

  /// Writes all that there is to say of some columns.
  private mutating func place(_ all: Range<Int>, into out: inout Output) {
    let columns = all.prefix(Self.longestPlace)
    table(columns, into: &out)
    if columns.count < all.count {
      line("… and \(all.count - columns.count) more columns.", into: &out)
    }
    section("Where the words stand", standings(columns), into: &out)
    let tokens = inquiry.tokens(in: columns)
    let meetings = words.sentences(inquiry.meetings(of: tokens))
    section(
      "How the groups met", meetings.isEmpty ? ["No two witnesses met here."] : meetings,
      into: &out)
    let moved = words.movements(tokens) + words.movements(beside: inquiry.tokens(beside: all))
    section("What moved afterwards", moved.isEmpty ? ["Nothing."] : moved, into: &out)
    section("How well the words stand", words.standings(tokens), into: &out)
  }

  private func table(_ columns: Range<Int>, into out: inout Output) {
    for (witness, text) in edition.text.witnesses.enumerated() {
      var cells = [String](repeating: "–", count: columns.count)
      let tokens = words.reading.tokens(of: witness, in: columns)
      for token in tokens {
        let column = Int(edition.collation.columns[witness][token])
        cells[column - columns.lowerBound] = words.token(witness, token)
      }
      let siglum = text.source.witness.siglum
      line(siglum + ": " + cells.joined(separator: " | "), into: &out)
    }
  }

  /// The place of the first word of each witness that has any.
  private mutating func standings(_ columns: Range<Int>) -> [String] {
    edition.text.witnesses.indices.compactMap { witness in
      words.reading.tokens(of: witness, in: columns).first.map { token in
        "\(words.sigla([witness])): \(places.words(witness, token))"
      }
    }
  }

  private func section(_ title: String, _ lines: [String], into out: inout Output) {
    out.write("\n" + title + "\n")
    for text in lines { line("- " + text, indent: 2, into: &out) }
  }

  private func heading(_ text: String, into out: inout Output) {
    line(text, into: &out)
    out.write("\n")
  }

  private func line(_ text: String, indent: Int = 4, into out: inout Output) {
    var folding = TextFolding(width: width, indent: indent, hasColor: false)
    folding.words(text)
    folding.end()
    out.write(folding.bytes[...])
  }
}
