/// The entries of a file as stretches of its stream: which stand for themselves, which hold others.
///
/// An edition's entries do not overlap, and only a passage that witnesses lack holds entries. So
/// entries that overlap become one, an entry that holds others and is more than a lack takes them
/// in, and so does a word that begins in one entry and ends outside it.
struct TakenEntries {
  /// Stretches that hold no other; in order, not overlapping.
  private(set) var leaves: [Range<Int>] = []
  /// Stretches that some witnesses lack and that hold leaves; in order, not overlapping.
  private(set) var lacks: [Range<Int>] = []

  /// `positions` are the stretches that the tokens of each witness cover; `hasWords` tells whether
  /// a reading has more than marks of gaps.
  init(
    _ entries: [ReadEntry], positions: [[Range<Int>]], hasWords: (ReadEntry.Reading) -> Bool
  ) {
    let crossing = Self.crossing(entries, positions)
    let isLack = Self.lacks(entries, hasWords)
    var stretches: [Range<Int>] = []
    for (index, entry) in entries.enumerated() {
      guard !entry.stream.isEmpty, !Self.isTakenIn(index, entries, isLack) else { continue }
      if isLack[index], !crossing.contains(where: { entry.stream.cuts($0) }) {
        lacks.append(entry.stream)
      } else {
        stretches.append(entry.stream)
      }
    }
    leaves = Self.joined(stretches + crossing)
    // Overlapping neighbors may have grown over the edge of a passage.
    lacks = lacks.filter { lack in
      !leaves.contains {
        lack.cuts($0) || $0.lowerBound <= lack.lowerBound && lack.upperBound <= $0.upperBound
      }
    }
  }

  /// Whether an entry around, which is no mere lack, takes this one in.
  private static func isTakenIn(
    _ index: Int, _ entries: [ReadEntry], _ isLack: [Bool]
  ) -> Bool {
    guard let parent = entries[index].parent else { return false }
    // An edition's entries hold others one deep.
    return !isLack[parent] || entries[parent].parent != nil
  }

  /// For each entry whether it has entries inside it and says no more than that some lack the
  /// passage.
  private static func lacks(
    _ entries: [ReadEntry], _ hasWords: (ReadEntry.Reading) -> Bool
  ) -> [Bool] {
    var holds = [Bool](repeating: false, count: entries.count)
    for entry in entries { if let parent = entry.parent { holds[parent] = true } }
    return entries.indices.map { index in
      let readings = entries[index].readings.filter { !$0.witnesses.isEmpty }
      return holds[index] && readings.count > 1 && readings.count(where: hasWords) == 1
    }
  }

  /// Stretches of words that begin on one side of an entry's border and end on the other.
  private static func crossing(
    _ entries: [ReadEntry], _ positions: [[Range<Int>]]
  ) -> [Range<Int>] {
    let borders = Set(entries.flatMap { [$0.stream.lowerBound, $0.stream.upperBound] }).sorted()
    return positions.joined().filter { token in
      let next = borders.partition(below: token.lowerBound + 1)
      return next < borders.count && borders[next] < token.upperBound
    }
  }

  /// Stretches in order, those that overlap made one.
  private static func joined(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for stretch in stretches.sorted(by: {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }) {
      if let last = result.last, stretch.lowerBound < last.upperBound {
        let end = Swift.max(last.upperBound, stretch.upperBound)
        result[result.count - 1] = last.lowerBound..<end
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}

extension Range where Bound == Int {
  /// Whether two stretches overlap and neither holds the other.
  fileprivate func cuts(_ other: Range<Int>) -> Bool {
    overlaps(other)
      && !(lowerBound <= other.lowerBound && other.upperBound <= upperBound)
      && !(other.lowerBound <= lowerBound && upperBound <= other.upperBound)
  }
}
