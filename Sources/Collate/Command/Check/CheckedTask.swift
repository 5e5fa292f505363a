/// One edition checked: what is to be reported of it, and what is to be written.
struct CheckedTask: Sendable {
  private(set) var edition: CheckedEdition
  /// Why it could not be checked.
  private(set) var failure: Failure?
  /// What the person should know besides.
  private(set) var warnings: [Message] = []
  /// The baseline with what was found accepted, where that was asked for and anything changed.
  private(set) var update: AtomicFiles.File?

  /// Checks an edition; a failure is a finding of it and stops no other one. `given` is what was
  /// read of it before.
  init(_ task: CheckTask, _ arguments: Arguments, given: RevisionReading? = nil) {
    edition = CheckedEdition(name: task.name, baseline: task.source.name)
    do throws(Failure) {
      try check(task, arguments, given)
    } catch {
      failure = error
      var finding = Finding(
        kind: .unreadable, edition: task.name, path: task.inputs.first?.path ?? task.name)
      if let source = error.source {
        finding.path = source.path
        finding.extent = source.place.map { Finding.Extent(start: $0, end: $0) }
      }
      finding.severity = .error
      finding.detail = .trouble(error.message?.line(colored: false) ?? "")
      edition.findings = [finding]
      edition.findings.identify()
    }
  }

  /// Reads an edition and compares it with its baseline.
  private mutating func check(
    _ task: CheckTask, _ arguments: Arguments, _ given: RevisionReading?
  ) throws(Failure) {
    let input: EditionInput
    if let given { input = try given.today.get() } else { input = try task.read(arguments) }
    edition.witnesses = input.loaded.witnesses.map {
      CheckedEdition.Witness(siglum: $0.siglum, path: $0.text.path)
    }
    if !arguments.has(.quiet) {
      warnings = Warning.reading(input.loaded).map(\.message)
    }
    let reading = BaselineReading(
      task: task, today: input, arguments: arguments, accepted: given?.accepted)
    let baseline = try reading.baseline()
    var stages = StageClock()
    let today = try input.loaded.collated(input.settings, &stages)
    edition.findings = DriftCheck(name: task.name, baseline: baseline, today: today).findings()
    edition.exceeded = input.settings.driftPolicy.judge(&edition.findings)
    if arguments.has(.update) { try accept(baseline, today) }
  }

  /// Makes the file that takes the place of the baseline, the editor's work in it.
  private mutating func accept(_ baseline: Baseline, _ today: Edition) throws(Failure) {
    guard baseline.apparatus != nil else {
      throw .check(.foreignBaseline(path: baseline.name))
    }
    let input = try attempt(Failure.read) { () throws(ReadError) in
      try InputBytes(path: baseline.name)
    }
    let result = try attempt(Failure.proof) { () throws(LosslessProof.Failure) in
      try AcceptedUpdate(file: input.bytes, made: baseline.edition, today: today).result()
    }
    edition.isAccepted = true
    warnings += [Self.warning(about: result.lost, baseline.name)].compactMap(\.self)
    guard result.bytes != input.bytes else { return }
    let target = try attempt(Failure.file) { () throws(FileError) in
      try OutputTarget(baseline.name)
    }
    update = AtomicFiles.File(target: target, bytes: result.bytes)
  }

  /// Says which edits by hand a new baseline could not keep.
  private static func warning(about lost: [Int], _ path: String) -> Message? {
    guard !lost.isEmpty else { return nil }
    let places = lost.map { $0 == 0 ? "outside of entries" : "app\($0)" }
    return Message(
      severity: .warning, place: path,
      what: "edits by hand were not kept where the text changed: "
        + places.joined(separator: ", "),
      remedy: "look at them in the version before")
  }
}

extension Failure {
  /// The file to look into and the place in it; nil where the fault lies in no file that is there,
  /// as when witnesses of a revision cannot be read.
  fileprivate var source: (path: String, place: Place?)? {
    let source: (path: String, place: Place?)
    switch self {
    case .read(let error): source = (error.path, error.place)
    case .editionOption(let path, let place, _): source = (path, place)
    default: return nil
    }
    return InputBytes.kind(of: source.path) == .file ? source : nil
  }
}

extension Settings {
  /// What drift the options allow.
  var driftPolicy: DriftPolicy {
    var policy = DriftPolicy()
    if let words = arguments.words(of: .failOn) {
      policy.failing = Set(words.compactMap(VariationClass.init(rawValue:)))
    }
    for pair in arguments.words(of: .max) ?? [] {
      let parts = pair.split(separator: "=").map(String.init)
      guard parts.count == 2, let variation = VariationClass(rawValue: parts[0]) else { continue }
      policy.most[variation] = Int(parts[1])
    }
    return policy
  }
}
