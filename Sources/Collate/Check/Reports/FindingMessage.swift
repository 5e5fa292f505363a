/// The words for a finding that the reports of machines share: one line, no full stop.
struct FindingMessage: Sendable {
  var finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  /// What happened in one witness, with the words around: `M: “3,000” is now “9,000” (numeral,
  /// reading changed): numbering … bayonets`.
  var line: String {
    switch finding.kind {
    case .unreadable:
      ReportLine.folded("\(finding.edition): could not be checked: \(detail ?? "")")
    case .witnessMissing: "\(subject): the witness was accepted and is no longer there"
    case .witnessAdded: "\(subject): the witness is not in what was accepted"
    case .apparatusEdited: "\(subject): the apparatus was edited: \(detail ?? change)"
    case .newVariant, .readingChanged, .variantGone, .textChanged:
      "\(subject): \(change) (\(manner))\(context)"
    }
  }

  /// `witnesses/M.txt:12:8`, or the file alone where the whole of it is meant.
  var place: String {
    let path = ReportPath.plain(finding.path)
    guard let start = finding.extent?.start else { return path }
    return "\(path):\(start.line):\(start.column)"
  }

  /// The witness, or the edition where no single one is concerned.
  private var subject: String { ReportLine.folded(finding.siglum ?? finding.edition) }

  /// From the old reading to the new one.
  private var change: String {
    let (old, new) = (ReportLine.quoted(finding.old), ReportLine.quoted(finding.new))
    switch (finding.old.isEmpty, finding.new.isEmpty) {
    case (true, true): return "changed"
    case (true, false): return "\(new) is new"
    case (false, true): return "\(old) is gone"
    case (false, false): return old == new ? "\(new) is written otherwise" : "\(old) is now \(new)"
    }
  }

  /// Class, kind, what else there is to say, and in how many places.
  private var manner: String {
    var words = finding.variation.map { [$0.rawValue] } ?? []
    words.append(finding.kind.title)
    if let detail { words.append(detail) }
    if finding.places > 1 { words.append("\(finding.places) places") }
    return words.joined(separator: ", ")
  }

  /// The words around, where there are any.
  private var context: String {
    let pieces = [finding.before, "…", finding.after].map(ReportLine.folded).filter { !$0.isEmpty }
    return pieces.count == 1 ? "" : ": " + pieces.joined(separator: " ")
  }

  /// The facts of a finding that is more than two readings.
  private var detail: String? {
    switch finding.detail {
    case nil: nil
    case .whiteSpace: "white space"
    case .encoding: "the same characters in other bytes"
    case .marks: "notes, remarks or headings"
    case .frontMatter: "front matter"
    case .lemma(let now, let formerly):
      "the lemma is that of \(name(now)), not of \(name(formerly))"
    case .type(let now, let formerly): "the type is \(name(now)), not \(name(formerly))"
    case .note(let text): "a note: \(ReportLine.quoted(text))"
    case .foreignEntry: "an entry that the witnesses do not give"
    case .removedEntry: "an entry that the witnesses give is not there"
    case .base(let now, let formerly): "the base text is \(name(now)), not \(name(formerly))"
    case .trouble(let words): ReportLine.folded(words)
    }
  }

  private func name(_ text: String?) -> String { text.map(ReportLine.folded) ?? "none" }
}

extension DriftReport {
  /// `37 findings: 12 errors, 25 warnings, in 2 editions`
  var totals: String {
    let counts = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = count(severity)
      return count == 0 ? nil : Self.counted(count, severity.rawValue)
    }
    let place = "in " + Self.counted(editions.count, "edition")
    if counts.isEmpty { return "no drift " + place }
    return
      "\(Self.counted(findings.count, "finding")): \(counts.joined(separator: ", ")), \(place)"
  }

  /// `1 error`, `2 errors`
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
