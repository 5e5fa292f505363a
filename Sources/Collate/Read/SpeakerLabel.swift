// `[Name]:`, `(Name):`, `Na[me]:`: who speaks.

extension MarkScanner {
  /// Longer than any name with its office: `[People’s Commissar for Foreign Affairs, Chicherin]:`.
  /// In bytes.
  private static let nameLimit = 96
  /// Longer than any surname that stands as a label without brackets; in bytes.
  private static let bareNameLimit = 32

  /// Where the label ends that begins at `at`, its colon and note mark included; nil if none does.
  ///
  /// A bare `Name:` counts only at the start of a block and where the heading names it.
  mutating func speakerEnd(_ at: Int, in block: Range<Int>, isAtStart: Bool) -> Int? {
    let end: Int?
    switch bytes[at] {
    case UInt8(ascii: "["): end = bracketedName(at, UInt8(ascii: "]"), block)
    case UInt8(ascii: "("): end = bracketedName(at, UInt8(ascii: ")"), block)
    default: end = completedName(at, block) ?? (isAtStart ? bareName(at, block) : nil)
    }
    guard var end else { return nil }
    while end < block.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
    guard end < block.upperBound, bytes[end] == UInt8(ascii: ":") else { return nil }
    return end + 1
  }

  /// `[Name]` or `(Name)` at `at`.
  private mutating func bracketedName(
    _ at: Int, _ close: UInt8, _ block: Range<Int>
  ) -> Int? {
    let limit = min(block.upperBound, at + Self.nameLimit)
    guard at + 1 < limit, isCapital(at + 1) else { return nil }
    var end = at + 1
    while end < limit, bytes[end] != close {
      switch bytes[end] {
      case 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ":"),
        UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        return nil
      default: end += 1
      }
    }
    return end < limit ? end + 1 : nil
  }

  /// `L[egran]`, `Ch[icherin]`: letters, and more letters that the editor supplied.
  private mutating func completedName(_ at: Int, _ block: Range<Int>) -> Int? {
    let open = lettersEnd(at, block)
    guard open > at, isCapital(at), open < block.upperBound, bytes[open] == UInt8(ascii: "[") else {
      return nil
    }
    let close = lettersEnd(open + 1, block)
    guard close > open + 1, close < block.upperBound, bytes[close] == UInt8(ascii: "]") else {
      return nil
    }
    return close + 1
  }

  /// `Stalin`, `K`: a name or the beginning of a name in the heading.
  private mutating func bareName(_ at: Int, _ block: Range<Int>) -> Int? {
    guard !headingNames.isEmpty, isCapital(at) else { return nil }
    let end = lettersEnd(at, block)
    let name = bytes[at..<end]
    return headingNames.contains { $0.starts(with: name) } ? end : nil
  }

  /// Where the letters end that begin at `at`; looks no further than a bare name is long.
  private mutating func lettersEnd(_ at: Int, _ block: Range<Int>) -> Int {
    var end = at
    while end < min(block.upperBound, at + Self.bareNameLimit) {
      let (value, length) = bytes.scalar(at: end)
      guard classes[value] == .letter || classes[value] == .mark else { break }
      end += length
    }
    return end
  }

  /// Whether a letter stands at `offset` that is not of lower case.
  func isCapital(_ offset: Int) -> Bool {
    guard let properties = Unicode.Scalar(bytes.scalar(at: offset).value)?.properties else {
      return false
    }
    return properties.isAlphabetic && !properties.isLowercase
  }
}
