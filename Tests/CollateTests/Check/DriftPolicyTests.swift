import Testing

@testable import Collate

/// Which findings fail a check.
@Suite struct DriftPolicyTests {
  private func findings(_ classes: VariationClass...) -> [Finding] {
    classes.map { Finding(kind: .newVariant, variation: $0, edition: "", path: "") }
  }

  @Test func byDefaultThreeClassesPass() {
    for variation in VariationClass.allCases {
      var found = findings(variation)
      let exceeded = DriftPolicy().judge(&found)
      let passes = [.punctuation, .case, .editorial].contains(variation)
      #expect(found[0].severity == (passes ? .warning : .error), "\(variation)")
      #expect(exceeded.isEmpty == passes, "\(variation)")
    }
  }

  @Test func allowances() {
    let policy = DriftPolicy(failing: [.name], most: [.name: 1, .punctuation: 2])
    var few = findings(.name, .punctuation, .punctuation, .numeral)
    #expect(policy.judge(&few).isEmpty)
    #expect(few.allSatisfy { $0.severity == .warning })
    var many = findings(.punctuation, .punctuation, .punctuation, .name)
    #expect(policy.judge(&many) == [.init(variation: .punctuation, found: 3, allowed: 2)])
    #expect(many.map(\.severity) == [.error, .error, .error, .warning])
  }

  @Test func whatIsNoChangeOfText() {
    var found = [Finding.Kind.unreadable, .witnessMissing, .witnessAdded, .apparatusEdited].map {
      Finding(kind: $0, edition: "", path: "")
    }
    _ = DriftPolicy(failing: []).judge(&found)
    #expect(found.map(\.severity) == [.error, .error, .error, .note])
  }
}
