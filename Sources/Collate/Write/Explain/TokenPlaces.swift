/// Where tokens stand in the transcriptions and, where these tell it, in the documents.
struct TokenPlaces: Sendable {
  private let edition: Edition
  /// By witness; each is made when first asked for, in O(bytes).
  private var tables: [LineTable?]

  /// No text is read yet, since most are not asked for.
  init(_ edition: Edition) {
    self.edition = edition
    tables = edition.text.witnesses.map { _ in nil }
  }

  /// `T.xml:120:8 (page 3, line 12)`.
  mutating func words(_ witness: Int, _ token: Int) -> String {
    let source = edition.text.witnesses[witness].source
    let text = source.witness.text
    let table = tables[witness] ?? text.lineTable()
    tables[witness] = table
    let start = Int(source.tokens[token].start)
    let place = table.place(at: start)
    let page = text.pageLines.reference(at: start)?.words.map { " (\($0))" } ?? ""
    return "\(text.path(at: start)):\(place.line):\(place.column)" + page
  }
}
