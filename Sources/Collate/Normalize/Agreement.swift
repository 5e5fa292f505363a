extension Lexicon.Word {
  /// What is left of the word where some differences do not count; words agree that leave the same.
  /// Empty where nothing is left.
  ///
  /// Numbers in figures keep their value whatever is ignored: `3.5` never becomes `35`.
  func key(ignoring: Ignore) -> String {
    switch kind {
    case .gap: return ignoring.contains(.marks) ? "" : "…"
    case .punctuation where ignoring.contains(.punctuation): return ""
    default: break
    }
    let text = ignoring.contains(.marks) ? plain : Folding.composed(written)
    if ignoring.contains(.punctuation), let figures = Figures.canonical(text) {
      return figures + elements
    }
    let folding = Folding(
      dropsCase: ignoring.contains(.case), dropsDiacritics: ignoring.contains(.diacritics),
      dropsPunctuation: ignoring.contains(.punctuation))
    return folding.fold(text) + elements
  }

  /// Whether two words agree where some differences do not count.
  func agrees(with other: Lexicon.Word, ignoring: Ignore) -> Bool {
    kind == other.kind && key(ignoring: ignoring) == other.key(ignoring: ignoring)
  }
}
