/// Collects the text that is taken out of a file, with its marks and where everything stood.
///
/// Everything can be taken back to a checkpoint, for readings and sides that turn out not to be the
/// wanted ones.
struct TextBuilder: Sendable {
  private(set) var bytes: [UInt8] = []
  private var marks: [Mark] = []
  private var stretches = TextStretches()
  private var places = PlaceTable()
  var pageLines = PageLines()

  private var pending = PendingSpace()
  /// Whether a line of the file ended since the last run of places began.
  private var hasLineEnded = false
  private var suppliedDepth = 0
  /// Stretches that were open when the outermost supplied one began: its bracket stands in them.
  private var stretchesAroundSupplied = 0
  private var isBracketOpen = false
  /// Stretches kept beside the text that are open.
  private var keptDepth = 0
  /// Whether the witness is not there to be read.
  var isAbsent = false
  /// Open stretches whose words are not in the text, though borders in them are.
  private var silences = 0

  private let source: [UInt8]
  private var cursor: PlaceCursor

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
      at = XMLCharacters.endOfWords(in: source, from: at, before: range.upperBound)
      append(source[start..<at], from: start)
    }
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
        if !isMute { pending.keep(source[at..<end]) }
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
      if preserving, !isAbsent { pending.keepNamed(UInt8(scalar.value)) } else { space(.blank) }
    } else {
      append(Array(String(Character(scalar)).utf8)[...], from: offset)
      // A reference is longer than what it stands for.
      hasLineEnded = true
    }
  }

  private var isMute: Bool { isAbsent || silences > 0 }

  /// Writes bytes of a word that begins or goes on at an offset of the file.
  private mutating func append(_ text: ArraySlice<UInt8>, from offset: Int) {
    guard !isMute else { return }
    writeSpace()
    if suppliedDepth > 0, keptDepth == 0, !isBracketOpen { openBracket(offset) }
    note(offset)
    stretches.beginWord(at: bytes.count)
    bytes += text
  }

  /// Begins a run of places if the text and the file are out of step here.
  private mutating func note(_ offset: Int) {
    if !hasLineEnded, places.continues(at: bytes.count, offset) { return }
    places.append(bytes.count, cursor.advance(to: offset, in: source))
    hasLineEnded = false
  }

  /// What follows is not in the text, until as many stretches have ended as have begun.
  mutating func beginSilence() { silences += 1 }

  /// The stretch begun last that is not in the text ends.
  mutating func endSilence() { silences -= 1 }

  /// The witness begins here: what was taken so far is not in it, and a gap stands for it.
  mutating func beginWitness() {
    guard !bytes.isEmpty || isAbsent else { return }
    (bytes, marks, places, pageLines) = ([], [], PlaceTable(), PageLines())
    stretches.clear()
    (isBracketOpen, isAbsent, hasLineEnded) = (false, false, true)
    insert("<…>", .gap, from: 0)
    space(.blank)
  }

  /// The text as a source.
  func sourceText(path: String) -> SourceText {
    var text = SourceText(path: path, bytes: bytes, body: 0..<bytes.count, marks: marks)
    text.places = places
    text.pageLines = pageLines
    text.markup = stretches.orderedMarkup
    text.hints = stretches.orderedHints
    return text
  }
}

// MARK: - White space

extension TextBuilder {
  /// Asks for white space before the next word.
  mutating func space(_ space: PendingSpace.Kind) {
    pending.ask(for: space, insideParagraph: keptDepth > 0)
  }

  /// A border that does not divide the word it stands in: blanks around it are nothing.
  mutating func join() {
    if silences == 0 { pending.join() }
  }

  /// The word before goes on with what follows: no border stands between.
  mutating func joinWord() {
    if silences == 0 { pending.joinWord() }
  }

  /// The paragraph before goes on with what follows.
  mutating func continueBlock() { pending.continueBlock() }

  /// Writes the white space that is due.
  private mutating func writeSpace() {
    if !bytes.isEmpty {
      if pending.dividesLines, isBracketOpen { closeBracket() }
      pending.write(to: &bytes)
    }
    pending = PendingSpace()
  }

  /// Takes back a hyphen at the end of the text, if a letter stands before it.
  mutating func dropHyphen() {
    guard pending.isNone, silences == 0, marks.last?.range.upperBound != bytes.count,
      let length = TrailingHyphen.lengthBehindLetter(in: bytes)
    else { return }
    bytes.removeLast(length)
    hasLineEnded = true
    stretches.cut(to: bytes.count)
  }
}

// MARK: - Marks

