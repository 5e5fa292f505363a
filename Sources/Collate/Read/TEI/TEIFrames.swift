// The open elements, and the stretches of text that they are.
extension TEITextReader {
  /// An open element: what ends with it.
  struct Frame {
    var kind: TEIElement
    /// The number of its name.
    var name: Int
    var mode: TEIReadingRules.Mode
    /// Whether white space in it stays as it is.
    var isPreserving: Bool
    /// Text directly in it is not text: `app`, `choice`.
    var isStructure = false
    /// Whether something is to be said of its words.
    var holdsSpan = false
    /// Attributes of an element that is kept as markup.
    var markup: [Markup.Attribute]?
    /// What a word is compared by, where the file says that.
    var form: String?
    /// Whether it goes on with the word before.
    var continuesWord = false
    /// Whether it is the beginning or middle of a block that stands in parts.
    var isContinued = false
    /// Whether its words stand in brackets.
    var isSupplied = false
    /// Its id, if a correction that is marked by its ends ends with it.
    var endsCorrection: String?
    /// Length of the text when it began.
    var start: Int
    /// Where its tag stands in the file.
    var tagStart: Int
  }

  // MARK: Blocks

  /// A block or line begins; the middle or end of one that stands in parts goes on with it.
  mutating func beginBlock(_ space: PendingSpace.Kind, _ frame: inout Frame) {
    let part = scanner.attribute("part")
    frame.isContinued = part == "I" || part == "M"
    if part == "M" || part == "F" { out.continueBlock() } else { out.space(space) }
  }

  /// A block or line ends, or the part of one.
  mutating func endBlock(_ space: PendingSpace.Kind, _ frame: Frame) {
    if !frame.isContinued {
      out.space(space)
    } else if !frame.isPreserving {
      out.space(.blank)
    }
  }

  // MARK: Stretches

  /// Remembers from where on the element's words stand, if anything is to be said of them.
  mutating func beginStretch(_ element: TEIElementTable.Row, _ frame: inout Frame) {
    if frame.mode == .keep { return out.beginKept() }
    if let names = element.attributes {
      frame.markup =
        scanner.attributes.isEmpty
        ? [] : TEIMarkup.attributes(named: names) { scanner.attribute($0) }
    }
    frame.holdsSpan = frame.markup != nil || frame.mode == .significant || frame.kind == .word
    if frame.holdsSpan { out.beginSpan() }
    frame.isSupplied = frame.kind == .supplied && frame.mode == .significant
    if frame.isSupplied { out.beginSupplied() }
  }

  /// Says of the element's words what is to be said.
  mutating func endStretch(_ frame: Frame) {
    if frame.mode == .keep { return endKept(frame) }
    if frame.isSupplied { out.endSupplied() }
    guard frame.holdsSpan, let range = out.endSpan(), !range.isEmpty else { return }
    let name = scanner.localName(frame.name)
    if let markup = frame.markup {
      out.add(Markup(element: name, attributes: markup, range: range))
    }
    if name == "abbr" { out.add(WordHint(range: range, kind: .abbreviated)) }
    if frame.kind == .word {
      out.addWord(range, form: frame.form, isContinuing: frame.continuesWord)
    } else if frame.mode == .significant, frame.kind != .supplied {
      out.add(WordHint(range: range, kind: .significant(name)))
    }
  }

  private mutating func endKept(_ frame: Frame) {
    if frame.kind == .speaker { return out.endKept(.speaker) }
    out.endKept(scanner.localName(frame.name) == "note" ? .note : .remark)
  }
}
