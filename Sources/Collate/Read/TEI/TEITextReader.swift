/// Takes the text of one witness out of a TEI file.
///
/// One pass; besides the text it keeps a frame for every open element. What of an apparatus or a
/// `choice` is wanted shows only when all of it has been seen, so what was taken meanwhile can be
/// taken back (`TextBuilder.Checkpoint`).
struct TEITextReader {
  /// Which state of a text with corrections is read.
  enum Layer: Sendable {
    case final, beforeCorrection
  }

  var scanner: XMLScanner
  let rules: TEIReadingRules
  let layer: Layer
  var out: TextBuilder
  private(set) var facts = TEIHeaderFacts()
  private(set) var rootID: String?
  private(set) var rootLanguage: String?

  var frames: [Frame] = []
  var choices: [Choice] = []
  private(set) var readings: WantedReadings
  private var elements: TEIElementTable
  /// Whether there was an `add` or `del` to make layers of.
  var hasCorrections = false
  /// Elements `restore` that are open: what is deleted in them stands again.
  var restorations = 0
  /// Additions and deletions marked by their ends whose end has not come yet.
  var corrections: [OpenCorrection] = []
  /// What was seen of words so far, for those that stand in several parts.
  var words = WordParts()
  /// Where the first transposition stands that the document asks for; nil where it asks for none.
  private(set) var transposition: Int?

