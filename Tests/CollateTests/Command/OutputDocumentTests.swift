import Foundation
import Testing

@testable import Collate

/// What the documents say of options and outputs is what there is.
@Suite struct OutputDocumentTests {
  /// Help alone tells that there is an option; a document tells what it is for.
  @Test func everyOptionIsInADocument() throws {
    var text = try SampleTests.contents("README.md")
    for name in ["OUTPUT", "CHECK", "TEXT-WITNESSES", "XML-WITNESSES"] {
      text += try SampleTests.contents("docs/\(name).md")
    }
    for option in CommandOption.allCases {
      let written = NSRegularExpression.escapedPattern(for: option.written)
      let found = text.range(of: written + "(?![a-z-])", options: .regularExpression)
      #expect(found != nil, "\(option.written)")
    }
  }

  @Test func everySignIsExplained() throws {
    let text = try SampleTests.contents("docs/OUTPUT.md")
    for sign in TextLegend.signs.flatMap({ $0.sign.split(separator: ", ") }) {
      #expect(text.contains("`\(sign)`"), "\(sign)")
    }
  }

  /// The commands at the head of the document print the apparatus that it shows.
  @Test func theShownApparatusIsReal() throws {
    let text = try SampleTests.contents("docs/OUTPUT.md")
    let commands = text.split(separator: "\n").drop { !$0.hasPrefix("    ") }
      .prefix { $0.hasPrefix("    ") }
    #expect(commands.count == 4)
    let workshop = try Workshop()
    let outcome = try BuiltProgram.shell(
      commands.joined(separator: "\n"), in: workshop.folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try workshop.names() == ["A.txt", "B.txt", "C.txt", "out.json", "out.xml"])
    let blocks = text.components(separatedBy: "```text\n").dropFirst()
    #expect(blocks.map { $0.components(separatedBy: "```")[0] } == [outcome.text])
    try checkMembers(workshop.contents("out.json"), text)
  }

  /// Every member of the JSON has its row.
  private func checkMembers(_ json: String, _ text: String) throws {
    // A quoted word behind which a colon stands; no word of the sample has a quotation mark.
    let pieces = json.components(separatedBy: "\"")
    for (key, next) in zip(pieces, pieces.dropFirst()) where next.hasPrefix(":") {
      #expect(text.contains("`\(key)`") || text.contains("`collate.\(key)`"), "\(key)")
    }
  }
}
