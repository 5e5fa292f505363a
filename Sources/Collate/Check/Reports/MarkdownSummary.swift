/// A page in GitHub's Markdown, for the summary of a step or a comment.
struct MarkdownSummary: ReportWriter {
  /// Bytes that the page may have; GitHub takes 1 MiB for all that one step writes, and drops all
  /// of it where there is more.
  var limit = 1 << 20
  /// Bytes kept free for the line that tells what was left out.
  private static let reserve = 200

  /// Writes the totals, a line for each edition, and as many findings as fit, worst first.
  func write(_ report: DriftReport, into out: inout Output) {
    var page = Output()
    page.write("## collate check: \(report.totals)\n")
    editions(report, into: &page)
    let rows = report.findings.map { Self.row($0) }
    if !rows.isEmpty {
      page.write("\n| | what | witness | was → is | where |\n| --- | --- | --- | --- | --- |\n")
    }
    var left = limit - Self.reserve - page.bytes.count
    let fitting = rows.prefix { row in
      left -= row.utf8.count
      return left >= 0
    }
    for row in fitting { page.write(row) }
    if fitting.count < rows.count {
      page.write("\n\(rows.count - fitting.count) more findings did not fit here.\n")
    }
    if page.bytes.count <= limit { out.write(page.bytes[...]) }
  }

  /// What was accepted, or is more than allowed, by editions.
  private func editions(_ report: DriftReport, into page: inout Output) {
    let exceeding = report.editions.filter { !$0.exceeded.isEmpty || $0.isAccepted }
    if !exceeding.isEmpty { page.write("\n") }
    for edition in exceeding.prefix(100) {
      let excess = edition.exceeded.map {
        "\($0.found) \($0.variation.rawValue) (\($0.allowed) allowed)"
      }
      let words = excess + (edition.isAccepted ? ["accepted, the baseline is rewritten"] : [])
      page.write("- **\(Self.escaped(edition.name))**: \(words.joined(separator: ", "))\n")
    }
  }

  /// A row of the table: severity, class and kind, siglum, the change in its context, the place.
  private static func row(_ finding: Finding) -> String {
    let cells = [
      sign(finding.severity), escaped(DriftRule(finding).title), escaped(finding.siglum ?? ""),
      change(finding), escaped(FindingMessage(finding).place),
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private static func sign(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "**error**"
    case .warning: "warning"
    case .note: "note"
    }
  }

  /// The readings among the words around them, or what else there is to say.
  private static func change(_ finding: Finding) -> String {
    if finding.old.isEmpty && finding.new.isEmpty { return escaped(FindingMessage(finding).line) }
    let old = finding.old.isEmpty ? "" : "<del>\(escaped(finding.shownOld))</del>"
    let new = finding.new.isEmpty ? "" : "<ins>\(escaped(finding.shownNew))</ins>"
    let parting = old.isEmpty || new.isEmpty ? "" : " "
    return escaped(finding.before, isTrimmed: false) + old + parting + new
      + escaped(finding.after, isTrimmed: false)
  }

  /// Text of one line in which nothing is markup.
  static func escaped(_ text: String, isTrimmed: Bool = true) -> String {
    var result = ""
    for scalar in ReportLine.folded(text, isTrimmed: isTrimmed).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "$", ":",
        "=", "^":
        result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
