/// The base text as it is printed: its lines, their numbers, and where each of its words stands.
struct TextBase: Sendable {
  private let layout: TextBlocks
  /// Every line that is printed, in order.
  private(set) var lines: [Line] = []
  /// How many numbers there are.
  private(set) var numberCount = 0
  /// `names[n - 1]`: what number n is called, where it is a line of the document; empty elsewhere.
  private var names: [String] = []
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
  private let bytes: [UInt8]
  private let baseTokens: [Token]
  private let pageLines: PageLines

  /// Blocks of at most so many words can be found one's way in by the number of the paragraph; it
  /// is about 15 lines of 80 columns.
  static let longestShortBlock = 250

  /// A printed line.
  struct Line: Equatable, Sendable {
    /// Bytes of the source.
    var source: Range<Int>
    /// Number in its margin.
    var number: Int?
    var block: Int
    /// Whether it is part of a note.
    var isNote: Bool

    fileprivate mutating func extend(to end: Int) { source = source.lowerBound..<end }
  }

  /// Lays the base text of an edition out; O(b) in its bytes.
  init(_ edition: Edition, width: Int, numbering: TextWriter.Numbering) {
    self.init(
      edition.text.witnesses[edition.base].source, width: width, numbering: numbering)
  }

  /// Lays a witness out as the base text.
  init(_ source: TokenizedWitness, width: Int, numbering: TextWriter.Numbering) {
    (bytes, baseTokens) = (source.witness.text.bytes, source.tokens)
    pageLines = source.witness.text.pageLines
    layout = TextBlocks(of: source)
    numbersPages = numbering == .page && !pageLines.isEmpty
    numbersLines =
      switch numbering {
      case .paragraph: false
      case .line: true
      case .page where numbersPages: true
      case .automatic, .page:
        layout.isVerse(of: source.tokens)
          || layout.blocks.contains {
            TextBlocks.wordCount(source.tokens[$0.tokens]) > Self.longestShortBlock
          }
      }
    layOut(width: width)
    hasLongBlocks = zip(lines, lines.dropFirst()).contains {
      $0.block == $1.block && !$0.isNote && !$1.isNote
    }
    locateTokens()
  }

  /// Folds and numbers, with as wide a margin as the highest number needs.
  ///
  /// A wider margin makes more lines, never fewer, so that the loop ends after one round for each
  /// digit; it begins with what is needed in any case, so that there is one round only for most
  /// texts. A margin for names of pages leaves the text its least width at least.
  private mutating func layOut(width: Int) {
    var digits = 0
    var needed = numbersPages ? 1 : String(leastNumberCount).count
    while needed > digits {
      digits = needed
      margin = digits + 2
      lines.removeAll(keepingCapacity: true)
      (numberCount, names, lastReference) = (0, [], nil)
      for index in layout.blocks.indices { fold(index, max(width - margin, Self.leastText)) }
      needed =
        numbersPages
        ? names.reduce(1) { max($0, TextWidth.columns(of: $1)) } : String(numberCount).count
    }
  }

  /// Columns that long names of pages leave for the text.
  private static let leastText = TextWriter.leastWidth / 2

  /// As many numbers as there are at any width: one for each piece with words that is not white
  /// space alone, or for each block with such a piece.
  private var leastNumberCount: Int {
    layout.blocks.reduce(0) { count, block in
      if block.tokens.isEmpty { return count }
      let numbered = layout.pieces[block.pieces].count {
        !$0.isNote && WhiteSpace.length(bytes[$0.source], at: $0.source.lowerBound) == 0
      }
      return count + (numbersLines ? numbered : min(numbered, 1))
    }
  }

  /// Folds one block. Only text of blocks with words to compare is numbered.
  private mutating func fold(_ index: Int, _ width: Int) {
    let hasWords = !layout.blocks[index].tokens.isEmpty
    var isNumbered = false
    for piece in layout.pieces[layout.blocks[index].pieces] {
      let counts = hasWords && !piece.isNote
      if !numbersPages, fits(piece.source, width) {
        let isNew = counts && (numbersLines || !isNumbered)
        addLine(piece.source, isNumbered: isNew, block: index, isNote: piece.isNote)
        isNumbered = isNumbered || counts
        continue
      }
      let first = lines.count
      var column = 0
      TextAtom.scan(bytes[piece.source], limit: width) { atom in
        let blank = atom.followsBlank ? 1 : 0
        let begins = counts && numbersPages && beginsLine(at: atom.range.lowerBound)
        if lines.count > first, !begins, column + blank + atom.width <= width {
          lines[lines.count - 1].extend(to: atom.range.upperBound)
          column += blank + atom.width
        } else {
          let isNew = numbersPages ? begins : numbersLines || !isNumbered
          addLine(atom.range, isNumbered: counts && isNew, block: index, isNote: piece.isNote)
          isNumbered = isNumbered || counts
          column = atom.width
        }
      }
    }
  }

