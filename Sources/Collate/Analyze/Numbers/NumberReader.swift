/// Finds the numbers in a run of words: figures, Roman, Greek, Slavonic and Hebrew numerals,
/// numbers in Han characters and spelled out in English, or in the language of the text.
struct NumberReader {
  private let readsLatin: Bool
  /// By form, the value of words of the text's language.
  private let counting: [String: Int]

  /// Reads numbers in figures and spelled out in English, and those of a language, by its primary
  /// subtag, that has words listed here.
  init(language: String? = nil) {
    readsLatin = language == "la"
    counting = CountingWords.table(language)
  }

  /// A number found among words.
  struct Finding: Equatable {
    /// Places in the run read.
    var words: Range<Int>
    var value: NumberValue
    /// Whether it can hardly be anything else. `I`, `mix` and `one` count as numbers only where the
    /// other reading has a number.
    var isCertain: Bool
  }

  /// All numbers among the words, in order, not overlapping; O(words). `mayBegin` tells the places
  /// where one may begin, as far as that is known; nothing is read at others.
  func findings(
    in words: [Lexicon.Word], forms: [String], mayBegin: (Int) -> Bool = { _ in true }
  ) -> [Finding] {
    var findings: [Finding] = []
    var at = 0
    while at < words.count {
      guard mayBegin(at) else {
        at += 1
        continue
      }
      let here = read(words, forms: forms, at: at)
      findings.append(contentsOf: here)
      at = here.last?.words.upperBound ?? at + 1
    }
    return findings
  }

  /// Whether a number can begin with this word.
  func mayBegin(_ plain: String, form: String) -> Bool {
    // Numerals in the letters of other alphabets have at least one of them.
    let isASCII = plain.utf8.allSatisfy { $0 < 0x80 }
    return plain.unicodeScalars.contains(where: Self.isDigit)
      || RomanNumeral.value(of: plain) != nil || EnglishNumber.isNumber(form)
      || readsLatin && LatinNumber.isNumber(form) || counting[form] != nil
      || !isASCII && (Self.lettered(plain) != nil || HebrewNumeral.value(of: plain) != nil)
      || Self.percentages.contains { $0.sign[0] == form }
  }

  /// The number that marked letters of an alphabet stand for, Greek or Slavonic.
  private static func lettered(_ plain: String) -> Int? {
    GreekNumeral.value(of: plain) ?? SlavonicNumeral.value(of: plain)
  }

  /// The number that begins at a place, or the several of a date or range, or none.
  private func read(_ words: [Lexicon.Word], forms: [String], at: Int) -> [Finding] {
    guard words[at].kind == .word else { return [] }
    let plain = words[at].plain
    if let (value, count) = HanNumber.read(words[at...]) {
      return [Finding(words: at..<at + count, value: NumberValue(value), isCertain: true)]
    }
    if plain.unicodeScalars.contains(where: Self.isDigit) {
      return scaled(Self.figures(words, at: at), forms)
    }
    if let value = Self.lettered(plain) {
      return [Finding(words: at..<at + 1, value: NumberValue(value), isCertain: true)]
    }
    if let value = HebrewNumeral.value(of: plain) {
      return [Finding(words: at..<at + 1, value: NumberValue(value), isCertain: false)]
    }
    // A sign of percent against another, its number being the same and elsewhere.
    if let (sign, divisor) = Self.percentage(in: words, at: at) {
      let value = NumberValue(1).divided(by: divisor)
      return [Finding(words: at..<at + sign.count, value: value, isCertain: true)]
    }
    if let value = counting[forms[at]] {
      return [Finding(words: at..<at + 1, value: NumberValue(value), isCertain: false)]
    }
    if RomanNumeral.value(of: plain) != nil { return scaled([Self.roman(words, at: at)], forms) }
    if readsLatin, let (value, count, isCertain) = LatinNumber.read(forms[at...]) {
      return [
        Finding(words: at..<at + count, value: NumberValue(value), isCertain: isCertain)
      ]
    }
    guard let (value, count) = EnglishNumber.read(forms[at...]) else { return [] }
    let isDoubtful = EnglishNumber.isDoubtful(forms[at..<at + count])
    let range = at..<at + count
    return [Finding(words: range, value: NumberValue(value), isCertain: !isDoubtful)]
  }

  /// Findings, of which the last takes in a word behind it that multiplies: `3 million`,
  /// `3 тысячи`.
  private func scaled(_ findings: [Finding], _ forms: [String]) -> [Finding] {
    guard var last = findings.last, last.words.upperBound < forms.count,
      let factor = factor(forms[last.words.upperBound])
    else { return findings }
    last.value = last.value.multiplied(by: factor)
    last.words = last.words.lowerBound..<last.words.upperBound + 1
    return findings.dropLast() + [last]
  }

  private func factor(_ form: String) -> Int? {
    if let value = counting[form], value >= 1000 { return value }
    if readsLatin, LatinNumber.thousands.contains(form) { return 1000 }
    return EnglishNumber.factor(form)
  }

  /// The number that a word of Roman letters is.
  private static func roman(_ words: [Lexicon.Word], at: Int) -> Finding {
    let plain = words[at].plain
    let value = NumberValue(RomanNumeral.value(of: plain) ?? 0)
    // Among other words in capitals, MI or DIX are words like these.
    let isShouted = [at - 1, at + 1].contains { i in
      words.indices.contains(i) && isCapitals(words[i].plain)
        && RomanNumeral.value(of: words[i].plain) == nil
    }
    let isCertain = RomanNumeral.isCertain(plain) && !isShouted
    return Finding(words: at..<at + 1, value: value, isCertain: isCertain)
  }

