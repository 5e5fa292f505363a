import Foundation
import Testing

@testable import Collate

/// The table of elements and what becomes of them.
@Suite struct TEIReaderTests {
  static let texts: [(String, String)] = [
    // Blocks, lines, white space of the file.
    ("<p>one\n   two </p>\n  <p> three</p>", "one two\n\nthree"),
    ("<head>T</head><p>a</p><div><p>b</p></div>", "T\n\na\n\nb"),
    ("<lg><l>a</l><l>b</l></lg><lg><l>c</l></lg>", "a\nb\n\nc"),
    ("<list><item>a</item><item>b</item></list>", "a\nb"),
    ("<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>", "a b\nc"),
    ("<p>a<!-- c -->b<?pi x?>c</p>", "abc"),
    ("<p>a\r\nb\rc&#10;d</p>", "a b c d"),
    ("<p>1&#xA0;000 &lt;&amp;</p>", "1\u{A0}000 <&"),
    ("<p xml:space='preserve'>a  b\n c</p>", "a  b\n c"),
    ("<p></p><p/>", ""),
    // Borders of the document.
    ("<p>one<lb/>two</p>", "one two"),
    ("<p>wo<lb break='no'/>rd</p>", "word"),
    ("<p>wo-\n  <lb n='2' break='no'/>\n rd</p>", "word"),
    ("<p>wo\u{AD}<pb break='no'/><lb/>rd</p>", "word"),
    ("<p>wo<pb/><lb break='no'/>rd</p>", "word"),
    ("<p>1-<lb break='no'/>2</p>", "1-2"),
    ("<p>a<milestone unit='x'/>b<cb/>c</p>", "a b c"),
    // Out of the text.
    ("<p>a<note>n</note> b<fw>f</fw></p>", "a b"),
    ("<p>a<figure><figDesc>d</figDesc></figure>b<metamark>m</metamark></p>", "ab"),
    // Corrections.
    ("<p>a <del>b</del> <add>c</add></p>", "a c"),
    ("<p>a <subst><del>b</del>\n<add>c</add></subst>, d</p>", "a c, d"),
    ("<p>a <restore><del>b</del></restore> c</p>", "a b c"),
    // One side of a choice.
    ("<p><choice><sic>teh</sic><corr>the</corr></choice> x</p>", "teh x"),
    ("<p><choice>\n <reg>the</reg>\n <orig>ye</orig>\n</choice>, x</p>", "ye, x"),
    ("<p><choice><abbr>D<am>r</am></abbr><expan>D<ex>octo</ex>r</expan></choice> x</p>", "Dr x"),
    (
      "<p><choice><unclear cert='low'>a</unclear><unclear cert='high'>b</unclear></choice></p>",
      "b"
    ),
    ("<p><choice><unclear>a</unclear><unclear>b</unclear></choice></p>", "a"),
    ("<p><choice><corr>only</corr></choice></p>", "only"),
    // What is not there.
    ("<p>a <gap reason='illegible'/> b</p>", "a <…> b"),
    ("<p>a<space/>b <damage>c</damage> <damage/></p>", "a<…>b c <…>"),
    ("<p>a <supplied>b</supplied> c<supplied>d</supplied></p>", "a [b] c[d]"),
    ("<p><supplied> b c </supplied>d</p>", "[b c] d"),
    ("<supplied><p>a</p><p>b</p></supplied>", "[a]\n\n[b]"),
    ("<p><supplied>a <supplied>b</supplied></supplied> <supplied/>c</p>", "[a b] c"),
    ("<p>a <unclear>b</unclear> <hi>c</hi>d</p>", "a b cd"),
    // Words that are marked as such.
    ("<p><w>a</w><w>b</w><pc>.</pc> <w>c</w></p>", "a b. c"),
    ("<p><w>\n a\n </w>\n<w join='left'>b</w></p>", "a b"),
    ("<p><w>字</w><w>字</w></p>", "字字"),
    // An apparatus: the lemma.
    ("<p>a <app><lem>b</lem><rdg wit='#X'>c</rdg></app> d</p>", "a b d"),
    ("<p>a <app>\n<rdg wit='#X'>b</rdg>\n<rdg wit='#Y'>c</rdg>\n</app>, d</p>", "a b, d"),
    ("<p>a <app><rdg wit='#X'>b</rdg><lem>c</lem></app> d</p>", "a c d"),
    ("<p><app><lem>a <app><lem>b</lem><rdg>c</rdg></app></lem><rdg>d</rdg></app> e</p>", "a b e"),
    // Speakers and marks of notes.
    ("<sp><speaker>HAM.</speaker><l>To be</l></sp>", "HAM. To be"),
    ("<p>a<anchor type='note-mark' n='*'/> b</p>", "a* b"),
    ("<p>a<ref type='note-mark'>1</ref> b</p>", "a b"),
  ]

