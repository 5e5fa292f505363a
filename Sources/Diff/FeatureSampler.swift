/// Takes a sketch of a row: a sample of its features, which are its tokens and its pairs of
/// neighbors, as hashes.
///
/// Of all rows the hashes below one threshold are taken. So what two rows share is in both of their
/// sketches or in neither, and a row is still seen to be contained in a longer one.
struct FeatureSampler: Sendable {
  /// Features of a row that are taken at most, on average: enough to tell shares to within some
  /// hundredths.
  static let mostFeatures = 600

  /// The greatest hash taken.
  private let limit: UInt64

  /// Takes all features of rows that have no more than `mostFeatures`, and of longer ones as many
  /// as that of the longest.
  init(longest: Int) {
    let all = 2 * longest
    limit = all <= Self.mostFeatures ? .max : .max / UInt64(all) * UInt64(Self.mostFeatures)
  }

  /// The features taken of a row, sorted, each once; O(N) for N tokens and the sorting of those
  /// taken.
  func sketch(of row: [UInt32]) -> [UInt64] {
    var hashes: [UInt64] = []
    forEachFeature(of: row) { hashes.append($0) }
    hashes.sort()
    return Self.unique(hashes)
  }

  /// Calls `body` for each feature taken, as often as the row has it.
  @inline(__always)
  func forEachFeature(of row: [UInt32], _ body: (UInt64) -> Void) {
    var previous: UInt64 = 0
    for id in row {
      let token = UInt64(id) + 1
      let single = Self.mix(token)
      let pair = Self.mix(token << 32 | previous)
      if single <= limit { body(single) }
      if pair <= limit { body(pair) }
      previous = token
    }
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014): a threshold needs hashes whose high
  /// bits are as random as their low ones.
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
