/// The distinct sequences among the rows, in an order that follows from their content alone.
///
/// From here to the output neither names nor order of the witnesses exist: equal witnesses are one
/// witness of greater weight, and the others are known by their place in the order of ids.
struct CanonicalRows: Sendable {
  /// Distinct rows, in lexicographic order.
  private(set) var rows: [[UInt32]] = []
  /// How many of the rows given each of them stands for.
  private(set) var weights: [Int] = []
  /// For each row given, its index in `rows`.
  private(set) var index: [Int]

  /// Sorts and deduplicates rows, each of which stands for so many; O(N log W) for N tokens in W
  /// rows.
  init(_ given: [[UInt32]], weights givenWeights: [Int]? = nil) {
    index = [Int](repeating: 0, count: given.count)
    let order = given.indices.sorted {
      given[$0] == given[$1] ? $0 < $1 : given[$0].lexicographicallyPrecedes(given[$1])
    }
    for original in order {
      if rows.isEmpty || rows[rows.count - 1] != given[original] {
        rows.append(given[original])
        weights.append(0)
      }
      weights[rows.count - 1] += givenWeights?[original] ?? 1
      index[original] = rows.count - 1
    }
  }

  /// Places of the rows given, as those of the distinct ones: what one of several equal rows has,
  /// all have; nothing where there are none. O(P log P) for P places.
  func gathered(_ places: [[Int]]) -> [[Int]] {
    var gathered = [[Int]](repeating: [], count: rows.count)
    for (row, own) in places.enumerated() where gathered[index[row]] != own {
      gathered[index[row]] = Set(gathered[index[row]]).union(own).sorted()
    }
    return gathered
  }
}
