// Foundation reads back what the writers of the formats wrote.
import Foundation
import Testing

@testable import Collate

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportFormatTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func textsComeBackFromJSON() throws {
    let report = ReportSketch.everything
    let read = try object(JSONReport(version: "1").text(report))
    let findings = try #require(read["findings"] as? [[String: Any]])
    #expect(findings.count == report.findings.count)
    for (object, finding) in zip(findings, report.findings) {
      #expect((object["old"] as? String).map { Array($0.utf8) } == Array(finding.old.utf8))
      #expect((object["path"] as? String).map { Array($0.utf8) } == Array(finding.path.utf8))
      #expect(object["witness"] as? String == finding.siglum)
      #expect((object["start"] is NSNull) == (finding.extent == nil))
    }
  }

  @Test func outcomesAreTold() throws {
    func outcome(_ findings: [Finding]) throws -> String? {
      let edition = CheckedEdition(name: "e", baseline: "e.xml", findings: findings)
      let text = JSONReport(version: "1").text(ReportSketch.report([edition]))
      return try object(text)["outcome"] as? String
    }
    #expect(try outcome([]) == "clean")
    #expect(try outcome([ReportSketch.finding(.textChanged, .case, .warning)]) == "clean")
    #expect(try outcome([ReportSketch.finding(.newVariant, .numeral)]) == "drift")
    #expect(try outcome([ReportSketch.finding(.unreadable)]) == "incomplete")
  }

  @Test func everyResultOfSARIFHasItsRule() throws {
    let report = ReportSketch.everything
    let log = try object(SARIFReport(version: "1").text(report))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let tool = run["tool"] as? [String: [String: Any]]
    let rules = try #require(tool?["driver"]?["rules"] as? [[String: Any]]).map {
      $0["id"] as? String
    }
    #expect(Set(rules).count == rules.count)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == report.findings.count)
    for (result, finding) in zip(results, report.findings) {
      let rule = result["ruleId"] as? String
      #expect(rule == DriftRule(finding).identifier)
      #expect(try rules[#require(result["ruleIndex"] as? Int)] == rule)
    }
  }

  @Test func fingerprintsOfGitLabDiffer() throws {
    var (one, other) = (
      ReportSketch.finding(.newVariant, .numeral), ReportSketch.finding(.newVariant, .numeral)
    )
    other.path = "witnesses/legran/T.txt"
    var (third, fourth) = (one, one)
    third.extent = ReportSketch.extent(13, 8..<13, offset: 400)
    fourth.extent = nil
    one.identity = "1"
    let edition = CheckedEdition(
      name: "legran", baseline: "x", findings: [one, other, third, fourth])
    let text = GitLabReport().text(ReportSketch.report([edition]))
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 4)
  }

  @Test func pathsAreURIs() {
    #expect(ReportPath.uri("./witnesses//M: 50%.txt") == "witnesses/M%3A%2050%25.txt")
    #expect(ReportPath.uri("/tmp/ü.txt") == "file:///tmp/%C3%BC.txt")
    #expect(ReportPath.uri("a/../b#c?d") == "a/../b%23c%3Fd")
    #expect(ReportPath.plain("./a/./b//c") == "a/b/c")
  }

  /// Counts elements and keeps attributes of what Foundation's parser reads.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) { elements.append((name, attributes)) }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  private func read(_ report: DriftReport) throws -> Reader {
    let (reader, parser) = (Reader(), XMLParser(data: Data(JUnitReport().text(report).utf8)))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    try #require(
      isWellFormed, "\(String(describing: parser.parserError)) at line \(parser.lineNumber)")
    return reader
  }

  @Test func jUnitIsWellFormedWhateverItHolds() throws {
    let report = ReportSketch.everything
    let reader = try read(report)
    // Each line of text tells a finding.
    for finding in report.findings {
      #expect(reader.text.contains(ReportLine.folded(FindingMessage(finding).line)))
    }
  }

  @Test func jUnitCountsWhatItHolds() throws {
    for report in [ReportSketch.everything, ReportSketch.model] {
      let reader = try read(report)
      func count(_ name: String) -> String { String(reader.elements.count { $0.name == name }) }
      let totals = try #require(reader.elements.first).attributes
      #expect(totals["tests"] == count("testcase"))
      #expect(totals["failures"] == count("failure"))
      #expect(totals["errors"] == count("error"))
    }
  }

  @Test func jUnitHasACaseForEveryWitness() throws {
    let cases = try read(ReportSketch.model).elements.filter { $0.name == "testcase" }
    let names = cases.map { "\($0.attributes["classname"]!)/\($0.attributes["name"]!)" }
    #expect(
      names == [
        "direct line/apparatus/direct line.xml", "direct line/T", "direct line/M", "direct line/K",
        "broken/apparatus/broken.xml", "clean/apparatus/clean.xml", "clean/T",
      ])
    #expect(cases[2].attributes["file"] == "witnesses/direct line/M: 50%.txt")
  }
}
