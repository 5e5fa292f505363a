/// Reads PAGE XML, of any year's namespace: regions, lines, and the order to read them in.
struct PAGEParser {
  private var scanner: XMLScanner
  private var cursor: PlaceCursor
  private var page = TranscribedPage()
  private var pages: [TranscribedPage] = []
  private var path: [String] = []
  /// Indices of the regions that are open.
  private var regions: [Int] = []
  private var line: TranscribedLine?
  private var lineTags: [LineTags.Raw] = []
  /// The words of the line, for lines without a text of their own.
  private var words: [Word] = []
  /// The reading order, while it is open.
  private var order: ReadingOrder?
  /// Whether lines run down the page where a region does not say.
  private var runsDown = false
  private var equivalent: Equivalent?
  /// The lowest index met at the line, the word and so on that are open.
  private var best: [Level: Int] = [:]

  /// A word, and its characters for words without a text of their own.
  private struct Word {
    var text = TranscribedLine()
    var glyphs: [TranscribedLine] = []

    var written: TranscribedLine {
      if !text.isBlank { return text }
      return glyphs.reduce(into: TranscribedLine()) { $0.append($1) }
    }
  }

  /// A `TextEquiv` that is open.
  private struct Equivalent {
    var index: Int
    var text = TranscribedLine()
    var isInUnicode = false
  }

  /// What a text is that of.
  private enum Level { case glyph, word, line, region }

