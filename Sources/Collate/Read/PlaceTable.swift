/// Where text that was taken out of a file stood in it, byte for byte.
///
/// The text is cut into runs; within a run text and file go in step, and no line ends. So a run is
/// four numbers, and there are about as many as lines and tags in the file.
struct PlaceTable: Sendable, Equatable {
  /// Offset in the text where each run begins; rising.
  private var starts: [Int32] = []
  /// Offset, line and column in the file of the first byte of each run.
  private var offsets: [Int32] = []
  private var lines: [Int32] = []
  private var columns: [Int32] = []

  /// Bytes of the longest run: what is counted by hand for one question.
  static let longestRun = 4096

  /// The place in the file of a byte of the text, which `bytes` is; O(log runs + longest run).
  func place(at offset: Int, in bytes: [UInt8]) -> Place {
    guard let run = lastIndex(upTo: Int32(clamping: offset)) else {
      return Place(offset: 0, line: 1, column: 1)
    }
    let start = Int(starts[run])
    let end = min(max(offset, start), bytes.count)
    let points = bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    return Place(
      offset: Int(offsets[run]) + end - start, line: Int(lines[run]),
      column: Int(columns[run]) + points)
  }

  /// Whether the byte at `start` of the text, which stands at `offset` in the file, needs no run of
  /// its own, if no line ended since the last one.
  func continues(at start: Int, _ offset: Int) -> Bool {
    guard let last = starts.last else { return false }
    let length = start - Int(last)
    return length == offset - Int(offsets[offsets.count - 1]) && length < Self.longestRun
  }

  /// Begins a run at `start` of the text.
  mutating func append(_ start: Int, _ place: Place) {
    if starts.last == Int32(start) { removeLast() }
    starts.append(Int32(start))
    offsets.append(Int32(place.offset))
    lines.append(Int32(place.line))
    columns.append(Int32(clamping: place.column))
  }

  /// Forgets what lies at or behind an offset of the text.
  mutating func cut(to offset: Int) {
    while let last = starts.last, last >= Int32(offset) { removeLast() }
  }

  private mutating func removeLast() {
    starts.removeLast()
    offsets.removeLast()
    lines.removeLast()
    columns.removeLast()
  }

  private func lastIndex(upTo offset: Int32) -> Int? {
    let behind = starts.partition { $0 > offset }
    return behind == 0 ? nil : behind - 1
  }
}

/// Counts lines and columns forward through a file, for offsets that never go back.
///
/// All questions together cost O(bytes of the file).
struct PlaceCursor: Sendable {
  private var place: Place

  /// Begins at the first byte of a file, behind its byte order mark.
  init(_ bytes: [UInt8]) {
    place = Place(offset: bytes.hasByteOrderMark ? 3 : 0, line: 1, column: 1)
  }

  /// Line and column of a byte, which must not lie before the one asked for last.
  mutating func advance(to offset: Int, in bytes: [UInt8]) -> Place {
    while place.offset < offset {
      let byte = bytes[place.offset]
      place.offset += 1
      let isPair = byte == 0x0D && place.offset < bytes.count && bytes[place.offset] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
