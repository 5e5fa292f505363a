/// Joins the lines of transcribed pages into running text: a paragraph a region.
struct PageTextBuilder {
  private var text: SourceText
  private var places = PlaceTable()
  private let rules: PageReadingRules
  /// Whether the word at the end of the text goes on in the next line.
  private var isDivided = false
  private var isAtBlock = true

  init(path: String, rules: PageReadingRules) {
    text = SourceText(path: path, bytes: [], body: 0..<0)
    self.rules = rules
  }

  /// Adds a page.
  mutating func append(_ page: TranscribedPage) {
    text.pageLines.beginPage(page.name, at: text.bytes.count)
    for index in page.order() {
      let region = page.regions[index]
      let isEmpty = region.lines.allSatisfy(\.isBlank)
      let lines = isEmpty ? region.ownText : region.orderedLines
      isAtBlock = true
      for line in lines where !line.isBlank { append(line) }
    }
  }

  mutating func finished() -> SourceText {
    text.body = 0..<text.bytes.count
    text.places = places
    text.markup.sort { a, b in
      let (x, y) = (a.range, b.range)
      return x.lowerBound != y.lowerBound
        ? x.lowerBound < y.lowerBound : x.upperBound > y.upperBound
    }
    text.hints.sort { $0.range.lowerBound < $1.range.lowerBound }
    return text
  }

  private mutating func append(_ line: TranscribedLine) {
    var start = 0
    while start < line.bytes.count, isSpace(line.bytes[start]) { start += 1 }
    divide(before: line.bytes[start...])
    text.pageLines.beginLine(nil, at: text.bytes.count)
    var end = line.bytes.count
    while end > start, isSpace(line.bytes[end - 1]) { end -= 1 }
    let hyphen = hyphen(at: end, of: line)
    let isDivided = hyphen > 0 || line.isHyphenated
    append(line, start..<end - hyphen)
    self.isDivided = isDivided
  }

  /// Writes what stands between the text so far and a line.
  private mutating func divide(before line: ArraySlice<UInt8>) {
    defer { (isAtBlock, isDivided) = (false, false) }
    guard !text.bytes.isEmpty else { return }
    // A word may be divided between regions, as between columns.
    if isDivided { return }
    if isAtBlock {
      text.bytes += [0x0A, 0x0A]
    } else if rules.joinsHyphens, let hyphen = plainHyphen(), Self.beginsSmall(line) {
      text.bytes.removeLast(hyphen)
      places.cut(to: text.bytes.count)
    } else {
      text.bytes.append(0x20)
    }
  }

  private static func beginsSmall(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.indices.first else { return false }
    let scalar = XMLCharacters.scalar(in: Array(line[start...].prefix(4)), at: 0).value
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  /// Bytes of a hyphen at the end of the text, if a letter stands before it.
  private func plainHyphen() -> Int? {
    for hyphen in Self.plainHyphens where text.bytes.count > hyphen.count {
      let start = text.bytes.count - hyphen.count
      if text.bytes[start...].elementsEqual(hyphen), text.bytes[start - 1] > 0x40 {
        return hyphen.count
      }
    }
    return nil
  }

  private static let plainHyphens = ["-", "‐", "⸗", "="].map { Array($0.utf8) }

  /// Bytes of a sign at the end of a line that says nothing but that the word goes on.
  private func hyphen(at end: Int, of line: TranscribedLine) -> Int {
    let text = line.bytes[..<end]
    let isSign = text.count > 2 && (text.hasSuffix([0xC2, 0xAC]) || text.hasSuffix([0xC2, 0xAD]))
    return isSign && !isSpace(text[end - 3]) ? 2 : 0
  }

  // MARK: One line

  /// Writes a part of a line, with what its tags put in, and notes the stretches of its tags.
  private mutating func append(_ line: TranscribedLine, _ part: Range<Int>) {
    var at = part.lowerBound
    var starts: [Int: Int] = [:]
    let tags = line.tags.filter { part.overlaps($0.range) || part.contains($0.range.lowerBound) }
    let stops = Set(tags.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
      .filter { part.contains($0) }.sorted()
    for stop in stops + [part.upperBound] {
      write(line, at..<max(at, stop))
      at = max(at, stop)
      for tag in tags where tag.name == "supplied" && tag.range.upperBound == stop {
        put("]", .suppliedClose)
      }
      starts[stop] = starts[stop] ?? text.bytes.count
      for tag in tags where tag.name == "gap" && tag.range.lowerBound == stop {
        placed(line, stop)
        put("<…>", .gap)
      }
      for tag in tags
      where tag.name == "supplied" && tag.range.lowerBound == stop && !tag.range.isEmpty {
        placed(line, stop)
        put("[", .suppliedOpen)
      }
      note(tags.filter { $0.range.upperBound == stop }, line, starts)
    }
  }

  /// Copies bytes of a line.
  private mutating func write(_ line: TranscribedLine, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    placed(line, range.lowerBound)
    for (start, place) in line.places where range.contains(start) && start > range.lowerBound {
      places.append(text.bytes.count + start - range.lowerBound, place)
    }
    text.bytes += line.bytes[range]
  }

  /// Notes where a byte of the line stands in the file.
  private mutating func placed(_ line: TranscribedLine, _ offset: Int) {
    guard let run = line.places.last(where: { $0.start <= offset }) else { return }
    var place = run.place
    place.offset += offset - run.start
    place.column += line.bytes[run.start..<offset].count { $0 & 0xC0 != 0x80 }
    places.append(text.bytes.count, place)
  }

  private mutating func put(_ string: String, _ kind: Mark.Kind) {
    let start = text.bytes.count
    text.bytes += Array(string.utf8)
    text.marks.append(Mark(kind: kind, range: start..<text.bytes.count))
  }

  /// Keeps what tags say of the words in them.
  private mutating func note(_ tags: [LineTag], _ line: TranscribedLine, _ starts: [Int: Int]) {
    for tag in tags {
      guard let start = starts[tag.range.lowerBound], start < text.bytes.count else { continue }
      let range = start..<text.bytes.count
      if let markup = Self.markup(tag, range), isNested(range) { text.markup.append(markup) }
      if let regular = tag.value("expansion") ?? tag.value("correction"), !regular.isEmpty {
        text.hints.append(WordHint(range: range, kind: .regular(regular)))
      }
    }
  }

  /// Whether a stretch crosses none of those before it.
  private func isNested(_ range: Range<Int>) -> Bool {
    for other in text.markup.reversed() {
      if other.range.upperBound <= range.lowerBound { break }
      if other.range.lowerBound < range.lowerBound, other.range.upperBound < range.upperBound {
        return false
      }
    }
    return true
  }

  private static func markup(_ tag: LineTag, _ range: Range<Int>) -> Markup? {
    switch tag.name {
    case "unclear", "sic": return Markup(element: tag.name, range: range)
    case "abbrev": return Markup(element: "abbr", range: range)
    case "person": return Markup(element: "persName", range: range)
    case "place": return Markup(element: "placeName", range: range)
    case "organization": return Markup(element: "orgName", range: range)
    case "date": return Markup(element: "date", range: range)
    case "textStyle":
      let styles = tag.values.filter { $0.value == "true" }.map(\.key)
      guard !styles.isEmpty else { return nil }
      let rend = Markup.Attribute(name: "rend", value: styles.joined(separator: " "))
      return Markup(element: "hi", attributes: [rend], range: range)
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count) == suffix[...] }
}
