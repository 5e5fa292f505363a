import Foundation
import Testing

@testable import Collate

/// A TEI file with this as the content of its body.
func teiFile(_ body: String, header: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <TEI xmlns="http://www.tei-c.org/ns/1.0">
    <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>\(header)
    </fileDesc></teiHeader>
    <text>
      <body>\(body)</body>
    </text>
  </TEI>
  """
}

func teiWitnesses(
  _ xml: String, _ rules: TEIReadingRules = .standard, siglum: String? = nil
) throws -> [Witness] {
  let input = try InputBytes(path: "letter.xml", bytes: Array(xml.utf8))
  return try WitnessReader(tei: rules).read(input, siglum: siglum)
}

/// The text that is taken from the body of a TEI file.
func teiText(_ body: String, _ rules: TEIReadingRules = .standard) throws -> SourceText {
  try teiWitnesses(teiFile(body), rules)[0].text
}

extension SourceText {
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Each mark as `kind:text`.
  var markStrings: [String] { marks.map { "\($0.kind):\(string($0.range))" } }
}

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

  // MARK: Rules

  @Test func eachModeDoesWhatItSays() throws {
    let body = "<p>one <hi>two</hi> three</p>"
    func text(_ mode: TEIReadingRules.Mode) throws -> SourceText {
      try teiText(body, TEIReadingRules(elements: ["hi": mode]))
    }
    #expect(try text(.hide).string == "one three")
    let kept = try text(.keep)
    #expect(kept.string == "one two three")
    #expect(kept.markStrings == ["remark:two"])
    let plain = try text(.tag)
    #expect(plain.string == "one two three")
    #expect(plain.marks.isEmpty && plain.hints.isEmpty)
    #expect(plain.markup == [Markup(element: "hi", range: 4..<7)])
    let significant = try text(.significant)
    #expect(significant.hints == [WordHint(range: 4..<7, kind: .significant("hi"))])
  }

  @Test func notesAreKeptAsNotes() throws {
    let body = "<p>one<note><p>first</p><p>second</p></note> two</p>"
    let text = try teiText(body, TEIReadingRules(elements: ["note": .keep]))
    #expect(text.string == "one first second two")
    #expect(text.markStrings == ["note:first second"])
    #expect(text.blocks().count == 1)
  }

  @Test func suppliedWordsCanStandWithoutBrackets() throws {
    let body = "<p>a <supplied reason='lost'>b</supplied></p>"
    let text = try teiText(body, TEIReadingRules(elements: ["supplied": .tag]))
    #expect(text.string == "a b")
    #expect(text.markup.map(\.element) == ["supplied"])
    #expect(try teiText(body, TEIReadingRules(elements: ["supplied": .hide])).string == "a")
  }

  @Test func theOtherSideIsComparedOrWritten() throws {
    let body = "<p>in <choice><orig>ye</orig><reg>the</reg></choice> house</p>"
    let text = try teiText(body)
    #expect(text.hints == [WordHint(range: 3..<5, kind: .regular("the"))])
    var rules = TEIReadingRules.standard
    rules.choose(.reg)
    let regular = try teiText(body, rules)
    #expect(regular.string == "in the house")
    #expect(regular.hints.isEmpty)
    // The order of the sides does not matter.
    let turned = "<p>in <choice><reg>the</reg><orig>ye</orig></choice> house</p>"
    #expect(try teiText(turned).string == text.string)
    #expect(try teiText(turned).hints == text.hints)
    #expect(try teiText(turned, rules).string == regular.string)
  }

  @Test func layersBecomeWitnesses() throws {
    let xml = teiFile("<p>a <del>b</del><add>c</add> <subst><del>d</del><add>e</add></subst> f</p>")
    var rules = TEIReadingRules.standard
    #expect(try teiWitnesses(xml, rules, siglum: "T").map(\.siglum) == ["T"])
    rules.hasLayers = true
    let layers = try teiWitnesses(xml, rules, siglum: "T")
    #expect(layers.map(\.siglum) == ["T (a.c.)", "T (p.c.)"])
    #expect(layers.map(\.text.string) == ["a b d f", "a c e f"])
    let plain = teiFile("<p>a</p>")
    #expect(try teiWitnesses(plain, rules, siglum: "T").map(\.siglum) == ["T"])
  }

  @Test func wordsHaveTheirFormsFromAttributes() throws {
    let body = "<p><w norm='the' lemma='THE'>ye</w> <w lemma='HOUSE'>hous</w></p>"
    let text = try teiText(body)
    #expect(
      text.hints == [
        WordHint(range: 0..<2, kind: .word(form: "the")),
        WordHint(range: 3..<7, kind: .word(form: nil)),
      ])
    var rules = TEIReadingRules.standard
    rules.wordForms = ["lemma"]
    #expect(
      try teiText(body, rules).hints.map(\.kind) == [
        .word(form: "THE"), .word(form: "HOUSE"),
      ])
  }

  @Test func glyphsAreWhatTheHeaderSays() throws {
    let xml = """
      <TEI><teiHeader><encodingDesc><charDecl>
      <char xml:id='et'><mapping type='standard'>&amp;</mapping></char>
      <char xml:id='cp'><localProp name='code-point' value='C'/></char>
      </charDecl></encodingDesc></teiHeader>
      <text><body><p>a <g ref='#et'/> b<g ref='#cp'/>c <g ref='#et'>and</g><g ref='#no'/></p></body>
      </text></TEI>
      """
    #expect(try teiWitnesses(xml)[0].text.string == "a & b\u{C}c and")
  }

  // MARK: An apparatus

  static let apparatus = """
    <TEI><teiHeader><fileDesc><titleStmt><title>E</title></titleStmt><sourceDesc><listWit>
      <listWit xml:id='g'><witness xml:id='A'>Codex A</witness>
        <witness xml:id='w1'><abbr type='siglum'>1</abbr></witness></listWit>
      <witness xml:id='C'/>
    </listWit></sourceDesc></fileDesc></teiHeader><text><body>
    <p>x <app><lem wit='#A'>a</lem><rdg wit='#w1 #C'>b</rdg></app> y
    <app><lem>c</lem><rdg wit='#g'>d</rdg></app>
    <app><lem wit='#g'>e <app><lem wit='#A'>f</lem><rdg wit='w1'>g</rdg></app></lem><rdg wit='#C'/></app>
    z</p></body></text></TEI>
    """

  @Test(arguments: [
    ("A", "x a y d e f z"), ("1", "x b y d e g z"), ("w1", "x b y d e g z"), ("C", "x b y c z"),
  ]) func oneWitnessIsTaken(_ siglum: String, _ expected: String) throws {
    let rules = TEIReadingRules(take: siglum)
    let witness = try teiWitnesses(Self.apparatus, rules)[0]
    #expect(witness.text.string == expected)
    #expect(witness.siglum == siglum)
  }

  @Test func anUnknownWitnessIsRefused() {
    let problem = ReadError.Problem.apparatus(.unknownWitness("D", sigla: ["A", "1", "C"]))
    #expect(throws: ReadError("letter.xml", problem)) {
      try teiWitnesses(Self.apparatus, TEIReadingRules(take: "D"))
    }
  }

  @Test func aLacunaIsNoOmission() throws {
    let body = """
      <p>a <app><lem wit='#X'>b</lem><rdg wit='#Y'><lacunaStart/></rdg></app> c
      <app><lem wit='#X'>d</lem></app></p>
      <p>e <app><lem wit='#X'>f</lem><rdg wit='#Y'><lacunaEnd/>g</rdg></app> h</p>
      """
    #expect(try teiText(body, TEIReadingRules(take: "Y")).string == "a <…>\n\ng h")
    #expect(try teiText(body, TEIReadingRules(take: "X")).string == "a b c d\n\ne f h")
    let late =
      "<p>a <app><rdg wit='#Y'><witStart/>b</rdg></app> c "
      + "<app><rdg wit='#Y'>d<witEnd/></rdg></app> e</p>"
    #expect(try teiText(late, TEIReadingRules(take: "Y")).string == "<…> b c d<…>")
    let first = "<p><app><rdg wit='#Y'><witStart/></rdg></app>a</p>"
    #expect(try teiText(first, TEIReadingRules(take: "Y")).string == "a")
  }

  // MARK: Header

  @Test func theHeaderDescribesTheWitness() throws {
    let header = """
      <sourceDesc><msDesc><msIdentifier><settlement>Moscow</settlement><repository>RGASPI</repository>
      <collection>f. 64</collection><collection>op. 1</collection><idno>d. 17</idno></msIdentifier>
      <msContents><textLang mainLang='ru'/><msItem><locus>ff. 1–2</locus></msItem></msContents>
      <physDesc><objectDesc><p>Typescript.</p></objectDesc></physDesc>
      <history><origin><origDate when='1920-07-07'>7 July</origDate></origin></history>
      </msDesc></sourceDesc>
      """
    let witness = try teiWitnesses(teiFile("<p>a</p>", header: header))[0]
    #expect(witness.siglum == "letter")
    let description = witness.description
    #expect(description.title == "A letter")
    #expect(description.language == "ru")
    #expect(description.date == "1920-07-07")
    #expect(description.dating == "7 July")
    #expect(
      description.holdings == [
        Holding(
          settlement: "Moscow", repository: "RGASPI", shelfmark: "f. 64, op. 1, d. 17",
          locus: "ff. 1–2", form: "Typescript.")
      ])
  }

  @Test func theSiglumIsWhereTheFileHasIt() throws {
    let one = "<sourceDesc><listWit><witness xml:id='Q'>Codex Q</witness></listWit></sourceDesc>"
    #expect(try teiWitnesses(teiFile("<p>a</p>", header: one))[0].siglum == "Q")
    #expect(try teiWitnesses(teiFile("<p>a</p>", header: one), siglum: "Z")[0].siglum == "Z")
    let idno =
      "<sourceDesc><msDesc><msIdentifier><idno type='siglum'>P⁶⁶</idno></msIdentifier></msDesc>"
      + "</sourceDesc>"
    #expect(try teiWitnesses(teiFile("<p>a</p>", header: idno))[0].siglum == "P⁶⁶")
    let root = "<TEI xml:id='R' xml:lang='la'><text><body><p>a</p></body></text></TEI>"
    #expect(try teiWitnesses(root)[0].siglum == "R")
    #expect(try teiWitnesses(root)[0].description.language == "la")
  }

  // MARK: Places

  @Test func everyWordHasItsPlaceInTheFile() throws {
    let xml = """
      <TEI><text><body>
      <p>one <hi>t<hi>w</hi>o</hi>
        é&amp;x  three<lb break="no"/>
      fo<choice><orig>u</orig><reg>v</reg></choice>r <supplied>five</supplied>
      <gap/> s&#105;x</p>
      </body></text></TEI>
      """
    let witness = try teiWitnesses(xml)[0]
    let text = witness.text
    #expect(text.string == "one two é&x threefour [five] <…> six")
    let lines = text.lineTable()
    let all = xml.split(separator: "\n", omittingEmptySubsequences: false)
    // Every byte that stands for itself is found again at its place.
    var found = 0
    for (offset, byte) in text.bytes.enumerated() where byte & 0xC0 != 0x80 {
      let scalar = XMLCharacters.scalar(in: text.bytes, at: offset).value
      guard let scalar = Unicode.Scalar(scalar), !" []<…>&i".unicodeScalars.contains(scalar) else {
        continue
      }
      let place = lines.place(at: offset)
      let line = Array(all[place.line - 1].unicodeScalars)
      #expect(line[place.column - 1] == scalar, "\(offset) at \(place)")
      #expect(Array(xml.utf8)[place.offset] == byte)
      found += 1
    }
    #expect(found == 22)
    func place(_ word: String) -> String {
      let offset = text.string.prefix(upTo: text.string.range(of: word)!.lowerBound).utf8.count
      let place = lines.place(at: offset)
      return "\(place.line):\(place.column)"
    }
    #expect(place("[five]") == "4:58")
    #expect(place("<…>") == "5:1")
    #expect(place("ix") == "5:9")
  }

  @Test func pagesAndLinesAreCounted() throws {
    let text = try teiText(
      "<pb n='3'/><p><lb/>one <lb/>two<lb n='12a'/>three <pb n='4r'/><cb n='a'/><lb/>four</p>")
    func reference(_ word: String) -> [String?] {
      let offset = text.string.prefix(upTo: text.string.range(of: word)!.lowerBound).utf8.count
      let reference = text.pageLines.reference(at: offset)
      return [reference?.page, reference?.column, reference?.line]
    }
    #expect(reference("one") == ["3", nil, "1"])
    #expect(reference("two") == ["3", nil, "2"])
    #expect(reference("three") == ["3", nil, "12a"])
    #expect(reference("four") == ["4r", "a", "1"])
    #expect(try teiText("<p>a</p>").pageLines.reference(at: 0) == nil)
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
