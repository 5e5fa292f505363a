/// Numerals in Hebrew letters: ה׳ is 5, ט״ו 15, תש״פ 780, ה׳תש״פ 5780.
enum HebrewNumeral {
  /// The value of letters with a geresh after them or a gershayim before the last, the greater
  /// before the lesser, else nil. The signs may be typed as an apostrophe and a quotation mark.
  ///
  /// Abbreviated words bear the same signs, and some of them have this order, ר״ל or ק״ו: a value
  /// is a doubtful one, which counts against another alone.
  static func value(of word: String) -> Int? {
    // Asked of every word of a text, most of which are none.
    guard let first = word.unicodeScalars.first, let unit = values[first] else { return nil }
    var letters = word.unicodeScalars.filter { !LetterTables.isDiacritic($0) }
    var thousands = 0
    // A geresh with more letters after it makes thousands of those before.
    if letters.count > 3, isGeresh(letters[letters.index(after: letters.startIndex)]) {
      thousands = unit * 1000
      letters.removeFirst(2)
    }
    return hundreds(Array(letters)).map { thousands + $0 }
  }

  /// The value of a numeral below a thousand, its sign included.
  private static func hundreds(_ letters: [Unicode.Scalar]) -> Int? {
    guard letters.count > 1 else { return nil }
    var digits = letters
    if isGeresh(letters[letters.count - 1]) {
      digits.removeLast()
    } else if letters.count > 2, isGershayim(letters[letters.count - 2]) {
      digits.remove(at: letters.count - 2)
    } else {
      return nil
    }
    var total = 0
    var last = Int.max
    for digit in digits {
      // Hundreds above 400 are sums: תת״ק is 900.
      guard let value = values[digit], value < last || value == 400 && last == 400 else {
        return nil
      }
      total += value
      last = value
    }
    return total
  }

  private static func isGeresh(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{5F3}" || scalar == "'" || scalar == "’"
  }

  private static func isGershayim(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{5F4}" || scalar == "\""
  }

  private static let values: [Unicode.Scalar: Int] = {
    var values: [Unicode.Scalar: Int] = [:]
    for (letters, unit) in [("אבגדהוזחט", 1), ("יכלמנסעפצ", 10), ("קרשת", 100)] {
      for (i, letter) in letters.unicodeScalars.enumerated() { values[letter] = (i + 1) * unit }
    }
    for (final, letter) in zip("ךםןףץ".unicodeScalars, "כמנפצ".unicodeScalars) {
      values[final] = values[letter]
    }
    return values
  }()
}
