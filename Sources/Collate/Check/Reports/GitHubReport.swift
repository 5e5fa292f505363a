/// Annotations of GitHub Actions: workflow commands on standard output.
///
/// GitHub shows ten annotations of each level for a step and drops the rest without a word, so the
/// worst stand first, and a closing line tells how many there are. Every line that holds text of a
/// witness is a command, escaped, since other lines of a log can be commands too by what they hold.
struct GitHubReport: ReportWriter {
  /// How many annotations of one level GitHub shows for a step.
  private static let shown = 10

  /// Writes a line for each finding and one for all; O(b) in the bytes written.
  func write(_ report: DriftReport, into out: inout Output) {
    for finding in report.findings {
      command(
        finding.severity, properties(of: finding), FindingMessage(finding).line, into: &out)
    }
    command(closingLevel(report), [("title", "collate check")], closing(report), into: &out)
  }

  private func properties(of finding: Finding) -> [(String, String)] {
    var properties: [(String, String)] = []
    if !finding.path.isEmpty { properties.append(("file", ReportPath.plain(finding.path))) }
    if let extent = finding.extent { properties += self.properties(of: extent) }
    return properties + [("title", DriftRule(finding).title)]
  }

  /// Columns are understood only where an extent begins and ends in one line. GitHub counts the
  /// last column in.
  private func properties(of extent: Finding.Extent) -> [(String, String)] {
    let (start, end) = (extent.start, extent.end)
    let lines = [("line", String(start.line)), ("endLine", String(end.line))]
    guard start.line == end.line else { return lines }
    let last = max(start.column, end.column - 1)
    return lines + [("col", String(start.column)), ("endColumn", String(last))]
  }

  /// The mildest level that still has room, so that the closing line is among those shown.
  private func closingLevel(_ report: DriftReport) -> Finding.Severity {
    [.note, .warning].first { report.count($0) < Self.shown } ?? .note
  }

  private func closing(_ report: DriftReport) -> String {
    let isCut = Finding.Severity.allCases.contains { report.count($0) >= Self.shown }
    return report.totals
      + (isCut ? "; GitHub shows \(Self.shown) of each level, the log of this step has all" : "")
  }

  private func command(
    _ severity: Finding.Severity, _ properties: [(String, String)], _ message: String,
    into out: inout Output
  ) {
    let list = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }
    out.write("::\(level(of: severity)) \(list.joined(separator: ","))::")
    out.write(Self.escaped(message, isProperty: false) + "\n")
  }

  private func level(of severity: Finding.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Text as a workflow command takes it; in properties the signs that part them are escaped too.
  static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
