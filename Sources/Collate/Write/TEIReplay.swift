/// Rebuilds all witnesses from TEI that this program wrote, in one pass.
///
/// The reading rules, for each witness that an element speaks for: text is its text; the border of
/// two `p` is the usual break; a `milestone` that names it in `@edRef` gives what it has there, and
/// then the white space of the text itself does not count for it; `ptr` to a note stands for the
/// note's text.
struct TEIReplay {
  private var scanner: TEIScanner
  private var usualBreak: [UInt8] = []
  /// The witnesses by their ids, which are numbered in the same order.
  private var ids = ByteTable()
  private(set) var sigla: [String] = []
  /// The bytes of each witness, as far as read.
  private(set) var texts: [[UInt8]] = []
  /// Where in the text of a witness a note belongs.
  private var places: [(witness: Int, offset: Int, id: String)] = []
  private var notes: [String: [UInt8]] = [:]

  /// The witnesses that each open element speaks for, innermost last.
  private var scopes: [[Int]] = []
  private var states: [State] = []
  /// Whether each open `p` ends a paragraph.
  private var endings: [Bool] = []
  /// Whether text belongs to the witnesses: inside `p` and `ab`.
  private var blockDepth = 0

  /// What was said of one witness since its last word.
  private struct State {
    /// A milestone that names it gave its white space.
    var isApart = false
    /// A milestone that names nobody gave the white space of all.
    var isSpelledOut = false
    /// A paragraph ended, and its break is not yet written.
    var owesBreak = false
  }

  /// Takes a whole file of this program; nothing is read before `run`.
  init(_ tei: [UInt8]) {
    scanner = TEIScanner(tei)
  }

