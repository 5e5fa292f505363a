/// Finds longest common subsequences by Myers' greedy algorithm in linear space.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), with the
/// refinement of its section 4b: paths grow from both corners of a rectangle until they meet, the
/// rectangle is split there, and both parts are treated alike.
///
/// Time O((N + M) · D) for sides of N and M elements and D insertions and deletions; for random
/// differences O(N + M + D²). Space: two rows of N + M + 3 numbers of 4 bytes, the pending
/// rectangles and the shared elements; a value keeps them, so that many calls allocate nothing.
///
/// Departures from the paper:
/// - common prefixes and suffixes are taken off every rectangle beforehand, so that only rectangles
///   with D ≥ 2 are searched, and a split always leaves two smaller parts;
/// - elements that only one side has are left out of the search (see `SharedElements`);
/// - no recursion: pending rectangles stand in a list, the leftmost last;
/// - diagonals are left off that can only leave the rectangle (see `Frontier.diagonals`);
/// - `Effort.capped` gives up minimality where D grows large (see `cap(_:)`).
struct Myers: ~Copyable {
  /// How hard to look.
  enum Effort: Sendable {
    /// A longest common subsequence, always.
    case exact
    /// As `exact` up to a number of differences that grows as the square root of the length;
    /// beyond it a good one. Time O((N + M)^1.5) in every case.
    case capped
  }

  /// Effort spent since the value was made: elements touched, and furthest points computed.
  private(set) var work = 0
  private let effort: Effort
  private var forward = Frontier()
  private var backward = Frontier()
  private var pending: [PendingRectangle] = []
  private var shared = SharedElements()
  private var sharedRuns: [MatchedRun] = []

  /// Takes no working memory yet: a first call does, and later ones use it again.
  init(_ effort: Effort) {
    self.effort = effort
  }

  /// Bytes of working memory held: the room that rows and lists have, used or not.
  var workingBytes: Int {
    forward.workingBytes + backward.workingBytes + shared.workingBytes
      + pending.capacity * MemoryLayout<PendingRectangle>.stride
      + sharedRuns.capacity * MemoryLayout<MatchedRun>.stride
  }

  /// Appends the matched runs inside one rectangle, in order and in coordinates of the whole.
  mutating func appendMatches(
    _ a: IDs, _ b: IDs, in box: Rectangle, to runs: inout [MatchedRun]
  ) {
    var inner = box
    let (prefix, suffix) = inner.trim(a, b)
    work += box.length
    runs.appendJoining(prefix)
    if !inner.isEmptyOnOneSide {
      if shared.collect(a, b, in: inner) {
        searchShared(to: &runs)
      } else {
        search(a, b, in: inner, to: &runs)
      }
    }
    runs.appendJoining(suffix)
  }

