/// Greek numerals: letters that a keraia marks as a number (ϛʹ is 6, ͵αϡκʹ 1920).
enum GreekNumeral {
  /// The value of letters before a keraia, the greater before the lesser, else nil.
  ///
  /// A prime is taken for the keraia, an apostrophe is not, for it marks elision (δ’ is no 4).
  static func value(of word: String) -> Int? {
    var letters = Array(word.unicodeScalars)
    guard let last = letters.last, keraias.contains(last.value), letters.count > 1 else {
      return nil
    }
    letters.removeLast()
    var total = 0
    var limit = Int.max
    var isThousands = false
    for letter in letters {
      if letter == "\u{375}", !isThousands {
        isThousands = true
        continue
      }
      guard let digit = values[letter.properties.lowercaseMapping] else { return nil }
      let value = isThousands ? digit * 1000 : digit
      // Of each power of ten there is one letter at most.
      guard value < limit else { return nil }
      limit = powerOfTen(notAbove: value)
      total += value
      isThousands = false
    }
    return isThousands ? nil : total
  }

  /// U+0374 in NFC, and a prime.
  private static let keraias: Set<UInt32> = [0x02B9, 0x2032]

  private static func powerOfTen(notAbove value: Int) -> Int {
    var power = 1
    while power * 10 <= value { power *= 10 }
    return power
  }

  private static let values: [String: Int] = {
    var values: [String: Int] = ["ς": 6, "ϟ": 90]
    for (letters, unit) in [("αβγδεϛζηθ", 1), ("ικλμνξοπϙ", 10), ("ρστυφχψωϡ", 100)] {
      for (i, letter) in letters.unicodeScalars.enumerated() {
        values[String(letter)] = (i + 1) * unit
      }
    }
    return values
  }()
}
