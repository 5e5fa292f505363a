import Testing

@testable import Collate

@Suite struct TEIHeaderTests {
  @Test func datesBecomeAttributes() {
    #expect(TEIHeader.calendarAttributes("1920-07-07") == " when=\"1920-07-07\"")
    #expect(TEIHeader.calendarAttributes("1920-07") == " when=\"1920-07\"")
    #expect(TEIHeader.calendarAttributes("1920-07-07/..") == " notBefore=\"1920-07-07\"")
    #expect(TEIHeader.calendarAttributes("../1920") == " notAfter=\"1920\"")
    #expect(
      TEIHeader.calendarAttributes("1920/1921") == " notBefore=\"1920\" notAfter=\"1921\"")
    for nonsense in [
      "", "..", "../../..", "July", "1920-13", "1920-07-32", "20-07-07", "/",
    ] {
      #expect(TEIHeader.calendarAttributes(nonsense) == "", "\(nonsense)")
    }
  }

  @Test func siglaBecomeXMLNames() {
    let ids = TEIIdentifiers(sigla: ["T", "13", "w13", "P⁶⁶", "α", "T (a.c.)", "app1", "1", " "])
      .ids
    #expect(ids == ["T", "w13-2", "w13", "P66", "α", "T_a.c.", "wapp1", "w1", "w"])
    #expect(Set(ids).count == ids.count)
  }

  @Test func aSiglumThatBeginsAnotherIsReported() {
    let clashes = TEIIdentifiers(sigla: ["w13", "B", "w1"]).prefixClashes
    #expect(clashes.map { [$0.0, $0.1] } == [[2, 0]])
    #expect(TEIIdentifiers(sigla: ["A", "B"]).prefixClashes.isEmpty)
  }

  @Test func attributesKeepEveryCharacter() {
    for text in [
      "a b", "\n\r\t\\", "\u{0}\u{C}\u{7F}\u{85}\u{A0}\u{2028}\u{FFFE}", "\"<&>", "é字🙂", "",
    ] {
      let attribute = TEIEscape.attribute(text)
      #expect(attribute.unicodeScalars.allSatisfy(isVisible), "\(attribute)")
      let read = attribute.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      #expect(TEINotation.unescape(read).map { Array($0.utf8) } == Array(text.utf8), "\(attribute)")
    }
    for broken in ["\\", "\\x", "\\u{", "\\u{110000}", "\\u41"] {
      #expect(TEINotation.unescape(broken) == nil, "\(broken)")
    }
  }

  private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
  }

  /// What ends a CDATA section may stand in no text, even where nothing else is to be escaped.
  @Test(arguments: [
    ("a ]]> b", "a ]]&gt; b"), ("a<b", "a&lt;b"), ("a&b", "a&amp;b"), ("a b", "a b"),
  ])
  func textHasNoSignsOfMarkup(text: String, written: String) {
    var out = Output()
    out.write(escaped: Array(text.utf8)[...])
    #expect(String(decoding: out.bytes, as: UTF8.self) == written)
  }

  @Test func aNameIsOneToken() {
    #expect(TEIEscape.name("found in") == "found-in")
    #expect(TEIEscape.name("a\u{A0}<b>") == "a-&lt;b&gt;")
    #expect(TEIEscape.name("") == "field")
  }
}
