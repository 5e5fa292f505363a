import Testing

@testable import Collate

/// A case of collation from text to table: what stands in the files, and the table that must come
/// of it, drawn with a row a witness and `-` where it has nothing.
///
/// Unlike the cases of the engine, these depend on how words are divided and compared.
struct TextCase: Sendable, CustomTestStringConvertible {
  var name: String
  /// The texts of the witnesses; nil where they are the words of the drawing with blanks between
  /// them.
  var texts: [String]?
  /// Whether the words of the drawing stand in the text without blanks.
  var isUnspaced = false
  /// Moves that must be reported: words as in the earlier place.
  var moves: [String]
  var names: [String] = []
  var cells: [[String]] = []

  init(
    _ name: String, texts: [String]? = nil, isUnspaced: Bool = false, moves: [String] = [],
    _ drawing: String
  ) {
    self.name = name
    self.texts = texts
    self.isUnspaced = isUnspaced
    self.moves = moves
    for line in drawing.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      names.append(words[0])
      cells.append(Array(words.dropFirst()))
    }
  }

  var testDescription: String { name }

  /// The text of each witness.
  var sources: [String] {
    texts
      ?? cells.map { row in
        row.filter { $0 != "-" }.joined(separator: isUnspaced ? "" : " ")
      }
  }

  /// All orders of the witnesses, or, of more than four, each turn of them there and back.
  var orders: [[Int]] {
    let all = Array(names.indices)
    guard all.count > 4 else { return permutations(of: all) }
    let turned = all.map { Array(all[$0...] + all[..<$0]) }
    return turned + turned.map { $0.reversed() }
  }

  /// The table that comes out when the witnesses are given in an order, its rows in that of the
  /// drawing, and the moves.
  func collated(_ order: [Int]) throws -> (cells: [[String]], moves: Set<String>) {
    let witnesses = try order.map { index in
      let input = try InputBytes(path: "\(names[index]).txt", bytes: Array(sources[index].utf8))
      let read = try PlainTextReader(marks: .standard).read(input)
      return Tokenizer().tokenize(
        Witness(siglum: names[index], description: read.description, text: read.text))
    }
    let collation = Aligner().align(Normalizer().normalize(witnesses))
    let rows = zip(witnesses, collation.columns).map { witness, columns in
      var row = [String](repeating: "-", count: collation.columnCount)
      for (token, column) in zip(witness.tokens, columns) {
        row[Int(column)] = witness.witness.text[token.written]
      }
      return row
    }
    let moves = collation.moves.map { move in
      // The witness drawn first, so that the order of input does not choose among spellings.
      let witness = move.first.witnesses.min { order[$0] < order[$1] }!
      return rows[witness][move.first.columns].filter { $0 != "-" }.joined(separator: " ")
    }
    let back = names.indices.map { rows[order.firstIndex(of: $0)!] }
    return (back, Set(moves))
  }

  /// A table as it is drawn, for messages.
  func drawn(_ cells: [[String]]) -> String {
    "\n" + zip(names, cells).map { "\($0)  " + $1.joined(separator: " ") }.joined(separator: "\n")
  }
}

@Suite("Texts of many scripts and kinds, for every order of the witnesses")
struct TextCaseTests {
  @Test(
    arguments: TextCase.eastAsian + TextCase.pointed + TextCase.indic + TextCase.slavonic
      + TextCase.drafts + TextCase.andSigns + TextCase.verses)
  func isCollatedAsDrawn(_ example: TextCase) throws {
    for order in example.orders {
      let (cells, moves) = try example.collated(order)
      #expect(
        cells == example.cells,
        "\(example.name), order \(order):\(example.drawn(cells))\ninstead of\(example.drawn(example.cells))"
      )
      #expect(moves == Set(example.moves), "\(example.name)")
    }
  }
}
