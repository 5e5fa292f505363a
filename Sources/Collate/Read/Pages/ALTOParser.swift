/// Reads ALTO of versions 2 to 4: blocks, lines and their strings.
struct ALTOParser {
  private var scanner: XMLScanner
  private var cursor: PlaceCursor
  private var pages: [TranscribedPage] = []
  private var page = TranscribedPage()
  private var image: [UInt8] = []
  private var isInFileName = false
  private var order: ReadingOrder?
  private var isInOrder = false
  /// What the file calls blocks and lines, by the ids of its tags.
  private var labels: [String: String] = [:]
  /// The type of what stands in the margin that is open.
  private var margin: String?
  /// Indices of the blocks that are open.
  private var blocks: [Int] = []
  private var line = TranscribedLine()
  private var pieces: [Piece] = []

  /// What stands in a line: a string, or the space or hyphen after one.
  private enum Piece {
    case word(Word)
    case space
    case hyphen(String)
  }

  /// A `String`, as far as it was read.
  private struct Word {
    var content: String
    var place: Place
    /// What the string is a part or an abbreviation of.
    var substitution: (type: String, whole: String?)?
  }

  /// Takes a whole file; throws only where it is larger than `limits` allow.
  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
    cursor = PlaceCursor(input.bytes)
  }

  /// The pages of the file; O(bytes).
  ///
  /// Throws what `XMLScanner` does where the file is not well-formed or exceeds the limits;
  /// elements that are not known are passed over.
  mutating func parse() throws(ReadError) -> [TranscribedPage] {
    while let event = try scanner.next() {
      switch event {
      case .start(let name): begin(scanner.localName(name))
      case .end(let name): end(scanner.localName(name))
      case .text(let range): if isInFileName { image += scanner.bytes[range] }
      case .character(let scalar, _): if isInFileName { image += Array(String(scalar).utf8) }
      }
    }
    let image = imageName
    for index in pages.indices {
      pages[index].readingOrder = order
      pages[index].image = image
    }
    return pages
  }

  private var imageName: String? {
    let name = TranscribedPage.stem(String(decoding: image, as: UTF8.self))
    return name.isEmpty ? nil : name
  }

  private mutating func begin(_ name: String) {
    switch name {
    case "fileName": isInFileName = image.isEmpty
    case "Page": beginPage()
    case "ReadingOrder": (order, isInOrder) = (ReadingOrder(), true)
    case "OrderedGroup", "UnorderedGroup":
      if isInOrder { order?.beginGroup(nil, index: nil, isOrdered: false) }
    case "ElementRef":
      let block = scanner.attribute("REF")
      if isInOrder { order?.append(block) }
    case "TopMargin": margin = "header"
    case "BottomMargin": margin = "footer"
    case "LeftMargin", "RightMargin": margin = "marginalia"
    case "PrintSpace": margin = nil
    case "TextBlock", "ComposedBlock": beginBlock()
    case "TextLine":
      (line, pieces) = (TranscribedLine(type: label), [])
    case "String": string()
    case "SP": pieces.append(.space)
    case "HYP": pieces.append(.hyphen(scanner.attribute("CONTENT") ?? ""))
    default: if name.hasSuffix("Tag") { noteLabel() }
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "fileName": isInFileName = false
    case "Page":
      pages.append(page)
      // Indices are those of a page, so none may outlive it, wherever the file has it end.
      (page, blocks) = (TranscribedPage(), [])
    case "ReadingOrder": isInOrder = false
    case "OrderedGroup", "UnorderedGroup": if isInOrder { order?.endGroup() }
    case "TopMargin", "BottomMargin", "LeftMargin", "RightMargin": margin = nil
    case "TextBlock", "ComposedBlock": _ = blocks.popLast()
    case "TextLine": endLine()
    default: break
    }
  }

  // MARK: Pages and blocks

  private mutating func beginPage() {
    let number = scanner.attribute("PHYSICAL_IMG_NR") ?? scanner.attribute("ID")
    page = TranscribedPage(printed: scanner.attribute("PRINTED_IMG_NR"), number: number)
    blocks = []
  }

  private mutating func beginBlock() {
    let type = label ?? scanner.attribute("TYPE").map(PageReadingRules.canonical)
    page.regions.append(
      TranscribedRegion(
        id: scanner.attribute("ID"), parent: blocks.last, type: type ?? margin))
    blocks.append(page.regions.count - 1)
  }

  private mutating func noteLabel() {
    guard let id = scanner.attribute("ID"), let label = scanner.attribute("LABEL") else { return }
    labels[id] = PageReadingRules.canonical(label)
  }

  /// What a tag that the open element refers to calls it.
  private var label: String? {
    (scanner.attribute("TAGREFS") ?? "").split(separator: " ").lazy
      .compactMap { labels[String($0)] }.first
  }

  // MARK: Lines

  private mutating func string() {
    guard let attribute = scanner.attributes.first(where: { scanner.string($0.name) == "CONTENT" })
    else { return }
    let place = cursor.advance(to: attribute.value.lowerBound, in: scanner.bytes)
    var word = Word(content: scanner.value(attribute.value), place: place)
    if let type = scanner.attribute("SUBS_TYPE") {
      word.substitution = (type, scanner.attribute("SUBS_CONTENT"))
    }
    pieces.append(.word(word))
  }

  /// Joins the strings by the spaces between them, or by blanks where the file writes no spaces.
  private mutating func endLine() {
    guard let block = blocks.last else { return }
    let hasSpaces = pieces.contains { if case .space = $0 { true } else { false } }
    for piece in pieces {
      switch piece {
      case .space: endWord()
      case .hyphen(let sign): line.division.sign = Array(sign.utf8)
      case .word(let word):
        if !hasSpaces { endWord() }
        append(word)
      }
    }
    if let half = line.division.secondHalf, half.upperBound < line.bytes.count,
      line.bytes[half.upperBound] == 0x20
    {
      line.division.secondHalf = half.lowerBound..<half.upperBound + 1
    }
    page.regions[block].lines.append(line)
  }

  private mutating func endWord() {
    if !line.bytes.isEmpty, line.bytes.last != 0x20 { line.bytes.append(0x20) }
  }

  private mutating func append(_ word: Word) {
    if word.substitution?.type == "HypPart2", let whole = line.division.whole {
      // Both halves in one line, as where a program has joined two.
      line.cut(to: whole.start)
      line.append(whole.bytes, at: word.place)
      line.division.whole = nil
      return
    }
    let start = line.bytes.count
    line.append(word.content.utf8, at: word.place)
    let range = start..<line.bytes.count
    // What is divided is the last word of the line.
    (line.division.sign, line.division.whole) = (nil, nil)
    switch (word.substitution?.type, word.substitution?.whole) {
    case ("HypPart1", let whole):
      line.division.sign = []
      line.division.whole = whole.map { .init(start: start, bytes: Array($0.utf8)) }
    case ("HypPart2", _?) where start == 0: line.division.secondHalf = range
    case ("Abbreviation", let whole?):
      line.tags.append(LineTag(range: range, name: "abbrev", values: [("expansion", whole)]))
    default: break
    }
  }
}
