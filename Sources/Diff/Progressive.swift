/// Aligns all rows along the guide tree and gives every token its column.
struct Progressive: ~Copyable {
  var merger: Merger
  /// What put each token into its column when its row was first merged; empty unless asked for.
  private(set) var reasons: [[PlacementReason]] = []
  /// How the groups met; nil unless asked for.
  private(set) var trace: MergeTrace?
  private let isTracing: Bool

  /// Makes the merger, whose memory all merges use; with `isTracing`, keeps what decided in them.
  init(_ model: TokenModel, isTracing: Bool = false) {
    self.isTracing = isTracing
    merger = Merger(model, isTracing: isTracing)
  }

  /// A group on the way up the tree.
  private struct Group {
    var profile: Profile
    /// Number of the merge that made it, or -1 for a single row.
    var merge = -1
  }

  /// One side of a merge: a group by its smallest row and the merge that made it, and for each of
  /// its columns the one it became.
  private typealias Side = (row: Int, merge: Int, columns: [Int32])

  /// The column of every token of rows in canonical order, and the number of columns.
  ///
  /// Maps from the columns of a group to those of the group it became part of are composed once,
  /// from the root down, so that rows are not rewritten at every merge: O(sum of columns).
  mutating func align(_ canonical: CanonicalRows, _ tree: GuideTree) -> Table {
    guard !canonical.rows.isEmpty else { return Table(rows: [], columnCount: 0) }
    if isTracing {
      reasons = canonical.rows.map { $0.map { _ in .alone } }
      trace = MergeTrace(canonical)
    }
    var groups: [Group?] = zip(canonical.rows, canonical.weights).map {
      Group(profile: Profile(row: $0, weight: $1))
    }
    var merges: [(a: Side, b: Side)] = []
    for (number, merge) in tree.merges.enumerated() {
      let a = groups[merge.into]!
      let b = groups[merge.from]!
      groups[merge.into] = nil
      groups[merge.from] = nil
      let pairing = merger.pairing(a.profile, b.profile)
      let maps = pairing.maps()
      merges.append(((merge.into, a.merge, maps.a), (merge.from, b.merge, maps.b)))
      if isTracing { keep(a, b, merges[number]) }
      groups[merge.into] = Group(
        profile: Profile.merged(a.profile, b.profile, pairing), merge: number)
    }
    return Self.table(canonical.rows, merges, columnCount: groups[0]!.profile.count)
  }

  /// Keeps how the last two groups met, and the reasons of sides that were single rows.
  private mutating func keep(_ a: Group, _ b: Group, _ sides: (a: Side, b: Side)) {
    for (run, reason) in merger.traced {
      if a.merge < 0 { for k in run.rangeA { reasons[sides.a.row][k] = reason } }
      if b.merge < 0 { for k in run.rangeB { reasons[sides.b.row][k] = reason.turned } }
    }
    trace?.add(
      a.profile, b.profile, (sides.a.columns, sides.b.columns),
      sides: ((sides.a.row, a.merge), (sides.b.row, b.merge)), merger.decisions)
  }

  /// Follows the maps from the root down to the single rows.
  private static func table(
    _ rows: [[UInt32]], _ merges: [(a: Side, b: Side)], columnCount: Int
  ) -> Table {
    var columns = rows.map { _ in [Int32]() }
    if merges.isEmpty { columns[0] = [Int32](0..<Int32(columnCount)) }
    // For each merge the column of the root that each of its columns became; empty for the root.
    var toRoot = [[Int32]](repeating: [], count: merges.count)
    for number in merges.indices.reversed() {
      let own = toRoot[number]
      toRoot[number] = []
      for side in [merges[number].a, merges[number].b] {
        let composed = own.isEmpty ? side.columns : side.columns.map { own[Int($0)] }
        if side.merge >= 0 { toRoot[side.merge] = composed } else { columns[side.row] = composed }
      }
    }
    return Table(rows: columns, columnCount: columnCount)
  }
}

/// The column of each token of each row.
struct Table: Sendable, Equatable {
  /// Strictly rising columns, one for each token.
  var rows: [[Int32]]
  var columnCount: Int
}

extension PlacementReason {
  /// The same, seen from the other side.
  fileprivate var turned: PlacementReason {
    if case .window(let a, let b) = self { .window(b, a) } else { self }
  }
}
