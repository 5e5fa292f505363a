/// A stretch of side A against a stretch of side B: one sub-problem.
///
/// 16 bytes, since lists of pending sub-problems are part of the linear memory of the algorithms.
struct Rectangle: Sendable, Equatable {
  var lowA: Int32
  var highA: Int32
  var lowB: Int32
  var highB: Int32

  init(a: Range<Int>, b: Range<Int>) {
    lowA = Int32(a.lowerBound)
    highA = Int32(a.upperBound)
    lowB = Int32(b.lowerBound)
    highB = Int32(b.upperBound)
  }

  var a: Range<Int> { Int(lowA)..<Int(highA) }
  var b: Range<Int> { Int(lowB)..<Int(highB) }
  var isEmptyOnOneSide: Bool { lowA == highA || lowB == highB }
}

/// A sequence of interned ids, borrowed.
typealias IDs = UnsafeBufferPointer<UInt32>

extension Rectangle {
  /// Takes the common prefix off, and returns its length; O(length).
  mutating func trimPrefix(_ a: IDs, _ b: IDs) -> Int {
    let limit = min(highA - lowA, highB - lowB)
    let start = lowA
    let shift = Int(lowB) - Int(lowA)
    while lowA - start < limit, a[Int(lowA)] == b[Int(lowA) + shift] { lowA += 1 }
    lowB += lowA - start
    return Int(lowA - start)
  }

  /// Takes the common suffix off, and returns its length; O(length).
  mutating func trimSuffix(_ a: IDs, _ b: IDs) -> Int {
    let limit = min(highA - lowA, highB - lowB)
    let end = highA
    let shift = Int(highB) - Int(highA)
    while end - highA < limit, a[Int(highA) - 1] == b[Int(highA) - 1 + shift] { highA -= 1 }
    highB -= end - highA
    return Int(end - highA)
  }
}
