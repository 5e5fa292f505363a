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

  /// The ending of a file's name that asks for the format, with the dot; nil where none does: what
  /// GitLab reads is JSON, too.
  var ending: String? {
    switch self {
    case .text: ".txt"
    case .junit: ".xml"
    case .sarif: ".sarif"
    case .json: ".json"
    case .github, .gitlab: nil
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

  /// The format that the arguments ask for, by its name or else by that of the file.
  init(_ arguments: Arguments) throws(Failure) {
    let file = arguments[.output]?.lowercased() ?? ""
    let ofFile = Self.allCases.first { $0.ending.map(file.hasSuffix) ?? false }
    let name = arguments[.format] ?? (ofFile ?? .text).rawValue
    guard let format = ReportFormat(rawValue: name) else {
      throw .usage(.option(.format, .unknownWord(name, .reports)))
    }
    self = format
  }
}
