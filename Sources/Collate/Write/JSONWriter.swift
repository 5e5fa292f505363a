/// Writes the alignment table in the shape of CollateX's JSON, and what CollateX has no place for
/// under a key of its own.
///
/// A token is `{"t": …, "n": …}`: `t` the word as written with all that follows it up to the next
/// word, `n` the form it was compared by, then the other keys it had in the input. What stands before
/// the first word of a witness is in `collate.leading`; with it, the `t` of a witness joined give its
/// file back byte for byte.
///
/// Under `collate` are the entries and moves. Columns there are counted from 0, a range is its first
/// column and the one behind its last.
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

  private func columns(of edition: Edition, into out: inout Output) {
    let forms = Self.forms(of: edition.text.lexicon)
    var cells = edition.text.witnesses.indices.map { TokenCells(edition, witness: $0, forms) }
    for column in 0..<edition.collation.columnCount {
      out.write(column == 0 ? "\n[" : ",\n[")
      for witness in cells.indices {
        if witness > 0 { out.write(fixed: ",") }
        cells[witness].write(column: column, gap: "[]", into: &out)
      }
      out.write("]")
    }
    out.write("\n")
  }

  private func rows(of edition: Edition, into out: inout Output) {
    let forms = Self.forms(of: edition.text.lexicon)
    for witness in edition.text.witnesses.indices {
      var cells = TokenCells(edition, witness: witness, forms)
      out.write(witness == 0 ? "\n[" : ",\n[")
      for column in 0..<edition.collation.columnCount {
        out.write(column == 0 ? "\n" : ",\n")
        cells.write(column: column, gap: "null", into: &out)
      }
      out.write("]")
    }
    out.write("\n")
  }

  /// What ends the text of a token and gives its form, for each word: `","n":"form"}]`.
  private static func forms(of lexicon: Lexicon) -> [[UInt8]] {
    lexicon.words.map { word in
      var out = Output()
      out.write("\",\"n\":")
      JSONText.string(lexicon.forms[Int(word.form)].spelling, into: &out)
      out.write("}]")
      return out.bytes
    }
  }
}

/// Writes the cells of one witness, column after column.
private struct TokenCells {
  let forms: [[UInt8]]
  let words: [UInt32]
  let tokens: [Token]
  let bytes: [UInt8]
  let given: [GivenToken]?
  let columns: [Int32]
  private var next = 0
  private var nextGiven = 0

  init(_ edition: Edition, witness: Int, _ forms: [[UInt8]]) {
    self.forms = forms
    words = edition.text.witnesses[witness].words
    tokens = edition.text.witnesses[witness].source.tokens
    bytes = edition.text.witnesses[witness].source.witness.text.bytes
    given = edition.text.witnesses[witness].source.witness.text.givenTokens
    columns = edition.collation.columns[witness]
  }

  /// Writes what the witness has in a column; columns must be asked for in their order.
  mutating func write(column: Int, gap: StaticString, into out: inout Output) {
    guard next < columns.count, columns[next] == column else { return out.write(fixed: gap) }
    let token = tokens[next]
    out.write(fixed: "[{\"t\":\"")
    JSONText.body(bytes[Int(token.start)..<Int(token.next)], into: &out)
    let form = forms[Int(words[next])]
    if let others = others(of: token) {
      out.write(form.dropLast(2))
      out.write(",\(others)}]")
    } else {
      out.write(form[...])
    }
    next += 1
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
