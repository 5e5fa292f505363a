import Foundation
import Testing

@testable import Collate

/// Witnesses whose pages are a file each.
@Suite struct PageFilesTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  /// A PAGE file as Transkribus writes it, with these lines in one region.
  private func page(_ lines: String...) -> String {
    let lines = lines.map { "<TextLine><TextEquiv><Unicode>\($0)</Unicode></TextEquiv></TextLine>" }
    return
      "<PcGts>\n<Page>\n<TextRegion>\n\(lines.joined(separator: "\n"))\n</TextRegion></Page></PcGts>"
  }

  private func alto(_ lines: String...) -> String {
    let lines = lines.map { "<TextLine>\($0)</TextLine>" }.joined(separator: "\n")
    return """
      <alto><Layout><Page ID="page_0" PHYSICAL_IMG_NR="0"><PrintSpace><TextBlock>
      \(lines)
      </TextBlock></PrintSpace></Page></Layout></alto>
      """
  }

  private func folder(_ name: String, _ files: [String: String]) throws -> String {
    let folder = try workshop.subfolder(name)
    for (file, text) in files { try workshop.file(name + "/" + file, text) }
    return folder
  }

  private func load(_ arguments: String...) throws(ReadError) -> [Witness] {
    let loader = WitnessLoader()
    let inputs = arguments.map(WitnessInput.init(argument:))
    return try loader.load(inputs, editionFile: loader.editionFile(for: inputs)).witnesses
  }

  private func problem(_ arguments: String...) -> ReadError? {
    do throws(ReadError) {
      let loader = WitnessLoader()
      let inputs = arguments.map(WitnessInput.init(argument:))
      _ = try loader.load(inputs, editionFile: loader.editionFile(for: inputs))
      return nil
    } catch { return error }
  }

  // MARK: Finding the pages

  /// An export that is named as an edition has its pages in a folder; what lies beside them is no
  /// witness.
  @Test func metadataOfAnExportIsNoWitness() throws {
    let export = try folder("e", ["metadata.xml": "<trpDocMetadata/>"])
    _ = try folder("e/page", ["1.xml": page("one"), "2.xml": page("two")])
    let witnesses = try load(export)
    #expect(witnesses.map(\.siglum) == ["page"])
    try workshop.file("e/metadata.xml", "<TEI><text><body><p>one</p></body></text></TEI>")
    #expect(try load(export).map(\.siglum) == ["metadata"])
  }

  @Test func aFolderWithASiglumIsAWitness() throws {
    let folder = try folder(
      "P",
      [
        "p10.xml": page("three"), "p2.xml": page("two"), "p1.XML": page("one wo¬", "rd"),
        "mets.xml": "<m:mets xmlns:m='x'/>", "p1.jpg": "", "notes.txt": "x", ".p3.xml": "x",
      ])
    let text = try load("X=" + folder)[0].text
    #expect(text.string == "one word\n\ntwo\n\nthree")
    #expect(try load("X=" + folder + "/")[0].siglum == "X")
    #expect(text.path == folder)
    #expect(text.paths == ["p1.XML", "p2.xml", "p10.xml"].map { folder + "/" + $0 })
    #expect(problem(folder, folder)?.problem == .isFolder)
  }

  /// What was read of the files when they were found is all that is needed of them.
  @Test func noPageIsReadTwice() throws {
    let path = try folder("P", ["1.xml": page("one wo¬"), "2.xml": page("rd two")])
    let found = try #require(try FolderOfPages.found(in: path))
    try FileManager.default.removeItem(atPath: path)
    #expect(try PageReader().read(found).text.string == "one word two")
  }

  /// Pages beside lists of files, or in a folder `page` beside them and the same pages as ALTO.
  @Test func theExportOfTranskribusIsRead() throws {
    let folder = try folder("P", ["mets.xml": "<mets/>", "metadata.xml": "<trpDocMetadata/>"])
    _ = try self.folder("P/page", ["0001_p.xml": page("one wo¬"), "0002_p.xml": page("rd two")])
    _ = try self.folder("P/alto", ["0001_p.xml": alto("<String CONTENT='other'/>")])
    let text = try load("P=" + folder)[0].text
    #expect(text.string == "one word two")
    #expect(text.paths[1] == folder + "/page/0002_p.xml")
    #expect(text.pageLines.reference(at: 9) == PageReference(page: "0002_p", line: "1"))
  }

  // MARK: The order of METS

  /// METS as Transkribus and OCR-D write it: files by their ids, then a division for each page.
  private func mets(_ files: [String: String], _ divisions: String) -> String {
    let locations = files.sorted { $0.key < $1.key }.map { id, href in
      "<ns3:file ID='\(id)'><ns3:FLocat LOCTYPE='OTHER' ns2:href='\(href)'/></ns3:file>"
    }
    return """
      <ns3:mets xmlns:ns3='http://www.loc.gov/METS/' xmlns:ns2='http://www.w3.org/1999/xlink'>
      <ns3:fileSec><ns3:fileGrp><ns3:fileGrp>\(locations.joined())</ns3:fileGrp></ns3:fileGrp>
      </ns3:fileSec>\(divisions.replacing("<", with: "<ns3:").replacing("<ns3:/", with: "</ns3:"))
      </ns3:mets>
      """
  }

  private static let names = ["A": "page/1.xml", "B": "page/2.xml", "C": "page/3.xml"]

  /// A row of divisions, each with its `@ORDER` if it has one, and the file it points to.
  private func map(_ pages: [(order: Int?, file: String)]) -> String {
    let divisions = pages.map { page in
      let order = page.order.map { " ORDER='\($0)'" } ?? ""
      return "<div\(order)><fptr FILEID='\(page.file)'/></div>"
    }
    return "<structMap TYPE='PHYSICAL'><div>\(divisions.joined())</div></structMap>"
  }

  /// The order of three pages in a folder with this METS, and what is doubtful in it.
  private func order(_ mets: String) throws -> (String, [ReadError.Problem]) {
    let folder = try folder("M", ["mets.xml": mets])
    _ = try self.folder(
      "M/page", ["1.xml": page("one"), "2.xml": page("two"), "3.xml": page("three")])
    let witness = try load("M=" + folder)[0]
    return (witness.text.string.replacing("\n\n", with: " "), witness.doubts.map(\.problem))
  }

  @Test func pagesComeInTheOrderOfMETS() throws {
    let shuffles: [([(order: Int?, file: String)], String)] = [
      ([(nil, "C"), (nil, "A"), (nil, "B")], "three one two"),
      ([(2, "A"), (10, "B"), (1, "C")], "three one two"),
      ([(1, "B"), (1, "A"), (1, "C")], "two one three"),
    ]
    for (pages, expected) in shuffles {
      let (text, doubts) = try order(mets(Self.names, map(pages)))
      #expect(text == expected && doubts.isEmpty)
    }
  }

  /// Transkribus points to parts of a file, and names images beside pages; others give locations as
  /// URIs.
  @Test func aPageIsKnownByAnyOfItsFiles() throws {
    let area = "<fptr><area FILEID='I1'/></fptr><fptr><area FILEID='A'/></fptr>"
    let parts =
      "<structMap ID='TRP_STRUCTMAP'><div><div ORDER='9'>\(area)</div>"
      + "<div ORDER='8'><fptr FILEID='I2'/></div><div ORDER='7'><fptr FILEID='I3'/></div></div></structMap>"
    let files = [
      "I1": "x.jpg", "A": "page/1.xml", "I2": "https://host/img/2.jpg", "I3": "file:///%33.tif",
    ]
    #expect(try order(mets(files, parts)).0 == "three two one")
  }

  @Test func aMapOfChaptersIsNone() throws {
    let chapters = map([(nil, "C"), (nil, "B"), (nil, "A")]).replacing("PHYSICAL", with: "LOGICAL")
    let pages = map([(nil, "B"), (nil, "A"), (nil, "C")])
    #expect(try order(mets(Self.names, chapters + pages)).0 == "two one three")
    #expect(try order(mets(Self.names, chapters)).0 == "one two three")
    #expect(try order(mets(Self.names, "<structMap/>" + pages)).0 == "two one three")
  }

  @Test func aMETSThatDoesNotListAllPagesDoesNotCount() throws {
    let (text, doubts) = try order(mets(Self.names, map([(nil, "C"), (nil, "A")])))
    #expect(text == "one two three")
    #expect(doubts == [.incompletePageList(missing: workshop.path("M/page/2.xml"))])
    let (other, none) = try order(mets(["X": "x.xml"], map([(nil, "X"), (nil, "missing")])))
    #expect(other == "one two three" && none.isEmpty)
  }

  @Test func aMETSThatIsNotWellFormedIsToldWithItsPlace() throws {
    let folder = try folder("M", ["METS.xml": "<mets>\n<fileSec></mets>", "1.xml": page("one")])
    let error = problem("M=" + folder)
    #expect(error?.path == folder + "/METS.xml" && error?.place?.line == 2)
  }

  @Test func anEditionFileNamesFoldersAndLists() throws {
    _ = try folder("P", ["1.xml": page("one"), "2.xml": page("two")])
    try workshop.file("T.txt", "one two")
    func sigla(_ witnesses: String) throws -> [String] {
      try workshop.file("edition.json", "{\"witnesses\": [\(witnesses)]}")
      let loaded = try load(workshop.folder)
      #expect(loaded.last?.text.string.contains("one") == true)
      return loaded.map { "\($0.siglum) \($0.text.paths.count)" }
    }
    #expect(try sigla(#""T.txt", "P""#) == ["T 1", "P 2"])
    #expect(try sigla(#""T.txt", {"siglum": "X", "file": "P/"}"#) == ["T 1", "X 2"])
    #expect(
      try sigla(#""T.txt", {"siglum": "X", "file": ["P/2.xml", "P/1.xml"], "title": "t"}"#)
        == ["T 1", "X 2"])
    try workshop.file(
      "edition.json", #"{"witnesses": [{"siglum": "X", "file": ["P/2.xml", "T.xml"]}]}"#)
    try workshop.file("T.xml", alto("<String CONTENT='three'/>"))
    #expect(try load(workshop.folder)[0].text.string == "two\n\nthree")
    for (json, key) in [
      (#"{"file": ["P/1.xml"]}"#, "siglum"), (#"{"siglum": "X", "file": []}"#, "file"),
    ] {
      try workshop.file("edition.json", "{\"witnesses\": [\(json)]}")
      #expect(problem(workshop.folder)?.problem == .missingKey(key))
    }
  }

  /// In a folder without witnesses of its own, each folder of pages is one; other folders are not.
  @Test func foldersOfPagesInAFolderAreWitnesses() throws {
    for name in ["ed", "ed/pictures", "ed/tei"] { _ = try folder(name, [:]) }
    _ = try folder("ed/B", ["1.xml": page("b")])
    _ = try folder("ed/A.2/page", ["1.xml": page("a")])
    _ = try folder("ed/tei", ["x.xml": "<TEI/>"])
    #expect(try load(workshop.path("ed")).map(\.siglum) == ["A.2", "B"])
    try workshop.file("ed/T.txt", "t")
    #expect(try load(workshop.path("ed")).map(\.siglum) == ["T"])
  }

  @Test func faultsNameTheFile() throws {
    func check(_ files: [String: String], _ file: String, _ wanted: ReadError.Problem) throws {
      let name = "f\(files.count)\(file)"
      let folder = try folder(name, files)
      let error = problem("P=" + folder)
      #expect(error?.path == (file.isEmpty ? folder : folder + "/" + file))
      #expect(error?.problem == wanted)
    }
    try check([:], "", .noPages)
    try check(["a.jpg": "", "mets.xml": "<mets/>", "a.txt": "x"], "", .noPages)
    let other = workshop.path("f2b.xml")
    try check(
      ["a.xml": page("a"), "b.xml": "<TEI/>"], "b.xml", .notAPage(root: "TEI", folder: other))
    let mixed = workshop.path("f3b.xml/a.xml")
    try check(
      ["a.xml": page("a"), "b.xml": alto(""), "c.xml": page("c")], "b.xml",
      .otherPageFormat(than: mixed))
    let broken = try folder(
      "x", ["1.xml": page("a"), "2.xml": "<PcGts>\n <Page>", "3.xml": page("c")])
    let error = problem("P=" + broken)
    #expect(error?.path == broken + "/2.xml" && error?.place?.line == 2)
    let twice = problem("P=" + broken + "/1.xml", "P=" + broken + "/3.xml")
    #expect(twice?.problem == .duplicateSiglum("P", otherPath: broken + "/1.xml"))
    let (one, two) = (
      try folder("one", ["1.xml": page("a")]), try folder("two", ["1.xml": page("a")])
    )
    #expect(problem("P=" + one, "P=" + two)?.problem == .duplicateSiglum("P", otherPath: one))
    try workshop.file("edition.json", #"{"witnesses": [{"siglum": "X", "file": ["t.xml"]}]}"#)
    try workshop.file("t.xml", "<mets/>")
    #expect(problem(workshop.folder)?.problem == .notAPage(root: "mets", folder: nil))
  }

  // MARK: Joining them

  /// What is joined in one file is joined in two: every cut between lines gives the same text.
  @Test(arguments: [
    ["one wo¬", "rd two", "three-", "four", "FI¬", "VE", "six¬", "7"], ["a\u{AD}", "b\u{AD}", "c"],
  ])
  func pagesInOneFileAndInSeveralReadAlike(_ lines: [String]) throws {
    func region(_ line: String) -> String {
      "<TextRegion><TextLine><TextEquiv><Unicode>\(line)</Unicode></TextEquiv></TextLine></TextRegion>"
    }
    let whole = "<PcGts><Page>\(lines.map(region).joined())</Page></PcGts>"
    let expected = try WitnessReader().read(
      InputBytes(path: "p.xml", bytes: Array(whole.utf8)))[0].text.string
    for cut in 1..<lines.count {
      let parts = [lines[..<cut], lines[cut...]].map {
        "<PcGts><Page>\($0.map(region).joined())</Page></PcGts>"
      }
      let folder = try folder("cut\(cut)", ["1.xml": parts[0], "2.xml": parts[1]])
      #expect(try load("P=" + folder)[0].text.string == expected)
    }
  }

  @Test func aWordThatALTODividesBetweenFilesIsWhole() throws {
    let folder = try folder(
      "P",
      [
        "1.xml": alto(
          "<String CONTENT='Zuk' SUBS_TYPE='HypPart1' SUBS_CONTENT='Zucker'/><HYP CONTENT='-'/>"),
        "2.xml": alto("<String CONTENT='ker' SUBS_TYPE='HypPart2' SUBS_CONTENT='Zucker'/>"),
        "3.xml": alto("<String CONTENT='a'/>"),
      ])
    let text = try load("P=" + folder)[0].text
    #expect(text.string == "Zucker\n\na")
    // Files of one page each may all call it the same.
    #expect(text.pageLines.reference(at: 8) == PageReference(page: "3", line: "1"))
  }

  /// Places in the text, one after the other, against files searched for the words that stand
  /// there.
  @Test func everyTokenHasItsFileAndPlace() throws {
    let files = [
      "1.xml": page("one two", "three fo¬"), "2.xml": page("", " "), "3.xml": page("ur five"),
      "4.xml": page("&amp; six"),
    ]
    let folder = try folder("P", files)
    let witness = try load("P=" + folder)[0]
    let text = witness.text
    let (tokens, lines) = (Tokenizer().tokenize(witness).tokens, text.lineTable())
    let places = tokens.map { token in
      let place = lines.place(at: Int(token.start))
      let file = text.path(at: Int(token.start)).dropFirst(folder.count + 1)
      let page = text.pageLines.reference(at: Int(token.start))
      return "\(text.string(token.written)) \(file):\(place.line):\(place.column) "
        + "\(page?.page ?? "-").\(page?.line ?? "-")"
    }
    #expect(
      places == [
        "one 1.xml:4:31 1.1", "two 1.xml:4:35 1.1", "three 1.xml:5:31 1.2", "four 1.xml:5:37 1.2",
        "five 3.xml:4:34 3.1", "& 4.xml:4:31 4.1", "six 4.xml:4:37 4.1",
      ])
    #expect(text.paths.count == 4)
    // Behind the last word of a page is still that page.
    let end = Int(tokens[4].end)
    #expect(text.path(at: end) == folder + "/3.xml")
    #expect(text.pageLines.reference(at: end)?.page == "3")
  }
}
