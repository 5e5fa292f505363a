extension VariationUnit {
  /// All places where the witnesses differ, in the order of their columns.
  ///
  /// Takes O(tokens + columns × witnesses) time. `language` is a BCP 47 tag; it chooses the words
  /// for negation and numbers.
  static func all(
    in collation: Collation, of text: NormalizedText, ignoring: Ignore, language: String?
  ) -> [VariationUnit] {
    []
  }
}
