/// Aligns several sequences of ids at once.
///
/// The stages, each in a file of its own:
/// 1. `CanonicalRows`: equal rows become one; the order of the others follows from their content.
/// 2. `GuideTree`: which rows are likest.
/// 3. `Progressive`: groups are merged along the tree, by `Merger` with its anchors and windows.
/// 4. `Refinement`: doubtful stretches of each row are aligned again with all others.
/// 5. `GapPlacement`, `WordDivision`: conventions where several alignments are equally good.
/// 6. `PunctuationTier`: marks find their places between the words.
/// 7. `Transpositions`: words that stand elsewhere in other rows.
///
/// The result depends on the rows as a multiset alone: permuting them permutes the result.
public struct MultipleAligner: Sendable {
  /// How punctuation is treated.
  public enum Punctuation: Sendable {
    /// Words are aligned first, and marks put between them.
    case afterWords
    /// Marks are aligned as words are, only with smaller scores.
    case inline
  }

  public var punctuation = Punctuation.afterWords

  public init(punctuation: Punctuation = .afterWords) {
    self.punctuation = punctuation
  }

  /// Aligns rows of ids below `vocabulary.count`.
  public func align(_ rows: [[UInt32]], _ vocabulary: Vocabulary) -> MultipleAlignment {
    let canonical = CanonicalRows(rows)
    let model = TokenModel(
      vocabulary: vocabulary, rows: canonical.rows, weights: canonical.weights)
    let tree = GuideTree(rows: canonical.rows, weights: canonical.weights)
    var progressive = Progressive(model)
    var working = WorkingTable(canonical, progressive.align(canonical, tree))
    var refinement = Refinement(WindowSolver(model))
    refinement.refine(&working)
    var placement = GapPlacement(model)
    placement.place(&working)
    var division = WordDivision(model)
    let divisions = division.divide(&working)
    let table = working.table()
    var result = MultipleAlignment(
      columns: canonical.index.map { table.rows[$0] }, columnCount: table.columnCount)
    result.divisions = divisions
    result.work.cells = progressive.merger.solver.cells
    result.work.similarities = progressive.merger.solver.pairs.pairs
    result.work.refined = refinement.refined
    result.work.anchoring = progressive.merger.scriptWork
    return result
  }
}
