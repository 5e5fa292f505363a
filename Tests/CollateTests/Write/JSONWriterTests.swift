// The oracle is Foundation's parser.
import Foundation
import Testing

@testable import Collate

@Suite("JSON")
struct JSONWriterTests {
  /// The written JSON, parsed.
  private func parsed(
    _ sketch: EditionSketch, _ shape: JSONWriter.Shape = .java
  ) throws -> [String: Any] {
    let text = sketch.written(JSONWriter(shape: shape))
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test(arguments: JSONWriter.Shape.allCases)
  func eachWitnessCanBePutTogetherFromItsTokens(_ shape: JSONWriter.Shape) throws {
    let sketch = ModelEdition.sketch
    let json = try parsed(sketch, shape)
    #expect(json["witnesses"] as? [String] == ["T", "M"])
    let extra = try #require(json["collate"] as? [String: Any])
    let leading = try #require(extra["leading"] as? [String])
    let table = try #require(json["table"] as? [[Any]])
    for (witness, normalized) in sketch.edition.text.witnesses.enumerated() {
      let cells = shape == .java ? table.map { $0[witness] } : table[witness]
      let tokens = cells.flatMap { $0 as? [[String: String]] ?? [] }
      let text = leading[witness] + tokens.map { $0["t"]! }.joined()
      #expect(Array(text.utf8) == normalized.source.witness.text.bytes)
      #expect(
        tokens.allSatisfy { $0["n"] == $0["t"]!.lowercased().prefix($0["n"]!.count).description })
    }
  }

  @Test func gapsAreEmptyArraysInOneShapeAndNullInTheOther() throws {
    let sketch = EditionSketch(("T", "a b", "a|b"), ("M", "a", "a|"))
    let columns = try #require(try parsed(sketch)["table"] as? [[[[String: String]]]])
    #expect(columns.map { $0.map(\.count) } == [[1, 1], [1, 0]])
    let rows = try #require(try parsed(sketch, .python)["table"] as? [[Any]])
    #expect(rows[1][1] is NSNull && rows.map(\.count) == [2, 2])
  }

  @Test func entriesAndMovesStandOutsideTheTable() throws {
    var sketch = ModelEdition.sketch
    sketch.edition.entries[3].parent = 2
    sketch.edition.collation.moves = [
      .init(
        first: .init(columns: 1..<2, witnesses: [0]), second: .init(columns: 4..<6, witnesses: [1]))
    ]
    let extra = try #require(try parsed(sketch)["collate"] as? [String: Any])
    #expect(extra["version"] as? String == "1.2.3" && extra["base"] as? String == "T")
    let entries = try #require(extra["entries"] as? [[String: Any]])
    #expect(entries.map { $0["number"] as? Int } == Array(1...10))
    #expect(entries[1]["partner"] as? Int == 6 && entries[5]["partner"] as? Int == 2)
    #expect(entries[3]["parent"] as? Int == 3 && entries[4]["parent"] == nil)
    #expect(entries[3]["class"] as? String == "numeral" && entries[3]["shown"] as? Bool == true)
    let readings = try #require(entries[3]["readings"] as? [[String: Any]])
    #expect(readings.map { $0["text"] as? String } == ["3,000", "9,000"])
    #expect(readings[1]["witnesses"] as? [String] == ["M"])
    let moves = try #require(extra["moves"] as? [[String: [String: Any]]])
    #expect(moves[0]["second"]?["columns"] as? [Int] == [4, 6])
  }

  @Test func everyCharacterIsEscapedAsJSONWantsIt() throws {
    var all = String.UnicodeScalarView()
    for value in Array(0..<0x500) + Array(0x2000..<0x2100) + [0xFFFE, 0xFFFF, 0x1F600, 0x10FFFF] {
      all.append(Unicode.Scalar(UInt32(value))!)
    }
    var out = Output()
    JSONText.string(String(all), into: &out)
    let value = try JSONSerialization.jsonObject(with: Data(out.bytes), options: .fragmentsAllowed)
    #expect(try Array(#require(value as? String).unicodeScalars) == Array(all))
    #expect(!out.bytes.contains { $0 < 0x20 })
    #expect(
      !String(decoding: out.bytes, as: UTF8.self).contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
  }

  @Test func otherKeysOfATokenAreKept() throws {
    var sketch = EditionSketch(("T", "a b", "a|b"), ("M", "a b", "a|b"))
    sketch.edition.text.witnesses[0].source.witness.text.givenTokens = [
      GivenToken(range: 0..<2, others: #"{"page":3,"x":{"y":[]}}"#), GivenToken(range: 2..<3),
    ]
    let table = try #require(try parsed(sketch)["table"] as? [[[[String: Any]]]])
    #expect(table[0][0][0]["page"] as? Int == 3)
    #expect(Set(table[1][0][0].keys) == ["t", "n"])
    #expect(Set(table[0][1][0].keys) == ["t", "n"])
  }

  @Test func aColumnAndAnEntryIsALine() {
    let lines = ModelEdition.sketch.written(JSONWriter()).split(separator: "\n")
    let edition = ModelEdition.sketch.edition
    #expect(lines.count { $0.hasPrefix("[[") } == edition.collation.columnCount)
    #expect(lines.count { $0.hasPrefix("{\"number\"") } == edition.entries.count)
  }

  @Test func noWitnessesAreAnEmptyTable() throws {
    var sketch = EditionSketch(("T", "", ""))
    sketch.edition.text.witnesses = []
    sketch.edition.collation = Collation(columns: [], columnCount: 0)
    for shape in JSONWriter.Shape.allCases {
      #expect((try parsed(sketch, shape)["table"] as? [Any])?.isEmpty == true)
    }
  }
}
