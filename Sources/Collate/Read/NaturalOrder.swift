/// Whether one name comes before another as people number them: `w2` before `w13`.
///
/// Runs of ASCII digits compare by value, everything else by bytes, in no locale; names that differ
/// in leading zeros only compare by bytes. O(length of the shorter name).
func precedesNaturally(_ a: String, _ b: String) -> Bool {
  var (a, b) = (a, b)
  // Bytes as they lie in memory: the names of thousands of files are compared by them.
  return a.withUTF8 { a in b.withUTF8 { b in precedesNaturally(a[...], b[...]) } }
}

private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

private func precedesNaturally(_ a: Bytes, _ b: Bytes) -> Bool {
  var (left, right) = (a, b)
  while let x = left.first, let y = right.first {
    if isDigit(x), isDigit(y) {
      let one = takeNumber(&left)
      let two = takeNumber(&right)
      if one.count != two.count { return one.count < two.count }
      if !one.elementsEqual(two) { return one.lexicographicallyPrecedes(two) }
    } else {
      if x != y { return x < y }
      left.removeFirst()
      right.removeFirst()
    }
  }
  if left.isEmpty != right.isEmpty { return left.isEmpty }
  return a.lexicographicallyPrecedes(b)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Takes the digits at the front and gives them without leading zeros.
private func takeNumber(_ text: inout Bytes) -> Bytes {
  let digits = text.prefix(while: isDigit)
  text = text.dropFirst(digits.count)
  return digits.drop { $0 == 0x30 }
}
