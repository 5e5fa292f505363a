/// Joins the lines of transcribed pages into running text: a paragraph a region.
struct PageTextBuilder {
  private var text: SourceText
  private var places = PlaceTable()
  private let rules: PageReadingRules
  /// The sign of the division, where the word at the end of the text goes on in the next line.
  private var division: [UInt8]?
  /// Whether a divided word was written whole, so that its second half is left out.
  private var owesSecondHalf = false
  /// What divides the next line from the text; nil within a region.
  private var border: PagePassage.Border?
  /// Types of the regions of the last and the next line.
  private var types = (last: "", next: "")
  /// The page that begins with the next line.
  private var newPage: (name: String?, Void)?

  /// Begins an empty text; `path` is that of its file, or what `SourceText` has for several.
  init(path: String, rules: PageReadingRules) {
    text = SourceText(path: path, bytes: [], body: 0..<0)
    self.rules = rules
  }

  /// Bytes of the text so far.
  var count: Int { text.bytes.count }

  /// The pages that follow stand in this file, one of several.
  mutating func beginFile(_ path: String) { text.files.append(path) }

  /// Adds a page under a name.
  mutating func append(_ page: TranscribedPage, named name: String?) {
    newPage = (name, ())
    let (passages, leftOut) = page.passages(leavingOut: rules.leftOut)
    text.linesLeftOut += leftOut
    for passage in passages {
      border = passage.border
      types = (types.next, passage.type)
      for line in passage.lines { append(line) }
    }
  }

