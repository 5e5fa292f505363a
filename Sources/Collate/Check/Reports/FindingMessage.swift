/// A finding as the reports of machines tell it.
struct FindingMessage: Sendable {
  var finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  /// One visible line, no full stop: `numeral, reading changed in M: “3,000” → “9,000”: numbering …
  /// bayonets`.
  var line: String {
    let classed = finding.variation.map { $0.rawValue + ", " } ?? ""
    let words =
      finding.kind == .unreadable
      ? "\(finding.edition): \(finding.headline): \(finding.detail?.subject ?? "")"
      : classed + finding.headline + finding.pageNote + change + places + context
    return ReportLine.folded(words)
  }

  /// `witnesses/M.txt:12:8`, or the file alone where the whole of it is meant.
  var place: String {
    let path = ReportPath.plain(finding.path)
    guard let start = finding.extent?.start else { return path }
    return "\(path):\(start.line):\(start.column)"
  }

  /// From the old reading to the new one, where readings are what it is about.
  private var change: String {
    guard !finding.old.isEmpty || !finding.new.isEmpty, finding.kind != .apparatusEdited else {
      return ""
    }
    return ": \(Self.quoted(finding.shownOld)) → \(Self.quoted(finding.shownNew))"
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "“\(ReportLine.folded(text))”"
  }

  private var places: String { finding.places > 1 ? " (\(finding.places) places)" : "" }

  /// The words around, where there are any.
  private var context: String {
    guard !finding.before.isEmpty || !finding.after.isEmpty else { return "" }
    return ": \(finding.before) … \(finding.after)"
  }
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
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
