// What is set apart from the running text of a paragraph: speakers, remarks, notes, archive line.

extension MarkScanner {
  /// The marks of a block that are set apart, ordered. O(bytes of the block).
  mutating func specials(in block: Range<Int>, archiveStart: Int?) -> [Mark] {
    var scan = SetApart(block: block, archiveStart: archiveStart)
    findNoteStarts(in: block)
    takeSpeaker(at: block.lowerBound, &scan)
    while scan.at < block.upperBound, scan.noteStart == nil {
      let at = scan.at
      if at == archiveStart { scan.openArchive = at }
      switch bytes[at] {
      case UInt8(ascii: "("):
        scan.openParenthesis = at
        if !scan.isInDialogue || !takeSpeaker(at: at, &scan) { scan.at += 1 }
      case UInt8(ascii: ")"):
        takeRemark(endingAt: at, &scan)
        scan.at += 1
      case UInt8(ascii: "*"):
        takeNotes(at: at, &scan)
      case UInt8(ascii: "["), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC3...0xD4:
        if !scan.isInDialogue || !takeSpeaker(at: at, &scan) { scan.at += 1 }
      default:
        scan.at += 1
      }
    }
    closeArchive(at: block.upperBound, &scan)
    return scan.marks
  }

  /// State of the walk through one block.
  struct SetApart {
    let block: Range<Int>
    let archiveStart: Int?
    var at: Int
    var marks: [Mark] = []
    /// Whether the block begins with a speaker, so that others may speak in it.
    var isInDialogue = false
    /// The last `(` that no `)` has followed.
    var openParenthesis: Int?
    /// Where the archive line begins, once it is reached and until it ends.
    var openArchive: Int?
    /// Where the first note begins: the rest of the block is notes.
    var noteStart: Int?

    /// Begins at the start of a block; `archiveStart` is nil where no archive line begins in it.
    init(block: Range<Int>, archiveStart: Int?) {
      self.block = block
      self.archiveStart = archiveStart
      at = block.lowerBound
    }
  }

  // Speakers.

  /// Takes a speaker's label at `at`, which is the start of the block or of a sentence in a block
  /// that begins with a speaker. False if there is none.
  @discardableResult
  private mutating func takeSpeaker(at: Int, _ scan: inout SetApart) -> Bool {
    guard marks.contains(.speaker), scan.openArchive == nil else { return false }
    let isAtStart = at == scan.block.lowerBound
    guard isAtStart || isAfterSentence(at, in: scan.block),
      let end = speakerEnd(at, in: scan.block, isAtStart: isAtStart)
    else { return false }
    scan.marks.append(Mark(kind: .speaker, range: at..<end))
    scan.at = end
    scan.isInDialogue = true
    scan.openParenthesis = nil
    return true
  }

  /// Whether a blank stands before `at` and the end of a sentence before that.
  private func isAfterSentence(_ at: Int, in block: Range<Int>) -> Bool {
    guard at - 2 >= block.lowerBound, isSpace(bytes[at - 1]) else { return false }
    var before = at - 1
    while before > block.lowerBound, isSpace(bytes[before - 1]) { before -= 1 }
    guard before > block.lowerBound else { return false }
    return endsSentence(before, in: block)
  }

  /// Whether the character that ends at `end` can end a sentence.
  func endsSentence(_ end: Int, in block: Range<Int>) -> Bool {
    switch bytes.scalar(at: bytes.scalarStart(before: end)).value {
    // . ! ? > ) ] " ' * … ” ’ »
    case 0x2E, 0x21, 0x3F, 0x3E, 0x29, 0x5D, 0x22, 0x27, 0x2A, 0x2026, 0x201D, 0x2019, 0xBB: true
    default: false
    }
  }

  // Remarks.

  /// Takes the remark that ends with the parenthesis at `at`, if it is one.
  private mutating func takeRemark(endingAt at: Int, _ scan: inout SetApart) {
    defer { scan.openParenthesis = nil }
    guard marks.contains(.remark), let open = scan.openParenthesis,
      isSigned(open + 1..<at)
    else { return }
    closeArchive(at: open, &scan)
    scan.marks.append(Mark(kind: .remark, range: open..<at + 1))
  }

  // Notes.

  /// Takes the notes that begin with the asterisks at `at`: each lasts until the next one.
  private mutating func takeNotes(at: Int, _ scan: inout SetApart) {
    scan.at = runEnd(at, scan.block)
    guard noteStarts.first == at else { return }
    closeArchive(at: at, &scan)
    scan.noteStart = at
    for (start, next) in zip(noteStarts, noteStarts.dropFirst() + [scan.block.upperBound]) {
      scan.marks.append(Mark(kind: .note, range: start..<trimmedEnd(next, from: start)))
    }
    scan.at = scan.block.upperBound
  }

  // The archive line.

  /// Ends the archive line, if it is open, before `end`.
  private func closeArchive(at end: Int, _ scan: inout SetApart) {
    guard let start = scan.openArchive else { return }
    scan.openArchive = nil
    let range = start..<trimmedEnd(end, from: start)
    if !range.isEmpty { scan.marks.append(Mark(kind: .archive, range: range)) }
  }

  /// `end` without white space before it.
  private func trimmedEnd(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}
