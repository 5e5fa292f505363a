/// All that a check found, for programs; `docs/check-report.schema.json` describes it.
struct JSONReport: ReportWriter {
  /// Version of the program, which the report names.
  var version: String
  /// Raised when a member goes or changes its meaning; new members do not raise it.
  private static let format = 1

  /// Writes one object; O(b) in the bytes written.
  func write(_ report: DriftReport, into out: inout Output) {
    let tree: JSONTree = [
      "format": .number(Self.format),
      "program": ["name": "collate", "version": .string(version)],
      "outcome": .string(outcome(of: report)),
      "counts": counts(report.count),
      "editions": .array(report.editions.map(edition)),
      "findings": .array(report.findings.map(finding)),
    ]
    tree.write(into: &out)
  }

  private func outcome(of report: DriftReport) -> String {
    if report.isIncomplete { return "incomplete" }
    return report.fails ? "drift" : "clean"
  }

  private func counts(_ count: (Finding.Severity) -> Int) -> JSONTree {
    [
      "error": .number(count(.error)), "warning": .number(count(.warning)),
      "note": .number(count(.note)),
    ]
  }

  /// What is told of one edition.
  private func edition(_ edition: CheckedEdition) -> JSONTree {
    [
      "name": .string(edition.name),
      "baseline": .string(edition.baseline),
      "accepted": .bool(edition.isAccepted),
      "witnesses": .array(
        edition.witnesses.map { ["siglum": .string($0.siglum), "path": .string($0.path)] }),
      "counts": counts { severity in edition.findings.count { $0.severity == severity } },
      "exceeded": .array(
        edition.exceeded.map {
          [
            "class": .string($0.variation.rawValue), "found": .number($0.found),
            "allowed": .number($0.allowed),
          ]
        }),
    ]
  }

  /// All that a finding says.
  private func finding(_ finding: Finding) -> JSONTree {
    [
      "rule": .string(DriftRule(finding).identifier),
      "kind": .string(finding.kind.rawValue),
      "class": .optional(finding.variation?.rawValue),
      "severity": .string(finding.severity.rawValue),
      "edition": .string(finding.edition),
      "witness": .optional(finding.siglum),
      "path": .string(finding.path),
      "start": finding.extent.map { place($0.start) } ?? .null,
      "end": finding.extent.map { place($0.end) } ?? .null,
      "old": .string(finding.old),
      "new": .string(finding.new),
      "before": .string(finding.before),
      "after": .string(finding.after),
      "places": .number(finding.places),
      "detail": finding.detail.map(detail) ?? .null,
      "entry": .optional(finding.entry),
      "page": finding.page.map(page) ?? .null,
      "identity": .string(finding.identity),
      "message": .string(FindingMessage(finding).line),
    ]
  }

  private func page(_ page: PageReference) -> JSONTree {
    ["page": .optional(page.page), "column": .optional(page.column), "line": .optional(page.line)]
  }

  private func place(_ place: Place) -> JSONTree {
    [
      "line": .number(place.line), "column": .number(place.column),
      "offset": .number(place.offset),
    ]
  }

  /// What the detail is about, and for what went from one value to another, both.
  private func detail(_ detail: Finding.Detail) -> JSONTree {
    switch detail {
    case .whiteSpace: ["about": "white-space"]
    case .encoding: ["about": "encoding"]
    case .marks: ["about": "marks"]
    case .frontMatter: ["about": "front-matter"]
    case .lemma(let now, let formerly):
      ["about": "lemma", "is": .string(now), "expected": .string(formerly)]
    case .type(let now, let formerly):
      ["about": "type", "is": .optional(now), "expected": .optional(formerly)]
    case .note(let text): ["about": "note", "is": .string(text)]
    case .foreignEntry: ["about": "foreign-entry"]
    case .removedEntry: ["about": "removed-entry"]
    case .base(let now, let formerly):
      ["about": "base", "is": .string(now), "expected": .string(formerly)]
    case .trouble(let words): ["about": "trouble", "is": .string(words)]
    }
  }
}
