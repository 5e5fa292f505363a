// The text of a file that others made: white space is folded, and elements are taken for what they
// mean for the wording of a witness.
extension ApparatusWalk {
  /// Takes text for the words in it, with a blank where there is white space.
  mutating func takeText(_ node: Int, _ scope: [Int]) {
    if isOwn { return takeOwnText(node, scope) }
    let bytes = tree.bytes(of: node)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let start = at
      while at < bytes.endIndex, Self.isSpace(bytes[at]) { at += 1 }
      if at > start { for text in scope { texts[text].owe(.blank) } }
      let word = at
      while at < bytes.endIndex, !Self.isSpace(bytes[at]) { at += 1 }
      for text in scope { texts[text].appendWords(bytes[word..<at], origin: stream) }
      // One more, so that words of which each ends a run never look as if they followed closely.
      stream += at - word + 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Takes an element for what it means for the wording.
  mutating func visitForeign(_ node: Int, _ scope: [Int]) throws(ReadError) {
    switch tree.nodes[node].name {
    case "p", "ab", "lg", "head", "div", "sp", "list", "table", "opener", "closer", "trailer":
      try visitApart(node, .paragraph, scope)
    case "l", "item", "row", "speaker", "stage", "label", "salute", "signed", "dateline":
      try visitApart(node, .line, scope)
    case "cell", "u": try visitApart(node, .blank, scope)
    case "lb", "pb", "cb", "gb", "milestone": takeBreak(node, scope)
    case "w": try visitWord(node, scope)
    case "delSpan": try beginDeletion(node, scope)
    case "choice": try visitChoice(node, scope)
    case "gap": takeWord("<…>", .gap, scope)
    case "supplied":
      takeWord("[", .suppliedOpen, scope)
      try visitChildren(of: node, scope)
      takeClosing(scope)
    case "g": try visitGlyph(node, scope)
    case "lacunaStart", "witEnd": for text in scope { setPresent(text, false) }
    case "lacunaEnd", "witStart": beginPresence(scope)
    case "note", "witDetail", "wit", "del", "fw", "figDesc", "desc", "metamark", "index",
      "certainty", "teiHeader", "standOff", "back", "listApp", "listWit", "facsimile", "lem", "rdg":
      break
    default: try visitChildren(of: node, scope)
    }
  }

  /// Where each word stands in an element, white space between them may be left out.
  private mutating func visitWord(_ node: Int, _ scope: [Int]) throws(ReadError) {
    if ["M", "F"].contains(tree.attribute("part", of: node) ?? "") {
      for text in live(scope) { texts[text].joinWord() }
    } else {
      owe(.blank, scope)
    }
    try visitChildren(of: node, scope)
  }

  /// A character that the header describes, where the element has no text of its own.
  private mutating func visitGlyph(_ node: Int, _ scope: [Int]) throws(ReadError) {
    guard let text = character(node), tree.wholeText(of: node).isEmpty else {
      return try visitChildren(of: node, scope)
    }
    takeWord(String(decoding: text, as: UTF8.self), nil, scope)
  }

  /// The witnesses are there again, or for the first time.
  private mutating func beginPresence(_ scope: [Int]) {
    for text in scope {
      setPresent(text, true)
      texts[text].owe(.blank)
    }
  }

  /// Asks for white space before the next word of the texts that are taken.
  private mutating func owe(_ space: WitnessText.Owed, _ scope: [Int]) {
    for text in live(scope) { texts[text].owe(space) }
  }

  /// Takes what stands in an element, divided from what is around it.
  private mutating func visitApart(
    _ node: Int, _ space: WitnessText.Owed, _ scope: [Int]
  ) throws(ReadError) {
    for text in scope { texts[text].owe(space) }
    try visitChildren(of: node, scope)
    for text in scope { texts[text].owe(space) }
  }

  /// The border of a line, column or page divides words, unless it says that it does not.
  private mutating func takeBreak(_ node: Int, _ scope: [Int]) {
    for text in live(scope) {
      if tree.attribute("break", of: node) == "no" {
        texts[text].glue()
      } else {
        texts[text].owe(.blank)
      }
    }
  }

  /// What the witness has, not what the editor makes of it; of several guesses the first.
  private mutating func visitChoice(_ node: Int, _ scope: [Int]) throws(ReadError) {
    let sides = tree.children(of: node).filter { !tree.nodes[$0].isText }
    let kept = ["sic", "orig", "abbr", "am"]
    let side = sides.first { kept.contains(tree.nodes[$0].name) } ?? sides.first
    if let side { try visitChildren(of: side, scope) }
  }

  /// Takes what the file has as an element for a word or mark of the texts.
  private mutating func takeWord(_ word: String, _ kind: Mark.Kind?, _ scope: [Int]) {
    let bytes = Array(word.utf8)
    for text in live(scope) { texts[text].appendWords(bytes[...], origin: stream, mark: kind) }
    stream += bytes.count + 1
  }

  /// `]` goes to the word before it, whatever white space is due.
  private mutating func takeClosing(_ scope: [Int]) {
    for text in live(scope) { texts[text].append([0x5D], origin: stream, mark: .suppliedClose) }
    stream += 2
  }
}
