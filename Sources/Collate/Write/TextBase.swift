/// The base text as it is printed: its lines, their numbers, and where each of its words stands.
struct TextBase {
  let edition: Edition
  let blocks: [TextBlock]
  /// Every line that is printed, in order.
  private(set) var lines: [Line] = []
  /// `labels[n - 1]`: what number n is called.
  private(set) var labels: [String] = []
  /// `tokens[n - 1]`: tokens of the base that stand under number n.
  private(set) var tokens: [Range<Int>] = []
  /// Block of each token.
  private(set) var blockOf: [Int32] = []
  /// Number of each token, from 1.
  private(set) var numberOf: [Int32] = []
  /// Whether the numbers are those of lines.
  private(set) var numbersLines = false
  /// Whether the lines are those of the document.
  private let numbersPages: Bool
  /// Whether some paragraph has more than one printed line; single verses need no empty lines.
  private var hasLongBlocks = false
  /// Page and line of the document of the number given last.
  private var lastReference: PageReference?
  /// Columns before the text of a line: its number and two blanks.
  private(set) var margin = 3

  /// Blocks of at most so many words can be found one's way in by the number of the paragraph; it is
  /// about 15 lines of 80 columns.
  static let longestShortBlock = 250

  /// A printed line.
  struct Line: Equatable {
    /// Bytes of the source.
    var source: Range<Int>
    /// Number in its margin.
    var number: Int?
    var block: Int
    /// Whether it is part of a note.
    var isNote: Bool

    fileprivate mutating func extend(to end: Int) { source = source.lowerBound..<end }
  }

  private var witness: TokenizedWitness { edition.text.witnesses[edition.base].source }

  /// Lays the base text out; O(b) in its bytes.
  init(_ edition: Edition, width: Int, numbering: TextWriter.Numbering) {
    self.edition = edition
    guard edition.text.witnesses.indices.contains(edition.base) else {
      (blocks, numbersPages) = ([], false)
      return
    }
    let source = edition.text.witnesses[edition.base].source
    blocks = TextBlock.blocks(of: source)
    numbersPages = numbering == .page && !source.witness.text.pageLines.isEmpty
    numbersLines =
      switch numbering {
      case .paragraph: false
      case .line: true
      case .page where numbersPages: true
      case .automatic, .page:
        blocks.contains { Self.wordCount($0, source) > Self.longestShortBlock }
      }
    layOut(width: width)
    hasLongBlocks = zip(lines, lines.dropFirst()).contains {
      $0.block == $1.block && !$0.isNote && !$1.isNote
    }
    locateTokens()
  }

  private static func wordCount(_ block: TextBlock, _ source: TokenizedWitness) -> Int {
    source.tokens[block.tokens].reduce(0) { $0 + ($1.kind == .punctuation ? 0 : 1) }
  }

  /// Folds and numbers, with as wide a margin as the highest number needs.
  ///
  /// A wider margin makes more lines, never fewer, so that the loop ends after one round for each
  /// digit. A margin for names of pages leaves the text its least width at least.
  private mutating func layOut(width: Int) {
    var digits = 0
    var needed = 1
    while needed > digits {
      digits = needed
      margin = digits + 2
      (lines, labels, lastReference) = ([], [], nil)
      for index in blocks.indices { fold(index, max(width - margin, Self.leastText)) }
      needed =
        numbersPages
        ? labels.reduce(1) { max($0, TextWidth.columns(of: $1)) } : String(labels.count).count
    }
  }

  /// Columns that long names of pages leave for the text.
  private static let leastText = TextWriter.leastWidth / 2

  /// Folds one block. Only text of blocks with words to compare is numbered.
  private mutating func fold(_ index: Int, _ width: Int) {
    let hasWords = !blocks[index].tokens.isEmpty
    var isNumbered = false
    for piece in blocks[index].pieces {
      let first = lines.count
      var column = 0
      TextAtom.scan(witness.witness.text.bytes[piece.source], limit: width) { atom in
        let blank = atom.followsBlank ? 1 : 0
        let counts = hasWords && !piece.isNote
        let begins = counts && numbersPages && beginsLine(at: atom.range.lowerBound)
        if lines.count > first, !begins, column + blank + atom.width <= width {
          lines[lines.count - 1].extend(to: atom.range.upperBound)
          column += blank + atom.width
        } else {
          let isNew = numbersPages ? begins : numbersLines || !isNumbered
          if counts, isNew { labels.append(label(at: atom.range.lowerBound)) }
          isNumbered = isNumbered || counts
          lines.append(
            Line(
              source: atom.range, number: counts && isNew ? labels.count : nil, block: index,
              isNote: piece.isNote))
          column = atom.width
        }
      }
    }
  }

  /// Whether another line of the document than that of the last number begins at a byte.
  private func beginsLine(at offset: Int) -> Bool {
    labels.isEmpty || witness.witness.text.pageLines.reference(at: offset) != lastReference
  }

  /// The next number, or what the line of the document is called: `12v.3`.
  private mutating func label(at offset: Int) -> String {
    guard numbersPages else { return String(labels.count + 1) }
    lastReference = witness.witness.text.pageLines.reference(at: offset)
    let parts = [lastReference?.page, lastReference?.column, lastReference?.line]
    let label = parts.compactMap(\.self).joined(separator: ".")
    return label.isEmpty ? "–" : label
  }

  private mutating func locateTokens() {
    let all = witness.tokens
    blockOf = [Int32](repeating: 0, count: all.count)
    numberOf = [Int32](repeating: 1, count: all.count)
    for (index, block) in blocks.enumerated() {
      for token in block.tokens { blockOf[token] = Int32(index) }
    }
    let numbered = lines.filter { $0.number != nil }
    var next = 0
    for index in numbered.indices {
      let end = index + 1 < numbered.count ? numbered[index + 1].source.lowerBound : Int.max
      let first = next
      while next < all.count, Int(all[next].start) < end { next += 1 }
      for token in first..<next { numberOf[token] = Int32(index + 1) }
      tokens.append(first..<next)
    }
  }

  /// Writes the text with its numbers; notes stand where the transcript has them, set off from the
  /// text by an empty line. Where lines are numbered an empty line shows where a paragraph begins.
  func write(color: Bool, into out: inout Output) {
    let bytes = witness.witness.text.bytes
    // Lines fit as they are.
    var folding = TextFolding(width: .max, indent: margin, hasColor: color)
    for (index, line) in lines.enumerated() {
      if index > 0, needsEmptyLine(lines[index - 1], line) { out.write("\n") }
      folding.begin(label: line.number.map { padded(labels[$0 - 1]) } ?? "")
      folding.words(bytes[line.source])
      folding.end()
      folding.flush(into: &out)
    }
  }

  private func needsEmptyLine(_ before: Line, _ line: Line) -> Bool {
    if before.isNote != line.isNote { return true }
    return numbersLines && hasLongBlocks && before.block != line.block && !line.isNote
  }

  /// A label as wide as the margin wants it, so that figures stand below each other.
  func padded(_ label: String) -> String {
    String(repeating: " ", count: max(0, margin - 2 - TextWidth.columns(of: label))) + label
  }
}
