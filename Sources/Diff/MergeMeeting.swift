/// How two groups of rows met at one place when they were merged.
public struct MergeMeeting: Sendable, Equatable {
  /// Which merge of how many, from 1.
  public internal(set) var step: Int
  public internal(set) var stepCount: Int
  /// The rows of the two groups, rising.
  public internal(set) var rowsA: [Int]
  public internal(set) var rowsB: [Int]
  /// The distinct elements of the column of either group, by id; empty where it has none here.
  public internal(set) var elementsA: [UInt32]
  public internal(set) var elementsB: [UInt32]
  public internal(set) var decision: Decision

  /// What put the two columns together or kept them apart.
  public enum Decision: Sendable, Equatable {
    /// A run of equal elements, its weight and the weight it needed, in 1/1024.
    case anchor(elements: [UInt32], weight: Int, needed: Int)
    /// An exact comparison.
    case window(Window)
    /// The other group has nothing between the two anchors around.
    case nothingBeside
    /// The stretches around have too little in common to be compared.
    case unrelated
  }

  /// An exact comparison of two stretches.
  public struct Window: Sendable, Equatable {
    /// The heaviest element of each column on either side.
    public internal(set) var elementsA: [UInt32]
    public internal(set) var elementsB: [UInt32]
    /// Score of the two columns in one, in 1/1024; nil where a column stands alone.
    public internal(set) var pair: Int?
    /// Score of the best path, which was taken; nil in windows too large to be weighed again.
    public internal(set) var best: Int?
    /// Score of the best path that decides otherwise here: the two columns do not face each other,
    /// or the lone column faces any one; nil where there is none.
    public internal(set) var otherwise: Int?
  }
}

extension PlacementScale {
  /// How groups met at the place of some elements, in the order of the merges; each pair of columns
  /// once.
  ///
  /// O(M · (W + E log N)) for M merges of W rows with N elements, E of which are asked for;
  /// besides, for each meeting the elements of its columns and the decisions of its merge are gone
  /// through, and the windows that decided are compared anew.
  public mutating func meetings(of elements: [(row: Int, element: Int)]) -> [MergeMeeting] {
    guard let trace = alignment.trace else { return [] }
    var columns: [Int: Set<Int>] = [:]
    for (row, element) in elements {
      guard let index = wordIndex(row, element) else { continue }
      columns[trace.rowOf[row], default: []].insert(index)
    }
    var result: [MergeMeeting] = []
    for (number, step) in trace.steps.enumerated() {
      func gathered(_ group: [Int]) -> Set<Int> { Set(group.flatMap { columns[$0] ?? [] }) }
      let (a, b) = (gathered(step.groupA), gathered(step.groupB))
      if !a.isEmpty || !b.isEmpty { add(step, number, a, b, to: &result) }
      func carry(_ group: [Int], by map: [Int32]) {
        for row in group { columns[row] = columns[row].map { Set($0.map { Int(map[$0]) }) } }
      }
      carry(step.groupA, by: step.mapA)
      carry(step.groupB, by: step.mapB)
    }
    return result
  }

  /// The place of an element among the words of its row; nil for a mark that waited. O(1).
  func wordIndex(_ row: Int, _ element: Int) -> Int? {
    guard let trace = alignment.trace, trace.isWordsOnly else { return element }
    guard vocabulary.isWord(rows[row][element]) else { return nil }
    return Int(wordsBefore[row][element])
  }

  private mutating func add(
    _ step: MergeTrace.Step, _ number: Int, _ a: Set<Int>, _ b: Set<Int>,
    to result: inout [MergeMeeting]
  ) {
    let merged = Set(a.map { step.mapA[$0] } + b.map { step.mapB[$0] }).sorted()
    let (rowsA, rowsB) = (given(step.groupA), given(step.groupB))
    for column in merged {
      let (i, j) = (step.mapA.place(of: column), step.mapB.place(of: column))
      result.append(
        MergeMeeting(
          step: number + 1, stepCount: alignment.trace?.steps.count ?? 0,
          rowsA: rowsA, rowsB: rowsB,
          elementsA: i.map { Array(step.profileA.tokens[step.profileA.entries($0)]) } ?? [],
          elementsB: j.map { Array(step.profileB.tokens[step.profileB.entries($0)]) } ?? [],
          decision: decision(step, i, j)))
    }
  }

