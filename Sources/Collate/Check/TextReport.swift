/// The report that a person reads: worst first, a block for each finding, the totals last.
struct TextReport: ReportWriter {
  var hasColor = false

  /// Writes the findings and what they come to.
  func write(_ report: DriftReport, into out: inout Output) {
    for finding in report.findings {
      write(finding, into: &out)
      out.write("\n")
    }
    writeTotals(report, into: &out)
  }

  // MARK: Findings

  /// Place, gravity and class; the words that changed among those around.
  private func write(_ finding: Finding, into out: inout Output) {
    let classed = finding.variation.map { $0.rawValue + ", " } ?? ""
    let hue = finding.severity == .error ? Hue.red : finding.severity == .warning ? .yellow : .plain
    let entry = finding.entry.map { " (\($0))" } ?? ""
    let times = finding.places > 1 ? ", \(finding.places) places, here the first" : ""
    out.write(painted(place(finding) + ":", .bold) + " ")
    out.write(painted("\(finding.severity.rawValue):", hue) + " ")
    out.write("\(classed)\(ReportLine.folded(finding.headline))\(times)\(entry)\n")
    switch finding.kind {
    case .unreadable, .witnessMissing, .witnessAdded: break
    case .apparatusEdited: if !finding.old.isEmpty { out.write("    \(safe(finding.old))\n") }
    default: writeChange(finding, into: &out)
    }
  }

  private func place(_ finding: Finding) -> String {
    let path = ReportLine.folded(finding.path)
    guard let start = finding.extent?.start else { return path }
    let page = safe(finding.pageNote)
    return "\(path):\(start.line):\(start.column)\(page)"
  }

  /// Words of a witness or apparatus in one line that no terminal obeys.
  private func safe(_ text: String) -> String { ReportLine.folded(text, isTrimmed: false) }

  /// `3,000 → 9,000` and the line of text with both in it.
  private func writeChange(_ finding: Finding, into out: inout Output) {
    let (old, new) = (safe(finding.shownOld), safe(finding.shownNew))
    out.write("    \(old.isEmpty ? "(nothing)" : old) → \(new.isEmpty ? "(nothing)" : new)\n")
    guard !finding.before.isEmpty || !finding.after.isEmpty else { return }
    var line = "    … " + safe(finding.before)
    if !old.isEmpty { line += painted(hasColor ? old : "[-\(old)-]", .red) }
    if !new.isEmpty { line += painted(hasColor ? new : "{+\(new)+}", .green) }
    out.write(line + safe(finding.after) + " …\n")
  }

  // MARK: Totals

  /// Writes how many findings there are, of what kinds, in how many editions.
  private func writeTotals(_ report: DriftReport, into out: inout Output) {
    let witnesses = report.editions.reduce(0) { $0 + $1.witnesses.count }
    let scope =
      Self.count(report.editions.count, "edition") + ", "
      + Self.count(witnesses, "witness", "witnesses")
    let unread = report.findings.count { $0.kind == .unreadable }
    if report.findings.isEmpty {
      out.write("No drift: \(scope).\n")
      return
    }
    for excess in report.editions.flatMap(\.exceeded) where excess.allowed > 0 {
      out.write("\(excess.variation.rawValue): \(excess.found), allowed \(excess.allowed)\n")
    }
    let counts = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = report.findings.count { $0.severity == severity && $0.kind != .unreadable }
      return count > 0 ? Self.count(count, severity.rawValue) : nil
    }
    var line = "\(scope): " + (counts.isEmpty ? "no findings" : counts.joined(separator: ", "))
    line += Self.classes(report)
    if unread > 0 { line += "; " + Self.count(unread, "edition") + " not checked" }
    let accepted = report.editions.count(where: \.isAccepted)
    if accepted > 0 { line += "; " + Self.count(accepted, "edition") + " accepted" }
    out.write(line + ".\n")
  }

  /// `; numeral 1, punctuation 3`.
  private static func classes(_ report: DriftReport) -> String {
    let parts = VariationClass.allCases.compactMap { variation -> String? in
      let count = report.findings.count { $0.variation == variation }
      return count > 0 ? "\(variation.rawValue) \(count)" : nil
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  // MARK: Color

  /// Colors of the terminal.
  private enum Hue: String {
    case plain = ""
    case bold = "1"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  private func painted(_ text: String, _ hue: Hue) -> String {
    hasColor && hue != .plain ? "\u{1B}[\(hue.rawValue)m\(text)\u{1B}[0m" : text
  }
}
