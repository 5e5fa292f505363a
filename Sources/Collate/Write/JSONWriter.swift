/// Writes the alignment table in the shape of CollateX's JSON, and what CollateX has no place for
/// under a key of its own.
///
/// A token is `{"t": …, "n": …}`: `t` the word as written with all that follows it up to the next
/// word, `n` the form it was compared by, then the other keys it had in the input. What stands
/// before the first word of a witness is in `collate.leading`; with it, the `t` of a witness joined
/// give its file back byte for byte.
///
/// Under `collate` are the entries and moves. Columns there are counted from 0, a range is its
/// first column and the one behind its last.
struct JSONWriter: EditionWriter {
  var shape = Shape.java

  /// Which way the table is turned.
  enum Shape: String, Sendable, CaseIterable {
    /// CollateX for Java, and Stemmaweb: `table[column][witness]`, an empty array for a gap.
    case java
    /// CollateX for Python: `table[witness][column]`, null for a gap.
    case python
  }

  /// Writes one column of the table, one entry and one move to a line; O(b) in the bytes written.
  func write(_ edition: Edition, into out: inout Output) {
    out.write("{\n\"witnesses\":")
    JSONList.strings(edition.text.witnesses.map(\.source.witness.siglum), into: &out)
    out.write(",\n\"table\":[")
    switch shape {
    case .java: columns(of: edition, into: &out)
    case .python: rows(of: edition, into: &out)
    }
    out.write("],\n\"collate\":")
    JSONApparatus(edition).write(into: &out)
    out.write("}\n")
  }

  /// Writes the table column by column, as the Java program does.
  private func columns(of edition: Edition, into out: inout Output) {
    var usual = UsualCells(edition.text.lexicon)
    var cells = edition.text.witnesses.indices.map { TokenCells(edition, witness: $0) }
    for column in 0..<edition.collation.columnCount {
      out.write(column == 0 ? "\n[" : ",\n[")
      for witness in cells.indices {
        if witness > 0 { out.write(fixed: ",") }
        cells[witness].write(column: column, gap: "[]", &usual, into: &out)
      }
      out.write("]")
    }
    out.write("\n")
  }

  /// Writes the table witness by witness, as the Python program does.
  private func rows(of edition: Edition, into out: inout Output) {
    var usual = UsualCells(edition.text.lexicon)
    for witness in edition.text.witnesses.indices {
      var cells = TokenCells(edition, witness: witness)
      out.write(witness == 0 ? "\n[" : ",\n[")
      for column in 0..<edition.collation.columnCount {
        out.write(column == 0 ? "\n" : ",\n")
        cells.write(column: column, gap: "null", &usual, into: &out)
      }
      out.write("]")
    }
    out.write("\n")
  }
}

/// Cells as nearly all tokens have them: a word, followed by one blank or by nothing. Each is put
/// together once.
private struct UsualCells {
  private let lexicon: Lexicon
  /// By word, without and with a blank; empty where not yet asked for.
  private var cells: [[UInt8]]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    cells = [[UInt8]](repeating: [], count: 2 * lexicon.words.count)
  }

  /// `[{"t":"word ","n":"form"}]`.
  mutating func cell(_ word: UInt32, hasBlank: Bool) -> [UInt8] {
    let place = 2 * Int(word) + (hasBlank ? 1 : 0)
    if cells[place].isEmpty {
      var out = Output()
      let text = Array(lexicon.words[Int(word)].written.utf8) + (hasBlank ? [0x20] : [])
      write(text[...], word, others: nil, into: &out)
      cells[place] = out.bytes
    }
    return cells[place]
  }

  /// Writes a cell with any text and the keys that the token had in the input besides.
  func write(
    _ text: ArraySlice<UInt8>, _ word: UInt32, others: String?, into out: inout Output
  ) {
    out.write(fixed: "[{\"t\":\"")
    JSONText.body(text, into: &out)
    out.write(fixed: "\",\"n\":")
    JSONText.string(lexicon.forms[Int(lexicon.words[Int(word)].form)].spelling, into: &out)
    if let others { out.write(",\(others)") }
    out.write(fixed: "}]")
  }
}

/// Writes the cells of one witness, column after column.
private struct TokenCells {
  let words: [UInt32]
  let tokens: [Token]
  let bytes: [UInt8]
  let given: [GivenToken]?
  let columns: [Int32]
  private var next = 0
  private var nextGiven = 0

  init(_ edition: Edition, witness: Int) {
    words = edition.text.witnesses[witness].words
    tokens = edition.text.witnesses[witness].source.tokens
    bytes = edition.text.witnesses[witness].source.witness.text.bytes
    given = edition.text.witnesses[witness].source.witness.text.givenTokens
    columns = edition.collation.columns[witness]
  }

  /// Writes what the witness has in a column; columns must be asked for in their order.
  mutating func write(
    column: Int, gap: StaticString, _ usual: inout UsualCells, into out: inout Output
  ) {
    guard next < columns.count, columns[next] == column else { return out.write(fixed: gap) }
    let (token, word) = (tokens[next], words[next])
    next += 1
    let trailing = Int(token.next - token.end)
    if given == nil, trailing == 0 || trailing == 1 && bytes[Int(token.end)] == 0x20 {
      out.write(usual.cell(word, hasBlank: trailing == 1)[...])
    } else {
      let text = bytes[Int(token.start)..<Int(token.next)]
      usual.write(text, word, others: others(of: token), into: &out)
    }
  }

  /// The keys that the token had in the input besides its text and form.
  private mutating func others(of token: Token) -> String? {
    guard let given else { return nil }
    while nextGiven < given.count, given[nextGiven].range.lowerBound < Int(token.start) {
      nextGiven += 1
    }
    guard nextGiven < given.count, given[nextGiven].range.lowerBound == Int(token.start) else {
      return nil
    }
    let members = given[nextGiven].others.drop { $0 != "{" }.dropFirst().dropLast()
    return members.contains { !$0.isWhitespace } ? String(members) : nil
  }
}
