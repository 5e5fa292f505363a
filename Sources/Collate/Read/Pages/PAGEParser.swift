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
  private var words: [TranscribedLine] = []
  private var groups: [Int] = []
  /// Whether lines run down the page where a region does not say.
  private var runsDown = false
  private var equivalent: Equivalent?

  /// A `TextEquiv` that is open, and the best of each level so far.
  private struct Equivalent {
    var index: Int
    var text = TranscribedLine()
    var isInUnicode = false
  }
  /// The lowest index met at the line, the word and the region that are open.
  private var best: [Level: Int] = [:]

  private enum Level { case line, word, region }

  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
    cursor = PlaceCursor(input.bytes)
  }

  /// The pages of the file; usually one.
  mutating func parse() throws(ReadError) -> [TranscribedPage] {
    while let event = try scanner.next() {
      switch event {
      case .start(let name):
        path.append(scanner.localName(name))
        begin(path[path.count - 1])
      case .end:
        end(path.removeLast())
      case .text(let range): take(Array(scanner.bytes[range]), at: range.lowerBound)
      case .character(let scalar, let range):
        take(Array(String(Character(scalar)).utf8), at: range.lowerBound)
      }
    }
    return pages
  }

  private mutating func begin(_ name: String) {
    switch name {
    case "Page":
      page = TranscribedPage(name: scanner.attribute("imageFilename").map(Self.stem))
      runsDown = scanner.attribute("textLineOrder") == "top-to-bottom"
      regions = []
    case "ReadingOrder": (page.readingOrder, groups) = (ReadingOrder(), [])
    case "OrderedGroup", "OrderedGroupIndexed": beginGroup(isOrdered: true)
    case "UnorderedGroup", "UnorderedGroupIndexed": beginGroup(isOrdered: false)
    case "RegionRef", "RegionRefIndexed": _ = append(isOrdered: false)
    case "TextLine": beginLine()
    case "Coords":
      let height = Self.height(scanner.attribute("points"))
      if path.dropLast().last == "TextLine" { line?.height = height }
    case "Word":
      words.append(TranscribedLine())
      best[.word] = nil
    case "TextEquiv":
      equivalent = Equivalent(index: scanner.attribute("index").flatMap(Int.init) ?? 0)
    case "Unicode": equivalent?.isInUnicode = true
    default: if name.hasSuffix("Region") { beginRegion() }
    }
  }

  /// The name of an image without folder and ending.
  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
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

  private mutating func beginGroup(isOrdered: Bool) {
    if let index = append(isOrdered: isOrdered) { groups.append(index) }
  }

  private mutating func append(isOrdered: Bool) -> Int? {
    page.readingOrder?.append(
      .init(
        region: scanner.attribute("regionRef"),
        index: scanner.attribute("index").flatMap(Int.init), parent: groups.last,
        isOrdered: isOrdered))
  }

  private mutating func beginRegion() {
    let tags = LineTags.parse(scanner.attribute("custom") ?? "")
    let direction = scanner.attribute("textLineOrder")
    let order = tags.first { $0.name == "readingOrder" }
    page.regions.append(
      TranscribedRegion(
        id: scanner.attribute("id"), parent: regions.last, order: order?.number("index"),
        runsDown: direction.map { $0 == "top-to-bottom" } ?? runsDown))
    regions.append(page.regions.count - 1)
    best[.region] = nil
  }

  private mutating func beginLine() {
    line = TranscribedLine()
    lineTags = LineTags.parse(scanner.attribute("custom") ?? "")
    line?.order = lineTags.first { $0.name == "readingOrder" }?.number("index")
    words = []
    best[.line] = nil
  }

  private mutating func take(_ text: [UInt8], at offset: Int) {
    guard equivalent?.isInUnicode == true else { return }
    equivalent?.text.append(text, at: cursor.advance(to: offset, in: scanner.bytes))
  }

  private mutating func end(_ name: String) {
    switch name {
    case "Page": endPage()
    case "OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed":
      _ = groups.popLast()
    case "Unicode": equivalent?.isInUnicode = false
    case "TextEquiv": endEquivalent()
    case "TextLine": endLine()
    default: if name.hasSuffix("Region") { _ = regions.popLast() }
    }
  }

  /// Indices are those of a page, so none may outlive it, wherever the file has it end.
  private mutating func endPage() {
    pages.append(page)
    (page, regions, groups) = (TranscribedPage(), [], [])
  }

  /// Takes a text if none of a lower index stood at its level before.
  private mutating func endEquivalent() {
    guard let found = equivalent else { return }
    equivalent = nil
    let level: Level
    switch path.last {
    case "TextLine": level = .line
    case "Word": level = .word
    case let owner? where owner.hasSuffix("Region"): level = .region
    default: return
    }
    if let best = best[level], best <= found.index { return }
    best[level] = found.index
    switch level {
    case .line:
      line?.bytes = found.text.bytes
      line?.places = found.text.places
    case .word: if !words.isEmpty { words[words.count - 1] = found.text }
    case .region: if let region = regions.last { page.regions[region].ownText = lines(found.text) }
    }
  }

  private mutating func endLine() {
    guard var done = line, let region = regions.last else { return }
    if done.isBlank {
      for word in words where !word.isBlank {
        if !done.bytes.isEmpty { done.bytes.append(0x20) }
        let start = done.bytes.count
        done.places += word.places.map { (start + $0.start, $0.place) }
        done.bytes += word.bytes
      }
    }
    done.tags = LineTags.tags(lineTags, over: done.bytes)
    page.regions[region].lines.append(done)
    line = nil
  }

  /// A region's text, line by line.
  private func lines(_ text: TranscribedLine) -> [TranscribedLine] {
    var result: [TranscribedLine] = []
    var start = 0
    for end in text.bytes.indices.filter({ text.bytes[$0] == 0x0A }) + [text.bytes.count] {
      var line = TranscribedLine(bytes: Array(text.bytes[start..<end]))
      let runs = text.places.filter { $0.start < end }
      if let last = runs.last(where: { $0.start <= start }) {
        // Within one run the lines of the text are those of the file.
        let before = text.bytes[last.start..<start]
        let breaks = before.count { $0 == 0x0A }
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? last.start
        let points = text.bytes[lineStart..<start].count { $0 & 0xC0 != 0x80 }
        let column = breaks > 0 ? 1 + points : last.place.column + points
        let place = Place(
          offset: last.place.offset + start - last.start, line: last.place.line + breaks,
          column: column)
        line.places.append((0, place))
      }
      line.places += runs.filter { $0.start > start }.map { ($0.start - start, $0.place) }
      result.append(line)
      start = end + 1
    }
    return result
  }
}
