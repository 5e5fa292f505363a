/// The distinct words of all witnesses and the forms they are compared by.
///
/// Words are interned twice: by their bytes as written (`Word`), and by the form they are compared
/// by (`Form`). All work on the text of a word is done once for each distinct word; from here on,
/// words and forms are numbers.
struct Lexicon: Sendable {
  /// Distinct words as written; the index is the word's id. Order of first occurrence: never let it
  /// decide a result.
  var words: [Word]
  /// Distinct forms in byte order of their spelling; the index is the form's id.
  var forms: [Form]

  /// A distinct word, as its characters and the input make it.
  struct Word: Sendable, Equatable {
    /// As written, editor's brackets included.
    var written: String
    /// As written, brackets taken off, in Unicode NFC.
    var plain: String
    /// Index in `forms`.
    var form: UInt32
    var kind: Token.Kind
    /// Elements of markup that count and stand around it, `<hi>`; empty for nearly all words.
    var elements = ""
    /// Whether the input says of it somewhere that it is an abbreviation.
    var isAbbreviated = false
    /// Whether it always stands with a point behind it and some of these end no sentence.
    var isPointed = false
  }

  /// What words are compared by first.
  struct Form: Sendable, Equatable {
    /// Case and diacritics folded, punctuation inside words dropped.
    var spelling: String
    var kind: Token.Kind
  }
}

/// One witness in numbers: the word of every token.
struct NormalizedWitness: Sendable {
  var source: TokenizedWitness
  /// `words[i]` is the id in the lexicon of token `i`.
  var words: [UInt32]
}

/// All witnesses in numbers, with the lexicon that gives the numbers back their text.
struct NormalizedText: Sendable {
  var lexicon: Lexicon
  var witnesses: [NormalizedWitness]
}
