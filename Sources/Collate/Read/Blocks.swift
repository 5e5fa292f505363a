extension SourceText {
  /// The paragraphs of the body, as ranges of its bytes without the white space around them.
  ///
  /// Blank lines divide paragraphs; where the body has no blank line between its lines, each line
  /// is a paragraph. Lines end with LF, CRLF or CR. A line of blanks, tabs and form feeds is blank.
  /// This is the one place where the rule stands: paragraph numbers and the `p` of TEI follow it.
  /// O(bytes of the body).
  func blocks() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var starts: [Int] = []  // indices in `lines` where a blank line stands before
    var isAfterBlank = false
    var at = body.lowerBound
    while at < body.upperBound {
      let (line, next) = line(from: at)
      at = next
      if line.isEmpty {
        isAfterBlank = true
      } else {
        if isAfterBlank, !lines.isEmpty { starts.append(lines.count) }
        isAfterBlank = false
        lines.append(line)
      }
    }
    if starts.isEmpty { return lines }
    return zip([0] + starts, starts + [lines.count]).map { first, end in
      lines[first].lowerBound..<lines[end - 1].upperBound
    }
  }

  /// The line that begins at `start`, trimmed of white space, and where the next one begins.
  private func line(from start: Int) -> (trimmed: Range<Int>, next: Int) {
    var end = start
    var low = -1
    var high = start
    while end < body.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D {
      if !isBlank(bytes[end]) {
        if low < 0 { low = end }
        high = end + 1
      }
      end += 1
    }
    let trimmed = low < 0 ? start..<start : low..<high
    guard end < body.upperBound else { return (trimmed, end) }
    let isPair = bytes[end] == 0x0D && end + 1 < body.upperBound && bytes[end + 1] == 0x0A
    return (trimmed, end + (isPair ? 2 : 1))
  }
}

/// Whether a byte is white space inside a line: blank, tab, vertical tab or form feed.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }
