/// Tells whether two words may be spellings of one word.
///
/// What is taken for a spelling is filed below what changes the sense, so this errs on the side of
/// difference: letters that scribes and printers interchange, abbreviations that show themselves as
/// such, and slips inside long words. Endings are never counted as spelling, for they inflect.
struct SpellingKinship: Sendable {
  /// Whether a final e may be mute and left off (`kinge`, `king`). Not so in today's English and
  /// French, where it tells `plan` from `plane`.
  let hasMuteE: Bool
  private let isLatin: Bool
  private let isSlavonic: Bool
  /// Whether long vowels are other vowels than short ones: `putrāḥ`, sons, and `putraḥ`, a son.
  let hasLongVowels: Bool
  private let abbreviations: Abbreviations

  /// The rules for a language; where none is stated, a final e may be mute. In texts romanized from
  /// an Asian script a macron is part of its letter.
  init(_ language: TextLanguage, isRomanized: Bool) {
    hasMuteE = language.stated != "en" && language.stated != "fr"
    isLatin = language.isLatin
    isSlavonic = language.isSlavonic
    hasLongVowels = language.isSanskrit && isRomanized
    abbreviations = Abbreviations(hasMacrons: !isRomanized, hasTildes: language.isLatin)
  }

  /// Whether two words whose skeletons differ may be one word spelled in two ways all the same;
  /// `forms` are their forms' spellings. O(letters).
  func areKin(_ a: Lexicon.Word, _ b: Lexicon.Word, forms: (String, String)) -> Bool {
    if Self.hasDigit(forms.0) || Self.hasDigit(forms.1) { return false }
    if Self.areAnd(forms.0, forms.1) || GreekSpelling.areOne(forms.0, forms.1) { return true }
    if isLatin, LatinSpelling.areOne(forms.0, forms.1) { return true }
    if Umlauts.areOne(a.plain, forms.1) || Umlauts.areOne(b.plain, forms.0) { return true }
    let isShort =
      abbreviations.isShort(a, forms.0, of: forms.1, byPoint: Self.isPointed(a, beside: b))
      || abbreviations.isShort(b, forms.1, of: forms.0, byPoint: Self.isPointed(b, beside: a))
    if isShort { return true }
    guard min(forms.0.utf8.count, forms.1.utf8.count) >= Self.leastSlipped else { return false }
    let edges = Self.isCapitalized(a) && Self.isCapitalized(b) ? Self.nameEdges : Self.wordEdges
    var (first, second) = forms
    let areASCII = first.utf8.allSatisfy { $0 < 0x80 } && second.utf8.allSatisfy { $0 < 0x80 }
    // Bytes are letters there, and no list of letters need be made.
    if areASCII {
      return first.withUTF8 { a in second.withUTF8 { b in Self.isSlip(a, b, edges) } }
    }
    return Self.isSlip(Array(first.unicodeScalars), Array(second.unicodeScalars), edges)
  }

  /// Whether a point may shorten a word to one that another has in full. A point behind both tells
  /// nothing of either, and `Q.` is no `quae`.
  private static func isPointed(_ word: Lexicon.Word, beside full: Lexicon.Word) -> Bool {
    word.isPointed && !full.isPointed && (!isCapitalized(word) || isCapitalized(full))
  }