  /// The rows as given for which some of the distinct rows stand.
  private func given(_ group: [Int]) -> [Int] {
    let group = Set(group)
    return rows.indices.filter { row in
      alignment.trace.map { group.contains($0.rowOf[row]) } ?? false
    }
  }

  private mutating func decision(
    _ step: MergeTrace.Step, _ i: Int?, _ j: Int?
  ) -> MergeMeeting.Decision {
    for decision in step.decisions {
      switch decision {
      case .anchor(let run, let needed):
        guard let i, j != nil, run.rangeA.contains(i) else { continue }
        let elements = Array(step.profileA.keys[run.rangeA])
        let weight = elements.reduce(0) { $0 + Int(pairs.model.anchor[Int($1)]) }
        return .anchor(elements: elements, weight: weight, needed: needed)
      case .window(let a, let b):
        guard i.map(a.contains) ?? true, j.map(b.contains) ?? true else { continue }
        return .window(window(step, a, b, i, j))
      case .unrelated(let a, let b):
        if i.map(a.contains) ?? true, j.map(b.contains) ?? true { return .unrelated }
      }
    }
    return .nothingBeside
  }

  private mutating func window(
    _ step: MergeTrace.Step, _ a: Range<Int>, _ b: Range<Int>, _ i: Int?, _ j: Int?
  ) -> MergeMeeting.Window {
    var result = MergeMeeting.Window(
      elementsA: Array(step.profileA.keys[a]), elementsB: Array(step.profileB.keys[b]))
    guard a.count * b.count <= Parameters.smallWindow else { return result }
    let window = ConstrainedWindow(step.profileA, a, step.profileB, b, &pairs)
    let condition: ConstrainedWindow.Condition
    switch (i.map { $0 - a.lowerBound }, j.map { $0 - b.lowerBound }) {
    case (let i?, let j?):
      result.pair = Int(window.score(i, j))
      condition = .apart(i, j)
    case (let i?, nil): condition = .leftMatched(i)
    case (nil, let j?): condition = .rightMatched(j)
    case (nil, nil): condition = .none
    }
    result.best = window.best().map(Int.init)
    result.otherwise = window.best(condition).map(Int.init)
    return result
  }
}

extension PlacementScale {
  /// The elements that an element had beside it before the stage that moved it last, with their
  /// rows; nil where no stage after the merges moved it.
  public func formerCompany(row: Int, element: Int) -> [(row: Int, element: UInt32)]? {
    guard let trace = alignment.trace, let index = wordIndex(row, element),
      let kind = alignment.reasons[row][element].stage,
      let stage = trace.stages.firstIndex(where: { $0.kind == kind }), stage > 0
    else { return nil }
    let before = trace.stages[stage - 1].table
    let column = before.rows[trace.rowOf[row]][index]
    return rows.indices.compactMap { other in
      let source = trace.rowOf[other]
      guard other != row, let k = before.rows[source].place(of: column) else { return nil }
      return (other, trace.rows[source][k])
    }
  }
}

extension PlacementReason {
  /// The stage after the merges that gives this reason.
  fileprivate var stage: MergeTrace.Stage.Kind? {
    switch self {
    case .refinement: .refinement
    case .counterpart: .counterparts
    case .gapPlacement: .gaps
    case .sentence, .marks, .phrase: .phrases
    case .conflation: .conflations
    case .division: .divisions
    case .alone, .anchor, .window, .onlySlot, .votedSlot, .openingSlot: nil
    }
  }
}
