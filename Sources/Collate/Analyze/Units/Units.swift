extension VariationUnit {
  /// All places where the witnesses differ, in the order of their columns, a unit before those that
  /// it holds.
  ///
  /// Takes O(tokens + varied columns × witnesses log witnesses) time. `language` is a BCP 47 tag; it
  /// chooses the words for negation and numbers.
  static func all(
    in collation: Collation, of text: NormalizedText, ignoring: Ignore, language: String?
  ) -> [VariationUnit] {
    guard collation.columnCount > 0 else { return [] }
    let known = WordKnowledge(text, language: language)
    let table = ColumnTable(collation, text)
    let absences = Absences(collation, cuts: collation.placeEdges)
    var drawing = UnitSpans(table, collation, absences, known)
    let spans = drawing.spans(absences)
    var builder = UnitBuilder(collation, text, known, ignoring: ignoring)
    var next = 0
    for stretch in absences.stretches {
      while next < spans.count, spans[next].upperBound <= stretch.columns.lowerBound {
        builder.add(spans[next])
        next += 1
      }
      let first = next
      while next < spans.count, spans[next].upperBound <= stretch.columns.upperBound { next += 1 }
      builder.add(stretch, holding: spans[first..<next])
    }
    for span in spans[next...] { builder.add(span) }
    return builder.units
  }
}
