/// A format in which `collate check` reports; the raw value is its name on the command line.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, github, gitlab, junit, sarif, json

  /// What help says of it: one line, no full stop.
  var summary: String {
    switch self {
    case .text: "for people: worst first, with the words around"
    case .github: "annotations of GitHub Actions"
    case .gitlab: "GitLab's code quality report"
    case .junit: "JUnit's XML: a case for each witness"
    case .sarif: "SARIF 2.1.0, for code scanning and editors"
    case .json: "all there is to know, for programs; docs/CHECK.md describes it"
    }
  }

  /// The writer of this format.
  func writer(hasColor: Bool) -> any ReportWriter {
    switch self {
    case .text: TextReport(hasColor: hasColor)
    case .github: GitHubReport()
    case .gitlab: GitLabReport()
    case .junit: JUnitReport()
    case .sarif: SARIFReport(version: Version.current)
    case .json: JSONReport(version: Version.current)
    }
  }

  /// The format that the arguments ask for.
  init(_ arguments: Arguments) throws(Failure) {
    let name = arguments[.format] ?? ReportFormat.text.rawValue
    guard let format = ReportFormat(rawValue: name) else {
      throw .usage(.option(.format, .unknownWord(name, .reports)))
    }
    self = format
  }
}
