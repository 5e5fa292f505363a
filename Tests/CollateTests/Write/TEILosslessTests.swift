import Testing

@testable import Collate

/// Every witness comes back byte for byte from the TEI file alone.
@Suite struct TEILosslessTests {
  /// Pairs and triples of witnesses of every nasty kind; the first is the base text.
  static let nasty: [[String]] = [
    ["one two three", "one two three"],
    ["one two", ""],
    ["", "one two"],
    ["", ""],
    [" \n\t ", "one"],
    ["one\r\ntwo\r\n\r\nthree\r\n", "one\ntwo\n\nthree\n"],
    ["one\rtwo\r\rthree", "one two three"],
    ["\u{FEFF}one two", "one two"],
    ["one\u{0}two \u{1F} three\u{FFFE} \u{FFFF}", "one two three"],
    ["one \u{C}two\u{B}three", "one two\u{C} three"],
    ["a & b < c > d \"e\"", "a & b < c > d 'e'"],
    ["one  two\u{A0}three", "one two three"],
    ["cafe\u{301} noir", "caf\u{E9} noir"],
    ["第一回 甄士隱", "第一回甄士隐"],
    ["בְּרֵאשִׁית בָּרָא", "בראשית ברא"],
    ["[Decide]* now", "Decide now"],
    ["[be needed to us]*** end", "be [needed to] us end"],
    ["one [[two three]] four", "one [[two] three] four", "one two [three]] four"],
    ["[wo]rd wo[rd] [w]or[d]", "word word word"],
    ["say <…> more … end", "say it all more end"],
    ["say <...> more", "say <…> more"],
    ["he went[?] there", "he went there"],
    ["he went[?] there", "he went[?] there"],
    ["he went(?) there", "he went[?] there"],
    ["Baku**** fell", "Baku fell"],
    ["Baku**** fell", "Baku**** fell"],
    ["one\n\n[Name]: two\n\nthree", "one two three"],
    ["[Name]: one\n\n[Other]: two", "[Name]: one\n\n[Other]: two"],
    ["one* two\n\n* A note.\n\nthree", "one two\n\nthree"],
    ["one* two\n\n* A note.\n\nthree", "one* two\n\n* A note.\n\nthree"],
    ["one (Emphasis added – Y.B.)\n", "one\n"],
    ["a b\n\nc d\n\ne f", "a b c f"],
    ["a b c f", "a b\n\nc d\n\ne f"],
    ["a b\n\nc d\n\ne f\n\ng h", "a h"],
    ["a b\n\nc d", "a b\n\nx y\n\nc d"],
    ["a b\n\nc d", "a b x y\n\nc d"],
    ["a b\n\nc d", "a b\n\nx y c d"],
    ["a b x y\n\nc d", "a b\n\nc d"],
    ["a\nb\nc\n", "a b c"],
    ["a\nb\nc\n", "a\nb\nc"],
    ["a b", "a b\n\n", "a  b\n"],
    ["a, b", "a , b", "a b"],
    ["---\nsiglum: T\n---\n\none two\n", "one two\n"],
    ["x y\n\nz w\n\nu", "x q\n\nr w\n\nu", "x y z w u"],
    ["one   \n\n\n  two", "one\n\ntwo", "one\n \ntwo"],
  ]

  @Test(arguments: nasty.indices) func nastyWitnessesComeBack(_ index: Int) throws {
    for order in permutations(of: Self.nasty[index]) {
      expectProof(of: try plainEdition(order), "\(order)")
      expectProof(of: try editionForTests(order), "\(order)")
    }
  }

  /// Words, spaces and marks thrown together; a failure prints the witnesses.
  @Test(arguments: 1...120) func randomWitnessesComeBack(_ seed: UInt64) throws {
    let parts = [
      "a", "b", "c", "the", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", ",", ".", "[",
      "]",
      "*", "**", "<…>", "…", "[?]", "(?)", "[N]:", "* n.", "é", "e\u{301}", "字", "א", "\u{A0}",
      "\u{0}", "\u{C}", "\u{FFFE}", "&", "<", "1,000", "—", "’", "\u{200D}", "\u{2028}", "\u{85}",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 2...4, using: &random)
      let common = (0..<12).map { _ in parts.randomElement(using: &random)! }
      let witnesses = (0..<count).map { _ in
        common.map { part in
          Int.random(in: 0..<4, using: &random) == 0 ? parts.randomElement(using: &random)! : part
        }.joined()
      }
      let name = "seed \(seed): \(witnesses)"
      expectProof(of: try plainEdition(witnesses) { Bool.random(using: &random) }, name)
      expectProof(of: try editionForTests(witnesses), name)
    }
  }

  /// A reader that passes over milestones sees a blank where any witness has white space between
  /// two words.
  @Test(arguments: nasty.indices) func milestonesGlueNoWordsTogether(_ index: Int) throws {
    let glued = /[a-z]<milestone unit="(space|paragraph)" n="[^"]+"[^>]*\/>(<milestone[^>]*>)*[a-z]/
    for order in permutations(of: Self.nasty[index]) {
      let witnesses = order + ["p one\n\ntwo q", "p six\nten q"]
      let tei = String(decoding: written(try editionForTests(witnesses)), as: UTF8.self)
      #expect(tei.firstMatch(of: glued) == nil, "\(witnesses)\n\(tei)")
    }
  }

  /// The proof itself can fail: a byte changed anywhere in the text is found.
  @Test func aChangedByteIsFound() throws {
    let edition = try plainEdition(["one two three", "one 2 three"])
    let tei = String(decoding: written(edition), as: UTF8.self)
    let changed = tei.replacing(">2<", with: ">3<")
    #expect(changed != tei)
    let failure = LosslessProof.check(Array(changed.utf8), against: edition)
    #expect(failure == LosslessProof.Failure(siglum: "B", offset: 4))
  }

  private func expectProof(of edition: Edition, _ name: String) {
    let tei = written(edition)
    #expect(
      LosslessProof.check(tei, against: edition) == nil,
      "\(name)\n\(String(decoding: tei, as: UTF8.self))")
  }

  private func written(_ edition: Edition) -> [UInt8] {
    var out = Output()
    TEIWriter().write(edition, into: &out)
    return out.bytes
  }
}
