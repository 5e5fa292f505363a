// Foundation for the formatter that spells out the numbers to read back.
import Foundation
import Testing

@testable import Collate

@Suite struct NumberTests {
  private func values(_ line: String, certain: Bool = true) -> [NumberValue] {
    let text = SampleTables.text([line])
    let words = text.witnesses[0].words.map { text.lexicon.words[Int($0)] }
    let forms = words.map { text.lexicon.forms[Int($0.form)].spelling }
    return NumberReader().findings(in: words, forms: forms)
      .filter { $0.isCertain || !certain }.map(\.value)
  }

  @Test(arguments: [
    "3,000", "3.000", "3 000", "3000", "three thousand", "Three Thousand", "MMM", "3000th",
  ])
  func `one number in many dresses`(written: String) {
    #expect(values(written) == [NumberValue(3000)])
  }

  @Test(arguments: [
    ("2½", 5, 2), ("2 ½", 5, 2), ("½", 1, 2), ("0.5", 1, 2), ("1/2", 1, 2), ("50%", 1, 2),
    ("50 per cent", 1, 2), ("50 percent", 1, 2), ("7th", 7, 1), ("seventh", 7, 1), ("VII", 7, 1),
    ("viij", 8, 1), ("1,234.50", 2469, 2), ("twenty-first", 21, 1),
    ("two hundred and five", 205, 1),
    ("12 300", 12_300, 1),
  ])
  func `fractions, ordinals, percentages`(written: String, numerator: Int, denominator: Int) {
    #expect(values(written) == [.ratio(numerator, denominator)])
  }

