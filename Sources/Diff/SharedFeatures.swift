/// How many features each two of many rows share.
///
/// Versions of a text have most features in common. So those that most rows have are listed for the
/// rows that lack them, and only the others for the rows that have them: what is unusual in a row
/// is a fraction of what it has, and two short lists are compared instead of two long ones.
///
/// Time O(f · W · log(f · W)) to set up for W rows of f features, then O(what is unusual) a pair.
struct SharedFeatures {
  /// Number of features that most rows have.
  private var usualCount = 0
  /// Those of them that each row lacks, sorted.
  private var lacked: [[UInt64]] = []
  /// All other features of each row, sorted.
  private var unusual: [[UInt64]]

  /// Rows from which the lists are worth their while.
  private static let leastRows = 32

  /// - Parameter sketches: The features of each row, sorted, each once.
  init(_ sketches: [[UInt64]]) {
    unusual = sketches
    guard sketches.count >= Self.leastRows else { return }
    let usual = Self.usual(sketches)
    usualCount = usual.count
    for row in sketches.indices {
      lacked.append(Self.difference(usual, sketches[row]))
      unusual[row] = Self.difference(sketches[row], usual)
    }
  }

  /// How many features two rows share: of the usual ones all but those that one of them lacks.
  func count(_ a: Int, _ b: Int) -> Int {
    let others = Self.commonCount(unusual[a], unusual[b])
    guard usualCount > 0 else { return others }
    let missing = lacked[a].count + lacked[b].count - Self.commonCount(lacked[a], lacked[b])
    return usualCount - missing + others
  }

  /// The features that more than half of the rows have, sorted.
  private static func usual(_ sketches: [[UInt64]]) -> [UInt64] {
    let all = sketches.flatMap(\.self).sorted()
    var result: [UInt64] = []
    var start = 0
    for end in 1..<all.count + 1 where end == all.count || all[end] != all[start] {
      if 2 * (end - start) > sketches.count { result.append(all[start]) }
      start = end
    }
    return result
  }

  /// What stands in the first of two sorted lists alone.
  private static func difference(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    var j = 0
    for x in a {
      while j < b.count, b[j] < x { j += 1 }
      if j == b.count || b[j] != x { result.append(x) }
    }
    return result
  }

  /// How many numbers two sorted lists have in common.
  static func commonCount(_ a: [UInt64], _ b: [UInt64]) -> Int {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var i = 0
        var j = 0
        var shared = 0
        while i < a.count, j < b.count {
          let x = a[i]
          let y = b[j]
          shared += x == y ? 1 : 0
          i += x <= y ? 1 : 0
          j += y <= x ? 1 : 0
        }
        return shared
      }
    }
  }
}
