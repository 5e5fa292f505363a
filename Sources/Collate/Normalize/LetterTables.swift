/// What the folding of words knows about single characters.
///
/// Unicode's own properties are not enough here: its nonspacing marks hold the vowels of Indian and
/// Thai writing, and its compatibility mappings turn `x²` into `x2`, which is another number.
enum LetterTables {
  /// Marks that add to a letter and may be dropped: accents, breathings, tone and length marks,
  /// Hebrew and Arabic points. Blocks by their names in the Unicode code charts.
  static let diacritics: [ClosedRange<UInt32>] = [
    0x0300...0x036F,  // Combining Diacritical Marks
    0x0483...0x0489,  // Cyrillic titlo, breathings, number signs
    0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7...0x05C7,  // Hebrew
    0x0610...0x061A, 0x0640...0x0640, 0x064B...0x065F, 0x0670...0x0670, 0x06D6...0x06DC,
    0x06DF...0x06E4, 0x06E7...0x06E8, 0x06EA...0x06ED,  // Arabic points, tatweel among them
    0x0711...0x0711, 0x0730...0x074A,  // Syriac
    0x1AB0...0x1AFF, 0x1DC0...0x1DFF,  // Combining Diacritical Marks Extended, Supplement
    0x20D0...0x20FF,  // Combining Diacritical Marks for Symbols
    0x2CEF...0x2CF1,  // Coptic
    0x3190...0x319F,  // Kanbun
    0xA66F...0xA672, 0xA67C...0xA67D,  // Cyrillic vzmet, number signs, kavyka and payerok
    0xFE20...0xFE2F,  // Combining Half Marks
  ]

  /// Whether a character is a diacritic by itself.
  static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    // Below the first block lies all of ASCII and Latin-1, which has a macron that is typed behind
    // its letter.
    guard scalar.value >= 0x0300 else { return scalar.value == 0xAF }
    return diacritics.contains { $0.contains(scalar.value) }
  }

  /// Characters without a picture of their own: soft hyphen, joiners, direction marks, byte order
  /// mark, variation selectors.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD
      && (scalar.properties.generalCategory == .format || (0xFE00...0xFE0F).contains(scalar.value))
  }

  /// Whether a character inside a word is punctuation. `&` is a word of its own.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if isPlain(scalar) { return false }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      scalar != "&" && scalar != "\u{204A}"
    default:
      // The apostrophes that Unicode counts as letters, accents or symbols.
      apostrophes.contains(scalar.value)
    }
  }

  /// The letters and digits of ASCII, of which most texts consist: no table need be asked.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  /// Modifier apostrophes, prime, grave, acute, Greek koronis, psili and dasia standing alone, the
  /// Slavonic payerok where a jer was left out, and the tilde as typed in abbreviations.
  private static let apostrophes: [UInt32] = [
    0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x0060, 0x00B4, 0x1FBD, 0x1FBF, 0x1FFE, 0x055A, 0xA67F,
    0x007E,
  ]

  /// The plain sign for a typographic one: straight for curly quotes, `-` for other hyphens.
  ///
  /// These differ in how a text was keyed and never count as variants.
  static func keyed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018...0x201B, 0x2032, 0x2039, 0x203A, 0x0060, 0x00B4, 0x02BC, 0x02B9, 0x1FBD, 0x1FBF:
      "'"
    case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB, 0x301D...0x301F: "\""
    case 0x2010, 0x2011: "-"
    default: scalar
    }
  }

  /// What `keyed` gives, and `-` for every dash besides.
  static func leveled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if isPlain(scalar) { return scalar }
    let isDash = scalar.value == 0x2212 || scalar.properties.generalCategory == .dashPunctuation
    return isDash ? "-" : keyed(scalar)
  }

  /// Whether a character is a letter in the shape of one place or width, which Unicode maps to the
  /// letters it stands for: Armenian ligatures, Hebrew and Arabic presentation forms, halfwidth
  /// kana.
  static func isPresentationForm(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFB13...0xFB17, 0xFB20...0xFB29, 0xFB4F, 0xFB50...0xFDF9, 0xFE80...0xFEFC,
      0xFF66...0xFF9F:
      true
    default: false
    }
  }

  /// Letters written as one that stand for two, and letters with a second shape.
  static func spelledOut(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00DF: "ss"
    case 0x00E6: "ae"
    case 0x0153: "oe"
    case 0x0133: "ij"
    case 0x017F: "s"  // long s
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    case 0x0587: "եւ"
    case 0x03C2: "σ"  // final sigma
    case 0x0671: "ا"  // alef wasla
    case 0x06A9: "ك"  // kaf and yeh as Persian keyboards have them
    case 0x06CC: "ي"
    // Consonants with a silent vowel that have a code point of their own, Bengali and Malayalam.
    case 0x09CE: "ত্"
    case 0x0D7A: "ണ്"
    case 0x0D7B: "ന്"
    case 0x0D7C: "ര്"
    case 0x0D7D: "ല്"
    case 0x0D7E: "ള്"
    case 0x0D7F: "ക്"
    // Katakana as hiragana.
    case 0x30A1...0x30F6, 0x30FD, 0x30FE: String(Unicode.Scalar(scalar.value - 0x60)!)
    case 0xFF01...0xFF5E: String(Unicode.Scalar(scalar.value - 0xFEE0)!).lowercased()
    default: nil
    }
  }
}
