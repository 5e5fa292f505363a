/// The outputs of a run as bytes, before any of them is written.
struct Results: Sendable {
  var files: [AtomicFiles.File] = []
  var standardOutput: [UInt8] = []

  /// With fewer tokens a second thread takes longer to be started than it saves; a guess on the
  /// safe side, since rendering takes a microsecond a token and starting a thread fifty.
  static let leastTokens = 2000

  /// Renders every output of the plan; each format once, however often it is wanted, and those of
  /// files at the same time. `prepared` is what has been made of plain text before.
  init(
    _ edition: Edition, _ plan: OutputPlan, _ settings: Settings, hasColor: Bool,
    prepared: PreparedText? = nil
  ) throws(Failure) {
    let wanted = plan.files.map(\.format).reduce(into: [OutputFormat]()) { formats, format in
      if !formats.contains(format) { formats.append(format) }
    }
    let isLarge = edition.text.tokenCount >= Self.leastTokens
    let rendered = Parallel.map(wanted, threads: isLarge ? nil : 1) { format in
      Result { () throws(Failure) in
        try format.render(edition, settings, hasColor: false, prepared)
      }
    }
    for (format, target) in plan.files {
      let bytes = try zip(wanted, rendered).first { $0.0 == format }?.1.get()
      files.append(AtomicFiles.File(target: target, bytes: bytes ?? []))
    }
    if let format = plan.standardOutput {
      standardOutput = try format.render(edition, settings, hasColor: hasColor, prepared)
    }
  }
}

extension OutputFormat {
  /// The edition in this format; TEI only once it is proved to hold every witness.
  fileprivate func render(
    _ edition: Edition, _ settings: Settings, hasColor: Bool, _ prepared: PreparedText?
  ) throws(Failure) -> [UInt8] {
    var out = Output()
    if self == .text {
      settings.textWriter(hasColor: hasColor).write(edition, prepared: prepared, into: &out)
      return out.bytes
    }
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
