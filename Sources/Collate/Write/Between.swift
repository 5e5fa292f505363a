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
    marks.partition { $0.range.lowerBound >= offset }
  }
}

/// Where a transcription's paragraphs break.
struct BlockBreaks: Sendable {
  /// Where in the source each paragraph but the first begins; ordered.
  private let starts: [Int]

  /// O(b) in the bytes of the body.
  init(of text: SourceText) {
    starts = text.blocks().dropFirst().map(\.lowerBound)
  }

  /// Whether white space, a range of the source, divides two paragraphs; O(log p) in their number.
  func isBreak(_ space: Range<Int>) -> Bool {
    let next = starts.partition { $0 > space.lowerBound }
    return next < starts.count && starts[next] <= space.upperBound
  }
}
