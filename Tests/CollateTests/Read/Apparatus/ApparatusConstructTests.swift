import Testing

@testable import Collate

/// Each construct of TEI's apparatus, in a file as others write it.
@Suite struct ApparatusConstructTests {
  @Test func nestedEntriesBelongToTheReadingAround() throws {
    let read = try read(
      """
      <p>He <app><lem wit="#A #B">went <app><lem wit="#A">far</lem><rdg wit="#B">off</rdg></app>
      away</lem><rdg wit="#C">stayed</rdg></app>.</p>
      """)
    #expect(texts(read) == ["He went far away.", "He went off away.", "He stayed."])
    #expect(read.entries.map(\.parent) == [nil, 0])
  }

  @Test func groupsOfReadingsAreReadings() throws {
    let read = try read(
      """
      <p><app><rdgGrp type="x"><lem wit="#A">one</lem><rdg wit="#B">won</rdg></rdgGrp>
      <rdg wit="#C">two</rdg></app></p>
      """)
    #expect(texts(read) == ["one", "won", "two"])
    #expect(read.entries[0].readings.map(\.isLemma) == [true, false, false])
  }

  @Test func whoIsNotNamedHasTheLemma() throws {
    let read = try read("<p>the <app><lem>black</lem><rdg wit=\"#B\">white</rdg></app> cat</p>")
    #expect(texts(read) == ["the black cat", "the white cat", "the black cat"])
    #expect(read.doubts.isEmpty)
    #expect(read.base == 0)
  }

  @Test func whoIsMissingInAPositiveEntryIsTold() throws {
    let read = try read(
      "<p>the <app><lem wit=\"#A\">black</lem><rdg wit=\"#B\">white</rdg></app> cat\n"
        + "<app><lem wit=\"#A #B\">sat</lem><rdg wit=\"#C\"/></app></p>")
    #expect(texts(read) == ["the black cat sat", "the white cat sat", "the cat"])
    #expect(read.doubts.map(\.problem) == [.apparatus(.witnessMissing("C"))])
    #expect(read.doubts[0].place.map { [$0.line, $0.column] } == [2, 8])
  }

  @Test func pointersNeedNoSign() throws {
    let read = try read("<p><app><lem wit=\"A  C\">x</lem><rdg wit=\"B\">y</rdg></app></p>")
    #expect(texts(read) == ["x", "y", "x"])
  }

  @Test func aGroupStandsForItsWitnesses() throws {
    let read = try read(
      "<p><app><lem wit=\"#A\">x</lem><rdg wit=\"#g\">y</rdg></app></p>",
      witnesses: "<witness xml:id=\"A\"/><listWit xml:id=\"g\"><witness xml:id=\"B\"/>"
        + "<witness xml:id=\"C\"/></listWit>")
    #expect(texts(read) == ["x", "y", "y"])
  }

  @Test func siglaComeFromWhereTheyStand() throws {
    let read = try read(
      "<p><app><lem wit=\"#w1\">x</lem><rdg wit=\"#B\">y</rdg><rdg wit=\"P 3\">z</rdg></app></p>",
      witnesses: "<witness xml:id=\"w1\"><abbr>𝔓⁶⁶</abbr></witness><witness n=\"B\"/>"
        + "<witness n=\"P\"/><witness n=\"3\"/>")
    #expect(read.witnesses.map(\.siglum) == ["𝔓⁶⁶", "B", "P", "3"])
    #expect(texts(read) == ["x", "y", "z", "z"])
  }

  @Test func lostLeavesAreNotThere() throws {
    let read = try read(
      """
      <p>one <app><lem wit="#A #B">two</lem><rdg wit="#C">two<lacunaStart/></rdg></app> three
      <app><lem wit="#A">four</lem><rdg wit="#B">for</rdg></app> five
      <app><lem wit="#A #B">six</lem><rdg wit="#C"><lacunaEnd/>sex</rdg></app> seven</p>
      """)
    #expect(texts(read)[2] == "one two sex seven")
    #expect(read.doubts.isEmpty)
  }

  @Test func aWitnessMayBeginLateAndEndEarly() throws {
    let read = try read(
      """
      <p>one <app><lem wit="#A">two</lem><rdg wit="#B">too</rdg></app>
      <app><rdg wit="#C"><witStart/></rdg><rdg wit="#A #B"/></app>three
      <app><lem wit="#A #C">four</lem><rdg wit="#B">for<witEnd/></rdg></app> five</p>
      """)
    #expect(texts(read) == ["one two three four five", "one too three for", "three four five"])
  }

  @Test func aHandHasWhatItsManuscriptHas() throws {
    let read = try read(
      """
      <p><app><lem wit="#A">one</lem><rdg wit="#B">won</rdg></app>
      <app><lem wit="#A">two</lem><rdg wit="#Bac">too</rdg><rdg wit="#Bc">to</rdg></app></p>
      """,
      witnesses: "<witness xml:id=\"A\"/><witness xml:id=\"B\"><listWit><witness xml:id=\"Bac\"/>"
        + "<witness xml:id=\"Bc\"/></listWit></witness>")
    #expect(read.witnesses.map(\.siglum) == ["A", "B", "Bac", "Bc"])
    #expect(texts(read) == ["one two", "won to", "won too", "won to"])
  }

  @Test func aCopyHasTheTextOfItsModel() throws {
    let read = try read(
      """
      <p><app xml:id="one"><lem wit="#A">x y</lem><rdg wit="#B #C" xml:id="r"/></app> and
      <app><lem wit="#A"/><rdg wit="#B #C" copyOf="#m"/></app></p>
      <note><seg xml:id="m">x y</seg></note>
      """)
    #expect(texts(read) == ["x y and", "and x y", "and x y"])
  }

