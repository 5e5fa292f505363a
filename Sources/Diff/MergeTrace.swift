/// How groups of rows met on the way up the guide tree, and where the later stages found the
/// tokens; kept for a reader who questions the result, and only when asked for.
///
/// It holds every profile of the tree: O(sum of columns of all merges).
public struct MergeTrace: Sendable, Equatable {
  /// The distinct rows that were aligned, in canonical order, and how many rows each stands for.
  let rows: [[UInt32]]
  let weights: [Int]
  /// For each row as it was given its index in `rows`.
  var rowOf: [Int] = []
  /// Whether `rows` are the words alone, without the marks between them.
  var isWordsOnly = false
  var steps: [Step] = []
  /// The table after each stage.
  var stages: [Stage] = []

  /// Begins before the first merge, with the rows that will be merged.
  init(_ canonical: CanonicalRows) {
    rows = canonical.rows
    weights = canonical.weights
  }

  /// One merge of two groups.
  struct Step: Sendable, Equatable {
    /// The rows of either group, rising.
    var groupA: [Int]
    var groupB: [Int]
    var profileA: Profile
    var profileB: Profile
    /// For every column of either side its column in the merged group.
    var mapA: [Int32]
    var mapB: [Int32]
    var decisions: [Decision]
  }

  /// What decided about a stretch of both sides.
  enum Decision: Sendable, Equatable {
    case anchor(MatchedRun, needed: Int)
    case window(a: Range<Int>, b: Range<Int>)
    /// Too large to be compared exactly, and without anything in common.
    case unrelated(a: Range<Int>, b: Range<Int>)
  }

  /// What stands at the end of a stage.
  struct Stage: Sendable, Equatable {
    var kind: Kind
    var table: Table

    /// The stages in the order in which they come.
    enum Kind: Sendable {
      case merging, refinement, counterparts, gaps, phrases, conflations, divisions
    }
  }

  /// Keeps the table as a stage left it.
  mutating func add(_ kind: Stage.Kind, _ working: inout WorkingTable) {
    stages.append(Stage(kind: kind, table: working.table()))
  }

  /// One side of a merge: a row of its group, and the step that made the group, or -1 for a single
  /// row.
  typealias Side = (row: Int, step: Int)

  /// Adds a merge of two groups; O(R log R) for R rows in both, beside what it keeps.
  mutating func add(
    _ a: Profile, _ b: Profile, _ maps: (a: [Int32], b: [Int32]), sides: (a: Side, b: Side),
    _ decisions: [Decision]
  ) {
    steps.append(
      Step(
        groupA: group(sides.a), groupB: group(sides.b), profileA: a, profileB: b, mapA: maps.a,
        mapB: maps.b, decisions: decisions))
  }

  /// The rows of one side, rising.
  private func group(_ side: Side) -> [Int] {
    guard side.step >= 0 else { return [side.row] }
    return (steps[side.step].groupA + steps[side.step].groupB).sorted()
  }
}
