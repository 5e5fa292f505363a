/// How the pages of machine transcriptions become running text.
struct PageReadingRules: Sendable, Equatable {
  /// Whether a plain hyphen at the end of a line is taken off and the word joined, where the next
  /// line goes on with a small letter. Off, since it may belong to the word (`Well-` / `being`);
  /// what can be nothing but the sign of a divided word is always taken off: `¬`, a soft hyphen,
  /// and hyphens that the file itself marks as such.
  var joinsHyphens = false
  /// Types of regions and lines that are no text of the witness, in the words of PAGE.
  var leftOut = PageReadingRules.forms

  static let standard = PageReadingRules()

  /// What belongs to the page and not to the text, as TEI's `fw`: a word divided between two pages
  /// would not be whole with such a line in it.
  static let forms = ["header", "footer", "page-number", "signature-mark", "catch-word"]

  /// The types that PAGE knows for regions of text.
  static let types =
    forms + [
      "marginalia", "footnote", "footnote-continued", "endnote", "heading", "paragraph", "caption",
      "credit", "floating", "drop-capital", "toc-entry", "list-label", "other",
    ]

  /// A type as a file names it, in the words of PAGE.
  ///
  /// Zones of the SegmOnto vocabulary, as eScriptorium's projects use them, have a subtype and a
  /// number behind their name, set off by one sign or another: `NumberingZone:folio#1`,
  /// `MarginTextZone-note`.
  static func canonical(_ type: String) -> String {
    let name = type.lowercased()
    guard let zone = name.firstRange(of: "zone") else { return name }
    let subtype = name[zone.upperBound...].drop { !$0.isLetter }.prefix { $0.isLetter }
    switch name[..<zone.upperBound] {
    // Numbers of chapters and entries are of the text.
    case "numberingzone": return ["", "page", "folio"].contains(subtype) ? "page-number" : name
    case "runningtitlezone": return "header"
    case "quiremarkszone": return "signature-mark"
    case "margintextzone": return "marginalia"
    case "mainzone": return "paragraph"
    default: return name
    }
  }
}
