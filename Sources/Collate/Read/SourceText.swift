/// The bytes of one transcription and what stands where in them.
///
/// For a plain-text witness `bytes` is the file itself, or its part of a file of several, byte
/// order mark, front matter and line ends included, so that the witness can be given back exactly.
/// For other formats it is the text taken out of them.
struct SourceText: Sendable, Equatable {
  /// The file as the user named it, or `-` for standard input; for pages in several files their
  /// folder, or the first of them.
  var path: String
  /// Valid UTF-8.
  var bytes: [UInt8]
  /// Where the transcription stands: after byte order mark and front matter.
  var body: Range<Int>
  /// What is not plain running text, ordered by place; marks do not overlap.
  var marks: [Mark] = []
  /// Tokens that the input itself divided; nil where the tokenizer is to divide the body.
  var givenTokens: [GivenToken]?
  /// Where the text stood in the file it was taken out of; nil where `bytes` is the file itself.
  var places: PlaceTable?
  /// The heading above it in a plain-text file of several witnesses.
  var heading: SectionHeading?
  /// The files that the text was taken out of, where they are several.
  var files = SourceFiles()
  /// Pages and lines of the document, where the input tells them.
  var pageLines = PageLines()
  /// Markup around words, ordered by where it begins, the outer before the inner; properly nested.
  var markup: [Markup] = []
  /// What the input says of single words, ordered by where it begins.
  var hints: [WordHint] = []
  /// Lines of the pages that are no text of the witness, as running heads and page numbers.
  var linesLeftOut = 0
}

/// A piece of a transcription that is more, or less, than words of the text.
struct Mark: Sendable, Equatable {
  var kind: Kind
  /// Bytes of the source, as UTF-8 offsets.
  var range: Range<Int>

  /// What a mark says of the words that it stands at.
  enum Kind: UInt8, Sendable, CaseIterable {
    /// `<…>`, or `…` alone: the editor left something out. The only mark that is a token.
    case gap
    /// `[` before words that the editor supplied; one byte, part of the word it touches.
    case suppliedOpen
    /// `]` after them.
    case suppliedClose
    /// `[?]`, `(?)`: the word before is uncertain.
    case uncertain
    /// `*`, `**` after a word: a note belongs here.
    case noteMark
    /// The note itself, from its asterisk to the end of its paragraph.
    case note
    /// `(Emphasis added – Y.B.)`: a remark of the editor.
    case remark
    /// `[Name]:` at the start of a paragraph: who speaks.
    case speaker
    /// Heading of the document.
    case heading
    /// Its date, as given in or under the heading.
    case dateline
    /// The archive line: where the document is kept.
    case archive
  }
}

extension Mark.Kind {
  /// Whether what the mark covers is kept out of the words compared. Brackets are cut out of a
  /// word, a gap is a token; all others stand between tokens.
  var standsBetweenTokens: Bool {
    switch self {
    case .gap, .suppliedOpen, .suppliedClose: false
    default: true
    }
  }
}

/// A token that came divided in the input, as in CollateX's JSON.
struct GivenToken: Sendable, Equatable {
  /// Bytes of the source, white space after the word included.
  var range: Range<Int>
  /// The form the input wants it compared by.
  var form: String?
  /// Its other keys as JSON text, `{"page":3}`; empty where it has none.
  var others: String = ""
}
