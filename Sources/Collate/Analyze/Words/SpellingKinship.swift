/// Tells whether two words may be spellings of one word.
///
/// What is taken for a spelling is filed below what changes the sense, so this errs on the side of
/// difference: letters that scribes and printers interchange, abbreviations that show themselves as
/// such, and slips inside long words. Endings are never counted as spelling, for they inflect.
struct SpellingKinship: Sendable {
  /// Whether a final e may be mute and left off (`kinge`, `king`). Not so in today's English and
  /// French, where it tells `plan` from `plane`.
  var hasMuteE: Bool

  init(language: String?) {
    let primary = language.map { $0.lowercased().prefix { $0 != "-" && $0 != "_" } }
    hasMuteE = primary != "en" && primary != "fr"
  }

  /// Whether two words whose skeletons differ may be one word spelled in two ways all the same;
  /// `forms` are their forms' spellings. O(letters).
  func areKin(_ a: Lexicon.Word, _ b: Lexicon.Word, forms: (String, String)) -> Bool {
    if Self.hasDigit(forms.0) || Self.hasDigit(forms.1) { return false }
    if Self.areAnd(forms.0, forms.1) { return true }
    let isShort =
      Self.isAbbreviation(a, forms.0, of: forms.1) || Self.isAbbreviation(b, forms.1, of: forms.0)
    if isShort { return true }
    // Names are written by ear up to their last letters (`Karabakh`, `Karabagh`).
    let areCapitalized = [a, b].allSatisfy {
      $0.plain.unicodeScalars.first?.properties.isUppercase ?? false
    }
    return Self.isSlip(
      Array(forms.0.unicodeScalars), Array(forms.1.unicodeScalars),
      ending: areCapitalized ? 1 : 2)
  }

  private static func hasDigit(_ form: String) -> Bool {
    form.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// `&` and `⁊` against the words they are read as.
  private static func areAnd(_ a: String, _ b: String) -> Bool {
    let signs: Set<String> = ["&", "\u{204A}", "+"]
    return signs.contains(a) && (signs.contains(b) || conjunctions.contains(b))
      || signs.contains(b) && conjunctions.contains(a)
  }

  /// "And" in English, Latin and French, German, Italian, Spanish, Dutch, Scandinavian, Greek, Slavic.
  private static let conjunctions: Set<String> = [
    "and", "et", "ac", "und", "vnd", "e", "ed", "y", "en", "og", "och", "και", "и", "i",
  ]

  /// Whether one word is the other with a slip well inside.
  ///
  /// One letter wrong, missing or added, neither the first nor one of the last (`ending`), in words
  /// of seven letters and more, so that `these` and `those` or `areas` and `area` stay apart; or two
  /// neighbors exchanged, in words of six letters and more (`lenght`). O(letters).
  private static func isSlip(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], ending: Int
  ) -> Bool {
    guard min(a.count, b.count) >= 6, abs(a.count - b.count) <= 1 else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    let left = max(a.count, b.count) - head - tail
    if left == 2, a.count == b.count, a[head] == b[head + 1], a[head + 1] == b[head] {
      return head >= 1
    }
    return min(a.count, b.count) >= 7 && head >= 1 && tail >= ending && left <= 1
  }

  /// Whether a word shows itself as an abbreviation, by a point or a mark over a letter, and its
  /// letters stand in the other in their order, the first in the first place: `eps̄` of `episcopus`.
  private static func isAbbreviation(
    _ word: Lexicon.Word, _ form: String, of full: String
  ) -> Bool {
    guard form.utf8.count < full.utf8.count, form.unicodeScalars.first == full.unicodeScalars.first
    else { return false }
    let marks: [Unicode.Scalar] = ["\u{303}", "\u{304}", "\u{305}", "\u{483}", "'", "’", "."]
    // NFC composes some of them with their letters: ē, ũ.
    let composed = "āēīōūñãõũ".unicodeScalars
    guard word.plain.unicodeScalars.contains(where: { marks.contains($0) || composed.contains($0) })
    else { return false }
    var rest = full.unicodeScalars[...]
    for letter in form.unicodeScalars {
      guard let found = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: found)...]
    }
    return true
  }
}

// MARK: - Letters that stand for each other

extension SpellingKinship {
  /// The form with interchangeable letters made one: equal skeletons are spellings of one word.
  func skeleton(of form: String) -> String {
    var letters = form
    let isShort = form.unicodeScalars.count < 4
    for (written, meant) in isShort ? Self.interchanges : Self.interchanges + Self.vowels
    where letters.contains(written) {
      letters.replace(written, with: meant)
    }
    let all = Array(letters.unicodeScalars)
    var skeleton = String.UnicodeScalarView()
    for (i, letter) in all.enumerated() {
      let isDoubled = i > 0 && all[i - 1] == letter && all.count >= 5 && !Self.isVowel(letter)
      let isHebrewMater = i > 0 && (letter == "ו" || letter == "י")
      if !isDoubled && !isHebrewMater { skeleton.append(letter) }
    }
    if skeleton.count >= 5, let last = skeleton.last, last == "ъ" || last == "e" && hasMuteE {
      skeleton.removeLast()
    }
    return String(skeleton)
  }

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    "aeiou".unicodeScalars.contains(letter)
  }

  /// Pairs in the order in which they are replaced. Hebrew vowel letters are dropped besides.
  private static let interchanges: [(String, String)] = [
    // Latin script, medieval and early modern: u/v, i/j/y, ae/oe/e, ph/f, ci/ti, ck/k, mpn/mn, þ/th.
    ("ae", "e"), ("oe", "e"), ("ph", "f"), ("þ", "th"), ("ð", "th"), ("w", "uu"), ("v", "u"),
    ("j", "i"), ("y", "i"), ("ck", "k"), ("tio", "cio"), ("tia", "cia"), ("mpn", "mn"),
    ("mpt", "mt"),
    // Russian before and after 1918.
    ("ѣ", "е"), ("і", "и"), ("ѳ", "ф"), ("ѵ", "и"),
    // Armenian: օ with աւ, and է with ե.
    ("աւ", "օ"), ("է", "ե"),
  ]

  /// Greek vowels by the pronunciation of copyists: ει, η, υι, οι with ι; αι with ε; ω with ο. Not in
  /// words below four letters, of which too many are each other's neighbors (`ὅς`, `ὡς`).
  private static let vowels: [(String, String)] = [
    ("ει", "ι"), ("οι", "ι"), ("υι", "ι"), ("η", "ι"), ("αι", "ε"), ("ω", "ο"),
  ]
}
