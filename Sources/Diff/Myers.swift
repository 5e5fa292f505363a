/// Finds longest common subsequences by Myers' greedy algorithm in linear space.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), with the
/// refinement of its section 4b: paths grow from both corners of a rectangle until they meet, the
/// rectangle is split there, and both parts are treated alike.
///
/// Time O((N + M) · D) for sides of N and M elements and D insertions and deletions; for random
/// differences O(N + M + D²). Space: two rows of N + M + 3 numbers of 4 bytes, the pending
/// rectangles and the result; a value keeps its rows, so that many small calls allocate nothing.
///
/// Departures from the paper:
/// - common prefixes and suffixes are taken off every rectangle beforehand, so that only rectangles
///   with D ≥ 2 are searched, and a split always leaves two smaller parts;
/// - elements that only one side has are left out of the search (see `SharedElements`);
/// - no recursion: pending rectangles stand in a list, the leftmost last;
/// - diagonals are left off that can only leave the rectangle (see `Frontier.diagonals`);
/// - `Effort.capped` gives up minimality where D grows large (see `cap(for:)`).
struct Myers: ~Copyable {
  /// How hard to look.
  enum Effort: Sendable {
    /// A longest common subsequence, always.
    case exact
    /// As `exact` up to a number of differences that grows as the square root of the length;
    /// beyond it a good one. Time O((N + M)^1.5) in every case.
    case capped
  }

  /// Effort spent since the value was made: furthest points computed plus elements found equal.
  private(set) var work = 0
  private let effort: Effort
  private var forward = Frontier()
  private var backward = Frontier()
  private var pending: [Item] = []
  private var shared = SharedElements()
  private var sharedRuns: [MatchedRun] = []

  init(_ effort: Effort) {
    self.effort = effort
  }

  /// Bytes of working memory held: the room that rows and lists have, used or not.
  var workingBytes: Int {
    forward.workingBytes + backward.workingBytes + shared.workingBytes
      + pending.capacity * MemoryLayout<Item>.stride
      + sharedRuns.capacity * MemoryLayout<MatchedRun>.stride
  }

  /// What is left to do: search a rectangle, or report one that is equal throughout.
  private struct Item {
    var box: Rectangle
    var isMatch: Bool
  }

  /// Appends the matched runs between all of `a` and all of `b`, in order.
  mutating func appendMatches(_ a: IDs, _ b: IDs, to runs: inout [MatchedRun]) {
    appendMatches(a, b, in: Rectangle(a: 0..<a.count, b: 0..<b.count), to: &runs)
  }

  /// Appends the matched runs inside one rectangle, in order and in coordinates of the whole.
  mutating func appendMatches(
    _ a: IDs, _ b: IDs, in box: Rectangle, to runs: inout [MatchedRun]
  ) {
    var inner = box
    let prefix = inner.trimPrefix(a, b)
    let suffix = inner.trimSuffix(a, b)
    work += prefix + suffix
    runs.appendJoining(startA: box.a.lowerBound, startB: box.b.lowerBound, length: prefix)
    if !inner.isEmptyOnOneSide {
      work += inner.a.count + inner.b.count
      if shared.collect(a, b, in: inner) {
        searchShared(to: &runs)
      } else {
        search(a, b, in: inner, to: &runs)
      }
    }
    runs.appendJoining(
      startA: inner.a.upperBound, startB: inner.b.upperBound, length: suffix)
  }

  /// Searches what is in `shared`, and puts what it finds in coordinates of the whole.
  private mutating func searchShared(to runs: inout [MatchedRun]) {
    let shared = shared
    var found: [MatchedRun] = []
    swap(&found, &sharedRuns)
    found.removeAll(keepingCapacity: true)
    shared.a.withUnsafeBufferPointer { a in
      shared.b.withUnsafeBufferPointer { b in
        search(a, b, in: Rectangle(a: 0..<a.count, b: 0..<b.count), to: &found)
      }
    }
    for run in found {
      for k in 0..<run.length {
        runs.appendJoining(
          startA: Int(shared.placesA[run.startA + k]),
          startB: Int(shared.placesB[run.startB + k]), length: 1)
      }
    }
    swap(&found, &sharedRuns)
  }

