/// Merges two profiles: anchors that are beyond doubt, and exact windows between them.
///
/// Anchors are runs of equal key tokens of sufficient weight on a shortest edit script. The script
/// itself is no alignment of prose: it would happily match articles and commas of unrelated
/// phrases. So whatever does not stand in a long run is decided again, by `WindowSolver`.
struct Merger: ~Copyable {
  private let model: TokenModel
  private var matcher = Matcher(.bounded)
  var solver: WindowSolver
  private var script: [MatchedRun] = []
  /// What is left to do of the pairing under way, the leftmost last.
  private var tasks: [Task] = []
  /// What became of each matched stretch of the pairing under way; kept only if `isTracing`.
  private(set) var traced: [(run: MatchedRun, reason: PlacementReason)] = []
  /// What decided about each stretch of the pairing under way; kept only if `isTracing`.
  private(set) var decisions: [MergeTrace.Decision] = []
  /// Whether to keep what put columns together.
  private let isTracing: Bool

  /// Makes memory for many merges, O(V + a) for a vocabulary of V elements in a different letters.
  init(_ model: TokenModel, isTracing: Bool = false) {
    self.model = model
    self.isTracing = isTracing
    solver = WindowSolver(model)
  }

  /// What is left to do of a pairing.
  private enum Task {
    /// A run of equal keys that is beyond doubt, and the weight that it needed for that.
    case anchor(MatchedRun, needed: Score)
    case stretch(Stretch)
  }

  /// A part of both sides still to be aligned, with the part of the edit script inside it.
  private struct Stretch {
    var a: Range<Int>
    var b: Range<Int>
    var script: Range<Int>
    /// How weak the anchors are that were tried: 0 for the usual ones.
    var level = 0

    /// Takes off what lies before a run of the script, and the run.
    mutating func removeFirst(through run: MatchedRun, at index: Int) -> Stretch {
      var before = self
      before.a = a.lowerBound..<run.startA
      before.b = b.lowerBound..<run.startB
      before.script = script.lowerBound..<index
      a = run.rangeA.upperBound..<a.upperBound
      b = run.rangeB.upperBound..<b.upperBound
      script = index + 1..<script.upperBound
      return before
    }

    /// Whether a run stands at both starts or at both ends.
    func isAtEdge(_ run: MatchedRun) -> Bool {
      (run.startA == a.lowerBound && run.startB == b.lowerBound)
        || (run.rangeA.upperBound == a.upperBound && run.rangeB.upperBound == b.upperBound)
    }
  }

  /// Work of the edit scripts so far.
  var scriptWork: Int { matcher.work }

  /// Which columns of `a` are one with which of `b`.
  ///
  /// Time O((N + M) D) for the script, bounded as `Matcher` says, and the cells of the windows.
  mutating func pairing(_ a: borrowing Profile, _ b: borrowing Profile) -> Pairing {
    script.removeAll(keepingCapacity: true)
    traced.removeAll(keepingCapacity: true)
    decisions.removeAll(keepingCapacity: true)
    a.keys.withUnsafeBufferPointer { x in
      b.keys.withUnsafeBufferPointer { y in matcher.appendMatches(x, y, to: &script) }
    }
    var runs: [MatchedRun] = []
    let whole = Stretch(a: 0..<a.count, b: 0..<b.count, script: script.indices)
    divide(whole, a) {
      whole.isAtEdge($0) ? Parameters.edgeAnchorWeight : Parameters.anchorWeight
    }
    while let task = tasks.popLast() {
      switch task {
      case .anchor(let run, let needed): take(run, needed, into: &runs)
      case .stretch(let stretch): align(stretch, a, b, into: &runs)
      }
    }
    return Pairing(runs: runs, countA: a.count, countB: b.count)
  }

  // MARK: Anchors

  /// The weight of a run of equal keys.
  private func weight(_ run: MatchedRun, _ a: borrowing Profile) -> Int {
    var sum = 0
    for column in run.rangeA { sum += Int(model.anchor[Int(a.keys[column])]) }
    return sum
  }

