/// An element of the input's markup around words, which can be written again around them.
struct Markup: Sendable, Equatable {
  /// Name in TEI, as `hi`, `persName`.
  var element: String
  /// In the order of the input.
  var attributes: [Attribute] = []
  /// Bytes of the source, as UTF-8 offsets.
  var range: Range<Int>

  /// An attribute of the element.
  struct Attribute: Sendable, Equatable {
    /// With its prefix: `type`, `xml:lang`.
    var name: String
    var value: String
  }
}

/// What an input says of a word, or of a part of one, beyond its letters.
struct WordHint: Sendable, Equatable {
  /// Bytes of the source, as UTF-8 offsets; never empty.
  var range: Range<Int>
  var kind: Kind

  /// What the input says of the words.
  enum Kind: Sendable, Equatable {
    /// The range is one token, and is compared by `form` where there is one.
    case word(form: String?)
    /// What stands in the range is compared as if this stood there.
    case regular(String)
    /// The input says that it is an abbreviation, and not of what.
    case abbreviated
    /// An element that counts: words in it and words not in it differ.
    case significant(String)
  }
}
