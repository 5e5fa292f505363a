/// Aligns several sequences of ids at once.
///
/// The stages, each in a file of its own; `AlignmentRun` leads through the first six:
/// 1. `CanonicalRows`: equal rows become one; the order of the others follows from their content.
/// 2. `GuideTree`: which rows are likest.
/// 3. `Progressive`: groups are merged along the tree, by `Merger` with its anchors and windows.
/// 4. `Refinement`: doubtful stretches of each row are aligned again with all others.
/// 5. `GapPlacement`, `PhraseGaps`: conventions where several alignments are equally good;
///    `Counterparts`, `Conflations`, `WordDivision`: what rows with more words tell of those with
///    fewer.
/// 6. `MovedBlocks`, `Transpositions`: passages and words that stand elsewhere in other rows.
/// 7. `PunctuationTier`: marks find their places between the words.
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

  /// Threads to use; any number gives the same result.
  public var threads = 1
  /// Whether to keep what put each element into its column.
  public var isTracing = false

  /// Any number of threads gives the same result; less than 1 counts as 1.
  public init(punctuation: Punctuation = .afterWords, threads: Int = 1) {
    self.punctuation = punctuation
    self.threads = threads
  }

  /// Aligns rows of ids below `vocabulary.count`.
  ///
  /// Time near O(N log N) for N elements in rows that are versions of one text, plus the square of
  /// the number of distinct rows; see the stages.
  ///
  /// - Parameter paragraphs: For each row, rising, the numbers of elements that begin a paragraph;
  ///   nothing where rows have none. They only tell which of equally good places is meant.
  public func align(
    _ rows: [[UInt32]], _ vocabulary: Vocabulary, paragraphs: [[Int]] = []
  ) -> MultipleAlignment {
    let all = CanonicalRows(rows)
    let breaks = all.gathered(paragraphs)
    var result: MultipleAlignment
    switch punctuation {
    case .inline:
      result = run(all, of: all, MarksAfterWords(inline: all, breaks, vocabulary), vocabulary)
      result.trace?.rowOf = Array(all.rows.indices)
    case .afterWords:
      let words = CanonicalRows(
        all.rows.map { $0.filter(vocabulary.isWord) }, weights: all.weights)
      let marks = MarksAfterWords(of: words, in: all, breaks, vocabulary)
      result = run(words, of: all, marks, vocabulary).spread(over: words.index)
      var tier = PunctuationTier(
        all, words: result.columns, columnCount: result.columnCount, vocabulary)
      let (table, columns) = tier.place()
      result.renumber(table, columns)
      if isTracing { result.reasons = tier.reasons(words: result.reasons) }
      result.trace?.rowOf = words.index
      result.trace?.isWordsOnly = true
    }
    return result.spread(over: all.index)
  }

  /// The stages on distinct rows; `all` are these with their marks, even where marks are not
  /// aligned yet.
  private func run(
    _ canonical: CanonicalRows, of all: CanonicalRows, _ marks: MarksAfterWords,
    _ vocabulary: Vocabulary
  ) -> MultipleAlignment {
    var run = AlignmentRun(canonical, vocabulary, isTracing: isTracing)
    run.refine(threads: threads)
    run.applyConventions(marks, of: all)
    return run.finish()
  }
}

extension MultipleAlignment {
  /// The same with rows for those that each row stands for: row `w` is the row `index[w]` of this
  /// one.
  fileprivate func spread(over index: [Int]) -> MultipleAlignment {
    var members = [[Int]](repeating: [], count: columns.count)
    for (row, source) in index.enumerated() { members[source].append(row) }
    func spread(_ place: Place) -> Place {
      Place(columns: place.columns, rows: place.rows.flatMap { members[$0] }.sorted())
    }
    var result = self
    result.columns = index.map { columns[$0] }
    if !reasons.isEmpty { result.reasons = index.map { reasons[$0] } }
    if let trace, !trace.rowOf.isEmpty { result.trace?.rowOf = index.map { trace.rowOf[$0] } }
    result.moves = moves.map {
      Move(first: spread($0.first), second: spread($0.second), pairs: $0.pairs)
    }
    return result
  }

  /// Takes over a table with more columns, where column `c` is now `columns[c]`.
  fileprivate mutating func renumber(_ table: Table, _ columns: [Int32]) {
    func renumbered(_ range: Range<Int>) -> Range<Int> {
      Int(columns[range.lowerBound])..<Int(columns[range.upperBound - 1]) + 1
    }
    self.columns = table.rows
    columnCount = table.columnCount
    divisions = divisions.map(renumbered)
    for k in moves.indices {
      moves[k].first.columns = renumbered(moves[k].first.columns)
      moves[k].second.columns = renumbered(moves[k].second.columns)
      moves[k].pairs = moves[k].pairs.map {
        ColumnPair(first: Int(columns[$0.first]), second: Int(columns[$0.second]))
      }
    }
  }
}
