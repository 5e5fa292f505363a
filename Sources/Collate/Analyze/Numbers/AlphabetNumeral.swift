/// Numerals in the letters of an alphabet: units, tens and hundreds each have letters of their own.
struct AlphabetNumeral: Sendable {
  /// By letter in small form.
  private let values: [String: Int]
  /// The sign that makes thousands of the letter after it.
  private let thousands: Unicode.Scalar
  /// Whether a unit stands before ten in 11 to 19, as it is spoken.
  private let hasTeens: Bool

  /// The letters of each power of ten, from 1 to 9 times, and those in another shape or with
  /// another tradition.
  init(
    units: String, tens: String, hundreds: String, others: [String: Int],
    thousands: Unicode.Scalar, hasTeens: Bool = false
  ) {
    var values = others
    for (letters, unit) in [(units, 1), (tens, 10), (hundreds, 100)] {
      for (i, letter) in letters.unicodeScalars.enumerated() {
        values[String(letter)] = (i + 1) * unit
      }
    }
    self.values = values
    self.thousands = thousands
    self.hasTeens = hasTeens
  }

  /// The value of letters, the greater before the lesser, else nil; of none it is nil.
  func value(of letters: some Sequence<Unicode.Scalar>) -> Int? {
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
      let isTeen = hasTeens && value == 10 && limit == 1 && total % 10 > 0
      // Of each power of ten there is one letter at most.
      guard value < limit || isTeen else { return nil }
      limit = isTeen ? 0 : Self.powerOfTen(notAbove: value)
      total += value
      isThousands = false
    }
    return total > 0 && !isThousands ? total : nil
  }

  private static func powerOfTen(notAbove value: Int) -> Int {
    var power = 1
    while power * 10 <= value { power *= 10 }
    return power
  }
}
