/// What drift an edition allows.
struct DriftPolicy: Sendable, Equatable {
  /// Classes of which one finding is too many, unless `most` allows more.
  var failing = Set(VariationClass.allCases).subtracting([.punctuation, .case, .editorial])
  /// How many findings of a class may be; looked up, never walked.
  var most: [VariationClass: Int] = [:]

  /// How many findings of a class may be; nil for any number.
  func allowance(of variation: VariationClass) -> Int? {
    most[variation] ?? (failing.contains(variation) ? 0 : nil)
  }

  /// Gives every finding of one edition its severity, and tells which classes exceed their
  /// allowance; O(findings).
  func judge(_ findings: inout [Finding]) -> [CheckedEdition.Excess] {
    var counts = [Int](repeating: 0, count: VariationClass.allCases.count)
    for finding in findings { if let variation = finding.variation { counts[variation.rank] += 1 } }
    let exceeded = VariationClass.allCases.compactMap { variation -> CheckedEdition.Excess? in
      let found = counts[variation.rank]
      guard let allowed = allowance(of: variation), found > allowed else { return nil }
      return CheckedEdition.Excess(variation: variation, found: found, allowed: allowed)
    }
    let isExceeded = Set(exceeded.map(\.variation))
    for i in findings.indices {
      findings[i].severity = severity(of: findings[i], isExceeded)
    }
    return exceeded
  }

  /// Edits of the apparatus are an editor's right; a witness that went or came never passes unseen.
  private func severity(
    of finding: Finding, _ exceeded: Set<VariationClass>
  ) -> Finding.Severity {
    switch finding.kind {
    case .apparatusEdited: .note
    case .unreadable, .witnessMissing, .witnessAdded: .error
    default: finding.variation.map(exceeded.contains) ?? true ? .error : .warning
    }
  }
}
