import Foundation
import Testing

@testable import Collate

/// Markup of TEI witnesses stands again around the words of readings, and nothing is lost by it.
@Suite struct TEIMarkupTests {
  private func edition(_ bodies: [String], _ rules: TEIReadingRules = .standard) throws -> Edition {
    let witnesses = try bodies.enumerated().map { index, body in
      let siglum = String(UnicodeScalar(UInt8(65 + index)))
      return Witness(
        siglum: siglum, description: .init(), text: try teiText(body, rules))
    }
    let text = Normalizer().normalize(witnesses.map { Tokenizer().tokenize($0) })
    let collation = Aligner().align(text)
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    return try Edition(
      title: nil, language: "en", text: text, collation: collation, units: units, base: "A",
      version: "0.0.0")
  }

  /// The paragraphs of an edition in TEI, without the attributes of entries and readings.
  private func body(_ edition: Edition) throws -> String {
    var out = Output()
    TEIWriter().write(edition, into: &out)
    #expect(LosslessProof.check(out.bytes, against: edition) == nil)
    let tei = String(decoding: out.bytes, as: UTF8.self)
    _ = try xmlPieces(tei)
    let start = try #require(tei.range(of: "<p n=\"1\""))
    let end = try #require(tei.range(of: "\n</div></body>"))
    return String(tei[start.lowerBound..<end.lowerBound])
      .replacing(/<(app|lem|rdg) [^>]*?(\/?)>/) { "<\($0.1)\($0.2)>" }
  }

  @Test func elementsStandAroundTheirWords() throws {
    let edition = try edition([
      "<p>one <persName key='k'>Ivan <hi rend='sup'>I</hi></persName> said</p>",
      "<p>one <persName>Ivan II</persName> said</p>",
    ])
    #expect(
      try body(edition) == """
        <p n="1">one <persName key="k">Ivan </persName><app><lem><persName key="k">\
        <hi rend="sup">I</hi></persName></lem><rdg><persName>II</persName></rdg></app> said</p>
        """)
  }

  @Test func elementsMayBeginWithinWords() throws {
    let same = "<p>w<hi>or</hi>d a<hi>b c</hi>d</p>"
    #expect(try body(edition([same, same])) == "<p n=\"1\">w<hi>or</hi>d a<hi>b c</hi>d</p>")
  }

  @Test func elementsAreCutAtParagraphs() throws {
    let same = "<quote><p>one</p><p>two</p></quote>"
    let expected = "<p n=\"1\"><quote>one</quote></p>\n<p n=\"2\"><quote>two</quote></p>"
    #expect(try body(edition([same, same])) == expected)
  }

  @Test func gapsAndSuppliedWordsKeepTheirAttributes() throws {
    let same =
      "<p>a <gap reason='illegible' quantity='2' unit='chars'/> <supplied reason='lost'>b "
      + "<hi>c</hi></supplied> <unclear reason='faded'>d</unclear></p>"
    #expect(
      try body(edition([same, same])) == """
        <p n="1">a <gap reason="illegible" unit="chars" quantity="2"/> <supplied reason="lost">b \
        <hi>c</hi></supplied> <unclear reason="faded">d</unclear></p>
        """)
    let rules = TEIReadingRules(elements: ["supplied": .tag])
    let plain = "<p>a <supplied reason='lost'>b</supplied></p>"
    #expect(
      try body(edition([plain, plain], rules))
        == "<p n=\"1\">a <supplied reason=\"lost\" rend=\"no-open no-close\">b</supplied></p>")
  }

  @Test func attributesAreEscaped() throws {
    let same = "<p><hi rend='&lt;&quot;&amp;'>a</hi></p>"
    #expect(
      try body(edition([same, same]))
        == "<p n=\"1\"><hi rend=\"&lt;&quot;&amp;\">a</hi></p>")
  }

  /// Random markup over random variation: every witness comes back, and all of it is XML.
  @Test(arguments: UInt64(0)..<60) func randomMarkupLosesNothing(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["a", "b", "cd", "e,", "f", "3,000", "<gap/>", "[g]", "h"]
    let elements = ["hi", "persName", "q", "unclear", "supplied", "add", "seg"]
    func body() -> String {
      var open: [String] = []
      var body = "<p>"
      for _ in 0..<Int.random(in: 0..<14, using: &random) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1:
          let element = elements.randomElement(using: &random)!
          body += "<\(element)>"
          open.append(element)
        case 2: if let element = open.popLast() { body += "</\(element)>" }
        case 3 where open.isEmpty: body += "</p><p>"
        default: body += words.randomElement(using: &random)!
        }
        if Bool.random(using: &random) { body += " " }
      }
      return body + open.reversed().map { "</\($0)>" }.joined() + "</p>"
    }
    let bodies = [body(), body(), body()]
    let edition = try edition(bodies)
    var out = Output()
    TEIWriter().write(edition, into: &out)
    #expect(LosslessProof.check(out.bytes, against: edition) == nil, "seed \(seed): \(bodies)")
    _ = try xmlPieces(String(decoding: out.bytes, as: UTF8.self))
  }

  /// What this program wrote can be read again as one witness, word for word.
  @Test func ownOutputIsReadAgainAsAWitness() throws {
    let texts = [
      "one two [three] four.\n\nfive <…> six", "one two three five.\n\nfive seven\n",
      "one  two <…> four\n\nfive six",
    ]
    let edition = try editionForTests(texts)
    var out = Output()
    TEIWriter().write(edition, into: &out)
    for (siglum, text) in zip(["A", "B", "C"], texts) {
      let tei = String(decoding: out.bytes, as: UTF8.self)
      let witness = try teiWitnesses(tei, TEIReadingRules(take: siglum))[0]
      #expect(witness.siglum == siglum)
      func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
      #expect(words(witness.text.string) == words(text), "\(siglum)")
    }
  }
}
