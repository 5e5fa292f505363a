/// What two sequences have in common, in order, and therefore where they differ.
///
///     let old = "they killed 3,000 Armenians in Adana".split(separator: " ")
///     let new = "they killed some 9,000 Armenians in Adana".split(separator: " ")
///     let difference = Difference(from: old, to: new)
///     difference.hunks           // [Hunk(old: 2..<3, new: 2..<4)]
///     difference.editCount       // 3: one word removed, two inserted
///
/// A difference holds places only, no elements: 24 bytes for each matched run. To carry a change
/// from one sequence to another, make a `Patch` of it. Hunks that could as well stand a little
/// earlier or later are moved to where a reader wants them by `tidied(_:_:_:)`.
public struct Difference: Sendable, Hashable {
  /// Length of the old sequence.
  public let oldCount: Int
  /// Length of the new sequence.
  public let newCount: Int
  /// The stretches that are equal on both sides, side A being the old one; ordered, and as long as
  /// they can be.
  public let matches: [MatchedRun]

  /// How hard to look for a small difference.
  public enum Effort: Sendable, Hashable {
    /// The smallest difference, whatever it costs: time O((N + M) · D) for sequences of N and M
    /// elements and D edits, quadratic where nothing is common.
    case exact
    /// The smallest where N + M ≤ 3,000, and where one side is no longer than 3,000 and D at most
    /// about 8 · √(N + M); otherwise a good one. Nearly linear on texts, O((N + M)^1.5) at worst.
    case bounded
  }

  /// Compares two sequences of anything that can be hashed.
  ///
  /// Elements are equal as their type says. For `Character` and `String` that is canonical
  /// equivalence, so that a difference between composed and decomposed letters is none; compare
  /// UTF-8 code units or arrays of them where it matters.
  ///
  /// Interning takes O(N + M) hashes; then only numbers are compared. Space: linear.
  @inlinable
  public init<Old: Collection, New: Collection>(
    from old: Old, to new: New, effort: Effort = .bounded
  ) where Old.Element == New.Element, Old.Element: Hashable {
    var interner = Interner<Old.Element>()
    let oldIDs = interner.ids(of: old)
    self.init(fromIDs: oldIDs, toIDs: interner.ids(of: new), effort: effort)
  }

  /// Compares two sequences of numbers that stand for elements: equal numbers, equal elements.
  ///
  /// At most 2³⁰ numbers on each side.
  public init(fromIDs old: [UInt32], toIDs new: [UInt32], effort: Effort = .bounded) {
    precondition(max(old.count, new.count) <= 1 << 30, "a side is longer than 2³⁰")
    var matcher = Matcher(effort)
    self.init(
      uncheckedOldCount: old.count, newCount: new.count, matches: matcher.matches(old, new))
  }

  /// A difference found by other means.
  ///
  /// Runs that touch are joined. Throws where runs are empty, out of bounds, or not in order.
  public init(
    oldCount: Int, newCount: Int, matches: [MatchedRun]
  ) throws(InvalidDifference) {
    var endA = 0
    var endB = 0
    var joined: [MatchedRun] = []
    for (index, run) in matches.enumerated() {
      guard run.length > 0 else { throw .emptyRun(index: index) }
      guard run.startA >= endA, run.startB >= endB else { throw .unordered(index: index) }
      // Subtracted, not added: the end of a run out of bounds may be no number.
      guard run.startA <= oldCount, run.length <= oldCount - run.startA, run.startB <= newCount,
        run.length <= newCount - run.startB
      else { throw .outOfBounds(index: index) }
      (endA, endB) = (run.rangeA.upperBound, run.rangeB.upperBound)
      joined.appendJoining(startA: run.startA, startB: run.startB, length: run.length)
    }
    self.init(uncheckedOldCount: oldCount, newCount: newCount, matches: joined)
  }

  /// Takes runs that are known to be ordered, joined and within both sides; nothing is checked.
  init(uncheckedOldCount oldCount: Int, newCount: Int, matches: [MatchedRun]) {
    self.oldCount = oldCount
    self.newCount = newCount
    self.matches = matches
  }
}

/// Why runs are not a difference; `index` is that of the first bad run.
public enum InvalidDifference: Error, Hashable {
  case emptyRun(index: Int)
  case unordered(index: Int)
  case outOfBounds(index: Int)
}

extension Difference {
  /// The places where the sequences differ, in order; O(matches).
  public var hunks: [Hunk] {
    var hunks: [Hunk] = []
    var endA = 0
    var endB = 0
    func close(_ startA: Int, _ startB: Int) {
      guard startA > endA || startB > endB else { return }
      hunks.append(Hunk(old: endA..<startA, new: endB..<startB))
    }
    for run in matches {
      close(run.startA, run.startB)
      (endA, endB) = (run.rangeA.upperBound, run.rangeB.upperBound)
    }
    close(oldCount, newCount)
    return hunks
  }

  /// Number of elements that are common.
  public var matchCount: Int { matches.reduce(0) { $0 + $1.length } }

  /// Number of elements removed and inserted.
  public var editCount: Int {
    let common = matchCount
    return (oldCount - common) + (newCount - common)
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { editCount == 0 }

  /// The difference from the new sequence to the old one.
  ///
  ///     Difference(from: "abc", to: "ac").inverse == Difference(from: "ac", to: "abc")  // true
  public var inverse: Difference {
    Difference(
      uncheckedOldCount: newCount, newCount: oldCount,
      matches: matches.map {
        MatchedRun(startA: $0.startB, startB: $0.startA, length: $0.length)
      })
  }

  /// The difference whose hunks these are; they must be ordered and leave equal lengths between
  /// them.
  init(oldCount: Int, newCount: Int, hunks: [Hunk]) {
    var matches: [MatchedRun] = []
    var endA = 0
    var endB = 0
    for hunk in hunks {
      assert(hunk.old.lowerBound - endA == hunk.new.lowerBound - endB)
      matches.appendJoining(startA: endA, startB: endB, length: hunk.old.lowerBound - endA)
      (endA, endB) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    matches.appendJoining(startA: endA, startB: endB, length: oldCount - endA)
    self.init(uncheckedOldCount: oldCount, newCount: newCount, matches: matches)
  }
}
