/// Page, column and line of the document, as its encoding names them: `3`, `12v`.
struct PageReference: Sendable, Equatable {
  var page: String?
  var column: String?
  var line: String?
}

/// Which page and line each stretch of a text stands on.
struct PageLines: Sendable, Equatable {
  private var entries: [Entry] = []
  private var names: [String] = []
  private var last = PageReference()
  /// Lines since the page or column began, for those without a number of their own.
  private var lineCount = 0

  /// Where a line begins, and the names of it and of its page and column.
  fileprivate struct Entry: Sendable, Equatable {
    /// Offset in the text where the line begins.
    var start: Int32
    /// Indices in `names`; -1 for nothing.
    var page: Int32
    var column: Int32
    var line: Int32
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The page and line on which a byte of the text stands; O(log lines).
  func reference(at offset: Int) -> PageReference? {
    let behind = entries.partition { Int($0.start) > offset }
    guard behind > 0 else { return nil }
    let entry = entries[behind - 1]
    func name(_ index: Int32) -> String? { index < 0 ? nil : names[Int(index)] }
    return PageReference(
      page: name(entry.page), column: name(entry.column), line: name(entry.line))
  }

  /// A page begins at an offset of the text; `name` is nil where it has none.
  mutating func beginPage(_ name: String?, at start: Int) {
    lineCount = 0
    last = PageReference(page: name)
    append(start)
  }

  /// A column begins; its lines are counted anew.
  mutating func beginColumn(_ name: String?, at start: Int) {
    lineCount = 0
    last = PageReference(page: last.page, column: name)
    append(start)
  }

  /// A line begins; without a name it is counted from the start of its page or column.
  mutating func beginLine(_ name: String?, at start: Int) {
    lineCount += 1
    last.line = name ?? String(lineCount)
    append(start)
  }

  /// How far the table has come.
  struct State: Sendable {
    fileprivate var count: Int
    fileprivate var names: Int
    fileprivate var lastEntry: Entry?
    fileprivate var last: PageReference
    fileprivate var lineCount: Int
  }

  var state: State {
    State(
      count: entries.count, names: names.count, lastEntry: entries.last, last: last,
      lineCount: lineCount)
  }

  /// Forgets what came after a state.
  mutating func goBack(to state: State) {
    entries.removeSubrange(min(state.count, entries.count)...)
    // The last entry may have been replaced by one that begins at the same place.
    if let entry = state.lastEntry {
      if entries.count == state.count { entries.removeLast() }
      entries.append(entry)
    }
    names.removeSubrange(state.names...)
    (last, lineCount) = (state.last, state.lineCount)
  }

  private mutating func append(_ start: Int) {
    let previous = entries.last
    func index(_ name: String?, _ old: Int32?) -> Int32 {
      guard let name else { return -1 }
      if let old, old >= 0, names[Int(old)] == name { return old }
      names.append(name)
      return Int32(names.count - 1)
    }
    let entry = Entry(
      start: Int32(start), page: index(last.page, previous?.page),
      column: index(last.column, previous?.column), line: index(last.line, previous?.line))
    if previous?.start == Int32(start) { entries.removeLast() }
    entries.append(entry)
  }
}
