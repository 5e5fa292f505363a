// Single elements of the text: sides of a choice, borders, characters, gaps.
extension TEITextReader {
  // MARK: Choices

  /// A `choice` that is open.
  struct Choice {
    var checkpoint: TextBuilder.Checkpoint
    var best = -1.0
    /// Name of the side that is written, and the text of another.
    var written = ""
    var other: String?
    var otherName = ""
  }

  /// A choice begins; nothing is known of its sides yet.
  mutating func enterChoice(_ frame: inout Frame) {
    choices.append(Choice(checkpoint: out.checkpoint()))
    frame.isStructure = true
    // The stretch of the whole choice, for the form it is compared by.
    out.beginSpan()
    choices[choices.count - 1].checkpoint = out.checkpoint()
  }

  /// Takes a side of the choice if none before it was better; otherwise passes over it.
  mutating func beginSide(_ name: String, _ frame: inout Frame) throws(ReadError) -> Bool {
    guard var choice = choices.popLast() else { return true }
    let rank = rank(of: name)
    let isBetter = rank > choice.best
    if isBetter, choice.best >= 0 {
      (choice.other, choice.otherName) = (out.text(since: choice.checkpoint), choice.written)
      out.rollBack(to: choice.checkpoint)
    }
    if isBetter {
      (choice.best, choice.written) = (rank, name)
    } else {
      let text = try sideText()
      if choice.other == nil { (choice.other, choice.otherName) = (text, name) }
    }
    choices.append(choice)
    return isBetter
  }

  /// The more wanted, the higher: sides asked for, then readings of `unclear` by certainty.
  private func rank(of name: String) -> Double {
    if let side = TEIReadingRules.Side(rawValue: name) { return rules.sides.contains(side) ? 3 : 1 }
    guard name == "unclear" else { return 2 }
    switch scanner.attribute("cert") {
    case "high": return 2.9
    case "medium": return 2.5
    case "low": return 2.1
    case let cert?: return 2 + min(max(Double(cert) ?? 0, 0), 0.95)
    case nil: return 2
    }
  }

  /// The text of a side that is not taken.
  private mutating func sideText() throws(ReadError) -> String {
    var text: [UInt8] = []
    var depth = 1
    while depth > 0, let event = try scanner.next() {
      switch event {
      case .start:
        depth += 1
        endCorrectionInside()
      case .end: depth -= 1
      case .text(let range): text += scanner.bytes[range]
      case .character(let scalar, _): text += Array(String(Character(scalar)).utf8)
      }
    }
    return TEIHeaderReader.trimmed(text[...]) ?? ""
  }

  /// The regular side of a choice is what its words are compared by.
  mutating func endChoice() {
    let range = out.endSpan()
    guard let choice = choices.popLast(), let range, !range.isEmpty else { return }
    guard let side = TEIReadingRules.Side(rawValue: choice.otherName), side.isRegular,
      choice.written == side.opposite.rawValue, let other = choice.other, !other.isEmpty
    else { return }
    out.add(WordHint(range: range, kind: .regular(other)))
  }

  // MARK: Borders

  /// A page, column or line begins, or something else that stands between words.
  mutating func border(_ name: String) {
    if isOthersBorder { return }
    if isInsideWord {
      out.join()
      dropHyphen()
    } else if name == "milestone", scanner.attribute("unit") == "paragraph" {
      out.space(.block)
    } else {
      out.space(.blank)
    }
    let label = scanner.attribute("n")
    switch name {
    case "pb": out.pageLines.beginPage(label, at: out.bytes.count)
    case "cb": out.pageLines.beginColumn(label, at: out.bytes.count)
    case "lb": out.pageLines.beginLine(label, at: out.bytes.count)
    default: break
    }
  }

  /// Whether a border says that it divides no word, or stands in a word and does not say that it
  /// does.
  private var isInsideWord: Bool {
    let divides = scanner.attribute("break")
    return divides == "no" || divides == nil && words.depth > 0
  }

  /// Whether a border is that of other witnesses than the one that is taken.
  private var isOthersBorder: Bool {
    guard let pointers = scanner.attribute("edRef") else { return false }
    return !readings.names(pointers)
  }

  // MARK: Characters

  /// A character that the header describes.
  mutating func glyph() {
    guard let id = scanner.attribute("ref")?.pointedID,
      let text = facts.characters[id], scanner.isEmptyTag
    else { return }
    for scalar in text.unicodeScalars { out.take(scalar, from: scanner.tagStart) }
  }

  /// The mark of a note, as this program writes it.
  mutating func anchor() {
    guard scanner.attribute("type") == "note-mark", let mark = scanner.attribute("n"),
      !mark.isEmpty
    else { return }
    out.insert(mark, .noteMark, from: scanner.tagStart)
  }
  // MARK: What is not there

  /// A place where the text has something that nobody can read.
  mutating func gap(at tagStart: Int) {
    out.insert("<…>", .gap, from: tagStart)
  }

  /// The witness breaks off or begins, goes on or ends.
  mutating func extent(_ name: String) {
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
