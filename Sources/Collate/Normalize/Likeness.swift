/// The letters by which the likeness of two forms is measured, where the letters themselves would show
/// none, or too little: a syllable of Hangul is a code point, and a kana or a Han character is a word of its own, and two of them are either equal or unlike.
///
/// Old texts leave out the marks of voicing, which makes づ and つ the same sign; modern ones do not,
/// and there が and か are two words. So they stay two forms, and are no more than very like. Han
/// characters of one series (`HanSeries`) are as like as words of three letters of which two are the same.
enum Likeness {
  /// The form's code points: Hangul by its letters, kana without voicing and in full size, ゐ, ゑ, を and む as い, え, お and ん; after a
  /// Han character the number of its series twice, above all code points. O(letters).
  static func letters(of form: String) -> [UInt32] {
    let scalars = form.unicodeScalars
    guard scalars.contains(where: { $0.value >= kana.lowerBound }) else {
      return scalars.map(\.value)
    }
    var letters: [UInt32] = []
    for scalar in scalars {
      letters += parts(ofSyllable: scalar.value) ?? [plain(scalar.value)]
      if scalar.value > kana.upperBound, let series = HanSeries.number(of: scalar.value) {
        letters += [firstSeries + series, firstSeries + series]
      }
    }
    return letters
  }

  /// The letters of a Hangul syllable, as Unicode composes them (chapter 3.12); nil for all else.
  private static func parts(ofSyllable value: UInt32) -> [UInt32]? {
    guard (0xAC00...0xD7A3).contains(value) else { return nil }
    let index = value - 0xAC00
    let last = index % 28
    let open = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
    return last == 0 ? open : open + [0x11A7 + last]
  }

  /// Past the last code point.
  private static let firstSeries: UInt32 = 0x11_0000

  private static let kana: ClosedRange<UInt32> = 0x3041...0x3096

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
