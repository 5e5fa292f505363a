/// Writes an edition as plain text, as it would be printed: sigla, base text, critical apparatus.
///
/// The form is fixed down to the signs:
///
/// 1. One block for each line of the base text; its number stands once, `12v.3` where it is line 3
///    of page 12v.
/// 2. `|` divides entries, `;` (positive: `:`) the readings of one.
/// 3. The negative apparatus names departing witnesses only, and those that are not there to be
///    compared (`deest`), once for each stretch; all others have the lemma. The positive names all.
/// 4. Sigla stand in the order of the witnesses, parted by blanks when any is longer than one sign.
///    However many they are, all are named: an abbreviation like `cett.` would leave the reader to
///    subtract lacunose witnesses.
/// 5. A lemma that occurs more than once in its line carries its rank: `the (2)`.
/// 6. A lemma of more than five words is shortened to its first and last.
/// 7. `om.`, `+`, `ante`, `post`, `transp.`, `inv.`, `deest` are all the abbreviations there are,
///    and `cf.` with the other place of moved words.
/// 8. Punctuation alone is no lemma: the word it hangs on is printed with it. Nor does a lemma
///    begin with a mark that goes with the word before: the mark is left out where no reading has
///    anything else.
/// 9. Readings that differ only in characters which print as nothing show these by their numbers,
///    `fo⟨U+200B⟩o] foo M`, and those that differ only in markup show its tags: `<hi>a</hi>] a M`.
/// 10. Marks of the transcript stand in the text. A lemma drops note marks and keeps the rest; one
///    that ends in a square bracket is set off from its own.
/// 11. A legend explains the signs when asked for.
///
/// Where two entries would have the same word for lemma, an addition after a word that itself
/// varies, they are printed as one. Readings written from right to left are set apart by U+2068 and
/// U+2069, so that brackets, numbers and sigla of their line keep their places.
struct TextWriter: EditionWriter, Equatable {
  var layout = Layout.negative
  /// Columns of a line; fewer than `leastWidth` count as so many.
  var width = 80
  var numbering = Numbering.automatic
  /// Whether lemmas, sigla and grave readings are colored, by ANSI escape sequences.
  var hasColor = false
  var hasLegend = false

  static let leastWidth = 20

  /// Whether departing witnesses are named, or all.
  enum Layout: String, Sendable, CaseIterable {
    case negative, positive
  }

  /// What the numbers count.
  enum Numbering: String, Sendable, CaseIterable {
    /// Paragraphs where all are short and prose, lines as printed otherwise.
    case automatic = "auto"
    case paragraph, line
    /// Pages and lines of the document, where the transcription tells them; else as `automatic`.
    case page
  }

  /// Writes title, sigla, base text, apparatus and legend; O(b) in the bytes read and written, but
  /// for words that recur often in one numbered paragraph.
  func write(_ edition: Edition, into out: inout Output) {
    write(edition, prepared: nil, into: &out)
  }

  /// The same with the base text as `prepare` has made it, if this writer has.
  func write(_ edition: Edition, prepared: PreparedText?, into out: inout Output) {
    let width = max(width, Self.leastWidth)
    if let title = edition.title { paragraph(title, width, into: &out) }
    guard edition.text.witnesses.indices.contains(edition.base) else {
      return paragraph("No witnesses.", width, into: &out)
    }
    heading("SIGLA", isFirst: edition.title == nil, into: &out)
    TextSigla(edition).write(width: width, color: hasColor, into: &out)
    let source = edition.text.witnesses[edition.base].source
    let text = prepared.flatMap { $0.writer == self ? $0 : nil } ?? prepare(source)
    heading("TEXT (\(source.witness.siglum))", into: &out)
    out.write(text.lines.bytes[...])
    heading("APPARATUS (\(layout.rawValue))", into: &out)
    TextApparatus(edition, base: text.base, layout: layout).write(
      width: width, color: hasColor, into: &out)
    if hasLegend {
      heading("LEGEND", into: &out)
      TextLegend.write(width: width, color: hasColor, into: &out)
    }
  }

  /// Lays out and writes the base text, which needs no alignment: it may be done while the
  /// witnesses are aligned.
  func prepare(_ source: TokenizedWitness) -> PreparedText {
    let base = TextBase(source, width: max(width, Self.leastWidth), numbering: numbering)
    var lines = Output()
    base.write(color: hasColor, into: &lines)
    return PreparedText(writer: self, base: base, lines: lines)
  }

  private func heading(_ text: String, isFirst: Bool = false, into out: inout Output) {
    if !isFirst { out.write("\n") }
    var folding = TextFolding(width: .max, indent: 0, hasColor: hasColor)
    folding.append(text, .heading)
    folding.end()
    out.write(folding.bytes[...])
    out.write("\n")
  }

  private func paragraph(_ text: String, _ width: Int, into out: inout Output) {
    var folding = TextFolding(width: width, indent: 0, hasColor: hasColor)
    folding.words(text, .heading)
    folding.end()
    out.write(folding.bytes[...])
  }
}

/// The base text as it will be printed, made before there is an edition.
struct PreparedText: Sendable {
  fileprivate let writer: TextWriter
  fileprivate let base: TextBase
  fileprivate let lines: Output
}

/// What the signs of the apparatus mean.
enum TextLegend {
  /// Sign and meaning, in the order of printing.
  static let signs: [(sign: String, meaning: String)] = [
    ("om.", "the witness lacks the lemma"),
    ("+", "the witness has the lemma and goes on as printed"),
    ("ante, post", "before, after: the place of an addition or of moved words"),
    ("transp.", "the same words in another place; both places are reported"),
    ("cf.", "the other place of moved words"),
    ("inv.", "two neighboring words in the other order"),
    ("deest", "the witness is not there to be compared"),
    ("corr.", "corrected; a.c., p.c.: before, after correction; the siglum alone: both"),
    ("(2)", "the second occurrence of the word in its line"),
    ("…", "between the first and the last word of a longer passage"),
  ]

  /// Writes a sign and its meaning to a line.
  static func write(width: Int, color: Bool, into out: inout Output) {
    let indent = signs.reduce(0) { max($0, TextWidth.columns(of: $1.sign)) } + 2
    for (sign, meaning) in signs {
      var folding = TextFolding(width: width, indent: indent, hasColor: color)
      folding.begin(label: sign)
      folding.words(meaning)
      folding.end()
      out.write(folding.bytes[...])
    }
  }
}
