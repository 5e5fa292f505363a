/// One pass over the bytes of a witness that collects its tokens.
///
/// Invariant: everything before `at` is in a token or between tokens for good, and `markIndex` is
/// the first mark that does not lie before `at`.
struct TokenScanner {
  let bytes: [UInt8]
  var classes = ScalarClasses()
  var braces = BracePairs()
  private(set) var tokens: [Token] = []

  let body: Range<Int>
  let marks: [Mark]
  var at: Int
  var markIndex = 0
  /// Where the next mark begins or the next marked-off word begins or ends, or the end of the body:
  /// no token reaches over it unseen.
  var nextMark = 0
  /// Where words begin and end that the input marked off; ascending.
  private let borders: [Int]
  private var borderIndex = 0
  /// Editor's brackets that are open.
  var depth = 0
  /// Whether a Hebrew quotation has begun with an apostrophe, which is not the sign of an
  /// abbreviation.
  var isHebrewQuotation = false
  /// Where the opening brackets begin that end at `at`, if there are any.
  var openBrackets: Int?

  /// Begins at the start of the body, with room for as many tokens as prose of that length has.
  init(_ text: SourceText) {
    bytes = text.bytes
    body = text.body
    marks = text.marks
    at = text.body.lowerBound
    borders = text.markedWords.flatMap { [$0.lowerBound, $0.upperBound] }
    // English has a token for every five to six bytes.
    tokens.reserveCapacity(text.body.count / 5)
    settleMark()
  }

  /// Divides the body.
  mutating func scan() {
    while at < body.upperBound {
      if at == nextMark {
        if markIndex < marks.count, marks[markIndex].range.lowerBound == at {
          takeMark()
        } else {
          settleMark()
        }
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
      case .single where isReading(bracketAt: at): scanReading()
      case .single where isBeforeWord(bracketAt: at): scanWord()
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
  mutating func close(from start: Int, _ kind: Token.Kind, isSupplied: Bool) {
    emit((openBrackets ?? start)..<at, kind, isSupplied: isSupplied)
    openBrackets = nil
  }
}

// Marks.
extension TokenScanner {
  /// Does what the mark here asks for, and goes behind it.
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
  mutating func settleMark() {
    while markIndex < marks.count,
      marks[markIndex].range.lowerBound < at || marks[markIndex].range.isEmpty
    {
      markIndex += 1
    }
    let next = markIndex < marks.count ? marks[markIndex].range.lowerBound : body.upperBound
    nextMark = min(next, body.upperBound)
    while borderIndex < borders.count, borders[borderIndex] <= at { borderIndex += 1 }
    if borderIndex < borders.count { nextMark = min(nextMark, borders[borderIndex]) }
  }

  /// Whether a marked-off word begins or ends between `at` and a place in what follows.
  func hasBorder(upTo position: Int) -> Bool {
    borderIndex < borders.count && borders[borderIndex] <= position
  }

  /// The first byte from `start` on that is no editor's bracket; `index` is the first mark that
  /// can begin there, and is moved on.
  func skipBrackets(from start: Int, _ index: inout Int) -> Int {
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

// Everything else.
extension TokenScanner {
  /// A character of a script that writes no spaces, with what combines with it.
  private mutating func scanCluster() {
    let start = at
    let isSupplied = depth > 0
    var goesOn = false
    repeat {
      let (value, length) = bytes.scalar(at: at)
      at += length
      takeLowerHalf(after: value)
      goesOn = takeMarks() || Self.isVowelBefore(value)
    } while goesOn && at < nextMark && classes[bytes.scalar(at: at).value] == .cluster
    takeVowelsAfter()
    close(from: start, .word, isSupplied: isSupplied)
  }

  /// Whether a Thai or Lao vowel is written before the consonant that it is spoken after.
  private static func isVowelBefore(_ value: UInt32) -> Bool {
    (0x0E40...0x0E44).contains(value) || (0x0EC0...0x0EC4).contains(value)
  }

  /// Takes the Thai and Lao vowels that stand after their consonant as letters of their own.
  private mutating func takeVowelsAfter() {
    while let vowel = scalarBeforeMark(at) {
      switch vowel.value {
      case 0x0E30, 0x0E32, 0x0E45, 0x0EB0, 0x0EB2: at += vowel.length
      default: return
      }
      _ = takeMarks()
    }
  }

  /// Takes the lower half of the sign 〳〵 that repeats kana.
  private mutating func takeLowerHalf(after value: UInt32) {
    guard value == 0x3033 || value == 0x3034, let lower = scalarBeforeMark(at),
      lower.value == 0x3035
    else { return }
    at += lower.length
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

  /// A sign, a described character, an emoji with its modifiers and joined parts, or a flag.
  private mutating func scanSymbol() {
    let start = at
    let isSupplied = depth > 0
    if let end = descriptionEnd(at: at) {
      at = end
      _ = takeMarks()
      return close(from: start, .word, isSupplied: isSupplied)
    }
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

  /// Takes a sign of punctuation, with those like it that follow.
  private mutating func scanPunctuation() {
    let start = at
    let isSupplied = depth > 0
    let (first, length) = bytes.scalar(at: at)
    at += length
    switch classes[first] {
    case .punctuation, .hyphen, .separator:
      while let next = scalarBeforeMark(at), next.value == first { at += length }
    case .apostrophe: isHebrewQuotation = at < body.upperBound && isHebrew(at: at)
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
