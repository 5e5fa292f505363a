import Testing

@testable import Collate

@Suite struct ReportWordsTests {
  @Test func hiddenCharactersAreShown() {
    #expect(ReportLine.folded("a\u{202E}b\u{1B}[31m") == "a⟨U+202E⟩b␛[31m")
    #expect(ReportLine.folded("\u{FFFE}\u{1FFFF}") == "⟨U+FFFE⟩⟨U+1FFFF⟩")
    #expect(ReportLine.folded("  two\r\n\tlines\u{2028}here ") == "two lines here")
    // What spells a word stays: a joiner, a soft hyphen, a combining accent.
    #expect(ReportLine.folded("क\u{200D} so\u{AD}ft e\u{301}") == "क\u{200D} so\u{AD}ft e\u{301}")
    #expect(ReportLine.folded("") == "")
  }

  @Test func everyMessageIsOneVisibleLine() {
    for finding in ReportSketch.everything.findings {
      let message = FindingMessage(finding).line
      #expect(!message.isEmpty && message == ReportLine.folded(message), "\(message)")
    }
  }

  @Test func noTerminalIsCommanded() {
    let text = TextReport().text(ReportSketch.everything)
    let obeyed = text.unicodeScalars.filter {
      $0 != "\n" && $0.properties.generalCategory == .control || $0 == "\u{202E}"
    }
    #expect(obeyed.isEmpty)
    #expect(text.contains("␛[31m") && text.contains("⟨U+202E⟩"))
  }

  @Test func theChangeIsSaidFromOldToNew() {
    func message(_ kind: Finding.Kind, _ old: String, _ new: String) -> String {
      FindingMessage(ReportSketch.finding(kind, .numeral, old: old, new: new)).line
    }
    #expect(
      message(.readingChanged, "3,000", "9,000")
        == "numeral, reading changed in M: “3,000” → “9,000”")
    #expect(
      message(.newVariant, "3,000", "") == "numeral, new variant in M: “3,000” → nothing")
    #expect(
      message(.newVariant, "", "3,000") == "numeral, new variant in M: nothing → “3,000”")
    #expect(
      message(.readingChanged, "so\u{AD}ft", "soft")
        == "numeral, reading changed in M: “so⟨U+00AD⟩ft” → “soft”")
    #expect(message(.readingChanged, "so\u{AD}ft", "sift").contains("“so\u{AD}ft” → “sift”"))
  }

  @Test func rulesHaveIdentifiersOfTheirOwn() {
    let rules = ReportSketch.everything.findings.map(DriftRule.init)
    let identifiers = Set(rules.map(\.identifier))
    #expect(identifiers.count == Finding.Kind.allCases.count * (VariationClass.allCases.count + 1))
    #expect(
      identifiers.contains("reading-changed/numeral") && identifiers.contains("witness-missing"))
    #expect(rules.allSatisfy { !$0.explanation.isEmpty && !$0.title.isEmpty })
  }

  @Test func totalsCountBySeverity() {
    #expect(
      ReportSketch.model.totals == "8 findings: 5 errors, 2 warnings, 1 note, in 3 editions")
    #expect(DriftReport().totals == "no drift in 0 editions")
  }

  @Test(arguments: [0, 100, 300, 1000, 20_000])
  func theSummaryKeepsItsLimit(limit: Int) {
    let summary = MarkdownSummary(limit: limit).text(ReportSketch.everything)
    #expect(summary.utf8.count <= limit)
    let rows = summary.split(separator: "\n").filter { $0.hasPrefix("| ") }.count - 2
    if limit >= 1000 {
      let left = ReportSketch.everything.findings.count - rows
      #expect(summary.contains("\n\(left) more findings did not fit here.\n"))
    }
  }

  @Test func nothingInASummaryIsMarkup() {
    #expect(
      MarkdownSummary.escaped("a|b\n<i>`x`</i> @all [y](z)")
        == "a\\|b &lt;i&gt;\\`x\\`&lt;/i&gt; &#64;all \\[y\\]\\(z\\)")
    for line in MarkdownSummary().text(ReportSketch.everything).split(separator: "\n")
    where line.hasPrefix("| ") {
      #expect(line.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(line)")
    }
  }
}
