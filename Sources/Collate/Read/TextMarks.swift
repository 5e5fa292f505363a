// Gaps, brackets and note marks: what stands among the words of a paragraph.

extension MarkScanner {
  /// Finds the marks of one stretch of running text. O(bytes of the range).
  mutating func scanText(_ range: Range<Int>, in block: Range<Int>) {
    var brackets = BracketPairs()
    var at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case UInt8(ascii: "["):
        at = openBracket(at, range, block, &brackets)
      case UInt8(ascii: "]"):
        closeBracket(at, &brackets)
        at += 1
      case UInt8(ascii: "("), UInt8(ascii: "<"):
        at = gapOrDoubt(at, range, block, &brackets) ?? at + 1
      case UInt8(ascii: "*"):
        at = asterisks(at, range, block, &brackets)
      case UInt8(ascii: "."), 0xE2:
        at = ellipsis(at, range, block)
      default:
        at += 1
      }
    }
    brackets.dropUnpaired(from: &found)
  }

  // Brackets.

  /// Takes what a square bracket opens: a gap, a doubt, or words that were supplied; where to go
  /// on.
  private mutating func openBracket(
    _ at: Int, _ range: Range<Int>, _ block: Range<Int>, _ brackets: inout BracketPairs
  ) -> Int {
    if let end = gapOrDoubt(at, range, block, &brackets) { return end }
    guard marks.contains(.supplied) else { return at + 1 }
    let inner = scalarClass(at: at + 1, in: range)
    let isTouching = inner.map { !$0.isInvisible } == true && bytes[at + 1] != UInt8(ascii: "]")
    brackets.open(at: at, isTouching: isTouching, in: &found)
    return at + 1
  }

  private mutating func closeBracket(_ at: Int, _ brackets: inout BracketPairs) {
    guard marks.contains(.supplied), at > 0 else { return }
    let inner = classes[bytes.scalar(at: bytes.scalarStart(before: at)).value]
    brackets.close(at: at, isTouching: !inner.isInvisible, in: &found)
  }

  /// `<…>`, `[…]`, `(?)` or `[?]` at `at`; gives where it ends.
  private mutating func gapOrDoubt(
    _ at: Int, _ range: Range<Int>, _ block: Range<Int>, _ brackets: inout BracketPairs
  ) -> Int? {
    let open = bytes[at]
    if open != UInt8(ascii: "<"), marks.contains(.uncertain), at + 2 < range.upperBound,
      bytes[at + 1] == UInt8(ascii: "?"), bytes[at + 2] == closing(open)
    {
      brackets.insulate(at)
      found.append(Mark(kind: .uncertain, range: at..<at + 3))
      return at + 3
    }
    guard open != UInt8(ascii: "("), marks.contains(.gap) else { return nil }
    var end = at + 1
    if end < range.upperBound, bytes[end] == 0x20 { end += 1 }
    guard let points = ellipsisEnd(end, range) else { return nil }
    end = points
    if end < range.upperBound, bytes[end] == 0x20 { end += 1 }
    guard end < range.upperBound, bytes[end] == closing(open) else { return nil }
    found.append(Mark(kind: .gap, range: at..<end + 1))
    return end + 1
  }

  private func closing(_ open: UInt8) -> UInt8 {
    switch open {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: UInt8(ascii: ">")
    }
  }

  // Ellipses.

  /// Marks the ellipsis that begins at `at` if it stands alone; gives the byte after its points.
  ///
  /// One that hangs on a word is punctuation, and so is one with a note mark: what a note speaks
  /// of stands in the document.
  private mutating func ellipsis(_ at: Int, _ range: Range<Int>, _ block: Range<Int>) -> Int {
    let end = pointsEnd(at, range)
    if marks.contains(.gap), isAfterSpace(at, in: block), isBeforeSpace(end, in: block),
      ellipsisEnd(at, range) == end
    {
      found.append(Mark(kind: .gap, range: at..<end))
    }
    return max(end, at + 1)
  }

  /// Where the run of points and `…` ends that begins at `at`.
  private func pointsEnd(_ at: Int, _ range: Range<Int>) -> Int {
    var end = at
    while end < range.upperBound {
      if bytes[end] == UInt8(ascii: ".") {
        end += 1
      } else if isEllipsis(at: end, range) {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// Where an ellipsis ends that begins at `at`: a run of points worth three or more.
  private func ellipsisEnd(_ at: Int, _ range: Range<Int>) -> Int? {
    let end = pointsEnd(at, range)
    // `…` has three bytes and is worth three points.
    return end - at >= 3 ? end : nil
  }

  private func isEllipsis(at offset: Int, _ range: Range<Int>) -> Bool {
    offset + 2 < range.upperBound && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && bytes[offset + 2] == 0xA6
  }

  // Asterisks.

  /// Marks a run of asterisks that hangs on a word or its punctuation; gives where it ends.
  private mutating func asterisks(
    _ at: Int, _ range: Range<Int>, _ block: Range<Int>, _ brackets: inout BracketPairs
  ) -> Int {
    var end = at
    while end < range.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
    guard marks.contains(.note), !plainAsterisks.contains(at), !isAfterSpace(at, in: block),
      hangs(at), scalarClass(at: end, in: block)?.isWordPart != true
    else { return end }
    noteLengths |= 1 << UInt64(min(end - at, 63))
    brackets.insulate(at)
    found.append(Mark(kind: .noteMark, range: at..<end))
    return end
  }

  /// Whether what stands before `offset` can bear a note mark: anything but an opening bracket or
  /// opening quotation mark.
  private func hangs(_ offset: Int) -> Bool {
    let before = bytes.scalar(at: bytes.scalarStart(before: offset)).value
    switch Unicode.Scalar(before)?.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return false
    default: return true
    }
  }
}

/// Brackets of a stretch of text that may turn out to be a pair.
///
/// A bracket is a mark of the editor only if its pair stands in the same stretch and both touch
/// what they enclose; all others are ordinary characters.
struct BracketPairs {
  /// A bracket that is open.
  private struct Open {
    var offset: Int
    /// Index in the marks found.
    var mark: Int
    var isTouching: Bool
  }

  private var stack: [Open] = []
  /// Indices of opening brackets that proved to be ordinary characters.
  private var dropped: [Int] = []

  /// A bracket opens; it is a mark until its end shows that it is none.
  mutating func open(at offset: Int, isTouching: Bool, in found: inout [Mark]) {
    stack.append(Open(offset: offset, mark: found.count, isTouching: isTouching))
    found.append(Mark(kind: .suppliedOpen, range: offset..<offset + 1))
  }

  /// A bracket closes; the pair is one of marks if both touch what they enclose.
  mutating func close(at offset: Int, isTouching: Bool, in found: inout [Mark]) {
    guard let open = stack.popLast() else { return }
    let isAfterMark = found.last.map { last in
      last.range.upperBound == offset && last.kind.standsBetweenTokens
    }
    if open.isTouching, isTouching, isAfterMark != true {
      found.append(Mark(kind: .suppliedClose, range: offset..<offset + 1))
    } else {
      dropped.append(open.mark)
    }
  }

  /// Notes that a mark between tokens begins at `offset`: opening brackets directly before it
  /// touch no token.
  mutating func insulate(_ offset: Int) {
    var next = offset
    var index = stack.count - 1
    while index >= 0, stack[index].offset + 1 == next {
      stack[index].isTouching = false
      next = stack[index].offset
      index -= 1
    }
  }

  /// Takes the opening brackets out again that have no pair; O(marks of the stretch).
  consuming func dropUnpaired(from found: inout [Mark]) {
    let unpaired = (dropped + stack.map(\.mark)).sorted()
    guard let first = unpaired.first else { return }
    var next = 0
    var kept = first
    for index in first..<found.count {
      if next < unpaired.count, unpaired[next] == index {
        next += 1
      } else {
        found[kept] = found[index]
        kept += 1
      }
    }
    found.removeLast(found.count - kept)
  }
}
