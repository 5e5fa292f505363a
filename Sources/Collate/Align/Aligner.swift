import Diff

/// Aligns the witnesses of a normalized text.
struct Aligner: Sendable {
  /// Whether marks wait until the words are aligned, or are aligned among them.
  var punctuation = MultipleAligner.Punctuation.afterWords

  /// The column of every token; order and names of the witnesses change nothing but the order of rows.
  ///
  /// For the cost see `MultipleAligner`; text is looked at once for each distinct form.
  func align(_ text: NormalizedText) -> Collation {
    let words = text.lexicon.words
    let rows = text.witnesses.map { witness in witness.words.map { words[Int($0)].form } }
    let aligner = MultipleAligner(punctuation: punctuation)
    return Collation(aligner.align(rows, Vocabulary(text.lexicon.forms)))
  }
}

extension Vocabulary {
  /// The facts that the engine needs of each form; the form's index is its id.
  init(_ forms: [Lexicon.Form]) {
    self.init()
    for form in forms {
      let scalars = form.spelling.unicodeScalars
      append(
        skeleton: scalars.map(\.value), kind: Self.kind(of: form),
        hasDigits: scalars.contains { $0.properties.generalCategory == .decimalNumber })
    }
  }

  private static func kind(of form: Lexicon.Form) -> Kind {
    switch form.kind {
    case .word: .word
    case .gap: .gap
    case .punctuation: isOpening(form.spelling) ? .opening : .punctuation
    }
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
    moves = alignment.moves.map { Move(first: Place($0.first), second: Place($0.second)) }
  }
}

extension Collation.Place {
  init(_ place: MultipleAlignment.Place) {
    self.init(columns: place.columns, witnesses: place.rows)
  }
}
