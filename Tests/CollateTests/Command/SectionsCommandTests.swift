import Foundation
import Testing

@testable import Collate

/// One file with several witnesses from the command line.
@Suite struct SectionsCommandTests {
  private let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private static let texts = [
    ("T", "---\nrepository: RGASPI\n---\nThe enemy has 3,000 bayonets.\n\n[Stalin]: Decide.\n"),
    ("M", "The enemy has 9,000 bayonets.\n\n[Stalin]: Decide <…> now.\n"),
    ("B", "\u{FEFF}The enemy has bayonets.\r\n\r\n[Stalin]: Decide."),
  ]

  private func joined(_ texts: [(String, String)]) -> String {
    texts.map { "== \($0.0) ==\n\n\($0.1)" }.joined(separator: "\n")
  }

  /// The files that the sections would be, and the one file.
  private func files() throws -> (one: String, each: [String]) {
    let each = try Self.texts.map { try workshop.file($0.0 + ".txt", $0.1) }
    return (try workshop.file("all.txt", joined(Self.texts)), each)
  }

  /// The apparatus does not tell whether the witnesses came in one file or in many.
  @Test func oneFileAndManyGiveTheSame() throws {
    let (one, each) = try files()
    for format in ["tei", "text", "json"] {
      let whole = try workshop.run(one, "-f", format)
      #expect(whole.code == 0 && whole.errors.isEmpty, "\(whole.errors)")
      #expect(try workshop.run(each[0], each[1], each[2], "-f", format).output == whole.output)
    }
    let mixed = try workshop.run(each[0], "M=" + one, "B=" + one, "-f", "tei")
    #expect(try workshop.run(one, "-f", "tei").output == mixed.output)
  }

  @Test func everyWitnessComesBack() throws {
    let (one, _) = try files()
    let apparatus = workshop.path("a.xml")
    #expect(try workshop.run(one, "-o", apparatus).code == 0)
    for (siglum, text) in Self.texts {
      let back = try workshop.run("extract", apparatus, "--witness", siglum)
      #expect(back.output == Array(text.utf8))
    }
    #expect(try workshop.run("check", one, "--against", apparatus).code == 0)
  }

  /// A finding stands where a person finds it in the one file.
  @Test func findingsNameLinesOfTheFile() throws {
    let (one, _) = try files()
    let apparatus = workshop.path("a.xml")
    _ = try workshop.run(one, "-o", apparatus)
    let changed = joined(Self.texts).replacing("9,000", with: "8,000")
    try workshop.file("all.txt", changed)
    let line = changed.prefix { $0 != "8" }.count { $0.isNewline } + 1
    let found = try workshop.run("check", one, "--against", apparatus)
    #expect(found.code == 1)
    #expect(found.text.hasPrefix("\(one):\(line):15: error: numeral"), "\(found.text)")
    let added = changed + "\n== C ==\nThe enemy.\n"
    try workshop.file("all.txt", added)
    let coming = try workshop.run("check", one, "--against", apparatus)
    let last = added.count { $0.isNewline } - 1
    #expect(coming.text.contains("\(one):\(last):1: "), "\(coming.text)")
    #expect(try workshop.run("check", one, "--against", apparatus, "--update").code == 0)
    #expect(try workshop.run("check", one, "--against", apparatus).code == 0)
  }

