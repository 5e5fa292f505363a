/// What a check found, over all editions that it was asked for.
struct DriftReport: Sendable, Equatable {
  /// In natural order of their names.
  var editions: [CheckedEdition] = []
  /// Worst first.
  var findings: [Finding] = []

  /// Findings of one severity.
  func count(_ severity: Finding.Severity) -> Int {
    findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// Whether something could not be checked.
  var isIncomplete: Bool { findings.contains { $0.kind == .unreadable } }

  /// Whether there is drift by the policy.
  var fails: Bool { count(.error) > 0 }
}

/// An edition that was checked, or should have been.
struct CheckedEdition: Sendable, Equatable {
  var name: String
  /// What it was compared with, as a person would name it: a file, a folder, a revision.
  var baseline: String
  /// In the order of the edition; empty where it could not be read.
  var witnesses: [Witness] = []
  var findings: [Finding] = []
  /// Classes of which there are more findings than the policy allows, and how many it allows.
  var exceeded: [Excess] = []
  /// Whether the baseline was rewritten with what was found.
  var isAccepted = false

  /// A witness that was read.
  struct Witness: Sendable, Equatable {
    var siglum: String
    var path: String
  }

  /// A class of which there are more findings than are allowed.
  struct Excess: Sendable, Equatable {
    var variation: VariationClass
    var found: Int
    var allowed: Int
  }
}

/// A form in which a report can be written; one conformer a format.
protocol ReportWriter: Sendable {
  /// Writes all of the report; the same report gives the same bytes.
  func write(_ report: DriftReport, into out: inout Output)
}
