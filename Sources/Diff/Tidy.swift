/// Where a hunk is to stand that could as well stand a little earlier or later.
///
/// Where the text repeats, a stretch that only one side has can slide without changing what the
/// difference says: from `in the fire` to `in in the fire`, either `in` may be the addition.
public enum HunkPlacement: Sendable {
  /// As late as possible: the first instance is common, the second is added. This is what editors
  /// of texts expect of a word written twice.
  case late
  /// As early as possible.
  case early
  /// Where the border scores highest; of equal ones the latest.
  ///
  /// The function is given the side that has the stretch, and the stretch, as it would stand.
  case best(@Sendable (_ side: Side, _ stretch: Range<Int>) -> Int)

  /// One of the two sequences compared.
  public enum Side: Sendable, Hashable {
    case old, new
  }
}

extension Difference {
  /// The same difference with its hunks moved to where a reader wants them.
  ///
  ///     let old = "then in the fire".split(separator: " ")
  ///     let new = "then in in the fire".split(separator: " ")
  ///     let difference = Difference(from: old, to: new)
  ///     difference.tidied(old, new, .late).hunks   // [Hunk(old: 2..<2, new: 2..<3)]
  ///     difference.tidied(old, new, .early).hunks  // [Hunk(old: 1..<1, new: 1..<2)]
  ///
  /// The number of edits stays as it is. Only hunks with one empty side move; those that come to
  /// touch become one. `old` and `new` must be what the difference was made from. O(N + M).
  public func tidied<Old: Collection, New: Collection>(
    _ old: Old, _ new: New, _ placement: HunkPlacement
  ) -> Difference where Old.Element == New.Element, Old.Element: Hashable {
    var interner = Interner<Old.Element>()
    let oldIDs = interner.ids(of: old)
    return tidied(ids: oldIDs, interner.ids(of: new), placement)
  }

  /// The same for numbers that stand for elements.
  public func tidied(
    ids old: [UInt32], _ new: [UInt32], _ placement: HunkPlacement
  ) -> Difference {
    precondition(old.count == oldCount && new.count == newCount)
    let moved = old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        var tidy = Tidy(old: old, new: new)
        return tidy.placed(hunks, placement)
      }
    }
    return Difference(oldCount: oldCount, newCount: newCount, hunks: moved)
  }
}

/// Slides hunks.
///
/// After the slider of git's and imara-diff's post-processing, which is kept apart from computing
/// the difference as well.
struct Tidy {
  let old: IDs
  let new: IDs
  /// Elements compared so far.
  private(set) var work = 0

  /// Borrows both sequences, which must outlive the value.
  init(old: IDs, new: IDs) {
    self.old = old
    self.new = new
  }

  /// The hunks in their new places; O(N + M).
  mutating func placed(_ hunks: [Hunk], _ placement: HunkPlacement) -> [Hunk] {
    switch placement {
    case .late: return settledLate(hunks)
    case .early: return settledEarly(hunks)
    case .best(let score): return settledBest(hunks, score)
    }
  }

  /// From the first to the last, so that each goes over what is free after the one before has
  /// settled, and no element is passed twice.
  private mutating func settledLate(_ hunks: [Hunk]) -> [Hunk] {
    var settled: [Hunk] = []
    var rest = hunks[...]
    while var hunk = rest.popFirst() {
      while true {
        while slidesLater(hunk, before: rest.first) { hunk.shift(1) }
        guard let next = rest.first, hunk.touches(next) else { break }
        hunk.join(next)
        rest.removeFirst()
      }
      settled.append(hunk)
    }
    return settled
  }

  /// From the last to the first; the mirror image of `settledLate`.
  private mutating func settledEarly(_ hunks: [Hunk]) -> [Hunk] {
    var settled: [Hunk] = []
    var rest = hunks[...]
    while var hunk = rest.popLast() {
      while true {
        while slidesEarlier(hunk, after: rest.last) { hunk.shift(-1) }
        guard var previous = rest.last, previous.touches(hunk) else { break }
        previous.join(hunk)
        hunk = previous
        rest.removeLast()
      }
      settled.append(hunk)
    }
    return settled.reversed()
  }

  /// Each hunk tries all its places between its neighbors.
  private mutating func settledBest(
    _ hunks: [Hunk], _ score: (HunkPlacement.Side, Range<Int>) -> Int
  ) -> [Hunk] {
    var settled: [Hunk] = []
    for (index, given) in hunks.enumerated() {
      var hunk = given
      while slidesEarlier(hunk, after: settled.last) { hunk.shift(-1) }
      let next = index + 1 < hunks.count ? hunks[index + 1] : nil
      var best = (hunk: hunk, score: value(hunk, score))
      while slidesLater(hunk, before: next) {
        hunk.shift(1)
        let value = value(hunk, score)
        if value >= best.score { best = (hunk, value) }
      }
      if let last = settled.last, last.touches(best.hunk) {
        settled[settled.count - 1].join(best.hunk)
      } else {
        settled.append(best.hunk)
      }
    }
    return settled
  }

  private func value(
    _ hunk: Hunk, _ score: (HunkPlacement.Side, Range<Int>) -> Int
  ) -> Int {
    hunk.isInsertion ? score(.new, hunk.new) : hunk.isDeletion ? score(.old, hunk.old) : 0
  }

  /// Whether the hunk can move one element on without going over the next one.
  private mutating func slidesLater(_ hunk: Hunk, before next: Hunk?) -> Bool {
    guard hunk.isInsertion != hunk.isDeletion else { return false }
    guard hunk.old.upperBound < next?.old.lowerBound ?? old.count,
      hunk.new.upperBound < next?.new.lowerBound ?? new.count
    else { return false }
    work += 1
    return hunk.isInsertion
      ? new[hunk.new.lowerBound] == new[hunk.new.upperBound]
      : old[hunk.old.lowerBound] == old[hunk.old.upperBound]
  }

  /// Whether the hunk can move one element back without going over the one before.
  private mutating func slidesEarlier(_ hunk: Hunk, after previous: Hunk?) -> Bool {
    guard hunk.isInsertion != hunk.isDeletion else { return false }
    guard hunk.old.lowerBound > previous?.old.upperBound ?? 0,
      hunk.new.lowerBound > previous?.new.upperBound ?? 0
    else { return false }
    work += 1
    return hunk.isInsertion
      ? new[hunk.new.lowerBound - 1] == new[hunk.new.upperBound - 1]
      : old[hunk.old.lowerBound - 1] == old[hunk.old.upperBound - 1]
  }
}

extension Hunk {
  fileprivate mutating func shift(_ by: Int) {
    old = old.lowerBound + by..<old.upperBound + by
    new = new.lowerBound + by..<new.upperBound + by
  }

  fileprivate func touches(_ next: Hunk) -> Bool {
    old.upperBound == next.old.lowerBound && new.upperBound == next.new.lowerBound
  }

  fileprivate mutating func join(_ next: Hunk) {
    old = old.lowerBound..<next.old.upperBound
    new = new.lowerBound..<next.new.upperBound
  }
}
