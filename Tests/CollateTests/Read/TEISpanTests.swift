import Testing

@testable import Collate

/// Additions and deletions that are marked by their ends, and words and blocks in several parts.
@Suite struct TEISpanTests {
  /// Body, final text, text before correction.
  static let spans: [(String, String, String)] = [
    ("<p>a <delSpan spanTo='#e'/>b c<anchor xml:id='e'/> d</p>", "a d", "a b c d"),
    ("<p>a <addSpan spanTo='#e'/>b c<anchor xml:id='e'/> d</p>", "a b c d", "a d"),
    // Over the borders of elements, which stay.
    (
      "<p>a <delSpan spanTo='#e'/>b</p><p>c<anchor xml:id='e'/> d</p>", "a\n\nd", "a b\n\nc d"
    ),
    (
      "<p>a <hi>b <delSpan spanTo='#e'/>c</hi> d<anchor xml:id='e'/> e</p>", "a b e", "a b c d e"
    ),
    ("<p><hi>a <delSpan spanTo='e'/>b</hi>c<lb xml:id='e'/>d</p>", "a d", "a bc d"),
    // It ends with the end of an element that holds something.
    ("<p>a <delSpan spanTo='#e'/>b <w xml:id='e'>c</w> d</p>", "a d", "a b c d"),
    // Two that overlap, and two that end together.
    (
      "<p><delSpan spanTo='#e'/>a <delSpan spanTo='#f'/>b<anchor xml:id='e'/> c"
        + "<anchor xml:id='f'/> d</p>", "d", "a b c d"
    ),
    (
      "<p><delSpan spanTo='#e'/>a <addSpan spanTo='#e'/>b<anchor xml:id='e'/> c</p>", "c", "a c"
    ),
    // The end stands in an element that is passed over.
    ("<p>a <delSpan spanTo='#e'/>b<note>n<anchor xml:id='e'/></note> c</p>", "a c", "a b c"),
    ("<p>a <delSpan spanTo='#e'/>b <del>x<anchor xml:id='e'/></del>c</p>", "a c", "a b xc"),
    (
      "<p>a <delSpan spanTo='#e'/><choice><sic>b</sic><corr>c<anchor xml:id='e'/></corr></choice>"
        + " d</p>", "a d", "a b d"
    ),
    // What was deleted stands again.
    ("<p>a <restore><delSpan spanTo='#e'/>b</restore><anchor xml:id='e'/> c</p>", "a b c", "a b c"),
    // No word grows over a deletion, and none falls apart.
    ("<p>wo<delSpan spanTo='#e'/> x <anchor xml:id='e'/>rd</p>", "word", "wo x rd"),
    (
      "<p>wo <delSpan spanTo='#e'/>x<lb break='no'/>y<anchor xml:id='e'/> rd</p>", "wo rd",
      "wo xy rd"
    ),
    ("<p>a-<delSpan spanTo='#e'/><lb break='no'/>b<anchor xml:id='e'/> c</p>", "a- c", "ab c"),
    (
      "<p><supplied>a <delSpan spanTo='#e'/>b</supplied> c<anchor xml:id='e'/> d</p>", "[a] d",
      "[a b] c d"
    ),
    ("<p>a <delSpan spanTo='#e'/><gap/> <anchor xml:id='e'/>b</p>", "a b", "a <…> b"),
    (
      "<p xml:space='preserve'>a <delSpan spanTo='#e'/> b&#10; <anchor xml:id='e'/>c</p>", "a c",
      "a  b\n c"
    ),
  ]

  @Test(arguments: spans) func stretchesAreCorrections(
    _ body: String, _ final: String, _ before: String
  ) throws {
    #expect(try teiText(body).string == final)
    var rules = TEIReadingRules.standard
    rules.hasLayers = true
    let layers = try teiWitnesses(teiFile(body), rules)
    #expect(layers.map(\.siglum) == ["letter (a.c.)", "letter (p.c.)"])
    #expect(layers.map(\.text.string) == [before, final])
  }

  @Test func modesDecideWithoutLayers() throws {
    let body =
      "<p>a<delSpan spanTo='#d'/> b<anchor xml:id='d'/><addSpan spanTo='#e'/> c<anchor xml:id='e'/></p>"
    var rules = TEIReadingRules.standard
    rules.elements = ["delSpan": .tag, "addSpan": .hide]
    #expect(try teiText(body, rules).string == "a b")
  }

