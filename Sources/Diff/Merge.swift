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
  private var pending: [Stretch] = []
  /// What became of each matched stretch of the pairing under way; kept only if `isTracing`.
  private(set) var traced: [(run: MatchedRun, reason: PlacementReason)] = []
  /// What decided about each stretch of the pairing under way; kept only if `isTracing`.
  private(set) var decisions: [MergeTrace.Decision] = []
  /// Whether to keep what put columns together.
  private let isTracing: Bool
  /// Places where two stretches were left side by side since they have nothing in common.
  private(set) var unrelated = 0

  /// Makes memory for many merges, O(V + a) for a vocabulary of V elements in a different letters.
  init(_ model: TokenModel, isTracing: Bool = false) {
    self.model = model
    self.isTracing = isTracing
    solver = WindowSolver(model)
  }

  /// A part of both sides still to be aligned, with the part of the edit script inside it.
  private struct Stretch {
    var a: Range<Int>
    var b: Range<Int>
    var script: Range<Int>
    /// How weak the anchors are that were tried: 0 for the usual ones.
    var level: Int
    var isMatch = false
    /// For an anchor the weight that it needed.
    var needed: Score = 0
  }

  /// Work of the edit scripts so far.
  var scriptWork: Int { matcher.work }

  /// Which columns of `a` are one with which of `b`.
  ///
  /// Time O((N + M) D) for the script, bounded as `Matcher` says, and the cells of the windows.
  mutating func pairing(_ a: borrowing Profile, _ b: borrowing Profile) -> Pairing {
    script.removeAll(keepingCapacity: true)
    a.keys.withUnsafeBufferPointer { x in
      b.keys.withUnsafeBufferPointer { y in matcher.appendMatches(x, y, to: &script) }
    }
    var runs: [MatchedRun] = []
    traced.removeAll(keepingCapacity: true)
    decisions.removeAll(keepingCapacity: true)
    pending = [Stretch(a: 0..<a.count, b: 0..<b.count, script: script.indices, level: -1)]
    while let stretch = pending.popLast() {
      if stretch.isMatch {
        let anchor = MatchedRun(
          startA: stretch.a.lowerBound, startB: stretch.b.lowerBound, length: stretch.a.count)
        if isTracing {
          traced.append((anchor, .anchor(length: anchor.length)))
          decisions.append(.anchor(anchor, needed: Int(stretch.needed)))
        }
        runs.appendJoining(
          startA: stretch.a.lowerBound, startB: stretch.b.lowerBound, length: stretch.a.count)
      } else if stretch.level < 0 {
        divide(stretch, a, isWhole: true, minimum: Parameters.anchorWeight)
      } else {
        align(stretch, a, b, into: &runs)
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

  /// Puts the anchors of a stretch and what lies between them on the list, the first on top.
  private mutating func divide(
    _ stretch: Stretch, _ a: borrowing Profile, isWhole: Bool, minimum: Score
  ) {
    let level = stretch.level + 1
    let first = pending.count
    var lowA = stretch.a.lowerBound
    var lowB = stretch.b.lowerBound
    var lowScript = stretch.script.lowerBound
    for index in stretch.script {
      let run = script[index]
      let touches =
        isWhole
        && ((run.startA == stretch.a.lowerBound && run.startB == stretch.b.lowerBound)
          || (run.rangeA.upperBound == stretch.a.upperBound
            && run.rangeB.upperBound == stretch.b.upperBound))
      let needed = touches ? Parameters.edgeAnchorWeight : minimum
      guard weight(run, a) >= Int(needed) else { continue }
      pending.append(
        Stretch(
          a: lowA..<run.startA, b: lowB..<run.startB, script: lowScript..<index, level: level))
      pending.append(
        Stretch(
          a: run.rangeA, b: run.rangeB, script: index..<index, level: level, isMatch: true,
          needed: needed))
      lowA = run.rangeA.upperBound
      lowB = run.rangeB.upperBound
      lowScript = index + 1
    }
    pending.append(
      Stretch(
        a: lowA..<stretch.a.upperBound, b: lowB..<stretch.b.upperBound,
        script: lowScript..<stretch.script.upperBound, level: level))
    pending[first...].reverse()
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
    if max(stretch.a.count, stretch.b.count) > Parameters.longestWindow {
      divideWeakly(stretch, a)
    } else if cells <= Parameters.smallWindow
      || (cells <= Parameters.largeWindow && isHomologous(stretch, a, b))
    {
      solve(stretch, a, b, into: &runs)
    } else {
      divideWeakly(stretch, a)
    }
  }

  /// Leaves two stretches side by side.
  private mutating func leave(_ stretch: Stretch) {
    unrelated += 1
    if isTracing { decisions.append(.unrelated(a: stretch.a, b: stretch.b)) }
  }

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
    for run in script[stretch.script] {
      for column in run.rangeA { common += contentWeight(a.keys[column]) }
    }
    var weightA = 0
    for column in stretch.a { weightA += contentWeight(a.keys[column]) }
    var weightB = 0
    for column in stretch.b { weightB += contentWeight(b.keys[column]) }
    return common * Int(Fixed.one) >= Int(Parameters.homology) * min(weightA, weightB)
  }

  private func contentWeight(_ id: UInt32) -> Int {
    let rarity = model.rarity[Int(id)]
    return rarity >= Parameters.contentRarity ? Int(rarity) : 0
  }

  /// Tries weaker anchors, as long as they cover enough of the smaller side.
  private mutating func divideWeakly(_ stretch: Stretch, _ a: borrowing Profile) {
    var next = stretch
    while next.level < Parameters.weakAnchorWeights.count {
      let minimum = Parameters.weakAnchorWeights[next.level]
      var covered = 0
      for run in script[stretch.script] where weight(run, a) >= Int(minimum) {
        covered += run.length
      }
      let smaller = min(stretch.a.count, stretch.b.count)
      if covered * 100 >= Parameters.weakAnchorCoverage * smaller {
        divide(next, a, isWhole: false, minimum: minimum)
        return
      }
      next.level += 1
    }
    leave(stretch)
  }
}