  @Test func `numbers in a row are numbers each, however many`() {
    #expect(values("two thousand three thousand") == [2000, 3000].map { NumberValue($0) })
    #expect(
      values("one hundred million five thousand two million").map { $0 } == [
        NumberValue(100_005_000), NumberValue(2_000_000),
      ])
    #expect(values("one hundred one hundred and five") == [100, 105].map { NumberValue($0) })
    #expect(values("nineteen hundred six hundred") == [1900, 600].map { NumberValue($0) })
    let hundreds = String(repeating: "one hundred ", count: 1000)
    #expect(values(hundreds) == [NumberValue](repeating: NumberValue(100), count: 1000))
    let many = String(repeating: "one hundred thousand ", count: 1000)
    #expect(values(many) == [NumberValue](repeating: NumberValue(100_000), count: 1000))
  }

  @Test func `a trailing zero or separator makes no other number`() {
    #expect(values("1,234.50") == values("1234.5"))
    #expect(values("1,234.50") != values("1,234.05"))
    #expect(values("44a") != values("44b"))
    #expect(values("17.11.1920") == [17, 11, 1920].map { NumberValue($0) })
    #expect(values("99999999999999999999") != values("99999999999999999998"))
  }

  @Test(arguments: [
    ("в\u{483}", 2), ("в\u{483}і", 12), ("ві\u{483}", 12), ("к\u{483}г", 23),
    ("р\u{483}м\u{483}д", 144),
    ("\u{482}ѕ\u{483}фк\u{483}г\u{483}", 6523), ("\u{482}аѿ\u{483}к", 1820), ("Е\u{483}", 5),
    ("\u{482}а\u{483}", 1000), ("ч\u{483}ѳ", 99), ("цѯ\u{483}з", 967),
  ])
  func `slavonic letters with a titlo are numbers`(written: String, value: Int) {
    #expect(values(written) == [NumberValue(value)])
  }

  @Test(arguments: [
    ("ה׳", 5), ("ט״ו", 15), ("תש״פ", 780), ("ה׳תש״פ", 5780), ("תש\"פ", 780), ("ה'", 5),
    ("תת״ק", 900),
    ("תש״ם", 740), ("רמ״ח", 248), ("ה׳תש׳", 5700), ("אֶ׳", 1),
  ])
  func `hebrew letters with their signs may be numbers`(written: String, value: Int) {
    #expect(values(written).isEmpty)
    #expect(values(written, certain: false) == [NumberValue(value)])
  }

  @Test(arguments: ["רש״י", "א״ר", "תשפ", "ה", "״", "׳", "א׳׳", "ה׳״", "ז״ל", "אב׳", "יי״א"])
  func `hebrew letters without a sign or in another order are none`(written: String) {
    #expect(values(written, certain: false).isEmpty)
  }

  @Test(arguments: [
    "ві", "бг\u{483}ъ", "гл\u{483}а", "хс\u{483}", "іс\u{483}ъ", "гд\u{483}ь", "ст\u{483}ъ",
    "дн\u{483}и", "г\u{483}в",
    "\u{482}", "а\u{482}\u{483}", "в\u{483}іа", "мт\u{483}и", "сн\u{483}ъ",
  ])
  func `letters without value or order under a titlo are a name`(written: String) {
    #expect(values(written).isEmpty)
  }

  @Test(arguments: [
    ("ϛʹ", 6), ("Ϛʹ", 6), ("ιβʹ", 12), ("ρια\u{374}", 111), ("͵αϡκʹ", 1920), ("τξε′", 365),
  ])
  func `greek letters with a keraia are numbers`(written: String, value: Int) {
    #expect(values(written) == [NumberValue(value)])
  }

  @Test(arguments: ["δ’", "δ'", "ἀλλʼ", "ιιʹ", "αιʹ", "ʹ", "͵ʹ", "καὶʹ"])
  func `greek words and elisions are none`(written: String) {
    #expect(values(written, certain: false).isEmpty)
  }

  @Test(arguments: [
    ("三 千", 3000), ("十 二", 12), ("二 十", 20), ("一 九 二 〇", 1920), ("五 百", 500), ("三", 3),
    ("壹 佰 貳 拾", 120), ("二 萬 三 千 五", 23_005), ("三 億 零 六", 300_000_006),
  ])
  func `han characters are read by their places`(written: String, value: Int) {
    #expect(values(written) == [NumberValue(value)])
  }

  @Test func `two or three thousand is neither`() {
    for value in [2000, 3000] { #expect(values("二 三 千") != [NumberValue(value)]) }
  }

  @Test func `a long row of han digits is read in pieces`() {
    #expect(values(String(repeating: "九 億 ", count: 40)).count > 1)
    #expect(values(String(repeating: "九 ", count: 40)).count > 1)
  }

  @Test(arguments: [
    "I went", "mix it", "page xv", "did", "civil", "the DIM light", "one of them", "a second",
  ])
  func `words that could be numbers are none by themselves`(line: String) {
    #expect(values(line).isEmpty)
  }

  @Test func `roman numerals up to 3999 are read back`() {
    for value in 1...3999 { #expect(RomanNumeral.value(of: roman(value)) == value) }
  }

  @Test func `no two orders of roman digits below five signs mean what they should not`() {
    let letters = ["I", "V", "X", "L", "C"]
    let right = Set((1...399).map(roman))
    for code in 0..<(6 * 6 * 6 * 6) {
      let digits = [code % 6, code / 6 % 6, code / 36 % 6, code / 216]
      let word = digits.filter { $0 > 0 }.map { letters[$0 - 1] }.joined()
      guard !word.isEmpty, !isScribal(word) else { continue }
      #expect((RomanNumeral.value(of: word) != nil) == right.contains(word), "\(word)")
    }
  }

  /// Whether a sign stands four times, as scribes wrote and schoolbooks do not.
  private func isScribal(_ word: String) -> Bool {
    ["IIII", "XXXX", "CCCC"].contains { word.contains($0) }
  }

  private func roman(_ value: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var word = ""
    for (number, sign) in signs {
      while rest >= number {
        word += sign
        rest -= number
      }
    }
    return word
  }

  @Test func `english numbers are read as Foundation spells them`() {
    let formatter = NumberFormatter()
    formatter.locale = Locale(identifier: "en")
    formatter.numberStyle = .spellOut
    for value in Array(0...1200) + [1920, 3000, 9000, 10_001, 250_000, 1_000_000, 2_300_045] {
      let spelled = formatter.string(from: NSNumber(value: value))!
      let words = spelled.replacing("-", with: "").split(separator: " ").map(String.init)
      let found = EnglishNumber.read(words[...])
      #expect(found?.value == value && found?.count == words.count, "\(spelled)")
    }
  }

  @Test(arguments: [
    ("de", "dreitausend"), ("fr", "troismille"), ("ru", "тритысячи"), ("it", "tremila"),
    ("es", "tresmil"),
  ])
  func `numbers are spelled out in other languages`(language: String, letters: String) {
    #expect(SpelledNumber(language: language).letters(of: NumberValue(3000)) == letters)
    #expect(SpelledNumber(language: language).letters(of: .ratio(1, 2)) == nil)
  }
}
