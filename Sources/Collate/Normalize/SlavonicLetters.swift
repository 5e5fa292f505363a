/// Cyrillic letters that Slavonic scribes, and Russian printers until 1918, use for others of one
/// sound.
enum SlavonicLetters {
  /// What is written and what is meant, in the order in which it is to be replaced.
  static let interchanges: [(written: String, meant: String)] = [
    ("ѣ", "е"), ("і", "и"), ("ѳ", "ф"), ("ѵ", "и"), ("ѿ", "от"), ("ѡ", "о"), ("ѻ", "о"), ("ѽ", "о"),
    ("оу", "у"), ("ѹ", "у"), ("ꙋ", "у"), ("ѫ", "у"), ("ѭ", "ю"), ("ѧ", "я"), ("ꙗ", "я"), ("ѩ", "я"),
    ("ѥ", "е"), ("ꙇ", "и"), ("ѕ", "з"), ("ꙃ", "з"), ("ꙁ", "з"), ("ѯ", "кс"), ("ѱ", "пс"),
    ("ꙑ", "ы"),
    ("ъи", "ы"),
  ]

  /// The letters with those meant in place of single ones written, and without a jer at the end;
  /// O(letters).
  static func plain(_ letters: [UInt32]) -> [UInt32] {
    var plain = letters.flatMap { meant[$0] ?? [$0] }
    if plain.count > 1, plain.last == hardSign || plain.last == softSign { plain.removeLast() }
    return plain
  }

  private static let hardSign: UInt32 = 0x044A
  private static let softSign: UInt32 = 0x044C

  /// Looked up, never walked.
  private static let meant: [UInt32: [UInt32]] = {
    var meant: [UInt32: [UInt32]] = [:]
    for pair in interchanges {
      let written = Array(pair.written.unicodeScalars)
      if written.count == 1 { meant[written[0].value] = pair.meant.unicodeScalars.map(\.value) }
    }
    return meant
  }()
}
