/// A stretch of elements that are equal on both sides.
///
/// Lists of runs are ordered, do not overlap, and are as long as they can be: where one run ends,
/// the next does not begin on both sides.
public struct MatchedRun: Sendable, Hashable {
  /// Index of its first element on side A, the old one.
  public var startA: Int
  /// Index of its first element on side B, the new one.
  public var startB: Int
  /// Number of elements, at least 1.
  public var length: Int

  /// A run as it is given; `Difference` checks whether it is empty or out of bounds.
  public init(startA: Int, startB: Int, length: Int) {
    self.startA = startA
    self.startB = startB
    self.length = length
  }

  /// The elements on side A.
  public var rangeA: Range<Int> { startA..<startA + length }
  /// The elements on side B.
  public var rangeB: Range<Int> { startB..<startB + length }
}

extension [MatchedRun] {
  /// Appends a run, or lengthens the last one where the two touch on both sides.
  mutating func appendJoining(startA: Int, startB: Int, length: Int) {
    guard length > 0 else { return }
    if let last, last.startA + last.length == startA, last.startB + last.length == startB {
      self[count - 1].length += length
    } else {
      append(MatchedRun(startA: startA, startB: startB, length: length))
    }
  }
}

extension [MatchedRun] {
  /// Makes one run of neighboring ones that touch on both sides, from index `first` on.
  mutating func joinNeighbors(from first: Int) {
    guard first < count else { return }
    var last = first
    for at in first + 1..<Swift.max(count, first + 1) {
      let run = self[at]
      let isNext =
        self[last].startA + self[last].length == run.startA
        && self[last].startB + self[last].length == run.startB
      if isNext {
        self[last].length += run.length
      } else {
        last += 1
        self[last] = run
      }
    }
    removeSubrange(last + 1..<count)
  }
}
