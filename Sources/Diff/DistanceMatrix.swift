/// How unlike each two of many rows are, by the features they share.
///
/// Rows of like length are compared by their sketches. Where one is a fragment of the other, as a
/// leaf of papyrus beside the whole book, a sketch of the book has hardly anything of the leaf, so
/// that all leaves would look alike. So rows are compared level by level: those of at least a tenth
/// of the longest, then of the others those of at least a tenth of the longest of them, and so on;
/// sketches of a level are as dense as its longest row allows, and with the longer rows they are
/// compared by a `FeatureIndex`.
///
/// Time O(f · W²) for W rows and f features a sketch, and O(N) a level for N tokens; space 4 W²
/// bytes.
struct DistanceMatrix {
  let count: Int
  private var values: [Float]

  /// A row is a fragment where it is shorter than the longest by this factor: down to it sketches
  /// have sixty features on average, which tell a share to within 0.07.
  private static let fragment = 10

  /// Compares all pairs of rows.
  init(_ rows: [[UInt32]]) {
    count = rows.count
    values = [Float](repeating: 0, count: count * count)
    var longer: [Int] = []
    for level in Self.levels(rows) {
      let sampler = FeatureSampler(longest: level.reduce(0) { max($0, rows[$1].count) })
      let sketches = level.map { sampler.sketch(of: rows[$0]) }
      compare(level, sketches)
      if !longer.isEmpty {
        var index = FeatureIndex(sketches)
        for other in longer {
          let (shared, featureCount) = index.compare(rows[other], sampler)
          for (k, row) in level.enumerated() {
            self[row, other] = Self.distance(sketches[k].count, featureCount, shared: shared[k])
          }
        }
      }
      longer += level
    }
  }

  /// The rows by levels of length, the longest first; one level where all features of all rows can
  /// be taken.
  private static func levels(_ rows: [[UInt32]]) -> [[Int]] {
    var levels: [[Int]] = []
    var rest = Array(rows.indices)
    while let longest = rest.lazy.map({ rows[$0].count }).max() {
      let least = 2 * longest <= FeatureSampler.mostFeatures ? 0 : longest / fragment
      levels.append(rest.filter { rows[$0].count >= least })
      rest.removeAll { rows[$0].count >= least }
    }
    return levels
  }

  /// Compares the rows of one level by their sketches.
  private mutating func compare(_ level: [Int], _ sketches: [[UInt64]]) {
    let features = SharedFeatures(sketches)
    for i in level.indices {
      for j in 0..<i {
        self[level[i], level[j]] = Self.distance(
          sketches[i].count, sketches[j].count, shared: features.count(i, j))
      }
    }
  }

  /// The distance of two rows; symmetric.
  subscript(a: Int, b: Int) -> Float {
    @inline(__always) get { values[a * count + b] }
    set {
      values[a * count + b] = newValue
      values[b * count + a] = newValue
    }
  }

  /// The distance of two rows by their sketches.
  static func distance(_ a: [UInt64], _ b: [UInt64]) -> Float {
    distance(a.count, b.count, shared: SharedFeatures.commonCount(a, b))
  }

  /// Mean of the share not contained and the share not common, 0 for equal sets, 1 for disjoint
  /// ones and where one is empty, for sets of so many features, of which so many are shared.
  private static func distance(_ a: Int, _ b: Int, shared: Int) -> Float {
    guard a > 0, b > 0 else { return 1 }
    let contained = Float(shared) / Float(min(a, b))
    let common = Float(2 * shared) / Float(a + b)
    return 1 - (contained + common) / 2
  }
}