  @Test(arguments: texts) func elementsBecomeText(_ body: String, _ expected: String) throws {
    #expect(try teiText(body).string == expected)
    // The same elements under a prefix.
    let prefixed = body.replacing(/<(\/?)(?=[a-z])/) { "<\($0.1)t:" }
    #expect(try teiText(prefixed).string == expected)
  }

  @Test func frontBackAndHeaderAreOut() throws {
    let xml = """
      <TEI><teiHeader><p>h</p></teiHeader><facsimile><p>f</p></facsimile>
      <text><front><p>f</p></front><body><p>b</p></body><back><p>k</p></back></text></TEI>
      """
    #expect(try teiWitnesses(xml)[0].text.string == "b")
    var rules = TEIReadingRules.standard
    rules.elements["front"] = .tag
    #expect(try teiWitnesses(xml, rules)[0].text.string == "f\n\nb")
  }

  @Test func aHeaderMayBeEmpty() throws {
    let xml = "<TEI><teiHeader/><text><body><p>one</p></body></text></TEI>"
    let input = try InputBytes(path: "t.xml", bytes: Array(xml.utf8))
    #expect(try WitnessReader().read(input)[0].text.string == "one")
  }

  @Test func blocksAreThoseOfPlainText() throws {
    let text = try teiText("<head>T</head><p>a\nb</p><lg><l>c</l><l>d</l></lg>")
    #expect(text.blocks().map { text.string($0) } == ["T", "a b", "c\nd"])
    let verse = try teiText("<l>c</l><l>d</l>")
    #expect(verse.blocks().count == 2)
  }

  @Test func marksAreThoseOfPlainText() throws {
    let text = try teiText(
      "<p>a <gap/> <supplied>b</supplied><anchor type='note-mark' n='**'/></p>"
        + "<sp><speaker>K</speaker><p>c</p></sp>")
    #expect(
      text.markStrings == [
        "gap:<…>", "suppliedOpen:[", "suppliedClose:]", "noteMark:**", "speaker:K",
      ])
    let tokens = Tokenizer().tokenize(Witness(siglum: "A", description: .init(), text: text)).tokens
    #expect(tokens.map { text.string($0.written) } == ["a", "<…>", "[b]", "c"])
    #expect(tokens.map(\.isSupplied) == [false, false, true, false])
    #expect(tokens[1].kind == .gap)
  }

  // MARK: Markup

  @Test func markupIsNestedAndCleanedOfPointers() throws {
    let text = try teiText(
      "<p><persName ref='#x' key='k' type='a b'>Ivan <hi rend='sup' xml:id='i'>I</hi></persName> "
        + "<q><date when='1920'>then</date></q> <hi/> <gap reason='lost'/></p>")
    #expect(
      text.markup.map { "\($0.element):\(text.string($0.range))" } == [
        "persName:Ivan I", "hi:I", "q:then", "date:then", "gap:<…>",
      ])
    #expect(text.markup[0].attributes == [.init(name: "key", value: "k")])
    #expect(text.markup[1].attributes == [.init(name: "rend", value: "sup")])
  }

  // MARK: Errors

  @Test func includesAndOtherXMLAreRefused() {
    let include = teiFile("<xi:include href='other.xml'/>")
    #expect {
      try teiWitnesses(include)
    } throws: {
      ($0 as? ReadError)?.problem == .externalInclude("other.xml")
    }
    #expect(throws: ReadError("letter.xml", .unknownXML(root: "mets"))) {
      try teiWitnesses("<mets><p>x</p></mets>")
    }
    #expect {
      try teiWitnesses("<TEI>\n<text>&nbsp;</text></TEI>")
    } throws: {
      let error = $0 as? ReadError
      return error?.place == Place(offset: 12, line: 2, column: 7)
    }
  }

  /// A gap at the start of a text on standard input is no tag.
  @Test func standardInputIsXMLOnlyIfItBeginsSo() throws {
    func read(_ text: String) throws -> String {
      let input = try InputBytes(path: "-", bytes: Array(text.utf8))
      return try WitnessReader().read(input)[0].text.string
    }
    #expect(try read("<…> and so on") == "<…> and so on")
    #expect(try read("<p> is a tag") == "<p> is a tag")
    #expect(try read("\n<TEI><text><p>x</p></text></TEI>") == "x")
  }
}
