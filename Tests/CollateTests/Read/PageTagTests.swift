import Testing

@testable import Collate

/// Tags on parts of a line, as Transkribus writes them into `custom`.
@Suite struct PageTagTests {
  @Test func tagsAreReadFromCustom() {
    let tags = LineTags.parse(
      "readingOrder {index:0;} abbrev {offset:9; length:2; expansion:a\\u003bb;} x{} unclear {")
    #expect(tags.map(\.name) == ["readingOrder", "abbrev", "x"])
    #expect(tags[1].number("offset") == 9)
    #expect(tags[1].values.last?.value == "a;b")
    #expect(LineTags.parse("}{").isEmpty || LineTags.parse("}{").allSatisfy { $0.name == "}" })
  }

  @Test func tagsBecomeMarksAndMarkup() throws {
    let custom = """
      unclear {offset:3; length:2;} abbrev {offset:6; length:2; expansion:Doctor;} \
      gap {offset:9; length:0;} supplied {offset:9; length:3;} person {offset:6; length:6;}
      """
    let text = try pageText(pageFile(lines: [pageLine("éa cd Dr 𝔏𝔏 xyz", custom: "")]))
    #expect(text.string == "éa cd Dr 𝔏𝔏 xyz")
    let tagged = try pageText(pageFile(lines: [pageLine("éa cd Dr efg xyz", custom: custom)]))
    #expect(tagged.string == "éa cd Dr <…>[efg] xyz")
    #expect(tagged.markStrings == ["gap:<…>", "suppliedOpen:[", "suppliedClose:]"])
    #expect(
      tagged.markup.map { "\($0.element):\(tagged.string($0.range))" } == [
        "unclear:cd", "persName:Dr <…>[efg]", "abbr:Dr",
      ])
    #expect(tagged.hints.map(\.kind) == [.regular("Doctor")])
  }

  @Test func tagsAtTheEndOfALineAreKept() throws {
    // A tag over the sign of division, a gap behind the last word, a line that is nothing but a
    // gap.
    let text = try pageText(
      pageFile(lines: [
        pageLine("ab cd¬", custom: "unclear {offset:3; length:3;}"),
        pageLine("ef gh", custom: "gap {offset:5; length:0;}"),
        pageLine("", custom: "gap {offset:0; length:0;}"),
        pageLine("ij"),
      ]))
    #expect(text.string == "ab cdef gh<…> <…> ij")
    #expect(text.markup.map { text.string($0.range) } == ["cd"])
    // What stands in the text for what cannot be read gives way to the mark.
    for (written, tag, expected) in [
      ("ab [...] cd", "gap {offset:3; length:5;}", "ab <…> cd"),
      ("ab xyz cd", "gap {offset:3; length:3;}", "ab <…>xyz cd"),
    ] {
      #expect(try pageText(pageFile(lines: [pageLine(written, custom: tag)])).string == expected)
    }
  }

  @Test func offsetsCountUTF16Units() throws {
    let xml = pageFile(lines: [pageLine("𝔏 ab", custom: "unclear {offset:3; length:2;}")])
    let text = try pageText(xml)
    #expect(text.markup.map { text.string($0.range) } == ["ab"])
  }

  @Test func tagsOutsideTheLineAreNothing() throws {
    for custom in [
      "unclear {offset:9; length:2;}", "unclear {offset:-1; length:2;}", "gap {offset:x;}",
      "unclear {offset:1; length:99999999999999999999;}",
      "unclear {offset:9223372036854775807; length:9223372036854775807;}",
    ] {
      let text = try pageText(pageFile(lines: [pageLine("abc", custom: custom)]))
      #expect(text.string == "abc" && text.markup.isEmpty, "\(custom)")
    }
  }
}
