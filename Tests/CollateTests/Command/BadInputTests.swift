import Foundation
import Testing

@testable import Collate

/// What a person can do wrong, and what the program says to it.
@Suite struct BadInputTests {
  private let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private func file(_ name: String, _ text: String) throws -> String {
    try workshop.file(name, text)
  }

  /// Two witnesses that are all right.
  private func pair() throws -> (String, String) {
    (try file("T.txt", "He has 3,000 men.\n"), try file("M.txt", "He has 9,000 men.\n"))
  }

  /// The message must be one line for a person: no dump of Swift's, no name of a type.
  private func expectTrouble(
    _ outcome: Workshop.Outcome, _ words: String..., at location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == 2, sourceLocation: location)
    #expect(outcome.output.isEmpty, "a result in spite of trouble", sourceLocation: location)
    #expect(outcome.errors.split(separator: "\n").count == 1, sourceLocation: location)
    for word in words {
      #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: location)
    }
    for dump in ["Error", "Swift", "Optional(", "ReadError", "problem:"] {
      #expect(!outcome.errors.contains(dump), "\(outcome.errors)", sourceLocation: location)
    }
  }

  @Test func missingFile() throws {
    let (t, _) = try pair()
    let missing = workshop.path("none.txt")
    expectTrouble(try workshop.run(t, missing), "\(missing): no such file")
  }

  @Test func folderWithoutWitnesses() throws {
    let empty = try workshop.subfolder("empty")
    expectTrouble(try workshop.run(empty), "\(empty): no witness in this folder")
  }

  @Test func folderAmongFiles() throws {
    let (t, _) = try pair()
    let folder = try workshop.subfolder("folder")
    expectTrouble(try workshop.run(t, folder), "\(folder): is a folder")
  }

  @Test func noWitnesses() throws {
    expectTrouble(try workshop.run(), "no witnesses named", "collate --help")
  }

  @Test func emptyWitnessIsAccepted() throws {
    let (t, _) = try pair()
    let empty = try file("E.txt", "")
    let outcome = try workshop.run(t, empty)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "\(empty): warning: has no words; is it the right file?\n")
    #expect(try workshop.run(t, empty, "-q").errors == "")
  }

  @Test func oneWitnessIsAccepted() throws {
    let (t, _) = try pair()
    let outcome = try workshop.run(t)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("\(t): warning: is the only witness"))
    #expect(outcome.text.contains("3,000"))
  }

  @Test func duplicateSiglum() throws {
    let (t, m) = try pair()
    expectTrouble(
      try workshop.run("A=" + t, "A=" + m), "\(m): has the siglum A, as has \(t)", "--siglum")
  }

  @Test func badSiglum() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(" =" + t, m), t, "cannot be a siglum", "--siglum NAME=FILE")
    expectTrouble(try workshop.run("--siglum", "T", t, m), "--siglum: “T”", "NAME=FILE")
    expectTrouble(
      try workshop.run("--siglum", "X=other.txt", t, m), "other.txt: is none of the witnesses")
  }

  @Test func invalidUTF8IsNamedByItsByte() throws {
    let (t, _) = try pair()
    let bad = try workshop.file("bad.txt", Array("one\ntwo ".utf8) + [0xC3, 0x28])
    expectTrouble(try workshop.run(t, bad), "\(bad):2:5: is not UTF-8 (byte 8", "iconv")
  }

  @Test func frontMatterIsNamedByItsLine() throws {
    let (t, _) = try pair()
    let bad = try file("bad.txt", "---\nsiglum: B\ndate: July\n---\ntext\n")
    expectTrouble(try workshop.run(t, bad), "\(bad):3:", "July", "1920-07-07")
  }

  @Test func malformedJSONIsNamedByItsPlace() throws {
    let bad = try file("bad.json", "{\"witnesses\": [\n  {\"id\": }]}")
    expectTrouble(try workshop.run(bad), "\(bad):2:10: not JSON: expected")
  }

  @Test func unknownOption() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(t, m, "--bas", "T"), "unknown option --bas", "“--base”")
    expectTrouble(try workshop.run(t, m, "-x"), "unknown option -x", "collate --help")
  }

  @Test func unknownFormat() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(t, m, "-f", "jsn"), "unknown format “jsn”", "“json”")
    expectTrouble(try workshop.run(t, m, "-f", "pdf"), "choose from text, tei, json")
    let out = workshop.path("out.pdf")
    expectTrouble(try workshop.run(t, m, "-o", out), "\(out): its ending", ".xml")
  }

  @Test func anEndingInPlaceOfAFormatIsUnderstood() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(t, m, "-f", "xml"), "unknown format “xml”", "“tei”")
  }

  @Test func theSameFileTwice() throws {
    let (t, _) = try pair()
    expectTrouble(try workshop.run(t, t), "\(t): is named twice as a witness")
  }

  @Test func aKeyAmongTheOptions() throws {
    _ = try pair()
    try workshop.file("edition.json", "{\"options\": {\"base\": \"T\"}}")
    expectTrouble(try workshop.run(workshop.folder), "“base” is no option here", "beside “options”")
  }

  @Test func anUnknownBaseIsToldOfTheFileThatNamesIt() throws {
    _ = try pair()
    let path = try file("edition.json", "{\"base\": \"Z\"}")
    expectTrouble(try workshop.run(workshop.folder), "\(path): “base” is “Z”", "choose from M, T")
    expectTrouble(try workshop.run(workshop.folder, "-b", "Q"), "collate: the base “Q” is none")
  }

  @Test func aLinkToNothingInAFolderIsNotPassedOver() throws {
    _ = try pair()
    try FileManager.default.createSymbolicLink(
      atPath: workshop.path("L.txt"), withDestinationPath: "nowhere.txt")
    expectTrouble(try workshop.run(workshop.folder), "L.txt: cannot be read: is a link to nowhere")
  }

  #if os(Linux)
    /// On other systems no file can have such a name.
    @Test func aNameThatIsNotUTF8InAFolderIsNotPassedOver() throws {
      _ = try pair()
      let name =
        Array(workshop.path("").utf8).map { CChar(bitPattern: $0) } + [-1] + ".txt".utf8CString
      let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
      #expect(descriptor >= 0)
      close(descriptor)
      let outcome = try workshop.run(workshop.folder)
      unlink(name)
      expectTrouble(outcome, "its name is not UTF-8; rename it")
    }
  #endif

  @Test func aCheckTellsOfFilesThatTheEditionDoesNotName() throws {
    let (t, _) = try pair()
    try workshop.file("edition.json", "{\"witnesses\": [\"T.txt\"]}")
    let accepted = try Workshop()
    let apparatus = accepted.path("a.xml")
    #expect(try workshop.run(t, "-q", "-o", apparatus).code == 0)
    let outcome = try workshop.run("check", workshop.folder, "--against", apparatus)
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("M.txt: warning: is not named in edition.json"))
  }

  @Test func unknownClass() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(t, m, "--only", "numerals"), "class “numerals”", "“numeral”")
    expectTrouble(try workshop.run(t, m, "--except", "x"), "choose from numeral, name")
    expectTrouble(try workshop.run(t, m, "--ignore", "cse"), "difference “cse”", "“case”")
    expectTrouble(try workshop.run(t, m, "--marks", "gaps"), "mark “gaps”", "“gap”")
  }

  @Test func unknownVerb() throws {
    expectTrouble(try workshop.run("help", "colate"), "no verb “colate”", "“collate”")
    expectTrouble(try workshop.run("hepl"), "hepl: no such file", "“help”")
  }

  /// A file is no terminal, so that color needs to be asked for.
  @Test func messagesAreColoredOnDemandOnly() throws {
    #expect(try !workshop.run("none.txt").errors.contains("\u{1B}"))
    #expect(try workshop.run("none.txt", "--color", "always").errors.contains("\u{1B}"))
    let (t, m) = try pair()
    #expect(try workshop.run(t, m, "--color=always").text.contains("\u{1B}"))
    #expect(try !workshop.run(t, m).text.contains("\u{1B}"))
  }

  @Test func unknownBase() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(t, m, "-b", "X"), "base “X”", "choose from M, T")
  }

  @Test func outputIntoMissingFolder() throws {
    let (t, m) = try pair()
    let out = workshop.path("none/out.txt")
    expectTrouble(try workshop.run(t, m, "-o", out), "\(out): the folder", "mkdir -p")
  }

  @Test func outputIsAFolder() throws {
    let (t, m) = try pair()
    let folder = try workshop.subfolder("out.txt")
    expectTrouble(try workshop.run(t, m, "-o", folder), "\(folder): is a folder")
  }

  @Test func sameOutputTwice() throws {
    let (t, m) = try pair()
    let (one, other) = (workshop.path("a.xml"), workshop.path("./a.xml"))
    expectTrouble(try workshop.run(t, m, "-o", one, "-o", one), "\(one): is named twice")
    expectTrouble(try workshop.run(t, m, "-o", one, "-o", other), "is the same file as \(one)")
  }

  @Test func outputThatIsAWitness() throws {
    let (t, m) = try pair()
    expectTrouble(try workshop.run(t, m, "-o", t), "\(t): is a witness")
    #expect(try workshop.contents("T.txt") == "He has 3,000 men.\n")
  }

  /// All outputs are proved before the first is written.
  @Test func oneBadOutputStopsAll() throws {
    let (t, m) = try pair()
    let good = workshop.path("good.txt")
    expectTrouble(try workshop.run(t, m, "-o", good, "-o", workshop.path("none/x.txt")))
    #expect(!FileManager.default.fileExists(atPath: good))
  }

  /// One line of a megabyte, through all rooms: anything quadratic in it would not come back.
  /// `.ci/run` does the same with 50 MB and the release build.
  @Test func longLine() throws {
    let line = String(repeating: "lorem ipsum dolor ", count: 4_000)
    let (a, b) = (try file("A.txt", line), try file("B.txt", line + "sit"))
    let outcome = try workshop.run(a, b, "-f", "json")
    #expect(outcome.code == 0)
    #expect(outcome.output.count > line.utf8.count)
  }
}