  /// Reads the file and returns each witness; O(b · w) for b bytes that speak for w witnesses each.
  mutating func run() -> [[UInt8]] {
    while let event = scanner.next() {
      switch event {
      case .text(let range): if blockDepth > 0 { take(text: scanner.text(in: range)) }
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
    }
    return withNotes()
  }

  // MARK: Tags

  /// Does what a start tag asks for.
  private mutating func start(_ tag: TEIScanner.Tag) {
    let name = tag.name
    if scanner.holds(name, "lem") || scanner.holds(name, "rdg") {
      let scope = pointed(scanner.range(of: "wit", in: tag))
      if !tag.isEmpty { scopes.append(scope) }
    } else if scanner.holds(name, "p"), !scopes.isEmpty {
      beginBlock(endsParagraph: !["I", "M"].contains(scanner.attribute("part", of: tag) ?? ""))
    } else if scanner.holds(name, "ab") {
      beginBlock(endsParagraph: false)
    } else if scanner.holds(name, "witness") {
      readWitness(tag)
    } else if scanner.holds(name, "div") {
      startDivision(tag)
    } else if blockDepth > 0 {
      startInline(tag)
    } else if scanner.holds(name, "note"), let id = scanner.attribute("xml:id", of: tag) {
      notes[id] = readText()
    }
  }

  /// Does what an end tag asks for.
  private mutating func end(_ name: Range<Int>) {
    if scanner.holds(name, "lem") || scanner.holds(name, "rdg") {
      scopes.removeLast()
    } else if scanner.holds(name, "p") || scanner.holds(name, "ab") {
      if blockDepth > 0 { endBlock() }
    } else if scanner.holds(name, "supplied"), suppliedClosings.popLast() == true {
      take(word: [0x5D])
    } else if scanner.holds(name, "unclear"), let mark = unclearMarks.popLast() {
      take(between: mark)
    }
  }

  private mutating func startDivision(_ tag: TEIScanner.Tag) {
    guard let rend = scanner.attribute("rend", of: tag), rend.hasPrefix("break:") else { return }
    usualBreak = Array((TEINotation.unescape(String(rend.dropFirst(6))) ?? "").utf8)
    scopes = [Array(texts.indices)]
  }

  private var suppliedClosings: [Bool] = []
  private var unclearMarks: [[UInt8]] = []

  /// The same for what stands among words.
  private mutating func startInline(_ tag: TEIScanner.Tag) {
    let name = tag.name
    func value(_ attribute: StaticString) -> [UInt8]? {
      scanner.attribute(attribute, of: tag).flatMap(TEINotation.unescape).map { Array($0.utf8) }
    }
    if scanner.holds(name, "milestone") {
      takeMilestone(tag, value("n") ?? [])
    } else if scanner.holds(name, "anchor") {
      take(between: value("n") ?? [])
    } else if scanner.holds(name, "gap") {
      take(word: value("n") ?? Array("<…>".utf8))
    } else if scanner.holds(name, "g"), let scalar = character(tag) {
      take(word: Array(String(Character(scalar)).utf8))
    } else if scanner.holds(name, "ptr"), let target = scanner.attribute("target", of: tag) {
      takePointer(tag, String(target.dropFirst()))
    } else if scanner.holds(name, "label") {
      take(between: readText())
    } else if scanner.holds(name, "supplied") {
      let rend = scanner.attribute("rend", of: tag) ?? ""
      if !rend.contains("no-open") { take(word: [0x5B]) }
      suppliedClosings.append(!rend.contains("no-close"))
    } else if scanner.holds(name, "unclear") {
      unclearMarks.append(value("n") ?? [])
    }
  }

  private func character(_ tag: TEIScanner.Tag) -> Unicode.Scalar? {
    scanner.attribute("ref", of: tag).flatMap { TEINotation.character(id: $0.dropFirst()) }
  }

  // MARK: Header

  /// Reads a witness of the list with what stands before its text.
  private mutating func readWitness(_ tag: TEIScanner.Tag) {
    _ = ids.intern(scanner.attribute("xml:id", of: tag) ?? "", tag: 0)
    states.append(State())
    var head: [UInt8] = []
    loop: while let event = scanner.next() {
      switch event {
      case .start(let tag) where scanner.holds(tag.name, "note"):
        let text = readText()
        if scanner.attribute("type", of: tag) == "front-matter" { head = text }
      case .start(let tag) where scanner.holds(tag.name, "abbr"):
        sigla.append(String(decoding: readText(), as: UTF8.self))
      case .end(let name) where scanner.holds(name, "witness"): break loop
      default: break
      }
    }
    texts.append(head)
  }

  /// The text up to the end of the element that has just begun.
  private mutating func readText() -> [UInt8] {
    var text: [UInt8] = []
    while let event = scanner.next() {
      switch event {
      case .text(let range): text += scanner.text(in: range)
      case .start(let tag):
        if let scalar = character(tag) { text += Array(String(Character(scalar)).utf8) }
      case .end: return text
      }
    }
    return text
  }

  private func pointed(_ pointers: Range<Int>?) -> [Int] {
    var witnesses: [Int] = []
    guard let pointers else { return witnesses }
    scanner.forEachPointer(in: pointers) { id in
      if let witness = ids.id(of: id, tag: 0) { witnesses.append(Int(witness)) }
    }
    return witnesses
  }

  // MARK: What witnesses get

  private mutating func beginBlock(endsParagraph: Bool) {
    blockDepth += 1
    endings.append(endsParagraph)
    for witness in scopes.last ?? [] where states[witness].owesBreak {
      texts[witness] += usualBreak
      states[witness].owesBreak = false
    }
  }

  private mutating func endBlock() {
    blockDepth -= 1
    guard endings.removeLast() else { return }
    for witness in scopes.last ?? []
    where !states[witness].isApart && !states[witness].isSpelledOut {
      states[witness].owesBreak = true
    }
  }

  private mutating func take(text: [UInt8]) {
    let start = Self.endOfSpace(text)
    for witness in scopes.last ?? [] {
      let isSaid = states[witness].isApart || states[witness].isSpelledOut
      texts[witness] += isSaid ? text[start...] : text[...]
      if start < text.endIndex { states[witness] = State() }
    }
  }

  private mutating func take(word: [UInt8]) {
    for witness in scopes.last ?? [] {
      texts[witness] += word
      states[witness] = State()
    }
  }

  private mutating func take(between: [UInt8]) {
    for witness in scopes.last ?? [] { texts[witness] += between }
  }

  /// Takes white space or a mark that a milestone spells out.
  private mutating func takeMilestone(_ tag: TEIScanner.Tag, _ n: [UInt8]) {
    let isSpace = ["space", "paragraph"].contains(scanner.attribute("unit", of: tag) ?? "")
    if let pointers = scanner.range(of: "edRef", in: tag) {
      for witness in pointed(pointers) {
        texts[witness] += n
        if isSpace { states[witness].isApart = true }
      }
    } else {
      for witness in scopes.last ?? [] where !(isSpace && states[witness].isApart) {
        texts[witness] += n
        if isSpace { states[witness].isSpelledOut = true }
      }
    }
  }

  private mutating func takePointer(_ tag: TEIScanner.Tag, _ id: String) {
    let pointers = scanner.range(of: "corresp", in: tag)
    for witness in pointers.map({ pointed($0) }) ?? scopes.last ?? [] {
      places.append((witness, texts[witness].count, id))
    }
  }

  /// The texts with their notes put in.
  private func withNotes() -> [[UInt8]] {
    var results: [[UInt8]] = texts.map { _ in [] }
    var done = texts.map { _ in 0 }
    for place in places {
      results[place.witness] += texts[place.witness][done[place.witness]..<place.offset]
      results[place.witness] += notes[place.id] ?? []
      done[place.witness] = place.offset
    }
    for witness in texts.indices { results[witness] += texts[witness][done[witness]...] }
    return results
  }

  // MARK: White space

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isNoBreakSpace(_ text: [UInt8], _ at: Int) -> Bool {
    text[at] == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0
  }

  /// Where white space at the start of a text ends, no-break spaces among it.
  private static func endOfSpace(_ text: [UInt8]) -> Int {
    var at = 0
    while at < text.count {
      if isSpace(text[at]) {
        at += 1
      } else if isNoBreakSpace(text, at) {
        at += 2
      } else {
        break
      }
    }
    return at
  }
}
