/// Differences that shall not count, as the user names them.
///
/// Whatever is ignored, two readings whose numbers have different values never agree.
struct Ignore: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// Capital and small letters.
  static let `case` = Ignore(rawValue: 1 << 0)
  /// Punctuation marks, and those inside words.
  static let punctuation = Ignore(rawValue: 1 << 1)
  /// Accents, breathings, vowel points.
  static let diacritics = Ignore(rawValue: 1 << 2)
  /// The transcriber's marks: brackets around what is supplied, gaps left by the editor.
  static let marks = Ignore(rawValue: 1 << 3)
  /// Spelling: everything that makes a variation no graver than orthographic.
  static let spelling = Ignore(rawValue: 1 << 4)
  /// Where words divide.
  static let division = Ignore(rawValue: 1 << 5)

  /// Every difference that can be ignored with the name it has on the command line.
  static let named: [(name: String, difference: Ignore)] = [
    ("case", .case), ("punctuation", .punctuation), ("diacritics", .diacritics),
    ("marks", .marks), ("spelling", .spelling), ("division", .division),
  ]
}
