/// Greek numerals: letters that a keraia marks as a number (ϛʹ is 6, ͵αϡκʹ 1920).
enum GreekNumeral {
  /// The value of letters before a keraia, the greater before the lesser, else nil.
  ///
  /// A prime is taken for the keraia, an apostrophe is not, for it marks elision (δ’ is no 4).
  static func value(of word: String) -> Int? {
    guard let last = word.unicodeScalars.last, keraias.contains(last.value) else { return nil }
    return letters.value(of: word.unicodeScalars.dropLast())
  }

  /// U+0374 in NFC, and a prime.
  private static let keraias: Set<UInt32> = [0x02B9, 0x2032]

  private static let letters = AlphabetNumeral(
    units: "αβγδεϛζηθ", tens: "ικλμνξοπϙ", hundreds: "ρστυφχψωϡ", others: ["ς": 6, "ϟ": 90],
    thousands: "\u{375}")
}
