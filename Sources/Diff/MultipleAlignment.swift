/// The alignment of several sequences: the column of each element.
public struct MultipleAlignment: Sendable, Equatable {
  /// `columns[w][i]` is the column of element `i` of row `w`; it rises strictly with `i`.
  public internal(set) var columns: [[Int32]]
  /// Number of columns; none is empty.
  public internal(set) var columnCount: Int
  /// Neighboring columns over which one word stands divided in some rows and joined in others.
  public internal(set) var divisions: [Range<Int>] = []
  /// Words that stand in one place in some rows and in another in others.
  public internal(set) var moves: [Move] = []
  /// What put each element into its column; empty unless asked for.
  public internal(set) var reasons: [[PlacementReason]] = []
  /// How groups of rows met; nil unless asked for.
  public internal(set) var trace: MergeTrace?
  /// What was done to find it.
  public internal(set) var work = Work()

  /// The same words in two places.
  public struct Move: Sendable, Equatable {
    /// The earlier place.
    public internal(set) var first: Place
    /// The later place.
    public internal(set) var second: Place
    /// Columns of the two places that hold the same word or variants of it; rising in both.
    public internal(set) var pairs: [ColumnPair] = []
  }

  /// A stretch of columns and the rows that have the words there.
  public struct Place: Sendable, Equatable {
    public internal(set) var columns: Range<Int>
    /// Rising.
    public internal(set) var rows: [Int]
  }

  /// Counts of what the time goes into; the same whatever the machine.
  public struct Work: Sendable, Equatable {
    /// Cells of all windows.
    public internal(set) var cells = 0
    /// Pairs of unlike words whose similarity was asked for.
    public internal(set) var similarities = 0
    /// Elements compared while looking for anchors.
    public internal(set) var anchoring = 0
    /// Tokens that refinement looked at again.
    public internal(set) var refined = 0
  }
}
