/// Numbers in Han characters, one a word: by places (三千五百) or digit for digit (一九二〇).
enum HanNumber {
  /// The longest number that begins the words, and how many of them it takes; nil where none does
  /// or where it is too large.
  static func read(_ words: ArraySlice<Lexicon.Word>) -> (value: Int, count: Int)? {
    guard words.first.flatMap(sign) != nil else { return nil }
    let signs = words.prefix(longest).map { sign(of: $0) }.prefix { $0 != nil }.compactMap(\.self)
    guard !signs.isEmpty else { return nil }
    let digits = signs.prefix { $0 < 10 }
    if digits.count == signs.count, digits.count > 1 {
      return (digits.reduce(0) { $0 * 10 + $1 }, digits.count)
    }
    return byPlaces(signs).map { ($0, signs.count) }
  }

  /// More characters than a number below 10 to the 18th has digits are none.
  private static var longest: Int { 18 }

  private static func sign(of word: Lexicon.Word) -> Int? {
    let scalars = word.plain.unicodeScalars
    guard word.kind == .word, let only = scalars.first, scalars.count == 1 else { return nil }
    return signs[only]
  }

  /// Sums what stands before each 十, 百, 千, and the sections that 萬 and 億 multiply; nil for what is
  /// no single number, as 二三千, two or three thousand.
  private static func byPlaces(_ signs: [Int]) -> Int? {
    var (total, section, digit) = (0, 0, 0)
    var limit = Int.max
    for sign in signs {
      switch sign {
      case ..<10:
        guard digit == 0 else { return nil }
        digit = sign
      case ..<10_000:
        guard sign < limit else { return nil }
        section += max(digit, 1) * sign
        (digit, limit) = (0, sign)
      default:
        total += max(section + digit, 1) * sign
        (section, digit, limit) = (0, 0, Int.max)
      }
    }
    return total + section + digit
  }

  /// Characters of both shapes, and those that keep accounts from being altered.
  private static let signs: [Unicode.Scalar: Int] = {
    var signs: [Unicode.Scalar: Int] = [
      "两": 2, "兩": 2, "廿": 20, "卄": 20, "卅": 30, "卌": 40,
    ]
    let rows = [
      "〇一二三四五六七八九", "零壹貳參肆伍陸柒捌玖", "○壱弐参",
    ]
    for row in rows {
      for (value, sign) in row.unicodeScalars.enumerated() { signs[sign] = value }
    }
    for (row, value) in [
      ("十拾", 10), ("百佰", 100), ("千仟", 1000), ("万萬", 10_000), ("亿億", 100_000_000),
    ] {
      for sign in row.unicodeScalars { signs[sign] = value }
    }
    return signs
  }()
}
