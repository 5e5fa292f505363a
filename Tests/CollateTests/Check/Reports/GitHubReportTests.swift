import Testing

@testable import Collate

@Suite struct GitHubReportTests {
  /// A workflow command, read as the runner of GitHub Actions reads it.
  private struct Command {
    var level: String
    var properties: [String: String] = [:]
    var message: String

    init?(_ line: Substring) {
      guard line.hasPrefix("::"), let close = line.dropFirst(2).firstRange(of: "::") else {
        return nil
      }
      let head = line.dropFirst(2)[..<close.lowerBound].split(separator: " ", maxSplits: 1)
      level = String(head[0])
      message = Self.plain(line[close.upperBound...])
      for pair in head.dropFirst().joined().split(separator: ",") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        properties[String(parts[0])] = Self.plain(parts[1])
      }
    }

    private static func plain(_ text: Substring) -> String {
      String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        .replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%25", with: "%")
    }
  }

  private func commands(_ report: DriftReport) throws -> [Command] {
    // By bytes: a carriage return before a line feed would otherwise hide the line end.
    let lines = GitHubReport().text(report).utf8.split(separator: UInt8(ascii: "\n"))
    return try lines.map { line in try #require(Command(Substring(line)), "\(Substring(line))") }
  }

  @Test func everyLineIsACommandWhateverItHolds() throws {
    let report = ReportSketch.everything
    let commands = try commands(report)
    #expect(commands.count == report.findings.count + 1)
    for (command, finding) in zip(commands, report.findings) {
      #expect(command.message == FindingMessage(finding).line)
      #expect(command.properties["title"] == DriftRule(finding).title)
      #expect(command.properties["file"] ?? "" == ReportPath.plain(finding.path))
    }
    let text = GitHubReport().text(report)
    #expect(!text.utf8.contains(0x0D))
  }

  @Test func signsThatPartPropertiesAreEscapedInThemOnly() {
    let text = "50% of a:b,c\r\n"
    #expect(GitHubReport.escaped(text, isProperty: true) == "50%25 of a%3Ab%2Cc%0D%0A")
    #expect(GitHubReport.escaped(text, isProperty: false) == "50%25 of a:b,c%0D%0A")
  }

  @Test func columnsStandOnlyWithinOneLine() throws {
    for (finding, command) in zip(ReportSketch.model.findings, try commands(ReportSketch.model)) {
      let keys = Set(command.properties.keys)
      guard let extent = finding.extent else {
        #expect(keys.isDisjoint(with: ["line", "endLine", "col", "endColumn"]))
        continue
      }
      #expect(keys.isSuperset(of: ["line", "endLine"]))
      #expect(keys.contains("col") == (extent.start.line == extent.end.line))
      #expect(keys.contains("endColumn") == keys.contains("col"))
    }
  }

  @Test func worstStandsFirst() throws {
    let commands = try commands(ReportSketch.model)
    #expect(commands[0].properties["title"] == "edition could not be checked")
    #expect(commands[1].properties["title"] == "numeral: reading changed")
    #expect(commands[1].properties["line"] == "12")
  }

  @Test(arguments: [0, 1, 9, 10, 11, 30], [0, 9, 10, 11])
  func theTotalIsAmongWhatIsShown(notes: Int, warnings: Int) throws {
    let note = ReportSketch.finding(.apparatusEdited, nil, .note)
    let warning = ReportSketch.finding(.textChanged, .punctuation, .warning)
    let edition = CheckedEdition(
      name: "legran", baseline: "legran.xml",
      findings: Array(repeating: warning, count: warnings) + Array(repeating: note, count: notes))
    let commands = try commands(ReportSketch.report([edition]))
    let last = try #require(commands.last)
    #expect(last.message.contains("in 1 edition"))
    if notes + warnings > 0 { #expect(last.message.hasPrefix("\(notes + warnings) finding")) }
    if notes < 10 || warnings < 10 {
      #expect(commands.count { $0.level == last.level } <= 10)
    }
    #expect(last.message.contains("GitHub shows") == (notes >= 10 || warnings >= 10))
  }
}
