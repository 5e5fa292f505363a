extension Edition {
  /// Makes an edition of an alignment made elsewhere; its columns are kept as they are.
  ///
  /// Where a cell of the table holds several words they are aligned among themselves.
  init(
    table: AlignmentTable, title: String?, language: String?, ignoring: Ignore, base: String?,
    shown: EntryFilter = .all, version: String
  ) throws(EditionError) {
    let text = Normalizer().normalize(table.witnesses.map(Tokenizer().tokenize))
    let positions = TablePositions(table, text)
    let taken = TakenColumns(text, positions: positions.tokens, leaves: positions.shared)
    var collation = Collation(columns: taken.columns, columnCount: taken.count)
    collation.divisions = taken.divisions
    collation.checkInvariants(tokenCounts: text.witnesses.map(\.words.count))
    let units = VariationUnit.all(
      in: collation, of: text, ignoring: ignoring, language: language)
    try self.init(
      title: title, language: language, text: text, collation: collation, units: units,
      base: base, shown: shown, version: version)
  }
}

/// The tokens of a table as stretches of one stream, as if its columns stood one after the other.
private struct TablePositions {
  private(set) var tokens: [[Range<Int>]] = []
  /// The columns that hold several words of one witness.
  private(set) var shared: [Range<Int>] = []

  /// Takes the columns of the table one after the other.
  init(_ table: AlignmentTable, _ text: NormalizedText) {
    let cells = zip(table.columns, text.witnesses).map { Self.cells($0, $1.source) }
    let width = (cells.map(\.count).max() ?? 0) + 1
    var isShared: Set<Int> = []
    for row in cells {
      for (previous, next) in zip(row, row.dropFirst()) where previous == next {
        isShared.insert(next)
      }
    }
    shared = isShared.sorted().map { $0 * width..<($0 + 1) * width }
    tokens = cells.map { row in
      row.enumerated().map { index, column in
        let start = column * width + (isShared.contains(column) ? index : 0)
        return start..<start + 1
      }
    }
  }

  /// The column of each token: that of the given token which it begins in.
  private static func cells(_ columns: [Int], _ witness: TokenizedWitness) -> [Int] {
    let given = witness.witness.text.givenTokens ?? []
    var next = 0
    return witness.tokens.map { token in
      while next + 1 < given.count, given[next + 1].range.lowerBound <= Int(token.start) {
        next += 1
      }
      return columns[next]
    }
  }
}
