/// How many columns text takes where every letter has the same width, and where it may be divided.
///
/// A column is what terminals and fixed-width fonts give a Latin letter. Combining marks take none,
/// letters of Chinese, Japanese and Korean and emoji take two (Unicode Standard Annex 11).
enum TextWidth {
  /// Columns of a text without line ends; O(b) in its bytes.
  static func columns(of text: String) -> Int {
    var utf8 = text
    let isASCII = utf8.withUTF8 { bytes in !bytes.contains { $0 >= 0x80 } }
    return isASCII ? text.utf8.count : text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one user-perceived character: 0, 1 or 2.
  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII && scalars.count == 1 { return 1 }
    if isWide(first) || scalars.contains("\u{FE0F}") { return 2 }
    return takesNoColumn(first) ? 0 : 1
  }

  /// Marks without a letter to stand on, and format characters; a soft hyphen is shown by most
  /// terminals.
  private static func takesNoColumn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    case .format: scalar != "\u{AD}"
    default: false
    }
  }

  /// Whether a scalar is wide or full width; blocks, not single characters, except for emoji.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF: true
    case 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: true
    case 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF: true
    case 0x20000...0x3FFFD: true
    default: scalar.properties.isEmojiPresentation
    }
  }
}

/// A piece of text that no line break divides.
struct TextAtom: Equatable, Sendable {
  /// Bytes of the text.
  var range: Range<Int>
  /// Columns.
  var width: Int
  /// Whether white space stands before it.
  var followsBlank: Bool
}

extension TextAtom {
  /// Calls `body` with the atoms of a text in their order; O(b) in its bytes.
  ///
  /// Atoms are the words between white space. Between two wide letters a line may end too, as is
  /// the custom where words are written without spaces, though no closing sign begins a line and no
  /// opening one ends it. A word of more than `limit` columns is cut.
  static func scan(_ bytes: ArraySlice<UInt8>, limit: Int, _ body: (TextAtom) -> Void) {
    var at = bytes.startIndex
    var followsBlank = false
    while at < bytes.endIndex {
      let blank = WhiteSpace.length(bytes, at: at)
      if blank > 0 {
        followsBlank = true
        at += blank
        continue
      }
      let start = at
      var isASCII = true
      while at < bytes.endIndex, WhiteSpace.length(bytes, at: at) == 0 {
        isASCII = isASCII && bytes[at] < 0x80
        at += 1
      }
      let word = TextAtom(range: start..<at, width: at - start, followsBlank: followsBlank)
      if isASCII && word.width <= limit { body(word) } else { divide(word, bytes, limit, body) }
      followsBlank = false
    }
  }

  /// Divides a word between wide letters, and where it is too long.
  private static func divide(
    _ word: TextAtom, _ bytes: ArraySlice<UInt8>, _ limit: Int, _ body: (TextAtom) -> Void
  ) {
    var atom = TextAtom(
      range: word.range.lowerBound..<word.range.lowerBound, width: 0,
      followsBlank: word.followsBlank)
    var previous: Character?
    for character in String(decoding: bytes[word.range], as: UTF8.self) {
      let width = TextWidth.columns(of: character)
      if let previous, atom.width + width > limit || mayPart(previous, character) {
        body(atom)
        atom = TextAtom(
          range: atom.range.upperBound..<atom.range.upperBound, width: 0, followsBlank: false)
      }
      atom.width += width
      atom.range = atom.range.lowerBound..<atom.range.upperBound + character.utf8.count
      previous = character
    }
    body(atom)
  }

  private static func mayPart(_ before: Character, _ after: Character) -> Bool {
    TextWidth.columns(of: before) == 2 && TextWidth.columns(of: after) == 2
      && !"「『（【〈《〔".contains(before) && !"、。，．」』）】〉》〕！？：；ー々".contains(after)
  }
}
