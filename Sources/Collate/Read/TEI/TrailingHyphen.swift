/// The hyphen at the end of a text, by which a word goes on behind the end of a line.
enum TrailingHyphen {
  /// Hyphen-minus, not sign, soft hyphen, hyphen, double oblique hyphen, equals sign.
  private static let hyphens = ["-", "¬", "\u{AD}", "‐", "⸗", "="].map { Array($0.utf8) }

  /// Its length in bytes; nil where the text ends otherwise.
  static func length(in text: [UInt8]) -> Int? {
    hyphens.first { text.count >= $0.count && text[(text.count - $0.count)...].elementsEqual($0) }?
      .count
  }

  /// The same where a letter stands before the hyphen; nil where none does.
  static func lengthBehindLetter(in text: [UInt8]) -> Int? {
    guard let length = length(in: text), text.count > length else { return nil }
    // Nothing in ASCII below its letters, and all that is not ASCII.
    return text[text.count - length - 1] > 0x40 ? length : nil
  }
}