  /// Takes a whole file; throws only where it is larger than `limits` allow.
  init(
    _ input: InputBytes, rules: TEIReadingRules, layer: Layer = .final,
    limits: XMLLimits = .standard
  ) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
    self.rules = rules
    self.layer = layer
    out = TextBuilder(source: input.bytes)
    readings = WantedReadings(rules: rules)
    elements = TEIElementTable(rules: rules)
  }

  /// Reads the file to its end; O(bytes).
  ///
  /// Throws besides where an addition or deletion that is marked by its ends has no end.
  mutating func read() throws(ReadError) {
    while let event = try scanner.next() {
      switch event {
      case .start(let name): try begin(name)
      case .end: end()
      case .text(let range): take(range)
      case .character(let scalar, let range):
        guard let frame = frames.last, !frame.isStructure else { break }
        out.take(scalar, from: range.lowerBound, preserving: frame.isPreserving && isInBlock)
      }
    }
    if let unended = corrections.first { throw error(unended) }
  }

  /// Takes text, unless it stands where there is none.
  private mutating func take(_ range: Range<Int>) {
    guard let frame = frames.last, !frame.isStructure else { return }
    if frame.isPreserving, isInBlock { out.takePreserved(range) } else { out.take(range) }
  }

  /// Whether white space counts here where it is kept: not between paragraphs.
  private var isInBlock: Bool { frames.last?.kind != .container }

  // MARK: Start tags

  /// Does what a start tag asks for.
  private mutating func begin(_ name: Int) throws(ReadError) {
    let element = element(name)
    if element.name == "teiHeader" { return try readHeader() }
    if frames.isEmpty { noteRoot() }
    if element.kind == .include {
      throw ReadError(
        scanner.path, at: scanner.place(scanner.tagStart),
        .externalInclude(scanner.attribute("href") ?? ""))
    }
    var frame = frame(of: element, name)
    if frames.last?.kind == .choice, try !beginSide(element.name, &frame) {
      return endCorrections(frame)
    }
    guard try enter(element, &frame) else {
      try skip()
      return endCorrections(frame)
    }
    frames.append(frame)
  }

  /// What is known of an element by its name.
  private mutating func element(_ name: Int) -> TEIElementTable.Row {
    elements[name] ?? elements.add(scanner.localName(name), as: name)
  }

  /// Reads the header, and how readings will point to the witness.
  private mutating func readHeader() throws(ReadError) {
    facts = try TEIHeaderReader.read(&scanner)
    transposition = transposition ?? facts.transposition
    for siglum in rules.taken { readings.add(pointers: facts.pointers(to: siglum)) }
  }

  /// The transcription's own id may be its siglum, its language that of the text.
  private mutating func noteRoot() {
    if let id = scanner.attribute("xml:id") { rootID = id }
    if let language = scanner.attribute("xml:lang"), isLanguageTag(language) {
      rootLanguage = language
    }
  }

  /// The frame of the element whose tag was read last.
  private func frame(of element: TEIElementTable.Row, _ name: Int) -> Frame {
    var frame = Frame(
      kind: element.kind, name: name, mode: element.mode,
      isPreserving: frames.last?.isPreserving ?? false, start: out.bytes.count,
      tagStart: scanner.tagStart)
    if let space = scanner.attribute("xml:space") { frame.isPreserving = space == "preserve" }
    if !corrections.isEmpty { frame.endsCorrection = correctionEndingHere() }
    return frame
  }

  /// Does what the start of an element asks for; false where the whole element is to be left out.
  private mutating func enter(
    _ element: TEIElementTable.Row, _ frame: inout Frame
  ) throws(ReadError) -> Bool {
    switch frame.kind {
    case .addition, .deletion: if !enterCorrection(element.name, frame.kind) { return false }
    case .addedSpan, .deletedSpan:
      try beginCorrection(element.name, frame.kind)
      return false
    case .transposition: noteTransposition()
    default: break
    }
    guard frame.mode != .hide, !isNoteMark(element.name) else { return false }
    refine(&frame, element.name)
    guard enterKind(element.name, &frame) else { return false }
    beginStretch(element, &frame)
    return true
  }

  /// Remembers the first transposition.
  private mutating func noteTransposition() {
    transposition = transposition ?? scanner.tagStart
  }

  /// Whether an element is the mark of a note, which is none of the text.
  private func isNoteMark(_ name: String) -> Bool {
    name == "ref" && scanner.attribute("type") == "note-mark"
  }

  /// Takes elements for others that their type makes them.
  private func refine(_ frame: inout Frame, _ name: String) {
    if name == "label", scanner.attribute("type") == "speaker" {
      (frame.kind, frame.mode) = (.speaker, .keep)
    }
    if name == "seg", scanner.attribute("type") == "word" { frame.kind = .word }
  }

  /// Does what elements of a kind ask for; false where the whole element is to be left out.
  private mutating func enterKind(_ name: String, _ frame: inout Frame) -> Bool {
    switch frame.kind {
    case .container, .block: beginBlock(.block, &frame)
    case .line: beginBlock(.line, &frame)
    case .cell: out.space(.blank)
    case .border: border(name)
    case .app:
      readings.begin(.init(checkpoint: out.checkpoint(), correctionCount: corrections.count))
      frame.isStructure = true
    case .readingGroup, .substitution: frame.isStructure = true
    case .reading: return enterReading(name)
    case .choice: enterChoice(&frame)
    case .restoration: restorations += 1
    case .word: enterWord(name, &frame)
    case .glyph: glyph()
    case .extent: extent(name)
    case .anchor: anchor()
    default: break
    }
    return true
  }

  /// Whether a reading is the witness's, as far as can be said yet; what was taken for it before is
  /// taken back.
  private mutating func enterReading(_ name: String) -> Bool {
    switch readings.judge(name, witnesses: scanner.attribute("wit")) {
    case .passOver: return false
    case .take: return true
    case .takeInstead(let entry):
      out.rollBack(to: entry.checkpoint)
      forgetCorrections(from: entry.correctionCount)
      return true
    }
  }

  /// Passes over the rest of an element.
  private mutating func skip() throws(ReadError) {
    var depth = 1
    while depth > 0, let event = try scanner.next() {
      switch event {
      case .start(let name):
        depth += 1
        endCorrectionInside()
        if element(name).kind == .transposition { noteTransposition() }
      case .end: depth -= 1
      default: break
      }
    }
  }

  // MARK: End tags

  /// Does what an end tag asks for.
  private mutating func end() {
    guard let frame = frames.popLast() else { return }
    let isEmpty = frame.start == out.bytes.count
    if frame.kind == .gap, isEmpty { gap(at: frame.tagStart) }
    endStretch(frame)
    switch frame.kind {
    case .container, .block: endBlock(.block, frame)
    case .line: endBlock(.line, frame)
    case .cell: out.space(.blank)
    case .app: readings.end()
    case .choice: endChoice()
    case .restoration: restorations -= 1
    case .word: words.end(at: out.bytes.count, isPunctuation: scanner.localName(frame.name) == "pc")
    default: break
    }
    endCorrections(frame)
  }

  /// Whether the header or a reading names the witness.
  func knows(_ siglum: String) -> Bool {
    facts.witness(siglum) != nil || readings.hasNamedWitness
  }
}
