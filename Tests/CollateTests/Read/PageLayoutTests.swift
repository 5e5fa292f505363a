import Testing

@testable import Collate

/// What stands on a page, in which order it is read, and what of it is text.
@Suite struct PageLayoutTests {
  /// A PAGE file with this inside its page.
  private func text(
    _ body: String, _ rules: PageReadingRules = .standard
  ) throws -> SourceText {
    let xml = "<PcGts><Page imageFilename='p.jpg'>\(body)</Page></PcGts>"
    return try WitnessReader(pages: rules).read(
      InputBytes(path: "p.xml", bytes: Array(xml.utf8)))[0].text
  }

  private func string(_ body: String, _ rules: PageReadingRules = .standard) throws -> String {
    try text(body, rules).string
  }

  /// A region with one line of text.
  private func region(_ text: String, _ attributes: String = "", _ inner: String = "") -> String {
    "<TextRegion id='\(text)' \(attributes)>\(line(text))\(inner)</TextRegion>"
  }

  private func line(_ text: String, _ attributes: String = "") -> String {
    "<TextLine \(attributes)>\(written(text))</TextLine>"
  }

  private func written(_ text: String, _ attributes: String = "") -> String {
    "<TextEquiv \(attributes)><Unicode>\(text)</Unicode></TextEquiv>"
  }

  private func order(_ index: Int) -> String { "custom='readingOrder {index:\(index);}'" }

  // MARK: Order

  /// Pictures and lines between columns have no place among the others, and need none.
  @Test func regionsWithoutTextDoNotSpoilTheOrder() throws {
    let picture = "<ImageRegion id='i'/><SeparatorRegion id='s'/>"
    let regions = region("b", order(1)) + picture + region("a", order(0))
    #expect(try string(regions) == "a\n\nb")
    // An empty reading order says nothing.
    #expect(try string("<ReadingOrder/>" + regions) == "a\n\nb")
    #expect(try string(region("b", order(1)) + region("a")) == "b\n\na")
  }

  @Test func whatAPartialOrderLeavesOutComesLast() throws {
    let regions =
      region("d", order(3)) + region("c", order(2)) + region("b", order(1)) + region("a", order(0))
    let partial = """
      <ReadingOrder><OrderedGroup><RegionRefIndexed index='0' regionRef='c'/></OrderedGroup>
      </ReadingOrder>
      """
    #expect(try string(partial + regions) == "c\n\na\n\nb\n\nd")
  }

  /// As Transkribus writes it: the order names the text alone, `custom` counts tables too.
  @Test func tablesHaveTheirPlaceAmongText() throws {
    func table(_ name: String, _ index: Int) -> String {
      "<TableRegion \(order(index))><TableCell row='0' col='0'>\(line(name))</TableCell></TableRegion>"
    }
    let named = """
      <ReadingOrder><OrderedGroup><RegionRefIndexed index='3' regionRef='d'/>
      <RegionRefIndexed index='1' regionRef='b'/></OrderedGroup></ReadingOrder>
      """
    let regions = region("d") + region("b", order(1)) + region("x") + table("c", 2) + table("a", 0)
    #expect(try string(named + regions + table("e", 4)) == "a\n\nb\n\nc\n\nd\n\ne\n\nx")
  }

  @Test func groupsAreReadInTheirPlaces() throws {
    let regions = ["a", "b", "c", "d", "e"].map { region($0) }.joined()
    let nested = """
      <ReadingOrder><UnorderedGroup><OrderedGroup><OrderedGroupIndexed index='1' regionRef='e'>
      <RegionRefIndexed index='1' regionRef='a'/><RegionRefIndexed index='0' regionRef='d'/>
      </OrderedGroupIndexed><RegionRefIndexed index='0' regionRef='c'/></OrderedGroup>
      <RegionRef regionRef='b'/></UnorderedGroup></ReadingOrder>
      """
    #expect(try string(nested + regions) == "c\n\ne\n\nd\n\na\n\nb")
    // Layers and relations name regions too, which is no reading order.
    let others = """
      <ReadingOrder><OrderedGroup><RegionRefIndexed index='0' regionRef='c'/></OrderedGroup>
      </ReadingOrder><Layers><Layer><RegionRef regionRef='e'/></Layer></Layers><Relations>
      <Relation><RegionRef regionRef='d'/></Relation></Relations>
      """
    #expect(try string(others + regions) == "c\n\na\n\nb\n\nd\n\ne")
  }

