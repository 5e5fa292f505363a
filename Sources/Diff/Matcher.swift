/// Finds what two sequences of ids have in common: the one door to the algorithms of this module.
///
/// Which effort to use:
/// - `exact` for short sequences, and where a smallest difference is wanted whatever it costs;
///   O((N + M) · D) time;
/// - `bounded` for all else: unique stretches first where both sides are longer than 3,000
///   elements or one is far longer than the other, then Myers' algorithm with a cap; nearly linear
///   on texts, O((N + M)^1.5) at worst.
///   Up to 3,000 elements on the two sides together, its result is `exact`'s.
///
/// Both are deterministic. A matcher keeps its working memory, so one should be made and used for
/// many calls; use one for each thread.
struct Matcher: ~Copyable {
  private var myers: Myers
  private var anchors = UniqueAnchors()
  private let isAnchored: Bool

  /// Takes no working memory yet: a first call does, and later ones use it again.
  init(_ effort: Difference.Effort = .bounded) {
    myers = Myers(effort == .exact ? .exact : .capped)
    isAnchored = effort == .bounded
  }

  /// Effort spent since the matcher was made: points computed, elements hashed or found equal.
  var work: Int { myers.work + anchors.work }

  /// Bytes of working memory held between calls.
  var workingBytes: Int { myers.workingBytes + anchors.workingBytes }

  /// Appends the matched runs between `a` and `b`, in order.
  mutating func appendMatches(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, to runs: inout [MatchedRun]
  ) {
    if isAnchored {
      anchors.appendMatches(a, b, rest: &myers, to: &runs)
    } else {
      myers.appendMatches(a, b, in: Rectangle(a, b), to: &runs)
    }
  }

  /// The matched runs between `a` and `b`, in order.
  mutating func matches(_ a: [UInt32], _ b: [UInt32]) -> [MatchedRun] {
    var runs: [MatchedRun] = []
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in appendMatches(a, b, to: &runs) }
    }
    return runs
  }
}
