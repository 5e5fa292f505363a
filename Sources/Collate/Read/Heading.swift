/// The head of a document as it was published: its title, in one to four paragraphs, the last of
/// which ends with its date.
///
/// A guess, made from the form alone: the first of the first four paragraphs that ends with a date
/// ends the heading.
struct Heading {
  private(set) var marks: [Mark] = []
  /// Paragraphs it takes.
  private(set) var blockCount = 0
  /// Its capitalized words.
  private(set) var names: [ArraySlice<UInt8>] = []

  /// Number, title, addressee and date: more paragraphs no heading has.
  private static let blockLimit = 4

  /// The heading of a text, or nil if it has none.
  init?(bytes: [UInt8], blocks: [Range<Int>]) {
    for (index, block) in blocks.prefix(Self.blockLimit).enumerated() {
      guard let date = Dateline.range(atEndOf: block, in: bytes) else {
        addTitle(block, bytes)
        continue
      }
      var titleEnd = date.lowerBound
      while titleEnd > block.lowerBound, isSpace(bytes[titleEnd - 1]) { titleEnd -= 1 }
      addTitle(block.lowerBound..<titleEnd, bytes)
      marks.append(Mark(kind: .dateline, range: date))
      blockCount = index + 1
      return
    }
    return nil
  }

  private mutating func addTitle(_ range: Range<Int>, _ bytes: [UInt8]) {
    guard !range.isEmpty else { return }
    marks.append(Mark(kind: .heading, range: range))
    names += bytes[range].split(whereSeparator: isSpace).filter { word in
      let first = bytes.scalar(at: word.startIndex).value
      return Unicode.Scalar(first)?.properties.isUppercase == true
    }
  }
}

/// The date at the end of a heading: `Not earlier than July 7, 1920*`,
/// `Baku, 5 November 1920, 22:15`.
enum Dateline {
  /// Words that a date with place, time and stamp of secrecy can have.
  private static let wordLimit = 12

  /// The date that ends a block, with what is said of its place and certainty; nil if none does.
  static func range(atEndOf block: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    // Only the end of the block is looked at: no word of a date has more than 32 bytes.
    let low = max(block.lowerBound, block.upperBound - wordLimit * 32)
    let words = bytes[low..<block.upperBound].split(whereSeparator: isSpace)
    for start in words.indices.suffix(wordLimit) {
      var parser = DatelineParser(words: words[start...])
      if parser.parse() { return words[start].startIndex..<block.upperBound }
    }
    return nil
  }
}

/// Matches words against the grammar of a dateline:
/// `[Place,] [qualifier] (Month day[ or day], year | day Month year | Month year) [, time] [stamp]`.
private struct DatelineParser {
  private var words: [String]
  private var at = 0

  private static let qualifiers = [
    ["not", "earlier", "than"], ["not", "later", "than"], ["not", "before"], ["not", "after"],
    ["no", "later", "than"], ["no", "earlier", "than"], ["before"], ["after"], ["about"], ["circa"],
    ["не", "ранее"], ["не", "позднее"], ["около"],
  ]
  private static let stamps = [["top", "secret"], ["strictly", "confidential"], ["secret"]]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
  ]

  init(words: ArraySlice<ArraySlice<UInt8>>) {
    self.words = words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the words are a dateline from first to last.
  mutating func parse() -> Bool {
    takePlace()
    takeQualifier()
    guard takeDate() else { return false }
    takeTime()
    for stamp in Self.stamps where take(stamp) { break }
    return at == words.count
  }

  private mutating func takePlace() {
    guard let word = words.first, word.hasSuffix(","), let first = word.first, first.isUppercase
    else { return }
    if word.dropLast().allSatisfy({ $0.isLetter || $0 == "-" }) { at += 1 }
  }

  private mutating func takeQualifier() {
    for qualifier in Self.qualifiers where take(qualifier) { return }
  }

  private mutating func take(_ wanted: [String]) -> Bool {
    guard at + wanted.count <= words.count,
      zip(wanted, words[at...]).allSatisfy({ $0 == $1.lowercased() })
    else { return false }
    at += wanted.count
    return true
  }

  private mutating func takeDate() -> Bool {
    let start = at
    if takeMonth(), takeDay(), takeYear() { return true }
    at = start
    if takeDay(), takeMonth(), takeYear() { return true }
    at = start
    return takeMonth() && takeYear()
  }

  private mutating func takeMonth() -> Bool {
    guard at < words.count, Self.months.contains(words[at].lowercased()) else { return false }
    at += 1
    return true
  }

  /// `7`, `7,`, `7–8`, `7 or 8,`.
  private mutating func takeDay() -> Bool {
    guard takeNumbers(digits: 1...2) else { return false }
    if at + 1 < words.count, words[at] == "or" {
      at += 1
      return takeNumbers(digits: 1...2)
    }
    return true
  }

  /// `1920`, `1920*`, `1920,`, with `г.` after it in Russian.
  private mutating func takeYear() -> Bool {
    guard takeNumbers(digits: 4...4) else { return false }
    if at < words.count, words[at] == "г." { at += 1 }
    return true
  }

  /// Numbers of this many digits joined by hyphens or dashes, with comma or asterisks after them.
  private mutating func takeNumbers(digits: ClosedRange<Int>) -> Bool {
    guard at < words.count else { return false }
    var word = words[at][...]
    while let last = word.last, last == "*" || last == "," { word.removeLast() }
    let numbers = word.split(omittingEmptySubsequences: false) { "-–".contains($0) }
    guard
      numbers.allSatisfy({ digits.contains($0.count) && $0.allSatisfy { "0"..."9" ~= $0 } })
    else { return false }
    at += 1
    return true
  }

  /// `22:15`, with asterisks.
  private mutating func takeTime() {
    guard at < words.count else { return }
    let parts = words[at].drop { $0 == "," }.split { $0 == ":" || $0 == "*" }
    if parts.count == 2, parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }) {
      at += 1
    }
  }
}