  private static func isCapitalized(_ word: Lexicon.Word) -> Bool {
    word.plain.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private static func hasDigit(_ form: String) -> Bool {
    form.unicodeScalars.contains {
      $0.isASCII ? ("0"..."9").contains($0) : $0.properties.numericType != nil
    }
  }

  /// `&` and `⁊` against the words they are read as.
  private static func areAnd(_ a: String, _ b: String) -> Bool {
    AndSign.isSign(a) && (AndSign.isSign(b) || AndSign.isWord(b))
      || AndSign.isSign(b) && AndSign.isWord(a)
  }

  /// Whether one word is the other with a slip well inside.
  ///
  /// One letter wrong, missing or added, none of the first nor of the last (`edges`), in words
  /// of seven letters and more, so that `these` and `those` or `areas` and `area` stay apart; or
  /// two neighbors exchanged, in words of six letters and more (`lenght`). O(letters).
  private static func isSlip<Letters: RandomAccessCollection>(
    _ a: Letters, _ b: Letters, _ edges: Edges
  ) -> Bool where Letters.Element: Equatable, Letters.Index == Int {
    guard min(a.count, b.count) >= leastSlipped, abs(a.count - b.count) <= 1 else { return false }
    let common = min(a.count, b.count)
    var (head, tail) = (0, 0)
    while head < common, a[head] == b[head] { head += 1 }
    while tail < common, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let left = max(a.count, b.count) - head - tail
    if left == 2, a.count == b.count, a[head] == b[head + 1], a[head + 1] == b[head] {
      return head >= 1
    }
    return min(a.count, b.count) >= 7 && head >= edges.head && tail >= edges.tail && left <= 1
  }

  /// Letters at either end of a word in which there is no slip.
  private typealias Edges = (head: Int, tail: Int)

  /// What turns the sense of a word stands at its ends: `adduxit` and `abduxit`, `προφέρει` and
  /// `προσφέρει`, `videbatur` and `videbantur`, `occurrerunt` and `occurrerant`. Of the 21 pairs of
  /// words in two Latin traditions that differ by one letter, 2 or 3 letters from the end, four at
  /// most are spellings, three of them names.
  private static let wordEdges: Edges = (4, 4)
  /// Names are written by ear up to their last letters (`Karabakh`, `Karabagh`).
  private static let nameEdges: Edges = (1, 1)

  /// Letters of the shortest word with a slip, and bytes at least.
  private static let leastSlipped = 6
}

// MARK: - Letters that stand for each other

extension SpellingKinship {
  /// The form with interchangeable letters made one: equal skeletons are spellings of one word.
  ///
  /// O(letters × interchanges); scalars and not `Character`s are compared, since a form has no
  /// accents, and searching strings for strings took most of the time of the whole analysis.
  func skeleton(of form: String) -> [Unicode.Scalar] {
    var letters = Letters(form)
    letters.replace(Self.interchanges)
    if isLatin { letters.replace(Self.latin) }
    if hasLongVowels { letters.replace(Self.sanskrit) }
    if letters.countAtFirst >= 4 { letters.replace(Self.vowels) }
    if letters.countAtFirst >= 7 { letters.replace(Self.suffixes) }
    var all = BrahmicSpelling.leveled(GreekSpelling.withoutMovableNu(letters.all))
    if isLatin { all = LatinSpelling.leveled(all) }
    var skeleton: [Unicode.Scalar] = []
    skeleton.reserveCapacity(all.count)
    for (i, letter) in all.enumerated() {
      let isDoubled = i > 0 && all[i - 1] == letter && all.count >= 5 && Self.mayDouble(letter)
      let isHebrewMater = i > 0 && (letter == "ו" || letter == "י")
      let isHardSign = i > 0 && (letter == "ъ" || isSlavonic && letter == "ь")
      if !isDoubled && !isHebrewMater && !isHardSign { skeleton.append(Self.homophone(letter)) }
    }
    let count = skeleton.count
    if count >= 5, skeleton.last == "e", hasMuteE { skeleton.removeLast() }
    return skeleton
  }

  /// The letter that copyists write for another: the Ethiopic series of one sound (ሐ ኀ with ሀ, ሠ
  /// with ሰ, ዐ with አ, ፀ with ጸ), Arabic ى and ة, which are ي and ه without their points, and kana
  /// in full size for small ones, as all were printed until 1946, with ゐ and ゑ for い and え.
  private static func homophone(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    let value = letter.value
    if value < 0x0629 { return letter }
    let meant: UInt32 =
      switch value {
      case 0x1210...0x1217: value - 0x10
      case 0x1280...0x1287: value - 0x80
      case 0x1220...0x1227: value + 0x10
      case 0x12D0...0x12D7: value - 0x30
      case 0x1340...0x1347: value - 0x08
      case 0x0649: 0x064A
      case 0x0629: 0x0647
      case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E: value + 1
      case 0x3090: 0x3044
      case 0x3091: 0x3048
      default: value
      }
    return Unicode.Scalar(meant) ?? letter
  }

  /// Whether a letter written twice may be one sound: a consonant of an alphabet. In Hebrew, Arabic
  /// and the scripts of India and Japan there is a vowel between the two.
  private static func mayDouble(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u": false
    case "\u{0590}"..."\u{109F}", "\u{1200}"..."\u{1CFF}", "\u{2E80}"...: false
    default: true
    }
  }

  /// Letters of a form under replacement.
  private struct Letters {
    private(set) var all: [Unicode.Scalar]
    /// How many there were before any was replaced.
    let countAtFirst: Int
    /// Which there are, at least, so that most replacements need no search (`mark`).
    private var marks: UInt64

