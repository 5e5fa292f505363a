/// A paragraph of the base text.
struct TextBlock: Equatable, Sendable {
  /// What begins on a line of its own in it; at least one.
  var pieces: [Piece]
  /// Tokens that begin in it.
  var tokens: Range<Int>

  /// A line, or folded lines that make one.
  struct Piece: Equatable, Sendable {
    /// Bytes of the source, without white space at either end.
    var source: Range<Int>
    /// Whether it is a note of the transcript.
    var isNote: Bool
  }
}

extension TextBlock {
  /// The paragraphs of a witness, cut into lines; O(b) in the bytes of its text.
  ///
  /// Lines within a paragraph stay lines, as in verse and lists. Where the text was folded at a
  /// width, which shows in that the word after a line's end would not have fitted before it, such
  /// lines are joined. Indented lines and notes always begin anew.
  static func blocks(of witness: TokenizedWitness) -> [TextBlock] {
    let text = witness.witness.text
    var notes = text.marks.filter { $0.kind == .note }.map(\.range)[...]
    let paragraphs = text.blocks().map { block in
      SourceLine.lines(of: text.bytes, in: block, notes: &notes)
    }
    let longest = paragraphs.joined().reduce(0) { max($0, $1.width) }
    let isFolded = isFolded(paragraphs, longest: longest)
    var blocks = paragraphs.map { lines in
      TextBlock(pieces: pieces(lines, longest: isFolded ? longest : nil), tokens: 0..<0)
    }
    assignTokens(witness.tokens, to: &blocks)
    return blocks
  }

  /// Joins the lines of a paragraph that were folded; `longest` is nil where none was.
  private static func pieces(_ lines: [SourceLine], longest: Int?) -> [Piece] {
    var pieces: [Piece] = []
    for (index, line) in lines.enumerated() {
      if index > 0, line.goesOn, line.isNote || isForced(line, lines[index - 1], longest) {
        let start = pieces[pieces.count - 1].source.lowerBound
        pieces[pieces.count - 1].source = start..<line.source.upperBound
      } else {
        pieces.append(Piece(source: line.source, isNote: line.isNote))
      }
    }
    return pieces
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

  private static func isFolded(_ paragraphs: [[SourceLine]], longest: Int) -> Bool {
    var ends = 0
    var forced = 0
    for lines in paragraphs {
      for (previous, line) in zip(lines, lines.dropFirst()) where line.goesOn {
        ends += 1
        if isForced(line, previous, longest) { forced += 1 }
      }
    }
    return ends >= foldedLineEnds && Double(forced) >= foldedShare * Double(ends)
  }

  /// A token belongs to the last block that begins at or before it.
  private static func assignTokens(_ tokens: [Token], to blocks: inout [TextBlock]) {
    var next = 0
    for index in blocks.indices {
      let end = index + 1 < blocks.count ? blocks[index + 1].pieces[0].source.lowerBound : Int.max
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

  /// The lines of a paragraph that are not empty, cut where notes begin and end.
  ///
  /// `notes` are the notes that end behind the start of the paragraph; those passed are removed.
  static func lines(
    of bytes: [UInt8], in paragraph: Range<Int>, notes: inout ArraySlice<Range<Int>>
  ) -> [SourceLine] {
    var lines: [SourceLine] = []
    var at = paragraph.lowerBound
    while at < paragraph.upperBound {
      while let note = notes.first, note.upperBound <= at { notes.removeFirst() }
      let isNote = notes.first.map { $0.lowerBound <= at } ?? false
      let border = notes.first.map { isNote ? $0.upperBound : $0.lowerBound } ?? Int.max
      var end = at
      while end < min(paragraph.upperBound, border), !isLineEnd(bytes[end]) { end += 1 }
      if var line = SourceLine(bytes[at..<end], isNote: isNote) {
        let startsHere = at == paragraph.lowerBound || isLineEnd(bytes[at - 1])
        let isSame = lines.last.map { $0.isNote == isNote } ?? true
        let startsNote = isNote && notes.first?.lowerBound == line.source.lowerBound
        line.goesOn = line.goesOn && startsHere && isSame && !startsNote
        lines.append(line)
      }
      at = end < paragraph.upperBound && isLineEnd(bytes[end]) ? end + 1 : end
    }
    return lines
  }

  /// Nil for a line of nothing but white space.
  private init?(_ bytes: ArraySlice<UInt8>, isNote: Bool) {
    guard let first = bytes.firstIndex(where: { !isBlank($0) }) else { return nil }
    let end = bytes.lastIndex { !isBlank($0) }! + 1
    source = first..<end
    width = Self.characters(bytes[..<end])
    firstWord = Self.characters(bytes[first...].prefix { !isBlank($0) })
    goesOn = first == bytes.startIndex
    self.isNote = isNote
  }

  /// Number of characters of UTF-8, counted by their first bytes.
  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
