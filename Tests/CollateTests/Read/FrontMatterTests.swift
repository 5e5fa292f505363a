import Testing

@testable import Collate

@Suite struct FrontMatterTests {
  private func front(_ text: String) throws -> FrontMatter {
    try FrontMatterParser(InputBytes(path: "W.txt", bytes: Array(text.utf8))).parse()
  }

  private func problem(_ text: String) -> (ReadError.Problem, line: Int, column: Int)? {
    guard let error = readError(text), let place = error.place else { return nil }
    return (error.problem, place.line, place.column)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func readsTheFieldsOfAWitness(lineEnd: String) throws {
    let text = """
      ---
      siglum: T
      title: "A \\"Transcript\\""
      repository: RGASPI
      shelfmark: f. 64, op. 1, d. 17
      locus: 'pp. 56–63'
      form: Telegraph tape. Draft: pencil.

      # a comment
      date: 1920-07-07
      dating: Not earlier than July 7, 1920*
      language: en
      remark: (Emphasis added – Y.B.)
      ---
      Text
      """.replacing("\n", with: lineEnd)
    let front = try front(text)
    #expect(front.siglum == "T")
    let description = front.description
    #expect(description.title == "A \"Transcript\"")
    #expect(
      description.holdings == [
        Holding(
          repository: "RGASPI", shelfmark: "f. 64, op. 1, d. 17", locus: "pp. 56–63",
          form: "Telegraph tape. Draft: pencil.")
      ])
    #expect(description.date == "1920-07-07")
    #expect(description.dating == "Not earlier than July 7, 1920*")
    #expect(description.language == "en")
    #expect(description.others == [.init(name: "remark", value: "(Emphasis added – Y.B.)")])
    #expect(String(decoding: Array(text.utf8)[front.end...], as: UTF8.self) == "Text")
  }

  @Test func beginsAnotherHoldingWithARepeatedRepository() throws {
    let holdings = try front(
      "---\nrepository: A\nshelfmark: 1\nform: Copy\nrepository: B\nshelfmark: 2\nshelfmark: 3\n---\n"
    ).description.holdings
    #expect(
      holdings == [
        Holding(repository: "A", shelfmark: "1", form: "Copy"),
        Holding(repository: "B", shelfmark: "2"), Holding(repository: "B", shelfmark: "3"),
      ])
  }

  @Test func readsHoldingsAsAList() throws {
    let text =
      "---\nholdings:\n  - repository: A\n    locus: 1\n  - repository: B\n    locus: 2\n---\n"
    #expect(
      try front(text).description.holdings == [
        Holding(repository: "A", locus: "1"), Holding(repository: "B", locus: "2"),
      ])
  }

  @Test func standsOnlyAtTheStart() throws {
    #expect(try front("").end == 0)
    #expect(try front("text\n---\nsiglum: T\n---\n").end == 0)
    #expect(try front("----\nsiglum: T\n").end == 0)
    #expect(try front("\n---\n").end == 0)
  }

  // Trap: a BOM becomes a token.
  @Test func startsAfterByteOrderMark() throws {
    #expect(try front("\u{FEFF}---\nsiglum: T\n---\nText").siglum == "T")
    #expect(try front("\u{FEFF}Text").end == 3)
    #expect(try tokensDrawn("\u{FEFF}Text") == "|Text|")
  }

  @Test func namesPlaceAndKindOfEveryFault() throws {
    func check(_ text: String, _ wanted: ReadError.Problem, _ line: Int, _ column: Int) {
      let found = problem(text)
      #expect(found?.0 == wanted && found?.line == line && found?.column == column, "\(text)")
    }
    check("---\nsiglum: T\n", .unclosedFrontMatter, 1, 1)
    check("---\nsiglum: T\n  just words\n---\n", .noColon, 3, 3)
    check("---\nsiglum:T\n---\n", .noColon, 2, 1)
    check("---\n: T\n---\n", .emptyKey, 2, 1)
    check("---\ntitle: a\ntitle: b\n---\n", .repeatedKey("title"), 3, 1)
    check("---\nsiglum: a\nsiglum: b\n---\n", .repeatedKey("siglum"), 3, 1)
    check("---\nlocus: a\nlocus: b\n---\n", .repeatedKey("locus"), 3, 1)
    check("---\ntitle: \"é\n---\n", .unclosedQuote, 2, 8)
    check("---\ntitle: 'a' b\n---\n", .unclosedQuote, 2, 8)
    check("---\ntitle: \"\n---\n", .unclosedQuote, 2, 8)
    check("---\ntitle: |\n---\n", .unsupportedValue(key: "title"), 2, 8)
    check("---\ntitle: {a: b}\n---\n", .unsupportedValue(key: "title"), 2, 8)
    check("---\ndate: July 1920\n---\n", .badDate("July 1920"), 2, 7)
    check("---\nlanguage: en_US\n---\n", .badLanguage("en_US"), 2, 11)
  }

  @Test func knowsTheCalendar() {
    for good in ["1920", "1920-07", "1920-07-07", "1920-02-29", "2000-02-29", "-0044-03-15"] {
      #expect(isCalendarDate(good), "\(good)")
    }
    for bad in [
      "", "920", "1920-7", "1920-13", "1920-00", "1920-02-30", "1900-02-29", "1920-04-31",
      "1920-07-07-07", "1920/07", "+920", "１９２０", "19 20",
    ] {
      #expect(!isCalendarDate(bad), "\(bad)")
    }
  }

  @Test func knowsTheFormOfLanguageTags() {
    for good in ["en", "grc", "zh-Hant", "sr-Latn-RS", "x-own"] { #expect(isLanguageTag(good)) }
    for bad in ["", "1", "en-", "en_US", "englishes", "русский"] { #expect(!isLanguageTag(bad)) }
  }
}
