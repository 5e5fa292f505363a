/// Roman numerals, and how sure one can be that letters are one.
enum RomanNumeral {
  /// The value of letters in the order that Roman numerals have, else nil.
  ///
  /// Repeated signs up to four are let through, as scribes write them (`iiii`), and `j` for a last
  /// `i` (`viij`).
  static func value(of word: String) -> Int? {
    var digits: [Int] = []
    for byte in word.utf8 {
      guard let digit = digit(byte | 0x20) else { return nil }
      digits.append(digit)
    }
    guard (1...15).contains(digits.count) else { return nil }
    if word.utf8.dropLast().contains(where: { $0 | 0x20 == 0x6A }) { return nil }
    return sum(digits)
  }

  /// Whether the letters can hardly be anything else: two or more capitals, or three or more small
  /// letters that are no word.
  ///
  /// `I`, `mix`, `vi` or `DI` are numerals only where the other reading has a number in their place.
  static func isCertain(_ word: String) -> Bool {
    guard value(of: word) != nil else { return false }
    let isUpper = word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    let isLower = word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    let lower = word.lowercased()
    if words.contains(lower) { return false }
    return isUpper && word.utf8.count >= 2 || isLower && word.utf8.count >= 3
  }

  /// Words of English, French, Italian, Spanish and Latin that are spelled like Roman numerals.
  private static let words: Set<String> = [
    "mix", "dix", "dii", "di", "mi", "vi", "li", "xi", "id", "cc", "mm", "md", "dc", "cd", "cv",
    "dl", "ml", "mc", "dm", "cm",
  ]

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

  /// The value of digits whose order is that of a numeral: from large to small, with one smaller
  /// digit before a greater at most (IV, IX, XL, XC, CD, CM).
  private static func sum(_ digits: [Int]) -> Int? {
    var total = 0
    var limit = Int.max  // what stands next must be no greater
    var i = 0
    while i < digits.count {
      let digit = digits[i]
      let next = i + 1 < digits.count ? digits[i + 1] : 0
      if next > digit {
        guard [1, 10, 100].contains(digit), next == digit * 5 || next == digit * 10, next <= limit
        else { return nil }
        total += next - digit
        limit = digit - 1
        i += 2
      } else {
        let count = digits[i...].prefix { $0 == digit }.count
        let isRepeatable = [1, 10, 100, 1000].contains(digit)
        guard digit <= limit, count <= (isRepeatable ? 4 : 1) else { return nil }
        total += digit * count
        limit = digit
        i += count
      }
    }
    return total
  }
}
