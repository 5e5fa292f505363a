/// Roman numerals, and how sure one can be that letters are one.
enum RomanNumeral {
  /// The value of letters in the order that Roman numerals have, else nil.
  ///
  /// Repeated signs up to four are let through, as scribes write them (`iiii`), `j` for a last `i`
  /// (`viij`), and ° behind letters (`XV°`).
  static func value(of word: String) -> Int? {
    if let plain = withoutEnding(word) { return value(of: plain) }
    // Asked of every word of a text, most of which are none.
    guard (1...15).contains(word.utf8.count), word.utf8.allSatisfy({ digit($0 | 0x20) != nil })
    else { return nil }
    let digits = word.utf8.compactMap { digit($0 | 0x20) }
    if word.utf8.dropLast().contains(where: { $0 | 0x20 == 0x6A }) { return nil }
    return sum(digits)
  }

  /// Whether the letters can hardly be anything else: two or more capitals, or three or more small
  /// letters that are no word.
  ///
  /// `I`, `mix`, `vi` or `DI` are numerals only where the other reading has a number in their
  /// place.
  static func isCertain(_ word: String) -> Bool {
    if let plain = withoutEnding(word) { return isCertain(plain) }
    guard value(of: word) != nil else { return false }
    let isUpper = word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    let isLower = word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    let lower = word.lowercased()
    if words.contains(lower) { return false }
    return isUpper && word.utf8.count >= 2 || isLower && word.utf8.count >= 3
  }

  /// The numeral of `M°CC°XV°`, where a small o shows the ends of Latin ordinals, and of `viio` and
  /// `iiiior`, where they were written out; nil where there is no such end.
  private static func withoutEnding(_ word: String) -> String? {
    guard word.utf8.contains(0xC2) else {
      // Asked of every word: its last letter tells most.
      guard word.utf8.last == UInt8(ascii: "o") || word.utf8.last == UInt8(ascii: "r") else {
        return nil
      }
      let ending = ["iio", "iior", "iimo"].first { word.hasSuffix($0) }
      return ending.map { String(word.dropLast($0.utf8.count - 2)) }
    }
    let plain = word.filter { $0 != "°" && $0 != "º" }
    return plain.utf8.count < word.utf8.count ? plain : nil
  }

  /// Whether a word is a numeral in capitals, two at least.
  static func isCapitals(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      && value(of: word) != nil
  }

  /// Words and abbreviations of English, French, Italian, Spanish, Latin, Scandinavian and Middle
  /// High German that are spelled like Roman numerals.
  private static let words: Set<String> = [
    "mix", "dix", "dii", "di", "mi", "li", "id", "cc", "mm", "md", "dc", "cd", "cv", "dl", "ml",
    "mc", "dm", "cm", "div", "liv",
  ]

  /// The value of a small letter; nil where it is none of the seven and of `j`.
  private static func digit(_ letter: UInt8) -> Int? {
    switch letter {
    case 0x69, 0x6A: 1
    case 0x76: 5
    case 0x78: 10
    case 0x6C: 50
    case 0x63: 100
    case 0x64: 500
    case 0x6D: 1000
    default: nil
    }
  }

  /// The value of digits whose order is that of a numeral: thousands, hundreds, tens, units, each
  /// with its five and four ones at most, or one before the next five or ten (IV, IX).
  private static func sum(_ digits: [Int]) -> Int? {
    var rest = digits[...]
    var total = 0
    for unit in [1000, 100, 10, 1] {
      let (five, ten) = (unit * 5, unit * 10)
      if unit < 1000, rest.starts(with: [unit, ten]) || rest.starts(with: [unit, five]) {
        total += rest[rest.startIndex + 1] - unit
        rest.removeFirst(2)
        continue
      }
      if unit < 1000, rest.first == five { total += rest.removeFirst() }
      let ones = rest.prefix(4).prefix { $0 == unit }.count
      total += ones * unit
      rest.removeFirst(ones)
    }
    return rest.isEmpty ? total : nil
  }
}
