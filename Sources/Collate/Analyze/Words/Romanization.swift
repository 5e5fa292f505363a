/// Texts romanized from an Asian script, above all Sanskrit.
enum Romanization {
  /// Whether words are romanized: one distinct word in twenty, at least, has a consonant with a
  /// point or stroke that such romanizations have. O(words).
  static func isUsed(in words: [Lexicon.Word]) -> Bool {
    let count = words.count { word in
      !word.plain.utf8.allSatisfy { $0 < 0x80 }
        && word.plain.unicodeScalars.contains(where: consonants.contains)
    }
    return count > 0 && count * 20 >= words.count
  }

  private static let consonants = "ṭḍṇṣśḥṃṁṅḷ".unicodeScalars

  /// In Sanskrit ṃ for the nasal of the consonant behind it, as `BrahmicSpelling` has it for the
  /// scripts of India; forms have no dots.
  static let interchanges: [(written: String, meant: String)] = [
    ("mk", "nk"), ("mg", "ng"), ("mc", "nc"), ("mj", "nj"), ("mt", "nt"), ("md", "nd"),
  ]

  /// Whether two spellings of one form have a long vowel against a short one. O(letters).
  static func haveOtherVowels(_ a: String, _ b: String) -> Bool {
    vowelLengths(a) != vowelLengths(b)
  }

  private static func vowelLengths(_ word: String) -> [Bool] {
    word.unicodeScalars.compactMap { scalar in
      switch scalar {
      case "a", "i", "u", "ṛ", "A", "I", "U", "Ṛ": false
      case "ā", "ī", "ū", "ṝ", "Ā", "Ī", "Ū", "Ṝ": true
      default: nil
      }
    }
  }
}