  private static func isCapitals(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("0"..."9").contains(scalar) }
    return scalar.properties.numericType != nil
  }
}

// MARK: - Figures

extension NumberReader {
  /// The numbers in a word that has figures: one where it is a number as a whole, else each of
  /// those in it.
  private static func figures(_ words: [Lexicon.Word], at: Int) -> [Finding] {
    let plain = words[at].plain
    guard let canonical = Figures.canonical(plain) else {
      let values = Self.values(inMixed: plain)
      return values.map { Finding(words: at..<at + 1, value: $0, isCertain: true) }
    }
    var digits = canonical
    var end = at + 1
    // 3 000: groups of three that spaces divide.
    let isGroup = (1...3).contains(plain.utf8.count) && !plain.hasPrefix("0")
    while isGroup, end < words.count, let group = groupOfThree(words[end]) {
      digits += group
      end += 1
    }
    return [finding(NumberValue(canonical: digits), words, at..<end)]
  }

  /// The finding, with a vulgar fraction or a percent sign after it taken in.
  private static func finding(
    _ value: NumberValue, _ words: [Lexicon.Word], _ range: Range<Int>
  ) -> Finding {
    var (value, end) = (value, range.upperBound)
    if end < words.count, let fraction = vulgarFraction(words[end].plain),
      let sum = value.adding(fraction)
    {
      (value, end) = (sum, end + 1)
    }
    if let (sign, divisor) = percentage(in: words, at: end) {
      (value, end) = (value.divided(by: divisor), end + sign.count)
    }
    return Finding(words: range.lowerBound..<end, value: value, isCertain: true)
  }

  /// The sign of percent or its words at a place, and what it divides by.
  private static func percentage(
    in words: [Lexicon.Word], at: Int
  ) -> (sign: [String], divisor: Int)? {
    guard at < words.count, words[at].kind == .word else { return nil }
    let next = words[at...].prefix(2).map { $0.plain.lowercased() }
    return percentages.first { next.starts(with: $0.sign) }
  }

  private static let percentages: [(sign: [String], divisor: Int)] = [
    (["%"], 100), (["percent"], 100), (["per", "cent"], 100), (["prozent"], 100), (["‰"], 1000),
  ]

  private static func groupOfThree(_ word: Lexicon.Word) -> String? {
    guard word.kind == .word, word.plain.utf8.count == 3 else { return nil }
    return Figures.canonical(word.plain)
  }

  /// The numbers in a word that has digits and other signs besides.
  private static func values(inMixed word: String) -> [NumberValue] {
    // Figures in braces are the transcriber's: `{gap=illegible_12character}`.
    if word.utf8.contains(UInt8(ascii: "{")) { return [] }
    if let fraction = vulgarFraction(word) ?? percentage(word) ?? ordinal(word) {
      return [fraction]
    }
    let parts = word.unicodeScalars.split { "/.-–:'’".unicodeScalars.contains($0) }
      .map(String.init)
    let values = parts.compactMap { Figures.canonical($0) }.map { NumberValue(canonical: $0) }
    // A date, a reference, a range: each of its numbers; else a number such as 44a.
    guard values.count == parts.count, !values.isEmpty else {
      return [.figures(Folding(dropsCase: true, spellsOut: true).fold(word))]
    }
    let isSlashed = word.unicodeScalars.contains("/")
    if isSlashed, values.count == 2, let fraction = quotient(values[0], values[1]) {
      return [fraction]
    }
    return values
  }

  private static func quotient(_ a: NumberValue, _ b: NumberValue) -> NumberValue? {
    guard case .ratio(let numerator, 1) = a, case .ratio(let denominator, 1) = b else { return nil }
    return NumberValue(numerator, over: denominator)
  }

  /// `½`, `2½`.
  private static func vulgarFraction(_ word: String) -> NumberValue? {
    guard let last = word.unicodeScalars.last, last.properties.numericType == .numeric,
      let value = last.properties.numericValue, value > 0, value < 1
    else { return nil }
    // The vulgar fractions of Unicode have denominators up to 10.
    let denominator = (2...10).first { value * Double($0) == (value * Double($0)).rounded() }
    let fraction = denominator.flatMap { NumberValue(Int(value * Double($0)), over: $0) }
    let whole = String(word.unicodeScalars.dropLast())
    if whole.isEmpty { return fraction }
    guard let canonical = Figures.canonical(whole), let fraction else { return nil }
    return NumberValue(canonical: canonical).adding(fraction)
  }

  /// `5%`, `7‰`.
  private static func percentage(_ word: String) -> NumberValue? {
    guard let sign = word.unicodeScalars.last, sign == "%" || sign == "‰",
      let canonical = Figures.canonical(String(word.unicodeScalars.dropLast()))
    else { return nil }
    return NumberValue(canonical: canonical).divided(by: sign == "%" ? 100 : 1000)
  }

  /// `7th`, `7-й`, `7º`.
  private static func ordinal(_ word: String) -> NumberValue? {
    let digits = word.unicodeScalars.prefix { isDigit($0) }
    let ending = word.unicodeScalars.dropFirst(digits.count).drop { $0 == "-" || $0 == "‑" }
    guard ordinalEndings.contains(String(ending).lowercased()),
      let canonical = Figures.canonical(String(digits))
    else { return nil }
    return NumberValue(canonical: canonical)
  }

  /// What follows the figure of an ordinal in English, French, Dutch, Spanish, Italian, Russian.
  private static let ordinalEndings: Set<String> = [
    "st", "nd", "rd", "th", "er", "re", "e", "ère", "ème", "eme", "de", "ste", "º", "ª", "°",
    "й", "го", "му", "м", "я", "е", "ой", "ю", "х", "ми",
  ]
}