  // MARK: Apart from the lemma

  @Test func entriesMayPointToTheirLemma() throws {
    let read = try read(
      """
      <p>The <anchor xml:id="f"/>black cat<app from="#f"><lem>black cat</lem>
      <rdg wit="#B">dog</rdg></app> sat.</p>
      """)
    #expect(texts(read) == ["The black cat sat.", "The dog sat.", "The black cat sat."])
  }

  @Test func entriesMayStandElsewhere() throws {
    let read = try read(
      """
      <p>The <w xml:id="w1">black</w> <w xml:id="w2">cat</w> <w xml:id="w3">sat</w>.</p>
      """,
      behind: """
        <standOff><listApp><app from="#w1" to="#w2"><rdg wit="#B">dog</rdg></app>
        <app from="#w3"><lem wit="#A #B">sat</lem><rdg wit="#C">lay</rdg></app></listApp></standOff>
        """)
    #expect(texts(read) == ["The black cat sat.", "The dog sat.", "The black cat lay."])
  }

  @Test func lemmasMayOverlap() throws {
    let read = try read(
      "<p><w xml:id=\"a\">a</w> <w xml:id=\"b\">b</w> <w xml:id=\"c\">c</w></p>",
      behind: "<standOff><listApp><app from=\"#a\" to=\"#b\"><rdg wit=\"#B\">x</rdg></app>"
        + "<app from=\"#b\" to=\"#c\"><rdg wit=\"#C\">y</rdg></app></listApp></standOff>")
    #expect(texts(read) == ["a b c", "x c", "a y"])
  }

  @Test func oneWitnessInOverlappingLemmasIsAnError() {
    expect(
      .overlappingReadings("B"), in: "<p><w xml:id=\"a\">a</w> <w xml:id=\"b\">b</w></p>",
      behind: "<standOff><listApp><app from=\"#a\" to=\"#b\"><rdg wit=\"#B\">x</rdg></app>"
        + "<app from=\"#b\"><rdg wit=\"#B\">y</rdg></app></listApp></standOff>")
  }

  // MARK: Errors

  @Test func aPointerToNothingNamesItsPlace() {
    expect(
      .unknownPointer(attribute: "from", "#nowhere"),
      in: "<p>one<app from=\"#nowhere\"><rdg wit=\"#A\">two</rdg></app></p>", column: 7)
    expect(
      .unknownPointer(attribute: "copyOf", "#r9"),
      in: "<p><app><lem wit=\"#A\">x</lem><rdg wit=\"#B\" copyOf=\"#r9\"/></app></p>", column: 30)
  }

  @Test func aLemmaThatEndsBeforeItBeginsIsAnError() {
    expect(
      .backwardLemma(from: "#b", to: "#a"),
      in: "<p><w xml:id=\"a\">a</w> <w xml:id=\"b\">b</w></p>",
      behind:
        "<standOff><listApp><app from=\"#b\" to=\"#a\"><rdg wit=\"#B\">x</rdg></app></listApp>"
        + "</standOff>")
  }

  @Test func danglingSiglaAreTold() throws {
    let read = try read("<p><app><lem wit=\"#A #Q\">x</lem><rdg wit=\"#B #C\">y</rdg></app></p>")
    #expect(read.doubts.map(\.problem) == [.apparatus(.danglingSiglum("#Q"))])
  }

  @Test func aWitnessInTwoReadingsIsTold() throws {
    let read = try read(
      "<p><app><lem wit=\"#A #B\">x</lem><rdg wit=\"#B #C\">y</rdg></app></p>")
    #expect(read.doubts.map(\.problem) == [.apparatus(.witnessTwice("B"))])
    #expect(texts(read)[1] == "x")
  }

  @Test func placesAloneCannotBeRebuilt() {
    expect(
      .locationOnly, in: "<p>one two</p>",
      behind:
        "<standOff><listApp><app loc=\"1\"><lem wit=\"#A\">two</lem><rdg wit=\"#B\">2</rdg></app>"
        + "</listApp></standOff>")
  }

  // MARK: Files

  private static let three =
    "<witness xml:id=\"A\"/><witness xml:id=\"B\"/><witness xml:id=\"C\"/>"

  private func file(_ body: String, witnesses: String, behind: String) -> String {
    "<TEI><teiHeader><listWit>\(witnesses)</listWit></teiHeader><text><body>\n\(body)</body></text>"
      + "\(behind)</TEI>"
  }

  private func read(
    _ body: String, witnesses: String = three, behind: String = ""
  ) throws -> ReadApparatus {
    let text = file(
      body.replacing("\n", with: " "), witnesses: witnesses, behind: behind)
    return try ApparatusReader().read(InputBytes(path: "a.xml", bytes: Array(text.utf8)))
  }

  private func texts(_ read: ReadApparatus) -> [String] {
    read.witnesses.map { String(decoding: $0.text.bytes, as: UTF8.self) }
  }

  private func expect(
    _ fault: ApparatusFault, in body: String, behind: String = "", column: Int? = nil
  ) {
    let text = file(body, witnesses: Self.three, behind: behind)
    let error = #expect(throws: ReadError.self) {
      try ApparatusReader().read(InputBytes(path: "a.xml", bytes: Array(text.utf8)))
    }
    #expect(error?.problem == .apparatus(fault))
    #expect(error?.place?.line == 2)
    if let column { #expect(error?.place?.column == column) }
  }
}