  @Test func linesOfTableCellsStayTogether() throws {
    // Each cell begins to count anew, and the cells come column by column.
    func cell(_ row: Int, _ column: Int, _ lines: String...) -> String {
      "<TableCell row='\(row)' col='\(column)'>"
        + lines.enumerated().map { line($1, order($0)) }.joined() + "</TableCell>"
    }
    let table =
      "<TableRegion id='t'>" + cell(0, 0, "a", "b") + cell(1, 0, "e") + cell(0, 1, "c", "d")
      + cell(1, 1, "f") + "</TableRegion>"
    #expect(try string(region("x") + table + region("y")) == "x\n\na b c d\ne f\n\ny")
    // The way of the later schema.
    func role(_ text: String, _ row: Int, _ column: Int) -> String {
      """
      <TextRegion><Roles><TableCellRole rowIndex='\(row)' columnIndex='\(column)'/></Roles>
      \(line(text))</TextRegion>
      """
    }
    let later = "<TableRegion>\(role("c", 1, 0))\(role("b", 0, 1))\(role("a", 0, 0))</TableRegion>"
    #expect(try string(later) == "a b\nc")
  }

  @Test func linesRunDownThePageWhereTheFileSaysSo() throws {
    let lines = [("b", 50), ("a", 10)].map { name, top in
      "<TextLine><Coords points='0,\(top) 9,\(top + 5)'/>\(written(name))</TextLine>"
    }.joined()
    #expect(try string("<TextRegion textLineOrder='top-to-bottom'>\(lines)</TextRegion>") == "a b")
    #expect(try string("<TextRegion>\(lines)</TextRegion>") == "b a")
  }

  // MARK: Levels