  /// Appends the matched runs inside one rectangle by the algorithm itself.
  private mutating func search(
    _ a: IDs, _ b: IDs, in box: Rectangle, to runs: inout [MatchedRun]
  ) {
    pending.append(Item(box: box, isMatch: false))
    while var item = pending.popLast() {
      if item.isMatch {
        runs.appendJoining(
          startA: item.box.a.lowerBound, startB: item.box.b.lowerBound, length: item.box.a.count)
        continue
      }
      let start = item.box
      let prefix = item.box.trimPrefix(a, b)
      runs.appendJoining(
        startA: start.a.lowerBound, startB: start.b.lowerBound, length: prefix)
      let end = item.box
      let suffix = item.box.trimSuffix(a, b)
      work += prefix + suffix + 1
      if suffix > 0 {
        let tail = Rectangle(
          a: item.box.a.upperBound..<end.a.upperBound, b: item.box.b.upperBound..<end.b.upperBound)
        pending.append(Item(box: tail, isMatch: true))
      }
      if !item.box.isEmptyOnOneSide { split(a, b, item.box) }
    }
  }

  /// Puts the two parts of a trimmed rectangle on the list of what is left to do.
  private mutating func split(_ a: IDs, _ b: IDs, _ box: Rectangle) {
    let (x, y) = splitPoint(
      IDs(rebasing: a[box.a]), IDs(rebasing: b[box.b]), cap: cap(for: box))
    let middleA = box.a.lowerBound + x
    let middleB = box.b.lowerBound + y
    let left = Rectangle(a: box.a.lowerBound..<middleA, b: box.b.lowerBound..<middleB)
    let right = Rectangle(a: middleA..<box.a.upperBound, b: middleB..<box.b.upperBound)
    pending.append(Item(box: right, isMatch: false))
    pending.append(Item(box: left, isMatch: false))
  }

  /// Rounds after which a rectangle is split without having met: max(256, 4 · √(N + M)).
  ///
  /// Rectangles of up to 3,000 elements are always searched exactly. The figures are those of the
  /// usual line-difference programs, which measured them on source code; on prose they never act
  /// below about one changed word in twelve.
  private func cap(for box: Rectangle) -> Int {
    let length = box.a.count + box.b.count
    guard effort == .capped, length > 3000 else { return .max }
    return max(256, 4 * length.squareRoot)
  }

  /// A point that an optimal path passes, or after `cap` rounds the point furthest from its corner.
  ///
  /// `a` and `b` are not empty and differ in their first and in their last elements; the point is
  /// neither corner.
  private mutating func splitPoint(_ a: IDs, _ b: IDs, cap: Int) -> (x: Int, y: Int) {
    let n = a.count
    let m = b.count
    let delta = n - m
    forward.begin(n, m)
    backward.begin(n, m)
    var round = 0
    while true {
      round += 1
      let meetsForward = delta & 1 != 0
      let opposite = meetsForward ? backward.diagonals(round - 1) : 0...0
      if let k = advanceForward(a, b, round, meets: meetsForward, within: opposite) {
        return (forward[k], forward[k] - k)
      }
      let facing = meetsForward ? 0...0 : forward.diagonals(round)
      if let k = advanceBackward(a, b, round, meets: !meetsForward, within: facing) {
        return (n - backward[k], m - (backward[k] - k))
      }
      if round >= cap { return furthestPoint(round) }
    }
  }

  /// One round of the paths from the upper left corner; returns the diagonal where they meet the others.
  private mutating func advanceForward(
    _ a: IDs, _ b: IDs, _ round: Int, meets: Bool, within opposite: ClosedRange<Int>
  ) -> Int? {
    let n = a.count
    let m = b.count
    let delta = n - m
    let pa = a.baseAddress!
    let pb = b.baseAddress!
    let rows = forward.origin
    let others = backward.origin
    let range = forward.diagonals(round)
    var equal = 0
    defer { work += equal + (range.upperBound - range.lowerBound) / 2 + 1 }
    var k = range.lowerBound
    while k <= range.upperBound {
      let x0 = Frontier.step(rows, k, round)
      var x = x0
      var y = x &- k
      while x < n, y < m, pa[x] == pb[y] {
        x &+= 1
        y &+= 1
      }
      equal &+= x &- x0
      rows[k] = Int32(truncatingIfNeeded: x)
      if meets, opposite.contains(delta - k), x <= n, y <= m,
        x &+ Int(others[delta - k]) >= n
      {
        return k
      }
      k &+= 2
    }
    return nil
  }

