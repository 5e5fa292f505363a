import Testing

@testable import Collate

/// What an input says of words beyond their letters reaches tokens and forms.
@Suite struct WordHintTests {
  private func tokens(_ body: String, _ rules: TEIReadingRules = .standard) throws -> [String] {
    let text = try teiText(body, rules)
    return Tokenizer().tokenize(Witness(siglum: "A", description: .init(), text: text)).tokens.map {
      text.string($0.written)
    }
  }

  private func forms(_ body: String, _ rules: TEIReadingRules = .standard) throws -> [String] {
    let witness = Witness(siglum: "A", description: .init(), text: try teiText(body, rules))
    let text = Normalizer().normalize([Tokenizer().tokenize(witness)])
    return text.witnesses[0].words.map { id in
      text.lexicon.forms[Int(text.lexicon.words[Int(id)].form)].spelling
    }
  }

  @Test func markedWordsAreTokens() throws {
    #expect(try tokens("<p><w>can</w><w join='left'>not</w></p>") == ["can", "not"])
    #expect(try tokens("<p><w>New York</w> is<pc>.</pc></p>") == ["New York", "is", "."])
    #expect(try tokens("<p><w>e.g.</w> it's</p>") == ["e.g.", "it's"])
    #expect(try tokens("<p><w>so-</w><w join='both'>called</w></p>") == ["so-", "called"])
    #expect(try tokens("<p><supplied><w>a</w> <w>b c</w></supplied></p>") == ["[a", "b c]"])
    let partly = "<p><w>a<supplied>b</supplied></w><w join='left'>c</w></p>"
    #expect(try tokens(partly) == ["a[b]", "c"])
    #expect(try tokens("<p><w>a<gap/>b</w></p>") == ["a", "<…>", "b"])
    #expect(try tokens("<p>a<w>b</w>c</p>") == ["a", "b", "c"])
  }

  /// Tokens tile the text, whatever words the input marked off.
  @Test func nothingIsLostBetweenMarkedWords() throws {
    let bits = ["a", "b-", " ", "'", "3,", "000", ".", "<gap/>", "é"]
    for seed in UInt64(0)..<500 {
      var random = SeededGenerator(seed: seed)
      var body = "<p>"
      for _ in 0..<8 {
        let bit = bits.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0: body += "<w join='left'>\(bit)\(bits.randomElement(using: &random)!)</w>"
        case 1: body += "<supplied>\(bit)</supplied>"
        default: body += bit
        }
      }
      let text = try teiText(body + "</p>")
      let tokens = Tokenizer().tokenize(Witness(siglum: "A", description: .init(), text: text))
        .tokens
      var at = tokens.first.map { Int($0.start) } ?? text.bytes.count
      for token in tokens {
        #expect(Int(token.start) == at && token.end > token.start, "seed \(seed): \(body)")
        #expect(token.next >= token.end, "seed \(seed): \(body)")
        at = Int(token.next)
        for word in text.markedWords {
          let isApart = Int(token.end) <= word.lowerBound || Int(token.start) >= word.upperBound
          let bare = text.string(token.written).filter { $0 != "[" && $0 != "]" }
          let inside = text.string(word)
          #expect(
            isApart || inside.contains(bare) || bare.isEmpty, "seed \(seed): \(bare) in \(inside)")
        }
      }
      #expect(at == text.bytes.count, "seed \(seed): \(body)")
    }
  }

  @Test func regularSidesAreCompared() throws {
    let body = "<p><choice><orig>Ye</orig><reg>The</reg></choice> house</p>"
    #expect(try forms(body) == ["the", "house"])
    let part = "<p>ye<choice><abbr>s</abbr><expan>ster</expan></choice>day</p>"
    #expect(try tokens(part) == ["yesday"])
    #expect(try forms(part) == ["yesterday"])
    let several = "<p><choice><orig>in to</orig><reg>into</reg></choice> it</p>"
    #expect(try forms(several) == ["in", "to", "it"])
    let supplied = "<p><supplied>y<choice><orig>e</orig><reg>ee</reg></choice></supplied></p>"
    #expect(try forms(supplied) == ["yee"])
    let number = "<p><choice><abbr>iij</abbr><expan>3,000</expan></choice></p>"
    #expect(try forms(number) == ["3000"])
  }

  @Test func attributesOfWordsAreCompared() throws {
    #expect(try forms("<p><w norm='The'>ye</w> <w norm=''>hous</w></p>") == ["the", "hous"])
  }

  @Test func significantElementsTellWordsApart() throws {
    let rules = TEIReadingRules(elements: ["hi": .significant])
    #expect(try forms("<p>a <hi>b c</hi> d</p>", rules) == ["a", "b<hi>", "c<hi>", "d"])
    #expect(try forms("<p><hi>a <hi>b</hi></hi> b</p>", rules) == ["a<hi>", "b<hi><hi>", "b"])
  }

  /// The mode decides whether a difference of markup is an entry.
  @Test func significantMarkupMakesAnEntry() throws {
    func entries(_ mode: TEIReadingRules.Mode) throws -> Int {
      let rules = TEIReadingRules(elements: ["hi": mode])
      let witnesses = try ["<p>one <hi>two</hi> three</p>", "<p>one two three</p>"].enumerated()
        .map { Witness(siglum: "\($0)", description: .init(), text: try teiText($1, rules)) }
      let text = Normalizer().normalize(witnesses.map { Tokenizer().tokenize($0) })
      let collation = Aligner().align(text)
      return VariationUnit.all(in: collation, of: text, ignoring: [], language: "en").count
    }
    #expect(try entries(.tag) == 0)
    #expect(try entries(.significant) == 1)
  }
}

