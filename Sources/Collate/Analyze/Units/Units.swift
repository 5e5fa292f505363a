extension VariationUnit {
  /// All places where the witnesses differ, in the order of their columns, a unit before those that
  /// it holds.
  ///
  /// Takes O(tokens + varied columns × witnesses) time. `language` is a BCP 47 tag; it
  /// chooses the words for negation and numbers.
  static func all(
    in collation: Collation, of text: NormalizedText, ignoring: Ignore, language: String?
  ) -> [VariationUnit] {
    var judge = Judge(WordKnowledge(text, language: language))
    return all(in: collation, of: text, ignoring: ignoring, &judge)
  }

  /// The same with a judge who knows the text, and who has looked at all words that vary in the
  /// end.
  static func all(
    in collation: Collation, of text: NormalizedText, ignoring: Ignore, _ judge: inout Judge
  ) -> [VariationUnit] {
    guard collation.columnCount > 0 else { return [] }
    let table = ColumnTable(collation, text)
    let absences = Absences(collation, text, table, cuts: collation.placeEdges)
    var drawing = UnitSpans(table, collation, absences, &judge)
    var spans = drawing.spans()[...]
    var builder = UnitBuilder(collation, text, judge, ignoring: ignoring)
    defer { judge = builder.judge }
    for stretch in absences.stretches {
      while let span = spans.first, span.lowerBound < stretch.columns.lowerBound {
        builder.add(span)
        spans.removeFirst()
      }
      let inside = spans.prefix { $0.upperBound <= stretch.columns.upperBound }
      if inside.first.map({ $0 != stretch.columns }) ?? false {
        builder.add(stretch, holding: inside)
      }
      if inside.first == stretch.columns { builder.add(stretch.columns) }
      spans.removeFirst(inside.count)
    }
    for span in spans { builder.add(span) }
    return builder.units
  }
}