  /// Puts the anchors of a stretch and what lies between them on the list, the first on top; a run
  /// is an anchor if it has the weight that `needed` says.
  private mutating func divide(
    _ stretch: Stretch, _ a: borrowing Profile, needed: (MatchedRun) -> Score
  ) {
    let first = tasks.count
    var rest = stretch
    for index in stretch.script {
      let run = script[index]
      let needed = needed(run)
      guard weight(run, a) >= Int(needed) else { continue }
      tasks.append(.stretch(rest.removeFirst(through: run, at: index)))
      tasks.append(.anchor(run, needed: needed))
    }
    tasks.append(.stretch(rest))
    tasks[first...].reverse()
  }

  private mutating func take(_ run: MatchedRun, _ needed: Score, into runs: inout [MatchedRun]) {
    if isTracing {
      traced.append((run, .anchor(length: run.length)))
      decisions.append(.anchor(run, needed: Int(needed)))
    }
    runs.appendJoining(startA: run.startA, startB: run.startB, length: run.length)
  }

  // MARK: Windows

  /// Aligns a stretch between anchors: exactly if it is small or both sides are versions of one
  /// text, else between weaker anchors, else not at all.
  private mutating func align(
    _ stretch: Stretch, _ a: borrowing Profile, _ b: borrowing Profile,
    into runs: inout [MatchedRun]
  ) {
    guard !stretch.a.isEmpty, !stretch.b.isEmpty else { return }
    let cells = stretch.a.count * stretch.b.count
    let isShort = max(stretch.a.count, stretch.b.count) <= Parameters.longestWindow
    if isShort, cells <= Parameters.smallWindow {
      solve(stretch, a, b, into: &runs)
    } else if isShort, cells <= Parameters.largeWindow, isHomologous(stretch, a, b) {
      solve(stretch, a, b, into: &runs)
    } else {
      divideWeakly(stretch, a)
    }
  }

  /// Aligns a stretch exactly.
  private mutating func solve(
    _ stretch: Stretch, _ a: borrowing Profile, _ b: borrowing Profile,
    into runs: inout [MatchedRun]
  ) {
    if isTracing { decisions.append(.window(a: stretch.a, b: stretch.b)) }
    solver.left.load(a, stretch.a, depth: Parameters.mergeDepth)
    solver.right.load(b, stretch.b, depth: Parameters.mergeDepth)
    var found: [MatchedRun] = []
    solver.solve(offsetA: stretch.a.lowerBound, offsetB: stretch.b.lowerBound, into: &found)
    for run in found {
      if isTracing { traced.append((run, .window(stretch.a.count, stretch.b.count))) }
      runs.appendJoining(startA: run.startA, startB: run.startB, length: run.length)
    }
  }

  /// Whether enough rare words of the smaller side stand on the edit script.
  private func isHomologous(
    _ stretch: Stretch, _ a: borrowing Profile, _ b: borrowing Profile
  ) -> Bool {
    var common = 0
    for run in script[stretch.script] { common += contentWeight(a, run.rangeA) }
    let smaller = min(contentWeight(a, stretch.a), contentWeight(b, stretch.b))
    return common * Int(Fixed.one) >= Int(Parameters.homology) * smaller
  }

  /// Sum of the rarities of the rare words among the keys of some columns.
  private func contentWeight(_ profile: borrowing Profile, _ columns: Range<Int>) -> Int {
    var sum = 0
    for column in columns {
      let rarity = model.rarity[Int(profile.keys[column])]
      if rarity >= Parameters.contentRarity { sum += Int(rarity) }
    }
    return sum
  }

  /// Divides a stretch by weaker anchors, if those of some weight cover enough of the smaller side;
  /// else leaves its two sides one after the other.
  private mutating func divideWeakly(_ stretch: Stretch, _ a: borrowing Profile) {
    let smaller = min(stretch.a.count, stretch.b.count)
    var next = stretch
    while next.level < Parameters.weakAnchorWeights.count {
      let minimum = Parameters.weakAnchorWeights[next.level]
      next.level += 1
      var covered = 0
      for run in script[stretch.script] where weight(run, a) >= Int(minimum) {
        covered += run.length
      }
      if covered * 100 >= Parameters.weakAnchorCoverage * smaller {
        return divide(next, a) { _ in minimum }
      }
    }
    if isTracing { decisions.append(.unrelated(a: stretch.a, b: stretch.b)) }
  }
}
