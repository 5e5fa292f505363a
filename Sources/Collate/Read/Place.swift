/// A place in a file as people and editors count it.
struct Place: Sendable, Equatable {
  /// Bytes before it, a byte order mark included.
  var offset: Int
  /// 1-based; lines end with LF, CRLF or CR.
  var line: Int
  /// 1-based, in Unicode code points; a byte order mark has no column.
  var column: Int
}

/// Turns byte offsets of one text into lines and columns.
///
/// Built once for a text when the first place is asked for: O(bytes). Each question then costs
/// O(log lines + `stride`), however long a line is.
struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// Where the bytes stood in another file, if places are to be those of that file.
  private let origin: PlaceTable?
  /// Offset of the first byte of each line.
  private var lineStarts: [Int]
  /// Code points before each multiple of `stride`.
  private var counts: [Int]
  /// Bytes between two counts: small enough to count by hand for each question, large enough for
  /// the table to be a thousandth of the text.
  private static let stride = 4096

  /// Counts lines and code points; O(bytes). With `origin`, the places given are those of its file.
  init(bytes: [UInt8], origin: PlaceTable? = nil) {
    self.bytes = bytes
    self.origin = origin
    lineStarts = [0]
    counts = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == 0x0A || byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A) {
        lineStarts.append(offset + 1)
      }
    }
    if bytes.count % Self.stride == 0 { counts.append(count) }
  }

  /// Number of lines; a text that ends with a line end has an empty last line.
  var lineCount: Int { lineStarts.count }

  /// Line and column of a byte; an offset outside the text is taken as its nearest end.
  func place(at offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    if let origin { return origin.place(at: offset, in: bytes) }
    let line = lineIndex(of: offset)
    var start = lineStarts[line]
    if line == 0, bytes.hasByteOrderMark { start = min(3, offset) }
    return Place(offset: offset, line: line + 1, column: points(to: offset) - points(to: start) + 1)
  }

  /// The last line that starts at or before `offset`; O(log lines).
  private func lineIndex(of offset: Int) -> Int { lineStarts.partition { $0 > offset } - 1 }

  /// Code points that begin before `offset`.
  private func points(to offset: Int) -> Int {
    let block = offset / Self.stride
    return bytes[block * Self.stride..<offset].reduce(counts[block]) { count, byte in
      byte & 0xC0 == 0x80 ? count : count + 1
    }
  }
}

extension [UInt8] {
  /// Whether a UTF-8 byte order mark stands first.
  var hasByteOrderMark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }
}

extension SourceText {
  /// Line and column of its bytes in the file as it is; O(bytes), so keep it where more than one
  /// place is asked for.
  func lineTable() -> LineTable { LineTable(bytes: bytes, origin: places) }
}
