// Foundation for its number formatter alone, which spells out numbers in many languages.
import Foundation

/// Reads numbers spelled out in a language, by Foundation's formatter.
///
/// The formatter loads the data of its language when it is first asked, so ask only where the other
/// reading has a number to compare with.
struct SpelledNumber {
  /// The longest run of words tried; `dreitausendvierhundert` is one, `trois mille quatre cent` four.
  static let longest = 8

  private let formatter: NumberFormatter

  init(language: String) {
    formatter = NumberFormatter()
    formatter.locale = Locale(identifier: language)
    formatter.numberStyle = .spellOut
  }

  /// The longest number that begins the words, and how many of them it takes; nil where none does.
  func read(_ words: ArraySlice<String>) -> (value: Int, count: Int)? {
    for count in stride(from: min(words.count, Self.longest), to: 0, by: -1) {
      let text = words.prefix(count).joined(separator: " ")
      if let number = formatter.number(from: text), let value = Int(exactly: number.doubleValue) {
        return (value, count)
      }
    }
    return nil
  }
}
