/// Numbers spelled out in Latin, cardinals and ordinals, with their endings; v may be written u.
///
/// Only for texts in Latin: `sex` and `non` are words elsewhere. What inflects is doubtful, since
/// `tertio` and `tertia` are one number and two words, and so are the ordinals for which other
/// words stand: `secundum` is a preposition and no number here.
enum LatinNumber {
  /// The longest number that begins the words, which are forms, and how many of them it takes; nil
  /// where none does. Larger parts come first (`viginti tres`), `et` may join them, and `milia`
  /// multiplies what is before it.
  static func read(_ words: ArraySlice<String>) -> (value: Int, count: Int, isCertain: Bool)? {
    guard let first = words.first, var (sum, isCertain) = part(first) else { return nil }
    var count = 1
    var last = sum
    while count < words.count {
      let rest = words.dropFirst(count)
      let isLinked = rest.first == "et" && rest.count > 1
      guard let word = isLinked ? rest.dropFirst().first : rest.first else { break }
      if thousands.contains(word), sum < 1000 {
        (sum, last) = (sum * 1000, 1000)
      } else if let next = part(word), mayFollow(next.value, last) {
        (sum, last) = (sum + next.value, next.value)
      } else {
        break
      }
      isCertain = true
      count += isLinked ? 2 : 1
    }
    return (sum, count, isCertain)
  }

  /// Whether one word is a number, or can begin one.
  static func isNumber(_ word: String) -> Bool { part(word) != nil }

  /// Whether a part may be added to the last one: units to tens, both to hundreds.
  private static func mayFollow(_ part: Int, _ last: Int) -> Bool {
    switch last {
    case 20..<100: part < 10
    case 100..<1000: part < 100
    case 1000...: part < 1000
    default: false
    }
  }

  /// The value of a word, and whether it can hardly be anything else.
  private static func part(_ word: String) -> (value: Int, isCertain: Bool)? {
    if let value = fixed[word] { return (value, true) }
    guard let start = word.utf8.first, starts.contains(start) else { return nil }
    let plain = String(
      String.UnicodeScalarView(word.unicodeScalars.map { $0 == "v" ? "u" : $0 }))
    if let value = fixed[plain] { return (value, true) }
    if let value = inflected[plain] { return (value, false) }
    for length in 1...4 where plain.utf8.count > length {
      if let value = stems[String(plain.dropLast(length))],
        endings.contains(String(plain.suffix(length))), plain != "secundum"
      {
        return (value, false)
      }
    }
    return nil
  }

  /// The words that multiply by a thousand.
  static let thousands: Set<String> = ["milia", "millia", "milium", "milibus", "millibus"]

  private static let endings: Set<String> = [
    "us", "a", "um", "i", "ae", "e", "o", "am", "os", "as", "orum", "arum", "is",
  ]

  /// Numbers that have one form each. Looked up, never walked.
  private static let fixed: [String: Int] = [
    "quattuor": 4, "quatuor": 4, "quinque": 5, "sex": 6, "septem": 7, "octo": 8, "nouem": 9,
    "novem": 9, "decem": 10, "undecim": 11, "duodecim": 12, "tredecim": 13, "quattuordecim": 14,
    "quatuordecim": 14, "quindecim": 15, "sedecim": 16, "septendecim": 17, "duodeuiginti": 18,
    "undeuiginti": 19, "uiginti": 20, "triginta": 30, "quadraginta": 40, "quinquaginta": 50,
    "sexaginta": 60, "septuaginta": 70, "octoginta": 80, "nonaginta": 90, "centum": 100,
    "mille": 1000,
  ]

  private static let inflected: [String: Int] = [
    "duo": 2, "duae": 2, "due": 2, "duos": 2, "duas": 2, "duobus": 2, "duabus": 2, "duorum": 2,
    "duarum": 2, "tres": 3, "tria": 3, "trium": 3, "tribus": 3,
  ]

  /// Ordinals and hundreds without their endings.
  private static let stems: [String: Int] = [
    "prim": 1, "secund": 2, "terti": 3, "terci": 3, "quart": 4, "quint": 5, "sext": 6,
    "septim": 7, "octau": 8, "decim": 10, "undecim": 11, "duodecim": 12, "uicesim": 20,
    "uigesim": 20, "tricesim": 30, "trigesim": 30, "quadragesim": 40, "quinquagesim": 50,
    "centesim": 100, "ducent": 200, "trecent": 300, "quadringent": 400, "quingent": 500,
    "sescent": 600, "septingent": 700, "octingent": 800, "nongent": 900, "millesim": 1000,
  ]

  /// How all of them begin, c to v: it tells most words apart from them.
  private static let starts: Set<UInt8> = Set("cdmnopqstuv".utf8)
}
