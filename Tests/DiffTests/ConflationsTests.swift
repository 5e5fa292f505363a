import Testing

@testable import Diff

@Suite("Words that stand in one column although a row has both")
struct ConflationsTests {
  /// A table before and after.
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var after: String

    init(_ name: String, _ before: String, _ after: String) {
      self.name = name
      self.before = before
      self.after = after
    }

    var testDescription: String { name }
  }

  @Test(arguments: Example.all)
  func isPartedAsDrawn(_ example: Example) throws {
    let before = DrawnTable(example.before)
    for order in orders(before.names.count) {
      let found = try #require(parted(before.permuted(order)))
      let expected = DrawnTable(example.after).permuted(order)
      #expect(found == expected, "\(example.name), order \(order)")
    }
  }

  /// Every table of three rows and three columns over two words: rows read as before, no column has
  /// more readings than before in sum, and the order of the rows changes nothing.
  @Test func holdsForAllSmallTables() throws {
    let cells = ["-", "a", "b"]
    let rows = cells.flatMap { x in cells.flatMap { y in cells.map { [x, y, $0] } } }
    var changed = 0
    for x in rows {
      for y in rows {
        for z in rows {
          let before = DrawnTable(names: ["A", "B", "C"], cells: [x, y, z]).withoutEmptyColumns
          guard let after = parted(before) else { continue }
          let drawing = Comment(rawValue: before.description)
          #expect(after.tokens == before.tokens, drawing)
          #expect(parted(before.permuted([2, 1, 0])) == after.permuted([2, 1, 0]), drawing)
          if after == before { continue }
          changed += 1
          #expect(readings(after) < readings(before), drawing)
        }
      }
    }
    #expect(changed > 50)
  }

  /// The table after the stage; nil where equal rows stand in different columns, which no stage
  /// leaves.
  private func parted(_ drawn: DrawnTable) -> DrawnTable? {
    let words = Words(drawn.tokens + [["_"]])
    let canonical = CanonicalRows(words.rows.dropLast())
    let columns = drawn.cells.map { row in row.indices.filter { row[$0] != "-" }.map(Int32.init) }
    var places = [[Int32]](repeating: [], count: canonical.rows.count)
    for (row, source) in canonical.index.enumerated() { places[source] = columns[row] }
    guard canonical.index.indices.allSatisfy({ places[canonical.index[$0]] == columns[$0] }) else {
      return nil
    }
    let width = drawn.cells[0].count
    var table = WorkingTable(canonical, Table(rows: places, columnCount: width))
    var pairs = PairScore(model(words, canonical))
    var conflations = Conflations(table)
    conflations.part(&table, &pairs)
    let found = table.table()
    return DrawnTable(
      names: drawn.names, tokens: drawn.tokens,
      MultipleAlignment(
        columns: canonical.index.map { found.rows[$0] }, columnCount: found.columnCount))
  }

  /// Words as they count in a text of some length, where only repeated ones are frequent.
  private func model(_ words: Words, _ rows: CanonicalRows) -> TokenModel {
    let text = [UInt32](repeating: words.rows[words.rows.count - 1][0], count: 40)
    return TokenModel(
      vocabulary: words.vocabulary, rows: rows.rows.map { $0 + text }, weights: rows.weights)
  }

  /// The number of different words of each column, in sum.
  private func readings(_ table: DrawnTable) -> Int {
    (0..<(table.cells[0].count)).reduce(0) { sum, column in
      sum + Set(table.cells.map { $0[column] }).subtracting(["-"]).count
    }
  }
}

extension DrawnTable {
  fileprivate var withoutEmptyColumns: DrawnTable {
    let kept = (0..<cells[0].count).filter { column in cells.contains { $0[column] != "-" } }
    return DrawnTable(names: names, cells: cells.map { row in kept.map { row[$0] } })
  }
}

extension ConflationsTests.Example {
  static let all = [
    Self(
      "a conflation parts what stood in one column",
      """
      A  they praising -        god
      B  they blessing -        god
      C  they praising blessing god
      """,
      """
      A  they praising -        god
      B  they -        blessing god
      C  they praising blessing god
      """),
    Self(
      "the other way round",
      """
      A  they -        praising god
      B  they -        blessing god
      C  they praising blessing god
      """,
      """
      A  they praising -        god
      B  they -        blessing god
      C  they praising blessing god
      """),
    Self(
      "spellings of a word go with it",
      """
      A  desert lineyn  -       and
      B  desert mnayin  -       and
      C  desert mnatsin -       and
      D  desert lineyn  mnayin  and
      """,
      """
      A  desert lineyn  -       and
      B  desert -       mnayin  and
      C  desert -       mnatsin and
      D  desert lineyn  mnayin  and
      """),
    Self(
      "a word like neither stays",
      """
      A  they praising -        god
      B  they blessing -        god
      C  they praising blessing god
      D  they sat      -        god
      """,
      """
      A  they praising -        god
      B  they -        blessing god
      C  they praising blessing god
      D  they sat      -        god
      """),
    Self(
      "a spelling stays where its witness has another word behind it",
      """
      A  they praising -        god
      B  they blessing -        god
      C  they praising blessing god
      D  they blessin  here     god
      """,
      """
      A  they praising -        god
      B  they -        blessing god
      C  they praising blessing god
      D  they blessin  here     god
      """),
    Self(
      "where the column beyond is taken, the other word moves on",
      """
      A  erat -    enim ei uenandi
      B  erat -    ei   et uenandi
      C  erat uero ei   -  uenandi
      D  erat -    enim -  uenandi
      """,
      """
      A  erat enim ei -  uenandi
      B  erat -    ei et uenandi
      C  erat uero ei -  uenandi
      D  erat enim -  -  uenandi
      """),
    Self(
      "no word moves on where it would leave one behind in its own witness",
      """
      A  erat -    enim  ei uenandi
      B  erat -    ei    et uenandi
      C  erat uero ei    -  uenandi
      D  erat -    enim  -  uenandi
      E  erat -    autem ei uenandi
      """,
      """
      A  erat -    enim  ei uenandi
      B  erat -    ei    et uenandi
      C  erat uero ei    -  uenandi
      D  erat -    enim  -  uenandi
      E  erat -    autem ei uenandi
      """),
    Self(
      "nobody has the other word alone",
      """
      A  the big   -   dog
      B  the very  big dog
      C  the small -   dog
      """,
      """
      A  the big   -   dog
      B  the very  big dog
      C  the small -   dog
      """),
    Self(
      "a word written twice",
      """
      A  then here -    and
      B  then here here and
      C  then -    here or
      """,
      """
      A  then here -    and
      B  then here here and
      C  then -    here or
      """),
    Self(
      "frequent words stay",
      """
      A  a a a a a a a a one a   -
      B  a a a a a a a a one two -
      C  a a a a a a a a one two a
      """,
      """
      A  a a a a a a a a one a   -
      B  a a a a a a a a one two -
      C  a a a a a a a a one two a
      """),
  ]
}
