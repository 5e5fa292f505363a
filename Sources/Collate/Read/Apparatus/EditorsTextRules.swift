// The text of a file that others made: white space is folded, and elements are taken for what they
// mean for the wording of a witness.
extension ApparatusWalk {
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

  mutating func visitForeign(_ node: Int, _ scope: [Int]) throws(ReadError) {
    switch tree.nodes[node].name {
    case "p", "ab", "lg", "head", "div", "sp", "list", "table", "opener", "closer", "trailer":
      try visitApart(node, .paragraph, scope)
    case "l", "item", "row", "speaker", "stage", "label", "salute", "signed", "dateline":
      try visitApart(node, .line, scope)
    case "cell", "u": try visitApart(node, .blank, scope)
    case "lb", "pb", "cb", "gb", "milestone": takeBreak(node, scope)
    case "w":
      // Where each word stands in an element, white space between them may be left out.
      if ["M", "F"].contains(tree.attribute("part", of: node) ?? "") {
        for text in live(scope) { texts[text].joinWord() }
      } else {
        owe(.blank, scope)
      }
      try visitChildren(of: node, scope)
    case "delSpan": try beginDeletion(node, scope)
    case "choice": try visitChoice(node, scope)
    case "gap": takeWord("<…>", .gap, scope)
    case "supplied":
      takeWord("[", .suppliedOpen, scope)
      try visitChildren(of: node, scope)
      takeClosing(scope)
    case "g":
      if let text = character(node), tree.wholeText(of: node).isEmpty {
        takeWord(String(decoding: text, as: UTF8.self), nil, scope)
      } else {
        try visitChildren(of: node, scope)
      }
    case "lacunaStart", "witEnd": for text in scope { setPresent(text, false) }
    case "lacunaEnd", "witStart":
      for text in scope {
        setPresent(text, true)
        texts[text].owe(.blank)
      }
    case "note", "witDetail", "wit", "del", "fw", "figDesc", "desc", "metamark", "index",
      "certainty",
      "teiHeader", "standOff", "back", "listApp", "listWit", "facsimile", "lem", "rdg":
      break
    default: try visitChildren(of: node, scope)
    }
  }

  private mutating func owe(_ space: WitnessText.Owed, _ scope: [Int]) {
    for text in live(scope) { texts[text].owe(space) }
  }

  private mutating func visitApart(
    _ node: Int, _ space: WitnessText.Owed, _ scope: [Int]
  ) throws(ReadError) {
    for text in scope { texts[text].owe(space) }
    try visitChildren(of: node, scope)
    for text in scope { texts[text].owe(space) }
  }

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