  @Test func textIsTakenFromTheLevelThatHasIt() throws {
    func glyphs(_ text: String) -> String {
      text.map { "<Glyph>\(written("x", "index='1'"))\(written(String($0), "index='0'"))</Glyph>" }
        .joined()
    }
    let words = "<Word>\(glyphs("ab"))</Word><Word>\(glyphs("xx"))\(written("cd"))</Word>"
    #expect(try string("<TextRegion><TextLine>\(words)</TextLine></TextRegion>") == "ab cd")
    #expect(
      try string("<TextRegion><TextLine>\(words)\(written(""))</TextLine></TextRegion>") == "ab cd")
    #expect(
      try string("<TextRegion><TextLine>\(words)\(written("e f"))</TextLine></TextRegion>")
        == "e f")
    #expect(try string("<TextRegion>\(line(""))\(written("g\nh"))</TextRegion>") == "g h")
    #expect(try string("<TextRegion>\(line("i"))\(written("g\nh"))</TextRegion>") == "i")
    #expect(try string("<TextRegion/><TextRegion>\(line(" "))</TextRegion>") == "")
  }

  /// A region that holds others may have all their text as its own, or that of years ago.
  @Test func noTextIsReadTwice() throws {
    let both = "<TextRegion>\(region("a"))\(region("b"))\(written("a\nb"))</TextRegion>"
    #expect(try string(both) == "a\n\nb")
  }

  /// The text of a region as Transkribus writes it, with its two signs for a line end.
  @Test func linesOfARegionHaveTheirPlaces() throws {
    let text = try text(
      """
      <TextRegion><TextEquiv><Unicode>one&#13;
      two thr¬&#13;
      ee</Unicode></TextEquiv></TextRegion>
      """)
    #expect(text.string == "one two three")
    let lines = text.lineTable()
    let places = [0, 4, 8].map { lines.place(at: $0) }.map { "\($0.line):\($0.column)" }
    #expect(places == ["1:68", "2:1", "2:5"])
    #expect(lines.place(at: 11).line == 3)
    #expect(text.pageLines.reference(at: 4) == PageReference(page: "p", line: "2"))
  }

  /// A note in the margin is not what a word goes on in.
  @Test func aWordGoesOnInARegionOfItsKind() throws {
    let (first, second) = (region("wo¬", "type='paragraph'"), region("rd"))
    #expect(try string(first + second) == "word")
    #expect(try string(first + region("note", "type='marginalia'")) == "wo¬\n\nnote")
  }

  // MARK: What is no text

  @Test func whatBelongsToThePageIsLeftOut() throws {
    let page =
      region("Head", "type='header'") + region("a wo¬", "type='paragraph'")
      + region("12", "custom='structure {type:page-number;}'")
      + region("note", "type='marginalia'", region("inner"))
      + "<TextRegion>\(line("13", "custom='structure {type:page-number;}'"))\(line("b"))</TextRegion>"
      + region("A 2", "type='signature-mark'", region("inner 2"))
      + region("f. 3", "custom='structure {type:NumberingZone:folio#1;}'")
    let text = try text(page)
    #expect(text.string == "a wo¬\n\nnote\n\ninner\n\nb")
    #expect(text.linesLeftOut == 6)
    let all = try string(page, PageReadingRules(leftOut: []))
    #expect(
      all == "Head\n\na wo¬\n\n12\n\nnote\n\ninner\n\n13 b\n\nA 2\n\ninner 2\n\nf. 3")
    #expect(
      try string(page, PageReadingRules(leftOut: ["marginalia"])).contains("inner\n") == false)
  }

  @Test(arguments: [
    ("page-number", "page-number"), ("TOC-entry", "toc-entry"), ("NumberingZone", "page-number"),
    ("NumberingZone:folio#1", "page-number"), ("NumberingZone_page", "page-number"),
    ("NumberingZone : chapter", "numberingzone : chapter"), ("RunningTitleZone", "header"),
    ("MarginTextZone-ManuscriptAddendum", "marginalia"), ("MainZone#2", "paragraph"),
    ("QuireMarksZone:catchword", "signature-mark"), ("zone", "zone"), ("", ""),
  ])
  func typesHaveOneName(_ type: String, _ expected: String) {
    #expect(PageReadingRules.canonical(type) == expected)
  }

  @Test func marginsAndTagsOfALTOAreTypes() throws {
    func block(_ text: String, _ attributes: String = "") -> String {
      "<TextBlock \(attributes)><TextLine><String CONTENT='\(text)'/></TextLine></TextBlock>"
    }
    let xml = """
      <alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
      <Description><sourceImageInformation><fileName>/a/f&amp;3.tif</fileName></sourceImageInformation>
      </Description>
      <Tags><OtherTag ID="BT1" LABEL="MainZone"/><LayoutTag ID="BT2" LABEL="RunningTitleZone"/></Tags>
      <Layout><Page ID="x"><TopMargin>\(block("head"))</TopMargin><LeftMargin>\(block("side"))</LeftMargin>
      <BottomMargin>\(block("foot"))</BottomMargin>
      <PrintSpace>\(block("title", "TAGREFS='BT9 BT2'"))\(block("one", "TAGREFS='BT1'"))
      <ComposedBlock TYPE="page-number">\(block("7"))</ComposedBlock></PrintSpace>
      <PrintSpace>\(block("two"))</PrintSpace></Page></Layout></alto>
      """
    let input = try InputBytes(path: "p.xml", bytes: Array(xml.utf8))
    let text = try WitnessReader().read(input)[0].text
    #expect(text.string == "side\n\none\n\ntwo")
    #expect(text.pageLines.reference(at: 0)?.page == "f&3")
    let all = try WitnessReader(pages: PageReadingRules(leftOut: [])).read(input)[0].text.string
    #expect(all == "head\n\nside\n\nfoot\n\ntitle\n\none\n\n7\n\ntwo")
  }

  @Test func blocksOfALTOComeInTheOrderOfTheFile() throws {
    func block(_ text: String) -> String {
      "<TextBlock ID='\(text)'><TextLine><String CONTENT='\(text)'/></TextLine></TextBlock>"
    }
    let xml = """
      <alto><ReadingOrder><OrderedGroup><ElementRef REF="c"/><UnorderedGroup><ElementRef REF="a"/>
      </UnorderedGroup></OrderedGroup></ReadingOrder><Layout><Page><PrintSpace>
      <ComposedBlock>\(block("a"))\(block("b"))</ComposedBlock>\(block("c"))</PrintSpace></Page></Layout>
      </alto>
      """
    let text = try WitnessReader().read(InputBytes(path: "p.xml", bytes: Array(xml.utf8)))[0].text
    #expect(text.string == "c\n\na\n\nb")
  }

  /// Elements in places where no schema has them: whatever is read, nothing traps.
  @Test func noNestingTraps() throws {
    let names = [
      "Page", "TextRegion", "TableRegion", "TableCell", "TextLine", "Word", "Glyph", "TextEquiv",
      "Unicode", "ReadingOrder", "OrderedGroup", "UnorderedGroupIndexed", "RegionRefIndexed",
      "TextBlock", "ComposedBlock", "String", "HYP", "SP", "PrintSpace", "TopMargin", "ElementRef",
      "TableCellRole",
    ]
    let attributes = """
      id='a' regionRef='a' index='-1' row='0' col='0' CONTENT='wo-' SUBS_TYPE='HypPart1' \
      SUBS_CONTENT='word' custom='readingOrder {index:9;} gap {offset:1; length:1;} \
      supplied {offset:0; length:9;}' ID='a' REF='a'
      """
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      var open: [String] = []
      var xml = ""
      for _ in 0..<60 {
        if !open.isEmpty, random.next() % 3 == 0 {
          xml += "</\(open.removeLast())>"
        } else {
          let name = names[Int(random.next() % UInt64(names.count))]
          open.append(name)
          xml += "<\(name) \(random.next() % 2 == 0 ? attributes : "")>ab¬"
        }
      }
      xml += open.reversed().map { "</\($0)>" }.joined()
      for root in ["PcGts", "alto"] {
        let input = try InputBytes(path: "p.xml", bytes: Array("<\(root)>\(xml)</\(root)>".utf8))
        let text = try WitnessReader().read(input)[0].text
        let source = Witness(siglum: "A", description: .init(), text: text)
        let tokens = Tokenizer().tokenize(source).tokens
        #expect(tokens.allSatisfy { $0.next <= text.bytes.count }, "seed \(seed), \(root)")
      }
    }
  }
}