extension TextBuilder {
  /// Puts in a piece of text that the file does not have, under a mark.
  mutating func insert(_ text: String, _ kind: Mark.Kind, from offset: Int) {
    guard !isMute else { return }
    append(Array(text.utf8)[...], from: offset)
    guard keptDepth == 0 else { return }
    marks.append(Mark(kind: kind, range: bytes.count - text.utf8.count..<bytes.count))
    hasLineEnded = true
  }

  /// Words that follow were supplied by the editor.
  mutating func beginSupplied() {
    if suppliedDepth == 0 { stretchesAroundSupplied = stretches.depth }
    suppliedDepth += 1
  }

  /// The words that the editor supplied end.
  mutating func endSupplied() {
    suppliedDepth -= 1
    if suppliedDepth == 0, isBracketOpen { closeBracket() }
  }

  /// Opens the bracket around supplied words.
  private mutating func openBracket(_ offset: Int) {
    note(offset)
    stretches.beginOutermost(stretchesAroundSupplied, at: bytes.count)
    bracket(0x5B, .suppliedOpen)
    isBracketOpen = true
  }

  /// Closes it.
  private mutating func closeBracket() {
    bracket(0x5D, .suppliedClose)
    isBracketOpen = false
  }

  /// Writes a bracket under its mark.
  private mutating func bracket(_ byte: UInt8, _ kind: Mark.Kind) {
    marks.append(Mark(kind: kind, range: bytes.count..<bytes.count + 1))
    bytes.append(byte)
    hasLineEnded = true
  }

  /// What follows is kept beside the text and not compared.
  mutating func beginKept() {
    if isBracketOpen { closeBracket() }
    keptDepth += 1
    beginSpan()
  }

  /// What is kept beside the text ends, and has this mark.
  mutating func endKept(_ kind: Mark.Kind) {
    keptDepth -= 1
    guard let range = endSpan(), keptDepth == 0 else { return }
    marks.append(Mark(kind: kind, range: range))
    if kind == .speaker { pending.followName() }
  }
}

// MARK: - Stretches

extension TextBuilder {
  /// Begins a stretch: from the next word on.
  mutating func beginSpan() { stretches.begin() }

  /// Ends the stretch begun last; nil where it has no word.
  mutating func endSpan() -> Range<Int>? { stretches.end(at: bytes.count) }

  /// Says which element stood around words; not of words beside the text.
  mutating func add(_ markup: Markup) {
    if keptDepth == 0 { stretches.add(markup) }
  }

  /// Says something of words; not of words beside the text.
  mutating func add(_ hint: WordHint) {
    if keptDepth == 0 { stretches.add(hint) }
  }

  /// Says that a range is one word, or that it is one with the word that ends where it begins. What
  /// holds lines or paragraphs is no word, whatever the file calls it.
  mutating func addWord(_ range: Range<Int>, form: String?, isContinuing: Bool) {
    guard !bytes[range].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
    if keptDepth == 0 { stretches.addWord(range, form: form, isContinuing: isContinuing) }
  }
}

// MARK: - Taking back

extension TextBuilder {
  /// The state of a builder at some time.
  struct Checkpoint: Sendable {
    fileprivate var bytes: Int
    fileprivate var marks: Int
    fileprivate var stretches: TextStretches.Counts
    fileprivate var pageLines: PageLines.State
    fileprivate var pending: PendingSpace
    fileprivate var suppliedDepth: Int
    fileprivate var isBracketOpen: Bool
    fileprivate var isAbsent: Bool
  }

  /// The state now, to which `rollBack` leads.
  func checkpoint() -> Checkpoint {
    Checkpoint(
      bytes: bytes.count, marks: marks.count, stretches: stretches.counts,
      pageLines: pageLines.state, pending: pending, suppliedDepth: suppliedDepth,
      isBracketOpen: isBracketOpen, isAbsent: isAbsent)
  }

  /// Takes back all that came after a checkpoint.
  mutating func rollBack(to checkpoint: Checkpoint) {
    bytes.removeSubrange(min(checkpoint.bytes, bytes.count)...)
    marks.removeSubrange(min(checkpoint.marks, marks.count)...)
    stretches.goBack(to: checkpoint.stretches, length: checkpoint.bytes)
    places.cut(to: checkpoint.bytes)
    pageLines.goBack(to: checkpoint.pageLines)
    pending.goBack(to: checkpoint.pending)
    (suppliedDepth, isBracketOpen) = (checkpoint.suppliedDepth, checkpoint.isBracketOpen)
    isAbsent = checkpoint.isAbsent
    hasLineEnded = true
  }

  /// The text that came after a checkpoint, without white space around it.
  func text(since checkpoint: Checkpoint) -> String {
    let start = min(checkpoint.bytes, bytes.count)
    let text = bytes[start...].drop(while: XMLCharacters.isSpace)
    return String(decoding: text, as: UTF8.self)
  }
}
