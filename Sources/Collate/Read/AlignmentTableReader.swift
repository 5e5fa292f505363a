/// An alignment made elsewhere: witnesses whose tokens are given, and where each of them stands.
struct AlignmentTable: Sendable {
  var witnesses: [Witness]
  /// For each witness the column of the table that holds each of its given tokens; a column may
  /// hold several.
  var columns: [[Int]]
}

/// Reads alignment tables in the shapes of CollateX: Java's, `table[column][witness]` with an empty
/// array for a gap, and Python's, `table[witness][column]` with null for one.
///
///     {"witnesses": ["A", "B"], "table": [[[{"t": "the "}], [{"t": "a "}]], …]}
///
/// A table of ours may have `collate.leading`, what stands before the first word of each witness.
struct AlignmentTableReader: Sendable {
  /// Throws, with the place, where the input is not of this form.
  func read(_ input: InputBytes) throws(ReadError) -> AlignmentTable {
    let document = try JSONDocument(input)
    let root = try document.members(of: document.root, key: "input")
    guard let list = root.value(of: "witnesses") else {
      throw document.error(at: document.root.range, .missingKey("witnesses"))
    }
    guard let table = root.value(of: "table") else {
      throw document.error(at: document.root.range, .missingKey("table"))
    }
    let sigla = try sigla(list, document)
    let leading = try leading(root, document)
    var rows = try cells(of: table, count: sigla.count, document)
    for row in rows.indices where row < leading.count { rows[row].leading = leading[row] }
    let witnesses = zip(sigla, rows).map { siglum, row in
      Witness(
        siglum: siglum, description: WitnessDescription(), text: row.source(path: input.path))
    }
    return AlignmentTable(witnesses: witnesses, columns: rows.map(\.columns))
  }

  /// The sigla of the rows, each one that a witness can have, and no two alike.
  private func sigla(
    _ list: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> [String] {
    var sigla: [String] = []
    for element in try document.elements(of: list, key: "witnesses") {
      let siglum = try document.string(of: element, key: "witnesses")
      if let fault = Siglum.fault(of: siglum) {
        throw document.error(at: element.range, .badSiglum(siglum, fault))
      }
      guard !sigla.contains(siglum) else {
        throw document.error(
          at: element.range, .duplicateSiglum(siglum, otherPath: document.input.path))
      }
      sigla.append(siglum)
    }
    guard !sigla.isEmpty else { throw document.error(at: list.range, .emptyWitnessList) }
    return sigla
  }

  /// White space and the like before the first word of each row, where our own JSON tells it; else
  /// empty.
  private func leading(
    _ root: [JSONValue.Member], _ document: JSONDocument
  ) throws(ReadError) -> [String] {
    guard let own = root.value(of: "collate") else { return [] }
    let members = try document.members(of: own, key: "collate")
    guard let value = members.value(of: "leading") else { return [] }
    var result: [String] = []
    for element in try document.elements(of: value, key: "leading") {
      result.append(try document.string(of: element, key: "leading"))
    }
    return result
  }

  // MARK: The table

  /// The tokens of each witness while its row is read.
  private struct Row {
    var leading = ""
    var tokens: [(text: String, form: String?, others: String)] = []
    var columns: [Int] = []

    /// The row as a text, with its words as tokens that are given.
    func source(path: String) -> SourceText {
      // Some programs give words without the white space after them.
      let lacksSpace = !tokens.contains { $0.text.contains(where: \.isWhitespace) }
      var bytes = Array(leading.utf8)
      let start = bytes.count
      let given = tokens.enumerated().map { index, token in
        let first = bytes.count
        bytes += token.text.utf8
        if lacksSpace, index + 1 < tokens.count { bytes.append(0x20) }
        return GivenToken(range: first..<bytes.count, form: token.form, others: token.others)
      }
      return SourceText(path: path, bytes: bytes, body: start..<bytes.count, givenTokens: given)
    }
  }

  /// The words of each row with the columns they stand in.
  private func cells(
    of table: JSONValue, count: Int, _ document: JSONDocument
  ) throws(ReadError) -> [Row] {
    var lines: [[JSONValue]] = []
    for line in try document.elements(of: table, key: "table") {
      lines.append(try document.elements(of: line, key: "table"))
    }
    var rows = [Row](repeating: Row(), count: count)
    let isByWitness = isByWitness(lines, count)
    for (i, line) in lines.enumerated() {
      guard isByWitness ? lines.count == count : line.count == count else {
        throw document.error(
          at: table.range, .wrongType(key: "table", expected: "an array with \(count) witnesses"))
      }
      for (j, cell) in line.enumerated() {
        let (witness, column) = isByWitness ? (i, j) : (j, i)
        try add(cell, to: &rows[witness], column, document)
      }
    }
    return rows
  }

  /// Whether the table is Python's: its gaps are null, or its size leaves no other choice.
  private func isByWitness(_ lines: [[JSONValue]], _ count: Int) -> Bool {
    if lines.contains(where: { $0.contains { $0.content.isNull } }) { return true }
    return lines.count == count && !lines.allSatisfy { $0.count == count }
  }

  /// Adds the words of a cell to its row.
  private func add(
    _ cell: JSONValue, to row: inout Row, _ column: Int, _ document: JSONDocument
  ) throws(ReadError) {
    if cell.content.isNull { return }
    for element in try document.elements(of: cell, key: "table") {
      let members = try document.members(of: element, key: "table")
      guard let t = members.value(of: "t") else {
        throw document.error(at: element.range, .missingKey("t"))
      }
      let text = try document.string(of: t, key: "t")
      guard !text.isEmpty else { throw document.error(at: t.range, .emptyToken) }
      var form: String?
      if let n = members.value(of: "n") { form = try document.string(of: n, key: "n") }
      row.tokens.append((text, form, CollateXReader.others(members, document)))
      row.columns.append(column)
    }
  }
}

extension JSONValue.Content {
  fileprivate var isNull: Bool { if case .null = self { true } else { false } }
}
