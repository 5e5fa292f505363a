import Foundation
import Testing

@testable import Collate

@Suite struct PageReaderTests {
  // MARK: Real files

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func check(_ xml: String, _ expected: String, joining: [String: String] = [:]) throws {
    var expected = String(decoding: try InputBytes(path: expected).bytes, as: UTF8.self)
    for (divided, whole) in joining { expected = expected.replacing(divided, with: whole) }
    // The other tool reads page numbers and the like too.
    let everything = PageReadingRules(leftOut: [])
    let text = try WitnessReader(pages: everything).read(InputBytes(path: xml))[0].text
    let (ours, theirs) = (words(text.string), words(expected))
    #expect(ours.count == theirs.count, "\(xml)")
    for (a, b) in zip(ours, theirs) { #expect(isSame(a, b), "\(xml): \(a), \(b)") }
  }

  /// The other tool spells ligatures and old letters out; the plain letters must be the same.
  private func isSame(_ ours: String, _ theirs: String) -> Bool {
    if ours.allSatisfy(\.isASCII) { return ours == theirs }
    let plain = theirs.decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.isASCII)
    var rest = plain[...]
    return ours.unicodeScalars.filter(\.isASCII).allSatisfy { scalar in
      guard let index = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: index)...]
      return true
    }
  }

  private func fixture(_ name: String) throws -> String {
    try #require(
      Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures/ocr")?.path)
  }

  @Test func fixturesAreReadAsAnotherToolReadsThem() throws {
    // Lines without text, so that the region's counts.
    try check(fixture("lorem-region-text.page.xml"), fixture("lorem-region-text.expected.txt"))
    try check(fixture("lorem.alto3.xml"), fixture("lorem.alto3.expected.txt"))
    // The other tool does not join what the file says is one word.
    try check(
      fixture("hyphenated.alto2.xml"), fixture("hyphenated.alto2.expected.txt"),
      joining: ["übersicht\nlich": "übersichtlich"])
    try check(fixture("order.page.xml"), fixture("order.page.expected.txt"))
  }

  @Test func pagesOfACorpusAreReadAsAnotherToolReadsThem() throws {
    let names = [
      "actevedef/gt.page", "actevedef/calamari.page", "actevedef/tesseract.page", "lorem/gt.page",
      "lorem/tesseract.alto", "order/order.page",
    ]
    for name in names {
      let file = "corpora/ocr-pages/" + name
      guard let xml = SharedFiles.path(file + ".xml"),
        let expected = SharedFiles.path(file + ".expected.txt")
      else { return }
      try check(xml, expected)
    }
  }

  // MARK: Order

  /// A page within a region, which no schema allows: what belongs to a page ends with it.
  @Test func aPageInsideARegionIsNoCrash() throws {
    let inner = "<TextLine \(pageLine("a"))</TextLine>"
    let nested =
      "<TextRegion id='r'><Page><TextLine \(pageLine("x"))</TextLine></Page>\(inner)</TextRegion>"
    #expect(try pageText("<PcGts><Page>\(nested)</Page></PcGts>").string == "")
    let groups = "<OrderedGroup><RegionRefIndexed index='0' regionRef='r'/>"
    let orders =
      "<ReadingOrder>\(groups)<ReadingOrder>\(groups)</OrderedGroup></ReadingOrder></OrderedGroup></ReadingOrder>"
    let region = "<TextRegion id='r'>\(inner)</TextRegion>"
    #expect(try pageText("<PcGts><Page>\(orders)\(region)</Page></PcGts>").string == "a")
    let alto = "<TextLine><String CONTENT='a'/></TextLine>"
    let block = "<TextBlock><Page>\(alto)</Page>\(alto)</TextBlock>"
    #expect(try pageText("<alto><Layout><Page>\(block)</Page></Layout></alto>").string == "")
  }

  @Test func regionsComeInReadingOrder() throws {
    func region(_ id: String, _ inner: String = "") -> String {
      "<TextRegion id='\(id)'><TextLine \(pageLine(id))</TextLine>\(inner)</TextRegion>"
    }
    let regions =
      ["a", "b", "c"].map { region($0) }.joined() + region("d", region("e") + region("f"))
    func text(_ order: String) throws -> String {
      try pageText("<PcGts><Page>\(order)\(regions)</Page></PcGts>").string
    }
    #expect(try text("") == "a\n\nb\n\nc\n\nd\n\ne\n\nf")
    let ordered = """
      <ReadingOrder><OrderedGroup id='g'>
      <RegionRefIndexed index='10' regionRef='a'/><RegionRefIndexed index='9' regionRef='d'/>
      <UnorderedGroupIndexed id='h' index='2'><RegionRef regionRef='c'/><RegionRef regionRef='b'/>
      </UnorderedGroupIndexed></OrderedGroup></ReadingOrder>
      """
    #expect(try text(ordered) == "c\n\nb\n\nd\n\ne\n\nf\n\na")
    let inner = """
      <ReadingOrder><OrderedGroup id='g'><RegionRefIndexed index='1' regionRef='e'/>
      <RegionRefIndexed index='0' regionRef='f'/></OrderedGroup></ReadingOrder>
      """
    #expect(try text(inner) == "f\n\ne\n\na\n\nb\n\nc\n\nd")
    // References to nothing, and twice to one.
    let odd = """
      <ReadingOrder><OrderedGroup id='g'><RegionRefIndexed index='0' regionRef='z'/>
      <RegionRefIndexed index='1' regionRef='b'/><RegionRefIndexed index='2' regionRef='b'/>
      </OrderedGroup></ReadingOrder>
      """
    #expect(try text(odd) == "b\n\na\n\nc\n\nd\n\ne\n\nf")
  }

  @Test func linesComeInTheirOwnOrder() throws {
    let xml = pageFile(lines: [
      pageLine("two", custom: "readingOrder {index:1;}"),
      pageLine("one", custom: "readingOrder {index:0;}"),
    ])
    #expect(try pageText(xml).string == "one two")
  }

  @Test func theLowestIndexOfTheLineCounts() throws {
    let xml = pageFile(lines: [
      """
      ><Word><TextEquiv><Unicode>w</Unicode></TextEquiv></Word>
      <TextEquiv index='2'><Unicode>c</Unicode></TextEquiv>
      <TextEquiv index='1'><Unicode>a&amp;</Unicode><PlainText>x</PlainText></TextEquiv>
      <TextEquiv index='1'><Unicode>b</Unicode></TextEquiv>
      """,
      "><Word><TextEquiv><Unicode>d</Unicode></TextEquiv></Word><Word><TextEquiv><Unicode>e"
        + "</Unicode></TextEquiv></Word>",
    ])
    #expect(try pageText(xml).string == "a& d e")
  }

  // MARK: Places

  @Test func everyTokenHasPageLineAndPlace() throws {
    let xml = pageFile(lines: [pageLine("one wo¬"), pageLine("rd two"), pageLine("th&amp;ree")])
    let text = try pageText(xml)
    #expect(text.string == "one word two th&ree")
    let tokens = Tokenizer().tokenize(Witness(siglum: "A", description: .init(), text: text)).tokens
    let lines = text.lineTable()
    let places = tokens.map { token in
      let place = lines.place(at: Int(token.start))
      let reference = text.pageLines.reference(at: Int(token.start))
      return "\(text.string(token.written)) \(reference?.page ?? "-")/\(reference?.line ?? "-") "
        + "\(place.line):\(place.column)"
    }
    #expect(
      places == [
        "one 0007/1 3:41", "word 0007/1 3:45", "two 0007/2 4:44", "th 0007/3 5:41",
        "& 0007/3 5:43", "ree 0007/3 5:48",
      ])
  }
}
