import Testing

@testable import Collate

/// What a check finds in texts that changed.
@Suite struct DriftCheckTests {
  private static let town = [
    "The enemy has 3,000 men near the town.", "The enemy has 3,000 men near the city.",
  ]

  /// A text of one witness changed by exchanging a piece.
  private func changed(
    _ texts: [String], _ witness: Int, _ old: String, _ new: String
  ) -> [String] {
    var texts = texts
    texts[witness] = texts[witness].replacing(old, with: new)
    return texts
  }

  @Test func nothingChanged() throws {
    #expect(try driftForTests(Self.town, Self.town).isEmpty)
  }

  @Test func newVariant() throws {
    let found = try driftForTests(Self.town, changed(Self.town, 1, "3,000", "9,000"))
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.kind == .newVariant)
    #expect(finding.variation == .numeral)
    #expect(finding.severity == .error)
    #expect(finding.siglum == "B")
    #expect((finding.old, finding.new) == ("3,000", "9,000"))
    #expect((finding.before, finding.after) == ("The enemy has ", " men near the city."))
    #expect(finding.extent?.start == Place(offset: 14, line: 1, column: 15))
    #expect(finding.extent?.end == Place(offset: 19, line: 1, column: 20))
  }

  @Test func pageAndLineOfTheDocumentAreTold() throws {
    func edition(_ word: String) throws -> Edition {
      let body = "<p><pb n=\"3v\"/><lb/>The enemy <lb/>has \(word) men <lb/>near the town.</p>"
      let other = "<p>The enemy has 3,000 men near the town.</p>"
      let witnesses = try ["A": body, "B": other].sorted { $0.key < $1.key }.flatMap {
        try teiWitnesses(teiFile($0.value), siglum: $0.key)
      }
      return try editionForTests(witnesses)
    }
    let (accepted, today) = (try edition("3,000"), try edition("9,000"))
    let baseline = Baseline(name: "a", edition: accepted, isExact: true, apparatus: nil)
    let found = DriftCheck(name: "e", baseline: baseline, today: today).findings()
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.page == PageReference(page: "3v", line: "2"))
    #expect(finding.pageNote == " (page 3v, line 2)")
    #expect(FindingMessage(finding).line.contains("in A (page 3v, line 2): “3,000”"))
  }

  @Test func variantGone() throws {
    let found = try driftForTests(Self.town, changed(Self.town, 1, "city", "town"))
    #expect(found.map(\.kind) == [.variantGone])
    #expect(found.map(\.variation) == [.substantive])
  }

  @Test func readingChanged() throws {
    let found = try driftForTests(Self.town, changed(Self.town, 1, "city", "village"))
    #expect(found.map(\.kind) == [.readingChanged])
    #expect(found.map(\.old) == ["city"])
  }

  /// All witnesses changed alike, so no entry comes; a changed numeral is grave all the same.
  @Test func changedInAll() throws {
    let today = changed(changed(Self.town, 0, "3,000", "9,000"), 1, "3,000", "9,000")
    let found = try driftForTests(Self.town, today)
    #expect(found.map(\.kind) == [.textChanged, .textChanged])
    #expect(found.map(\.siglum) == ["A", "B"])
    #expect(found.allSatisfy { $0.variation == .numeral && $0.severity == .error })
  }

  @Test func gravestIsFirstHoweverManyCommas() throws {
    let commas = (0..<40).map { "word\($0 % 7) and, so" }.joined(separator: " ")
    let accepted = ["\(commas) then 3,000 men.", "\(commas) then 3,000 men."]
    let today = [accepted[0], "\(commas.replacing(",", with: "")) then 9,000 men."]
    let found = try driftForTests(accepted, today)
    #expect(found.count == 41)
    #expect(found.first?.variation == .numeral)
    #expect(found.dropFirst().allSatisfy { $0.variation == .punctuation })
    #expect(found.dropFirst().allSatisfy { $0.severity == .warning })
  }

  /// A new entry near the start makes nothing behind it new.
  @Test func numbersDoNotMatter() throws {
    let rest = (0..<30).map { "x\($0) town" }.joined(separator: " ")
    let accepted = ["one \(rest)", "one \(rest.replacing("town", with: "city"))"]
    let today = [accepted[0], accepted[1].replacing("one ", with: "one more word ")]
    let found = try driftForTests(accepted, today)
    #expect(found.count == 1)
    #expect(found.first?.kind == .newVariant)
    #expect((found.first?.old, found.first?.new) == ("", "more word"))
  }

  /// A number that is left out is a change of number.
  @Test func lostNumeral() throws {
    let found = try driftForTests(Self.town, changed(Self.town, 1, "3,000 ", ""))
    #expect(found.map(\.variation) == [.numeral])
    let finding = try #require(found.first)
    #expect(finding.new.isEmpty)
    #expect(finding.extent?.start.offset == "The enemy has".utf8.count)
    #expect(finding.extent?.start == finding.extent?.end)
  }

  /// Words that moved are one finding, where they stand now.
  @Test func movedWords() throws {
    let text = "In the old days of the war they came with 3,000 men over the wide river"
    let moved = "they came with 3,000 men over the wide river In the old days of the war"
    let found = try driftForTests([text, text], [text, moved])
    #expect(found.map(\.variation) == [.transposition])
    #expect(found.first.map { $0.old == $0.new } ?? false)
    // A single word may be another one.
    let single = try driftForTests([text], [text.replacing("3,000 ", with: "") + " 3,000"])
    #expect(single.map(\.variation) == [.numeral, .numeral])
  }

  /// The comma and the words behind it are an entry each; B alone has both.
  @Test func whatOneWitnessAloneAddsIsANewVariant() throws {
    let accepted = [String](repeating: "Dear Sir, we have men here, and no bread.", count: 2)
    let today = [accepted[0], "We have men here, and no bread, Dear Sir."]
    let found = try driftForTests(accepted, today)
    #expect(found.map(\.new).contains(", Dear Sir"))
    #expect(found.allSatisfy { $0.kind == .newVariant })
  }

  /// What is added beside a word that varies is no change of that word's reading.
  @Test func anAdditionBesideAVariantIsNew() throws {
    let found = try driftForTests(Self.town, changed(Self.town, 1, "city", "city then"))
    #expect(found.map(\.kind) == [.newVariant])
    #expect(found.map(\.new) == ["then"])
  }

  /// That others lack the whole passage is no entry about a word in it.
  @Test func whatOneWitnessAloneHasChangesNoEntry() throws {
    let passage = "They came over the wide river in the old days of the war."
    let accepted = ["One. \(passage) Two.", "One. Two."]
    let found = try driftForTests(accepted, changed(accepted, 0, "wide", "broad"))
    #expect(found.map(\.kind) == [.textChanged])
  }

  @Test func findingsStandInTheOrderOfTheText() throws {
    let today = changed(changed(Self.town, 1, "enemy", "foe"), 1, "near", "in")
    #expect(try driftForTests(Self.town, today).map(\.old) == ["enemy", "near"])
  }

  @Test func oneChangeIsOneFinding() throws {
    let found = try driftForTests(
      Self.town, changed(Self.town, 1, "3,000 men", "9,000 Men"))
    #expect(found.map(\.variation) == [.numeral])
    #expect(found.first?.new == "9,000 Men")
  }

  // MARK: What normalization hides

  @Test func whiteSpaceIsToldOnce() throws {
    let accepted = ["one two three four", "one two three four"]
    let found = try driftForTests(accepted, [accepted[0], "one  two\nthree\r\nfour"])
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.kind == .textChanged)
    #expect(finding.detail == .whiteSpace)
    #expect(finding.places == 3)
    #expect((finding.shownOld, finding.shownNew) == ("·", "··"))
    #expect(finding.severity == .warning)
  }

  /// Canonically equal texts are equal strings to Swift; their bytes are not.
  @Test func composedAndDecomposed() throws {
    let found = try driftForTests(["caf\u{E9} au lait"], ["cafe\u{301} au lait"])
    #expect(found.map(\.detail) == [.encoding])
    #expect(found.first?.shownNew == "U+0063 U+0061 U+0066 U+0065 U+0301")
  }

  @Test func brackets() throws {
    let found = try driftForTests(
      ["Decide now, all.", "Decide now, all."],
      [
        "Decide now, all.", "[Decide] now, all.",
      ])
    #expect(found.map(\.variation) == [.editorial])
    #expect(found.map(\.severity) == [.warning])
    #expect((found.first?.old, found.first?.new) == ("Decide", "[Decide]"))
    #expect(found.map(\.detail) == [nil], "brackets are no other encoding")
  }

  /// A note is not compared, but a number in it never changes unseen.
  @Test func numeralInANote() throws {
    let text = "He came* home.\n\n* On 3 May 1920, it seems."
    let found = try driftForTests([text], [text.replacing("1920", with: "1921")])
    #expect(found.map(\.detail) == [.marks])
    #expect(found.map(\.variation) == [.numeral])
    #expect(found.first?.old == "1920,")
    let words = try driftForTests([text], [text.replacing("seems", with: "appears")])
    #expect(words.map(\.variation) == [.editorial])
    let lost = try driftForTests([text], [text.replacing("* On 3 May 1920, it seems.", with: "")])
    #expect(lost.map(\.variation) == [.numeral])
  }

  @Test func frontMatter() throws {
    let text = "---\nsiglum: A\nlocus: p. 3\n---\nOne two.\n"
    let found = try driftForTests([text], [text.replacing("p. 3", with: "p. 4")])
    #expect(found.map(\.detail) == [.frontMatter])
    #expect(found.map(\.variation) == [.editorial], "whatever number it is")
    #expect(found.first?.extent?.start.line == 3)
    #expect((found.first?.old, found.first?.new) == ("3", "4"))
  }

  // MARK: Witnesses

  @Test func witnessesComeAndGo() throws {
    let two = try driftForTests(Self.town, Self.town + ["The enemy has 3,000 men."])
    #expect(two.map(\.kind) == [.witnessAdded])
    #expect(two.map(\.siglum) == ["C"])
    let one = try driftForTests(Self.town, [Self.town[0]])
    #expect(one.map(\.kind) == [.witnessMissing])
    #expect(one.map(\.severity) == [.error])
  }

  /// Only an apparatus has a base text that could be another; of witnesses any is as good.
  @Test func anotherBaseOfTheSameWitnessesIsNothing() throws {
    let accepted = try editionForTests(Self.town)
    var today = accepted
    today.base = 1
    let baseline = Baseline(name: "a", edition: accepted, isExact: true, apparatus: nil)
    #expect(DriftCheck(name: "e", baseline: baseline, today: today).findings().isEmpty)
  }

  @Test func emptyWitnesses() throws {
    #expect(try driftForTests([""], [""]).isEmpty)
    #expect(try driftForTests(["one two"], [""]).map(\.old) == ["one two"])
    #expect(try driftForTests([""], ["one two"]).map(\.new) == ["one two"])
    #expect(try driftForTests([" "], ["\n"]).map(\.detail) == [.whiteSpace])
  }

  // MARK: Identity

  /// A finding that moved is not new.
  @Test func identityDoesNotFollowPlaces() throws {
    let long = (0..<20).map { "a\($0)" }.joined(separator: " ")
    let texts = ["\(long) they had 3,000 men \(long)"]
    let before = try driftForTests(texts, changed(texts, 0, "3,000", "9,000"))
    let moved = ["New words.\n\n" + texts[0]]
    let after = try driftForTests(moved, changed(moved, 0, "3,000", "9,000"))
    #expect(before.map(\.identity) == after.map(\.identity))
    #expect(before.first?.identity.count == 16)
    #expect(before.first?.extent != after.first?.extent)
  }

  @Test func whereATextEndsCountsInAnIdentity() {
    let digits = [["ab", "c"], ["a", "bc"], ["abc", ""]].map { texts in
      var print = Fingerprint()
      for text in texts { print.add(text) }
      return print.digits
    }
    #expect(Set(digits).count == digits.count)
  }

  @Test func equalFindingsAreCounted() throws {
    let text = Array(repeating: "x y z, q r s t u v w", count: 3).joined(separator: " ")
    let found = try driftForTests([text], [text.replacing(",", with: ";")])
    #expect(found.count == 3)
    #expect(Set(found.map(\.identity)).count == 3)
  }

  /// One word exchanged for another that is nowhere else: one finding, at its place.
  @Test(arguments: 0..<60)
  func anyWord(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = (0..<30).map { _ in
      ["the", "old", "town", "and", "river", "3,000", "Dro", "not"].randomElement(
        using: &generator)!
    }
    let at = Int.random(in: words.indices, using: &generator)
    let witness = Int.random(in: 0...1, using: &generator)
    var other = words
    other[at] = "qqq"
    let accepted = Array(repeating: words.joined(separator: " "), count: 2)
    var today = accepted
    today[witness] = other.joined(separator: " ")
    let found = try driftForTests(accepted, today)
    #expect(found.count == 1, "anyWord(\(seed))")
    #expect(found.first?.old == words[at], "anyWord(\(seed))")
    #expect(found.first?.new == "qqq", "anyWord(\(seed))")
    let offset = words[..<at].reduce(0) { $0 + $1.utf8.count + 1 }
    #expect(found.first?.extent?.start.offset == offset, "anyWord(\(seed))")
    #expect(found.first?.kind == .newVariant, "anyWord(\(seed))")
  }
}
