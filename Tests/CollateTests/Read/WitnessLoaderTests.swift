import Foundation
import Testing

@testable import Collate

@Suite struct WitnessLoaderTests {
  /// Runs a test in a folder of its own with these files, and removes it.
  private func inFolder(_ files: [String: String], _ test: (String) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "collate-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    for (name, text) in files {
      let url = folder.appending(path: name)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try test(folder.path)
  }

  private func load(
    _ inputs: [WitnessInput], sigla: [WitnessInput] = []
  ) throws(ReadError) -> LoadedEdition {
    let loader = WitnessLoader(sigla: sigla)
    return try loader.load(inputs, editionFile: loader.editionFile(for: inputs))
  }

  private func failure(_ inputs: [WitnessInput], sigla: [WitnessInput] = []) -> ReadError? {
    do throws(ReadError) {
      _ = try load(inputs, sigla: sigla)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsAFolderInNaturalOrder() throws {
    let files = [
      "w13.txt": "c", "w2.txt": "b", "w1.text": "a", ".hidden.txt": "x", "README.md": "x",
      "sub/w3.txt": "x", "picture.png": "x",
    ]
    try inFolder(files) { folder in
      let edition = try load([WitnessInput(path: folder + "/")])
      #expect(edition.witnesses.map(\.siglum) == ["w1", "w2", "w13"])
      #expect(edition.witnesses[0].text.path == folder + "/w1.text")
      #expect(edition.base == nil && edition.unlisted == [])
    }
  }

  /// What two places say of one copy is put together; what they say of two copies is not mixed.
  @Test(arguments: [
    ("repository: GARF\n", #""shelfmark": "f. 1""#, ["GARF", "f. 1"]),
    (
      "repository: GARF\nlocus: p. 1\n", #""repository": "GARF", "shelfmark": "f. 1""#,
      ["GARF", "f. 1"]
    ),
    ("repository: GARF\n", #""repository": "RGB", "shelfmark": "f. 1""#, ["GARF", nil]),
    ("title: x\n", #""repository": "RGB", "shelfmark": "f. 1""#, ["RGB", "f. 1"]),
    (
      "repository: GARF\n", #""holdings": [{"shelfmark": "f. 1"}, {"shelfmark": "f. 2"}]"#,
      ["GARF", nil]
    ),
  ]) func theEditionFileAddsToADescription(
    _ front: String, _ entry: String, _ holding: [String?]
  ) throws {
    let files = [
      "T.txt": "---\n\(front)---\na\n",
      "edition.json": #"{"witnesses": [{"file": "T.txt", \#(entry)}]}"#,
    ]
    try inFolder(files) { folder in
      let witness = try #require(try load([WitnessInput(path: folder)]).witnesses.first)
      #expect(witness.description.holdings.count == 1)
      let first = try #require(witness.description.holdings.first)
      #expect([first.repository, first.shelfmark] == holding)
    }
  }

  /// Front matter wins; that is told, since somebody meant the other siglum.
  @Test func twoSiglaForOneWitnessAreTold() throws {
    let files = [
      "T.txt": "---\nsiglum: Z\n---\na\n",
      "edition.json": #"{"witnesses": [{"file": "T.txt", "siglum": "Q"}]}"#,
    ]
    try inFolder(files) { folder in
      let witness = try load([WitnessInput(path: folder)]).witnesses[0]
      #expect(witness.siglum == "Z")
      #expect(witness.doubts.map(\.problem) == [.siglumInFront("Z", listed: "Q")])
      #expect(witness.doubts.first?.place?.line == 2)
      let file = WitnessInput(path: "T.txt", siglum: "X")
      let named = try load([WitnessInput(path: folder)], sigla: [file]).witnesses[0]
      #expect(named.siglum == "X" && named.doubts == [])
    }
  }

  @Test func aPipeAmongTheFilesOfAFolderIsRefusedAndNotWaitedFor() throws {
    try inFolder(["a.txt": "a", "pages/x.xml": "<PcGts/>"]) { folder in
      for pipe in [folder + "/b.txt", folder + "/pages/y.xml"] {
        #expect(mkfifo(pipe, 0o600) == 0)
        let input =
          pipe.hasSuffix("xml")
          ? WitnessInput(path: folder + "/pages", siglum: "P") : WitnessInput(path: folder)
        #expect(failure([input])?.path == pipe)
      }
    }
  }

  /// XML has to be read to see what it is; that is all that is needed of it.
  @Test func noFileOfAFolderIsReadTwice() throws {
    let files = [
      "1.xml": teiFile("<p>one</p>"), "2.tei": teiFile("<p>two</p>"),
      "own.xml": teiFile("<p>x</p>", header: "").replacing(
        "</fileDesc>",
        with: "</fileDesc><encodingDesc><appInfo><application ident='collate' version='1'/>"
          + "</appInfo></encodingDesc>"),
    ]
    try inFolder(files) { path in
      let folder = try WitnessFolder(searching: path)
      for name in files.keys { try FileManager.default.removeItem(atPath: path + "/" + name) }
      #expect(folder.doubts == [ReadError(path + "/own.xml", .ownApparatus)])
      let texts = try folder.files.flatMap { try $0.witnesses(WitnessReader()) }.map(\.text.string)
      #expect(texts == ["one", "two"])
    }
  }

  @Test func readsAnEditionFile() throws {
    let json = """
      {"title": "É", "language": "en", "base": "M",
       "witnesses": [{"file": "m.txt", "siglum": "M", "shelfmark": "f. 1", "title": "not this",
                      "holdings": [{"repository": "R"}], "note": "x"}, "T.txt"],
       "options": {"ignore": ["case", "marks"], "width": 72, "exit-code": true}}
      """
    let files = [
      "edition.json": json, "m.txt": "---\ntitle: t\n---\na", "T.txt": "b", "X.txt": "c",
    ]
    try inFolder(files) { folder in
      for path in [folder, folder + "/edition.json"] {
        let loader = WitnessLoader()
        let file = try #require(try loader.editionFile(for: [WitnessInput(path: path)]))
        #expect(file.options.map(\.name) == ["ignore", "width", "exit-code"])
        #expect(file.options.map(\.values) == [["case", "marks"], ["72"], ["true"]])
        #expect(file.options[0].place.line == 4)
        let edition = try loader.load([WitnessInput(path: path)], editionFile: file)
        #expect(edition.title == "É" && edition.language == "en" && edition.base == "M")
        #expect(edition.witnesses.map(\.siglum) == ["M", "T"])
        #expect(edition.unlisted == [folder + "/X.txt"])
        let description = edition.witnesses[0].description
        #expect(description.title == "t")
        #expect(description.holdings == [Holding(shelfmark: "f. 1"), Holding(repository: "R")])
        #expect(description.others == [.init(name: "note", value: "x")])
      }
    }
  }

  @Test func namesFaultsOfAnEditionFileWithTheirPlace() throws {
    func check(_ json: String, _ wanted: ReadError.Problem, line: Int, column: Int) throws {
      try inFolder(["edition.json": json, "T.txt": ""]) { folder in
        let error = failure([WitnessInput(path: folder)])
        #expect(error?.problem == wanted, "\(json)")
        #expect(error?.path == folder + "/edition.json")
        #expect(error?.place?.line == line && error?.place?.column == column, "\(json)")
      }
    }
    let known = ["title", "language", "base", "witnesses", "options", "tei"]
    try check("{\"tilte\": 1}", .unknownKey("tilte", known: known), line: 1, column: 2)
    try check(
      "{\n\"title\": 1}", .wrongType(key: "title", expected: "a string"), line: 2, column: 10)
    try check("{\"witnesses\": []}", .emptyWitnessList, line: 1, column: 15)
    try check("{\"witnesses\": [{}]}", .missingKey("file"), line: 1, column: 16)
    try check("{\"language\": \"e n\"}", .badLanguage("e n"), line: 1, column: 14)
    try check(
      "{\"witnesses\": [{\"siglum\": \" \"}]}", .badSiglum(" ", .outerWhiteSpace), line: 1,
      column: 27)
    try check(
      "{\"options\": {\"a\": {}}}",
      .wrongType(key: "a", expected: "a string, a number, true or false"), line: 1, column: 19)
    try check("{\"title\": \"a\"", .malformedJSON(expected: ", or }"), line: 1, column: 14)
  }

  @Test func takesSiglaInTheirOrderOfRank() throws {
    let json =
      #"{"witnesses": [{"file": "a.txt", "siglum": "J"}, {"file": "b.txt", "siglum": "K"}, "c.txt"]}"#
    let files = ["edition.json": json, "a.txt": "---\nsiglum: F\n---\n", "b.txt": "", "c.txt": ""]
    try inFolder(files) { folder in
      let input = [WitnessInput(path: folder)]
      let edition = try load(input)
      #expect(edition.witnesses.map(\.siglum) == ["F", "K", "c"])
      let sigla = [
        WitnessInput(path: "a.txt", siglum: "A"),
        WitnessInput(path: folder + "//./c.txt", siglum: "C"),
      ]
      let named = try load(input, sigla: sigla)
      #expect(named.witnesses.map(\.siglum) == ["A", "K", "C"])
      let stray = failure(input, sigla: [WitnessInput(path: "d.txt", siglum: "D")])
      #expect(stray == ReadError("d.txt", .siglumWithoutFile(siglum: "D")))
    }
  }

  @Test func readsNameAndFileOfAnArgument() throws {
    try inFolder(["a=b.txt": "x", "c.txt": "y"]) { folder in
      #expect(WitnessInput(argument: folder + "/a=b.txt").siglum == nil)
      #expect(WitnessInput(argument: "C=\(folder)/c.txt").path == folder + "/c.txt")
      #expect(WitnessInput(argument: "C=\(folder)/c.txt").siglum == "C")
      #expect(WitnessInput(argument: folder + "/c.txt").siglum == nil)
    }
  }

  @Test func namesFaultsOfFilesAndFolders() throws {
    try inFolder(["T.txt": "a", "sub/x.png": "", "x.xml": "<a/>"]) { folder in
      func problem(_ paths: String...) -> ReadError.Problem? {
        failure(paths.map { WitnessInput(path: $0) })?.problem
      }
      #expect(problem(folder + "/none.txt") == .missing)
      #expect(problem(folder + "/sub") == .noWitnesses)
      #expect(problem(folder + "/T.txt", folder) == .isFolder)
      #expect(problem(folder + "/x.xml") == .unknownXML(root: "a"))
      #expect(problem(folder + "/T.txt") == nil)
    }
  }

  @Test func refusesOneSiglumForTwoWitnesses() throws {
    // Equal after normalization, though not byte for byte.
    let files = ["a.txt": "---\nsiglum: É\n---\n", "b.txt": "---\nsiglum: E\u{301}\n---\n"]
    try inFolder(files) { folder in
      let error = failure([WitnessInput(path: folder)])
      #expect(error?.path == folder + "/b.txt")
      #expect(error?.problem == .duplicateSiglum("E\u{301}", otherPath: folder + "/a.txt"))
    }
  }

  @Test func knowsBadSigla() {
    #expect(Siglum.fault(of: "") == .empty)
    #expect(Siglum.fault(of: " T") == .outerWhiteSpace)
    #expect(Siglum.fault(of: "T\u{A0}") == .outerWhiteSpace)
    for bad in ["a\u{0}b", "a\nb", "a\u{2028}b", "a\u{FFFE}b", "\t"] {
      #expect(Siglum.fault(of: bad) == .controlCharacter, "\(bad.debugDescription)")
    }
    #expect(Siglum.fault(of: String(repeating: "é", count: 65)) == .tooLong(limit: 64))
    for good in ["T", "P⁶⁶", "w 13", "א", "1", String(repeating: "é", count: 64)] {
      #expect(Siglum.fault(of: good) == nil, "\(good)")
    }
  }

  @Test func namesThePlaceOfABadSiglum() throws {
    try inFolder(["a.txt": "---\ntitle: x\nsiglum: a\u{7}\n---\n"]) { folder in
      let error = failure([WitnessInput(path: folder)])
      #expect(error?.problem == .badSiglum("a\u{7}", .controlCharacter))
      #expect(error?.place?.line == 3 && error?.place?.column == 9)
    }
  }

  @Test func namesSiglaAfterFiles() {
    #expect(Siglum.fromFileName("a/b/T.txt") == "T")
    #expect(Siglum.fromFileName("T.v2.txt") == "T.v2")
    #expect(Siglum.fromFileName(".txt") == ".txt")
    #expect(Siglum.fromFileName("-") == "stdin")
  }

  @Test func readsTheSamples() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../witnesses").standardizedFileURL.path
    let first = try load([WitnessInput(path: root + "/ordzhonikidze")])
    #expect(first.witnesses.map(\.siglum) == ["T", "M"] && first.base == "T")
    #expect(first.witnesses[1].description.holdings.map(\.repository) == ["GARF", "RGASP"])
    #expect(first.witnesses[0].text.marks.count { $0.kind == .speaker } == 7)
    #expect(first.witnesses[0].text.marks.count { $0.kind == .gap } == 2)
    #expect(first.witnesses[0].text.blocks().count == 17)
    let second = try load([WitnessInput(path: root + "/legran")])
    #expect(second.witnesses.map(\.siglum) == ["R", "D"] && second.language == "en")
  }
}

@Suite struct NaturalOrderTests {
  @Test func ordersNumbersByValue() {
    let names = ["a", "a1", "a01b", "a2", "a10", "a10b", "b", "é"]
    for (i, first) in names.enumerated() {
      for (j, second) in names.enumerated() where i != j {
        #expect(precedesNaturally(first, second) == (i < j), "\(first) \(second)")
      }
    }
    #expect(precedesNaturally("w2", "w13") && !precedesNaturally("w13", "w2"))
    #expect(precedesNaturally("w99999999999999999998", "w99999999999999999999"))
  }

  /// Any two different names are in one order, and the order is transitive.
  @Test func isAStrictTotalOrder() {
    let alphabet: [Character] = ["0", "1", "2", "a"]
    var names = [""]
    var last = names
    for _ in 0..<3 {
      last = last.flatMap { name in alphabet.map { name + String($0) } }
      names += last
    }
    let sorted = names.sorted(by: precedesNaturally)
    for i in sorted.indices {
      #expect(!precedesNaturally(sorted[i], sorted[i]))
      for j in sorted.indices where j > i {
        #expect(precedesNaturally(sorted[i], sorted[j]), "\(sorted[i]) \(sorted[j])")
        #expect(!precedesNaturally(sorted[j], sorted[i]), "\(sorted[i]) \(sorted[j])")
      }
    }
  }
}

/// XML in folders: a witness, or what was made of the witnesses.
@Suite struct FolderOfXMLTests {
  @Test func xmlIsAWitnessOnlyWhereThereIsNoPlainText() throws {
    let workshop = try Workshop()
    try workshop.file("a.xml", teiFile("<p>one</p>"))
    try workshop.file("mets.xml", "<mets/>")
    func sigla() throws -> [String] {
      try WitnessLoader().load([WitnessInput(path: workshop.folder)]).witnesses.map(\.siglum)
    }
    #expect(try sigla() == ["a"])
    try workshop.file("T.txt", "one")
    #expect(try sigla() == ["T"])
  }
}
