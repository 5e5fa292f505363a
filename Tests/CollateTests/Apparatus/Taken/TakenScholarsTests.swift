import Testing

@testable import Collate

/// What scholars read and hands wrote comes through an apparatus that others made.
@Suite struct TakenScholarsTests {
  static let header = """
    <sourceDesc><listWit>
    <witness xml:id="M">Florence<listWit><witness xml:id="Mac">ac</witness>
    <witness xml:id="Mc">c</witness></listWit></witness><witness xml:id="S">Paris</witness>
    </listWit><listBibl><bibl xml:id="Nipp"><abbr type="siglum">Nipperdey</abbr> Leipzig 1847</bibl>
    </listBibl></sourceDesc>
    """

  private func edition(_ body: String) throws -> (Edition, ReadApparatus) {
    let xml = teiFile("<p>\(body)</p>", header: Self.header)
    let read = try ApparatusReader().read(InputBytes(path: "a.xml", bytes: Array(xml.utf8)))
    let edition = try TakenEdition(read, base: nil).edition(
      title: nil, language: nil, ignoring: [], version: "1.0.0")
    return (edition, read)
  }

  private func apparatus(
    _ body: String, _ layout: TextWriter.Layout = .negative
  ) throws -> String {
    var out = Output()
    TextWriter(layout: layout).write(try edition(body).0, into: &out)
    let text = String(decoding: out.bytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: "APPARATUS (\(layout.rawValue))\n\n"))
    return String(text[start.upperBound...]).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  private func tei(_ edition: Edition, _ form: TEIForm = TEIForm()) -> [UInt8] {
    var out = Output()
    TEIWriter(form: form).write(edition, into: &out)
    return out.bytes
  }

  static let all = """
    Arma <app><lem wit="#M #S">uirumque</lem><rdg source="#Nipp">uirum<note>cf.</note></rdg></app>
    <app><lem wit="#M">cano</lem><rdg wit="#S">canto</rdg><rdg type="conjecture" cert="low">canam</rdg>
    <rdg resp="#Nipp #Foo"/></app> <app><lem source="#Nipp"><supplied>Troiae</supplied></lem>
    <rdg wit="#M #S">Troia</rdg></app> qui
    <app><lem wit="#S #Mac">primus</lem><rdg wit="#M #Mc">prius</rdg>
    <rdg source="#Nipp"><surplus>primus</surplus></rdg></app>
    """

  @Test func conjecturesAreRead() throws {
    let (edition, read) = try edition(Self.all)
    let nipperdey = Scholar(name: "Nipperdey", about: "Leipzig 1847")
    #expect(
      read.entries.flatMap(\.conjectures) == [
        Conjecture(text: "uirum", scholars: [nipperdey]),
        Conjecture(text: "canam", scholars: [], type: "conjecture", certainty: "low"),
        Conjecture(text: "", scholars: [nipperdey, Scholar(name: "Foo")]),
        Conjecture(text: "{primus}", scholars: [nipperdey]),
      ])
    #expect(edition.entries.map(\.conjectures.count) == [1, 2, 0, 1])
    #expect(edition.entries.map(\.readings.count) == [1, 2, 2, 2])
    #expect(edition.entries[2].readings[0].scholars == [nipperdey])
    #expect(edition.entries.map(\.number) == [1, 2, 3, 4])
  }

  @Test func theyArePrinted() throws {
    #expect(
      try apparatus(Self.all)
        == "1 uirumque] uirum Nipperdey | cano] canto S; canam coni.; del. Nipperdey, Foo"
        + " | [Troiae] Nipperdey] Troia M S | primus Mac] prius M; {primus} Nipperdey")
    #expect(
      try apparatus(Self.all, .positive).hasPrefix(
        "1 uirumque ed. M S : uirum Nipperdey | cano ed. M : canto S : canam coni."))
  }

  /// A hand is named where it has something other than its manuscript, with the lemma too.
  @Test func handsAreNamedWhereTheyDepart() throws {
    let rest = "<app><lem wit='#M'>x</lem><rdg wit='#S'>y</rdg></app>"
    let hands = "<app><lem wit='#S'>a</lem><rdg wit='#M #Mac'>b</rdg><rdg wit='#Mc'>c</rdg></app>"
    #expect(try apparatus(rest + " " + hands) == "1 x] y S | a] b M; c Mc")
  }

  /// In files of others `witness/@corresp` says nothing of hands, and does not hide that one is.
  @Test func otherFilesMayPointWithCorresp() throws {
    let header = Self.header.replacing("xml:id=\"Mac\"", with: "xml:id=\"Mac\" corresp=\"a.xml\"")
      .replacing("xml:id=\"S\"", with: "xml:id=\"S\" corresp=\"#M\"")
    let xml = teiFile("<p>\(Self.all)</p>", header: header)
    let read = try ApparatusReader().read(InputBytes(path: "a.xml", bytes: Array(xml.utf8)))
    #expect(read.witnesses.map(\.siglum) == ["M", "Mac", "Mc", "S"])
    #expect(read.witnesses.map(\.manuscript) == [nil, "M", "M", nil])
  }

  /// What was written is read as what was read.
  @Test(arguments: [
    TEIForm(), TEIForm(method: .doubleEndPoint),
    TEIForm(method: .doubleEndPoint, location: .external),
  ]) func theyComeBack(_ form: TEIForm) throws {
    let (edition, _) = try edition(Self.all)
    let written = tei(edition, form)
    #expect(LosslessProof.check(written, against: edition, form: form) == nil)
    let text = String(decoding: written, as: UTF8.self)
    #expect(text.contains("source=\"#scholar-1\">uirum</rdg>"))
    #expect(text.contains("<witness xml:id=\"Mac\" corresp=\"#M\">"))
    let read = try ApparatusReader().read(InputBytes(path: "b.xml", bytes: written))
    let again = try TakenEdition(read, base: nil).edition(
      title: nil, language: nil, ignoring: [], version: "1.0.0")
    #expect(tei(again, form) == written, "\(text)")
    #expect(again.entries.map(\.conjectures) == edition.entries.map(\.conjectures))
    #expect(read.witnesses.map(\.manuscript) == [nil, nil, "M", "M", nil])
  }

  /// Where no witness has a word there is no entry to hang a conjecture on.
  @Test func whatHasNoPlaceIsLeftOut() throws {
    let added = "<app><lem wit='#M #S'/><rdg source='#Nipp'>et</rdg></app>"
    let (edition, read) = try edition(Self.all + added)
    #expect(read.entries.flatMap(\.conjectures).count == 5)
    #expect(edition.entries.flatMap(\.conjectures).count == 4)
    let warning = Warning.lostConjectures(path: "a.xml", count: 1, of: 5)
    #expect(warning.message.what.hasPrefix("1 of 5 conjectures"))
  }
}
