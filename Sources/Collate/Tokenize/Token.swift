/// One word, punctuation mark or gap of a witness: the word as written and what follows it.
struct Token: Sendable, Equatable {
  /// UTF-8 offset of its first byte, an opening bracket of the editor included.
  var start: Int32
  /// UTF-8 offset after its last byte, a closing bracket included, note marks and white space not.
  var end: Int32
  /// UTF-8 offset of the next token, or the end of the source after the last one: what lies between
  /// `end` and `next` is white space and marks that stand between tokens.
  var next: Int32
  var kind: Kind
  /// Whether any part of it was supplied by the editor, `[word]`, `[wo]rd`, `two [more words]`.
  var isSupplied = false

  /// What a token is; a gap is a place where text is missing.
  enum Kind: UInt8, Sendable {
    case word, punctuation, gap
  }

  /// The word as written, as a range of the source's bytes.
  var written: Range<Int> { Int(start)..<Int(end) }
  /// What follows the word, as a range of the source's bytes.
  var trailing: Range<Int> { Int(end)..<Int(next) }
}

/// The tokens of one witness in their order.
struct TokenizedWitness: Sendable, Equatable {
  var witness: Witness
  var tokens: [Token]

  /// What stands before the first token: byte order mark, front matter, white space, marks.
  var leading: Range<Int> { 0..<(tokens.first.map { Int($0.start) } ?? witness.text.bytes.count) }
}
