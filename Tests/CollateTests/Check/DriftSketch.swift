@testable import Collate

/// A check drawn as texts: witnesses A, B, C … as they were accepted and as they are.
func driftForTests(
  _ accepted: [String], _ today: [String], policy: DriftPolicy = DriftPolicy()
) throws -> [Finding] {
  let baseline = Baseline(
    name: "accepted", edition: try editionForTests(accepted), isExact: true, apparatus: nil)
  var findings = DriftCheck(
    name: "edition", baseline: baseline, today: try editionForTests(today)
  ).findings()
  _ = policy.judge(&findings)
  return findings
}

/// The TEI of an edition drawn as texts.
func teiForTests(_ texts: [String], form: TEIForm = TEIForm()) throws -> String {
  var out = Output()
  TEIWriter(form: form).write(try editionForTests(texts), into: &out)
  return String(decoding: out.bytes, as: UTF8.self)
}
