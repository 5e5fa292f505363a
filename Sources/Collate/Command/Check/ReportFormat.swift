/// A format in which `collate check` reports; the raw value is its name on the command line.
enum ReportFormat: String, CaseIterable, Sendable {
  case text

  /// What help says of it: one line, no full stop.
  var summary: String {
    switch self {
    case .text: "for people: worst first, with the words around"
    }
  }

  /// The writer of this format.
  func writer(hasColor: Bool) -> any ReportWriter {
    switch self {
    case .text: TextReport(hasColor: hasColor)
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
