/// Offset of the first byte that begins no well-formed UTF-8 sequence, or nil; O(bytes).
///
/// Well-formed as in table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing
/// above U+10FFFF. The standard library tells whether, but not on all its platforms where.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  var at = 0
  while at < bytes.count {
    if bytes[at] < 0x80 {
      at = endOfASCII(in: bytes, from: at + 1)
      continue
    }
    let length = sequenceLength(in: bytes, at: at)
    if length == 0 { return at }
    at += length
  }
  return nil
}

/// Where bytes of ASCII end that begin at `start`, or a little before; eight of them a step, of
/// which none has its highest bit set.
private func endOfASCII(in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { bytes in
    var at = start
    while at + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    return at
  }
}

/// Bytes of the well-formed sequence of more than one byte that begins at `at`, or 0.
private func sequenceLength(in bytes: [UInt8], at: Int) -> Int {
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch bytes[at] {
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: length = 4
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return 0
  }
  guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
  for offset in at + 2..<at + length where bytes[offset] & 0xC0 != 0x80 { return 0 }
  return length
}
