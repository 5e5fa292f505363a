/// One pass over the bytes of a witness that collects its tokens.
///
/// Invariant: everything before `at` is in a token or between tokens for good, and `markIndex` is
/// the first mark that does not lie before `at`.
struct TokenScanner {
  let bytes: [UInt8]
  var classes = ScalarClasses()
  private(set) var tokens: [Token] = []

  private let body: Range<Int>
  private let marks: [Mark]
  private var at: Int
  private var markIndex = 0
  /// Where the next mark begins, or the end of the body.
  private var nextMark = 0
  /// Editor's brackets that are open.
  private var depth = 0
  /// Where the opening brackets begin that end at `at`, if there are any.
  private var openBrackets: Int?

  init(_ text: SourceText) {
    bytes = text.bytes
    body = text.body
    marks = text.marks
    at = text.body.lowerBound
    // English has a token for every five to six bytes.
    tokens.reserveCapacity(text.body.count / 5)
    settleMark()
  }

  /// Divides the body.
  mutating func scan() {
    while at < body.upperBound {
      if at == nextMark {
        takeMark()
        continue
      }
      let (value, length) = bytes.scalar(at: at)
      switch classes[value] {
      case .space, .groupSpace, .format:
        at += length
        openBrackets = nil
      case .letter, .mark, .digit: scanWord()
      case .ideograph, .cluster: scanCluster()
      case .symbol, .regional: scanSymbol()
      case .apostrophe, .hyphen, .separator, .single, .punctuation: scanPunctuation()
      }
    }
    finish()
  }

  /// Adds a token; what stands before it is what follows the token before.
  mutating func emit(_ range: Range<Int>, _ kind: Token.Kind, isSupplied: Bool) {
    if !tokens.isEmpty { tokens[tokens.count - 1].next = Int32(range.lowerBound) }
    let end = Int32(range.upperBound)
    tokens.append(
      Token(start: Int32(range.lowerBound), end: end, next: end, kind: kind, isSupplied: isSupplied)
    )
  }

  /// Gives the last token the rest of the source.
  mutating func finish() {
    if !tokens.isEmpty { tokens[tokens.count - 1].next = Int32(bytes.count) }
  }

  /// Adds the token that ends at `at`, with the opening brackets before it.
  private mutating func close(from start: Int, _ kind: Token.Kind, isSupplied: Bool) {
    emit((openBrackets ?? start)..<at, kind, isSupplied: isSupplied)
    openBrackets = nil
  }
}

// Marks.
extension TokenScanner {
  private mutating func takeMark() {
    let mark = marks[markIndex]
    switch mark.kind {
    case .suppliedOpen:
      openBrackets = openBrackets ?? at
      depth += 1
    case .suppliedClose:
      depth = max(0, depth - 1)
      if let last = tokens.last, Int(last.end) == at {
        tokens[tokens.count - 1].end = Int32(mark.range.upperBound)
        tokens[tokens.count - 1].next = Int32(mark.range.upperBound)
      }
      openBrackets = nil
    case .gap:
      at = mark.range.upperBound
      close(from: mark.range.lowerBound, .gap, isSupplied: depth > 0)
    default:
      openBrackets = nil
    }
    at = max(at, mark.range.upperBound)
    markIndex += 1
    settleMark()
  }

  /// Finds the next mark at or after `at`.
  private mutating func settleMark() {
    while markIndex < marks.count,
      marks[markIndex].range.lowerBound < at || marks[markIndex].range.isEmpty
    {
      markIndex += 1
    }
    let next = markIndex < marks.count ? marks[markIndex].range.lowerBound : body.upperBound
    nextMark = min(next, body.upperBound)
  }

  /// The first byte from `start` on that is no editor's bracket; `index` is the first mark that
  /// can begin there, and is moved on.
  private func skipBrackets(from start: Int, _ index: inout Int) -> Int {
    var position = start
    while index < marks.count, marks[index].range.lowerBound == position,
      marks[index].kind == .suppliedOpen || marks[index].kind == .suppliedClose
    {
      position = marks[index].range.upperBound
      index += 1
    }
    return position
  }
}

