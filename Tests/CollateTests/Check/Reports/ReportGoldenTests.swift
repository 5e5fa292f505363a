import Testing

@testable import Collate

@Suite("Golden reports")
struct ReportGoldenTests {
  @Test func theModelInEveryFormat() throws {
    let model = ReportSketch.model
    try Golden.check(GitHubReport().text(model), "Reports/github.txt")
    try Golden.check(MarkdownSummary().text(model), "Reports/summary.md")
    try Golden.check(GitLabReport().text(model), "Reports/gitlab.json")
    try Golden.check(JUnitReport().text(model), "Reports/junit.xml")
    try Golden.check(SARIFReport(version: "1").text(model), "Reports/sarif.json")
    try Golden.check(JSONReport(version: "1").text(model), "Reports/report.json")
  }

  @Test func nothingFoundInEveryFormat() throws {
    let edition = CheckedEdition(
      name: "clean", baseline: "apparatus/clean.xml",
      witnesses: [.init(siglum: "T", path: "witnesses/clean/T.txt")])
    let report = ReportSketch.report([edition])
    try Golden.check(GitHubReport().text(report), "Reports/clean/github.txt")
    try Golden.check(MarkdownSummary().text(report), "Reports/clean/summary.md")
    try Golden.check(GitLabReport().text(report), "Reports/clean/gitlab.json")
    try Golden.check(JUnitReport().text(report), "Reports/clean/junit.xml")
    try Golden.check(SARIFReport(version: "1").text(report), "Reports/clean/sarif.json")
    try Golden.check(JSONReport(version: "1").text(report), "Reports/clean/report.json")
  }
}
