/// SARIF 2.1.0 (OASIS standard), the static analysis format that code hosts and editors read.
struct SARIFReport: ReportWriter {
  /// Version of the program, which the log names.
  var version: String

  /// Writes one run with the rules that occur and a result for each finding; O(r·n) in rules that
  /// occur, at most some sixty, and findings.
  func write(_ report: DriftReport, into out: inout Output) {
    let rules = occurring(in: report)
    let run: JSONTree = [
      "tool": ["driver": driver(rules)],
      "columnKind": "unicodeCodePoints",
      "invocations": [["executionSuccessful": .bool(!report.isIncomplete)]],
      "results": .array(report.findings.map { result($0, rules) }),
    ]
    let log: JSONTree = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    log.write(into: &out)
  }

  /// The rules of the findings, each once, in the order of their first finding.
  private func occurring(in report: DriftReport) -> [DriftRule] {
    var rules: [DriftRule] = []
    for finding in report.findings where !rules.contains(DriftRule(finding)) {
      rules.append(DriftRule(finding))
    }
    return rules
  }

  /// The program and the rules that it found broken.
  private func driver(_ rules: [DriftRule]) -> JSONTree {
    [
      "name": "collate",
      "version": .string(version),
      "rules": .array(
        rules.map { rule in
          [
            "id": .string(rule.identifier),
            "shortDescription": ["text": .string(rule.title)],
            "fullDescription": ["text": .string(rule.explanation)],
          ]
        }),
    ]
  }

  /// A finding as SARIF takes it.
  private func result(_ finding: Finding, _ rules: [DriftRule]) -> JSONTree {
    let rule = DriftRule(finding)
    return .present([
      ("ruleId", .string(rule.identifier)),
      ("ruleIndex", rules.firstIndex(of: rule).map(JSONTree.number)),
      ("level", .string(finding.severity.rawValue)),
      ("message", ["text": .string(FindingMessage(finding).line)]),
      ("locations", finding.path.isEmpty ? nil : [location(of: finding)]),
      ("partialFingerprints", ["collateFinding/v1": .string(finding.identity)]),
      ("properties", properties(of: finding)),
    ])
  }

  private func location(of finding: Finding) -> JSONTree {
    [
      "physicalLocation": .present([
        ("artifactLocation", ["uri": .string(ReportPath.uri(finding.path))]),
        ("region", finding.extent.map(region)),
      ])
    ]
  }

  /// The end column is that behind the last character, as ours is.
  private func region(_ extent: Finding.Extent) -> JSONTree {
    [
      "startLine": .number(extent.start.line), "startColumn": .number(extent.start.column),
      "endLine": .number(extent.end.line), "endColumn": .number(extent.end.column),
    ]
  }

  private func properties(of finding: Finding) -> JSONTree {
    .present([
      ("edition", .string(finding.edition)),
      ("witness", finding.siglum.map(JSONTree.string)),
      ("class", (finding.variation?.rawValue).map(JSONTree.string)),
      ("old", .string(finding.old)),
      ("new", .string(finding.new)),
    ])
  }
}
