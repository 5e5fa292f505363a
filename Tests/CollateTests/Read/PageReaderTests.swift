import Foundation
import Testing

@testable import Collate

private func pageText(_ xml: String, _ rules: PageReadingRules = .standard) throws -> SourceText {
  let input = try InputBytes(path: "p.xml", bytes: Array(xml.utf8))
  return try WitnessReader(pages: rules).read(input)[0].text
}

/// A PAGE file of one region with these lines, each the content of a `TextLine`.
private func page(lines: [String]) -> String {
  """
  <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15">
  <Page imageFilename="scans/0007.tif"><TextRegion id="r1">
  \(lines.map { "<TextLine \($0)</TextLine>" }.joined(separator: "\n"))
  </TextRegion></Page></PcGts>
  """
}

private func line(_ text: String, custom: String = "") -> String {
  "custom='\(custom)'><TextEquiv><Unicode>\(text)</Unicode></TextEquiv>"
}

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
    let inner = "<TextLine \(line("a"))</TextLine>"
    let nested =
      "<TextRegion id='r'><Page><TextLine \(line("x"))</TextLine></Page>\(inner)</TextRegion>"
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
      "<TextRegion id='\(id)'><TextLine \(line(id))</TextLine>\(inner)</TextRegion>"
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
    let xml = page(lines: [
      line("two", custom: "readingOrder {index:1;}"),
      line("one", custom: "readingOrder {index:0;}"),
    ])
    #expect(try pageText(xml).string == "one two")
  }

  @Test func theLowestIndexOfTheLineCounts() throws {
    let xml = page(lines: [
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

  // MARK: Hyphens

  static let hyphens: [([String], String, String)] = [
    (["wo¬", "rd x"], "word x", "word x"),
    (["wo\u{AD}", " rd x"], "word x", "word x"),
    (["wo-", "rd x"], "wo- rd x", "word x"),
    (["wo⸗", "rd x"], "wo⸗ rd x", "word x"),
    (["Wo-", "Rd x"], "Wo- Rd x", "Wo- Rd x"),
    (["1914-", "18"], "1914- 18", "1914- 18"),
    (["wo -", "rd"], "wo - rd", "wo - rd"),
    (["wo ¬", "rd"], "wo ¬ rd", "wo ¬ rd"),
    (["¬", "rd"], "¬ rd", "¬ rd"),
    (["rd wo¬"], "rd wo¬", "rd wo¬"),
    (["WO¬", "RD"], "WORD", "WORD"),
  ]

  @Test(arguments: hyphens)
  func dividedWordsAreJoined(_ lines: [String], _ careful: String, _ joined: String) throws {
    let xml = page(lines: lines.map { line($0) })
    #expect(try pageText(xml).string == careful)
    #expect(try pageText(xml, PageReadingRules(joinsHyphens: true)).string == joined)
  }

  @Test func aWordMayGoOnInTheNextRegion() throws {
    let xml = """
      <PcGts><Page><TextRegion><TextLine \(line("wo¬"))</TextLine></TextRegion>
      <TextRegion><TextLine \(line("rd"))</TextLine></TextRegion></Page></PcGts>
      """
    #expect(try pageText(xml).string == "word")
    // A capital goes on only where all are capitals; a number or mark never does.
    func joined(_ first: String, _ second: String) throws -> String {
      try pageText(xml.replacing("wo¬", with: first).replacing("rd", with: second)).string
    }
    #expect(try joined("wo¬", "CHAPTER") == "wo¬\n\nCHAPTER")
    #expect(try joined("WO¬", "RD") == "WORD")
    #expect(try joined("wo¬", "12") == "wo¬\n\n12")
    #expect(try joined("wo¬", "(rd)") == "wo¬\n\n(rd)")
    #expect(try joined("по¬", "ле") == "поле")
  }

  static let alto: [(String, String)] = [
    (
      "<String CONTENT='a'/><SP/><String CONTENT='wo' SUBS_TYPE='HypPart1' SUBS_CONTENT='word'/>"
        + "<HYP CONTENT='-'/>|<String CONTENT='rd' SUBS_TYPE='HypPart2' SUBS_CONTENT='word'/><SP/>"
        + "<String CONTENT='b'/>",
      "a word b"
    ),
    ("<String CONTENT='wo'/><HYP CONTENT='-'/>|<String CONTENT='rd'/>", "word"),
    ("<String CONTENT='wo' SUBS_TYPE='HypPart1'/><HYP/>|<String CONTENT='rd'/>", "word"),
    ("<String CONTENT='wo¬'/>|<String CONTENT='rd'/>", "word"),
    ("<String CONTENT='a whole line'/>|<String CONTENT='b'/>", "a whole line b"),
    ("<String CONTENT='no'/><String CONTENT='spaces'/>", "no spaces"),
    ("<String CONTENT='wo'/><String CONTENT='rd,'/><SP/><String CONTENT='b&amp;'/>", "word, b&"),
    // The hyphen both in the string and beside it, or in the string alone.
    ("<String CONTENT='wo-'/><HYP CONTENT='-'/>|<String CONTENT='rd'/>", "word"),
    ("<String CONTENT='wo-' SUBS_TYPE='HypPart1'/>|<String CONTENT='rd'/>", "word"),
    // The whole word is spelled otherwise than its halves.
    (
      "<String CONTENT='Zuk' SUBS_TYPE='HypPart1' SUBS_CONTENT='Zucker'/><HYP CONTENT='-'/>|"
        + "<String CONTENT='ker,' SUBS_TYPE='HypPart2' SUBS_CONTENT='Zucker'/>|<String CONTENT='a'/>",
      "Zucker a"
    ),
    // Half a word without the other half, and a division within a line.
    (
      "<String CONTENT='rd' SUBS_TYPE='HypPart2' SUBS_CONTENT='word'/>|<String CONTENT='b'/>",
      "rd b"
    ),
    (
      "<String CONTENT='wo' SUBS_TYPE='HypPart1'/><SP/><String CONTENT='a'/>|<String CONTENT='b'/>",
      "wo a b"
    ),
    ("<String CONTENT='a'/><HYP CONTENT='-'/>", "a-"),
    // A word over three lines, and one whose halves stand in one line.
    (
      "<String CONTENT='exa-' SUBS_TYPE='HypPart1' SUBS_CONTENT='example'/><HYP CONTENT='-'/>|"
        + "<String CONTENT='mp' SUBS_TYPE='HypPart2' SUBS_CONTENT='example'/><HYP CONTENT='-'/>|"
        + "<String CONTENT='le' SUBS_TYPE='HypPart2' SUBS_CONTENT='ample'/><String CONTENT='a'/>",
      "example a"
    ),
    (
      "<String CONTENT='a'/><String CONTENT='wo-' SUBS_TYPE='HypPart1' SUBS_CONTENT='word'/>"
        + "<String CONTENT='rd' SUBS_TYPE='HypPart2'/><String CONTENT='b'/>",
      "a word b"
    ),
  ]

  @Test(arguments: alto) func stringsAreJoined(_ lines: String, _ expected: String) throws {
    let body = lines.split(separator: "|").map { "<TextLine>\($0)</TextLine>" }.joined()
    let xml = """
      <a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page PHYSICAL_IMG_NR="3">
      <PrintSpace><ComposedBlock><TextBlock>\(body)</TextBlock></ComposedBlock></PrintSpace></Page>
      </Layout></a:alto>
      """
    #expect(try pageText(xml).string == expected)
  }

  @Test func anAbbreviationOfALTOIsComparedByItsWhole() throws {
    let text = try pageText(
      """
      <alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="a"/><String
      CONTENT="Dr" SUBS_TYPE="Abbreviation" SUBS_CONTENT="Doctor"/></TextLine></TextBlock></PrintSpace>
      </Page></Layout></alto>
      """)
    #expect(text.string == "a Dr")
    #expect(text.markup.map { "\($0.element):\(text.string($0.range))" } == ["abbr:Dr"])
    #expect(text.hints.map(\.kind) == [.regular("Doctor")])
  }

  // MARK: Tags

  @Test func tagsAreReadFromCustom() {
    let tags = LineTags.parse(
      "readingOrder {index:0;} abbrev {offset:9; length:2; expansion:a\\u003bb;} x{} unclear {")
    #expect(tags.map(\.name) == ["readingOrder", "abbrev", "x"])
    #expect(tags[1].number("offset") == 9)
    #expect(tags[1].values.last?.value == "a;b")
    #expect(LineTags.parse("}{").isEmpty || LineTags.parse("}{").allSatisfy { $0.name == "}" })
  }

  @Test func tagsBecomeMarksAndMarkup() throws {
    let custom = """
      unclear {offset:3; length:2;} abbrev {offset:6; length:2; expansion:Doctor;} \
      gap {offset:9; length:0;} supplied {offset:9; length:3;} person {offset:6; length:6;}
      """
    let text = try pageText(page(lines: [line("éa cd Dr 𝔏𝔏 xyz", custom: "")]))
    #expect(text.string == "éa cd Dr 𝔏𝔏 xyz")
    let tagged = try pageText(page(lines: [line("éa cd Dr efg xyz", custom: custom)]))
    #expect(tagged.string == "éa cd Dr <…>[efg] xyz")
    #expect(tagged.markStrings == ["gap:<…>", "suppliedOpen:[", "suppliedClose:]"])
    #expect(
      tagged.markup.map { "\($0.element):\(tagged.string($0.range))" } == [
        "unclear:cd", "persName:Dr <…>[efg]", "abbr:Dr",
      ])
    #expect(tagged.hints.map(\.kind) == [.regular("Doctor")])
  }

  @Test func tagsAtTheEndOfALineAreKept() throws {
    // A tag over the sign of division, a gap behind the last word, a line that is nothing but a gap.
    let text = try pageText(
      page(lines: [
        line("ab cd¬", custom: "unclear {offset:3; length:3;}"),
        line("ef gh", custom: "gap {offset:5; length:0;}"),
        line("", custom: "gap {offset:0; length:0;}"),
        line("ij"),
      ]))
    #expect(text.string == "ab cdef gh<…> <…> ij")
    #expect(text.markup.map { text.string($0.range) } == ["cd"])
    // What stands in the text for what cannot be read gives way to the mark.
    for (written, tag, expected) in [
      ("ab [...] cd", "gap {offset:3; length:5;}", "ab <…> cd"),
      ("ab xyz cd", "gap {offset:3; length:3;}", "ab <…>xyz cd"),
    ] {
      #expect(try pageText(page(lines: [line(written, custom: tag)])).string == expected)
    }
  }

  @Test func offsetsCountUTF16Units() throws {
    let xml = page(lines: [line("𝔏 ab", custom: "unclear {offset:3; length:2;}")])
    let text = try pageText(xml)
    #expect(text.markup.map { text.string($0.range) } == ["ab"])
  }

  @Test func tagsOutsideTheLineAreNothing() throws {
    for custom in [
      "unclear {offset:9; length:2;}", "unclear {offset:-1; length:2;}", "gap {offset:x;}",
      "unclear {offset:1; length:99999999999999999999;}",
      "unclear {offset:9223372036854775807; length:9223372036854775807;}",
    ] {
      let text = try pageText(page(lines: [line("abc", custom: custom)]))
      #expect(text.string == "abc" && text.markup.isEmpty, "\(custom)")
    }
  }

  // MARK: Places

  @Test func everyTokenHasPageLineAndPlace() throws {
    let xml = page(lines: [line("one wo¬"), line("rd two"), line("th&amp;ree")])
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
