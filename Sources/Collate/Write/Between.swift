/// What stands between two tokens of a witness, cut into white space and marks.
enum BetweenPiece: Sendable {
  /// White space, and whatever else the tokenizer left between tokens; bytes of the source.
  case space(Range<Int>)
  case mark(Mark)

  /// The pieces of a range of the source between two tokens; O(log m + p) in all marks and these
  /// pieces.
  static func pieces(of range: Range<Int>, in text: SourceText) -> [BetweenPiece] {
    guard !range.isEmpty else { return [] }
    var pieces: [BetweenPiece] = []
    var at = range.lowerBound
    var index = text.firstMark(from: range.lowerBound)
    while index < text.marks.count, text.marks[index].range.lowerBound < range.upperBound {
      let mark = text.marks[index]
      index += 1
      guard mark.kind.standsBetweenTokens else { continue }
      if at < mark.range.lowerBound { pieces.append(.space(at..<mark.range.lowerBound)) }
      pieces.append(.mark(mark))
      at = mark.range.upperBound
    }
    if at < range.upperBound { pieces.append(.space(at..<range.upperBound)) }
    return pieces
  }

  /// The white space of a piece; nil for a mark.
  var space: Range<Int>? {
    if case .space(let range) = self { range } else { nil }
  }
}

extension SourceText {
  /// Index of the first mark that begins at or after an offset; O(log m) in the number of marks.
  func firstMark(from offset: Int) -> Int {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Where a transcription's paragraphs break: at blank lines or, where it has none, at every line.
struct BlockBreaks: Sendable {
  /// Line ends that white space must hold to be a break.
  let linesNeeded: Int

  init(of text: SourceText) {
    let lines = text.bytes[text.body]
    linesNeeded = Self.hasBlankLine(lines) ? 2 : 1
  }

  /// Whether white space divides two paragraphs; O(b) in its bytes.
  func isBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= linesNeeded && Self.lineEnds(bytes) >= linesNeeded
  }

  private static func hasBlankLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    var ends = 0
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: ends += 1
      case 0x20, 0x09: break
      default: ends = 0
      }
      if ends == 2 { return true }
      previous = byte
    }
    return false
  }

  private static func lineEnds(_ bytes: ArraySlice<UInt8>) -> Int {
    var ends = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { ends += 1 }
      previous = byte
    }
    return ends
  }
}
