/// Characters that print as nothing: zero-width spaces and joiners, soft hyphens, marks of
/// direction, variation selectors.
///
/// Where they are all that two texts differ in, the two would look alike to a reader; there, and
/// only there, they are shown by their numbers, since in many scripts they belong to the spelling.
enum InvisibleText {
  /// Whether a character has no picture of its own.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // The soft hyphen is the first of them.
    scalar.value >= 0xAD && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// `⟨U+200B⟩`
  static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
  }

  /// The text with its invisible characters as their numbers; O(n) in its length.
  static func numbered(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isInvisible(scalar) {
        result.append(contentsOf: number(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text without its invisible characters; O(n) in its length.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) { result.append(scalar) }
    return String(result)
  }

  /// What stands for the bytes between two words in a printed line, invisible characters by their
  /// numbers.
  static func separator(in bytes: ArraySlice<UInt8>) -> String {
    let blank = WhiteSpace.separator(in: bytes)
    var result = ""
    var isBlankDue = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace { isBlankDue = true }
      guard isInvisible(scalar) else { continue }
      result += (isBlankDue ? blank : "") + number(of: scalar)
      isBlankDue = false
    }
    return isBlankDue ? result + blank : result
  }
}
