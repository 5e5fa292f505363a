/// Few enough groups of rows for a guide tree, where the rows are too many for one.
///
/// Leader clustering (J. Hartigan 1975): rows at even steps of the canonical order lead, which puts
/// them all over the text's beginnings, and every other row joins the leader that is likest. The
/// leaders are the fewer the more rows there are, so that no number of rows costs more than the
/// limit.
struct Leaders {
  /// A leader with the rows that have joined it.
  struct Cluster {
    var leader: Int
    /// The smallest row, by which the group is known.
    var name: Int
    /// How many witnesses its rows stand for.
    var weight: Int
  }

  /// In the order of their names.
  private(set) var clusters: [Cluster] = []
  /// What makes each cluster one group: its rows join the leader one by one, the likest first.
  private(set) var merges: [GuideTree.Merge] = []
  /// Distances measured: below the square of the limit.
  private(set) var distanceCount = 0

  /// Divides W rows of N tokens among at most `limit` leaders.
  ///
  /// Up to `limit` rows each is a cluster. Time O(N + limit² · f) for f features a sketch, space
  /// O(f · W). Sketches are equally dense in all rows: where so many rows differ in length by more
  /// than tenfold, the short ones join the wrong leader more easily.
  init(_ rows: [[UInt32]], weights: [Int], limit: Int) {
    let count = rows.count
    guard count > limit else {
      clusters = weights.indices.map { Cluster(leader: $0, name: $0, weight: weights[$0]) }
      return
    }
    let sampler = FeatureSampler(longest: rows.reduce(0) { max($0, $1.count) })
    let sketches = rows.map(sampler.sketch)
    let leaderCount = max(1, limit * limit / count)
    let leaders = (0..<leaderCount).map { $0 * count / leaderCount }
    let followers = join(leaders, sketches)
    for (index, leader) in leaders.enumerated() {
      join(followers[index], to: leader, weights)
    }
    clusters.sort { $0.name < $1.name }
  }

  /// A row that joins a leader.
  private struct Follower {
    var row: Int
    var distance: Float
  }

  /// For each leader the rows that are nearest to it; of equal distances the first leader wins.
  private mutating func join(_ leaders: [Int], _ sketches: [[UInt64]]) -> [[Follower]] {
    var result = [[Follower]](repeating: [], count: leaders.count)
    var next = 0
    for row in sketches.indices {
      if next < leaders.count, leaders[next] == row {
        next += 1
        continue
      }
      var (nearest, best) = (0, Float.infinity)
      for (index, leader) in leaders.enumerated() {
        let distance = DistanceMatrix.distance(sketches[row], sketches[leader])
        if distance < best { (nearest, best) = (index, distance) }
      }
      distanceCount += leaders.count
      result[nearest].append(Follower(row: row, distance: best))
    }
    return result
  }

  private mutating func join(_ followers: [Follower], to leader: Int, _ weights: [Int]) {
    var cluster = Cluster(leader: leader, name: leader, weight: weights[leader])
    let order = followers.sorted {
      $0.distance == $1.distance ? $0.row < $1.row : $0.distance < $1.distance
    }
    for follower in order {
      let (into, from) = (min(cluster.name, follower.row), max(cluster.name, follower.row))
      merges.append(GuideTree.Merge(into: into, from: from))
      cluster.name = into
      cluster.weight += weights[follower.row]
    }
    clusters.append(cluster)
  }
}
