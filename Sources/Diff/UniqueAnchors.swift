/// Finds common subsequences of long sequences in nearly linear time, by what is unique in both.
///
/// Where both sides of a rectangle are longer than `threshold`, or one is so much longer that
/// `Myers` would give up, it looks for stretches of n elements that occur exactly once on either
/// side, for n = 4, else 2, else 1; keeps the longest chain of them that rises on both sides; and
/// treats what lies between them in the same way. What is short enough, or has nothing unique in
/// common, goes to `Myers`.
///
/// The idea is Bram Cohen's patience difference, carried from single lines to n-grams, and that of
/// I. Z. Yalniz and R. Manmatha, "A Fast Alignment Scheme for Automatic OCR Evaluation of Books",
/// ICDAR 2011.
///
/// Time O((N + M) · log(N + M)) for each of at most `depthLimit` levels, plus what `Myers` takes
/// for the rest; space 12 bytes an element of side A and 4 of side B at most, kept between calls.
struct UniqueAnchors: ~Copyable {
  /// Work of this stage, in elements hashed or compared.
  private(set) var work = 0
  private var table: [Int32] = []
  private var partners: [Int32] = []
  private var anchors: [Anchor] = []
  private var pending: [PendingRectangle] = []
  private var tops: [Int32] = []
  private var previous: [Int32] = []

  /// Sides up to this long are left to `Myers`.
  ///
  /// Measured on a Latin text of 25 witnesses: unique 4-grams inside short ranges cost it a
  /// hundredth of F1, since a displaced phrase then wins over the path that is best as a whole.
  static let threshold = 3000
  /// Levels of splitting after which the rest is left to `Myers`, whatever its length.
  ///
  /// Real texts need two or three; the limit keeps made-up ones from a quadratic time.
  static let depthLimit = 16

  /// Equal elements at one place of each side.
  struct Anchor: Equatable {
    var a: Int32
    var b: Int32
  }

  init() {}

  /// Bytes of room that table and lists have.
  var workingBytes: Int {
    4 * (table.capacity + partners.capacity + tops.capacity + previous.capacity)
      + anchors.capacity * MemoryLayout<Anchor>.stride
      + pending.capacity * MemoryLayout<PendingRectangle>.stride
  }

  /// Appends the matched runs between all of `a` and all of `b`, in order.
  mutating func appendMatches(
    _ a: IDs, _ b: IDs, rest myers: inout Myers, to runs: inout [MatchedRun]
  ) {
    pending.append(PendingRectangle(box: Rectangle(a, b)))
    while var next = pending.popLast() {
      if next.isMatch {
        runs.appendJoining(next.box)
      } else if isToSplit(next, a, b, &myers) {
        let (prefix, suffix) = next.box.trim(a, b)
        work += prefix.a.count + suffix.a.count
        runs.appendJoining(prefix)
        pending.append(PendingRectangle(box: suffix, isMatch: true))
        if !isToSplit(next, a, b, &myers) || !split(a, b, next) {
          myers.appendMatches(a, b, in: next.box, to: &runs)
        }
      } else {
        myers.appendMatches(a, b, in: next.box, to: &runs)
      }
    }
  }

  /// Whether a rectangle is to be split by unique stretches.
  ///
  /// A leaf of some hundred words beside a whole book is short, but a capped search goes astray in
  /// the book; what is unique in both finds the page.
  private func isToSplit(
    _ part: PendingRectangle, _ a: IDs, _ b: IDs, _ myers: inout Myers
  ) -> Bool {
    guard part.depth < Self.depthLimit else { return false }
    return min(part.box.a.count, part.box.b.count) > Self.threshold
      || myers.isCertainOfCap(a, b, in: part.box)
  }
}

extension UniqueAnchors {
  /// Puts the parts of a rectangle between its anchors on the list of what is left to do; false
  /// where it has none.
  private mutating func split(_ a: IDs, _ b: IDs, _ whole: PendingRectangle) -> Bool {
    let sideA = IDs(rebasing: a[whole.box.a])
    let sideB = IDs(rebasing: b[whole.box.b])
    for length in [4, 2, 1] where length <= min(sideA.count, sideB.count) {
      collectUnique(sideA, sideB, length: length)
      guard !anchors.isEmpty else { continue }
      keepLongestChain()
      dropContinued(sideA, sideB)
      pushParts(of: whole)
      return true
    }
    return false
  }

