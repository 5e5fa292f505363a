/// How alike two words are, from 0 (nothing in common, or too little to tell) to 1,024 (the same
/// type).
///
/// The mean of 1 - (Levenshtein distance / longer length) and 2 · (common subsequence) / (sum of
/// lengths) of the skeletons, in whole 1,024ths, so that sums are exact and independent of order.
/// Besides:
/// - 0 where either is punctuation;
/// - 0.97 where the skeletons are equal but the types are not;
/// - at least 0.5 where both carry digits;
/// - 0 where it would be less than `floor`.
///
/// Most pairs of words are unlike, and an upper bound from their letters tells it without comparing
/// them. What is computed is kept in a table that forgets when it is full; no result depends on it.
/// One value for each thread; the skeletons are shared.
struct Similarity: ~Copyable {
  /// The value of 1.
  static let one: Int32 = 1024
  /// 0.97.
  static let equalSkeletons: Int32 = 993
  /// 0.5.
  static let bothFigures: Int32 = 512
  /// 0.33: words that are no more alike score as unlike ones do, so that their likeness need not be
  /// known.
  static let usualFloor = Parameters.similarityFloor

  let skeletons: Skeletons
  let floor: Int32
  private var distance: BitParallelDistance
  private var cache = PairCache()
  private var pattern: UInt32?
  private var joined: [UInt32] = []

  /// What was done since the value was made.
  struct Counters: Sendable, Equatable {
    /// Pairs asked for that are neither equal nor settled by their kinds.
    var pairs = 0
    /// Pairs settled by the bound from their letters.
    var rejected = 0
    /// Pairs computed.
    var computed = 0
  }
  private(set) var counters = Counters()

  /// Compares types of `skeletons` by their numbers; less than `floor`, in 1/1024, counts as 0.
  ///
  /// O(a) memory for a different letters.
  init(_ skeletons: Skeletons, floor: Int32 = Similarity.usualFloor) {
    self.skeletons = skeletons
    self.floor = floor
    distance = BitParallelDistance(alphabetCount: skeletons.alphabetCount)
  }

  /// The similarity of two types; symmetric.
  mutating func of(_ a: UInt32, _ b: UInt32) -> Int32 {
    of(a, skeletons.types[Int(a)], b, skeletons.types[Int(b)])
  }

  /// The same where the types are already at hand.
  ///
  /// - Parameter isKept: Whether the table is to keep it; not for callers that keep it themselves.
  @inline(__always)
  mutating func of(
    _ a: UInt32, _ typeA: Skeletons.WordType, _ b: UInt32, _ typeB: Skeletons.WordType,
    isKept: Bool = true
  ) -> Int32 {
    if a == b { return Self.one }
    if typeA.kind == .punctuation || typeB.kind == .punctuation { return 0 }
    counters.pairs += 1
    let isFigures = typeA.kind == .figure && typeB.kind == .figure
    if isRejected(typeA.letters, typeB.letters) {
      counters.rejected += 1
      return floored(isFigures ? Self.bothFigures : 0)
    }
    return isKept ? kept(a, b, isFigures) : value(a, b, isFigures)
  }

  /// The similarity of two types whose letters do not tell it, from the table or put into it.
  private mutating func kept(_ a: UInt32, _ b: UInt32, _ isFigures: Bool) -> Int32 {
    let key = PairCache.key(a, b)
    if let known = cache[key] { return known }
    let value = value(a, b, isFigures)
    cache[key] = value
    return value
  }

  private mutating func value(_ a: UInt32, _ b: UInt32, _ isFigures: Bool) -> Int32 {
    floored(pattern == b ? computed(b, a, isFigures) : computed(a, b, isFigures))
  }

  /// The similarity of several types written as one word to another type; not kept.
  mutating func of(joining parts: some Collection<UInt32>, _ type: UInt32) -> Int32 {
    let kind = skeletons.types[Int(type)].kind
    guard kind != .punctuation else { return 0 }
    var isFigure = false
    joined.removeAll(keepingCapacity: true)
    for part in parts {
      let kindOfPart = skeletons.types[Int(part)].kind
      guard kindOfPart != .punctuation else { return 0 }
      if kindOfPart == .figure { isFigure = true }
      joined.append(contentsOf: skeletons.units[skeletons.range(part)])
    }
    counters.pairs += 1
    counters.computed += 1
    isFigure = isFigure && kind == .figure
    distance.setPattern(joined)
    pattern = nil
    let count = joined.count
    return floored(measured(skeletons.range(type), patternCount: count, isFigures: isFigure))
  }

  /// Whether letters alone say that the similarity is below the floor.
  ///
  /// That is `mean` of what they can have in common at most, rounded, below `floor`: without the
  /// division, and both sides freed of what they have in common.
  @inline(__always)
  private func isRejected(_ a: LetterCounts, _ b: LetterCounts) -> Bool {
    let common = a.commonAtMost(b)
    let longer = Int(max(a.length, b.length))
    let sum = Int(a.length + b.length)
    return Int(Self.one) &* common &* (sum &+ 2 &* longer)
      < (2 &* Int(floor) &- 1) &* longer &* sum
  }

  /// Computes the similarity with `a` as pattern, which is set only where another was.
  private mutating func computed(_ a: UInt32, _ b: UInt32, _ isFigures: Bool) -> Int32 {
    counters.computed += 1
    if pattern != a {
      distance.setPattern(skeletons.units[skeletons.range(a)])
      pattern = a
    }
    return measured(
      skeletons.range(b), patternCount: skeletons.length(a), isFigures: isFigures)
  }

  /// The similarity of what stands in `distance` as pattern to the units in a range of the
  /// skeletons.
  private mutating func measured(
    _ text: Range<Int>, patternCount: Int, isFigures: Bool
  ) -> Int32 {
    let longer = max(patternCount, text.count)
    let (distance, common) = skeletons.units.withUnsafeBufferPointer {
      self.distance.measure(UnsafeBufferPointer(rebasing: $0[text]))
    }
    if distance == 0 { return Self.equalSkeletons }
    let mean = Self.mean(
      distance: distance, common: common, longer: longer, sum: patternCount + text.count)
    let value = Int32(mean.numerator / mean.denominator)
    return isFigures ? max(Self.bothFigures, value) : value
  }

  private func floored(_ value: Int32) -> Int32 { value < floor ? 0 : value }

  /// The mean of the two measures in 1,024ths, as a fraction that rounds to the nearest, halves up,
  /// when it is divided out downwards.
  @inline(__always)
  private static func mean(
    distance: Int, common: Int, longer: Int, sum: Int
  ) -> (numerator: Int, denominator: Int) {
    guard longer > 0 else { return (Int(one), 1) }
    let twice = (longer &- distance) &* sum &+ 2 &* common &* longer
    let whole = 2 &* longer &* sum
    return (2 &* Int(one) &* twice &+ whole, 2 &* whole)
  }
}
