/// Reads ALTO of versions 2 to 4: blocks, lines and their strings.
struct ALTOParser {
  private var scanner: XMLScanner
  private var cursor: PlaceCursor
  private var pages: [TranscribedPage] = []
  private var page = TranscribedPage()
  private var order: ReadingOrder?
  private var groups: [Int] = []
  private var blocks: [Int] = []
  private var line = TranscribedLine()
  private var strings: [Piece] = []
  /// Whether the first half of a divided word was written whole, so that the second is left out.
  private var owesSecondHalf = false

  /// What stands in a line: a string, or the space or hyphen after one.
  private enum Piece {
    case word(String, Place)
    case space
  }

  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
    cursor = PlaceCursor(input.bytes)
  }

  /// The pages of the file.
  mutating func parse() throws(ReadError) -> [TranscribedPage] {
    while let event = try scanner.next() {
      switch event {
      case .start(let name): begin(scanner.localName(name))
      case .end(let name): end(scanner.localName(name))
      default: break
      }
    }
    for index in pages.indices { pages[index].readingOrder = order }
    return pages
  }

  private mutating func begin(_ name: String) {
    switch name {
    case "Page":
      let name = scanner.attribute("PRINTED_IMG_NR") ?? scanner.attribute("PHYSICAL_IMG_NR")
      (page, blocks) = (TranscribedPage(name: name ?? scanner.attribute("ID")), [])
    case "ReadingOrder": (order, groups) = (ReadingOrder(), [])
    case "OrderedGroup", "UnorderedGroup":
      let node = ReadingOrder.Node(parent: groups.last)
      if let index = order?.append(node) { groups.append(index) }
    case "ElementRef":
      _ = order?.append(.init(region: scanner.attribute("REF"), parent: groups.last))
    case "TextBlock", "ComposedBlock":
      page.regions.append(TranscribedRegion(id: scanner.attribute("ID"), parent: blocks.last))
      blocks.append(page.regions.count - 1)
    case "TextLine": (line, strings) = (TranscribedLine(), [])
    case "String": string()
    case "SP": strings.append(.space)
    case "HYP": line.isHyphenated = true
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "Page":
      pages.append(page)
      // Indices are those of a page, so none may outlive it, wherever the file has it end.
      (page, blocks) = (TranscribedPage(), [])
    case "OrderedGroup", "UnorderedGroup": _ = groups.popLast()
    case "TextBlock", "ComposedBlock": _ = blocks.popLast()
    case "TextLine": endLine()
    default: break
    }
  }

  private mutating func string() {
    guard let attribute = scanner.attributes.first(where: { scanner.string($0.name) == "CONTENT" })
    else { return }
    let place = cursor.advance(to: attribute.value.lowerBound, in: scanner.bytes)
    var content = scanner.value(attribute.value)
    let whole = scanner.attribute("SUBS_CONTENT")
    switch scanner.attribute("SUBS_TYPE") {
    case "HypPart1":
      // The whole word stands where its first half does.
      owesSecondHalf = whole != nil
      content = whole ?? content
    case "HypPart2" where owesSecondHalf:
      owesSecondHalf = false
      return
    default: owesSecondHalf = false
    }
    strings.append(.word(content, place))
  }

  /// Joins the strings by the spaces between them, or by blanks where the file writes no spaces.
  private mutating func endLine() {
    let hasSpaces = strings.contains { if case .space = $0 { true } else { false } }
    for piece in strings {
      switch piece {
      case .space:
        if !line.bytes.isEmpty, line.bytes.last != 0x20 { line.bytes.append(0x20) }
      case .word(let word, let place):
        if !hasSpaces, !line.bytes.isEmpty { line.bytes.append(0x20) }
        line.append(word.utf8, at: place)
      }
    }
    // A word that was written whole ends here.
    if owesSecondHalf { line.isHyphenated = false }
    if let block = blocks.last { page.regions[block].lines.append(line) }
  }
}
