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

  /// An entry over a passage and one over a word in it are told apart, also where the word is all.
  @Test func untouchedWithEntriesInEntries() throws {
    let passage = "and they came over the wide river in the old days of the war"
    let texts = [
      "It began, \(passage), and ended.", "It began, \(passage.uppercased()), and ended.",
      "It began, and ended.",
    ]
    let (edition, apparatus) = try accepted(try teiForTests(texts), of: texts)
    #expect(edition.entries.contains { $0.parent != nil })
    #expect(apparatus.ids == edition.entries.map { "app\($0.number)" })
    #expect(apparatus.edits(of: edition, edition: "e").isEmpty)
  }

  @Test func editsAreFound() throws {
    let tei = try teiForTests(Self.texts)
    let noted = tei.replacing("</app>", with: "<note>Sic.</note></app>", maxReplacements: 1)
    #expect(try details(noted) == [.note("Sic.")])
    let typed = tei.replacing("type=\"numeral\"", with: "type=\"slip\"")
    #expect(try details(typed) == [.type("slip", not: "numeral")])
    #expect(try details(withChosenLemma(tei)) == [.lemma(of: "B", not: "A")])
  }

  /// Other forms give classes to readings alone, and sigla may stand in any order.
  @Test func whatOnlyLooksOtherwiseIsNoEdit() throws {
    let byReading = try teiForTests(Self.texts, form: TEIForm(classPlace: .rdg))
    #expect(try details(byReading) == [])
    let texts = [Self.texts[0]] + Self.texts
    let tei = try teiForTests(texts)
    let turned = tei.replacing("wit=\"#A #B\"", with: "wit=\"#B #A\"")
    #expect(turned != tei)
    let (edition, apparatus) = try accepted(turned, of: texts)
    #expect(apparatus.edits(of: edition, edition: "e").isEmpty)
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

  /// The edits of an entry go together: where one has lost its place, none stays without a word.
  @Test func editsOfOneEntryAreKeptOrNamed() throws {
    let texts = Self.texts + [Self.texts[0].replacing("3,000", with: "8,000")]
    let tei = try teiForTests(texts)
      .replacing("type=\"numeral\"", with: "type=\"slip\"")
      .replacing("app1-2\" wit=\"#B\"", with: "app1-2\" wit=\"#B\" resp=\"#ed\"")
    #expect(tei.contains("resp="))
    var agreed = texts
    agreed[1] = texts[1].replacing("9,000", with: "3,000")
    let result = try update(tei, of: texts, to: agreed)
    #expect(result.lost == [1])
    #expect(!result.text.contains("type=\"slip\""))
  }

  /// What would change a witness is not carried over; what else was edited is.
  @Test func anEditThatSpoilsAWitnessIsLostAlone() throws {
    let note = "<note>See p. 3.</note>"
    let tei = try teiForTests(Self.texts).replacing("3,000<", with: "3,001<")
      .replacing("</app>", with: note + "</app>").replacing(note, with: "", maxReplacements: 1)
    #expect(tei.contains("3,001<"))
    let result = try update(tei, of: Self.texts, to: Self.today)
    #expect(result.lost == [1])
    #expect(result.text.contains(note))
    #expect(!result.text.contains("3,001"))
  }

  /// Whatever was noted and whatever changed, every witness is whole in the new file, and no note
  /// is lost without a word.
  @Test(arguments: 0..<30)
  func anyUpdate(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func text() -> [String] {
      (0..<12).map { _ in ["a", "b", "c,", "3,000", "Dro\n\n"].randomElement(using: &generator)! }
    }
    let base = text()
    func varied(_ words: [String]) -> String {
      words.map { word in
        Int.random(in: 0..<5, using: &generator) > 0 ? word : text()[0]
      }.joined(separator: " ")
    }
    let accepted = [base.joined(separator: " "), varied(base)]
    let today = [accepted[0], varied(base)]
    let plain = try teiForTests(accepted)
    let tei = plain.replacing("</app>", with: "<note>N</note></app>")
    let result = try update(tei, of: accepted, to: today)
    let before = tei.ranges(of: "<note>N</note>").count
    let after = result.text.ranges(of: "<note>N</note>").count
    #expect(after == before || !result.lost.isEmpty, "anyUpdate(\(seed))")
  }

  /// The file of another program: only its words are known, so its white space is not compared.
  @Test func foreignApparatus() throws {
    let tei = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>They had
      <app><lem wit="#A">3,000</lem><rdg wit="#B">9,000</rdg></app> men.</p></body></text></TEI>
      """
    let read = try ApparatusReader().read(try InputBytes(path: "a.xml", bytes: Array(tei.utf8)))
    let tokenized = Normalizer().normalize(read.witnesses.map(Tokenizer().tokenize))
    let collation = Aligner().align(tokenized)
    let units = VariationUnit.all(in: collation, of: tokenized, ignoring: [], language: nil)
    let edition = try Edition(
      title: nil, language: nil, text: tokenized, collation: collation, units: units, base: "A",
      version: "0")
    let baseline = Baseline(name: "a.xml", edition: edition, isExact: false, apparatus: nil)
    let same = try editionForTests(["They  had 3,000\nmen.", "They had 9,000 men."])
    #expect(DriftCheck(name: "e", baseline: baseline, today: same).findings().isEmpty)
    let other = try editionForTests(["They had 3,000 men.", "They had 8,000 men."])
    let found = DriftCheck(name: "e", baseline: baseline, today: other).findings()
    #expect(found.map(\.kind) == [.readingChanged])
    #expect(found.map(\.variation) == [.numeral])
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
