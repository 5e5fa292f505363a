/// Lines of a page that are read in one go, and what divides them from those before.
struct PagePassage: Sendable {
  var border: Border
  /// Type of the region, in the words of PAGE.
  var type: String
  var lines: [TranscribedLine]

  /// What divides a line from the one before.
  enum Border: Sendable {
    /// The next cell of a row, the next row of a table, another paragraph.
    case cell, row, block
  }
}

extension TranscribedPage {
  /// The text of the page as it is to be read, but for regions and lines of some types; how many
  /// lines these have. O(n log n) in regions, lines and references to them.
  func passages(leavingOut types: [String]) -> (passages: [PagePassage], leftOut: Int) {
    let (holdsText, isWithin) = whereTextIs()
    var passages: [PagePassage] = []
    var leftOut = 0
    var last: Int?
    for index in order(holdsText) {
      let lines = lines(of: index, hasInner: isWithin[index])
      let kept = isOf(types, index) ? [] : lines.filter { !Self.isOf(types, $0.type) }
      leftOut += lines.count - kept.count
      guard !kept.isEmpty else { continue }
      passages.append(
        PagePassage(
          border: border(between: last, and: index), type: regions[index].type ?? "paragraph",
          lines: kept))
      last = index
    }
    return (passages, leftOut)
  }

  // MARK: What is read

  /// Whether each region has text, be it in regions within it, and whether regions within it have.
  private func whereTextIs() -> (holds: [Bool], within: [Bool]) {
    var holds = regions.map { $0.lines.contains(where: \.hasText) || !$0.ownText.isEmpty }
    var within = regions.map { _ in false }
    for (index, region) in regions.enumerated().reversed() where holds[index] {
      if let parent = region.parent { (holds[parent], within[parent]) = (true, true) }
    }
    return (holds, within)
  }

  /// Lines with text. The text of the region as a whole may be that of the regions within it, or
  /// may be older than its lines.
  private func lines(of index: Int, hasInner: Bool) -> [TranscribedLine] {
    let region = regions[index]
    let lines = region.orderedLines.filter(\.hasText)
    if !lines.isEmpty || hasInner { return lines }
    return region.ownText.filter(\.hasText)
  }

  /// Whether a region, or one that it stands in, is of one of these types.
  private func isOf(_ types: [String], _ index: Int) -> Bool {
    var next: Int? = index
    while let index = next {
      if Self.isOf(types, regions[index].type) { return true }
      next = regions[index].parent
    }
    return false
  }

  private static func isOf(_ types: [String], _ type: String?) -> Bool {
    type.map(types.contains) ?? false
  }

  private func border(between last: Int?, and index: Int) -> PagePassage.Border {
    guard let last, regions[last].parent == regions[index].parent, let a = regions[last].cell,
      let b = regions[index].cell
    else { return .block }
    return a.row == b.row ? .cell : .row
  }

  // MARK: In which order

  /// Indices of the regions with text as they are to be read. A region follows the one that holds
  /// it, unless the order names it; what the order leaves out comes last.
  private func order(_ holdsText: [Bool]) -> [Int] {
    let named = named(holdsText)
    let isNamed = Set(named)
    var children = regions.map { _ in [Int]() }
    var roots: [Int] = []
    for index in regions.indices where holdsText[index] && !isNamed.contains(index) {
      if let parent = regions[index].parent {
        children[parent].append(index)
      } else {
        roots.append(index)
      }
    }
    var result: [Int] = []
    // The innermost are nested as deep as the limits of XML allow, and no deeper.
    func add(_ index: Int) {
      result.append(index)
      for child in sorted(children[index]) { add(child) }
    }
    for index in placed(roots, among: named) { add(index) }
    return result
  }

