import Testing

@testable import Collate

@Suite struct NormalizerTests {
  private func words(_ text: NormalizedText, _ witness: Int) -> [Lexicon.Word] {
    text.witnesses[witness].words.map { text.lexicon.words[Int($0)] }
  }

  @Test func `words are told apart by bytes, so that NFC and NFD do not run together`() {
    let text = SampleTables.text(["caf\u{E9}", "cafe\u{301}"])
    #expect(text.lexicon.words.count == 2)
    #expect(text.lexicon.forms.count == 1)
    #expect(Array(words(text, 1)[0].written.utf8) == Array("cafe\u{301}".utf8))
    #expect(Array(words(text, 1)[0].plain.utf8) == Array("caf\u{E9}".utf8))
  }

  @Test func `forms stand in byte order whatever the order of witnesses`() {
    let lines = ["the Zebra and é", "a & b , c", "Ω ω z"]
    let forms = SampleTables.text(lines).lexicon.forms
    #expect(forms == SampleTables.text(lines.reversed()).lexicon.forms)
    #expect(
      zip(forms, forms.dropFirst()).allSatisfy {
        Array($0.spelling.utf8).lexicographicallyPrecedes(Array($1.spelling.utf8))
      })
  }

  @Test func `brackets come off what is supplied and stay elsewhere`() {
    let text = SampleTables.text(["[Decide] [wo]rd two [more words]"])
    #expect(words(text, 0).map(\.plain) == ["Decide", "word", "two", "more", "words"])
    #expect(words(text, 0).map(\.written) == ["[Decide]", "[wo]rd", "two", "[more", "words]"])
    var plain = SampleTables.witness("A", "a[1] b")
    for i in plain.tokens.indices { plain.tokens[i].isSupplied = false }
    #expect(words(Normalizer().normalize([plain]), 0)[0].plain == "a[1]")
  }

  @Test func `equal spellings of a word, a mark and a gap are three forms`() {
    var witness = SampleTables.witness("A", "… … …")
    witness.tokens[0].kind = .word
    witness.tokens[1].kind = .punctuation
    witness.tokens[2].kind = .gap
    let text = Normalizer().normalize([witness])
    #expect(Set(words(text, 0).map(\.form)).count == 3)
    #expect(text.lexicon.forms.map(\.kind).count == 3)
  }

  @Test func `a form that came with the input is taken as it is`() {
    var witness = SampleTables.witness("A", "Kyng Kyng spak")
    witness.witness.text.givenTokens = [
      GivenToken(range: 0..<5, form: "KING"), GivenToken(range: 5..<10), GivenToken(range: 10..<14),
    ]
    let text = Normalizer().normalize([witness])
    let spellings = words(text, 0).map { text.lexicon.forms[Int($0.form)].spelling }
    #expect(spellings == ["KING", "kyng", "spak"])
  }

  @Test func `a table of bytes gives every key one number, a tag more another`() {
    var table = ByteTable()
    var oracle: [String: UInt32] = [:]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let key = String(random.next() % 3_000, radix: 3)
      let id = table.intern(key, tag: 0)
      #expect(oracle[key, default: id] == id)
      oracle[key] = id
    }
    #expect(table.count == oracle.count)
    #expect(table.intern("0", tag: 1) == UInt32(oracle.count))
    let sorted = table.sortedIDs().map { String(decoding: table.bytes(of: $0), as: UTF8.self) }
    #expect(sorted == (oracle.keys + ["0"]).sorted())
  }

  @Test(arguments: [
    ("Division", "division", Ignore.case), ("don’t", "dont", .punctuation),
    ("café", "cafe", .diacritics), ("3,000", "3.000", .punctuation),
  ])
  func `ignored differences make words agree, others do not`(a: String, b: String, what: Ignore) {
    let text = SampleTables.text([a, b])
    let (x, y) = (words(text, 0)[0], words(text, 1)[0])
    #expect(x.agrees(with: y, ignoring: what))
    #expect(!x.agrees(with: y, ignoring: []))
  }

  @Test func `curly apostrophes are no variant`() {
    let text = SampleTables.text(["don’t", "don't"])
    #expect(words(text, 0)[0].agrees(with: words(text, 1)[0], ignoring: []))
  }

  @Test func `a changed numeral is never ignored`() {
    let everything = Ignore(Ignore.named.map(\.difference))
    let text = SampleTables.text(["3.5", "35", "3,000", "9,000"])
    let all = (0..<4).map { words(text, $0)[0] }
    for i in 0..<4 {
      for j in 0..<4 where i != j { #expect(!all[i].agrees(with: all[j], ignoring: everything)) }
    }
  }
}