  /// Takes a whole file; throws only where it is larger than `limits` allow.
  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
    cursor = PlaceCursor(input.bytes)
  }

  /// The pages of the file; usually one. O(bytes).
  ///
  /// Throws what `XMLScanner` does where the file is not well-formed or exceeds the limits;
  /// elements that are not known are passed over.
  mutating func parse() throws(ReadError) -> [TranscribedPage] {
    while let event = try scanner.next() {
      switch event {
      case .start(let name):
        path.append(scanner.localName(name))
        begin(path[path.count - 1])
      case .end:
        end(path.removeLast())
      case .text(let range): take(range)
      case .character(let scalar, let range):
        take(Array(String(Character(scalar)).utf8)[...], at: range.lowerBound)
      }
    }
    return pages
  }

  /// Does what a start tag asks for.
  private mutating func begin(_ name: String) {
    switch name {
    case "Page": beginPage()
    case "ReadingOrder": order = ReadingOrder()
    case "OrderedGroup", "OrderedGroupIndexed": beginGroup(isOrdered: true)
    case "UnorderedGroup", "UnorderedGroupIndexed": beginGroup(isOrdered: false)
    case "RegionRef", "RegionRefIndexed":
      // Layers and relations between regions refer to them too.
      let (region, index) = (scanner.attribute("regionRef"), number("index"))
      order?.append(region, index: index)
    case "TextLine": beginLine()
    case "Coords":
      if path.dropLast().last == "TextLine" {
        line?.height = Self.height(scanner.attribute("points"))
      }
    case "Word":
      words.append(Word())
      best[.word] = nil
    case "Glyph":
      if !words.isEmpty { words[words.count - 1].glyphs.append(TranscribedLine()) }
      best[.glyph] = nil
    case "TextEquiv": equivalent = Equivalent(index: number("index") ?? 0)
    case "Unicode": equivalent?.isInUnicode = true
    case "TableCellRole": placeInTable(row: number("rowIndex"), column: number("columnIndex"))
    default: if Self.isRegion(name) { beginRegion(name) }
    }
  }

  private func number(_ attribute: StaticString) -> Int? {
    scanner.attribute(attribute).flatMap { Int($0) }
  }

  private static func isRegion(_ name: String) -> Bool {
    name.hasSuffix("Region") || name == "TableCell"
  }

  private mutating func beginPage() {
    page = TranscribedPage(image: scanner.attribute("imageFilename").map(TranscribedPage.stem))
    runsDown = scanner.attribute("textLineOrder") == "top-to-bottom"
    regions = []
  }

  private mutating func beginGroup(isOrdered: Bool) {
    let (region, index) = (scanner.attribute("regionRef"), number("index"))
    order?.beginGroup(region, index: index, isOrdered: isOrdered)
  }

  // MARK: Regions and lines

  private mutating func beginRegion(_ name: String) {
    let tags = LineTags.parse(scanner.attribute("custom") ?? "")
    let direction = scanner.attribute("textLineOrder")
    page.regions.append(
      TranscribedRegion(
        id: scanner.attribute("id"), parent: regions.last,
        type: Self.type(tags) ?? scanner.attribute("type").map(PageReadingRules.canonical),
        order: Self.order(tags),
        runsDown: direction.map { $0 == "top-to-bottom" } ?? runsDown))
    regions.append(page.regions.count - 1)
    best[.region] = nil
    if name == "TableCell" { placeInTable(row: number("row"), column: number("col")) }
  }

  private mutating func placeInTable(row: Int?, column: Int?) {
    guard let row, let column, let region = regions.last else { return }
    page.regions[region].cell = TranscribedRegion.Cell(row: row, column: column)
  }

  private mutating func beginLine() {
    lineTags = LineTags.parse(scanner.attribute("custom") ?? "")
    line = TranscribedLine(type: Self.type(lineTags), order: Self.order(lineTags))
    words = []
    best[.line] = nil
  }

  /// What `structure {type:…;}` says, by which people override what a program found.
  private static func type(_ tags: [LineTags.Raw]) -> String? {
    tags.first { $0.name == "structure" }?.value("type").map(PageReadingRules.canonical)
  }

  private static func order(_ tags: [LineTags.Raw]) -> Int? {
    tags.first { $0.name == "readingOrder" }?.number("index")
  }

  /// Top plus bottom of an outline, `x,y x,y …`.
  private static func height(_ points: String?) -> Int? {
    let heights = (points ?? "").split(separator: " ").compactMap { point in
      point.split(separator: ",").last.flatMap { Int($0) }
    }
    guard let top = heights.min(), let bottom = heights.max() else { return nil }
    let (sum, isTooLarge) = top.addingReportingOverflow(bottom)
    return isTooLarge ? nil : sum
  }

  // MARK: Text

  /// Takes text that stands for itself, line by line.
  private mutating func take(_ range: Range<Int>) {
    guard equivalent?.isInUnicode == true else { return }
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = scanner.bytes[start..<range.upperBound]
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? range.upperBound
      take(rest[..<end], at: start)
      start = end
    }
  }

  private mutating func take(_ text: ArraySlice<UInt8>, at offset: Int) {
    guard equivalent?.isInUnicode == true else { return }
    equivalent?.text.append(text, at: cursor.advance(to: offset, in: scanner.bytes))
  }

  private mutating func end(_ name: String) {
    switch name {
    case "Page": endPage()
    case "ReadingOrder": (page.readingOrder, order) = (order, nil)
    case "OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed":
      order?.endGroup()
    case "Unicode": equivalent?.isInUnicode = false
    case "TextEquiv": endEquivalent()
    case "TextLine": endLine()
    default: if Self.isRegion(name) { _ = regions.popLast() }
    }
  }

  /// Indices are those of a page, so none may outlive it, wherever the file has it end.
  private mutating func endPage() {
    pages.append(page)
    (page, regions) = (TranscribedPage(), [])
  }

  /// Takes a text if none of a lower index stood at its level before.
  private mutating func endEquivalent() {
    guard let found = equivalent else { return }
    equivalent = nil
    guard let owner = path.last, let level = Self.level(of: owner) else { return }
    if let best = best[level], best <= found.index { return }
    best[level] = found.index
    switch level {
    case .line:
      line?.bytes = found.text.bytes
      line?.places = found.text.places
    case .word: if !words.isEmpty { words[words.count - 1].text = found.text }
    case .glyph:
      guard let word = words.indices.last, let glyph = words[word].glyphs.indices.last else {
        return
      }
      words[word].glyphs[glyph] = found.text
    case .region: if let region = regions.last { page.regions[region].ownText = found.text.lines }
    }
  }

  private static func level(of owner: String) -> Level? {
    switch owner {
    case "TextLine": .line
    case "Word": .word
    case "Glyph": .glyph
    default: isRegion(owner) ? .region : nil
    }
  }

  private mutating func endLine() {
    defer { line = nil }
    guard var done = line, let region = regions.last else { return }
    if done.isBlank {
      for word in words.map(\.written) where !word.isBlank {
        if !done.bytes.isEmpty { done.bytes.append(0x20) }
        done.append(word)
      }
    }
    done.tags = LineTags.tags(lineTags, over: done.bytes)
    page.regions[region].lines.append(done)
  }
}

extension TranscribedLine {
  /// The text of a region, line by line.
  fileprivate var lines: [TranscribedLine] {
    var result: [TranscribedLine] = []
    var start = 0
    var runs = places[...]
    for end in bytes.indices.filter({ bytes[$0] == 0x0A }) + [bytes.count] {
      var line = TranscribedLine(bytes: Array(bytes[start..<end]))
      while let run = runs.first, run.start < end {
        line.places.append((run.start - start, run.place))
        runs.removeFirst()
      }
      // What is left at the end is the run of a line end that is written as a reference.
      while let run = runs.first, run.start == end, end < bytes.count { runs.removeFirst() }
      result.append(line)
      start = end + 1
    }
    return result
  }
}
