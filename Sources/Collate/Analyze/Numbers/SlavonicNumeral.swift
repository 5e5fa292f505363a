/// Numerals in Cyrillic letters under a titlo: ·в҃і· is 12, ҂ѕ҃фк҃г 6523.
enum SlavonicNumeral {
  /// The value of letters of which one bears a titlo, the greater before the lesser but in 11 to
  /// 19, where the unit stands before ten, as it is spoken; else nil.
  ///
  /// Nearly all sacred names, which bear the titlo too, have letters without value or break this
  /// order: бг҃ъ, гл҃а, хс҃.
  static func value(of word: String) -> Int? {
    let scalars = word.unicodeScalars
    guard scalars.contains(where: { isTitlo($0) }) else { return nil }
    return letters.value(of: scalars.lazy.filter { !LetterTables.isDiacritic($0) })
  }

  private static func isTitlo(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x0483 || scalar.value == 0x0487 || scalar.value == 0xA66F
  }

  private static let letters = AlphabetNumeral(
    units: "авгдєѕзиѳ", tens: "іклмнѯопч", hundreds: "рстуфхѱѡц",
    others: [
      "е": 5, "ѥ": 5, "ꙃ": 6, "ꙁ": 7, "ꙇ": 10, "ї": 10, "ѻ": 70, "ҁ": 90, "ѵ": 400, "ꙋ": 400,
      "ѹ": 400, "ѿ": 800, "ѧ": 900,
    ],
    thousands: "\u{482}", hasTeens: true)
}
