import Testing

@testable import Collate

/// Where a report of a check may be written, and in which format.
@Suite struct ReportPlaceTests {
  private let workshop: Workshop

  /// One edition of two witnesses and its apparatus.
  init() throws {
    workshop = try Workshop()
    try workshop.subfolder("w/a")
    try workshop.subfolder("apparatus")
    try workshop.file("w/a/T.txt", "The enemy has 3,000 bayonets.\n")
    try workshop.file("w/a/M.txt", "The enemy has 9,000 bayonets.\n")
    #expect(try run("collate w/a -o apparatus/a.xml").code == 0)
  }

  private func run(_ line: String) throws -> Workshop.Outcome {
    try BuiltProgram.shell(line, in: workshop.folder)
  }

  /// Each of these would destroy what is checked or what was accepted.
  @Test(arguments: [
    ("w/a --against apparatus", "w/a/T.txt", "is a witness and would be overwritten"),
    ("w/a --against apparatus", "w/a/N.txt", "would be taken for a witness by the next run"),
    ("w/a --against apparatus", "w/a/edition.json", "would be taken for a witness"),
    ("w/a --against apparatus", "apparatus/a.xml", "is what was accepted and would be overwritten"),
    ("w/a/T.txt w/a/M.txt --against apparatus/a.xml", "w/a/M.txt", "is a witness"),
    ("w/a/T.txt w/a/M.txt --against apparatus/a.xml", "./apparatus/a.xml", "is what was accepted"),
    ("w/a --against w/a", "w/a/M.txt", "is a witness and would be overwritten"),
    ("w/a/T.txt w/a/M.txt", "w/a/M.txt", "is a witness and would be overwritten"),
  ]) func aReportDestroysNothing(_ check: String, _ file: String, _ words: String) throws {
    let summary = check.contains("--against") ? ["--summary"] : []
    for option in ["-f text -o"] + summary {
      let before = try run("cat w/a/* apparatus/*").text
      let outcome = try run("collate check \(check) \(option) \(file)")
      #expect(outcome.code == 2 && outcome.errors.contains("\(file): \(words)"), "\(outcome)")
      #expect(try run("cat w/a/* apparatus/*").text == before)
    }
  }

  /// An edition file may name a witness of any ending.
  @Test func aWitnessOfTheEditionFileIsNotOverwritten() throws {
    try workshop.file("w/a/P.page", "The enemy has 9,000 bayonets.\n")
    try workshop.file("w/a/edition.json", #"{"witnesses": ["T.txt", "P.page"]}"#)
    let outcome = try run("collate check w/a --against apparatus -o w/a/P.page")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("w/a/P.page: is a witness and would be overwritten"))
    #expect(try workshop.contents("w/a/P.page").hasPrefix("The enemy"))
  }

  /// Pages of a witness lie in folders of the edition.
  @Test func aPageIsNotOverwritten() throws {
    let page =
      "<PcGts><Page><TextRegion><TextLine><TextEquiv><Unicode>The enemy</Unicode></TextEquiv>"
      + "</TextLine></TextRegion></Page></PcGts>"
    for file in ["p/T/1.xml", "p/M/1.xml"] {
      try workshop.subfolder(String(file.dropLast(6)))
      try workshop.file(file, page)
    }
    for witnesses in ["p", "T=p/T M=p/M"] {
      let outcome = try run("collate check \(witnesses) --against apparatus/a.xml -o p/T/1.xml")
      #expect(outcome.code == 2 && outcome.errors.contains("is a witness"), "\(outcome)")
      #expect(try workshop.contents("p/T/1.xml") == page)
    }
  }

  @Test func reportAndSummaryAreTwoFiles() throws {
    let outcome = try run("collate check w/a --against apparatus -o r.txt --summary ./r.txt")
    #expect(outcome.code == 2)
    #expect(outcome.errors == "./r.txt: is the same file as r.txt; leave out one\n")
  }

  /// Beside witnesses in plain text a report in XML is no witness.
  @Test func otherPlacesAreFree() throws {
    for file in ["r.txt", "w/r.txt", "apparatus/r.txt", "w/a/r.xml", "w/a/r.sarif", "w/a/r.json"] {
      for _ in 0..<2 {
        let outcome = try run("collate check w/a --against apparatus -o \(file)")
        #expect(outcome.code == 0, "\(file): \(outcome.errors)")
      }
    }
  }

  @Test(arguments: [
    ("-o r.json", "{\n  \"format\": 1,"), ("-o r.XML", "<?xml"), ("-o r.sarif", "{\n  \"$schema\""),
    ("-o r.txt", "No drift"), ("-o r.log", "No drift"), ("-f gitlab -o r.json", "["),
    ("-f text -o r.xml", "No drift"), ("-f junit -o r", "<?xml"),
  ]) func theEndingNamesTheFormatUnlessTheOptionDoes(_ options: String, _ start: String) throws {
    let outcome = try run("collate check w/a --against apparatus \(options)")
    #expect(outcome.code == 0 && outcome.text == "", "\(outcome)")
    let file = String(options.split(separator: " ").last ?? "")
    #expect(try workshop.contents(file).hasPrefix(start))
  }

  /// A folder of apparatus has one for each folder of witnesses, not for files.
  @Test func filesNeedTheApparatusItself() throws {
    let outcome = try run("collate check w/a/T.txt w/a/M.txt --against apparatus")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors
        == "apparatus: has no file of the name of a witness; name the apparatus itself, as in "
        + "--against apparatus/NAME.xml\n")
  }
}