  /// A stretch that begins in a reading not wanted ends with it.
  @Test func readingsTakeTheirStretchesWithThem() throws {
    let body = """
      <p>a <app><rdg wit='#A'>b <delSpan spanTo='#e'/>c</rdg><rdg wit='#B'>d</rdg></app> e\
      <anchor xml:id='e'/> f</p>
      """
    var rules = TEIReadingRules.standard
    rules.take = "B"
    #expect(try teiText(body, rules).string == "a d e f")
    rules.take = "A"
    #expect(try teiText(body, rules).string == "a b f")
  }

  @Test(arguments: [
    ("<p>a <delSpan spanTo='#x'/>b</p>", "delSpan", "x"),
    ("<p>a<anchor xml:id='x'/> <addSpan spanTo='#x'/>b</p>", "addSpan", "x"),
    ("<p>a <delSpan/>b</p>", "delSpan", ""),
  ]) func anEndThatIsNotThereIsRefused(_ body: String, _ element: String, _ pointer: String) throws
  {
    let error = #expect(throws: ReadError.self) { try teiText(body) }
    #expect(error?.problem == .unendedSpan(element: element, pointer: pointer))
    #expect(error?.place?.line == 6)
    #expect(error?.message.what.contains("<\(element)>") == true)
  }

  @Test func noMoreThanAFewAreOpenAtOnce() throws {
    func body(_ count: Int) -> String {
      let starts = (0..<count).map { "<delSpan spanTo='#e\($0)'/>" }
      return
        "<p>\(starts.joined())x\((0..<count).map { "<anchor xml:id='e\($0)'/>" }.joined())y</p>"
    }
    let limit = XMLLimits.standard.corrections
    #expect(try teiText(body(limit)).string == "y")
    let error = #expect(throws: ReadError.self) { try teiText(body(limit + 1)) }
    #expect(error?.problem == .tooMuchXML(.corrections, limit: limit))
  }

  // MARK: Parts

  private func drawn(_ body: String) throws -> String {
    let text = try teiText(body)
    let tokens = Tokenizer().tokenize(Witness(siglum: "A", description: .init(), text: text)).tokens
    return "|" + tokens.map { text.string($0.written) + "|" }.joined()
  }

  @Test(arguments: [
    ("<p><w part='I'>wo</w><lb/><w part='F'>rd</w> <w>b</w></p>", "|word|b|"),
    (
      "<p><w part='I'>w</w>\n<w part='M'>o</w>\n<pb/><fw>f</fw><cb/>\n<w part='F'>rd</w></p>",
      "|word|"
    ),
    ("<p><w part='I'>wo-</w><lb/><w part='F'>rd</w></p>", "|word|"),
    ("<p><w part='I'>wo</w><pc>-</pc><lb/><w part='F'>rd</w><pc>.</pc></p>", "|word|.|"),
    ("<p><w part='I'>a.b</w></p><p><w part='F'>c.d</w> e</p>", "|a.bc.d|e|"),
    ("<p><seg type='word' part='I'>wo</seg><lb/><seg type='word' part='F'>rd</seg></p>", "|word|"),
    ("<p><w xml:id='a' next='#b'>wo</w> <lb/> <w xml:id='b'>rd</w></p>", "|word|"),
    ("<p><w xml:id='a'>wo</w> <lb/> <w prev='#a'>rd</w></p>", "|word|"),
    // No part of the word before.
    ("<p><w part='I'>wo</w> x <w part='F'>rd</w></p>", "|wo|x|rd|"),
    ("<p><w part='I'>a</w><pc>,</pc> <w part='F'>b</w></p>", "|a|,|b|"),
    ("<p><w part='N'>a</w><w part='N'>b</w></p>", "|a|b|"),
    ("<p><w xml:id='a' next='#c'>a</w> <w xml:id='b'>b</w></p>", "|a|b|"),
    // Parts of a text that is no word stand as they stand.
    ("<p><seg part='I'>a</seg> <seg part='F'>b</seg></p>", "|a|b|"),
    // A line ends inside a word.
    ("<p><w>wo<lb/>rd</w></p>", "|word|"),
    ("<p><w>wo-\n<pb/><lb n='2'/>\nrd</w> x</p>", "|word|x|"),
    ("<p><w>New<lb break='yes'/>York</w></p>", "|New York|"),
    // What holds paragraphs is no word.
    ("<pc><p>a b</p><p>c</p></pc>", "|a|b|c|"),
  ]) func partsAreOneWord(_ body: String, _ expected: String) throws {
    #expect(try drawn(body) == expected)
  }

