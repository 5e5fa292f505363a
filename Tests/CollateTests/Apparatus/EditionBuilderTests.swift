import Testing

@testable import Collate

@Suite struct EditionBuilderTests {
  private func edition(
    _ rows: String..., base: String? = nil, ignoring: Ignore = [],
    shown: EntryFilter = .all
  ) throws(EditionError) -> Edition {
    let (text, collation) = SampleTables.table(rows)
    let units = VariationUnit.all(in: collation, of: text, ignoring: ignoring, language: "en")
    return try Edition(
      title: nil, language: "en", text: text, collation: collation, units: units, base: base,
      shown: shown, version: "1")
  }

  @Test func `an omission is an addition seen from the other side`() throws {
    let rows = ("a by the threat of war b", "a by · · · war b")
    let fromA = try edition(rows.0, rows.1, base: "A")
    let fromB = try edition(rows.0, rows.1, base: "B")
    #expect(fromA.entries.map(\.variation.kind) == [.omission])
    #expect(fromB.entries.map(\.variation.kind) == [.addition])
    #expect(fromB.entries[0].readings.map(\.witnesses) == [[1], [0]])
  }

  @Test func `the lemma stands first and alone has no variation`() throws {
    let edition = try edition("a x c", "a y c", "a z c", "a y c", base: "C")
    let readings = edition.entries[0].readings
    #expect(readings.map(\.witnesses) == [[2], [0], [1, 3]])
    #expect(readings.map { $0.variation == nil } == [true, false, false])
    #expect(edition.entries.map(\.number) == [1])
  }

  /// The edition of two witnesses with words that moved.
  private func edition(
    _ a: String, _ b: String, moved first: Range<Int>, to second: Range<Int>
  ) throws -> Edition {
    var (text, collation) = SampleTables.table(a, b)
    collation.moves = [
      .init(
        first: .init(columns: first, witnesses: [0]),
        second: .init(columns: second, witnesses: [1]))
    ]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    return try Edition(
      title: nil, language: "en", text: text, collation: collation, units: units, base: nil,
      version: "1")
  }

  @Test func `numbers that changed places are other numbers`() throws {
    let edition = try edition(
      "3,000 then he went home to his own house 9,000 alone",
      "9,000 then he went home to his own house 3,000 alone", moved: 0..<1, to: 9..<10)
    #expect(edition.entries.map(\.variation.kind) == [.numeral, .numeral])
    #expect(edition.entries.map(\.partner) == [1, 0])
  }

  @Test func `an entry that holds both places of a move has no partner`() throws {
    let edition = try edition(
      "nunc omnia scire · potest", "nunc · scire omnia potest", moved: 1..<2, to: 3..<4)
    #expect(edition.entries.map(\.variation.kind) == [.transposition])
    #expect(edition.entries.map(\.partner) == [nil])
  }

  @Test func `unknown base is told with the sigla there are`() {
    #expect(throws: EditionError.unknownBase("Q", sigla: ["A", "B"])) {
      try edition("a", "b", base: "Q")
    }
    #expect(throws: EditionError.noWitnesses) { try edition() }
  }

  @Test func `what is ignored is not shown, but a numeral is`() throws {
    let edition = try edition(
      "Baku 3.5 x", "baku 35 x", ignoring: Ignore(Ignore.named.map(\.difference)))
    #expect(edition.entries.map(\.variation.kind) == [.case, .numeral])
    #expect(edition.entries.map(\.isShown) == [false, true])
  }

  @Test func `classes left out are not shown`() throws {
    let edition = try edition("Baku old x", "baku new x", shown: EntryFilter(only: [.case]))
    #expect(edition.entries.map(\.isShown) == [true, false])
  }

  @Test func `a number left out with other words is shown whatever is not`() throws {
    let rows = ("we saw three men of them", "we saw · · · them")
    for shown in [EntryFilter(except: [.omission]), EntryFilter(only: [.case])] {
      #expect(try edition(rows.0, rows.1, shown: shown).entries.map(\.isShown) == [true])
    }
    let plain = try edition("we saw all men", "we saw · ·", shown: EntryFilter(except: [.omission]))
    #expect(plain.entries.map(\.isShown) == [false])
  }

  @Test func `a negation left out is not buried where another witness rewords it`() throws {
    let edition = try edition(
      "he was not a good man", "he was · a good man", "he was never a good man",
      shown: EntryFilter(only: [.negation]))
    #expect(edition.entries.map(\.variation) == [.init(kind: .substantive, subkind: .negation)])
    #expect(edition.entries.map(\.isShown) == [true])
  }

  @Test func `agreement is told by the reading that stands first`() throws {
    let edition = try edition("a x c", "a Y c", "a y c", base: "C", ignoring: .case)
    #expect(edition.entries[0].readings.map(\.witnesses) == [[2], [0], [1]])
    #expect(edition.entries[0].readings.map(\.agreesWith) == [0, 1, 0])
  }

  @Test func `the two places of a move are partners`() throws {
    var (text, collation) = SampleTables.table(
      "quickly then he went home to his own house · alone",
      "· then he went home to his own house quickly alone")
    collation.moves = [
      .init(
        first: .init(columns: 0..<1, witnesses: [0]), second: .init(columns: 9..<10, witnesses: [1])
      )
    ]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    let edition = try Edition(
      title: nil, language: "en", text: text, collation: collation, units: units, base: nil,
      version: "1")
    #expect(edition.entries.map(\.partner) == [1, 0])
    #expect(
      edition.entries.map { $0.readings[1].variation?.kind } == [.transposition, .transposition])
  }
}
