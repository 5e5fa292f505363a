import Foundation
import Testing

@testable import Collate

/// What the documents of the check say is what there is.
@Suite struct CheckDocumentTests {
  @Test func everyWordIsDocumented() throws {
    let text = try SampleTests.contents("docs/CHECK.md")
    var words = Finding.Kind.allCases.map(\.rawValue) + VariationClass.allCases.map(\.rawValue)
    words += ReportFormat.allCases.map(\.rawValue) + Finding.Severity.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
    for option in [CommandOption.against, .againstGit, .failOn, .max, .update, .summary] {
      #expect(text.contains(option.written), "\(option.written)")
    }
    for code in ExitCode.allCases { #expect(text.contains("| \(code.rawValue) | ")) }
  }

  /// The schema knows the kinds and classes, and the text every member of the schema.
  @Test func theSchemaIsComplete() throws {
    let bytes = Data(try SampleTests.contents("docs/check-report.schema.json").utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let parts = try #require(schema["$defs"] as? [String: [String: Any]])
    #expect(parts["class"]?["enum"] as? [String] == VariationClass.allCases.map(\.rawValue))
    let members = try #require(parts["finding"]?["properties"] as? [String: [String: Any]])
    let kinds = try #require(members["kind"]?["enum"] as? [String])
    #expect(Set(kinds) == Set(Finding.Kind.allCases.map(\.rawValue)))
    let text = try SampleTests.contents("docs/CHECK.md")
    for member in members.keys.sorted() { #expect(text.contains("`\(member)`"), "\(member)") }
  }

  /// The report that the document shows is what the program says of the sample.
  @Test func theShownReportIsReal() throws {
    let workshop = try Workshop()
    let repository = SampleTests.repository
    let lines = [
      "cp -R '\(repository)/witnesses' '\(repository)/apparatus' .",
      "sed 's/9,000/3,000/' '\(repository)/witnesses/ordzhonikidze/M.txt'"
        + " >witnesses/ordzhonikidze/M.txt",
      "collate check witnesses/*/ --against apparatus",
    ]
    let outcome = try BuiltProgram.shell(
      lines.joined(separator: " && "), in: workshop.folder)
    #expect(outcome.code == 1)
    let shown = try SampleTests.contents("docs/CHECK.md")
      .components(separatedBy: "```text\n").dropFirst()
    #expect(shown.count == 1)
    for block in shown {
      #expect(outcome.text == block.components(separatedBy: "```")[0])
    }
  }
}
