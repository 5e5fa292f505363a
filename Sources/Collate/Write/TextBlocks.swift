/// The paragraphs of the base text and what begins on a line of its own in them.
struct TextBlocks: Sendable {
  private(set) var blocks: [TextBlock] = []
  /// The pieces of all blocks in their order.
  private(set) var pieces: [Piece] = []

  /// A line, or folded lines that make one.
  struct Piece: Equatable, Sendable {
    /// Bytes of the source, without white space at either end.
    var source: Range<Int>
    /// Whether it is a note of the transcript.
    var isNote: Bool
  }
}

/// A paragraph of the base text.
struct TextBlock: Equatable, Sendable {
  /// Its pieces, at least one, as places in those of all blocks: in verse each line may be a
  /// paragraph, and need not have a list of its own.
  var pieces: Range<Int>
  /// Tokens that begin in it.
  var tokens: Range<Int>
}

extension TextBlocks {
  /// The paragraphs of a witness, cut into lines; O(b) in the bytes of its text.
  ///
  /// Lines within a paragraph stay lines, as in verse and lists. Where the text was folded at a
  /// width, which shows in that the word after a line's end would not have fitted before it, such
  /// lines are joined. Indented lines and notes always begin anew.
  init(of witness: TokenizedWitness) {
    let text = witness.witness.text
    var notes = text.marks.filter { $0.kind == .note }.map(\.range)[...]
    let paragraphs = text.blocks()
    var lines: [SourceLine] = []
    lines.reserveCapacity(paragraphs.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for paragraph in paragraphs {
        SourceLine.append(linesOf: bytes, in: paragraph, notes: &notes, to: &lines)
      }
    }
    let longest = lines.reduce(0) { max($0, $1.width) }
    addPieces(of: lines, longest: Self.isFolded(lines, longest: longest) ? longest : nil)
    assignTokens(witness.tokens)
  }

  /// Makes pieces of lines, those joined that were folded; `longest` is nil where none was.
  private mutating func addPieces(of lines: [SourceLine], longest: Int?) {
    pieces.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      if line.startsParagraph {
        blocks.append(TextBlock(pieces: pieces.count..<pieces.count, tokens: 0..<0))
      } else if line.goesOn, line.isNote || Self.isForced(line, lines[index - 1], longest) {
        let start = pieces[pieces.count - 1].source.lowerBound
        pieces[pieces.count - 1].source = start..<line.source.upperBound
        continue
      }
      pieces.append(Piece(source: line.source, isNote: line.isNote))
      let first = blocks[blocks.count - 1].pieces.lowerBound
      blocks[blocks.count - 1].pieces = first..<pieces.count
    }
  }

  /// Whether the first word of a line would not have fitted on the line before it.
  private static func isForced(_ line: SourceLine, _ previous: SourceLine, _ longest: Int?) -> Bool
  {
    longest.map { previous.width + 1 + line.firstWord > $0 } ?? false
  }

  /// Least share of line ends within paragraphs that must be forced by the width of the text for it
  /// to count as folded: verse has next to none, folded prose all but those at headings and lists.
  private static let foldedShare = 0.75
  /// Fewest line ends to judge by.
  private static let foldedLineEnds = 4

  private static func isFolded(_ lines: [SourceLine], longest: Int) -> Bool {
    var ends = 0
    var forced = 0
    for index in lines.indices where !lines[index].startsParagraph && lines[index].goesOn {
      ends += 1
      if isForced(lines[index], lines[index - 1], longest) { forced += 1 }
    }
    return ends >= foldedLineEnds && Double(forced) >= foldedShare * Double(ends)
  }

  /// Words of a line of verse on the mean, at most: long lines have a dozen, rhymed ones eight.
  private static let longestVerse = 12

  /// Whether the paragraphs are stanzas: most of those with words have several lines of their own,
  /// and these are short. O(pieces + tokens).
  func isVerse(of tokens: [Token]) -> Bool {
    let stanzas = blocks.filter { block in
      let lines = pieces[block.pieces].count { !$0.isNote }
      let words = Self.wordCount(tokens[block.tokens])
      return lines > 1 && words > 0 && words <= Self.longestVerse * lines
    }
    return 2 * stanzas.count > blocks.count { !$0.tokens.isEmpty }
  }

  /// How many tokens are no punctuation.
  static func wordCount(_ tokens: ArraySlice<Token>) -> Int {
    tokens.reduce(0) { $0 + ($1.kind == .punctuation ? 0 : 1) }
  }

  /// A token belongs to the last block that begins at or before it.
  private mutating func assignTokens(_ tokens: [Token]) {
    var next = 0
    for index in blocks.indices {
      let end =
        index + 1 < blocks.count
        ? pieces[blocks[index + 1].pieces.lowerBound].source.lowerBound : Int.max
      let first = next
      while next < tokens.count, Int(tokens[next].start) < end { next += 1 }
      blocks[index].tokens = first..<next
    }
  }
}

/// A line of a transcript.
private struct SourceLine {
  /// Bytes without white space at either end.
  var source: Range<Int>
  /// Number of characters, indentation included.
  var width: Int
  /// Number of characters of the first word.
  var firstWord: Int
  /// Whether it is part of a note.
  var isNote: Bool
  /// Whether nothing shows that something begins with it: no indentation, no note, no end of one.
  var goesOn: Bool
  /// Whether it is the first of its paragraph.
  var startsParagraph = false

  /// Adds the lines of a paragraph that are not empty, cut where notes begin and end.
  ///
  /// `notes` are the notes that end behind the start of the paragraph; those passed are removed.
  static func append(
    linesOf bytes: UnsafeBufferPointer<UInt8>, in paragraph: Range<Int>,
    notes: inout ArraySlice<Range<Int>>, to lines: inout [SourceLine]
  ) {
    let count = lines.count
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      while let note = notes.first, note.upperBound <= at { notes.removeFirst() }
      let isNote = notes.first.map { $0.lowerBound <= at } ?? false
      let border = notes.first.map { isNote ? $0.upperBound : $0.lowerBound } ?? Int.max
      var end = at
      while end < min(paragraph.upperBound, border), !isLineEnd(bytes[end]) { end += 1 }
      if var line = SourceLine(bytes, at..<end, isNote: isNote) {
        let startsHere = at == paragraph.lowerBound || isLineEnd(bytes[at - 1])
        let isSame = lines.count == count || lines[lines.count - 1].isNote == isNote
        let startsNote = isNote && notes.first?.lowerBound == line.source.lowerBound
        line.goesOn = line.goesOn && startsHere && isSame && !startsNote
        line.startsParagraph = lines.count == count
        lines.append(line)
      }
      at = end < paragraph.upperBound && isLineEnd(bytes[end]) ? end + 1 : end
    }
  }

  /// Nil for a line of nothing but white space. Characters are counted by their first bytes.
  private init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, isNote: Bool) {
    var (first, end) = (-1, line.lowerBound)
    var characters = 0
    var (indentation, width, firstWord) = (0, 0, -1)
    for at in line {
      if isBlank(bytes[at]) {
        if first >= 0, firstWord < 0 { firstWord = characters - indentation }
        characters += 1
        continue
      }
      if first < 0 { (first, indentation) = (at, characters) }
      if bytes[at] & 0xC0 != 0x80 { characters += 1 }
      (end, width) = (at + 1, characters)
    }
    guard first >= 0 else { return nil }
    source = first..<end
    self.width = width
    self.firstWord = firstWord < 0 ? width - indentation : firstWord
    goesOn = first == line.lowerBound
    self.isNote = isNote
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
