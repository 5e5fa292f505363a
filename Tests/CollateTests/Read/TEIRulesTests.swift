import Testing

@testable import Collate

/// What a user may say of elements, sides, layers and words.
@Suite struct TEIRulesTests {
  @Test func eachModeDoesWhatItSays() throws {
    let body = "<p>one <hi>two</hi> three</p>"
    func text(_ mode: TEIReadingRules.Mode) throws -> SourceText {
      try teiText(body, TEIReadingRules(elements: ["hi": mode]))
    }
    #expect(try text(.hide).string == "one three")
    let kept = try text(.keep)
    #expect(kept.string == "one two three")
    #expect(kept.markStrings == ["remark:two"])
    let plain = try text(.tag)
    #expect(plain.string == "one two three")
    #expect(plain.marks.isEmpty && plain.hints.isEmpty)
    #expect(plain.markup == [Markup(element: "hi", range: 4..<7)])
    let significant = try text(.significant)
    #expect(significant.hints == [WordHint(range: 4..<7, kind: .significant("hi"))])
  }

  @Test func notesAreKeptAsNotes() throws {
    let body = "<p>one<note><p>first</p><p>second</p></note> two</p>"
    let text = try teiText(body, TEIReadingRules(elements: ["note": .keep]))
    #expect(text.string == "one first second two")
    #expect(text.markStrings == ["note:first second"])
    #expect(text.blocks().count == 1)
  }

  @Test func suppliedWordsCanStandWithoutBrackets() throws {
    let body = "<p>a <supplied reason='lost'>b</supplied></p>"
    let text = try teiText(body, TEIReadingRules(elements: ["supplied": .tag]))
    #expect(text.string == "a b")
    #expect(text.markup.map(\.element) == ["supplied"])
    #expect(try teiText(body, TEIReadingRules(elements: ["supplied": .hide])).string == "a")
  }

  @Test func theOtherSideIsComparedOrWritten() throws {
    let body = "<p>in <choice><orig>ye</orig><reg>the</reg></choice> house</p>"
    let text = try teiText(body)
    #expect(text.hints == [WordHint(range: 3..<5, kind: .regular("the"))])
    var rules = TEIReadingRules.standard
    rules.choose(.reg)
    let regular = try teiText(body, rules)
    #expect(regular.string == "in the house")
    #expect(regular.hints.isEmpty)
    // The order of the sides does not matter.
    let turned = "<p>in <choice><reg>the</reg><orig>ye</orig></choice> house</p>"
    #expect(try teiText(turned).string == text.string)
    #expect(try teiText(turned).hints == text.hints)
    #expect(try teiText(turned, rules).string == regular.string)
  }

  @Test func layersBecomeWitnesses() throws {
    let xml = teiFile("<p>a <del>b</del><add>c</add> <subst><del>d</del><add>e</add></subst> f</p>")
    var rules = TEIReadingRules.standard
    #expect(try teiWitnesses(xml, rules, siglum: "T").map(\.siglum) == ["T"])
    rules.hasLayers = true
    let layers = try teiWitnesses(xml, rules, siglum: "T")
    #expect(layers.map(\.siglum) == ["T (a.c.)", "T (p.c.)"])
    #expect(layers.map(\.text.string) == ["a b d f", "a c e f"])
    let plain = teiFile("<p>a</p>")
    #expect(try teiWitnesses(plain, rules, siglum: "T").map(\.siglum) == ["T"])
  }

  @Test func wordsHaveTheirFormsFromAttributes() throws {
    let body = "<p><w norm='the' lemma='THE'>ye</w> <w lemma='HOUSE'>hous</w></p>"
    let text = try teiText(body)
    #expect(
      text.hints == [
        WordHint(range: 0..<2, kind: .word(form: "the")),
        WordHint(range: 3..<7, kind: .word(form: nil)),
      ])
    var rules = TEIReadingRules.standard
    rules.wordForms = ["lemma"]
    #expect(
      try teiText(body, rules).hints.map(\.kind) == [
        .word(form: "THE"), .word(form: "HOUSE"),
      ])
  }

  @Test func glyphsAreWhatTheHeaderSays() throws {
    let xml = """
      <TEI><teiHeader><encodingDesc><charDecl>
      <char xml:id='et'><mapping type='standard'>&amp;</mapping></char>
      <char xml:id='cp'><localProp name='code-point' value='C'/></char>
      </charDecl></encodingDesc></teiHeader>
      <text><body><p>a <g ref='#et'/> b<g ref='#cp'/>c <g ref='#et'>and</g><g ref='#no'/></p></body>
      </text></TEI>
      """
    #expect(try teiWitnesses(xml)[0].text.string == "a & b\u{C}c and")
  }
}
