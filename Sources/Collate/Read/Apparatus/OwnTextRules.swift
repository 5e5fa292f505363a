// The text of a file that this program wrote: every byte counts.
//
// Text is the text of the witnesses that it speaks for; the border of two `p` is the usual break; a
// `milestone` that names a witness in `@edRef` says what that has there, and then the white space
// of the text itself does not count for it; `ptr` to a note stands for the note's text.
extension ApparatusWalk {
  /// Takes an element as this program writes it.
  mutating func visitOwn(_ node: Int, _ scope: [Int]) throws(ReadError) {
    switch tree.nodes[node].name {
    case "p":
      let part = tree.attribute("part", of: node) ?? ""
      try visitBlock(node, scope, endsParagraph: !["I", "M"].contains(part))
    case "ab": try visitBlock(node, scope, endsParagraph: false)
    case "milestone": takeMilestone(node, scope)
    case "anchor":
      if let mark = notation("n", node) { take(between: mark, .noteMark, live(scope)) }
    case "gap": takeGap(notation("n", node) ?? Array("<…>".utf8), live(scope))
    case "g": if let text = character(node) { take(word: text, nil, live(scope)) }
    case "ptr": takeNote(node, scope)
    case "label":
      let kind = Mark.Kind(teiName: tree.attribute("type", of: node) ?? "")
      take(between: spelled(node), kind, live(scope))
    case "supplied": try visitSupplied(node, scope)
    case "unclear":
      try visitChildren(of: node, scope)
      take(between: notation("n", node) ?? [], .uncertain, live(scope))
    case "note", "witDetail", "listApp": break
    default: try visitChildren(of: node, scope)
    }
  }

  /// The value of an attribute in backslash notation.
  private func notation(_ name: String, _ node: Int) -> [UInt8]? {
    tree.attribute(name, of: node).flatMap(TEINotation.unescape).map { Array($0.utf8) }
  }

  // MARK: Blocks

  /// Takes a paragraph or a part of one; the break behind it is owed until the next begins.
  private mutating func visitBlock(
    _ node: Int, _ scope: [Int], endsParagraph: Bool
  ) throws(ReadError) {
    blocks.append(endsParagraph)
    for text in live(scope) where texts[text].said.owesBreak {
      texts[text].append(usualBreak[...], origin: stream)
      texts[text].said.owesBreak = false
    }
    stream += usualBreak.count
    try visitChildren(of: node, scope)
    blocks.removeLast()
    guard endsParagraph else { return }
    for text in live(scope)
    where !texts[text].said.isApart && !texts[text].said.isSpelledOut {
      texts[text].said.owesBreak = true
    }
  }

  private mutating func visitSupplied(_ node: Int, _ scope: [Int]) throws(ReadError) {
    let rend = tree.attribute("rend", of: node) ?? ""
    if !rend.contains("no-open") { take(word: [0x5B], .suppliedOpen, live(scope)) }
    try visitChildren(of: node, scope)
    if !rend.contains("no-close") { take(word: [0x5D], .suppliedClose, live(scope)) }
  }

  // MARK: What witnesses get

  /// Text counts inside paragraphs alone; elsewhere it is there for the look of the file.
  mutating func takeOwnText(_ node: Int, _ scope: [Int]) {
    guard !blocks.isEmpty else { return }
    let bytes = tree.bytes(of: node)
    let words = WhiteSpaceScan.end(of: bytes)
    for text in scope {
      let isSaid = texts[text].said.isApart || texts[text].said.isSpelledOut
      let from = isSaid ? words : bytes.startIndex
      texts[text].append(bytes[from...], origin: stream + from - bytes.startIndex)
      if words < bytes.endIndex { texts[text].said = .init() }
    }
    stream += bytes.count
  }

  /// A gap, and the brackets of the editor around it.
  private mutating func takeGap(_ bytes: [UInt8], _ scope: [Int]) {
    guard bytes.starts(with: "[<".utf8), bytes.last == 0x5D else {
      return take(word: bytes, .gap, scope)
    }
    take(word: [0x5B], .suppliedOpen, scope)
    take(word: Array(bytes[1..<bytes.count - 1]), .gap, scope)
    take(word: [0x5D], .suppliedClose, scope)
  }

  private mutating func take(word: [UInt8], _ kind: Mark.Kind?, _ scope: [Int]) {
    take(between: word, kind, scope)
    for text in scope { texts[text].said = .init() }
  }

  private mutating func take(between bytes: [UInt8], _ kind: Mark.Kind?, _ scope: [Int]) {
    for text in scope { texts[text].append(bytes[...], origin: stream, mark: kind) }
    stream += bytes.count
  }

  /// Takes white space, or a mark, that a milestone spells out for all or for the witnesses that it
  /// names.
  private mutating func takeMilestone(_ node: Int, _ scope: [Int]) {
    let unit = tree.attribute("unit", of: node) ?? ""
    let isSpace = unit == "space" || unit == "paragraph"
    let bytes = notation("n", node) ?? []
    let kind = isSpace ? nil : Mark.Kind(teiName: unit)
    if let pointers = tree.attribute("edRef", of: node) {
      let named = pointed(pointers)
      take(between: bytes, kind, named)
      if isSpace { for text in named { texts[text].said.isApart = true } }
    } else {
      let meant = live(scope).filter { !(isSpace && texts[$0].said.isApart) }
      take(between: bytes, kind, meant)
      if isSpace { for text in meant { texts[text].said.isSpelledOut = true } }
    }
  }

  private func pointed(_ pointers: String) -> [Int] {
    ApparatusWitnesses.pointers(pointers).flatMap { names.resolve($0) ?? [] }
      .compactMap { textOfItem[$0] }
  }

  /// `ptr` to a note of the transcript.
  private mutating func takeNote(_ node: Int, _ scope: [Int]) {
    guard let target = tree.attribute("target", of: node), let note = tree.element(id: target),
      tree.nodes[note].name == "note"
    else { return }
    let kind: Mark.Kind = tree.attribute("type", of: note) == "remark" ? .remark : .note
    let meant = tree.attribute("corresp", of: node).map(pointed) ?? live(scope)
    take(between: spelled(note), kind, meant)
  }

  /// The text of an element, characters that XML cannot hold among it.
  func spelled(_ node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for at in node..<tree.nodes[node].end {
      if tree.nodes[at].isText {
        bytes += tree.bytes(of: at)
      } else if let text = character(at) {
        bytes += text
      }
    }
    return bytes
  }

  /// What `g` stands for: the character that its `@ref` numbers, or the mapping of its declaration.
  func character(_ node: Int) -> [UInt8]? {
    guard tree.nodes[node].name == "g", let ref = tree.attribute("ref", of: node) else {
      return nil
    }
    if let scalar = TEINotation.character(id: ref.drop { $0 == "#" }) {
      return Array(String(Character(scalar)).utf8)
    }
    let mapping = tree.element(id: ref).flatMap { tree.elements("mapping", in: $0).first }
    return mapping.map { tree.wholeText(of: $0) }
  }
}

/// White space at the start of a text.
enum WhiteSpaceScan {
  /// Where it ends, no-break spaces among it.
  static func end(of text: ArraySlice<UInt8>) -> Int {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == 0x20 || (0x09...0x0D).contains(text[at]) {
        at += 1
      } else if text[at] == 0xC2, at + 1 < text.endIndex, text[at + 1] == 0xA0 {
        at += 2
      } else {
        break
      }
    }
    return at
  }
}
