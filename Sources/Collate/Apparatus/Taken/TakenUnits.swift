/// The variation units that an apparatus draws, and those that it leaves unsaid: passages that a
/// witness lacks since it is lost there, and words that only some have.
struct TakenUnits {
  private let collation: Collation
  private let text: NormalizedText
  private let table: ColumnTable
  /// Spans of entries and of what differs besides; in order, not overlapping.
  private var spans: [Range<Int>]
  /// Passages that rows lack; in order, not overlapping, and cutting no span.
  private var stretches: [Absences.Stretch]

  /// `lacks` are passages that entries say some witnesses lack; if the file is complete, there are
  /// no others.
  init(
    _ collation: Collation, _ text: NormalizedText, spans: [Range<Int>], lacks: [Range<Int>],
    isComplete: Bool
  ) {
    self.collation = collation
    self.text = text
    table = ColumnTable(collation, text)
    self.spans = spans.filter { !$0.isEmpty }
    stretches = []
    guard collation.columnCount > 0 else { return }
    addStretches(lacks.map { Absences.Stretch(columns: $0, rows: []) })
    if !isComplete { addStretches(Absences(collation, text, table, cuts: []).stretches) }
    stretches.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    addUnsaid()
  }

  /// Adds stretches, cut back to where no span begins before them or ends behind them.
  private mutating func addStretches(_ added: [Absences.Stretch]) {
    let ends = spans.map(\.upperBound)
    let starts = spans.map(\.lowerBound)
    for var stretch in added {
      var (lower, upper) = (stretch.columns.lowerBound, stretch.columns.upperBound)
      let first = ends.partition(below: lower + 1)
      if first < spans.count, spans[first].lowerBound < lower { lower = spans[first].upperBound }
      let last = starts.partition(below: upper) - 1
      if last >= 0, spans[last].upperBound > upper { upper = spans[last].lowerBound }
      guard lower < upper, !stretches.contains(where: { $0.columns.overlaps(lower..<upper) }) else {
        continue
      }
      stretch.columns = lower..<upper
      stretches.append(stretch)
    }
  }

  /// Adds spans for columns outside entries in which not all rows that stand there have one word.
  private mutating func addUnsaid() {
    var isSaid = [Bool](repeating: false, count: table.columnCount)
    for span in spans { for column in span { isSaid[column] = true } }
    var expected = [Int](repeating: table.rowCount, count: table.columnCount)
    var isEdge = [Bool](repeating: false, count: table.columnCount + 1)
    for stretch in stretches {
      let present = rows(in: stretch.columns)
      for column in stretch.columns { expected[column] = present }
      isEdge[stretch.columns.lowerBound] = true
      isEdge[stretch.columns.upperBound] = true
    }
    var start: Int?
    for column in 0...table.columnCount {
      let varies =
        column < table.columnCount && !isSaid[column] && differs(column, expected[column])
      if let first = start, !varies || isEdge[column] {
        spans.append(first..<column)
        start = nil
      }
      if varies, start == nil { start = column }
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Rows that have a token in some columns.
  private func rows(in columns: Range<Int>) -> Int {
    let places =
      table.places(of: columns.lowerBound)
      .lowerBound..<table.places(of: columns.upperBound - 1).upperBound
    return Set(table.rows[places]).count
  }

  private func differs(_ column: Int, _ expected: Int) -> Bool {
    let places = table.places(of: column)
    return places.count != expected || Set(table.words[places]).count > 1
  }

  /// The units, in the order of their columns, a unit before those that it holds.
  func units(ignoring: Ignore, language: String?) -> [VariationUnit] {
    guard collation.columnCount > 0 else { return [] }
    var builder = UnitBuilder(
      collation, text, Judge(WordKnowledge(text, language: language)), ignoring: ignoring)
    var rest = spans[...]
    for stretch in stretches {
      while let span = rest.first, span.lowerBound < stretch.columns.lowerBound {
        builder.add(span)
        rest.removeFirst()
      }
      let inside = rest.prefix { $0.upperBound <= stretch.columns.upperBound }
      if inside.first == stretch.columns {
        builder.add(stretch.columns)
      } else {
        builder.add(stretch, holding: inside)
      }
      rest.removeFirst(inside.count)
    }
    for span in rest { builder.add(span) }
    return builder.units
  }
}
