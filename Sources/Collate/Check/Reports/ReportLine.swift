/// Text of witnesses where it is shown inside a line of a report.
enum ReportLine {
  /// One line of visible characters, O(n) in the length of the text; where it is not trimmed, a
  /// blank stands for white space at its ends.
  ///
  /// White space is folded to one blank. What no reader could see, or what would be obeyed rather
  /// than shown, is made visible: control characters as their pictures (U+2400…), the marks that
  /// turn the direction of writing and noncharacters as their numbers. XML 1.0 can hold all of it.
  static func folded(_ text: String, isTrimmed: Bool = true) -> String {
    var result = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaceDue = !isTrimmed || !result.isEmpty
        continue
      }
      if isSpaceDue { result.append(" ") }
      isSpaceDue = false
      if let picture = picture(of: scalar) {
        result.append(contentsOf: picture.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    if isSpaceDue, !isTrimmed { result.append(" ") }
    return String(result)
  }

  /// The text in one line with all its blanks, line breaks as their pictures too; O(n) in its
  /// length.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let picture = picture(of: scalar) {
        result.append(contentsOf: picture.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What stands for a character that must not stand for itself; nil for all others.
  ///
  /// Format characters that belong to the spelling stay: joiners, soft hyphens, the tags of flags.
  private static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      InvisibleText.number(of: scalar)
    default:
      scalar.properties.isNoncharacterCodePoint ? InvisibleText.number(of: scalar) : nil
    }
  }
}
