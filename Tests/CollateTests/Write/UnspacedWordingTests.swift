import Testing

@testable import Collate

/// Passages of scripts without spaces, in which each sign is a token.
@Suite struct UnspacedWordingTests {
  private func apparatus(_ texts: String...) throws -> String {
    var out = Output()
    TextWriter().write(try editionForTests(texts), into: &out)
    let text = String(decoding: out.bytes, as: UTF8.self)
    let heading = try #require(text.firstRange(of: "APPARATUS (negative)\n\n"))
    return String(text[heading.upperBound...].dropLast())
  }

  @Test func aLongReadingIsOfCharacters() throws {
    let signs = (0..<45).map { String(Unicode.Scalar(0x5000 + UInt32($0))!) }.joined()
    let printed = try apparatus("天地玄黃", "天" + signs + "地玄黃")
    #expect(printed == "1  天] + \(signs.first!) … \(signs.last!) (45 characters) B")
  }

  @Test func aLongReadingInWordsIsOfWords() throws {
    let words = (0..<45).map { "word\($0)" }.joined(separator: " ")
    let printed = try apparatus("one dog here", "one \(words) dog here")
    #expect(printed == "1  one] + word0 … word44 (45 words) B")
  }

  @Test func aReferenceOfFewSignsNamesThemAll() throws {
    let printed = try apparatus("春夏秋冬花鳥風月山川草木", "花鳥風月山川草木春夏秋冬")
    #expect(printed.contains("cf. 春夏秋冬") || printed.contains("春夏秋冬]"), "\(printed)")
    #expect(!printed.contains("春 … 冬"))
  }

  @Test func marksAloneAreAnOmission() throws {
    #expect(try apparatus("He saw it, not there.", "He saw it, there.") == "1  not] om. B")
    let printed = try apparatus(
      "He went away. Yes! Then home.", "He went away. ! Then home.", "He went away. Then home.")
    #expect(printed.hasSuffix("Yes!] om. BC"), "\(printed)")
  }
}