  /// Fills `anchors`, in the order of side A, with the stretches that occur once on each side.
  private mutating func collectUnique(_ a: IDs, _ b: IDs, length: Int) {
    anchors.removeAll(keepingCapacity: true)
    let starts = a.count - length + 1
    let mask = UInt64(max(16, 2 * starts) - 1).allOnesBelow
    table.reset(to: Self.absent, count: Int(mask) + 1)
    partners.reset(to: Self.absent, count: starts)
    work += starts + b.count - length + 1
    for i in 0..<starts {
      let slot = self.slot(of: a, i, among: a, length: length, mask: mask)
      let first = table[slot]
      if first == Self.absent {
        table[slot] = Int32(i)
      } else {
        partners[Int(first)] = Self.repeated
      }
    }
    for j in 0...(b.count - length) {
      let first = table[slot(of: b, j, among: a, length: length, mask: mask)]
      guard first != Self.absent else { continue }
      let isFree = partners[Int(first)] == Self.absent
      partners[Int(first)] = isFree ? Int32(j) : Self.repeated
    }
    for i in 0..<starts where partners[i] >= 0 {
      anchors.append(Anchor(a: Int32(i), b: partners[i]))
    }
  }

  private static let absent: Int32 = -1
  private static let repeated: Int32 = -2

  /// The slot of the table that holds, or would hold, the stretch of `ids` at `at`.
  private func slot(of ids: IDs, _ at: Int, among a: IDs, length: Int, mask: UInt64) -> Int {
    var hash: UInt64 = 0
    for offset in 0..<length { hash = (hash ^ UInt64(ids[at + offset])).mixed }
    var slot = Int(hash & mask)
    while true {
      let first = Int(table[slot])
      if first < 0 { return slot }
      var equal = 0
      while equal < length, a[first + equal] == ids[at + equal] { equal += 1 }
      if equal == length { return slot }
      slot = (slot + 1) & Int(mask)
    }
  }

  /// Keeps of `anchors`, which rise on side A, a longest chain that rises on side B as well.
  ///
  /// Longest increasing subsequence by piles, O(n log n); of several chains, the one whose ends are
  /// least on side B.
  private mutating func keepLongestChain() {
    tops.removeAll(keepingCapacity: true)
    previous.reset(to: -1, count: anchors.count)
    for (index, anchor) in anchors.enumerated() {
      let low = pile(for: anchor)
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(Int32(index)) } else { tops[low] = Int32(index) }
    }
    var index = tops.last ?? -1
    for place in tops.indices.reversed() {
      tops[place] = index
      index = previous[Int(index)]
    }
    for (place, index) in tops.enumerated() { anchors[place] = anchors[Int(index)] }
    anchors.removeLast(anchors.count - tops.count)
  }

  /// The first pile that does not end before an anchor on side B; in versions of one text nearly
  /// always a new one.
  private func pile(for anchor: Anchor) -> Int {
    guard let last = tops.last, anchors[Int(last)].b >= anchor.b else { return tops.count }
    return tops.partition { anchors[Int($0)].b >= anchor.b }
  }

  /// Drops anchors that only continue the one before them, so that a long equal stretch is one
  /// part.
  private mutating func dropContinued(_ a: IDs, _ b: IDs) {
    var kept = 0
    var end = 0  // on side A, of the equal stretch that begins at the last anchor kept
    for anchor in anchors {
      let i = Int(anchor.a)
      let j = Int(anchor.b)
      if kept > 0, i < end, Int(anchors[kept - 1].a) - Int(anchors[kept - 1].b) == i - j {
        continue
      }
      end = i
      while end < a.count, end - i + j < b.count, a[end] == b[end - i + j] { end += 1 }
      work += end - i
      anchors[kept] = anchor
      kept += 1
    }
    anchors.removeLast(anchors.count - kept)
  }

  /// One part before the first anchor, and one from each anchor to the next; the last is pushed
  /// first.
  private mutating func pushParts(of whole: PendingRectangle) {
    var rest = whole.box
    for anchor in anchors.reversed() {
      let (before, part) = rest.split(x: Int(anchor.a), y: Int(anchor.b))
      pending.append(PendingRectangle(box: part, depth: whole.depth + 1))
      rest = before
    }
    pending.append(PendingRectangle(box: rest, depth: whole.depth + 1))
  }
}

extension [Int32] {
  /// Makes the first `count` elements equal to `value`, growing where needed and never shrinking.
  fileprivate mutating func reset(to value: Int32, count: Int) {
    if self.count < count { append(contentsOf: repeatElement(0, count: count - self.count)) }
    for index in 0..<count { self[index] = value }
  }
}