  /// The text as a source.
  mutating func finished() -> SourceText {
    // Nothing came for the word to go on in.
    if let division { text.bytes += division }
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

  // MARK: Lines

  /// Adds a line, without the half of a word that the line before had already.
  private mutating func append(_ line: TranscribedLine) {
    var part = line.trimmed
    if let half = line.division.secondHalf, owesSecondHalf {
      part = min(half.upperBound, part.upperBound)..<part.upperBound
      // A long word may go over more lines than two.
      owesSecondHalf = part.isEmpty && line.division.sign != nil
      if part.isEmpty { return }
    }
    divide(before: line.bytes[part])
    beginLine()
    let sign = line.sign(at: part.upperBound)
    if let whole = line.division.whole, part.contains(whole.start) {
      append(line, part.lowerBound..<whole.start)
      placed(line, whole.start)
      text.bytes += whole.bytes
      owesSecondHalf = true
    } else {
      append(line, part.lowerBound..<part.upperBound - (sign?.count ?? 0))
      division = sign ?? line.division.sign
    }
  }

  private mutating func beginLine() {
    let start = text.bytes.count
    text.files.beginText(at: start)
    if let page = newPage { text.pageLines.beginPage(page.name, at: start) }
    newPage = nil
    text.pageLines.beginLine(nil, at: start)
  }

  /// Writes what stands between the text so far and a line.
  private mutating func divide(before line: ArraySlice<UInt8>) {
    let (division, border) = (division, border)
    (self.division, self.border) = (nil, nil)
    guard !text.bytes.isEmpty else { return }
    if let division {
      if border == nil || goesOn(in: line) { return }
      // Another thing stands between, such as a picture's caption.
      text.bytes += division
    }
    switch border {
    case .block: text.bytes += [0x0A, 0x0A]
    case .row: text.bytes.append(0x0A)
    case .cell: text.bytes.append(0x20)
    case nil:
      if rules.joinsHyphens, let hyphen = plainHyphen(), Self.first(line)?.isLowercase == true {
        text.bytes.removeLast(hyphen)
        places.cut(to: text.bytes.count)
      } else {
        text.bytes.append(0x20)
      }
    }
  }

  // MARK: Divided words

  /// Whether a divided word can go on in a line of another region or page: as between columns, not
  /// in a number, a note or a heading. A letter must follow, a capital only where all are capitals.
  private func goesOn(in line: ArraySlice<UInt8>) -> Bool {
    guard types.last == types.next else { return false }
    guard let next = Self.first(line), next.isAlphabetic else { return false }
    if !next.isUppercase { return true }
    var start = text.bytes.count - 1
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return Self.first(text.bytes[start...])?.isUppercase == true
  }

  /// The first character of a piece of text.
  private static func first(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar.Properties? {
    guard !bytes.isEmpty else { return nil }
    let value = XMLCharacters.scalar(in: Array(bytes.prefix(4)), at: 0).value
    return Unicode.Scalar(value)?.properties
  }

  /// Bytes of a hyphen at the end of the text, if a letter stands before it.
  private func plainHyphen() -> Int? {
    for hyphen in TranscribedLine.plainHyphens where text.bytes.count > hyphen.count {
      let start = text.bytes.count - hyphen.count
      if text.bytes[start...].elementsEqual(hyphen), text.bytes[start - 1] > 0x40 {
        return hyphen.count
      }
    }
    return nil
  }

  // MARK: One line

  /// Writes a part of a line, with what its tags put in, and notes the stretches of its tags.
  private mutating func append(_ line: TranscribedLine, _ part: Range<Int>) {
    let tags = line.tags.compactMap { $0.clamped(to: part) }
    var at = part.lowerBound
    var starts: [Int: Int] = [:]
    for stop in Set(tags.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted() {
      write(line, at..<max(at, stop))
      at = max(at, stop)
      for tag in tags where tag.name == "supplied" && tag.range.upperBound == stop {
        if starts[tag.range.lowerBound] != nil { put("]", .suppliedClose) }
      }
      starts[stop] = starts[stop] ?? text.bytes.count
      for tag in tags where tag.name == "gap" && tag.range.lowerBound == stop {
        placed(line, stop)
        put("<…>", .gap)
        // Dots in brackets, or whatever else stands for what cannot be read.
        if line.bytes[tag.range].allSatisfy(Self.isSign) { at = max(at, tag.range.upperBound) }
      }
      for tag in tags
      where tag.name == "supplied" && tag.range.lowerBound == stop && !tag.range.isEmpty {
        placed(line, stop)
        put("[", .suppliedOpen)
      }
      note(tags.filter { $0.range.upperBound == stop }, starts)
    }
    write(line, at..<part.upperBound)
  }

  /// Whether a byte is that of a mark of ASCII and of no letter or digit.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      false
    default: true
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

  // MARK: Tags

  /// Keeps what tags say of the words in them; `starts` tells where they began in the text.
  private mutating func note(_ tags: [LineTag], _ starts: [Int: Int]) {
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

  /// The element of TEI that a tag of a transcriber stands for; nil for one that has none.
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

extension LineTag {
  /// The tag over a part of its line; nil where it says nothing of that.
  fileprivate func clamped(to part: Range<Int>) -> LineTag? {
    var tag = self
    tag.range = range.clamped(to: part)
    let touches = range.lowerBound <= part.upperBound && range.upperBound >= part.lowerBound
    if range.isEmpty { return touches ? tag : nil }
    return tag.range.isEmpty ? nil : tag
  }
}

extension TranscribedLine {
  /// The line without white space around it.
  fileprivate var trimmed: Range<Int> {
    var start = 0
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    var end = bytes.count
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  fileprivate static let plainHyphens = ["-", "‐", "⸗", "="].map { Array($0.utf8) }
  /// Not sign, soft hyphen.
  private static let divisionSigns = ["¬", "\u{AD}"].map { Array($0.utf8) }

  /// A sign before `end` by which the line itself says that its last word goes on; a plain hyphen
  /// if the file says so besides.
  fileprivate func sign(at end: Int) -> [UInt8]? {
    let signs = Self.divisionSigns + (division.sign == nil ? [] : Self.plainHyphens)
    let sign = signs.first { end > $0.count && bytes[..<end].suffix($0.count) == $0[...] }
    return sign.flatMap { isSpace(bytes[end - $0.count - 1]) ? nil : $0 }
  }
}
