import Testing

@testable import Collate

/// Witnesses in XML from the command line: what the options do, and what a person is told.
@Suite struct XMLWitnessCommandTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func file(_ name: String, _ body: String) throws -> String {
    try workshop.file(name, teiFile(body))
  }

  @Test func optionsReachTheReaders() throws {
    let choice = "<choice><orig>ye</orig><reg>the</reg></choice>"
    let a = try file("A.xml", "<p>one <hi>two</hi> \(choice)</p>")
    let b = try file("B.xml", "<p>one two the</p>")
    let plain = try workshop.run(a, b, "--exit-code", "--ignore", "spelling")
    #expect(plain.code == 0, "\(plain.errors)\(plain.text)")
    let regular = try workshop.run(a, b, "--exit-code", "--choice", "reg")
    #expect(regular.code == 0, "\(regular.errors)\(regular.text)")
    let element = "hi=significant"
    let strict = try workshop.run(a, b, "--exit-code", "--choice", "reg", "--tei-element", element)
    #expect(strict.code == 1)
    let layered = try workshop.run(
      try file("C.xml", "<p>one <del>two</del><add>three</add></p>"), "--layers", "--exit-code")
    #expect(layered.code == 1)
    #expect(layered.text.contains("C (a.c.)") && layered.text.contains("C (p.c.)"))
  }

  /// Two readings that print alike would be an entry that nobody understands.
  @Test func markupThatCountsIsPrintedWhereItIsAllThatDiffers() throws {
    let a = try file("A.xml", "<p>one <hi>two three</hi> four <hi>five</hi> six</p>")
    let b = try file("B.xml", "<p>one two three four <hi>nine</hi> six</p>")
    let outcome = try workshop.run(a, b, "--tei-element", "hi=significant")
    let entries = "\n\n1  <hi>two three</hi>] two three B | five] nine B\n"
    #expect(outcome.text.hasSuffix(entries), "\(outcome.text)")
  }

  /// The text taken out has fewer lines than the file, whose lines a person counts.
  @Test func aLateLineOfAnXMLFileIsExplained() throws {
    let body = String(repeating: "<!-- a long remark -->\n", count: 40) + "<p>one two</p>"
    let a = try file("A.xml", body)
    let b = try file("B.xml", body.replacing("two", with: "three"))
    let table = try WitnessReader().read(InputBytes(path: a))[0].text.lineTable()
    let line = table.place(at: 0).line
    #expect(line > 40)
    let explained = try workshop.run(a, b, "--explain", "A:\(line)")
    #expect(explained.code == 0 && explained.text.contains("three"), "\(explained.errors)")
    let beyond = try workshop.run(a, b, "--explain", "A:\(line + 9)")
    #expect(beyond.code == 2)
  }

  @Test func oneWitnessOfAnEditionIsTaken() throws {
    let edition = try workshop.file("E.xml", TEIWitnessChoiceTests.apparatus)
    let text = try workshop.file("A.txt", "x a y d e f z\n")
    #expect(try workshop.run(edition, "X=" + text, "--take", "A", "--exit-code").code == 0)
    #expect(try workshop.run(edition, "X=" + text, "--take", "C", "--exit-code").code == 1)
    let missing = try workshop.run(edition, "X=" + text, "--take", "B")
    #expect(missing.code == 2)
  }

  /// Where the header lists no witnesses, those that readings name are there to choose from.
  @Test func whatCanBeTakenIsNamed() throws {
    let app = "<app><lem wit=\"#A #B\">x</lem><rdg wit=\"#C\">y</rdg></app>"
    let edition = try file("E.xml", "<p>a \(app) b \(app)</p>")
    let outcome = try workshop.run(edition, "--take", "D")
    #expect(outcome.code == 2)
    #expect(outcome.errors == "\(edition): has no witness “D”; choose from A, B, C\n")
  }

  @Test func faultsAreToldWithTheirPlace() throws {
    let good = try file("G.xml", "<p>a</p>")
    func trouble(_ xml: String, _ words: String...) throws {
      let bad = try workshop.file("bad.xml", xml)
      let outcome = try workshop.run(good, bad)
      #expect(outcome.code == 2)
      for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    }
    try trouble("<TEI>\n <a></TEI>", "bad.xml:2:5:", "</TEI> where </a> should stand")
    try trouble("<!DOCTYPE TEI SYSTEM 'x'><TEI/>", "bad.xml:1:1:", "never read")
    try trouble("<?xml version='1.0' encoding='EBCDIC-US'?><TEI/>", "EBCDIC-US")
    try trouble("<mets/>", "bad.xml: is XML of a kind that is not read, <mets>")
    try trouble("<html/>", "bad.xml: is HTML, which is not read; turn it into plain text")
    let mode = try workshop.run(good, good, "--tei-element", "hi=loud")
    #expect(mode.code == 2 && mode.errors.contains("hi=loud"))
  }
}
