import Diff

/// Aligns the witnesses of a normalized text.
struct Aligner: Sendable {
  /// Whether marks wait until the words are aligned, or are aligned among them.
  var punctuation = MultipleAligner.Punctuation.afterWords
  /// Pieces that long rows are divided into; as many run at once as there are processors. The
  /// result does not depend on it.
  var threads = 4

  /// The column of every token; order and names of the witnesses change nothing but the order of
  /// rows.
  ///
  /// For the cost see `MultipleAligner`; text is looked at once for each distinct form.
  func align(_ text: NormalizedText) -> Collation {
    let rows = forms(of: text)
    let vocabulary = Vocabulary(text.lexicon.forms, in: rows)
    return Collation(engine.align(rows, vocabulary, paragraphs: paragraphs(of: text)))
  }

  /// The engine with the options of this value.
  var engine: MultipleAligner { MultipleAligner(punctuation: punctuation, threads: threads) }

  /// The tokens of every witness that begin a paragraph, but the first of all; O(bytes).
  func paragraphs(of text: NormalizedText) -> [[Int]] {
    text.witnesses.map { witness in
      let tokens = witness.source.tokens
      return witness.source.witness.text.blocks().dropFirst().map { block in
        tokens.partition { $0.start >= block.lowerBound }
      }
    }
  }

  /// The form of every token of every witness.
  func forms(of text: NormalizedText) -> [[UInt32]] {
    let words = text.lexicon.words
    return text.witnesses.map { witness in witness.words.map { words[Int($0)].form } }
  }
}

extension Vocabulary {
  /// The facts that the engine needs of each form; the form's index is its id, in some rows as
  /// well.
  init(_ forms: [Lexicon.Form], in rows: [[UInt32]]) {
    self.init()
    let and = AndSign.reading(forms, in: rows)
    for form in forms {
      let scalars = form.spelling.unicodeScalars
      let read = AndSign.isSign(form.spelling) ? and ?? form.spelling : form.spelling
      append(
        skeleton: Likeness.letters(of: read), kind: Self.kind(of: form),
        hasDigits: scalars.contains(where: Self.isDigit),
        endsSentence: form.kind == .punctuation && scalars.contains(where: Self.endsSentence))
    }
    hasCharacters = Self.areCharacters(forms)
  }

  /// Whether most words are single characters, as the tokenizer divides Chinese and Japanese.
  private static func areCharacters(_ forms: [Lexicon.Form]) -> Bool {
    let words = forms.lazy.filter { $0.kind == .word }
    let single = words.count { $0.spelling.unicodeScalars.dropFirst().isEmpty }
    return 2 * single > words.count
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("0"..."9").contains(scalar) : scalar.properties.generalCategory == .decimalNumber
  }

  private static func kind(of form: Lexicon.Form) -> Kind {
    switch form.kind {
    case .word: .word
    case .gap: .gap
    case .punctuation: isOpening(form.spelling) ? .opening : .punctuation
    }
  }

  /// Whether a mark ends a sentence, in the scripts of the editions at hand: Latin and Cyrillic,
  /// Greek (raised point), Armenian, Hebrew, Arabic, Indic, Chinese. Commas must not count: clauses
  /// are left out from their middle as often as not.
  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    ".!?…·\u{387}։׃۔؟।॥。！？".unicodeScalars.contains(scalar)
  }

  /// Whether a mark opens something: brackets and quotation marks that Unicode calls opening.
  private static func isOpening(_ spelling: String) -> Bool {
    guard let first = spelling.unicodeScalars.first else { return false }
    switch first.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return true
    default: return first == "¿" || first == "¡"
    }
  }
}

extension Collation {
  /// The collation in the words of this program.
  init(_ alignment: MultipleAlignment) {
    self.init(columns: alignment.columns, columnCount: alignment.columnCount)
    divisions = alignment.divisions
    moves = alignment.moves.map { move in
      Move(
        first: Place(move.first), second: Place(move.second),
        pairs: move.pairs.map { Pair(first: $0.first, second: $0.second) })
    }
  }
}

extension Collation.Place {
  /// The same columns; the rows of the engine are the witnesses.
  init(_ place: MultipleAlignment.Place) {
    self.init(columns: place.columns, witnesses: place.rows)
  }
}
