/// Numerals in Cyrillic letters under a titlo: ·в҃і· is 12, ҂ѕ҃фк҃г 6523.
enum SlavonicNumeral {
  /// The value of letters of which one bears a titlo, the greater before the lesser but in 11 to 19,
  /// where the unit stands before ten, as it is spoken; else nil.
  ///
  /// Nearly all sacred names, which bear the titlo too, have letters without value or break this order:
  /// бг҃ъ, гл҃а, хс҃.
  static func value(of word: String) -> Int? {
    let scalars = word.unicodeScalars
    guard scalars.contains(where: { isTitlo($0) }) else { return nil }
    let letters = scalars.filter { !LetterTables.isDiacritic($0) }
    var total = 0
    var limit = Int.max
    var isThousands = false
    for letter in letters {
      if letter == thousands, !isThousands {
        isThousands = true
        continue
      }
      guard let digit = values[letter.properties.lowercaseMapping] else { return nil }
      let value = isThousands ? digit * 1000 : digit
      let isTeen = value == 10 && limit == 1 && total % 10 > 0
      // Of each power of ten there is one letter at most.
      guard value < limit || isTeen else { return nil }
      limit = isTeen ? 0 : powerOfTen(notAbove: value)
      total += value
      isThousands = false
    }
    return total > 0 && !isThousands ? total : nil
  }

  private static let thousands: Unicode.Scalar = "\u{482}"

  private static func isTitlo(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x0483 || scalar.value == 0x0487 || scalar.value == 0xA66F
  }

  private static func powerOfTen(notAbove value: Int) -> Int {
    var power = 1
    while power * 10 <= value { power *= 10 }
    return power
  }

  /// The letters of each power of ten, and those in another shape or with another tradition.
  private static let values: [String: Int] = {
    var values: [String: Int] = [:]
    for (letters, unit) in [("авгдєѕзиѳ", 1), ("іклмнѯопч", 10), ("рстуфхѱѡц", 100)] {
      for (i, letter) in letters.unicodeScalars.enumerated() {
        values[String(letter)] = (i + 1) * unit
      }
    }
    for (letter, value) in [
      ("е", 5), ("ѥ", 5), ("ꙃ", 6), ("ꙁ", 7), ("ꙇ", 10), ("ї", 10), ("ѻ", 70), ("ҁ", 90),
      ("ѵ", 400),
      ("ꙋ", 400), ("ѹ", 400), ("ѿ", 800), ("ѧ", 900),
    ] {
      values[letter] = value
    }
    return values
  }()
}