  @Test func anEditionFileOrdersAndChooses() throws {
    try workshop.file("all.txt", joined(Self.texts))
    try workshop.file("C.txt", "The enemy.\n")
    func sigla(_ json: String) throws -> [String] {
      try workshop.file("edition.json", json)
      let loader = WitnessLoader()
      let inputs = [WitnessInput(path: workshop.folder)]
      return try loader.load(inputs, editionFile: loader.editionFile(for: inputs)).witnesses
        .map(\.siglum)
    }
    #expect(try sigla("{}") == ["C", "T", "M", "B"])
    #expect(try sigla(#"{"witnesses": ["all.txt", "C.txt"]}"#) == ["T", "M", "B", "C"])
    let chosen = #"""
      {"witnesses": [{"file": "all.txt", "siglum": "B"}, "C.txt",
        {"file": "all.txt", "siglum": "T", "title": "Tape"}]}
      """#
    #expect(try sigla(chosen) == ["B", "C", "T"])
    let apparatus = workshop.path("a.xml")
    #expect(try workshop.run(workshop.folder, "-o", apparatus).code == 0)
    #expect(try workshop.contents("a.xml").contains("<title>Tape</title>"))
    #expect(try workshop.run("check", workshop.folder, "--against", apparatus).code == 0)
    #expect(
      try workshop.run("check", workshop.folder, "--against", apparatus, "--update").errors == "")
    try workshop.file("edition.json", #"{"options": {"sections": "none"}}"#)
    #expect(try workshop.run(workshop.folder).text.contains("C (base), all"))
  }

  /// Text that begins with headings of its own is divided openly or not at all.
  @Test func chaptersAreNotTakenForWitnessesInSilence() throws {
    let text = "== One ==\nThe cat.\n== Two ==\nThe dog.\n"
    let a = try workshop.file("a.txt", text)
    let b = try workshop.file("b.txt", text.replacing("dog", with: "fox"))
    let clash = try workshop.run(a, b)
    #expect(clash.code == 2)
    #expect(clash.errors.hasPrefix("\(b):1:1: has the siglum One, as has \(a);"))
    #expect(clash.errors.contains("change the heading, or say --sections none"))
    let named = try workshop.run("A=" + a, "B=" + b)
    #expect(named.code == 2 && named.errors.contains("--sections none"), "\(named.errors)")
    let whole = try workshop.run(a, b, "--sections", "none")
    #expect(whole.code == 0 && whole.text.contains("dog] fox b"), "\(whole.text)\(whole.errors)")
  }

  @Test func aTextThatIsNotDividedSaysWhy() throws {
    let a = try workshop.file("a.txt", "Letters\n\n== A ==\none\n== B ==\ntwo\n")
    let outcome = try workshop.run(a)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("\(a):3:1: warning: is read as text"), "\(outcome.errors)")
    let asked = try workshop.run(a, "--sections", "none")
    #expect(!asked.errors.contains("heading") && asked.errors.contains("only witness"))
  }

  @Test func aWitnessWithoutWordsIsNamedByItsHeading() throws {
    let a = try workshop.file("a.txt", "== A ==\none\n\n== B ==\n\n== C ==\none\n")
    let outcome = try workshop.run(a)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "\(a):4:1: warning: has no words; is it the right file?\n")
  }

  @Test func placesToBeExplainedAreThoseOfTheFile() throws {
    let a = try workshop.file("a.txt", "== A ==\n\none two\n\n== B ==\none three\n")
    let outcome = try workshop.run(a, "--explain", "B:6:5")
    #expect(outcome.code == 0 && outcome.text.contains("three"), "\(outcome.errors)")
    #expect(try workshop.run(a, "--explain", "\(a):6:5").output == outcome.output)
    #expect(try workshop.run(a, "--explain", "\(a):3:5").output == outcome.output)
    #expect(try workshop.run(a, "--explain", "B:3").errors.contains("lines 6 to 7"))
    #expect(try workshop.run(a, "--explain", "\(a):5").errors.contains("nothing that is compared"))
    #expect(try workshop.run(a, "--explain", "\(a):1").errors.contains("lines 3 to 7"))
  }

  @Test func errorRatesTakeTheFirstAsReference() throws {
    let a = try workshop.file("a.txt", "== T ==\none two\n\n== A ==\none three\n")
    let outcome = try workshop.run("check", a, "--max-cer", "1")
    #expect(outcome.code == 0)
    #expect(outcome.text.hasPrefix("reference: T (\(a))"), "\(outcome.text)\(outcome.errors)")
  }

  /// What the document shows is what the program makes of it.
  @Test func theShownExampleIsReal() throws {
    let document = try SampleTests.contents("docs/TEXT-WITNESSES.md")
    let shown = document.components(separatedBy: "```text\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    try #require(shown.count == 2)
    let outcome = try workshop.run(try workshop.file("all.txt", shown[0]))
    #expect(outcome.text == shown[1] && outcome.errors.isEmpty)
    #expect(document.contains(CommandOption.sections.written))
  }

  @Test func tagsAreNotComparedInSilence() throws {
    let page = try workshop.file("a.txt", "<html><p>one</html>")
    let tei = try workshop.file("b.txt", "<TEI><text>one</text></TEI>")
    let comment = try workshop.file("c.md", "<!-- a remark -->\n# one")
    let outcome = try workshop.run(page, tei, comment)
    #expect(outcome.code == 0)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(outcome.errors)")
    #expect(lines.first?.hasPrefix("\(page): warning: begins like HTML") == true)
    #expect(lines.last?.hasSuffix("rename it to .xml") == true)
    let json = try workshop.file("w.json", #"{"witnesses":[{"id":"A","content":"<html>"}]}"#)
    #expect(try !workshop.run(json, comment).errors.contains("HTML"))
    let named = try workshop.file("p.html", "<html>")
    let refused = try workshop.run(named, comment)
    #expect(refused.code == 2 && refused.errors.contains("pandoc -f html -t plain"))
  }
}
