/// GitLab's code quality report: an array of issues.
///
/// GitLab takes issues of equal fingerprints for one, so the fingerprint holds the place.
struct GitLabReport: ReportWriter {
  /// Writes an object for each finding, worst first; O(b) in the bytes written.
  func write(_ report: DriftReport, into out: inout Output) {
    JSONTree.array(report.findings.map(issue)).write(into: &out)
  }

  /// A finding as GitLab takes it.
  private func issue(_ finding: Finding) -> JSONTree {
    let path = ReportPath.plain(finding.path)
    let (rule, start) = (DriftRule(finding).identifier, finding.extent?.start)
    // An issue of GitLab has a line, so what concerns a whole file stands at its first.
    let (line, column) = (start?.line ?? 1, start?.column ?? 1)
    return [
      "description": .string(FindingMessage(finding).line),
      "check_name": .string(rule),
      "fingerprint": .string("\(finding.identity):\(rule):\(line):\(column):\(path)"),
      "severity": .string(severity(of: finding)),
      "location": ["path": .string(path), "lines": ["begin": .number(line)]],
    ]
  }

  /// GitLab has five degrees, so that what reverses or falsifies a statement stands above the rest.
  private func severity(of finding: Finding) -> String {
    switch (finding.severity, finding.kind, finding.variation) {
    case (_, .unreadable, _): "blocker"
    case (.error, .witnessMissing, _), (.error, _, .numeral), (.error, _, .name),
      (.error, _, .negation):
      "critical"
    case (.error, _, _): "major"
    case (.warning, _, _): "minor"
    case (.note, _, _): "info"
    }
  }
}
