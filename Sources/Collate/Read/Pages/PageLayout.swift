/// One line of a transcribed page, as PAGE or ALTO has it.
struct TranscribedLine: Sendable, Equatable {
  /// UTF-8.
  var bytes: [UInt8] = []
  /// Where stretches of it stand in the file, by their first byte; rising.
  var places: [(start: Int, place: Place)] = []
  /// Tags over parts of it.
  var tags: [LineTag] = []
  /// Whether the file itself says that its last word goes on in the next line.
  var isHyphenated = false
  /// What the tool that wrote the file gives as its place among its neighbors.
  var order: Int?
  /// Middle of its outline from the top of the page, in the units of the file, doubled.
  var height: Int?

  static func == (a: Self, b: Self) -> Bool {
    a.bytes == b.bytes && a.tags == b.tags && a.isHyphenated == b.isHyphenated
      && a.places.elementsEqual(b.places) { $0 == $1 }
  }

  var isBlank: Bool { bytes.allSatisfy(isSpace) }

  mutating func append(_ text: some Sequence<UInt8>, at place: Place) {
    places.append((bytes.count, place))
    bytes += text
  }
}

/// A tag over a part of a line.
struct LineTag: Sendable, Equatable {
  /// Bytes of the line.
  var range: Range<Int>
  var name: String
  /// In the order of the file.
  var values: [(key: String, value: String)] = []

  static func == (a: Self, b: Self) -> Bool {
    a.range == b.range && a.name == b.name && a.values.elementsEqual(b.values) { $0 == $1 }
  }

  func value(_ key: String) -> String? { values.first { $0.key == key }?.value }
}

/// A region of a page: its lines, and where it stands among the others.
struct TranscribedRegion: Sendable {
  var id: String?
  /// Index of the region that holds this one.
  var parent: Int?
  var lines: [TranscribedLine] = []
  /// Text of the region as a whole, which counts where its lines have none.
  var ownText: [TranscribedLine] = []
  var order: Int?
  /// Whether the file says that its lines run from the top to the bottom.
  var runsDown = false

  /// Lines in the order that the tool gives them, if it gives it to all; else down the page, if the
  /// file says that they run so and where they stand; else as the file has them.
  var orderedLines: [TranscribedLine] {
    if lines.allSatisfy({ $0.order != nil }) { return sorted(by: \.order) }
    return runsDown && lines.allSatisfy({ $0.height != nil }) ? sorted(by: \.height) : lines
  }

  private func sorted(by key: KeyPath<TranscribedLine, Int?>) -> [TranscribedLine] {
    lines.enumerated().sorted { a, b in
      let (x, y) = (a.element[keyPath: key] ?? 0, b.element[keyPath: key] ?? 0)
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
  }
}

/// A page: its regions in the order of the file, and the order to read them in.
struct TranscribedPage: Sendable {
  var name: String?
  var regions: [TranscribedRegion] = []
  var readingOrder: ReadingOrder?

  /// Indices of the regions as they are to be read. A region follows the one that holds it, unless
  /// the order names it; what the order leaves out comes last, in the order of the file.
  func order() -> [Int] {
    var indices: [String: Int] = [:]
    for (index, region) in regions.enumerated() {
      if let id = region.id, indices[id] == nil { indices[id] = index }
    }
    var isNamed = regions.map { _ in false }
    var named: [Int] = []
    for id in readingOrder?.regions() ?? [] {
      guard let index = indices[id], !isNamed[index] else { continue }
      isNamed[index] = true
      named.append(index)
    }
    var children = regions.map { _ in [Int]() }
    var roots: [Int] = []
    for index in sortedByOwnOrder() where !isNamed[index] {
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
      for child in children[index] { add(child) }
    }
    for index in named + roots { add(index) }
    return result
  }

  /// The order that regions give themselves, where all of one level do; else that of the file.
  private func sortedByOwnOrder() -> [Int] {
    guard readingOrder == nil, regions.allSatisfy({ $0.order != nil }) else {
      return Array(regions.indices)
    }
    return regions.indices.sorted { a, b in
      let (x, y) = (regions[a].order ?? 0, regions[b].order ?? 0)
      return x != y ? x < y : a < b
    }
  }
}

/// A tree of groups and references to regions.
struct ReadingOrder: Sendable {
  private(set) var nodes: [Node] = []

  struct Node: Sendable {
    var region: String?
    /// Place among its neighbors, if they are ordered by it.
    var index: Int?
    var parent: Int?
    var isOrdered = false
  }

  mutating func append(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
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
