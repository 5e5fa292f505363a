import Diff
import Testing

/// A case of alignment: a name, and the table that must come out whatever the order of the rows.
struct AlignmentCase: Sendable, CustomTestStringConvertible {
  var name: String
  var drawing: String
  /// Moves that must be reported: words as in the earlier place.
  var moves: [String]

  init(_ name: String, moves: [String] = [], _ drawing: String) {
    self.name = name
    self.moves = moves
    self.drawing = drawing
  }

  var testDescription: String { name }

  static let all = gaps + marks + likeness + moves
}

@Suite("Hard cases of alignment, for every order of the witnesses")
struct AlignmentCaseTests {
  @Test(arguments: AlignmentCase.all)
  func isAlignedAsDrawn(_ example: AlignmentCase) {
    let expected = DrawnTable(example.drawing)
    for order in orders(expected.names.count) {
      let drawn = expected.permuted(order)
      let (table, alignment) = drawn.aligned()
      #expect(table == drawn, "\(example.name), order \(order): \(table) instead of \(drawn)")
      let moves = alignment.moves.map { move in
        let row = move.first.rows[0]
        return table.cells[row][move.first.columns].filter { $0 != "-" }.joined(separator: " ")
      }
      #expect(Set(moves) == Set(example.moves), "\(example.name): moves \(moves)")
    }
  }
}
