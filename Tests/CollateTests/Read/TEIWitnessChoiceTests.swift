import Testing

@testable import Collate

/// One witness taken out of a text with an apparatus.
@Suite struct TEIWitnessChoiceTests {
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
}
