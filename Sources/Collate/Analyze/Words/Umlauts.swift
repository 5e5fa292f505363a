/// Letters that Germanic languages write with two, where a typewriter or a scribe has no other: ä
/// as ae, ö as oe, ü as ue, å as aa.
enum Umlauts {
  /// Whether a word as written is another, by its form, with such letters written as two;
  /// O(letters).
  static func areOne(_ plain: String, _ form: String) -> Bool {
    guard plain.utf8.contains(where: { $0 >= 0x80 }),
      plain.unicodeScalars.contains(where: { second(of: $0) != nil })
    else { return false }
    var written = String.UnicodeScalarView()
    for letter in plain.unicodeScalars {
      written.append(letter)
      if let second = second(of: letter) { written.append(second) }
    }
    return Folding.form(of: String(written), kind: .word) == form
  }

  /// The letter to be written after another, or after the small e over one.
  private static func second(of letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "ä", "ö", "ü", "Ä", "Ö", "Ü", "\u{308}", "\u{364}": "e"
    case "å", "Å": "a"
    default: nil
    }
  }
}
