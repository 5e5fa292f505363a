/// One alignment under way: the table, and what its stages hand on to each other.
///
/// The stages must be called in the order in which they stand here.
struct AlignmentRun: ~Copyable {
  private let canonical: CanonicalRows
  private let model: TokenModel
  private var progressive: Progressive
  private var table: WorkingTable
  private var trace: MergeTrace?
  private var divisions: [Range<Int>] = []
  private var work = MultipleAlignment.Work()

  /// Merges distinct rows along their guide tree.
  init(_ canonical: CanonicalRows, _ vocabulary: Vocabulary, isTracing: Bool) {
    self.canonical = canonical
    model = TokenModel(
      vocabulary: vocabulary, rows: canonical.rows, weights: canonical.weights)
    let tree = GuideTree(rows: canonical.rows, weights: canonical.weights)
    progressive = Progressive(model, isTracing: isTracing)
    let merged = progressive.align(canonical, tree)
    table = WorkingTable(canonical, merged, reasons: progressive.reasons)
    trace = progressive.trace
    trace?.add(.merging, &table)
  }

  /// Aligns doubtful stretches of each row again with all others.
  mutating func refine(threads: Int) {
    var refinement = Refinement(model, threads: canonical.rows.count > 2 ? threads : 1)
    // What the merges have learned of pairs of words saves two of five of all comparisons, where 25
    // witnesses vary much.
    refinement.swapPairs(&progressive.merger.solver.pairs)
    refinement.refine(&table)
    refinement.swapPairs(&progressive.merger.solver.pairs)
    trace?.add(.refinement, &table)
    (work.cells, work.similarities) = refinement.work
    work.refined = refinement.refined
  }

  /// Chooses among places that are equally good, or nearly so.
  ///
  /// - Parameter all: The rows with their marks, even where marks are not aligned yet.
  mutating func applyConventions(_ marks: MarksAfterWords, of all: CanonicalRows) {
    Counterparts().place(&table, model)
    trace?.add(.counterparts, &table)
    var gaps = GapPlacement(marks)
    gaps.place(&table, &progressive.merger.solver.pairs)
    trace?.add(.gaps, &table)
    var phrases = PhraseGaps(marks, leaning: LeaningWords(all, model), model)
    phrases.place(&table)
    trace?.add(.phrases, &table)
    var conflations = Conflations(table)
    conflations.part(&table, &progressive.merger.solver.pairs)
    trace?.add(.conflations, &table)
    var division = WordDivision(table)
    divisions = division.divide(&table, &progressive.merger.solver.pairs)
    trace?.add(.divisions, &table)
  }

  /// The alignment as it stands, with the words that stand elsewhere in other rows.
  mutating func finish() -> MultipleAlignment {
    let found = table.table()
    var result = MultipleAlignment(columns: found.rows, columnCount: found.columnCount)
    result.divisions = divisions
    result.reasons = table.reasons
    result.trace = trace
    var blocks = MovedBlocks(canonical, found, model)
    var transpositions = Transpositions(canonical.rows, found, model)
    result.moves = transpositions.find(beside: blocks.find(&progressive.merger))
      .map { MultipleAlignment.Move($0) }
    result.work = work
    result.work.cells += progressive.merger.solver.cells
    result.work.similarities += progressive.merger.solver.pairs.asked
    result.work.anchoring = progressive.merger.scriptWork
    return result
  }
}

extension MultipleAlignment.Move {
  fileprivate init(_ move: TableMove) {
    self.init(
      first: .init(columns: move.first, rows: move.firstRows),
      second: .init(columns: move.second, rows: move.secondRows), pairs: move.pairs)
  }
}
