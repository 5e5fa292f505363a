/// The signs that are read as "and", and the words they are read as.
///
/// Scribes and printers change between the sign and the word within a line. No letter tells that
/// they are the same, and the word depends on the language, which may be stated or not: so it is
/// the one that the witnesses themselves write most often.
enum AndSign {
  /// Whether a form is `&`, `⁊`, the Greek `ϗ`, or `+` as a clerk writes it.
  static func isSign(_ form: String) -> Bool {
    form == "&" || form == "\u{204A}" || form == "\u{03D7}" || form == "+"
  }

  /// Whether a form is "and" in one of the languages that have such a sign.
  static func isWord(_ form: String) -> Bool { words.contains(form) }

  /// The word by which the likeness of a sign is measured: of the words in some rows that mean
  /// "and", the most frequent, of equally frequent ones the first in byte order; nil where none
  /// stands there.
  ///
  /// O(F) for F forms, and O(N) for N words where a sign is among the forms.
  static func reading(_ forms: [Lexicon.Form], in rows: [[UInt32]]) -> String? {
    guard forms.contains(where: { isSign($0.spelling) }) else { return nil }
    var counts = [Int](repeating: 0, count: forms.count)
    for row in rows { for form in row { counts[Int(form)] += 1 } }
    let candidates = forms.indices.filter { isWord(forms[$0].spelling) && counts[$0] > 0 }
    return candidates.min { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
      .map { forms[$0].spelling }
  }

  /// "And" in English, Latin and French, German, Italian, Spanish, Dutch, Scandinavian, Greek,
  /// Slavic.
  private static let words: Set<String> = [
    "and", "et", "ac", "und", "vnd", "e", "ed", "y", "en", "og", "och", "και", "и", "i",
  ]
}
