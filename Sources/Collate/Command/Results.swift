/// The outputs of a run as bytes, before any of them is written.
struct Results: Sendable {
  var files: [AtomicFiles.File] = []
  var standardOutput: [UInt8] = []

  /// Renders every output of the plan; each format once, however often it is wanted.
  init(
    _ edition: Edition, _ plan: OutputPlan, _ settings: Settings, hasColor: Bool
  ) throws(Failure) {
    var rendered: [OutputFormat: [UInt8]] = [:]
    for (format, target) in plan.files {
      if rendered[format] == nil {
        rendered[format] = try format.render(edition, settings, hasColor: false)
      }
      files.append(AtomicFiles.File(target: target, bytes: rendered[format] ?? []))
    }
    if let format = plan.standardOutput {
      standardOutput = try format.render(edition, settings, hasColor: hasColor)
    }
  }
}

extension OutputFormat {
  /// The edition in this format; TEI only once it is proved to hold every witness.
  fileprivate func render(
    _ edition: Edition, _ settings: Settings, hasColor: Bool
  ) throws(Failure) -> [UInt8] {
    var out = Output()
    writer(settings, hasColor: hasColor).write(edition, into: &out)
    if self == .tei,
      let failure = LosslessProof.check(out.bytes, against: edition, form: settings.teiForm)
    {
      throw .proof(failure)
    }
    return out.bytes
  }

  private func writer(_ settings: Settings, hasColor: Bool) -> any EditionWriter {
    switch self {
    case .text: settings.textWriter(hasColor: hasColor)
    case .tei: TEIWriter(form: settings.teiForm)
    case .json: JSONWriter(shape: .java)
    case .collatexPython: JSONWriter(shape: .python)
    }
  }
}
