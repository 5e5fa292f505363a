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

  /// A group on the way up: its profile, and how the columns of its parts became its columns.
  private struct Group {
    var profile: Profile
    /// Index of the merge that made it, or -1 for a single row.
    var merge: Int
  }

  /// The column of every token of rows in canonical order, and the number of columns.
  ///
  /// Maps from the columns of a group to those of the group it became part of are composed once,
  /// from the root down, so that rows are not rewritten at every merge: O(sum of columns).
  mutating func align(_ canonical: CanonicalRows, _ tree: GuideTree) -> Table {
    let rows = canonical.rows
    guard !rows.isEmpty else { return Table(rows: [], columnCount: 0) }
    if isTracing {
      reasons = rows.map { $0.map { _ in .alone } }
      trace = MergeTrace(canonical)
    }
    var groups: [Group?] = zip(rows, canonical.weights).map {
      Group(profile: Profile(row: $0, weight: $1), merge: -1)
    }
    var maps: [(a: [Int32], b: [Int32])] = []
    var parts: [(a: Int, b: Int)] = []
    for (index, merge) in tree.merges.enumerated() {
      let a = groups[merge.into]!
      let b = groups[merge.from]!
      groups[merge.into] = nil
      groups[merge.from] = nil
      let pairing = merger.pairing(a.profile, b.profile)
      if isTracing { keepReasons(a.merge < 0 ? merge.into : nil, b.merge < 0 ? merge.from : nil) }
      maps.append(pairing.maps())
      trace?.add(
        a.profile, b.profile, maps[index],
        sides: ((merge.into, a.merge), (merge.from, b.merge)), merger.decisions)
      parts.append((a.merge, b.merge))
      groups[merge.into] = Group(
        profile: Profile.merged(a.profile, b.profile, pairing), merge: index)
    }
    let count = groups[0]!.profile.count
    return Self.table(rows, tree, maps, parts, columnCount: count)
  }

  /// Keeps the reasons of the last pairing for the sides that were single rows.
  private mutating func keepReasons(_ rowA: Int?, _ rowB: Int?) {
    for (run, reason) in merger.traced {
      if let rowA { for k in run.rangeA { reasons[rowA][k] = reason } }
      guard let rowB else { continue }
      for k in run.rangeB { reasons[rowB][k] = reason.turned }
    }
  }

  /// Follows the maps from the root down to the single rows.
  private static func table(
    _ rows: [[UInt32]], _ tree: GuideTree, _ maps: [(a: [Int32], b: [Int32])],
    _ parts: [(a: Int, b: Int)], columnCount: Int
  ) -> Table {
    var columns = rows.map { _ in [Int32]() }
    var toRoot = [[Int32]](repeating: [], count: maps.count)
    if maps.isEmpty { columns[0] = [Int32](0..<Int32(rows[0].count)) }
    for index in maps.indices.reversed() {
      let own = toRoot[index]
      toRoot[index] = []
      func composed(_ map: [Int32]) -> [Int32] {
        own.isEmpty ? map : map.map { own[Int($0)] }
      }
      let merge = tree.merges[index]
      let a = composed(maps[index].a)
      let b = composed(maps[index].b)
      if parts[index].a >= 0 { toRoot[parts[index].a] = a } else { columns[merge.into] = a }
      if parts[index].b >= 0 { toRoot[parts[index].b] = b } else { columns[merge.from] = b }
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
