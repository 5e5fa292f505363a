/// Tells how many of the features of some short rows a long row has.
///
/// The features of the short rows stand in a table of open addresses; the long row goes past it
/// token by token, so that of its own features nothing need be kept or sorted.
struct FeatureIndex {
  /// All features of the short rows, sorted, each once.
  private let features: [UInt64]
  /// Where the owners of each feature start, with the end of the last.
  private let starts: [Int32]
  /// The short rows that have each feature, by their numbers among the short ones.
  private let owners: [Int32]
  /// By the low bits of a feature, its place in `features`, or -1.
  private var slots: [Int32]
  /// The last long row that had each feature, so that it counts once.
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private let rowCount: Int

  /// Lists the features of short rows, of which the sketches are given; O(F log F) for F features
  /// in all.
  init(_ sketches: [[UInt64]]) {
    let all = sketches.enumerated().flatMap { row, sketch in sketch.map { ($0, Int32(row)) } }
      .sorted { $0 < $1 }
    var features: [UInt64] = []
    var starts: [Int32] = []
    for (place, (feature, _)) in all.enumerated() where feature != features.last {
      features.append(feature)
      starts.append(Int32(place))
    }
    starts.append(Int32(all.count))
    slots = [Int32](repeating: -1, count: Int(UInt64(2 * features.count).allOnesBelow) + 1)
    stamps = [Int32](repeating: 0, count: features.count)
    self.features = features
    self.starts = starts
    owners = all.map(\.1)
    rowCount = sketches.count
    for (place, feature) in features.enumerated() { slots[slot(of: feature)] = Int32(place) }
  }

  /// For each short row the number of its features that a long one has, and the number of all
  /// features taken of that, repeated ones included.
  ///
  /// O(N) for N tokens on average, beside the owners of the features found.
  mutating func compare(
    _ row: [UInt32], _ sampler: FeatureSampler
  ) -> (shared: [Int], featureCount: Int) {
    stamp += 1
    var shared = [Int](repeating: 0, count: rowCount)
    var featureCount = 0
    sampler.forEachFeature(of: row) { feature in
      featureCount += 1
      let place = Int(slots[slot(of: feature)])
      guard place >= 0, stamps[place] != stamp else { return }
      stamps[place] = stamp
      for owner in owners[Int(starts[place])..<Int(starts[place + 1])] { shared[Int(owner)] += 1 }
    }
    return (shared, featureCount)
  }

  /// The slot that holds, or would hold, a feature.
  private func slot(of feature: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: feature) & mask
    while slots[slot] >= 0, features[Int(slots[slot])] != feature { slot = (slot + 1) & mask }
    return slot
  }
}
