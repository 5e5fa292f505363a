/// Collects the text that is taken out of a file, with its marks and where everything stood.
///
/// White space is not written when it comes but when the next word does, so that borders of
/// paragraphs, blanks at the ends of elements and line ends of the file can be weighed against each
/// other. Everything can be taken back to a checkpoint, for readings and sides that turn out not to
/// be the wanted ones.
struct TextBuilder: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []
  private(set) var places = PlaceTable()
  private(set) var markup: [Markup] = []
  private(set) var hints: [WordHint] = []
  var pageLines = PageLines()

  /// White space that stands before the next word.
  private(set) var pending = Space.none
  /// The same, byte for byte, where white space is to be kept.
  private var preserved: [UInt8] = []
  /// Whether white space is passed over up to the next word, since a border does not divide it.
  private var isJoining = false
  /// Whether a name stands before the next word and belongs to its paragraph.
  private var isBehindName = false
  /// Whether a line of the file ended since the last run of places began.
  private var hasLineEnded = false
  /// Where the open stretches begin; nil for one that has no word yet.
  private var spans: [Int?] = []
  private var suppliedDepth = 0
  /// Stretches that were open when the outermost supplied one began: its bracket stands in them.
  private var spansAroundSupplied = 0
  private var isBracketOpen = false
  /// Stretches kept beside the text that are open.
  private var keptDepth = 0
  /// Whether the witness is not there to be read.
  var isAbsent = false
  /// Open stretches whose words are not in the text, though borders in them are.
  private var silences = 0

  private let source: [UInt8]
  private var cursor: PlaceCursor

  /// White space by what it divides.
  enum Space: UInt8, Comparable {
    case none, blank, line, block

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// `source` is the file.
  init(source: [UInt8]) {
    self.source = source
    cursor = PlaceCursor(source)
  }

  // MARK: Text

  /// Takes bytes of the file that stand for themselves, every run of white space as one blank.
  mutating func take(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      if XMLCharacters.isSpace(source[at]) {
        if source[at] != 0x20 { hasLineEnded = true }
        if silences == 0 { space(.blank) }
        at += 1
        continue
      }
      let start = at
      at = endOfStretch(from: at, before: range.upperBound)
      append(source[start..<at], from: start)
    }
  }

  /// The end of words with single blanks between them.
  private func endOfStretch(from start: Int, before end: Int) -> Int {
    var at = start
    while at < end {
      let byte = source[at]
      if byte <= 0x20, XMLCharacters.isSpace(byte) {
        guard byte == 0x20, at + 1 < end, !XMLCharacters.isSpace(source[at + 1]) else { break }
      }
      at += 1
    }
    return at
  }

  /// The same with white space as it stands.
  mutating func takePreserved(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let isSpace = XMLCharacters.isSpace(source[at])
      var end = at
      while end < range.upperBound, XMLCharacters.isSpace(source[end]) == isSpace { end += 1 }
      if isSpace {
        hasLineEnded = true
        if !isMute, !isJoining, pending <= .blank { preserved += source[at..<end] }
      } else {
        append(source[at..<end], from: at)
      }
      at = end
    }
  }

  /// Takes a character that a reference at `offset` of the file stands for.
  mutating func take(_ scalar: Unicode.Scalar, from offset: Int, preserving: Bool = false) {
    if scalar.isASCII, XMLCharacters.isSpace(UInt8(scalar.value)) {
      hasLineEnded = true
      if silences > 0 { return }
      if preserving, !isAbsent { preserved.append(UInt8(scalar.value)) } else { space(.blank) }
    } else {
      append(Array(String(Character(scalar)).utf8)[...], from: offset)
      // A reference is longer than what it stands for.
      hasLineEnded = true
    }
  }

  /// Asks for white space before the next word.
  mutating func space(_ space: Space) {
    if isJoining, space == .blank { return }
    let space = keptDepth > 0 || isBehindName ? min(space, .blank) : space
    if space > .blank { preserved = [] }
    pending = max(pending, space)
  }

  /// A border that does not divide the word it stands in: blanks around it are nothing.
  mutating func join() {
    if silences > 0 { return }
    if pending == .blank { pending = .none }
    preserved = []
    isJoining = pending == .none
  }

  /// The word before goes on with what follows: no border stands between.
  mutating func joinWord() {
    if silences > 0 { return }
    pending = .none
    preserved = []
    isJoining = true
  }

  /// The paragraph before goes on with what follows.
  mutating func continueBlock() {
    if pending > .blank { pending = .blank }
  }

  /// Takes back a hyphen at the end of the text, if a letter stands before it.
  mutating func dropHyphen() {
    guard pending == .none, preserved.isEmpty, silences == 0 else { return }
    for hyphen in Self.hyphens where bytes.count > hyphen.count && bytes.hasSuffix(hyphen) {
      let before = bytes[bytes.count - hyphen.count - 1]
      if before <= 0x40 || marks.last?.range.upperBound == bytes.count { return }
      bytes.removeLast(hyphen.count)
      hasLineEnded = true
      cutStretches()
      return
    }
  }

  /// Takes what was taken back out of the stretches that held it; those that held no more are gone.
  private mutating func cutStretches() {
    func cut(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<bytes.count) }
    var at = hints.count
    while at > 0, hints[at - 1].range.upperBound > bytes.count {
      at -= 1
      hints[at].range = cut(hints[at].range)
      if hints[at].range.isEmpty { hints.remove(at: at) }
    }
    at = markup.count
    while at > 0, markup[at - 1].range.upperBound > bytes.count {
      at -= 1
      markup[at].range = cut(markup[at].range)
      if markup[at].range.isEmpty { markup.remove(at: at) }
    }
  }

  /// Whether the last character is a hyphen.
  var endsInHyphen: Bool { Self.hyphens.contains { bytes.hasSuffix($0) } }

  /// Hyphen-minus, not sign, soft hyphen, hyphen, double oblique hyphen, equals sign.
  private static let hyphens = ["-", "¬", "\u{AD}", "‐", "⸗", "="].map { Array($0.utf8) }

  /// What follows is not in the text, until as many stretches have ended as have begun.
  mutating func beginSilence() { silences += 1 }

  mutating func endSilence() { silences -= 1 }

  private var isMute: Bool { isAbsent || silences > 0 }

  private mutating func append(_ text: ArraySlice<UInt8>, from offset: Int) {
    guard !isMute else { return }
    flushSpace(offset)
    if suppliedDepth > 0, keptDepth == 0, !isBracketOpen { openBracket(offset) }
    note(offset)
    for index in spans.indices.reversed() {
      if spans[index] != nil { break }
      spans[index] = bytes.count
    }
    bytes += text
  }

  /// Begins a run of places if the text and the file are out of step here.
  private mutating func note(_ offset: Int) {
    if !hasLineEnded, places.continues(at: bytes.count, offset) { return }
    places.append(bytes.count, cursor.advance(to: offset, in: source))
    hasLineEnded = false
  }

  private mutating func flushSpace(_ offset: Int) {
    defer {
      pending = .none
      preserved = []
      isJoining = false
      isBehindName = false
    }
    guard !bytes.isEmpty else { return }
    if pending > .blank, isBracketOpen { closeBracket() }
    if !preserved.isEmpty {
      bytes += preserved
      return
    }
    switch pending {
    case .none: break
    case .blank: bytes.append(0x20)
    case .line: bytes.append(0x0A)
    case .block: bytes += [0x0A, 0x0A]
    }
  }

  // MARK: Marks

  /// Puts in a piece of text that the file does not have, under a mark.
  mutating func insert(_ text: String, _ kind: Mark.Kind, from offset: Int) {
    guard !isMute else { return }
    guard keptDepth == 0 else { return append(Array(text.utf8)[...], from: offset) }
    append(Array(text.utf8)[...], from: offset)
    marks.append(Mark(kind: kind, range: bytes.count - text.utf8.count..<bytes.count))
    hasLineEnded = true
  }

  /// Words that follow were supplied by the editor.
  mutating func beginSupplied() {
    if suppliedDepth == 0 { spansAroundSupplied = spans.count }
    suppliedDepth += 1
  }

  mutating func endSupplied() {
    suppliedDepth -= 1
    if suppliedDepth == 0, isBracketOpen { closeBracket() }
  }

  private mutating func openBracket(_ offset: Int) {
    note(offset)
    for index in 0..<min(spansAroundSupplied, spans.count) where spans[index] == nil {
      spans[index] = bytes.count
    }
    marks.append(Mark(kind: .suppliedOpen, range: bytes.count..<bytes.count + 1))
    bytes.append(0x5B)
    isBracketOpen = true
    hasLineEnded = true
  }

  private mutating func closeBracket() {
    marks.append(Mark(kind: .suppliedClose, range: bytes.count..<bytes.count + 1))
    bytes.append(0x5D)
    isBracketOpen = false
    hasLineEnded = true
  }

  /// What follows is kept beside the text and not compared.
  mutating func beginKept() {
    if isBracketOpen { closeBracket() }
    keptDepth += 1
    beginSpan()
  }

  mutating func endKept(_ kind: Mark.Kind) {
    keptDepth -= 1
    guard let range = endSpan(), keptDepth == 0 else { return }
    marks.append(Mark(kind: kind, range: range))
    if kind == .speaker { isBehindName = true }
  }

  // MARK: Stretches

  /// Begins a stretch: from the next word on.
  mutating func beginSpan() { spans.append(nil) }

  /// Ends the stretch begun last; nil where it has no word.
  mutating func endSpan() -> Range<Int>? {
    let start = spans.removeLast()
    return start.map { $0..<bytes.count }
  }

  mutating func add(_ markup: Markup) {
    if keptDepth == 0 { self.markup.append(markup) }
  }

  mutating func add(_ hint: WordHint) {
    if keptDepth == 0 { hints.append(hint) }
  }

  /// Says that a range is one word, or that it is one with the word that ends where it begins.
  ///
  /// Parts that are compared by one form each are compared by these together; where the same is
  /// given with several parts, it is that of the whole word. What holds lines or paragraphs is no
  /// word, whatever the file calls it.
  mutating func addWord(_ range: Range<Int>, form: String?, isContinuing: Bool) {
    guard !bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
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

  /// The witness begins here: what was taken so far is not in it, and a gap stands for it.
  mutating func beginWitness() {
    guard !bytes.isEmpty || isAbsent else { return }
    bytes = []
    (marks, markup, hints, places, pageLines) = ([], [], [], PlaceTable(), PageLines())
    for index in spans.indices { spans[index] = nil }
    (isBracketOpen, isAbsent, hasLineEnded) = (false, false, true)
    insert("<…>", .gap, from: 0)
    space(.blank)
  }

  // MARK: Taking back

  struct Checkpoint: Sendable {
    fileprivate var builder: Counts
  }

  fileprivate struct Counts: Sendable {
    var bytes: Int
    var marks: Int
    var markup: Int
    var hints: Int
    var spans: Int
    var pageLines: PageLines.State
    var pending: Space
    var preserved: [UInt8]
    var suppliedDepth: Int
    var isBracketOpen: Bool
    var isAbsent: Bool
  }

  func checkpoint() -> Checkpoint {
    Checkpoint(
      builder: Counts(
        bytes: bytes.count, marks: marks.count, markup: markup.count, hints: hints.count,
        spans: spans.count, pageLines: pageLines.state, pending: pending, preserved: preserved,
        suppliedDepth: suppliedDepth, isBracketOpen: isBracketOpen, isAbsent: isAbsent))
  }

  /// Takes back all that came after a checkpoint.
  mutating func rollBack(to checkpoint: Checkpoint) {
    let counts = checkpoint.builder
    bytes.removeSubrange(min(counts.bytes, bytes.count)...)
    marks.removeSubrange(min(counts.marks, marks.count)...)
    markup.removeSubrange(min(counts.markup, markup.count)...)
    hints.removeSubrange(min(counts.hints, hints.count)...)
    spans.removeSubrange(min(counts.spans, spans.count)...)
    for index in spans.indices where spans[index].map({ $0 >= counts.bytes }) == true {
      spans[index] = nil
    }
    places.cut(to: counts.bytes)
    pageLines.goBack(to: counts.pageLines)
    (pending, preserved, isJoining) = (counts.pending, counts.preserved, false)
    isBehindName = false
    (suppliedDepth, isBracketOpen) = (counts.suppliedDepth, counts.isBracketOpen)
    isAbsent = counts.isAbsent
    hasLineEnded = true
  }

  /// The text that came after a checkpoint, without white space around it.
  func text(since checkpoint: Checkpoint) -> String {
    let start = min(checkpoint.builder.bytes, bytes.count)
    let text = bytes[start...].drop(while: XMLCharacters.isSpace)
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: The end

  /// The text as a source.
  func sourceText(path: String) -> SourceText {
    var text = SourceText(path: path, bytes: bytes, body: 0..<bytes.count, marks: marks)
    text.places = places
    text.pageLines = pageLines
    text.markup = Self.ordered(markup)
    text.hints = Self.ordered(hints)
    return text
  }

  /// Markup by where it begins, the outer before the inner. It was added when it ended, so that of
  /// two over the same words the later is the outer.
  ///
  /// Sorting holds several copies at once, so what is in order is left as it is: with a `w` for each
  /// word, half of all memory.
  private static func ordered(_ markup: [Markup]) -> [Markup] {
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
  private static func ordered(_ hints: [WordHint]) -> [WordHint] {
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

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
