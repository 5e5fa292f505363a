/// A format that an edition is written in; the raw value is its name on the command line.
enum OutputFormat: String, CaseIterable, Sendable {
  case text, tei, json
  case collatexPython = "collatex-python"

  /// What help says of a format, and how a file's name asks for it.
  struct Declaration: Sendable {
    /// With the dot, lower case; nil where a file name alone cannot ask for the format.
    var ending: String?
    /// One line, no full stop.
    var summary: String
  }

  var declaration: Declaration {
    switch self {
    case .text:
      Declaration(ending: ".txt", summary: "apparatus for print: sigla, text of the base, entries")
    case .tei:
      Declaration(
        ending: ".xml", summary: "TEI P5 in parallel segmentation; gives every witness back")
    case .json:
      Declaration(ending: ".json", summary: "alignment table in the shape of CollateX (Java)")
    case .collatexPython:
      Declaration(ending: nil, summary: "alignment table in the shape of CollateX (Python)")
    }
  }

  /// The format that a file's name asks for by its ending, or nil.
  static func ofFile(named path: String) -> OutputFormat? {
    let name = path.lowercased()
    return allCases.first { $0.declaration.ending.map(name.hasSuffix) ?? false }
  }
}
