import Testing

@testable import Collate

/// A witness lacks a passage that begins with a mark of punctuation, and has the word before it.
@Suite struct BrokenOffTests {
  private static let rest = "red sky above green grass under blue moon by night, end"

  /// The apparatus of A and B, which have no comma before the passage, C, D, E and F, which have
  /// one, G, which has another word, and H, which breaks off.
  private func apparatus(
    _ broken: String, base: Int = 0, _ layout: TextWriter.Layout = .negative
  ) throws -> String {
    let plain = "one dog \(Self.rest)"
    let comma = "one dog, \(Self.rest)"
    var edition = try editionForTests(
      [plain, plain, comma, comma, comma, comma, "one pig \(Self.rest)", broken])
    if base > 0 {
      edition = try Edition(
        title: nil, language: "en", text: edition.text, collation: edition.collation,
        units: VariationUnit.all(
          in: edition.collation, of: edition.text, ignoring: [], language: "en"),
        base: "C", version: "0.0.0")
    }
    var out = Output()
    TextWriter(layout: layout).write(edition, into: &out)
    let text = String(decoding: out.bytes, as: UTF8.self)
    let heading = try #require(text.firstRange(of: "APPARATUS (\(layout.rawValue))\n\n"))
    return String(text[heading.upperBound...].replacing("\n   |", with: " |").dropLast())
  }

  @Test func theMarkIsOneEntryWithItsWord() throws {
    let ours = try apparatus("one dogge, end")
    #expect(ours == "1  dog] dog, CDEF; pig G; dogge H | red … night] om. H")
    let theirs = try apparatus("one dogge, end", base: 2)
    #expect(theirs == "1  dog,] dog AB; pig G; dogge H | red … night] om. H")
  }

  @Test func whoHasTheWordAloneDoesNotDepartFromIt() throws {
    #expect(try apparatus("one dog, end") == "1  dog] dog, CDEF; pig G | red … night] om. H")
    let theirs = try apparatus("one dog, end", base: 2)
    #expect(theirs == "1  dog,] dog ABH; pig G | red … night] om. H")
    let positive = try apparatus("one dog, end", .positive)
    #expect(
      positive == "1  dog ABH : dog, CDEF : pig G | red … night ABCDEFG : om. H")
  }

  /// The same where the passage begins with words that others have before it.
  @Test func whoHasTheWordAloneDoesNotDepartFromItWhereOthersAdd() throws {
    let edition = try editionForTests([
      "one dog \(Self.rest)", "one dog and cat \(Self.rest)", "one pig and cat \(Self.rest)",
      "one dog and cat \(Self.rest)", "one dog, end",
    ])
    for layout in TextWriter.Layout.allCases {
      var out = Output()
      TextWriter(layout: layout).write(edition, into: &out)
      let text = String(decoding: out.bytes, as: UTF8.self)
      #expect(text.contains("APPARATUS") && !text.contains("dog E"), "\(text)")
    }
  }

  @Test func aLacunaSaysNothingOfTheMark() throws {
    let ours = try apparatus("one dog <…>", base: 2)
    #expect(ours.hasPrefix("1  dog,] dog AB; pig G"), "\(ours)")
  }

  @Test func whoLacksAPassageIsNotNamedAgainAtItsLastWord() throws {
    let edition = try editionForTests([
      "one dog red sky above green grass under moon by night",
      "one dog red sky above green glass and more words under moon by night",
      "one dog under moon by night",
    ])
    var out = Output()
    TextWriter().write(edition, into: &out)
    let text = String(decoding: out.bytes, as: UTF8.self)
    #expect(
      text.hasSuffix("1  red sky above green grass] om. C | grass] glass and more words B\n"),
      "\(text)")
  }
}