  /// Whether a piece is of ASCII and no longer than a line, so that it need not be measured.
  private func fits(_ source: Range<Int>, _ width: Int) -> Bool {
    guard source.count <= width else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for at in source where bytes[at] >= 0x80 { return false }
      return true
    }
  }

  private mutating func addLine(
    _ source: Range<Int>, isNumbered: Bool, block: Int, isNote: Bool
  ) {
    if isNumbered {
      numberCount += 1
      if numbersPages { names.append(name(at: source.lowerBound)) }
    }
    lines.append(
      Line(source: source, number: isNumbered ? numberCount : nil, block: block, isNote: isNote))
  }

  /// Whether another line of the document than that of the last number begins at a byte.
  private func beginsLine(at offset: Int) -> Bool {
    numberCount == 0 || pageLines.reference(at: offset) != lastReference
  }

  /// What the line of the document is called: `12v.3`.
  private mutating func name(at offset: Int) -> String {
    lastReference = pageLines.reference(at: offset)
    let parts = [lastReference?.page, lastReference?.column, lastReference?.line]
    let name = parts.compactMap(\.self).joined(separator: ".")
    return name.isEmpty ? "–" : name
  }

  private mutating func locateTokens() {
    blockOf = [Int32](repeating: 0, count: baseTokens.count)
    numberOf = [Int32](repeating: 1, count: baseTokens.count)
    for (index, block) in layout.blocks.enumerated() {
      for token in block.tokens { blockOf[token] = Int32(index) }
    }
    var next = 0
    func take(until end: Int, _ text: inout TextBase) {
      let first = next
      while next < text.baseTokens.count, Int(text.baseTokens[next].start) < end {
        text.numberOf[next] = Int32(text.tokens.count + 1)
        next += 1
      }
      text.tokens.append(first..<next)
    }
    var isFirst = true
    for line in lines where line.number != nil {
      if !isFirst { take(until: line.source.lowerBound, &self) }
      isFirst = false
    }
    if !isFirst { take(until: Int.max, &self) }
  }

  /// Writes the text with its numbers; notes stand where the transcript has them, set off from the
  /// text by an empty line. Where lines are numbered an empty line shows where a paragraph begins.
  func write(color: Bool, into out: inout Output) {
    // Lines fit as they are.
    var folding = TextFolding(width: .max, indent: margin, hasColor: color)
    for (index, line) in lines.enumerated() {
      if index > 0, needsEmptyLine(lines[index - 1], line) { folding.end() }
      if let number = line.number { begin(number, &folding) } else { folding.begin(label: "") }
      folding.line(bytes[line.source])
      folding.end()
      if folding.bytes.count > Self.muchText { folding.flush(into: &out) }
    }
    folding.flush(into: &out)
  }

  /// Bytes that are handed on together.
  private static let muchText = 1 << 14

  private func needsEmptyLine(_ before: Line, _ line: Line) -> Bool {
    if before.isNote != line.isNote { return true }
    return numbersLines && hasLongBlocks && before.block != line.block && !line.isNote
  }

  /// Begins a line, or several of one entry, with a number in the margin, figures below each other.
  func begin(_ number: Int, _ folding: inout TextFolding) {
    if names.isEmpty {
      folding.begin(number: number)
    } else {
      folding.begin(label: padded(names[number - 1]))
    }
  }

  /// Begins what concerns several numbers: `7–9`.
  func begin(_ numbers: ClosedRange<Int>, _ folding: inout TextFolding) {
    // A base without a word has no numbers; what others have stands under 1.
    func name(_ number: Int) -> String { names.isEmpty ? String(number) : names[number - 1] }
    if numbers.count == 1 { return begin(numbers.lowerBound, &folding) }
    folding.begin(label: padded(name(numbers.lowerBound)) + "–" + name(numbers.upperBound))
  }

  /// A label as wide as the margin wants it, so that figures stand below each other.
  private func padded(_ label: String) -> String {
    String(repeating: " ", count: max(0, margin - 2 - TextWidth.columns(of: label))) + label
  }
}
