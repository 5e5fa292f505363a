@testable import Collate

/// Reports to be written in tests.
enum ReportSketch {
  /// Texts that some format or the host that reads it would take for something else.
  static let nasty = [
    "two\nlines\r\nand\rmore", "100 % of 50%0A", "::error::obey", "##[error]obey", "a:b,c;d=e",
    "\"double\" 'single' “curly”", "<b>&amp;</b>", "]]>", "| a | b |", "`code` *bold* _low_ [x](y)",
    "\u{0}\u{1}\u{8}\u{1B}[31m\u{7F}\u{85}", "\u{FFFE}\u{FFFF}", "\u{202E}dlrow\u{202C}",
    "שלום עולם", "e\u{301} \u{1F468}\u{200D}\u{1F469}", "back\\slash", "@everyone #1", "",
  ]

  /// An extent in one line.
  static func extent(_ line: Int, _ columns: Range<Int>, offset: Int) -> Finding.Extent {
    Finding.Extent(
      start: Place(offset: offset, line: line, column: columns.lowerBound),
      end: Place(offset: offset + columns.count, line: line, column: columns.upperBound))
  }

  static func finding(
    _ kind: Finding.Kind, _ variation: VariationClass? = nil, _ severity: Finding.Severity = .error,
    _ siglum: String? = "M", old: String = "", new: String = "",
    identity: String = "0123456789abcdef"
  ) -> Finding {
    Finding(
      kind: kind, variation: variation, severity: severity, edition: "legran", siglum: siglum,
      path: "witnesses/legran/M.txt", extent: extent(12, 8..<13, offset: 300), old: old, new: new,
      identity: identity)
  }

  /// A report over editions that hold the findings, worst first.
  static func report(_ editions: [CheckedEdition]) -> DriftReport {
    DriftReport(
      editions: editions, findings: editions.flatMap(\.findings).sorted(by: Finding.precedes))
  }

  /// One edition with a finding of every kind, another that cannot be read, and one without fault.
  static let model = report([drifted, unreadable, clean])

  private static let clean = CheckedEdition(
    name: "clean", baseline: "apparatus/clean.xml",
    witnesses: [.init(siglum: "T", path: "witnesses/clean/T.txt")])

  private static let unreadable = CheckedEdition(
    name: "broken", baseline: "apparatus/broken.xml",
    findings: [
      Finding(
        kind: .unreadable, severity: .error, edition: "broken", path: "apparatus/broken.xml",
        detail: .trouble("apparatus/broken.xml:3:1: the element <app> is not closed"),
        identity: "00000000000000b0")
    ])

  private static let drifted: CheckedEdition = {
    let path = "./witnesses/direct line/M: 50%.txt"
    var findings = [
      Finding(
        kind: .readingChanged, variation: .numeral, severity: .error, edition: "direct line",
        siglum: "M", path: path, extent: extent(12, 8..<13, offset: 300), old: "3,000",
        new: "9,000", before: "numbering", after: "bayonets. ]]> & <rest>", entry: "app-7",
        identity: "00000000000000a1"),
      Finding(
        kind: .newVariant, variation: .omission, severity: .error, edition: "direct line",
        siglum: "M", path: path, extent: extent(14, 1..<1, offset: 420),
        old: "two\nlines, %0A ::error:: | \u{202E}turned\u{1}", before: "שלום", after: "@all",
        identity: "00000000000000a2"),
      Finding(
        kind: .variantGone, variation: .addition, severity: .error, edition: "direct line",
        siglum: "T", path: "witnesses/direct line/T.txt",
        extent: Finding.Extent(
          start: Place(offset: 10, line: 2, column: 3), end: Place(offset: 40, line: 4, column: 2)),
        new: "a \"quoted\" 'word'", identity: "00000000000000a3"),
      Finding(
        kind: .textChanged, variation: .punctuation, severity: .warning, edition: "direct line",
        siglum: "T", path: "witnesses/direct line/T.txt", extent: extent(9, 4..<5, offset: 99),
        old: ",", new: ";", identity: "00000000000000a4"),
      Finding(
        kind: .textChanged, variation: .editorial, severity: .warning, edition: "direct line",
        siglum: "T", path: "witnesses/direct line/T.txt", extent: extent(9, 7..<8, offset: 102),
        places: 17, detail: .whiteSpace, identity: "00000000000000a5"),
      Finding(
        kind: .witnessMissing, severity: .error, edition: "direct line", siglum: "K",
        path: "apparatus/direct line.xml", identity: "00000000000000a6"),
      Finding(
        kind: .apparatusEdited, severity: .note, edition: "direct line",
        path: "apparatus/direct line.xml", extent: extent(77, 1..<9, offset: 4000),
        detail: .lemma(of: "M", not: "T"), entry: "app-3", identity: "00000000000000a7"),
    ]
    findings.sort(by: Finding.precedes)
    return CheckedEdition(
      name: "direct line", baseline: "apparatus/direct line.xml",
      witnesses: [
        .init(siglum: "T", path: "witnesses/direct line/T.txt"), .init(siglum: "M", path: path),
      ], findings: findings,
      exceeded: [.init(variation: .numeral, found: 1, allowed: 0)])
  }()

  /// A finding of every kind, class and severity that there may be, with nasty texts in every
  /// field.
  static let everything: DriftReport = {
    var findings: [Finding] = []
    for kind in Finding.Kind.allCases {
      for variation in VariationClass.allCases.map(Optional.some) + [nil] {
        for severity in Finding.Severity.allCases {
          var finding = finding(kind, variation, severity)
          let text = { (shift: Int) in nasty[(findings.count + shift) % nasty.count] }
          (finding.old, finding.new) = (text(0), text(1))
          (finding.before, finding.after) = (text(2), text(3))
          (finding.siglum, finding.edition, finding.path) = (text(4) + "M", text(5), text(6))
          if findings.count % 3 == 0 { finding.extent = nil }
          finding.detail = details[findings.count % details.count]
          finding.identity = String(findings.count, radix: 16)
          findings.append(finding)
        }
      }
    }
    var edition = CheckedEdition(name: nasty[0], baseline: nasty[6])
    edition.witnesses = nasty.map { .init(siglum: $0, path: $0) }
    edition.findings = findings.sorted(by: Finding.precedes)
    return report([edition])
  }()

  private static let details: [Finding.Detail?] = [
    nil, .whiteSpace, .encoding, .marks, .frontMatter, .lemma(of: nasty[0], not: nasty[1]),
    .type(nasty[6], not: nil), .note(nasty[10]), .foreignEntry, .removedEntry,
    .base(nasty[3], not: nasty[7]), .trouble(nasty[0]),
  ]
}

extension ReportWriter {
  /// The report as text.
  func text(_ report: DriftReport) -> String {
    var out = Output()
    write(report, into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }
}
