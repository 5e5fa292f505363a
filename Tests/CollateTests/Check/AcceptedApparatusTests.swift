import Testing

@testable import Collate

/// An apparatus that an editor touched, and its update.
@Suite struct AcceptedApparatusTests {
  private static let texts = [
    "They had 3,000 men near the town, it is said.",
    "They had 9,000 men near the city, it is said.",
  ]

  private func accepted(_ tei: String, of texts: [String]) throws -> (Edition, AcceptedApparatus) {
    let edition = try editionForTests(texts)
    let input = try InputBytes(path: "a.xml", bytes: Array(tei.utf8))
    return (edition, AcceptedApparatus(try ApparatusReader().read(input), edition))
  }

  private func details(_ tei: String) throws -> [Finding.Detail?] {
    let (edition, apparatus) = try accepted(tei, of: Self.texts)
    return apparatus.edits(of: edition, edition: "e").map(\.detail)
  }

  @Test func untouched() throws {
    let (edition, apparatus) = try accepted(try teiForTests(Self.texts), of: Self.texts)
    #expect(apparatus.edits(of: edition, edition: "e").isEmpty)
    #expect(apparatus.ids == ["app1", "app2"])
  }

  @Test func editsAreFound() throws {
    let tei = try teiForTests(Self.texts)
    let noted = tei.replacing("</app>", with: "<note>Sic.</note></app>", maxReplacements: 1)
    #expect(try details(noted) == [.note("Sic.")])
    let typed = tei.replacing("type=\"numeral\"", with: "type=\"slip\"")
    #expect(try details(typed) == [.type("slip", not: "numeral")])
    #expect(try details(withChosenLemma(tei)) == [.lemma(of: "B", not: "A")])
  }

  /// The readings of the first entry with their parts exchanged.
  private func withChosenLemma(_ tei: String) -> String {
    let end = tei.firstRange(of: "</app>")!.lowerBound
    let start = tei.firstRange(of: "<app ")!.lowerBound
    let entry = tei[start..<end].replacing("<lem", with: "<LEM").replacing("</lem", with: "</LEM")
      .replacing("<rdg", with: "<lem").replacing("</rdg", with: "</lem")
      .replacing("<LEM", with: "<rdg").replacing("</LEM", with: "</rdg")
    return String(tei[..<start]) + entry + String(tei[end...])
  }

  // MARK: Update

  /// The update of an accepted file for today's texts.
  private func update(
    _ tei: String, of texts: [String], to today: [String]
  ) throws -> (text: String, lost: [Int]) {
    let now = try editionForTests(today)
    let result = try AcceptedUpdate(
      file: Array(tei.utf8), made: try editionForTests(texts), today: now
    ).result()
    let read = try ApparatusReader().read(try InputBytes(path: "a.xml", bytes: result.bytes))
    #expect(read.witnesses.map(\.text.bytes) == today.map { Array($0.utf8) })
    return (String(decoding: result.bytes, as: UTF8.self), result.lost)
  }

  /// A new entry at the start, so that all others get other numbers.
  private static let today = [texts[0], texts[1].replacing("They", with: "We")]

  @Test func untouchedIsWrittenAnew() throws {
    let result = try update(try teiForTests(Self.texts), of: Self.texts, to: Self.today)
    #expect(result.text == (try teiForTests(Self.today)))
    #expect(result.lost.isEmpty)
  }

  @Test func handMadePartsStay() throws {
    var tei = try teiForTests(Self.texts)
    tei = tei.replacing("type=\"numeral\"", with: "type=\"slip\" resp=\"#ed\"")
    tei = tei.replacing("</app>", with: "<note>See p. 3.</note></app>")
    tei = tei.replacing("not published", with: "to be published in 2027")
    let result = try update(withChosenLemma(tei), of: Self.texts, to: Self.today)
    #expect(result.lost.isEmpty)
    #expect(result.text.contains("xml:id=\"app2\" n=\"2\" loc=\"1\" type=\"slip\" resp=\"#ed\""))
    #expect(result.text.split(separator: "<note>See p. 3.</note></app>").count == 3)
    #expect(result.text.contains("to be published in 2027"))
    #expect(
      result.text.contains("<lem xml:id=\"app2-2\" wit=\"#B\"> 9,000</lem>")
        || result.text.contains("<lem xml:id=\"app2-2\" wit=\"#B\">9,000</lem>"))
    // What the program made of today's witnesses is all there too.
    #expect(result.text.contains(">We</rdg>"))
  }

  /// Once accepted, a second update changes nothing.
  @Test func updateIsIdempotent() throws {
    let tei = try teiForTests(Self.texts).replacing(
      "</app>", with: "<note>See p. 3.</note></app>")
    let once = try update(tei, of: Self.texts, to: Self.today)
    let twice = try update(once.text, of: Self.today, to: Self.today)
    #expect(once.text == twice.text)
  }

  /// The entry is gone, and the note in it with it: said, not silently dropped.
  @Test func lostEditsAreNamed() throws {
    let tei = try teiForTests(Self.texts).replacing(
      "</app>", with: "<note>See p. 3.</note></app>", maxReplacements: 1)
    let agreed = [Self.texts[0], Self.texts[1].replacing("9,000", with: "3,000")]
    let result = try update(tei, of: Self.texts, to: agreed)
    #expect(result.lost == [1])
    #expect(!result.text.contains("See p. 3."))
  }

  /// Every form of TEI that gives witnesses back is kept.
  @Test(arguments: [
    TEIForm(), TEIForm(profile: .readings), TEIForm(classPlace: .rdg), TEIForm(classPlace: .ana),
    TEIForm(method: .doubleEndPoint), TEIForm(method: .doubleEndPoint, location: .external),
  ])
  func formIsKept(_ form: TEIForm) throws {
    let tei = try teiForTests(Self.texts, form: form)
    let result = try update(tei, of: Self.texts, to: Self.today)
    #expect(result.text == (try teiForTests(Self.today, form: form)))
  }

  /// Pieces follow each other without a gap, whatever the file holds.
  @Test func piecesAreTheFile() throws {
    let files = [
      try teiForTests(Self.texts), "<a b='1' c = \"x>y\"><!-- <app> --><![CDATA[<b>]]></a >",
      "<a/>",
      "<?xml version=\"1.0\"?>\n<app\n n=\"1\"/> text &amp; more",
    ]
    for file in files {
      let pieces = MarkupPieces(Array(file.utf8))
      #expect(pieces.pieces.flatMap { Array(file.utf8)[$0] } == Array(file.utf8))
      #expect(pieces.entries.count == pieces.pieces.count)
    }
  }
}
