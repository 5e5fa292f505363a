/// Moves passages over the gap beside them to where another row has them word for word.
///
/// Where two rows lack different verses of a litany, they are as long as each other and differ in a
/// name:
///
///     A  God of gods loves us Lord of lords loves us
///     B  -   -  -    -     -  Lord of lords loves us
///     C  God of gods loves us -    -  -     -     -
///
/// `Lord` of B beside `God` of A and C would score more, two rows against one, and a change of
/// words would stand where each row simply lacks a verse. So words next to a gap that go on to a
/// rare word unlike everything in its column move to the other end of the gap, if all of them have
/// their equals there, in at least half as many rows as there are beside them now; no more words
/// than the gap has columns.
///
/// Time O((N + C · W) · d) at most for N tokens of W rows in C columns of d readings; most gaps end
/// at the first column.
struct Counterparts {
  /// Goes through the gaps of each row from its start to its end.
  func place(_ table: inout WorkingTable, _ model: TokenModel) {
    for row in table.rows.indices {
      for token in 0...table.rows[row].count {
        let before = table.place(row, token - 1)
        let after = table.place(row, token)
        guard table.next[Int(before)] != after else { continue }
        let (first, last) = (table.next[Int(before)], table.previous[Int(after)])
        var targets = passage(row, from: token, step: 1, gapFrom: first, table, model)
        if targets.isEmpty {
          targets = passage(row, from: token - 1, step: -1, gapFrom: last, table, model)
        }
        for (token, node) in targets {
          table.move(row: row, token: token, to: node, .counterpart)
        }
      }
    }
  }

  /// A token and the column that it should have.
  private typealias Target = (token: Int, node: Int32)

  /// The tokens from one edge of a gap on that belong to its other edge, with their new columns;
  /// empty where they are well where they are.
  private func passage(
    _ row: Int, from edge: Int, step: Int, gapFrom first: Int32, _ table: WorkingTable,
    _ model: TokenModel
  ) -> [Target] {
    let targets = equals(row, from: edge, step: step, gapFrom: first, table)
    var length = 0
    var isUnlike = false
    var here: Int32 = 0
    var there: Int32 = 0
    for (k, (token, node)) in targets.enumerated() {
      let (word, old) = (table.rows[row][token], table.place(row, token))
      here += table.occupied[Int(old)] - table.weights[row]
      there += weight(word, node, table)
      isUnlike = isUnlike || isLost(word, row, old, table, model)
      if isUnlike, WorkingTable.isFull(there, beside: here) { length = k + 1 }
    }
    return Array(targets.prefix(length))
  }

  /// The tokens from one edge of a gap on that have their equals one by one from its other edge on,
  /// as far as the gap goes, with the columns of these.
  private func equals(
    _ row: Int, from edge: Int, step: Int, gapFrom first: Int32, _ table: WorkingTable
  ) -> [Target] {
    let words = table.rows[row]
    var targets: [Target] = []
    var token = edge
    var node = first
    while words.indices.contains(token), node != table.place(row, edge),
      weight(words[token], node, table) > 0
    {
      targets.append((token, node))
      token += step
      node = step > 0 ? table.next[Int(node)] : table.previous[Int(node)]
    }
    return targets
  }

  /// Whether a rare word has no equal in its column.
  private func isLost(
    _ word: UInt32, _ row: Int, _ node: Int32, _ table: WorkingTable, _ model: TokenModel
  ) -> Bool {
    model.rarity[Int(word)] >= Parameters.contentRarity
      && weight(word, node, table) == table.weights[row]
  }

  /// The weight of the rows that have a word in a column.
  private func weight(_ word: UInt32, _ node: Int32, _ table: WorkingTable) -> Int32 {
    for entry in table.entries(node) where table.token(entry) == word {
      return table.weight(entry)
    }
    return 0
  }
}
