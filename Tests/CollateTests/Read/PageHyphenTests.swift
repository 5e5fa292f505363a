import Testing

@testable import Collate

/// Words that PAGE and ALTO divide at the ends of lines.
@Suite struct PageHyphenTests {
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
    let xml = pageFile(lines: lines.map { pageLine($0) })
    #expect(try pageText(xml).string == careful)
    #expect(try pageText(xml, PageReadingRules(joinsHyphens: true)).string == joined)
  }

  @Test func aWordMayGoOnInTheNextRegion() throws {
    let xml = """
      <PcGts><Page><TextRegion><TextLine \(pageLine("wo¬"))</TextLine></TextRegion>
      <TextRegion><TextLine \(pageLine("rd"))</TextLine></TextRegion></Page></PcGts>
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
}