  /// Puts regions that the reading order leaves out where they give themselves a place among those
  /// that it names, or else behind them.
  ///
  /// Transkribus counts text and tables together in `custom`, and names the text alone in the
  /// order.
  private func placed(_ others: [Int], among named: [Int]) -> [Int] {
    let ranks = readingOrder?.ranks() ?? [:]
    let places = named.map { regions[$0].id.flatMap { ranks[$0] } ?? .max }
    let isOneCount = zip(named, places).allSatisfy { (regions[$0].order ?? $1) == $1 }
    guard !ranks.isEmpty, isOneCount else { return named + sorted(others) }
    var rest = sorted(others.filter { regions[$0].order != nil })[...]
    var result: [Int] = []
    for (index, place) in zip(named, places) {
      while let next = rest.first, let order = regions[next].order, order < place {
        result.append(next)
        rest.removeFirst()
      }
      result.append(index)
    }
    return result + rest + others.filter { regions[$0].order == nil }
  }

  /// The regions that the reading order names, each once.
  private func named(_ holdsText: [Bool]) -> [Int] {
    var indices: [String: Int] = [:]
    for (index, region) in regions.enumerated() where holdsText[index] {
      if let id = region.id, indices[id] == nil { indices[id] = index }
    }
    var named: [Int] = []
    for id in readingOrder?.regions() ?? [] {
      if let index = indices.removeValue(forKey: id) { named.append(index) }
    }
    return named
  }

  /// Neighbors in the order of the table they stand in, or in the order that they give themselves,
  /// if all do; else in that of the file.
  private func sorted(_ neighbors: [Int]) -> [Int] {
    if neighbors.allSatisfy({ regions[$0].cell != nil }) {
      return neighbors.sorted { a, b in
        guard let x = regions[a].cell, let y = regions[b].cell, x != y else { return a < b }
        return (x.row, x.column) < (y.row, y.column)
      }
    }
    guard neighbors.allSatisfy({ regions[$0].order != nil }) else { return neighbors }
    return neighbors.sorted { a, b in
      let (x, y) = (regions[a].order ?? 0, regions[b].order ?? 0)
      return x != y ? x < y : a < b
    }
  }
}

/// A tree of groups and references to regions.
struct ReadingOrder: Sendable {
  private var nodes: [Node] = []
  /// Groups that are open.
  private var groups: [Int] = []

  /// A region or group of the reading order.
  private struct Node: Sendable {
    var region: String?
    /// Place among its neighbors, if they are ordered by it.
    var index: Int?
    var parent: Int?
    var isOrdered = false
  }

  /// A group begins; `region` is the one that it is the inside of, if it has one.
  mutating func beginGroup(_ region: String?, index: Int?, isOrdered: Bool) {
    nodes.append(
      Node(region: region, index: index, parent: groups.last, isOrdered: isOrdered))
    groups.append(nodes.count - 1)
  }

  /// The innermost group that is open ends; nothing is done where none is.
  mutating func endGroup() { _ = groups.popLast() }

  /// Refers to a region, in the innermost open group; `index` is its place there, if it gives one.
  mutating func append(_ region: String?, index: Int? = nil) {
    nodes.append(Node(region: region, index: index, parent: groups.last))
  }

  /// The place of each region in the one ordered group that the order is, by the index that it, or
  /// the group around it, has there; empty where the order is of another form.
  func ranks() -> [String: Int] {
    guard let first = nodes.first, first.isOrdered else { return [:] }
    var rankOf = [first.index ?? 0]
    var ranks: [String: Int] = [:]
    for node in nodes.dropFirst() {
      guard let parent = node.parent else { return [:] }
      guard let rank = parent == 0 ? node.index : rankOf[parent] else { return [:] }
      rankOf.append(rank)
      if let region = node.region { ranks[region] = ranks[region] ?? rank }
    }
    return ranks
  }

  /// Ids of the regions in the order in which to read them; O(n log n).
  func regions() -> [String] {
    var children = nodes.map { _ in [Int]() }
    var roots: [Int] = []
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) } else { roots.append(index) }
    }
    var result: [String] = []
    var stack = Array(roots.reversed())
    while let index = stack.popLast() {
      if let region = nodes[index].region { result.append(region) }
      var below = children[index]
      if nodes[index].isOrdered {
        below.sort { a, b in
          let (x, y) = (nodes[a].index ?? .max, nodes[b].index ?? .max)
          return x != y ? x < y : a < b
        }
      }
      stack += below.reversed()
    }
    return result
  }
}
