/// Tells proper names by their capitals, without any list of names.
///
/// A form is a name where it stands with a capital inside a sentence and nowhere in the text
/// without one. Where capitals tell nothing (German nouns, titles, scripts without case) no form is
/// a name.
struct ProperNames: Sendable {
  /// Indexed by form.
  private let isName: [Bool]
  private let shapes: [Shape]

  /// How a word is written as to capitals.
  private enum Shape: UInt8 {
    case none, small, capital
  }

  /// Above this share of capitals inside sentences they do not tell names. Darwin has 1 %, the
  /// telegrams of 1920, full of names, 7 to 11 %; lists of titles in capitals 36 %.
  private static let mostCapitals = 0.24
  /// Languages that write all nouns with capitals.
  private static let nounCapitals = ["de", "lb", "gsw", "nds"]

  /// Reads all witnesses once; O(tokens).
  init(_ text: NormalizedText, language: String?) {
    let lexicon = text.lexicon
    shapes = lexicon.words.map(Self.shape)
    let ends = lexicon.words.map(Self.endsSentence)
    let titles = lexicon.words.map(Self.isTitle)
    let points = lexicon.words.map { $0.plain == "." }
    var census = Census(formCount: lexicon.forms.count)
    for witness in text.witnesses {
      let bytes = witness.source.witness.text.bytes
      var startsSentence = true
      var isTitle = false  // the word before, `Mr` or an initial, to which a point belongs
      for (token, word) in zip(witness.source.tokens, witness.words) {
        let form = Int(lexicon.words[Int(word)].form)
        census.take(shapes[Int(word)], form, startsSentence: startsSentence)
        let isItsPoint = isTitle && points[Int(word)]
        startsSentence = ends[Int(word)] && !isItsPoint || Self.endsParagraph(bytes, token)
        isTitle = titles[Int(word)]
      }
    }
    let isTelling = !Self.hasNounCapitals(language) && census.hasCapitals(upTo: Self.mostCapitals)
    isName = census.inside.indices.map {
      isTelling && census.inside[$0] && !census.small[$0]
    }
  }

  /// How the forms of a text are written.
  private struct Census {
    /// By form: whether it stands inside a sentence with a capital, and whether anywhere without.
    private(set) var inside: [Bool]
    private(set) var small: [Bool]
    private var capitalCount = 0
    private var count = 0

    init(formCount: Int) {
      inside = [Bool](repeating: false, count: formCount)
      small = inside
    }

    /// Whether, of the words inside sentences that have case, at most this share has a capital.
    func hasCapitals(upTo share: Double) -> Bool {
      Double(capitalCount) <= share * Double(count)
    }

    /// Counts a word.
    mutating func take(_ shape: Shape, _ form: Int, startsSentence: Bool) {
      if shape == .small { small[form] = true }
      guard shape != .none, !startsSentence else { return }
      count += 1
      guard shape == .capital else { return }
      capitalCount += 1
      inside[form] = true
    }
  }

  /// Whether a language, by its BCP 47 tag, writes all nouns with capitals.
  private static func hasNounCapitals(_ language: String?) -> Bool {
    let primary = language.map { String($0.lowercased().prefix { $0 != "-" && $0 != "_" }) }
    return nounCapitals.contains(primary ?? "")
  }

  /// Whether a word as written is a proper name.
  func contains(_ id: UInt32, form: UInt32) -> Bool {
    isName[Int(form)] && shapes[Int(id)] == .capital
  }

  /// Whether a word as written has a capital such as names have.
  func isCapital(_ id: UInt32) -> Bool { shapes[Int(id)] == .capital }

  /// One letter is no name: `I`, initials; nor is a numeral, `XI`. A capital behind an apostrophe
  /// or hyphen counts, since `d’Armignac` and `al-Ḥasan` are names.
  private static func shape(_ word: Lexicon.Word) -> Shape {
    guard word.kind == .word, word.plain.utf8.count >= 2, word.plain.unicodeScalars.count >= 2
    else {
      return word.kind == .word && word.plain.unicodeScalars.first?.properties.isLowercase == true
        ? .small : .none
    }
    for scalar in word.plain.unicodeScalars {
      switch scalar {
      case "A"..."Z": return RomanNumeral.isCapitals(word.plain) ? .none : .capital
      case "a"..."z": return joinsName(word.plain) ? .capital : .small
      default: break
      }
      if scalar.properties.isUppercase { return .capital }
      if scalar.properties.isLowercase { return joinsName(word.plain) ? .capital : .small }
    }
    return .none
  }

  /// Whether a capital stands behind an apostrophe or hyphen in a word that begins small.
  private static func joinsName(_ plain: String) -> Bool {
    // Of letters alone, as most words.
    if plain.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return false }
    let letters = plain.unicodeScalars
    return zip(letters, letters.dropFirst()).contains { sign, next in
      "'’ʼ-‑".unicodeScalars.contains(sign) && next.properties.isUppercase
    }
  }

  /// Whether a new sentence may begin after a word.
  private static func endsSentence(_ word: Lexicon.Word) -> Bool {
    switch word.kind {
    case .punctuation: !word.plain.unicodeScalars.allSatisfy(standsInsideSentence)
    case .gap: true
    // A word with a point is an abbreviation or ends the sentence.
    case .word: word.plain.utf8.last == 0x2E
    }
  }

  /// Whether a point after the word abbreviates it and a name follows: a title or an initial.
  private static func isTitle(_ word: Lexicon.Word) -> Bool {
    guard word.kind == .word, word.plain.unicodeScalars.first?.properties.isUppercase == true else {
      return false
    }
    return word.plain.unicodeScalars.count == 1 && word.plain != "I" || titles.contains(word.plain)
  }

  /// Titles that English, French and German abbreviate with a point before a name.
  private static let titles: Set<String> = [
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "St", "Prof", "Rev", "Hon", "Gen", "Col", "Maj", "Capt",
    "Lt", "Lieut", "Sgt", "Cpl", "Adm", "Gov", "Sen", "Mme", "Mlle", "Hr", "Fr",
  ]

  /// Whether a blank line follows a token.
  private static func endsParagraph(_ bytes: [UInt8], _ token: Token) -> Bool {
    token.trailing.count > 1
      && token.trailing.count(where: { bytes[$0] == 0x0A || bytes[$0] == 0x0D }) > 1
  }

  /// Whether a sentence goes on after a mark.
  private static func standsInsideSentence(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case ",", "(", ")", "-", "–", "—", "/", "&": true
    default: false
    }
  }
}
