import Diff
import Testing

/// An alignment table drawn as text: a row a line, its name first, `-` where it has nothing.
struct DrawnTable: Equatable, CustomStringConvertible {
  var names: [String] = []
  var cells: [[String]] = []

  init(_ drawing: String) {
    for line in drawing.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let name = words.first else { continue }
      names.append(name)
      cells.append(Array(words.dropFirst()))
    }
  }

  init(names: [String], cells: [[String]]) {
    self.names = names
    self.cells = cells
  }

  /// The tokens of each row.
  var tokens: [[String]] { cells.map { $0.filter { $0 != "-" } } }

  /// The same rows in another order.
  func permuted(_ order: [Int]) -> DrawnTable {
    DrawnTable(names: order.map { names[$0] }, cells: order.map { cells[$0] })
  }

  var description: String {
    let width = cells.map(\.count).max() ?? 0
    let widths = (0..<width).map { c in cells.map { c < $0.count ? $0[c].count : 0 }.max() ?? 0 }
    let lines = zip(names, cells).map { name, row in
      let padded = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }
      return name + "  " + padded.joined(separator: " ")
    }
    return "\n" + lines.joined(separator: "\n") + "\n"
  }
}

/// Rows of words turned into ids as the program does it: ids in byte order of the folded spelling.
struct Words {
  var vocabulary = Vocabulary()
  var rows: [[UInt32]] = []
  /// Spelling of each id.
  var spellings: [String] = []

  init(_ tokens: [[String]]) {
    let forms = Set(tokens.joined().map { $0.lowercased() })
    spellings = forms.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    for spelling in spellings {
      vocabulary.append(
        skeleton: spelling.unicodeScalars.map(\.value), kind: Self.kind(spelling),
        hasDigits: spelling.contains(where: \.isNumber), endsSentence: spelling == ".")
    }
    let ids = Dictionary(uniqueKeysWithValues: spellings.enumerated().map { ($1, UInt32($0)) })
    rows = tokens.map { $0.map { ids[$0.lowercased()]! } }
  }

  private static func kind(_ spelling: String) -> Vocabulary.Kind {
    if spelling == "<…>" { return .gap }
    if spelling == "&" || spelling.contains(where: { $0.isLetter || $0.isNumber }) { return .word }
    return spelling == "“" || spelling == "(" ? .opening : .punctuation
  }
}

extension DrawnTable {
  /// The table that the engine makes of the tokens of this one.
  func aligned(_ punctuation: MultipleAligner.Punctuation = .afterWords)
    -> (table: DrawnTable, alignment: MultipleAlignment)
  {
    let words = Words(tokens)
    let alignment = MultipleAligner(punctuation: punctuation).align(words.rows, words.vocabulary)
    return (DrawnTable(names: names, tokens: tokens, alignment), alignment)
  }

  init(names: [String], tokens: [[String]], _ alignment: MultipleAlignment) {
    let cells = zip(tokens, alignment.columns).map { row, columns in
      var cells = [String](repeating: "-", count: alignment.columnCount)
      for (token, column) in zip(row, columns) { cells[Int(column)] = token }
      return cells
    }
    self.init(names: names, cells: cells)
  }
}

/// All orders of `count` things, or, for more than four, some of them chosen by rotation and
/// reversal.
func orders(_ count: Int) -> [[Int]] {
  guard count <= 4 else {
    let rotations = (0..<count).map { start in (0..<count).map { ($0 + start) % count } }
    return rotations + rotations.map { $0.reversed() }
  }
  guard count > 0 else { return [[]] }
  return orders(count - 1).flatMap { order in
    (0..<count).map { place in
      var result = order
      result.insert(count - 1, at: place)
      return result
    }
  }
}
