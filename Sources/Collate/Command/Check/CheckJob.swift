/// `collate check`: what has changed since it was accepted, over one edition or many.
struct CheckJob {
  private let arguments: Arguments
  private let console: Console
  private let tasks: [CheckTask]
  private let format: ReportFormat
  private let target: OutputTarget?
  private let summary: SummaryFile?

  /// Checks editions against what was accepted, or transcriptions against a reference.
  static func run(_ arguments: Arguments, _ console: Console) throws(Failure) -> ExitCode {
    let hasBaseline = arguments.has(.against) || arguments.has(.againstGit)
    let hasLimits = arguments.has(.maxCER) || arguments.has(.maxWER)
    let areFiles =
      arguments.operands.count > 1
      && !arguments.operands.contains { InputBytes.kind(of: $0) == .folder }
    if !hasBaseline, hasLimits || areFiles, !arguments.has(.update) {
      return try RatesJob(arguments, console).run()
    }
    return try CheckJob(arguments, console).run()
  }

  /// Proves what can be proved before anything is read.
  private init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    format = try ReportFormat(arguments)
    target = try arguments.reportTarget()
    summary = try arguments[.summary].map { path throws(Failure) in try SummaryFile(path) }
    tasks = try CheckTask.all(arguments)
    try checkOutputs()
    guard arguments.has(.update) else { return }
    for task in tasks {
      if case .witnesses = task.source { throw .usage(.nothingToUpdate) }
    }
  }

  /// Proves that neither report nor summary would take the place of what is checked.
  private func checkOutputs() throws(Failure) {
    for target in [target, summary?.target].compactMap(\.self) {
      for task in tasks { try target.checkApart(from: task) }
    }
    guard let target, let other = summary?.target, other.isSameFile(as: target) else { return }
    // A terminal takes both.
    if case .special = target.existing { return }
    throw .usage(.output(other.written, .isAlso(target.written)))
  }

  /// Checks all editions, then writes: accepted files, the report, the summary.
  private func run() throws(Failure) -> ExitCode {
    let progress =
      arguments.has(.quiet) || !console.errorsAreTerminal ? nil : ProgressLine(console)
    let threads = arguments[.threads].flatMap { Int($0) }
    let given = arguments[.againstGit].map { name in
      progress?.show("read \(tasks.count) editions of \(name)")
      return RevisionReading.all(tasks, GitRevision(name: name), arguments, threads: threads)
    }
    let outcomes = Parallel.map(Array(tasks.indices), threads: threads) { index in
      progress?.show("check \(tasks[index].name), one of \(tasks.count)")
      return CheckedTask(tasks[index], arguments, given: given?[index])
    }
    progress?.end()
    // What is wrong with all editions, such as that git is missing, is told once.
    var told: Set<String> = []
    for outcome in outcomes {
      for message in outcome.warnings + [outcome.failure?.message].compactMap(\.self) {
        let line = message.line(colored: console.usesColor)
        if told.insert(line).inserted { console.tell(line) }
      }
    }
    for target in [target, summary?.target].compactMap(\.self) {
      try target.checkApart(from: outcomes.flatMap(\.edition.witnesses).map(\.path))
    }
    let updates = outcomes.compactMap(\.update)
    try attempt(Failure.file) { () throws(FileError) in try AtomicFiles.write(updates) }
    let report = report(outcomes)
    try write(report)
    if report.isIncomplete { return .trouble }
    return report.fails && !arguments.has(.update) ? .differences : .done
  }

  private func report(_ outcomes: [CheckedTask]) -> DriftReport {
    let editions = outcomes.map(\.edition)
    return DriftReport(
      editions: editions, findings: editions.flatMap(\.findings).sorted(by: Finding.precedes))
  }

  private func write(_ report: DriftReport) throws(Failure) {
    try summary?.append(report)
    var out = Output()
    let hasColor = target == nil && console.colorsOutput
    format.writer(hasColor: hasColor).write(report, into: &out)
    try console.give(out.bytes, to: target)
  }
}

extension Arguments {
  /// The file that a report goes to; nil for standard output.
  func reportTarget() throws(Failure) -> OutputTarget? {
    let paths = all(.output)
    guard paths.count <= 1 else { throw .usage(.option(.output, .repeated)) }
    guard let path = paths.first else { return nil }
    return try attempt(Failure.file) { () throws(FileError) in try OutputTarget(path) }
  }
}

extension Console {
  /// Writes a result into a file, or to standard output where there is none.
  func give(_ bytes: [UInt8], to target: OutputTarget?) throws(Failure) {
    if let target {
      try attempt(Failure.file) { () throws(FileError) in
        try AtomicFiles.write([AtomicFiles.File(target: target, bytes: bytes)])
      }
    } else {
      try attempt(Failure.output) { () throws(StreamError) in try write(bytes) }
    }
  }
}
