extension VariationUnit {
  /// All places where the witnesses differ, in the order of their columns, a unit before those that
  /// it holds.
  ///
  /// Takes O(tokens + varied columns × witnesses) time. `language` is a BCP 47 tag; it
  /// chooses the words for negation and numbers.
  static func all(
    in collation: Collation, of text: NormalizedText, ignoring: Ignore, language: String?
  ) -> [VariationUnit] {
    all(in: collation, of: text, ignoring: ignoring, WordKnowledge(text, language: language))
  }

  /// The same with what is known of the text already.
  static func all(
    in collation: Collation, of text: NormalizedText, ignoring: Ignore, _ known: WordKnowledge
  ) -> [VariationUnit] {
    guard collation.columnCount > 0 else { return [] }
    let table = ColumnTable(collation, text)
    let absences = Absences(collation, text, table, cuts: collation.placeEdges)
    var drawing = UnitSpans(table, collation, absences, known)
    var spans = drawing.spans()[...]
    var builder = UnitBuilder(collation, text, known, ignoring: ignoring)
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
