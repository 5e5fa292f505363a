/// Where words begin and end by Unicode Standard Annex 29, for counting word errors.
///
/// The classes of characters are derived from their Unicode properties and short lists, in place of
/// the annex's data file. Left out are the rules that can only join characters of which no word is
/// made: emoji, flags, spaces.
enum WordBreaks {
  /// The words of a text that have a letter or digit, as ranges of its UTF-8; O(bytes).
  static func words(in text: String) -> [Range<Int>] {
    var pieces: [Piece] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let kind = Kind(scalar)
      if kind == .attached, !pieces.isEmpty {
        pieces[pieces.count - 1].end = end
      } else {
        pieces.append(
          Piece(kind: kind, start: offset, end: end, counts: scalar.countsAsWord))
      }
      offset = end
    }
    return words(of: pieces)
  }

  /// A character with all that is attached to it.
  private struct Piece {
    var kind: Kind
    var start: Int
    var end: Int
    var counts: Bool
  }

  /// Pieces that belong together, as words; runs of mere punctuation and white space are none.
  private static func words(of pieces: [Piece]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var counts = false
    for i in pieces.indices {
      counts = counts || pieces[i].counts
      if i + 1 < pieces.count, joins(i, i + 1, pieces) { continue }
      if counts { words.append(pieces[start].start..<pieces[i].end) }
      (start, counts) = (i + 1, false)
    }
    return words
  }

  /// Whether no word ends between two neighbors; numbers of the annex's rules at the end of lines.
  private static func joins(_ i: Int, _ j: Int, _ pieces: [Piece]) -> Bool {
    let before = i > 0 ? pieces[i - 1].kind : .other
    let behind = j + 1 < pieces.count ? pieces[j + 1].kind : .other
    let (a, b) = (pieces[i].kind, pieces[j].kind)
    if a.isLetter {
      if b.isLetter || b == .digit || b == .connector { return true }  // 5, 9, 13a
      if b.isInnerOfLetters, behind.isLetter { return true }  // 6
      if a == .hebrew, b == .singleQuote { return true }  // 7a
      return a == .hebrew && b == .doubleQuote && behind == .hebrew  // 7b
    }
    if b.isLetter {
      if a == .digit || a == .connector { return true }  // 10, 13b
      if a.isInnerOfLetters, before.isLetter { return true }  // 7
      return a == .doubleQuote && before == .hebrew && b == .hebrew  // 7c
    }
    if a == .digit {
      return b == .digit || b == .connector || b.isInnerOfNumbers && behind == .digit  // 8, 12, 13a
    }
    if b == .digit { return a == .connector || a.isInnerOfNumbers && before == .digit }  // 13b, 11
    if a == .katakana { return b == .katakana || b == .connector }  // 13, 13a
    return a == .connector && (b == .connector || b == .katakana)  // 13a, 13b
  }

  /// What the rules know of a character.
  fileprivate enum Kind {
    case letter, hebrew, katakana, digit, connector
    /// Between letters, between digits, or both.
    case midLetter, midNumber, midBoth, singleQuote, doubleQuote
    /// Combining marks and what is invisible belong to the character before.
    case attached
    case other

    var isLetter: Bool { self == .letter || self == .hebrew }
    var isInnerOfLetters: Bool { self == .midLetter || self == .midBoth || self == .singleQuote }
    var isInnerOfNumbers: Bool { self == .midNumber || self == .midBoth || self == .singleQuote }

    init(_ scalar: Unicode.Scalar) {
      self = scalar.value < 0x80 ? Self.ascii(UInt8(scalar.value)) : Self.beyondASCII(scalar)
    }

    /// The kind of a character of ASCII.
    private static func ascii(_ byte: UInt8) -> Kind {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
      case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
      case UInt8(ascii: "_"): .connector
      case UInt8(ascii: "'"): .singleQuote
      case UInt8(ascii: "\""): .doubleQuote
      case UInt8(ascii: "."): .midBoth
      case UInt8(ascii: ":"): .midLetter
      case UInt8(ascii: ","), UInt8(ascii: ";"): .midNumber
      default: .other
      }
    }

    /// The kind of any other, by its category where the annex does not list it.
    private static func beyondASCII(_ scalar: Unicode.Scalar) -> Kind {
      if let listed = listed(scalar.value) { return listed }
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark, .format: return .attached
      case .decimalNumber: return .digit
      case .connectorPunctuation: return .connector
      // Fonts for old prints put letters there.
      case .privateUse: return scalar.value <= 0xF8FF ? .letter : .other
      default: break
      }
      guard properties.isAlphabetic, !properties.isIdeographic else { return .other }
      return isWrittenWithoutSpaces(scalar.value) ? .other : .letter
    }

    /// The kind of a character that the annex lists by itself.
    private static func listed(_ value: UInt32) -> Kind? {
      switch value {
      case 0x200B: .other
      case 0xFF9E, 0xFF9F, 0x1F3FB...0x1F3FF: .attached
      case 0x2018, 0x2019, 0x2024, 0xFE52, 0xFF07, 0xFF0E: .midBoth
      case 0xB7, 0x387, 0x55F, 0x5F4, 0x2027, 0xFE13, 0xFE55, 0xFF1A: .midLetter
      case 0x37E, 0x589, 0x60C, 0x60D, 0x66C, 0x7F8, 0x2044, 0xFE10, 0xFE14, 0xFE50, 0xFE54,
        0xFF0C, 0xFF1B:
        .midNumber
      case 0x66B: .digit
      case 0x202F: .connector
      case 0x5D0...0x5F2, 0xFB1D, 0xFB1F...0xFB28, 0xFB2A...0xFB4F: .hebrew
      case 0x3031...0x3035, 0x309B, 0x309C, 0x30A0...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
        0x32D0...0x32FE, 0x3300...0x3357, 0xFF66...0xFF9D:
        .katakana
      case 0x3041...0x3096, 0x309D...0x309F: .other
      case 0x2C2...0x2C5, 0x2D2...0x2D7, 0x2DE, 0x2DF, 0x2E5...0x2EB, 0x2ED, 0x2EF...0x2FF,
        0x55A...0x55C, 0x55E, 0x58A, 0x5F3, 0xA708...0xA716, 0xA720, 0xA721, 0xA789, 0xA78A,
        0xAB5B:
        .letter
      default: nil
      }
    }

    /// Thai, Lao, Burmese, Khmer and their kin: only a dictionary finds words there.
    private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
      switch value {
      case 0xE01...0xEFF, 0x1000...0x109F, 0x1780...0x17DD, 0x1950...0x19DF, 0x1A20...0x1AAD,
        0xA9E0...0xA9FE, 0xAA60...0xAADF, 0x11700...0x1174F:
        true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a word may consist of it: neither mark nor punctuation, space, symbol or control.
  fileprivate var countsAsWord: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .connectorPunctuation, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .mathSymbol,
      .currencySymbol, .modifierSymbol, .otherSymbol, .control, .format:
      false
    default: true
    }
  }
}
