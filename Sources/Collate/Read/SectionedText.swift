/// The heading that begins a witness in a file of several: `== T ==`, or `== T: its title ==`.
struct SectionHeading: Sendable, Equatable {
  var siglum: String
  /// What follows the siglum and a colon.
  var title: String?
  /// Where its line begins.
  var place: Place
}

/// Plain text of several witnesses in one file, taken apart at its headings.
///
///     == T: Telegraph tape ==
///
///     The enemy has 3,000 bayonets.
///
///     == M ==
///     ---
///     repository: GARF
///     ---
///     The enemy has 9,000 bayonets.
///
/// A file holds several witnesses if its first line that is not blank is a heading and another
/// heading follows. Any other is one witness, whatever lines it has: with text or front matter
/// before the first heading, or with one heading only. Blank lines around headings and at the end
/// of the file belong to no witness; all else does, byte for byte, each line with its end.
struct SectionedText: Sendable {
  private let input: InputBytes
  /// Lines that begin as headings do; the first of them is one, and another is too.
  private let lines: [MarkedLine]

  /// Finds the headings; nil where the file is one witness. O(bytes), and no more than the first
  /// line where that is no heading.
  init?(_ input: InputBytes) {
    let bytes = input.bytes
    let first = bytes.line(from: Self.skipBlankLines(bytes, from: 0))
    guard MarkedLine(bytes, first.content, next: first.next)?.isHeading == true else { return nil }
    lines = MarkedLine.all(in: bytes)
    guard lines.count(where: \.isHeading) > 1 else { return nil }
    self.input = input
  }

  /// The witnesses as inputs of their own, in the order of the file; O(bytes).
  ///
  /// Throws at a line that begins as a heading and is none, at a siglum that cannot be one, and at
  /// one that stands twice.
  func sections() throws(ReadError) -> [InputBytes] {
    if let stray = lines.first(where: { !$0.isHeading }) {
      throw error(at: stray.content.lowerBound, .strayHeading)
    }
    var cursor = PlaceCursor(input.bytes)
    var lineOfSiglum: [String: Int] = [:]
    var sections: [InputBytes] = []
    for (index, line) in lines.enumerated() {
      let heading = try heading(line, cursor.advance(to: line.start, in: input.bytes))
      if let other = lineOfSiglum.updateValue(heading.place.line, forKey: heading.siglum) {
        let problem = ReadError.Problem.repeatedHeading(heading.siglum, line: other)
        throw ReadError(input.path, at: heading.place, problem)
      }
      let limit = index + 1 < lines.count ? lines[index + 1].start : input.bytes.count
      sections.append(section(heading, line.next..<limit, &cursor))
    }
    return sections
  }

  /// What a heading says, its colon read as front matter reads it.
  private func heading(_ line: MarkedLine, _ place: Place) throws(ReadError) -> SectionHeading {
    let inner = input.bytes.trimmed(line.content.dropFirst(2).dropLast(2))
    let colon = input.bytes.colon(in: inner)
    let range = input.bytes.trimmed(inner.lowerBound..<(colon ?? inner.upperBound))
    let siglum = input.bytes.text(range)
    if let fault = Siglum.fault(of: siglum) {
      throw error(at: range.lowerBound, .badHeading(siglum, fault))
    }
    let title = colon.map { input.bytes.text(input.bytes.trimmed($0 + 1..<inner.upperBound)) }
    return SectionHeading(siglum: siglum, title: title == "" ? nil : title, place: place)
  }

  /// The witness between a heading and the next, blank lines at both ends left out.
  private func section(
    _ heading: SectionHeading, _ range: Range<Int>, _ cursor: inout PlaceCursor
  ) -> InputBytes {
    let (text, runs) = text(in: range)
    var places = PlaceTable()
    // A witness without text stands where its heading does.
    if text.isEmpty { places.append(0, heading.place) }
    for at in runs {
      places.append(at - text.lowerBound, cursor.advance(to: at, in: input.bytes))
    }
    return InputBytes(section: text, of: input, heading, places)
  }

  /// What is left of a range without blank lines at its ends, and where in it runs of a
  /// `PlaceTable` begin: one for each line, more for a long one, and one for its end.
  private func text(in range: Range<Int>) -> (text: Range<Int>, runs: [Int]) {
    let start = min(Self.skipBlankLines(input.bytes, from: range.lowerBound), range.upperBound)
    var (at, end) = (start, start)
    var runs: [Int] = []
    while at < range.upperBound {
      let (content, next) = input.bytes.line(from: at)
      runs += stride(from: at, to: next, by: PlaceTable.longestRun)
      if !input.bytes.hasOnlyBlanks(in: content) { end = next }
      at = next
    }
    while let last = runs.last, last >= end { runs.removeLast() }
    return (start..<end, start < end ? runs + [end] : [])
  }

  /// Offset of the first line, from one on, that is not blank; a byte order mark there is skipped.
  private static func skipBlankLines(_ bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let (content, next) = bytes.line(from: at)
      guard bytes.hasOnlyBlanks(in: content) else { return at }
      at = next
    }
    return at
  }

  private func error(at offset: Int, _ problem: ReadError.Problem) -> ReadError {
    ReadError(input.path, at: input.place(at: offset), problem)
  }
}

/// A line that begins with `==` and not with `===`, after blanks or not: a heading, or one with a
/// slip.
struct MarkedLine: Sendable {
  /// Offset of its first byte.
  private(set) var start: Int
  /// Without byte order mark, blanks at either end, and line end.
  private(set) var content: Range<Int>
  /// Where the next line begins.
  private(set) var next: Int
  /// Whether it begins with `==` and a blank, nothing before, and ends with a blank and `==`.
  private(set) var isHeading: Bool

  /// The line, if it is such a one; a line of nothing but `=` is none.
  init?(_ bytes: [UInt8], _ line: Range<Int>, next: Int) {
    let mark = bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = bytes.trimmed(line.dropFirst(mark))
    let text = bytes[content]
    guard text.starts(with: "==".utf8), let third = text.dropFirst(2).first, third != Self.sign
    else { return nil }
    (start, self.content, self.next) = (line.lowerBound, content, next)
    let inner = text.dropFirst(2).dropLast(2)
    isHeading =
      content.lowerBound == line.lowerBound + mark && text.suffix(2).elementsEqual("==".utf8)
      && inner.first.map(isBlank) == true && inner.last.map(isBlank) == true
  }

  /// All of them in a text; O(bytes).
  static func all(in bytes: [UInt8]) -> [MarkedLine] {
    var lines: [MarkedLine] = []
    var at = 0
    while at < bytes.count {
      let (content, next) = bytes.line(from: at)
      if let line = MarkedLine(bytes, content, next: next) { lines.append(line) }
      at = next
    }
    return lines
  }

  private static let sign = UInt8(ascii: "=")
}