  /// One round of the paths from the lower right corner, in coordinates counted from there.
  private mutating func advanceBackward(
    _ a: IDs, _ b: IDs, _ round: Int, meets: Bool, within facing: ClosedRange<Int>
  ) -> Int? {
    let n = a.count
    let m = b.count
    let delta = n - m
    let pa = a.baseAddress! + (n - 1)
    let pb = b.baseAddress! + (m - 1)
    let rows = backward.origin
    let others = forward.origin
    let range = backward.diagonals(round)
    var equal = 0
    defer { work += equal + (range.upperBound - range.lowerBound) / 2 + 1 }
    var k = range.lowerBound
    while k <= range.upperBound {
      let x0 = Frontier.step(rows, k, round)
      var x = x0
      var y = x &- k
      while x < n, y < m, pa[0 &- x] == pb[0 &- y] {
        x &+= 1
        y &+= 1
      }
      equal &+= x &- x0
      rows[k] = Int32(truncatingIfNeeded: x)
      if meets, facing.contains(delta - k), x <= n, y <= m, x &+ Int(others[delta - k]) >= n {
        return k
      }
      k &+= 2
    }
    return nil
  }

  /// Of all points reached in this round, the one furthest from the corner its path came from.
  ///
  /// The part between that corner and the point has at most `round` differences, and the point is at
  /// least `round` steps away from the corner, so that splits without meeting are few.
  private func furthestPoint(_ round: Int) -> (x: Int, y: Int) {
    let ahead = forward.furthest(round)
    let back = backward.furthest(round)
    if ahead.x + ahead.y >= back.x + back.y { return ahead }
    return (forward.n - back.x, forward.m - back.y)
  }
}

/// The furthest points that paths from one corner have reached, one for each diagonal.
///
/// Diagonal k holds the points with x - y = k. Only the x of each point is kept.
private struct Frontier: ~Copyable {
  private(set) var n = 0
  private(set) var m = 0
  private var storage: UnsafeMutableBufferPointer<Int32> = .init(start: nil, count: 0)

  init() {}

  deinit { storage.deallocate() }

  var workingBytes: Int { storage.count * MemoryLayout<Int32>.stride }

  /// Where diagonal 0 is kept.
  var origin: UnsafeMutablePointer<Int32> { storage.baseAddress! + (m + 1) }

  subscript(k: Int) -> Int { Int(origin[k]) }

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
  /// After m rounds diagonal -m has got to the lower border, a round later -m + 1, and so on; the same
  /// on the right.
  func diagonals(_ round: Int) -> ClosedRange<Int> {
    (round <= m ? -round : round - 2 * m)...(round <= n ? round : 2 * n - round)
  }

  /// The x of the point on diagonal k after one more difference, before equal elements are followed.
  ///
  /// The point may lie one step outside the rectangle; callers check. It then hides only points that
  /// no optimal path needs, since the border beside it was reached with fewer differences.
  @inline(__always)
  static func step(_ rows: UnsafeMutablePointer<Int32>, _ k: Int, _ round: Int) -> Int {
    let isDown = k == -round || (k != round && rows[k &- 1] < rows[k &+ 1])
    return isDown ? Int(rows[k &+ 1]) : Int(rows[k &- 1]) &+ 1
  }

  /// The point of a round inside the rectangle with the greatest x + y; the first such.
  func furthest(_ round: Int) -> (x: Int, y: Int) {
    var best = (x: 0, y: 0)
    for k in stride(from: diagonals(round).lowerBound, through: diagonals(round).upperBound, by: 2)
    {
      let x = self[k]
      let y = x - k
      if x <= n, y <= m, x + y > best.x + best.y { best = (x, y) }
    }
    return best
  }
}
