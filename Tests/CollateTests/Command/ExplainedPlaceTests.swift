import Testing

@testable import Collate

@Suite("Places to be explained")
struct ExplainedPlaceTests {
  @Test func readsEveryForm() {
    #expect(ExplainedPlace("12") == .entry(12))
    #expect(ExplainedPlace("p3") == .paragraph(3))
    #expect(ExplainedPlace("l120") == .line(120))
    #expect(ExplainedPlace("T:12") == .transcription("T", line: 12, column: nil))
    #expect(ExplainedPlace("T:12:8") == .transcription("T", line: 12, column: 8))
    #expect(ExplainedPlace("a:b:12:8") == .transcription("a:b", line: 12, column: 8))
    for wrong in ["", "x", "p", "T:", "-1", "p-1", "99999999999999999999"] {
      #expect(ExplainedPlace(wrong) == nil, "\(wrong)")
    }
  }

  @Test func findsColumnsOfATranscription() throws {
    let edition = try editionForTests(["one two\n\nthree four", "one two\n\nthree five"])
    func columns(_ place: String) throws -> Range<Int>? {
      try ExplainedPlace(place)?.columns(in: edition, width: 80)
    }
    #expect(try columns("B:3") == 2..<4)
    #expect(try columns("B.txt:3:7") == 3..<4)
    #expect(try columns("B:3:10") == 3..<4)
    #expect(try columns("1") == 3..<4)
    #expect(try columns("p2") == 2..<4)
    #expect(try columns("l2") == 2..<4)
  }

  @Test func saysWhatThereIs() throws {
    let edition = try editionForTests(["one two", "one three"])
    let faults: [(String, PlaceError)] = [
      ("2", .noEntry(count: 1)), ("p2", .noNumber(paragraphs: true, count: 1)),
      ("l9", .noNumber(paragraphs: false, count: 1)), ("X:1", .noWitness(sigla: ["A", "B"])),
      ("A:2", .noLine(1...1)), ("A:1:4", .noToken),
    ]
    for (written, fault) in faults {
      let place = try #require(ExplainedPlace(written))
      #expect(throws: fault) { try place.columns(in: edition, width: 80) }
      #expect(fault.message(of: written).remedy != nil)
    }
  }

  /// Asked for or not, every token stands in the same column.
  @Test func explainingChangesNothing() throws {
    let edition = try editionForTests([
      "they killed 3,000 Armenians in Adana , he went in to the house",
      "they killed 9,000 men in Adana. he went into the the house",
      "they killed some 3,000 Armenians in Adana; he went into house",
    ])
    #expect(AlignmentInquiry(edition.text, Aligner()).collation == edition.collation)
  }
}