// Words.
extension TokenScanner {
  private mutating func scanWord() {
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
    let start = at
    while at < nextMark {
      let byte = bytes[at]
      guard (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) else { break }
      at += 1
    }
    if at > start { isAfterDigit = bytes[at - 1] < 0x40 }
  }

  /// Takes brackets inside or at the end of a word; false where the word ends here.
  private mutating func takeBracketsInWord(
    _ isSupplied: inout Bool, _ isAfterDigit: Bool
  ) -> Bool {
    var index = markIndex
    let after = skipBrackets(from: at, &index)
    let goesOn = after > at && continues(at: after, markIndex: index, isAfterDigit)
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
    var next = position + length
    if scalar == .format {
      while next < min(nextMark, body.upperBound) {
        let (value, length) = bytes.scalar(at: next)
        guard classes[value] == .format else { break }
        next += length
      }
    }
    guard let (follower, at) = partAfter(next) else { return nil }
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

  /// Whether the space at `space` divides thousands: one to three digits before it, exactly three
  /// after it.
  private func isThousand(_ space: Int, _ digits: Int) -> Bool {
    func isDigit(_ offset: Int) -> Bool {
      body.contains(offset) && (0x30...0x39).contains(bytes[offset])
    }
    return (0..<3).allSatisfy { isDigit(digits + $0) } && !isDigit(digits + 3)
      && isDigit(space - 1) && !(1...4).allSatisfy { isDigit(space - $0) }
  }

  /// Quotation marks stand inside Hebrew abbreviations in place of gershayim.
  private func isHebrew(at offset: Int) -> Bool {
    (0x0591...0x05F4).contains(bytes.scalar(at: offset).value)
  }

  private func isHebrew(before offset: Int) -> Bool {
    isHebrew(at: bytes.scalarStart(before: offset))
  }
}

// Everything else.
extension TokenScanner {
  /// A character of a script that writes no spaces, with what combines with it.
  private mutating func scanCluster() {
    let start = at
    let isSupplied = depth > 0
    var isAfterVirama = false
    repeat {
      at += bytes.scalar(at: at).length
      isAfterVirama = takeMarks()
    } while isAfterVirama && at < nextMark && classes[bytes.scalar(at: at).value] == .cluster
    close(from: start, .word, isSupplied: isSupplied)
  }

  /// Takes combining marks; whether the last of them was a virama, which joins the next letter.
  private mutating func takeMarks() -> Bool {
    var isVirama = false
    while at < nextMark {
      let (value, length) = bytes.scalar(at: at)
      guard classes[value] == .mark else { break }
      isVirama = Unicode.Scalar(value)?.properties.canonicalCombiningClass == .virama
      at += length
    }
    return isVirama
  }

  /// A sign, an emoji with its modifiers and joined parts, or a flag.
  private mutating func scanSymbol() {
    let start = at
    let isSupplied = depth > 0
    let (first, length) = bytes.scalar(at: at)
    at += length
    if classes[first] == .regional, let second = scalarBeforeMark(at),
      classes[second.value] == .regional
    {
      at += second.length
    }
    _ = takeMarks()
    while let joiner = scalarBeforeMark(at) {
      if (0xE0020...0xE007F).contains(joiner.value) {
        // Tags, which spell the flags of regions.
        at += joiner.length
      } else if joiner.value == 0x200D, let next = scalarBeforeMark(at + joiner.length),
        classes[next.value] == .symbol
      {
        at += joiner.length + next.length
        _ = takeMarks()
      } else {
        break
      }
    }
    close(from: start, .word, isSupplied: isSupplied)
  }

  private mutating func scanPunctuation() {
    let start = at
    let isSupplied = depth > 0
    let (first, length) = bytes.scalar(at: at)
    at += length
    switch classes[first] {
    case .punctuation, .hyphen, .separator:
      while let next = scalarBeforeMark(at), next.value == first { at += length }
    default: break
    }
    _ = takeMarks()
    close(from: start, .punctuation, isSupplied: isSupplied)
  }

  /// The code point at `position` unless a mark or the end stands there.
  private func scalarBeforeMark(_ position: Int) -> (value: UInt32, length: Int)? {
    position < nextMark ? bytes.scalar(at: position) : nil
  }
}
