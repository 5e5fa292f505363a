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
  private var hasNamedWitness = false
  /// Whether there is an `app`.
  private(set) var hasApparatus = false
  /// Names by which readings point to the witness that is taken.
  private var wanted: Set<String> = []

  var frames: [Frame] = []
  var choices: [Choice] = []
  var entries: [Entry] = []
  /// What is known of each name of an element, by its number; filled as they come.
  private var known: [Known?] = []
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

  /// What ends with an open element.
  struct Frame {
    var kind: TEIElement
    var name: Int
    var mode: TEIReadingRules.Mode
    var isPreserving: Bool
    /// Text directly in it is not text: `app`, `choice`.
    var isStructure = false
    var holdsSpan = false
    /// Attributes of an element that is kept as markup.
    var markup: [Markup.Attribute]?
    var form: String?
    /// Whether it goes on with the word before.
    var continuesWord = false
    /// Whether it is the beginning or middle of a block that stands in parts.
    var isContinued = false
    var isSupplied = false
    /// Its id, if a correction that is marked by its ends ends with it.
    var endsCorrection: String?
    /// Length of the text when it began.
    var start: Int
    /// Where its tag stands in the file.
    var tagStart: Int
  }

  /// A `choice` that is open.
  struct Choice {
    var checkpoint: TextBuilder.Checkpoint
    var best = -1.0
    /// Name of the side that is written, and the text of another.
    var written = ""
    var other: String?
    var otherName = ""
  }

  /// An `app` that is open.
  struct Entry {
    var checkpoint: TextBuilder.Checkpoint
    /// Corrections that were open when it began.
    var correctionCount: Int
    var isDecided = false
    var hasReading = false
  }

  private struct Known {
    var name: String
    var kind: TEIElement
    var mode: TEIReadingRules.Mode
    /// Attributes to keep, if the element is one that is kept as markup.
    var attributes: [StaticString]?
  }

  init(
    _ input: InputBytes, rules: TEIReadingRules, layer: Layer = .final,
    limits: XMLLimits = .standard
  ) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
    self.rules = rules
    self.layer = layer
    out = TextBuilder(source: input.bytes)
    wanted = Set(rules.taken)
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

  private mutating func take(_ range: Range<Int>) {
    guard let frame = frames.last, !frame.isStructure else { return }
    if frame.isPreserving, isInBlock { out.takePreserved(range) } else { out.take(range) }
  }

  /// Whether white space counts here where it is kept: not between paragraphs.
  private var isInBlock: Bool { frames.last?.kind != .container }

  // MARK: Start tags

  private mutating func begin(_ name: Int) throws(ReadError) {
    let element = knowledge(of: name)
    if element.name == "teiHeader" {
      facts = try TEIHeaderReader.read(&scanner)
      transposition = transposition ?? facts.transposition
      for siglum in rules.taken { wanted.formUnion(facts.pointers(to: siglum)) }
      return
    }
    if frames.isEmpty { noteRoot() }
    if element.kind == .include {
      throw ReadError(
        scanner.path, at: scanner.place(scanner.tagStart),
        .externalInclude(scanner.attribute("href") ?? ""))
    }
    var frame = Frame(
      kind: element.kind, name: name, mode: element.mode,
      isPreserving: frames.last?.isPreserving ?? false, start: out.bytes.count,
      tagStart: scanner.tagStart)
    if let space = scanner.attribute("xml:space") { frame.isPreserving = space == "preserve" }
    if !corrections.isEmpty { frame.endsCorrection = correctionEndingHere() }
    if frames.last?.kind == .choice, try !beginSide(element.name, &frame) {
      return endCorrections(frame)
    }
    guard try enter(element.name, &frame) else {
      try skip()
      return endCorrections(frame)
    }
    frames.append(frame)
  }

  /// The transcription's own id may be its siglum, its language that of the text.
  private mutating func noteRoot() {
    if let id = scanner.attribute("xml:id") { rootID = id }
    if let language = scanner.attribute("xml:lang"), isLanguageTag(language) {
      rootLanguage = language
    }
  }

  private(set) var rootID: String?
  private(set) var rootLanguage: String?

  private mutating func knowledge(of name: Int) -> Known {
    while known.count <= name { known.append(nil) }
    if let found = known[name] { return found }
    let local = scanner.localName(name)
    let made = Known(
      name: local, kind: TEIElement(name: local), mode: rules.mode(of: local),
      attributes: TEIMarkup.names(of: local))
    known[name] = made
    return made
  }

  /// Does what the start of an element asks for; false where the whole element is to be left out.
  private mutating func enter(_ name: String, _ frame: inout Frame) throws(ReadError) -> Bool {
    switch frame.kind {
    case .addition, .deletion: if !enterCorrection(name, frame.kind) { return false }
    case .addedSpan, .deletedSpan:
      try beginCorrection(name, frame.kind)
      return false
    case .transposition: noteTransposition()
    default: break
    }
    guard frame.mode != .hide, !isNoteMark(name) else { return false }
    if name == "label", scanner.attribute("type") == "speaker" {
      (frame.kind, frame.mode) = (.speaker, .keep)
    }
    if name == "seg", scanner.attribute("type") == "word" { frame.kind = .word }
    switch frame.kind {
    case .container, .block: beginBlock(.block, &frame)
    case .line: beginBlock(.line, &frame)
    case .cell: out.space(.blank)
    case .border: border(name)
    case .app:
      hasApparatus = true
      entries.append(
        Entry(checkpoint: out.checkpoint(), correctionCount: corrections.count))
      frame.isStructure = true
    case .readingGroup, .substitution: frame.isStructure = true
    case .reading: if !enterReading(name) { return false }
    case .choice: enterChoice(&frame)
    case .restoration: restorations += 1
    case .word: enterWord(name, &frame)
    case .glyph: glyph()
    case .extent: extent(name)
    case .anchor: anchor()
    default: break
    }
    beginStretch(name, &frame)
    if frame.kind == .supplied, frame.mode == .significant {
      out.beginSupplied()
      frame.isSupplied = true
    }
    return true
  }

  private mutating func noteTransposition() {
    transposition = transposition ?? scanner.tagStart
  }

  private func isNoteMark(_ name: String) -> Bool {
    name == "ref" && scanner.attribute("type") == "note-mark"
  }

  /// Remembers from where on the element's words stand, if anything is to be said of them.
  private mutating func beginStretch(_ name: String, _ frame: inout Frame) {
    if frame.mode == .keep {
      out.beginKept()
      return
    }
    if let names = known[frame.name]?.attributes {
      frame.markup =
        scanner.attributes.isEmpty
        ? [] : TEIMarkup.attributes(named: names) { scanner.attribute($0) }
    }
    frame.holdsSpan = frame.markup != nil || frame.mode == .significant || frame.kind == .word
    if frame.holdsSpan { out.beginSpan() }
  }

  /// A block or line begins; the middle or end of one that stands in parts goes on with it.
  private mutating func beginBlock(_ space: TextBuilder.Space, _ frame: inout Frame) {
    let part = scanner.attribute("part")
    frame.isContinued = part == "I" || part == "M"
    if part == "M" || part == "F" { out.continueBlock() } else { out.space(space) }
  }

  private mutating func endBlock(_ space: TextBuilder.Space, _ frame: Frame) {
    if !frame.isContinued {
      out.space(space)
    } else if !frame.isPreserving {
      out.space(.blank)
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
        if knowledge(of: name).kind == .transposition { noteTransposition() }
      case .end: depth -= 1
      default: break
      }
    }
  }

  // MARK: End tags

  private mutating func end() {
    guard let frame = frames.popLast() else { return }
    let isEmpty = frame.start == out.bytes.count
    if frame.kind == .gap, isEmpty { gap(at: frame.tagStart) }
    if frame.mode == .keep { endKept(frame) }
    if frame.isSupplied { out.endSupplied() }
    if frame.holdsSpan { endStretch(frame) }
    switch frame.kind {
    case .container, .block: endBlock(.block, frame)
    case .line: endBlock(.line, frame)
    case .cell: out.space(.blank)
    case .app: entries.removeLast()
    case .choice: endChoice()
    case .restoration: restorations -= 1
    case .word: words.end(at: out.bytes.count, isPunctuation: isPunctuation(frame))
    default: break
    }
    endCorrections(frame)
  }

  private func isPunctuation(_ frame: Frame) -> Bool { scanner.localName(frame.name) == "pc" }

  private mutating func endKept(_ frame: Frame) {
    switch frame.kind {
    case .speaker: out.endKept(.speaker)
    default: out.endKept(scanner.localName(frame.name) == "note" ? .note : .remark)
    }
  }

  private mutating func endStretch(_ frame: Frame) {
    guard let range = out.endSpan(), !range.isEmpty else { return }
    if let markup = frame.markup {
      let name = scanner.localName(frame.name)
      out.add(Markup(element: name, attributes: markup, range: range))
    }
    if scanner.localName(frame.name) == "abbr" {
      out.add(WordHint(range: range, kind: .abbreviated))
    }
    if frame.kind == .word {
      out.addWord(range, form: frame.form, isContinuing: frame.continuesWord)
    } else if frame.mode == .significant, frame.kind != .supplied {
      let name = scanner.localName(frame.name)
      out.add(WordHint(range: range, kind: .significant(name)))
    }
  }

  /// A place where the text has something that nobody can read.
  private mutating func gap(at tagStart: Int) {
    out.insert("<…>", .gap, from: tagStart)
  }

  // MARK: Readings

  /// Whether the reading is the witness's, as far as can be said yet.
  private mutating func enterReading(_ name: String) -> Bool {
    guard var entry = entries.popLast() else { return true }
    defer { entries.append(entry) }
    let pointers = scanner.attribute("wit")
    if entry.isDecided { return false }
    if rules.take == nil {
      if entry.hasReading, name != "lem" { return false }
      entry.isDecided = name == "lem"
    } else if names(pointers ?? "") {
      if entry.hasReading {
        out.rollBack(to: entry.checkpoint)
        forgetCorrections(from: entry.correctionCount)
      }
      entry.isDecided = true
      hasNamedWitness = true
    } else if name != "lem" || pointers != nil {
      return false
    }
    entry.hasReading = true
    return true
  }

  /// Whether the header or a reading names the witness.
  func knows(_ siglum: String) -> Bool {
    facts.witness(siglum) != nil || hasNamedWitness
  }

  func names(_ pointers: String) -> Bool {
    pointers.split(separator: " ").contains { pointer in
      wanted.contains(pointer.pointedID)
    }
  }

  /// The witness breaks off or begins, goes on or ends.
  private mutating func extent(_ name: String) {
    switch name {
    case "lacunaStart", "witEnd":
      gap(at: scanner.tagStart)
      out.isAbsent = true
    case "witStart":
      // All that was taken before is not in this witness.
      out.beginWitness()
      fallthrough
    default:
      out.isAbsent = false
    }
  }
}
