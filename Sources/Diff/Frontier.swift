/// The furthest points that paths from one corner of a rectangle have reached, one for each
/// diagonal.
///
/// Part of `Myers`. Points are counted from the corner; diagonal k holds those with x - y = k, and
/// only the x of each is kept: a row of N + M + 3 numbers of 4 bytes for sides of N and M elements.
struct Frontier: ~Copyable {
  private(set) var n = 0
  private(set) var m = 0
  private var storage: UnsafeMutableBufferPointer<Int32> = .init(start: nil, count: 0)

  init() {}

  deinit { storage.deallocate() }

  /// Bytes of room in the row.
  var workingBytes: Int { storage.count * MemoryLayout<Int32>.stride }

  /// Where diagonal 0 is kept.
  var origin: UnsafeMutablePointer<Int32> { storage.baseAddress! + (m + 1) }

  /// The point on a diagonal that the last rounds have visited.
  func point(_ k: Int) -> (x: Int, y: Int) { (Int(origin[k]), Int(origin[k]) - k) }

  /// Makes room for a rectangle of n by m elements and sets round 0: no difference, no step.
  mutating func begin(_ n: Int, _ m: Int) {
    self.n = n
    self.m = m
    if storage.count < n + m + 3 {
      storage.deallocate()
      storage = .allocate(capacity: max(256, 2 * (n + m + 3)))
      storage.initialize(repeating: 0)
    }
    origin[0] = 0
  }

  /// The diagonals of a round, every second one: -round...round, without those whose furthest point
  /// has reached the border before, since a path can only leave the rectangle there.
  ///
  /// After m rounds diagonal -m has got to the lower border, a round later -m + 1, and so on; the
  /// same on the right.
  func diagonals(_ round: Int) -> ClosedRange<Int> {
    (round <= m ? -round : round - 2 * m)...(round <= n ? round : 2 * n - round)
  }

  /// The x of the point on diagonal k after one more difference, before equal elements are
  /// followed.
  ///
  /// The point may lie one step outside the rectangle; callers check. It then hides only points
  /// that no optimal path needs, since the border beside it was reached with fewer differences.
  @inline(__always)
  static func step(_ row: UnsafeMutablePointer<Int32>, _ k: Int, _ round: Int) -> Int {
    let isDown = k == -round || (k != round && row[k &- 1] < row[k &+ 1])
    return isDown ? Int(row[k &+ 1]) : Int(row[k &- 1]) &+ 1
  }

  /// The point of a round inside the rectangle with the greatest x + y; the first such.
  func furthest(_ round: Int) -> (x: Int, y: Int) {
    var best = (x: 0, y: 0)
    for k in stride(from: diagonals(round).lowerBound, through: diagonals(round).upperBound, by: 2)
    {
      let (x, y) = point(k)
      if x <= n, y <= m, x + y > best.x + best.y { best = (x, y) }
    }
    return best
  }
}
