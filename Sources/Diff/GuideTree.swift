/// The order in which witnesses are merged: the likest first.
///
/// UPGMA (Sokal and Michener 1958) with witnesses weighted by how many copies they stand for, on
/// distances between sets of hashed tokens and token pairs. Only the order of merging matters, not
/// the lengths of the branches: a star around the medoid is nearly as good.
struct GuideTree: Sendable, Equatable {
  /// One merge of two groups; a group is named by the smallest witness in it.
  struct Merge: Sendable, Equatable {
    /// The group with the smaller name, which the merged group keeps.
    var into: Int
    var from: Int
  }

  /// All merges, each after those that made its two groups.
  private(set) var merges: [Merge] = []
  /// Distances measured between rows.
  private(set) var distanceCount = 0

  /// Rows from which leaders stand for the others: 144 MB of distances, some seconds for short
  /// rows.
  static let rowLimit = 6000

  /// Builds the tree for rows in canonical order.
  ///
  /// Time O(N + f · w²) for f features a sketch, space 4 w² bytes, for N tokens in W rows and w the
  /// smaller of W and `rowLimit`; see `DistanceMatrix`.
  init(rows: [[UInt32]], weights: [Int], rowLimit: Int = GuideTree.rowLimit) {
    guard rows.count > 1 else { return }
    let leaders = Leaders(rows, weights: weights, limit: rowLimit)
    let clusters = leaders.clusters
    var distances = DistanceMatrix(clusters.map { rows[$0.leader] })
    distanceCount = leaders.distanceCount + clusters.count * (clusters.count - 1) / 2
    merges = leaders.merges
    for merge in distances.cluster(weights: clusters.map(\.weight)) {
      merges.append(Merge(into: clusters[merge.into].name, from: clusters[merge.from].name))
    }
  }
}

extension DistanceMatrix {
  /// Joins the nearest groups until one is left; of equal distances the smaller names win. The
  /// distances become those of the groups.
  ///
  /// Each group remembers its nearest group of greater name; O(W²) for W groups in practice.
  mutating func cluster(weights: [Int]) -> [GuideTree.Merge] {
    var sizes = weights.map(Float.init)
    var alive = [Int](0..<count)
    var nearest = [Int](repeating: -1, count: count)
    for i in 0..<count { nearest[i] = nearestAfter(i, in: alive) }
    var merges: [GuideTree.Merge] = []
    while alive.count > 1 {
      var into = -1
      var best = Float.infinity
      for i in alive where nearest[i] >= 0 && self[i, nearest[i]] < best {
        best = self[i, nearest[i]]
        into = i
      }
      let from = nearest[into]
      merges.append(GuideTree.Merge(into: into, from: from))
      alive.remove(at: alive.firstIndex(of: from)!)
      average(into, from, sizes, alive)
      sizes[into] += sizes[from]
      update(&nearest, into: into, from: from, alive)
    }
    return merges
  }

  /// The nearest of the groups of greater name, of equally near ones the first; -1 where there is
  /// none.
  private func nearestAfter(_ i: Int, in alive: [Int]) -> Int {
    var best = Float.infinity
    var result = -1
    for j in alive where j > i && self[i, j] < best {
      best = self[i, j]
      result = j
    }
    return result
  }

  /// The distance of a joined group is the mean over all pairs of members.
  private mutating func average(_ into: Int, _ from: Int, _ sizes: [Float], _ alive: [Int]) {
    let sum = sizes[into] + sizes[from]
    for k in alive where k != into {
      let a = self[into, k] * sizes[into]
      let b = self[from, k] * sizes[from]
      self[into, k] = (a + b) / sum
    }
  }

  /// Puts right who is nearest to whom after `from` has been joined to `into`.
  ///
  /// A mean is not below both that it is made of, so that to nobody else can the joined group be
  /// nearer than what was nearest. (Rounded it may be, by its last bit; that is let pass.)
  private func update(_ nearest: inout [Int], into: Int, from: Int, _ alive: [Int]) {
    nearest[into] = nearestAfter(into, in: alive)
    for i in alive where nearest[i] == from || nearest[i] == into {
      nearest[i] = nearestAfter(i, in: alive)
    }
  }
}
