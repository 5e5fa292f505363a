/// Bytes that a writer has written; text goes in as UTF-8.
struct Output: TextOutputStream, Sendable {
  private(set) var bytes: [UInt8] = []

  /// Adds text.
  mutating func write(_ string: String) {
    // Bytes as they lie in memory go in three times as fast as the view of them.
    var string = string
    string.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes a number, not below 0, in figures; no string is made of it.
  mutating func write(number: Int) {
    var unit = 1
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  /// Writes text of the program's own, which is in memory as it will stand in the output.
  mutating func write(fixed text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes of a witness as they stand.
  mutating func write(_ utf8: ArraySlice<UInt8>) {
    bytes.append(contentsOf: utf8)
  }

  /// Puts text into what is already written, for an attribute whose need shows only later; O(b) in
  /// the bytes that stand behind it.
  mutating func insert(_ string: String, at offset: Int) {
    bytes.insert(contentsOf: string.utf8, at: offset)
  }
}

/// A format in which an edition can be written; one conformer a format.
protocol EditionWriter: Sendable {
  /// Writes all of the edition; the same edition gives the same bytes.
  func write(_ edition: Edition, into out: inout Output)
}
