/// What is said of stretches of a text that is taken out of a file: markup, and hints about words.
///
/// A stretch that begins is open until it ends, and reaches from its first word to its last; what
/// is said of it is added then. Offsets count in the text.
struct TextStretches: Sendable {
  private(set) var markup: [Markup] = []
  private(set) var hints: [WordHint] = []
  /// Where the open stretches begin; nil for one that has no word yet.
  private var open: [Int?] = []

  /// Stretches that are open.
  var depth: Int { open.count }

  // MARK: Open stretches

  /// Begins a stretch: from the next word on.
  mutating func begin() { open.append(nil) }

  /// A word begins at an offset, in all that are open.
  mutating func beginWord(at offset: Int) {
    for index in open.indices.reversed() {
      if open[index] != nil { break }
      open[index] = offset
    }
  }

  /// The outermost stretches begin at an offset at the latest; `count` of them.
  mutating func beginOutermost(_ count: Int, at offset: Int) {
    for index in 0..<min(count, open.count) where open[index] == nil { open[index] = offset }
  }

  /// Ends the stretch begun last; nil where it has no word.
  mutating func end(at offset: Int) -> Range<Int>? {
    open.removeLast().map { $0..<offset }
  }

  // MARK: What is said

  /// Adds an element that stood around words.
  mutating func add(_ markup: Markup) { self.markup.append(markup) }

  /// Adds what is said of words.
  mutating func add(_ hint: WordHint) { hints.append(hint) }

  /// Says that a range is one word, or that it is one with the word that ends where it begins.
  ///
  /// Parts that are compared by one form each are compared by these together; where the same is
  /// given with several parts, it is that of the whole word.
  mutating func addWord(_ range: Range<Int>, form: String?, isContinuing: Bool) {
    guard isContinuing, let index = wordHint(endingAt: range.lowerBound) else {
      return add(WordHint(range: range, kind: .word(form: form)))
    }
    guard case .word(let before) = hints[index].kind else { return }
    let parts = [before, form].compactMap(\.self)
    let whole = parts.count == 2 && parts[0] == parts[1] ? parts[0] : parts.joined()
    hints[index] = WordHint(
      range: hints[index].range.lowerBound..<range.upperBound,
      kind: .word(form: parts.isEmpty ? nil : whole))
  }

  /// The outermost word that ends at an offset; O(hints behind it).
  private func wordHint(endingAt offset: Int) -> Int? {
    for index in hints.indices.reversed() {
      if hints[index].range.upperBound < offset { return nil }
      if hints[index].range.upperBound == offset, case .word = hints[index].kind { return index }
    }
    return nil
  }

  // MARK: Taking back

  /// How many of each there were at some time.
  struct Counts: Sendable {
    fileprivate var markup: Int
    fileprivate var hints: Int
    fileprivate var open: Int
  }

  var counts: Counts { Counts(markup: markup.count, hints: hints.count, open: open.count) }

  /// Forgets what came after a time when the text had `length` bytes.
  mutating func goBack(to counts: Counts, length: Int) {
    markup.removeSubrange(min(counts.markup, markup.count)...)
    hints.removeSubrange(min(counts.hints, hints.count)...)
    open.removeSubrange(min(counts.open, open.count)...)
    for index in open.indices where open[index].map({ $0 >= length }) == true { open[index] = nil }
  }

  /// Takes what the text lost at its end out of the stretches that held it; those that held no more
  /// are gone.
  mutating func cut(to length: Int) {
    var at = hints.count
    while at > 0, hints[at - 1].range.upperBound > length {
      at -= 1
      hints[at].range = hints[at].range.clamped(to: 0..<length)
      if hints[at].range.isEmpty { hints.remove(at: at) }
    }
    at = markup.count
    while at > 0, markup[at - 1].range.upperBound > length {
      at -= 1
      markup[at].range = markup[at].range.clamped(to: 0..<length)
      if markup[at].range.isEmpty { markup.remove(at: at) }
    }
  }

  /// The text is empty again; what is open stays so.
  mutating func clear() {
    (markup, hints) = ([], [])
    for index in open.indices { open[index] = nil }
  }

  // MARK: Order

  /// Markup by where it begins, the outer before the inner. It was added when it ended, so that of
  /// two over the same words the later is the outer.
  ///
  /// Sorting holds several copies at once, so what is in order is left as it is: with a `w` for
  /// each word, half of all memory.
  var orderedMarkup: [Markup] {
    let isOrdered = zip(markup, markup.dropFirst()).allSatisfy { a, b in
      let (x, y) = (a.range, b.range)
      return x.lowerBound != y.lowerBound
        ? x.lowerBound < y.lowerBound : x.upperBound > y.upperBound
    }
    if isOrdered { return markup }
    return markup.reversed().enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      return x.upperBound != y.upperBound ? x.upperBound > y.upperBound : a.offset < b.offset
    }.map(\.element)
  }

  /// Hints by where they begin; of those that begin together the earlier added first.
  var orderedHints: [WordHint] {
    let isOrdered = zip(hints, hints.dropFirst()).allSatisfy { a, b in
      a.range.lowerBound <= b.range.lowerBound
    }
    if isOrdered { return hints }
    return hints.enumerated().sorted { a, b in
      let (x, y) = (a.element.range.lowerBound, b.element.range.lowerBound)
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
  }
}
