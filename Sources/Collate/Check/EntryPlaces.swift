/// Which entry of an edition stands where in the text of a witness.
struct EntryPlaces: Sendable {
  private let edition: Edition
  /// Index of the innermost entry over each column, or -1.
  private var entryOfColumn: [Int32]

  /// O(columns · d) for entries nested d deep, which is two at most.
  init(_ edition: Edition) {
    self.edition = edition
    entryOfColumn = [Int32](repeating: -1, count: edition.collation.columnCount)
    // An entry comes before those that it holds, so these write over it.
    for (index, entry) in edition.entries.enumerated() {
      for column in entry.columns { entryOfColumn[column] = Int32(index) }
    }
  }

  /// The entry over some tokens of a witness in which they are what varies; nil where there is
  /// none.
  ///
  /// Empty `tokens` stand for the place before a token: an entry is there if others have words
  /// there. An entry which says no more than that others lack the whole passage around is none.
  /// O(log tokens + columns of the place).
  func entry(over tokens: Range<Int>, of witness: Int) -> Int? {
    for column in columns(of: tokens, in: witness) {
      let index = Int(entryOfColumn[column])
      if index >= 0, varies(tokens, of: witness, in: edition.entries[index]) { return index }
    }
    return nil
  }

  /// From the first column to the last in which the tokens, or what others have in their place,
  /// stand.
  private func columns(of tokens: Range<Int>, in witness: Int) -> Range<Int> {
    let row = edition.collation.columns[witness]
    guard tokens.isEmpty else {
      return Int(row[tokens.lowerBound])..<Int(row[tokens.upperBound - 1]) + 1
    }
    let at = tokens.lowerBound
    let start = at > 0 ? Int(row[at - 1]) + 1 : 0
    return start..<(at < row.count ? Int(row[at]) : edition.collation.columnCount)
  }

  /// Whether an entry is about the tokens: others have something besides, or the tokens are all
  /// that this witness alone has there, and perhaps more.
  private func varies(_ tokens: Range<Int>, of witness: Int, in entry: Entry) -> Bool {
    let worded = entry.readings.count { !$0.tokens.isEmpty }
    guard worded == 1, entry.readings.count > 1,
      let own = entry.readings.first(where: { $0.witnesses.contains(witness) }), !own.tokens.isEmpty
    else { return true }
    let all = self.tokens(of: witness, in: entry.columns)
    return tokens.lowerBound <= all.lowerBound && all.upperBound <= tokens.upperBound
  }

  /// The tokens of a witness in a range of columns; O(log tokens).
  func tokens(of witness: Int, in columns: Range<Int>) -> Range<Int> {
    let row = edition.collation.columns[witness]
    func first(from column: Int) -> Int { row.partition { Int($0) >= column } }
    return first(from: columns.lowerBound)..<first(from: columns.upperBound)
  }
}
