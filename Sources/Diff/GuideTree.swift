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
  var merges: [Merge] = []

  /// Features of a witness that are kept at most, on average.
  ///
  /// Beyond, only hashes below a threshold are kept: the same ones in all witnesses, so that a
  /// fragment is still seen to be contained in a longer text.
  static let featureLimit = 600

  /// Distances measured between rows.
  private(set) var distanceCount = 0

  /// Rows from which leaders stand for the others: 144 MB of distances, some seconds for short
  /// rows.
  static let rowLimit = 6000

  /// Builds the tree for rows in canonical order.
  ///
  /// Time O(N + w² · featureLimit), space 4 w² bytes, for N tokens in W rows and w the smaller of W
  /// and `rowLimit`.
  init(rows: [[UInt32]], weights: [Int], rowLimit: Int = GuideTree.rowLimit) {
    guard rows.count > 1 else { return }
    let sketches = Self.sketches(of: rows)
    let leaders = Leaders(sketches, weights: weights, limit: rowLimit)
    let clusters = leaders.clusters
    var distances = DistanceMatrix(clusters.map { sketches[$0.leader] })
    distanceCount = leaders.distanceCount + clusters.count * (clusters.count - 1) / 2
    merges = leaders.merges
    for merge in distances.cluster(weights: clusters.map(\.weight)) {
      merges.append(Merge(into: clusters[merge.into].name, from: clusters[merge.from].name))
    }
  }

  /// Hashes of single tokens and of neighbors of each row, sorted, each once.
  static func sketches(of rows: [[UInt32]]) -> [[UInt64]] {
    let longest = rows.reduce(0) { max($0, $1.count) }
    let kept = UInt64(featureLimit)
    let limit =
      2 * longest <= featureLimit ? UInt64.max : UInt64.max / UInt64(2 * longest) * kept
    return rows.map { row in
      var hashes: [UInt64] = []
      var previous: UInt64 = 0
      for id in row {
        let token = UInt64(id) + 1
        let single = mix(token)
        let pair = mix(token << 32 | previous)
        if single <= limit { hashes.append(single) }
        if pair <= limit { hashes.append(pair) }
        previous = token
      }
      hashes.sort()
      return unique(hashes)
    }
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static func unique(_ sorted: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(sorted.count)
    for hash in sorted where hash != result.last { result.append(hash) }
    return result
  }
}

/// Distances between all groups, as they change while groups are joined.
struct DistanceMatrix {
  private let count: Int
  private var values: [Float]

  /// Compares all pairs of W sketches as `SharedFeatures` does; keeps W² numbers of 4 bytes.
  ///
  /// - Parameter sketches: The features of each row, sorted, each once.
  init(_ sketches: [[UInt64]]) {
    count = sketches.count
    values = [Float](repeating: 0, count: count * count)
    let features = SharedFeatures(sketches)
    for i in 0..<count {
      for j in 0..<i {
        let shared = features.count(i, j)
        let distance = Self.distance(sketches[i].count, sketches[j].count, shared: shared)
        values[i * count + j] = distance
        values[j * count + i] = distance
      }
    }
  }

  /// Mean of the share not contained and the share not common, 0 for equal sets, 1 for disjoint
  /// ones.
  static func distance(_ a: [UInt64], _ b: [UInt64]) -> Float {
    distance(a.count, b.count, shared: SharedFeatures.commonCount(a, b))
  }

  /// The same for sets of so many features, of which so many are shared.
  private static func distance(_ a: Int, _ b: Int, shared: Int) -> Float {
    guard a > 0, b > 0 else { return a == b ? 0 : 1 }
    let contained = Float(shared) / Float(min(a, b))
    let common = Float(2 * shared) / Float(a + b)
    return 1 - (contained + common) / 2
  }

  /// Joins the nearest groups until one is left; of equal distances the smaller names win.
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
      for i in alive where nearest[i] >= 0 && values[i * count + nearest[i]] < best {
        best = values[i * count + nearest[i]]
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

  private func nearestAfter(_ i: Int, in alive: [Int]) -> Int {
    var best = Float.infinity
    var result = -1
    for j in alive where j > i && values[i * count + j] < best {
      best = values[i * count + j]
      result = j
    }
    return result
  }

  /// The distance of a joined group is the mean over all pairs of members.
  private mutating func average(_ into: Int, _ from: Int, _ sizes: [Float], _ alive: [Int]) {
    let sum = sizes[into] + sizes[from]
    for k in alive where k != into {
      let a = values[into * count + k] * sizes[into]
      let b = values[from * count + k] * sizes[from]
      let mean = (a + b) / sum
      values[into * count + k] = mean
      values[k * count + into] = mean
    }
  }

  /// Puts right who is nearest to whom after `from` has been joined to `into`.
  private func update(_ nearest: inout [Int], into: Int, from: Int, _ alive: [Int]) {
    nearest[into] = nearestAfter(into, in: alive)
    for i in alive where i < from && i != into {
      if nearest[i] == from || nearest[i] == into {
        nearest[i] = nearestAfter(i, in: alive)
      } else if i < into, values[i * count + into] <= values[i * count + nearest[i]] {
        let isNearer = values[i * count + into] < values[i * count + nearest[i]]
        if isNearer || into < nearest[i] { nearest[i] = into }
      }
    }
  }
}
