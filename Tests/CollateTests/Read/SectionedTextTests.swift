import Testing

@testable import Collate

/// Plain text of several witnesses in one file.
@Suite struct SectionedTextTests {
  private func input(_ text: String) throws -> InputBytes {
    try InputBytes(path: "W.txt", bytes: Array(text.utf8))
  }

  /// The witnesses of a file as pairs of siglum and text; nil where it is one.
  private func sections(_ text: String) throws -> [[String]]? {
    try SectionedText(input(text))?.sections().map {
      [$0.heading?.siglum ?? "", String(decoding: $0.bytes, as: UTF8.self)]
    }
  }

  private func fault(_ text: String) -> (problem: ReadError.Problem, line: Int, column: Int)? {
    do throws(ReadError) {
      _ = try WitnessReader().read(InputBytes(path: "W.txt", bytes: Array(text.utf8)))
      return nil
    } catch {
      return error.place.map { (error.problem, $0.line, $0.column) }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func takesAFileApart(lineEnd: String) throws {
    let text = """
      == T: Telegraph tape: draft ==

      One.

      Two.


      == M ==
      ---
      title: Memorandum
      ---
      Three.
      \t
      == B ==
      == w 13 ==  

       Four

      """.replacing("\n", with: lineEnd)
    let found = try sections(text)
    let wanted = [
      ["T", "One.\n\nTwo.\n"], ["M", "---\ntitle: Memorandum\n---\nThree.\n"], ["B", ""],
      ["w 13", " Four\n"],
    ]
    #expect(found == wanted.map { $0.map { $0.replacing("\n", with: lineEnd) } })
    let witnesses = try WitnessReader().read(input(text))
    #expect(witnesses.map(\.siglum) == ["T", "M", "B", "w 13"])
    let titles = witnesses.map(\.description.title)
    #expect(titles == ["Telegraph tape: draft", "Memorandum", nil, nil])
  }

  /// What is one witness stays as it is, headings and all.
  @Test(arguments: [
    "", "\n\n", "one", "== A ==", "== A ==\ntext\n", "== A ==\ntext\n==B==\ntext",
    "Title\n== A ==\na\n== B ==\nb", "---\nsiglum: X\n---\n== A ==\na\n== B ==\nb",
    "==A==\na\n==B==\nb", "=== A ===\na\n=== B ===\nb", " == A ==\na\n== B ==\nb",
    "== A\na\n== B\nb", "====\na\n====\nb", "a\n==\nb\n==\n",
  ])
  func leavesOneWitnessWhole(_ text: String) throws {
    #expect(try sections(text) == nil)
    let witnesses = try WitnessReader().read(input(text))
    #expect(witnesses.map { $0.text.bytes } == [Array(text.utf8)])
    #expect(witnesses[0].text.places == nil)
  }

  @Test func leavesAllWholeWhereHeadingsAreText() throws {
    let text = "== A ==\na\n== B ==\nb"
    let read = try WitnessReader(readsSections: false).read(input(text))
    #expect(read.map(\.siglum) == ["W"] && read[0].text.bytes == Array(text.utf8))
  }

  // Trap: a byte order mark becomes a token. Where files are joined, one may stand at a heading.
  @Test func byteOrderMarksBelongToHeadings() throws {
    let text = "\u{FEFF}== A ==\na\n\u{FEFF}== B ==\n\u{FEFF}b\n"
    #expect(try sections(text) == [["A", "a\n"], ["B", "\u{FEFF}b\n"]])
    let places = try WitnessReader().read(input(text)).map { $0.text.heading?.place }
    #expect(places.map { $0?.line } == [1, 3] && places[0]?.column == 1)
  }

  // MARK: Every small file

  /// Lines with their ends.
  private func lines(_ text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    let bytes = Array(text.utf8)
    for (at, byte) in bytes.enumerated() {
      lines[lines.count - 1].append(byte)
      let isPair = byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair { lines.append([]) }
    }
    return lines
  }

  /// The slow way: headings by their very spelling, blank lines taken off one by one. Ranges of
  /// bytes.
  private func oracle(_ text: String) -> [Range<Int>]? {
    var parts: [(start: Int, lines: [[UInt8]])] = []
    var hasText = false
    var at = 0
    func isBlank(_ line: [UInt8]) -> Bool { line.allSatisfy { " \r\n".utf8.contains($0) } }
    for line in lines(text) {
      at += line.count
      if ["== A ==", "== B ==", "== C =="].contains(
        String(decoding: line, as: UTF8.self).trimming("\r\n"))
      {
        parts.append((at, []))
      } else if parts.isEmpty {
        hasText = hasText || !isBlank(line)
      } else {
        parts[parts.count - 1].lines.append(line)
      }
    }
    guard !hasText, parts.count > 1 else { return nil }
    return parts.map { start, lines in
      let before = lines.prefix(while: isBlank).reduce(0) { $0 + $1.count }
      let rest = lines.drop(while: isBlank)
      let after = rest.reversed().prefix(while: isBlank).count
      let length = rest.dropLast(after).reduce(0) { $0 + $1.count }
      return start + before..<start + before + length
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func agreesWithTheSlowWayInEverySmallFile(lineEnd: String) throws {
    let kinds = ["#", "é x", "", " ", "=== D ==="]
    for count in 0...5 {
      for code in 0..<Int(pow(kinds.count, count)) {
        var sigla = ["C", "B", "A"]
        var picked = (0..<count).map { kinds[code / Int(pow(kinds.count, $0)) % kinds.count] }
        for index in picked.indices where picked[index] == "#" {
          picked[index] = sigla.popLast().map { "== \($0) ==" } ?? "x"
        }
        for end in ["", lineEnd] { try check(picked.joined(separator: lineEnd) + end) }
      }
    }
  }

  private func pow(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }

  /// Bytes are those of the slow way, and every place is that of the byte in the file.
  private func check(_ text: String) throws {
    let input = try input(text)
    let wanted = oracle(text)
    let found = try SectionedText(input)?.sections()
    #expect(found?.map(\.bytes) == wanted?.map { Array(input.bytes[$0]) }, "\(text)")
    let file = LineTable(bytes: input.bytes)
    for (section, range) in zip(found ?? [], wanted ?? []) where !range.isEmpty {
      let table = LineTable(bytes: section.bytes, origin: section.places)
      for offset in 0...section.bytes.count {
        let place = file.place(at: range.lowerBound + offset)
        #expect(table.place(at: offset) == place, "\(text.debugDescription) at \(offset)")
      }
    }
  }

  @Test func findsPlacesFarAlongALine() throws {
    let long = String(repeating: "añ😀", count: 3000)
    let text = "== A ==\nx\n== B ==\n\n\(long)\n\(long)"
    let section = try #require(try SectionedText(input(text))?.sections().last)
    let start = text.utf8.count - section.bytes.count
    let file = LineTable(bytes: Array(text.utf8))
    let table = LineTable(bytes: section.bytes, origin: section.places)
    for offset in stride(from: 0, through: section.bytes.count, by: 7) {
      #expect(table.place(at: offset) == file.place(at: start + offset))
    }
  }

  // MARK: Faults

  @Test func faultsNameThePlaceInTheFile() {
    let cases: [(String, ReadError.Problem, Int, Int)] = [
      ("\n== A ==\na\n== B ==\n\n==C==\nc", .strayHeading, 6, 1),
      ("== A ==\n == C ==\n== B ==\n", .strayHeading, 2, 2),
      ("== A ==\n== C\n== B ==\n", .strayHeading, 2, 1),
      ("== ==\na\n== B ==\nb", .badHeading("", .empty), 1, 3),
      ("== A ==\na\n==  : title ==\nb", .badHeading("", .empty), 3, 5),
      ("== A ==\na\n== B\u{1} ==\nb", .badHeading("B\u{1}", .controlCharacter), 3, 4),
      ("== A ==\na\n== \u{A0} ==\nb", .badHeading("\u{A0}", .outerWhiteSpace), 3, 4),
      ("== É ==\na\n\n== E\u{301} ==\nb", .repeatedHeading("E\u{301}", line: 1), 4, 1),
      (
        "== A ==\na\n== B ==\n\n---\nsiglum: X\n---\nb", .contradictsHeading("X", heading: "B"), 6,
        9
      ),
      ("== A ==\na\n== B ==\n---\n\ndate: July\n---\nb", .badDate("July"), 6, 7),
      ("== A ==\na\n\n\n== B ==\n\n---\ntitle: x\n", .unclosedFrontMatter, 7, 1),
    ]
    for (text, problem, line, column) in cases {
      let fault = fault(text)
      #expect(fault?.problem == problem, "\(text)")
      #expect(fault?.line == line && fault?.column == column, "\(text)")
    }
    #expect(fault("== A ==\n---\nsiglum: A\n---\na\n== B ==\nb") == nil)
  }

  // MARK: Choice

  @Test func aSiglumChoosesAWitness() throws {
    let file = try input("== A ==\na\n== B ==\nb\n")
    let read = try WitnessReader().read(file, siglum: "B")
    #expect(read.map(\.siglum) == ["B"] && read[0].text.bytes == Array("b\n".utf8))
    #expect(throws: ReadError("W.txt", .notInFile("C", sigla: ["A", "B"]))) {
      try WitnessReader().read(file, siglum: "C")
    }
    let entry = EditionFile.Entry(
      file: "W.txt", siglum: "A", description: WitnessDescription(title: "Title"))
    let described = try WitnessReader().read(file, entry: entry)
    #expect(described.map(\.siglum) == ["A"] && described[0].description.title == "Title")
  }

  @Test func aSiglumChoosesAWitnessOfJSON() throws {
    func json(_ sigla: String...) throws -> InputBytes {
      let witnesses = sigla.map { "{\"id\": \"\($0)\", \"content\": \"x\"}" }
      let text = "{\"witnesses\": [\(witnesses.joined(separator: ","))]}"
      return try InputBytes(path: "W.json", bytes: Array(text.utf8))
    }
    #expect(try WitnessReader().read(json("A", "B"), siglum: "B").map(\.siglum) == ["B"])
    #expect(try WitnessReader().read(json("A"), siglum: "X").map(\.siglum) == ["X"])
    #expect(throws: ReadError("W.json", .notInFile("C", sigla: ["A", "B"]))) {
      try WitnessReader().read(json("A", "B"), siglum: "C")
    }
  }
}

extension String {
  /// Without these characters at its end.
  fileprivate func trimming(_ ends: String) -> String {
    var text = self
    while let last = text.unicodeScalars.last, ends.unicodeScalars.contains(last) {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
