/// Sixteen hexadecimal digits made of texts: FNV-1a of 64 bits (Fowler, Noll and Vo 1991), the same
/// on every machine and in every version.
struct Fingerprint: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in a text and its end, so that `ab`, `c` is not `a`, `bc`.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)  // no byte of UTF-8
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  var digits: String {
    let hex = String(state, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}

extension [Finding] {
  /// Gives every finding its identity: of what changed and the words around it, not of numbers or
  /// places. Of findings that are alike in all that, the second in the order given gets `-2`.
  /// O(bytes).
  mutating func identify() {
    var seen: [String: Int] = [:]
    for i in indices {
      let finding = self[i]
      var print = Fingerprint()
      for text in [
        finding.edition, finding.siglum ?? "", finding.kind.rawValue, finding.old, finding.new,
        finding.before, finding.after,
      ] { print.add(text) }
      let digits = print.digits
      let number = seen[digits, default: 0] + 1
      seen[digits] = number
      self[i].identity = number == 1 ? digits : "\(digits)-\(number)"
    }
  }
}
