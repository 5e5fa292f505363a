/// Tells whether a word shows itself as an abbreviation of another.
struct Abbreviations: Sendable {
  /// Whether a macron over a vowel may be a stroke of abbreviation, and not a part of the letter as
  /// in texts romanized from an Asian script.
  let hasMacrons: Bool
  /// Whether a tilde that Unicode has as one with its letter is such a stroke, as in Latin `dñi`.
  let hasTildes: Bool

  /// Whether a word is short for another by a point or a mark over a letter or since the input says
  /// so, and its letters stand in the other in their order, the first in the first place: `eps̄` of
  /// `episcopus`, `θ̅ω̅` of `θεῷ`. `byPoint` says that a point behind it is such a mark.
  /// O(letters).
  ///
  /// Where a letter with a tilde may be one of Portuguese or Spanish (`não` is not short for
  /// `nação`), it stands for n or m behind it alone. There is no list of sacred names to know them
  /// by without a mark: `υς` is a swine, too.
  func isShort(
    _ word: Lexicon.Word, _ form: String, of full: String, byPoint: Bool = false
  ) -> Bool {
    switch byPoint ? .stroke : mark(of: word) {
    case .none: return false
    case .tilde: return Self.lacksNasals(word.plain, of: full)
    case .stroke: break
    }
    let form = Self.latinized(form, as: full)
    guard form.utf8.count < full.utf8.count, form.unicodeScalars.first == full.unicodeScalars.first
    else { return false }
    var rest = full.unicodeScalars[...]
    for letter in form.unicodeScalars {
      // `try'd`, `tried`.
      guard let found = rest.firstIndex(where: { $0 == letter || letter == "y" && $0 == "i" })
      else { return false }
      rest = rest[rest.index(after: found)...]
    }
    return true
  }

  /// Whether a word is another but for an n or m after each letter with a tilde.
  private static func lacksNasals(_ plain: String, of full: String) -> Bool {
    var rest = full.unicodeScalars[...]
    for letter in plain.unicodeScalars {
      let lower = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
      let base = tildes[lower]
      guard rest.popFirst() == base ?? lower else { return false }
      if base != nil {
        guard let nasal = rest.popFirst(), nasal == "n" || nasal == "m" else { return false }
      }
    }
    return rest.isEmpty
  }

  /// Looked up, never walked.
  private static let tildes: [Unicode.Scalar: Unicode.Scalar] = [
    "ã": "a", "ẽ": "e", "ĩ": "i", "õ": "o", "ũ": "u", "ñ": "n",
  ]

  /// The Greek letters in which Latin scribes wrote Christ and Jesus, `xps` and `ihc`, as the Latin
  /// ones of the full word.
  private static func latinized(_ form: String, as full: String) -> String {
    guard form.utf8.count < full.utf8.count else { return form }
    var latin = form
    if form.hasPrefix("xp"), full.hasPrefix("chr") {
      latin = "chr" + form.dropFirst(2)
    } else if form.hasPrefix("ih"), full.hasPrefix("ies") || full.hasPrefix("jes") {
      latin = String(full.prefix(2) + form.dropFirst(2))
    } else {
      return form
    }
    return latin.hasSuffix("c") ? latin.dropLast() + "s" : latin
  }

  /// How a word shows that it is short.
  private enum Mark {
    case none, tilde, stroke
  }

  private func mark(of word: Lexicon.Word) -> Mark {
    if word.isAbbreviated { return .stroke }
    // Most words have neither a mark nor any letter that could bear one.
    guard word.plain.utf8.contains(where: { $0 == 0x27 || $0 == 0x2E || $0 >= 0x80 }) else {
      return .none
    }
    let letters = word.plain.unicodeScalars
    if letters.contains(where: Self.strokes.contains) { return .stroke }
    // NFC composes macrons with vowels.
    if hasMacrons, letters.contains(where: "āēīōū".unicodeScalars.contains) { return .stroke }
    guard letters.contains(where: { Self.tildes[$0] != nil }) else { return .none }
    return hasTildes ? .stroke : .tilde
  }

  /// Tilde, macron, overlines, among them the titlo and pokrytie of Slavic and the joined overlines
  /// of Coptic; ¯ and ~, which are typed for them; apostrophe, point, geresh and gershayim.
  private static let strokes: [Unicode.Scalar] = [
    "\u{303}", "\u{304}", "\u{305}", "\u{33F}", "\u{483}", "\u{487}", "\u{FE24}", "\u{FE25}",
    "\u{FE26}", "¯", "~", "'", "’", ".", "\u{5F3}", "\u{5F4}",
  ]
}
