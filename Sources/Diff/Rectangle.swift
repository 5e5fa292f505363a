/// A sequence of interned ids, borrowed.
typealias IDs = UnsafeBufferPointer<UInt32>

/// A stretch of side A against a stretch of side B: one sub-problem.
///
/// 16 bytes, since lists of pending sub-problems are part of the linear memory of the algorithms.
struct Rectangle: Sendable, Equatable {
  private var lowA: Int32
  private var highA: Int32
  private var lowB: Int32
  private var highB: Int32

  /// Places must fit 32 bits; greater ones stop the program.
  init(a: Range<Int>, b: Range<Int>) {
    lowA = Int32(a.lowerBound)
    highA = Int32(a.upperBound)
    lowB = Int32(b.lowerBound)
    highB = Int32(b.upperBound)
  }

  /// All of one sequence against all of another.
  init(_ a: IDs, _ b: IDs) {
    self.init(a: 0..<a.count, b: 0..<b.count)
  }

  var a: Range<Int> { Int(lowA)..<Int(highA) }
  var b: Range<Int> { Int(lowB)..<Int(highB) }
  /// Elements of both sides.
  var length: Int { a.count + b.count }
  var isEmptyOnOneSide: Bool { lowA == highA || lowB == highB }
}

extension Rectangle {
  /// Takes the common prefix and the common suffix off, and returns them; O(their lengths).
  mutating func trim(_ a: IDs, _ b: IDs) -> (prefix: Rectangle, suffix: Rectangle) {
    let whole = self
    let shift = Int(lowB) - Int(lowA)
    while !isEmptyOnOneSide, a[Int(lowA)] == b[Int(lowA) + shift] {
      lowA += 1
      lowB += 1
    }
    let shiftOfEnds = Int(highB) - Int(highA)
    while !isEmptyOnOneSide, a[Int(highA) - 1] == b[Int(highA) - 1 + shiftOfEnds] {
      highA -= 1
      highB -= 1
    }
    return (
      Rectangle(a: whole.a.lowerBound..<Int(lowA), b: whole.b.lowerBound..<Int(lowB)),
      Rectangle(a: Int(highA)..<whole.a.upperBound, b: Int(highB)..<whole.b.upperBound)
    )
  }

  /// The parts before and behind a point, x and y being counted from the upper left corner.
  func split(x: Int, y: Int) -> (left: Rectangle, right: Rectangle) {
    let middleA = a.lowerBound + x
    let middleB = b.lowerBound + y
    return (
      Rectangle(a: a.lowerBound..<middleA, b: b.lowerBound..<middleB),
      Rectangle(a: middleA..<a.upperBound, b: middleB..<b.upperBound)
    )
  }
}

/// What is left to do: a rectangle to search, or one to report since its sides are equal.
struct PendingRectangle: Sendable {
  var box: Rectangle
  var isMatch = false
  /// How often rectangles around it have been split, where that is counted.
  var depth: Int32 = 0
}

extension [MatchedRun] {
  /// Appends the diagonal of a rectangle whose sides are equal; nothing where it is empty.
  mutating func appendJoining(_ equal: Rectangle) {
    appendJoining(
      startA: equal.a.lowerBound, startB: equal.b.lowerBound, length: equal.a.count)
  }
}
