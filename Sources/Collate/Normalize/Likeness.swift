/// The letters by which the likeness of two forms is measured, where their own would show too
/// little or too much.
///
/// A kana or a Han character is a word of its own, and two of them are either equal or unlike. Old
/// texts leave out the marks of voicing, which makes づ and つ the same sign; modern ones do not, and
/// there が and か are two words: so they stay two forms, and are no more than very like. Han
/// characters of one series (`HanSeries`) are as like as words of three letters of which two are
/// the same. A syllable of Hangul is one code point, though it has letters. The Arabic article
/// makes any two nouns alike, and the noun with it unlike the noun without. Of two prepositions in
/// Slavonic, ѿ and отъ, no letter is the same.
enum Likeness {
  /// The form's code points: Hangul by its letters; kana without voicing and in full size, ゐ, ゑ, を
  /// and む as い, え, お and ん; after a Han character the number of its series twice, above all code
  /// points; Arabic without the article, Cyrillic in the letters of today (`SlavonicLetters`).
  /// O(letters).
  static func letters(of form: String) -> [UInt32] {
    let letters = form.unicodeScalars.map(\.value)
    if letters.contains(where: { isEastAsian($0) }) {
      return letters.flatMap { parts(of: $0) }
    }
    if letters.contains(where: { cyrillic.contains($0) }) { return SlavonicLetters.plain(letters) }
    return letters.contains(alif) ? withoutArticle(letters) : letters
  }

  /// The alphabet with the letters of Slavonic, of which a second block holds the rarer ones.
  private static let cyrillic: ClosedRange<UInt32> = 0x0430...0x0481

  /// Kana, Han, Hangul and what follows in Unicode; not the block of rare Latin and Cyrillic
  /// letters between.
  private static func isEastAsian(_ letter: UInt32) -> Bool {
    letter >= kana.lowerBound && !(0xA000..<0xAC00).contains(letter)
  }

  private static func parts(of letter: UInt32) -> [UInt32] {
    switch letter {
    case 0xAC00...0xD7A3: return parts(ofSyllable: letter)
    case 0x4E00...0x9FFF:
      guard let series = HanSeries.number(of: letter) else { return [letter] }
      return [letter, firstSeries + series, firstSeries + series]
    default: return [plain(letter)]
    }
  }

  private static let alif: UInt32 = 0x0627
  private static let lam: UInt32 = 0x0644
  /// And, so, in, like: written with the article that follows.
  private static let proclitics: [UInt32] = [0x0648, 0x0641, 0x0628, 0x0643]

  /// The letters without the article, ال, at the start or after one proclitic; a word of two
  /// letters and less is left whole, for it is more likely part of another (الله, الا).
  private static func withoutArticle(_ letters: [UInt32]) -> [UInt32] {
    let start = letters.first.map { proclitics.contains($0) } == true ? 1 : 0
    guard letters.count >= start + 5, letters[start] == alif, letters[start + 1] == lam else {
      return letters
    }
    return Array(letters[..<start] + letters[(start + 2)...])
  }

  /// The letters of a Hangul syllable, as Unicode composes them (chapter 3.12).
  private static func parts(ofSyllable value: UInt32) -> [UInt32] {
    let index = value - 0xAC00
    let last = index % 28
    let open = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
    return last == 0 ? open : open + [0x11A7 + last]
  }

  /// Past the last code point.
  private static let firstSeries: UInt32 = 0x11_0000

  private static let kana: ClosedRange<UInt32> = 0x3041...0x3096

  /// The plain kana of a small or voiced one.
  private static func plain(_ value: UInt32) -> UInt32 {
    switch value {
    // ぁ to ぉ, ゃ to ょ, ゎ: the full size follows the small one.
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3083, 0x3085, 0x3087, 0x308E: value + 1
    // か to ぢ: the voiced one follows. っ and づ stand about つ.
    case 0x304B...0x3062: (value - 0x304B) % 2 == 0 ? value : value - 1
    case 0x3063, 0x3065: 0x3064
    case 0x3067, 0x3069: value - 1
    // は to ぽ in threes.
    case 0x306F...0x307D: value - (value - 0x306F) % 3
    case 0x3080: 0x3093
    case 0x3090: 0x3044
    case 0x3091: 0x3048
    case 0x3092: 0x304A
    case 0x3094: 0x3046
    default: value
    }
  }
}
