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
  private(set) var hasCorrections = false
  /// Elements `restore` that are open: what is deleted in them stands again.
  var restorations = 0
  /// Length of the text when the last `w` ended.
  var lastWordEnd = -1

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
    var isSupplied = false
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
    if frames.last?.kind == .choice, try !beginSide(element.name, &frame) { return }
    guard try enter(element.name, &frame) else { return try skip() }
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
    if frame.kind == .addition || frame.kind == .deletion, !enterCorrection(name, &frame) {
      return false
    }
    guard frame.mode != .hide, !isNoteMark(name) else { return false }
    if name == "label", scanner.attribute("type") == "speaker" {
      (frame.kind, frame.mode) = (.speaker, .keep)
    }
    switch frame.kind {
    case .container, .block: out.space(.block)
    case .line: out.space(.line)
    case .cell: out.space(.blank)
    case .border: border(name)
    case .app:
      hasApparatus = true
      entries.append(Entry(checkpoint: out.checkpoint()))
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

  /// Passes over the rest of an element.
  private mutating func skip() throws(ReadError) {
    var depth = 1
    while depth > 0, let event = try scanner.next() {
      switch event {
      case .start: depth += 1
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
    case .container, .block: out.space(.block)
    case .line: out.space(.line)
    case .cell: out.space(.blank)
    case .app: entries.removeLast()
    case .choice: endChoice()
    case .restoration: restorations -= 1
    case .word: lastWordEnd = out.bytes.count
    default: break
    }
  }

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
    if frame.kind == .word {
      out.add(WordHint(range: range, kind: .word(form: frame.form)))
    } else if frame.mode == .significant, frame.kind != .supplied {
      let name = scanner.localName(frame.name)
      out.add(WordHint(range: range, kind: .significant(name)))
    }
  }

  /// A place where the text has something that nobody can read.
  private mutating func gap(at tagStart: Int) {
    out.insert("<…>", .gap, from: tagStart)
  }

  // MARK: Corrections

  /// Whether an addition or deletion is in the text of this layer.
  private mutating func enterCorrection(_ name: String, _ frame: inout Frame) -> Bool {
    hasCorrections = true
    if rules.elements[name] != nil, !rules.hasLayers { return true }
    switch (layer, frame.kind) {
    case (.final, .addition), (.beforeCorrection, .deletion): return true
    case (.final, _): return restorations > 0
    default: return false
    }
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
      if entry.hasReading { out.rollBack(to: entry.checkpoint) }
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
      wanted.contains(String(pointer.hasPrefix("#") ? pointer.dropFirst() : pointer))
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
