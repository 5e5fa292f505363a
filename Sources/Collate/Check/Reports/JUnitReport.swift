/// JUnit's XML as most hosts read it: a suite for each edition, a case for each of its witnesses
/// and one for the edition itself.
///
/// A case fails if one of its findings is an error; what may be is its output. The edition's own
/// case is an error if the edition could not be checked.
struct JUnitReport: ReportWriter {
  /// Writes all suites, in the order of the editions; O(b) in the bytes written.
  func write(_ report: DriftReport, into out: inout Output) {
    let suites = report.editions.map(Suite.init)
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.write("<testsuites name=\"collate check\"\(Self.counts(suites.flatMap(\.cases)))>\n")
    for suite in suites { write(suite, into: &out) }
    out.write("</testsuites>\n")
  }

  private func write(_ suite: Suite, into out: inout Output) {
    out.write("  <testsuite name=\"\(Self.attribute(suite.name))\"\(Self.counts(suite.cases))>\n")
    for testCase in suite.cases { write(testCase, of: suite, into: &out) }
    out.write("  </testsuite>\n")
  }

  private func write(_ testCase: Case, of suite: Suite, into out: inout Output) {
    let file = testCase.path.isEmpty ? "" : " file=\"\(Self.attribute(testCase.path))\""
    out.write("    <testcase classname=\"\(Self.attribute(suite.name))\"")
    out.write(" name=\"\(Self.attribute(testCase.name))\"\(file)")
    if testCase.findings.isEmpty { return out.write("/>\n") }
    out.write(">\n")
    if let worst = testCase.failures.first { write(testCase, worst, into: &out) }
    let others = testCase.findings.filter { $0.severity != .error }
    if !others.isEmpty {
      out.write("      <system-out>\(Self.lines(others))</system-out>\n")
    }
    out.write("    </testcase>\n")
  }

  private func write(_ testCase: Case, _ worst: Finding, into out: inout Output) {
    let element = testCase.isUnchecked ? "error" : "failure"
    let rest = testCase.failures.count - 1
    let message = FindingMessage(worst).line + (rest > 0 ? "; and \(rest) more" : "")
    out.write("      <\(element) type=\"\(DriftRule(worst).identifier)\"")
    out.write(" message=\"\(Self.attribute(message))\">")
    out.write("\(Self.lines(testCase.failures))</\(element)>\n")
  }

  private static func counts(_ cases: [Case]) -> String {
    let errors = cases.count { $0.isUnchecked }
    let failures = cases.count { !$0.isUnchecked && !$0.failures.isEmpty }
    return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
  }

  /// Findings as text, one to a line.
  private static func lines(_ findings: [Finding]) -> String {
    attribute(findings.map { "\(FindingMessage($0).place): \(FindingMessage($0).line)" })
  }

  private static func attribute(_ lines: [String]) -> String {
    lines.map(attribute).joined(separator: "\n")
  }

  private static func attribute(_ text: String) -> String {
    TEIEscape.plain(ReportLine.folded(text))
  }
}

/// The cases of one edition.
private struct Suite {
  var name: String
  var cases: [Case]

  init(_ edition: CheckedEdition) {
    name = edition.name
    cases = [Case(name: edition.baseline, path: "")]
    cases += edition.witnesses.map { Case(name: $0.siglum, path: ReportPath.plain($0.path)) }
    // Cases of witnesses by their sigla, for looking up only.
    var places: [String: Int] = [:]
    for index in cases.indices.dropFirst() where places[cases[index].name] == nil {
      places[cases[index].name] = index
    }
    for finding in edition.findings {
      let place =
        finding.siglum.map { siglum in
          places[siglum] ?? cases.endIndex
        } ?? 0
      if place == cases.endIndex, let siglum = finding.siglum {
        // A witness that is no longer there.
        places[siglum] = place
        cases.append(Case(name: siglum, path: ReportPath.plain(finding.path)))
      }
      cases[place].findings.append(finding)
    }
    // The file to look into, where a witness has one for each page.
    for index in cases.indices {
      guard let finding = cases[index].findings.first else { continue }
      cases[index].path = ReportPath.plain(finding.path)
    }
  }
}

/// A witness, or an edition as a whole, and what was found about it.
private struct Case {
  var name: String
  var path: String
  var findings: [Finding] = []

  var failures: [Finding] { findings.filter { $0.severity == .error } }
  var isUnchecked: Bool { failures.contains { $0.kind == .unreadable } }
}
