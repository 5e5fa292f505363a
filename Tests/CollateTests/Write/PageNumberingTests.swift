import Testing

@testable import Collate

/// Base text and apparatus by the pages and lines of the document.
@Suite struct PageNumberingTests {
  private func text(
    _ a: String, _ b: String, numbering: TextWriter.Numbering = .page, width: Int = 40
  ) throws -> String {
    let witnesses = try zip(["A", "B"], [a, b]).map { siglum, body in
      var witness = try WitnessReader().read(
        InputBytes(path: "\(siglum).xml", bytes: Array(teiFile(body).utf8)))[0]
      witness.siglum = siglum
      return witness
    }
    let normalized = Normalizer().normalize(witnesses.map(Tokenizer().tokenize))
    let collation = Aligner().align(normalized)
    let units = VariationUnit.all(in: collation, of: normalized, ignoring: [], language: nil)
    let edition = try Edition(
      title: nil, language: nil, text: normalized, collation: collation, units: units, base: "A",
      shown: .all, version: "0")
    var out = Output()
    TextWriter(width: width, numbering: numbering).write(edition, into: &out)
    let written = String(decoding: out.bytes, as: UTF8.self)
    return String(
      written[(written.firstRange(of: "TEXT (A)\n\n")?.upperBound ?? written.startIndex)...])
  }

  private let letter = """
    <p><pb n="12v"/><lb/>one two <lb/>three fo<lb break="no"/>ur five <pb n="13r"/><lb/>six</p>
    <p>seven <lb/>eight</p>
    """

  @Test func numbersAreThoseOfPagesAndLines() throws {
    let changed = letter.replacing("two", with: "2nd").replacing("six", with: "xis")
      .replacing("five ", with: "").replacing("eight", with: "ate")
    #expect(
      try text(letter, changed) == """
        12v.1  one two
        12v.2  three four
        12v.3  five
        13r.1  six

               seven
        13r.2  eight

        APPARATUS (negative)

        12v.1  two] 2nd B
        12v.3–13r.1  five six] xis B
        13r.2  eight] ate B

        """)
  }

  /// A long line of the document goes on without a number, and a long name leaves room for words.
  @Test func longLinesAndNamesAreFolded() throws {
    let line =
      "<p><pb n='0001_a_very_long_name_of_a_scan'/><lb/>one two three four five six seven</p>"
    #expect(
      try text(line, line).hasPrefix(
        """
        0001_a_very_long_name_of_a_scan.1  one two
                                           three four
                                           five six
                                           seven
        """))
  }

  @Test func withoutPagesItIsAsIfNotAsked() throws {
    let plain = "<p>one two</p><p>three</p>"
    #expect(try text(plain, plain) == text(plain, plain, numbering: .automatic))
    #expect(try text(plain, plain).hasPrefix("1  one two\n2  three\n"))
    // Text before the first page has no name.
    let late = "<p>one <pb n='2'/>two</p>"
    #expect(try text(late, late).hasPrefix("–  one\n2  two\n"))
  }
}
