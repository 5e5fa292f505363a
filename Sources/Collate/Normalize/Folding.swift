// Foundation for Unicode normalization and the transform of Han characters alone.
import Foundation

/// Takes differences out of a word: which of them is chosen by its fields.
struct Folding: Sendable {
  var dropsCase = false
  var dropsDiacritics = false
  /// Punctuation inside words.
  var dropsPunctuation = false
  /// Ligatures and second shapes of letters become the letters they stand for.
  var spellsOut = false
  /// Traditional Han characters and their variants become the simplified ones.
  var simplifiesHan = false

  /// The folding that makes forms: everything but the letters and digits themselves.
  static let form = Folding(
    dropsCase: true, dropsDiacritics: true, dropsPunctuation: true, spellsOut: true,
    simplifiesHan: true)

  /// The word in Unicode NFC.
  static func composed(_ word: String) -> String {
    word.utf8.allSatisfy { $0 < 0x80 } ? word : word.precomposedStringWithCanonicalMapping
  }

  /// The word without the differences chosen, in NFC; curly quotes, kinds of hyphen and invisible
  /// characters are always leveled. May be empty.
  func fold(_ word: String) -> String {
    if let ascii = foldASCII(word) { return ascii }
    let decomposed = dropsDiacritics ? word.decomposedStringWithCanonicalMapping : word
    var folded = String.UnicodeScalarView()
    for scalar in decomposed.unicodeScalars { fold(scalar, into: &folded) }
    let result = String(folded).precomposedStringWithCanonicalMapping
    return simplifiesHan ? Han.simplified(result) : result
  }

  /// Adds what is left of a character.
  private func fold(_ scalar: Unicode.Scalar, into folded: inout String.UnicodeScalarView) {
    if LetterTables.isInvisible(scalar) { return }
    if dropsDiacritics, LetterTables.isDiacritic(scalar) { return }
    if dropsPunctuation, LetterTables.isPunctuation(scalar) { return }
    let lower = dropsCase ? Self.lowercase(scalar) : String(LetterTables.keyed(scalar))
    for letter in lower.unicodeScalars {
      // The dot that lower-casing leaves on a Turkish İ is a diacritic like any other.
      if dropsDiacritics, LetterTables.isDiacritic(letter) { continue }
      if spellsOut, let letters = LetterTables.spelledOut(letter) {
        folded.append(contentsOf: letters.unicodeScalars)
      } else if spellsOut, LetterTables.isPresentationForm(letter) {
        appendPlain(letter, to: &folded)
      } else {
        folded.append(letter)
      }
    }
  }

  /// Adds the letters that a presentation form stands for.
  private func appendPlain(_ form: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    for letter in String(form).decomposedStringWithCompatibilityMapping.unicodeScalars
    where letter != " " && !(dropsDiacritics && LetterTables.isDiacritic(letter)) {
      if let letters = LetterTables.spelledOut(letter) {
        folded.append(contentsOf: letters.unicodeScalars)
      } else {
        folded.append(letter)
      }
    }
  }

  /// The small letter; a final sigma is the sigma that its capital is.
  private static func lowercase(_ scalar: Unicode.Scalar) -> String {
    let keyed = LetterTables.keyed(scalar)
    return keyed == "ς" ? "σ" : keyed.properties.lowercaseMapping
  }

  /// The same for a word of ASCII alone, byte by byte; nil for others.
  private func foldASCII(_ word: String) -> String? {
    if word.utf8.allSatisfy(isLeftAlone) { return word }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      guard byte < 0x80 else { return nil }
      let isUpper = (0x41...0x5A).contains(byte)
      if dropsPunctuation, LetterTables.isPunctuation(Unicode.Scalar(byte)) { continue }
      let quoted = byte == 0x60 ? 0x27 : byte
      bytes.append(dropsCase && isUpper ? byte | 0x20 : quoted)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Folding {
  /// Whether a byte is ASCII that no folding of these differences takes away or changes: small
  /// letters and digits, capitals where case is kept, all but a grave accent where punctuation is.
  private func isLeftAlone(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: true
    case 0x41...0x5A: !dropsCase
    case 0x60, 0x80...: false
    default: !dropsPunctuation
    }
  }

  /// The form by which a word is compared; never empty.
  static func form(of plain: String, kind: Token.Kind) -> String {
    switch kind {
    case .gap: return "…"
    case .punctuation: return formOfPunctuation(plain)
    case .word:
      if let figures = Figures.canonical(plain) { return figures }
      let folded = form.fold(plain)
      return folded.isEmpty ? plain : folded
    }
  }

  /// Straight quotes and `-` for every kind of them; a sign of ellipsis is three dots.
  private static func formOfPunctuation(_ plain: String) -> String {
    var leveled = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars where !LetterTables.isInvisible(scalar) {
      if scalar == "…" {
        leveled.append(contentsOf: "...".unicodeScalars)
      } else {
        leveled.append(LetterTables.leveled(scalar))
      }
    }
    return leveled.isEmpty ? plain : String(leveled)
  }
}
