// Words: letters, marks and digits, and what joins them.

extension TokenScanner {
  /// Takes the word that begins at `at`, brackets of the editor inside it included.
  mutating func scanWord() {
    let start = at
    var isSupplied = depth > 0
    var isAfterDigit = false
    while at < body.upperBound {
      takeASCII(&isAfterDigit)
      if at == nextMark {
        guard at < body.upperBound, takeBracketsInWord(&isSupplied, isAfterDigit) else { break }
        continue
      }
      let (value, length) = bytes.scalar(at: at)
      let scalar = classes[value]
      // What ends most words joins nothing: it need not be asked what follows.
      if scalar == .space { break }
      if scalar.isWordPart {
        // A combining mark leaves a digit a digit.
        if scalar != .mark { isAfterDigit = scalar == .digit }
        at += length
      } else if let next = joined(at, value, length, scalar, isAfterDigit) {
        at = next
      } else {
        break
      }
    }
    close(from: start, .word, isSupplied: isSupplied)
  }

  /// The fast path: ASCII letters and digits up to the next mark.
  private mutating func takeASCII(_ isAfterDigit: inout Bool) {
    let (start, limit) = (at, nextMark)
    at = bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < limit {
        let byte = bytes[end]
        guard (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) else { break }
        end += 1
      }
      return end
    }
    if at > start { isAfterDigit = bytes[at - 1] < 0x40 }
  }

  /// Takes brackets inside or at the end of a word; false where the word ends here.
  private mutating func takeBracketsInWord(
    _ isSupplied: inout Bool, _ isAfterDigit: Bool
  ) -> Bool {
    var index = markIndex
    let after = skipBrackets(from: at, &index)
    let goesOn =
      after > at && !hasBorder(upTo: after) && continues(at: after, markIndex: index, isAfterDigit)
    while markIndex < index {
      let isOpening = marks[markIndex].kind == .suppliedOpen
      // Opening brackets after the last letter belong to the next token.
      if isOpening, !goesOn { break }
      depth = isOpening ? depth + 1 : max(0, depth - 1)
      if isOpening { isSupplied = true }
      at = marks[markIndex].range.upperBound
      markIndex += 1
    }
    settleMark()
    return goesOn
  }

  /// Whether a word that has come to `position` goes on there.
  private mutating func continues(
    at position: Int, markIndex index: Int, _ isAfterDigit: Bool
  ) -> Bool {
    let isMark = index < marks.count && marks[index].range.lowerBound == position
    guard position < body.upperBound, !isMark else { return false }
    let (value, length) = bytes.scalar(at: position)
    let scalar = classes[value]
    return scalar.isWordPart || joined(position, value, length, scalar, isAfterDigit) != nil
  }

  /// Where a word goes on after a character that may join: nil if it does not join.
  ///
  /// A run of invisible characters is taken at once, so that a word followed by a million of them
  /// costs no more than their number.
  private mutating func joined(
    _ position: Int, _ value: UInt32, _ length: Int, _ scalar: ScalarClass, _ isAfterDigit: Bool
  ) -> Int? {
    if scalar == .single, let end = bracketed(position, value, length) { return end }
    // A macron behind its letter, a stroke for the n that a line had no room for; the small o of
    // `M°CC°` and `N°`, which behind a figure is a degree.
    if value == 0xAF || value == 0xB0 && !isAfterDigit { return position + length }
    var next = position + length
    if scalar == .format {
      while next < min(nextMark, body.upperBound) {
        let (value, length) = bytes.scalar(at: next)
        guard classes[value] == .format else { break }
        next += length
      }
    }
    guard let (follower, at) = partAfter(next) else {
      return scalar == .apostrophe && (isGeresh(position) || isElision(position)) ? next : nil
    }
    switch scalar {
    case .format, .apostrophe: return next
    case .hyphen: return isAfterDigit && follower == .digit ? nil : next
    case .separator:
      guard isAfterDigit else { return nil }
      return follower == .digit || follower == .letter && value == 0x2F ? next : nil
    case .groupSpace: return isAfterDigit && isThousand(position, at) ? next : nil
    case .single:
      return value == 0x22 && isHebrew(before: position) && isHebrew(at: at) ? next : nil
    default: return nil
    }
  }

  /// The letter, digit or mark that follows at `position`, brackets and invisible characters
  /// skipped, and where it stands.
  private mutating func partAfter(_ position: Int) -> (ScalarClass, Int)? {
    var index = markIndex
    while index < marks.count, marks[index].range.lowerBound < position { index += 1 }
    var next = position
    while true {
      next = skipBrackets(from: next, &index)
      guard next < body.upperBound, index == marks.count || marks[index].range.lowerBound > next
      else { return nil }
      let (value, length) = bytes.scalar(at: next)
      let scalar = classes[value]
      if scalar.isWordPart { return (scalar, next) }
      guard scalar == .format else { return nil }
      next += length
    }
  }

  /// Where letters in brackets end that are part of a word, as in `d(omi)n(u)s`: nil if there is
  /// anything else between the brackets than letters, or letters and a stroke (`ta(m/n)quam`);
  /// braces hold anything but white space.
  private mutating func bracketed(_ position: Int, _ value: UInt32, _ length: Int) -> Int? {
    if value == Self.openingBrace { return braced(position)?.end }
    guard let closing = Self.closingBracket(value) else { return nil }
    var next = position + length
    var letters = 0
    while next < nextMark, next - position <= Self.longestBracket {
      let (value, length) = bytes.scalar(at: next)
      next += length
      if value == closing { return letters > 0 ? next : nil }
      switch classes[value] {
      case .letter: letters += 1
      case .mark: break
      default: if value != 0x2F || letters == 0 { return nil }
      }
    }
    return nil
  }

  /// The braces that open at `position` with no mark or border of a marked-off word between them.
  private mutating func braced(_ position: Int) -> BracePairs.Pair? {
    let pair = braces.pair(at: position, in: bytes, upTo: body.upperBound, &classes)
    return pair.flatMap { $0.end <= nextMark ? $0 : nil }
  }

  /// Whether letters in brackets stand at `position` with the rest of their word after them,
  /// `(h)is`, or letters in braces.
  mutating func isBeforeWord(bracketAt position: Int) -> Bool {
    let (value, length) = bytes.scalar(at: position)
    if value == Self.openingBrace, let pair = braced(position), pair.isWord { return true }
    guard let end = bracketed(position, value, length), end < nextMark else { return false }
    return classes[bytes.scalar(at: end).value] == .letter
  }

  private static let openingBrace: UInt32 = 0x7B

  /// Bytes of a bracket with what is in it: parts of words are shorter, and no text is looked
  /// through again and again.
  private static let longestBracket = 64

  private static func closingBracket(_ opening: UInt32) -> UInt32? {
    switch opening {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x27E8: 0x27E9
    case 0x27E6: 0x27E7
    default: nil
    }
  }

  /// Whether the space at `space` divides thousands: one to three digits before it, exactly three
  /// after it.
  private func isThousand(_ space: Int, _ digits: Int) -> Bool {
    func isDigit(_ offset: Int) -> Bool {
      body.contains(offset) && (0x30...0x39).contains(bytes[offset])
    }
    return (0..<3).allSatisfy { isDigit(digits + $0) } && !isDigit(digits + 3)
      && isDigit(space - 1) && !(1...4).allSatisfy { isDigit(space - $0) }
  }

  /// Whether an apostrophe after which no letter stands shortens a Hebrew word, as geresh does:
  /// `ר'`, `וגו'`. One that ends a quotation does not.
  private func isGeresh(_ position: Int) -> Bool {
    !isHebrewQuotation && isHebrew(before: position)
  }

  /// Whether an apostrophe after which no letter stands tells that a Greek word has lost its last
  /// vowel, `δ’`, `ἀλλ’`, `παρ’`: after letters in which no Greek word ends.
  private func isElision(_ position: Int) -> Bool {
    let start = bytes.scalarStart(before: position)
    switch bytes.scalar(at: start).value {
    // β γ δ θ λ μ π σ τ φ
    case 0x03B2, 0x03B3, 0x03B4, 0x03B8, 0x03BB, 0x03BC, 0x03C0, 0x03C3, 0x03C4, 0x03C6:
      return true
    // ρ after α.
    case 0x03C1: return start > 1 && bytes.scalar(at: start - 2).value == 0x03B1
    default: return false
    }
  }

  /// Quotation marks stand inside Hebrew abbreviations in place of gershayim.
  func isHebrew(at offset: Int) -> Bool {
    (0x0591...0x05F4).contains(bytes.scalar(at: offset).value)
  }

  private func isHebrew(before offset: Int) -> Bool {
    isHebrew(at: bytes.scalarStart(before: offset))
  }
}