/// `tei` in an edition file.
@Suite struct TEIRulesFileTests {
  private func rules(_ json: String) throws -> TEIReadingRules? {
    try EditionFile(InputBytes(path: "edition.json", bytes: Array(json.utf8))).tei
  }

  private func problem(_ json: String) -> ReadError? {
    do {
      _ = try rules(json)
      return nil
    } catch { return error as? ReadError }
  }

  @Test func rulesAreRead() throws {
    let read = try rules(
      """
      {"tei": {"elements": {"note": "keep", "hi": "significant"}, "choice": ["reg", "corr"],
               "layers": true, "take": "T", "forms": ["lemma"]}}
      """)
    var expected = TEIReadingRules(elements: ["note": .keep, "hi": .significant])
    expected.sides = [.reg, .corr, .abbr]
    expected.hasLayers = true
    expected.take = "T"
    expected.wordForms = ["lemma"]
    #expect(read == expected)
    #expect(try rules("{}") == nil)
    #expect(try rules(#"{"tei": {"choice": "expan"}}"#)?.sides == [.orig, .sic, .expan])
  }

  @Test func wrongRulesAreNamedByTheirPlace() {
    let mode = problem("{\"tei\": {\"elements\": {\n\"hi\": \"loud\"}}}")
    #expect(mode?.place?.line == 2)
    #expect(problem(#"{"tei": {"choice": "left"}}"#) != nil)
    #expect(problem(#"{"tei": {"layers": 1}}"#) != nil)
    #expect(
      problem(#"{"tei": {"layer": true}}"#)?.problem
        == .unknownKey("layer", known: ["elements", "choice", "layers", "take", "forms"]))
  }

  @Test func optionsSetWhatTheFileDoesNot() throws {
    var rules = TEIReadingRules.standard
    let isSet = rules.set("hi=keep")
    #expect(isSet)
    #expect(rules.mode(of: "hi") == .keep)
    for wrong in ["hi", "=keep", "hi=", "hi=loud", "hi=keep=tag"] {
      let isSet = rules.set(wrong)
      #expect(!isSet, "\(wrong)")
    }
  }

  /// What is marked as an abbreviation, and not resolved, is a spelling of a word with its letters.
  @Test func abbreviationsAreSpellings() throws {
    func kind(_ body: String, _ other: String) throws -> VariationClass? {
      let a = Witness(siglum: "A", description: .init(), text: try teiText("<p>in \(body) est</p>"))
      let b = Witness(
        siglum: "B", description: .init(), text: try teiText("<p>in \(other) est</p>"))
      let text = Normalizer().normalize([a, b].map(Tokenizer().tokenize))
      let collation = Aligner().align(text)
      return VariationUnit.all(in: collation, of: text, ignoring: [], language: nil).first?
        .variation.kind
    }
    #expect(try kind("<abbr type='nomSac'>θω</abbr>", "θεῷ") == .orthographic)
    #expect(try kind("<w><abbr>κς</abbr></w>", "κύριος") == .orthographic)
    #expect(try kind("<abbr>dns</abbr>", "dominus") == .orthographic)
    #expect(
      try kind("<choice><abbr>dns</abbr><expan>dominus</expan></choice>", "dominus")
        == .orthographic)
    #expect(try kind("dns", "dominus") == .substantive)
    #expect(try kind("<abbr>dns</abbr>", "deus") == .substantive)
    // The same letters with and without the mark are one form.
    #expect(try kind("<abbr>dns</abbr>", "dns") == nil)
  }
}