  /// Searches what is in `shared`, and puts what it finds in coordinates of the whole.
  private mutating func searchShared(to runs: inout [MatchedRun]) {
    let shared = shared
    var found: [MatchedRun] = []
    swap(&found, &sharedRuns)  // keeps its room for the next call
    found.removeAll(keepingCapacity: true)
    shared.a.withUnsafeBufferPointer { a in
      shared.b.withUnsafeBufferPointer { b in search(a, b, in: Rectangle(a, b), to: &found) }
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
    pending.append(PendingRectangle(box: box))
    while var next = pending.popLast() {
      if next.isMatch {
        runs.appendJoining(next.box)
        continue
      }
      let (prefix, suffix) = next.box.trim(a, b)
      work += prefix.a.count + suffix.a.count + 1
      runs.appendJoining(prefix)
      if !suffix.isEmptyOnOneSide { pending.append(PendingRectangle(box: suffix, isMatch: true)) }
      if !next.box.isEmptyOnOneSide {
        let (x, y) = splitPoint(
          IDs(rebasing: a[next.box.a]), IDs(rebasing: b[next.box.b]), cap: cap(next.box.length))
        let (left, right) = next.box.split(x: x, y: y)
        pending.append(PendingRectangle(box: right))
        pending.append(PendingRectangle(box: left))
      }
    }
  }

  /// Rounds after which a rectangle of sides of N and M elements, `length` together, is split
  /// without having met: max(256, 4 · √(N + M)).
  ///
  /// Rectangles of up to 3,000 elements are always searched exactly. The figures are those of the
  /// usual line-difference programs, which measured them on source code; on prose they never act
  /// below about one changed word in twelve.
  private func cap(_ length: Int) -> Int {
    guard effort == .capped, length > 3000 else { return .max }
    return max(256, 4 * length.squareRoot)
  }

  /// A side is far longer than the other where it has so many times its elements.
  ///
  /// What a witness has beside the profile of five hundred is two fifths of its columns, the others
  /// thin and spread evenly: a capped search follows that, and with this factor at 2 their tables
  /// had 2 % more errors and took twice the pairs of words to refine. A page beside its book is
  /// less.
  private static let farLonger = 3

  /// Whether a search is certain to go astray: one side is far longer, and the cap must be reached,
  /// since a round follows two differences, and of the elements that both sides have at least as
  /// many differ as one side has more of them.
  ///
  /// Elements are counted only where all of them differ so much in number; O(N + M) then.
  mutating func isCertainOfCap(_ a: IDs, _ b: IDs, in box: Rectangle) -> Bool {
    func isCertain(_ n: Int, _ m: Int) -> Bool {
      max(n, m) >= Self.farLonger * min(n, m) && abs(n - m) / 2 > cap(n + m)
    }
    guard !box.isEmptyOnOneSide, isCertain(box.a.count, box.b.count) else { return false }
    work += box.length
    _ = shared.collect(a, b, in: box)
    return isCertain(shared.a.count, shared.b.count)
  }
}

extension Myers {
  /// A point that an optimal path passes, or after `cap` rounds the point furthest from its corner.
  ///
  /// `a` and `b` are not empty and differ in their first and in their last elements; the point is
  /// neither corner.
  private mutating func splitPoint(_ a: IDs, _ b: IDs, cap: Int) -> (x: Int, y: Int) {
    let (n, m) = (a.count, b.count)
    let (startA, startB) = (a.baseAddress!, b.baseAddress!)
    forward.begin(n, m)
    backward.begin(n, m)
    // An optimal path with an odd number of differences has one more in its forward half.
    let isOdd = (n - m) & 1 != 0
    var round = 0
    while true {
      round += 1
      let facing = isOdd ? backward.diagonals(round - 1) : nil
      let ahead = Self.advance(
        forward, round, startA, startB, direction: 1, to: backward, visited: facing)
      work += ahead.work
      if let k = ahead.meeting { return forward.point(k) }
      let back = Self.advance(
        backward, round, startA + (n - 1), startB + (m - 1), direction: -1, to: forward,
        visited: isOdd ? nil : forward.diagonals(round))
      work += back.work
      if let k = back.meeting { return turned(backward.point(k)) }
      if round >= cap { return furthestPoint(round) }
    }
  }

  /// One round of the paths from one corner: from each diagonal one difference on, then along what
  /// is equal. Ends early on the diagonal where they meet those from the other corner, whose last
  /// round visited the diagonals `visited`; nil where they cannot meet in this round.
  ///
  /// `a` and `b` point to the elements at the corner, and `direction` is 1 or -1. One function,
  /// since it is the inner loop of the search.
  @inline(__always)
  private static func advance(
    _ own: borrowing Frontier, _ round: Int, _ a: UnsafePointer<UInt32>,
    _ b: UnsafePointer<UInt32>, direction: Int, to other: borrowing Frontier,
    visited: ClosedRange<Int>?
  ) -> (meeting: Int?, work: Int) {
    let (n, m) = (own.n, own.m)
    let delta = n - m
    let (row, otherRow) = (own.origin, other.origin)
    let (low, high) = visited.map { ($0.lowerBound, $0.upperBound) } ?? (1, 0)
    let range = own.diagonals(round)
    var equal = 0
    var k = range.lowerBound
    while k <= range.upperBound {
      let x0 = Frontier.step(row, k, round)
      var x = x0
      var y = x &- k
      while x < n, y < m, a[direction &* x] == b[direction &* y] {
        x &+= 1
        y &+= 1
      }
      equal &+= x &- x0
      row[k] = Int32(truncatingIfNeeded: x)
      // The other's diagonals count from its own corner; only points inside can be met.
      let k2 = delta &- k
      if k2 >= low, k2 <= high, x <= n, y <= m, x &+ Int(otherRow[k2]) >= n {
        return (k, equal + (k - range.lowerBound) / 2 + 1)
      }
      k &+= 2
    }
    return (nil, equal + range.count / 2 + 1)
  }

  /// A point counted from the lower right corner, counted from the upper left one.
  private func turned(_ point: (x: Int, y: Int)) -> (x: Int, y: Int) {
    (forward.n - point.x, forward.m - point.y)
  }

  /// Of all points reached in this round, the one furthest from the corner its path came from.
  ///
  /// The part between that corner and the point has at most `round` differences, and the point is
  /// at least `round` steps away from the corner, so that splits without meeting are few.
  private func furthestPoint(_ round: Int) -> (x: Int, y: Int) {
    let ahead = forward.furthest(round)
    let back = backward.furthest(round)
    return ahead.x + ahead.y >= back.x + back.y ? ahead : turned(back)
  }
}
