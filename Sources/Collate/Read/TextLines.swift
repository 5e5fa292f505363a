// Lines of plain text and what stands in them, as ranges of bytes.

extension [UInt8] {
  /// The line that begins at `start`, without its end, and where the next one begins; lines end
  /// with LF, CRLF or CR.
  func line(from start: Int) -> (content: Range<Int>, next: Int) {
    var end = start
    while end < count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    guard end < count else { return (start..<end, end) }
    let isPair = self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A
    return (start..<end, end + (isPair ? 2 : 1))
  }

  /// Whether nothing but blanks stands in a range, a byte order mark at the start of the text
  /// aside.
  func hasOnlyBlanks(in range: Range<Int>) -> Bool {
    let mark = range.lowerBound == 0 && hasByteOrderMark ? 3 : 0
    return self[range].dropFirst(mark).allSatisfy(isBlank)
  }

  /// A range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let range = trimmedAtEnd(range)
    let start = range.first { !isBlank(self[$0]) } ?? range.upperBound
    return start..<range.upperBound
  }

  /// A range without blanks at its end.
  func trimmedAtEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(self[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// The colon that ends a key: the first one before a blank or the end of the range.
  func colon(in range: Range<Int>) -> Int? {
    range.first {
      self[$0] == UInt8(ascii: ":")
        && ($0 + 1 == range.upperBound || isBlank(self[$0 + 1]))
    }
  }

  /// A range of valid UTF-8 as text.
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