  /// A hyphen that is not the word's takes its own mark of punctuation with it.
  @Test func aHyphenLeavesNoBorderBehind() throws {
    #expect(try drawn("<p><w>wo<pc>-</pc><lb break='no'/>rd</w> b</p>") == "|word|b|")
    let text = try teiText("<p>wo<hi>-</hi><lb break='no'/>rd <hi>b-</hi><lb break='no'/>c</p>")
    #expect(text.string == "word bc")
    #expect(text.markup.map { text.string($0.range) } == ["b"])
    #expect(try teiText("<p>wo-<damage><lb break='no'/>r</damage>d</p>").string == "word")
  }

  @Test(arguments: [
    ("<w part='I' norm='The'>Þ</w><lb/><w part='F' norm='re'>er</w>", "there"),
    ("<w part='I' norm='there'>Þ</w><lb/><w part='F' norm='there'>er</w>", "there"),
    ("<w part='I' norm='there'>Þ</w><lb/><w part='F'>er</w>", "there"),
  ]) func partsAreComparedAsOne(_ body: String, _ form: String) throws {
    let witness = Witness(siglum: "A", description: .init(), text: try teiText("<p>\(body)</p>"))
    let lexicon = Normalizer().normalize([Tokenizer().tokenize(witness)]).lexicon
    #expect(lexicon.forms.map(\.spelling) == [form])
  }

  @Test(arguments: [
    ("<ab part='I'>a</ab><pb/><ab part='M'>b</ab> <ab part='F'>c</ab><ab>d</ab>", "a b c\n\nd"),
    ("<lg part='I'><l part='I'>a</l></lg><lg part='F'><l part='F'>b</l><l>c</l></lg>", "a b\nc"),
    ("<ab part='I'>a</ab><ab>b</ab>", "a\n\nb"),
    ("<ab part='I'><w part='I'>wo</w></ab><pb/><ab part='F'><w part='F'>rd</w></ab>", "word"),
  ]) func blocksInPartsAreOne(_ body: String, _ expected: String) throws {
    #expect(try teiText(body).string == expected)
  }

  // MARK: Transposition

  @Test(arguments: [
    "<TEI><text><body><p><seg xml:id='a'>a</seg> b<metamark>x</metamark></p></body>"
      + "<back><listTranspose><transpose><ptr target='#a'/></transpose></listTranspose></back></text></TEI>",
    "<TEI><teiHeader><profileDesc><listTranspose><transpose/></listTranspose></profileDesc>"
      + "</teiHeader><text><body><p>a b</p></body></text></TEI>",
  ]) func aTranspositionIsToldAndNotMade(_ xml: String) throws {
    let witness = try teiWitnesses(xml)[0]
    #expect(witness.text.string == "a b")
    #expect(witness.doubts.map(\.problem) == [.transposition])
    #expect(witness.doubts[0].place?.line == 1)
    #expect(witness.doubts[0].warning.severity == .warning)
  }

  // MARK: In an apparatus

  private func extracted(_ body: String) throws -> [String: String] {
    let xml = teiFile(
      body,
      header:
        "<sourceDesc><listWit><witness xml:id='A'/><witness xml:id='B'/></listWit></sourceDesc>")
    let read = try ApparatusReader().read(InputBytes(path: "a.xml", bytes: Array(xml.utf8)))
    return Dictionary(uniqueKeysWithValues: read.witnesses.map { ($0.siglum, $0.text.string) })
  }

  @Test func anApparatusKnowsThemToo() throws {
    let app = "<app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app>"
    #expect(
      try extracted("<p>\(app) <w part='I'>wo</w>\n<lb/><w part='F'>rd</w></p>")
        == ["A": "x word", "B": "y word"])
    #expect(
      try extracted("<p>\(app) a <delSpan spanTo='#e'/>b</p><p>c <anchor xml:id='e'/>d</p>")
        == ["A": "x a\n\nd", "B": "y a\n\nd"])
    #expect(
      try extracted(
        "<p><app><lem wit='#A'>x<delSpan spanTo='#e'/></lem><rdg wit='#B'>y</rdg></app> b"
          + "<anchor xml:id='e'/> c</p>") == ["A": "x c", "B": "y b c"])
    #expect(throws: ReadError.self) { try extracted("<p>\(app) <delSpan spanTo='#e'/>b</p>") }
    #expect(throws: ReadError.self) {
      try extracted("<p>\(app) <delSpan spanTo='#e'/>b<note><anchor xml:id='e'/></note></p>")
    }
  }
}
