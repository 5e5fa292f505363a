// Foundation for its number formatter alone, which spells out numbers in many languages.
import Foundation

/// Spells out numbers in a language, by Foundation's formatter.
///
/// It spells and does not read: reading stops at the soft hyphens that some languages spell with
/// (German `drei\u{AD}tausend`) and takes the beginning for the whole. The formatter loads the data
/// of its language when it is first asked, so ask only where one reading has a number in figures
/// and the other words.
struct SpelledNumber {
  private let formatter: NumberFormatter

  /// `language` is a BCP 47 tag.
  init(language: String) {
    formatter = NumberFormatter()
    formatter.locale = Locale(identifier: language)
    formatter.numberStyle = .spellOut
  }

  /// The letters of a whole number's words, as forms have them and without spaces; nil where the
  /// value is no whole number or the language is unknown to Foundation.
  func letters(of value: NumberValue) -> String? {
    guard case .ratio(let whole, 1) = value,
      let spelled = formatter.string(from: NSNumber(value: whole))
    else { return nil }
    return spelled.split(separator: " ").map { Folding.form(of: String($0), kind: .word) }.joined()
  }
}
