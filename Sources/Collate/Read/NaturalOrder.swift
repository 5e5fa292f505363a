/// Whether one name comes before another as people number them: `w2` before `w13`.
///
/// Runs of ASCII digits compare by value, everything else by bytes, in no locale; names that differ
/// in leading zeros only compare by bytes. O(length of the shorter name).
func precedesNaturally(_ a: String, _ b: String) -> Bool {
  var left = Substring(a).utf8
  var right = Substring(b).utf8
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
  return a.utf8.lexicographicallyPrecedes(b.utf8)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Takes the digits at the front and gives them without leading zeros.
private func takeNumber(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
  let digits = text.prefix(while: isDigit)
  text = text.dropFirst(digits.count)
  return digits.drop { $0 == 0x30 }
}
