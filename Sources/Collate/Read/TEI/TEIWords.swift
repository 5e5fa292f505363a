/// What was seen of the words that a TEI file marks off, for those that stand in several parts.
struct WordParts: Sendable {
  /// Length of the text when the last word or mark of punctuation ended.
  private(set) var lastEnd = -1
  /// Whether that was a word.
  private(set) var isBehindWord = false
  /// Words that are open.
  private(set) var depth = 0
  /// Ids of the word that began last and of that which its `@next` names.
  private var id: String?
  private var awaited: String?

  /// A word begins; `prev` and `next` are pointers.
  mutating func begin(id: String?, next: String?) {
    depth += 1
    (self.id, awaited) = (id, next?.pointedID)
  }

  /// A word or mark of punctuation ends where the text is so long.
  mutating func end(at length: Int, isPunctuation: Bool) {
    if !isPunctuation { depth -= 1 }
    (lastEnd, isBehindWord) = (length, !isPunctuation)
  }

  /// Whether a word with these pointers is a part of the one before.
  func goOn(id: String?, prev: String?) -> Bool {
    if let awaited, awaited == id { return true }
    guard let prev, let before = self.id else { return false }
    return prev.pointedID == before
  }

  /// The text has become shorter.
  mutating func cut(to length: Int) { lastEnd = min(lastEnd, length) }
}

// Words that the input divided, and the lines and pages that divide them.
extension TEITextReader {
  /// A word or mark of punctuation; two words in a row have a blank between them, the parts of one
  /// have nothing, whatever lines and pages end there.
  mutating func enterWord(_ name: String, _ frame: inout Frame) {
    frame.form = wordForm
    guard name != "pc" else { return }
    let isAdjacent = words.lastEnd == out.bytes.count && words.lastEnd > 0
    let id = scanner.attribute("xml:id")
    if isAdjacent, words.isBehindWord || TrailingHyphen.length(in: out.bytes) != nil, isPart(id) {
      frame.continuesWord = true
      out.joinWord()
      dropHyphen()
    } else if isAdjacent, !isJoined, !isBehindUnspacedScript {
      out.space(.blank)
    }
    words.begin(id: id, next: scanner.attribute("next"))
  }

  /// What the word is compared by, if the file says that.
  private var wordForm: String? {
    for name in rules.wordForms {
      if let form = scanner.attribute(named: name), !form.isEmpty { return form }
    }
    return nil
  }

  /// Whether the word is the middle or end of the one before it.
  private func isPart(_ id: String?) -> Bool {
    if let part = scanner.attribute("part"), part == "M" || part == "F" { return true }
    return words.goOn(id: id, prev: scanner.attribute("prev"))
  }

  private var isJoined: Bool {
    let join = scanner.attribute("join")
    return join == "left" || join == "both"
  }

  /// Whether the last character is of those that stand without blanks: Han, kana and their like.
  private var isBehindUnspacedScript: Bool {
    guard let last = out.bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return (0x2E80...0xD7FF).contains(XMLCharacters.scalar(in: out.bytes, at: last).value)
  }

  /// A word goes on over the end of a line: the hyphen before it is not its own.
  mutating func dropHyphen() {
    out.dropHyphen()
    words.cut(to: out.bytes.count)
    for index in frames.indices.reversed() {
      guard frames[index].start > out.bytes.count else { break }
      frames[index].start = out.bytes.count
    }
  }
}
