/// Finds the marks of a transcription: what is more, or less, than words of the text.
///
/// Works paragraph by paragraph, in two passes over each. The first finds what is set apart from
/// the running text (speakers, remarks, notes, the archive line); the second finds gaps, brackets
/// and note marks in what is left. No bracket pairs across paragraphs or across what is set apart.
/// Linear in the bytes of the body, whatever stands there.
struct MarkScanner {
  let bytes: [UInt8]
  let marks: MarkSet
  var classes = ScalarClasses()
  var found: [Mark] = []
  /// Lengths of the runs of asterisks that have stood after a word so far, as bits.
  var noteLengths: UInt64 = 0
  /// Where the notes of the block at hand begin, ascending.
  var noteStarts: [Int] = []
  /// Asterisks of the block at hand that emphasize; asked for membership only.
  var plainAsterisks: Set<Int> = []
  private let text: SourceText
  /// Names in the heading; a bare `Name:` is a speaker only if it is one of them.
  private(set) var headingNames: [ArraySlice<UInt8>] = []

  /// Looks for the kinds in `marks` alone; where there are none, `scan` does not read the text.
  init(text: SourceText, marks: MarkSet) {
    self.text = text
    bytes = text.bytes
    self.marks = marks
  }

  /// The marks of the body, ordered; they do not overlap.
  ///
  /// Every bracket of `suppliedOpen` and `suppliedClose` touches a token on its inner side.
  mutating func scan() -> [Mark] {
    guard !marks.isEmpty else { return [] }
    let blocks = text.blocks()
    let headingCount = marks.contains(.heading) ? scanHeading(blocks) : 0
    let archives = archiveStarts(in: blocks[headingCount...])
    for index in headingCount..<blocks.count {
      scan(blocks[index], archiveStart: archives[index])
    }
    return found
  }

  /// Marks the blocks of the heading; gives their number.
  private mutating func scanHeading(_ blocks: [Range<Int>]) -> Int {
    guard let heading = Heading(bytes: bytes, blocks: blocks) else { return 0 }
    found += heading.marks
    headingNames = heading.names
    return heading.blockCount
  }

  /// Finds the marks of a block: those that take stretches whole, and between them those of single
  /// characters.
  private mutating func scan(_ block: Range<Int>, archiveStart: Int?) {
    var at = block.lowerBound
    for special in specials(in: block, archiveStart: archiveStart) {
      scanText(at..<special.range.lowerBound, in: block)
      found.append(special)
      at = special.range.upperBound
    }
    scanText(at..<block.upperBound, in: block)
  }

  // Bytes.

  /// Whether white space or an end of the block stands before `offset`.
  func isAfterSpace(_ offset: Int, in block: Range<Int>) -> Bool {
    offset <= block.lowerBound || isSpace(bytes[offset - 1]) || isNoBreakSpace(endingAt: offset)
  }

  /// Whether white space or an end of the block stands at `offset`.
  func isBeforeSpace(_ offset: Int, in block: Range<Int>) -> Bool {
    offset >= block.upperBound || isSpace(bytes[offset]) || isNoBreakSpace(endingAt: offset + 2)
  }

  /// The class of the code point at `offset`, or nil at the end of the block.
  mutating func scalarClass(at offset: Int, in block: Range<Int>) -> ScalarClass? {
    offset < block.upperBound ? classes[bytes.scalar(at: offset).value] : nil
  }

  private func isNoBreakSpace(endingAt end: Int) -> Bool {
    end >= 2 && end <= bytes.count && bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xA0
  }
}

/// White space of ASCII, line ends included.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