    init(_ form: String) {
      all = []
      all.reserveCapacity(form.utf8.count)
      for letter in form.unicodeScalars { all.append(letter) }
      countAtFirst = all.count
      marks = all.reduce(0) { $0 | Interchange.mark($1) }
    }

    /// Puts what is meant wherever it is written otherwise, one interchange after the other.
    mutating func replace(_ interchanges: Interchanges) {
      for (place, mark) in interchanges.marks.enumerated() where marks & mark != 0 {
        replace(interchanges.all[place])
      }
    }

    /// Puts `meant` wherever `written` stands, from the left; O(letters).
    private mutating func replace(_ interchange: Interchange) {
      guard let first = all.indices.first(where: { begins(interchange.written, at: $0) }) else {
        return
      }
      var replaced = Array(all[..<first])
      var at = first
      while at < all.count {
        if begins(interchange.written, at: at) {
          replaced += interchange.meant
          at += interchange.written.count
        } else {
          replaced.append(all[at])
          at += 1
        }
      }
      all = replaced
      marks |= interchange.meantMarks
    }

    private func begins(_ written: [Unicode.Scalar], at place: Int) -> Bool {
      guard all[place] == written[0], place + written.count <= all.count else { return false }
      return written.count == 1 || all[place..<place + written.count].elementsEqual(written)
    }
  }

  /// Letters written for others.
  private struct Interchange: Sendable {
    let written: [Unicode.Scalar]
    let meant: [Unicode.Scalar]
    let meantMarks: UInt64

    init(_ written: String, _ meant: String) {
      self.written = Array(written.unicodeScalars)
      self.meant = Array(meant.unicodeScalars)
      meantMarks = self.meant.reduce(0) { $0 | Self.mark($1) }
    }

    /// One bit of 64 for a letter; the letters of one alphabet hardly share any.
    static func mark(_ letter: Unicode.Scalar) -> UInt64 { 1 << UInt64(letter.value & 63) }
  }

  /// Interchanges in the order in which they are made.
  private struct Interchanges: Sendable {
    let all: [Interchange]
    /// For each the mark of the first letter written: hardly any need be looked at for one word.
    let marks: [UInt64]

    init(_ pairs: [(String, String)]) {
      all = pairs.map { Interchange($0, $1) }
      marks = all.map { Interchange.mark($0.written[0]) }
    }
  }

  /// Pairs in the order in which they are replaced. Hebrew vowel letters are dropped besides, and
  /// Indic consonants leveled (`BrahmicSpelling`); those of Latin and of romanized
  /// Sanskrit alone are `latin` and `sanskrit`.
  private static let interchanges = Interchanges(
    [
      // Latin script, medieval and early modern: u/v, i/j/y, ae/oe/e, ph/f, ci/ti, ck/k, mpn/mn,
      // np/mp, nb/mb, þ/th.
      ("ae", "e"), ("oe", "e"), ("ph", "f"), ("þ", "th"), ("ð", "th"), ("w", "uu"), ("ƿ", "uu"),
      ("v", "u"), ("j", "i"), ("y", "i"), ("ck", "k"), ("tio", "cio"), ("tia", "cia"),
      ("tiu", "ciu"), ("tie", "cie"), ("tii", "cii"), ("mpn", "mn"), ("mpt", "mt"), ("np", "mp"),
      ("nb", "mb"),
      // Armenian: օ with աւ, and է with ե.
      ("աւ", "օ"), ("է", "ե"),
      // Slavonic and Russian. A jer but ь, which tells words apart in Russian (`брат`, `брать`), is
      // dropped besides.
    ] + SlavonicLetters.interchanges + GreekSpelling.interchanges)

  private static let latin = Interchanges(LatinSpelling.interchanges)

  private static let sanskrit = Interchanges(Romanization.interchanges)

  /// Two ways of long words in English and French, from Greek and from Latin: organize, connexion.
  private static let suffixes = Interchanges([
    ("iza", "isa"), ("ize", "ise"), ("izi", "isi"), ("xion", "ccion"),
  ])

  /// Greek vowels by the pronunciation of copyists: ει, η, υι, οι with ι; αι with ε; ω with ο. Not
  /// in words below four letters, of which too many are each other's neighbors (`ὅς`, `ὡς`).
  private static let vowels = Interchanges([
    ("ει", "ι"), ("οι", "ι"), ("υι", "ι"), ("η", "ι"), ("αι", "ε"), ("ω", "ο"),
  ])
}
