@testable import Collate

/// Small texts and alignments written as a person would draw them.
enum SampleTables {
  /// A witness of words between spaces; what has no letter or digit is punctuation, `<…>` a gap,
  /// and brackets around or in a word mark it as supplied.
  static func witness(_ siglum: String, _ line: String, form: String? = nil) -> TokenizedWitness {
    let bytes = Array(line.utf8)
    var tokens: [Token] = []
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != 0x20, bytes[at] != 0x0A { at += 1 }
      let end = at
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A { at += 1 }
      guard end > start else { continue }
      let word = String(decoding: bytes[start..<end], as: UTF8.self)
      tokens.append(
        Token(
          start: Int32(start), end: Int32(end), next: Int32(at), kind: kind(of: word),
          isSupplied: kind(of: word) == .word && word.contains { "[]".contains($0) }))
    }
    let text = SourceText(path: siglum, bytes: bytes, body: 0..<bytes.count)
    let witness = Witness(siglum: siglum, description: .init(), text: text)
    return TokenizedWitness(witness: witness, tokens: tokens)
  }

  private static func kind(of word: String) -> Token.Kind {
    if word == "<…>" { return .gap }
    let isWord = word.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "&%‰−".unicodeScalars.contains($0)
    }
    return isWord ? .word : .punctuation
  }

  /// Sigla A, B, C, …
  static func text(_ lines: [String]) -> NormalizedText {
    let sigla = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    return Normalizer().normalize(zip(sigla, lines).map { witness($0, $1) })
  }

  /// A table drawn row by row, cells between spaces, `·` for a cell without a word.
  static func table(_ rows: String...) -> (text: NormalizedText, collation: Collation) {
    table(rows)
  }

  static func table(_ rows: [String]) -> (text: NormalizedText, collation: Collation) {
    let cells = rows.map { $0.split(separator: " ").map(String.init) }
    let text = text(cells.map { $0.filter { $0 != "·" }.joined(separator: " ") })
    let columns = cells.map { row in
      row.indices.filter { row[$0] != "·" }.map { Int32($0) }
    }
    let collation = Collation(
      columns: columns, columnCount: cells.map(\.count).max() ?? 0)
    return (text, collation)
  }

  /// The units of a table.
  static func units(
    _ rows: String..., ignoring: Ignore = [], language: String? = "en"
  ) -> [Drawn] {
    let (text, collation) = table(rows)
    return VariationUnit.all(in: collation, of: text, ignoring: ignoring, language: language)
      .map { Drawn($0, text) }
  }

  /// A unit as text: `numeral 3,000 A | 9,000 B`.
  struct Drawn: Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
    var description: String

    init(stringLiteral value: String) { description = value }

    init(_ unit: VariationUnit, _ text: NormalizedText) {
      let readings = unit.readings.map { reading in
        let row = text.witnesses[reading.witnesses[0]]
        let words = row.words[reading.tokens].map { text.lexicon.words[Int($0)].written }
        let sigla = reading.witnesses.map { text.witnesses[$0].source.witness.siglum }
        return (words + [sigla.joined()]).joined(separator: " ")
      }
      let subkind = unit.variation.subkind.map { ":\($0)" } ?? ""
      description = "\(unit.variation.kind)\(subkind) " + readings.joined(separator: " | ")
    }
  }
}
