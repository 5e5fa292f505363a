/// The main verb: from witnesses to apparatus, through all rooms in their order.
struct CollateJob {
  private let arguments: Arguments
  private let console: Console
  private let plan: OutputPlan
  private let inputs: [WitnessInput]
  private let loader: WitnessLoader

  /// Proves what can be proved before anything is read.
  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    guard !arguments.operands.isEmpty else { throw .usage(.noWitnesses) }
    self.arguments = arguments
    self.console = console
    plan = try OutputPlan(arguments)
    if let place = arguments[.explain], ExplainedPlace(place) == nil {
      throw .place(place, .unreadable)
    }
    inputs = arguments.operands.map(WitnessInput.init(argument:))
    loader = WitnessLoader(sigla: try arguments.sigla())
  }

  /// Does the work and writes the results: files first, all or none, then standard output.
  func run() throws(Failure) -> ExitCode {
    var stages = StageClock(console: console, isQuiet: arguments.has(.quiet))
    defer { stages.endProgress() }
    let input = try stages.measure("read") { () throws(Failure) in try read() }
    let (loaded, settings) = (input.loaded, input.settings)
    var text: Ahead<PreparedText>?
    let edition = try loaded.collated(settings, &stages) { text = ahead(of: $0, settings) }
    if let place = arguments[.explain] {
      let explanation = try stages.measure("explain") { () throws(Failure) in
        try explain(place, edition, settings)
      }
      stages.endProgress()
      try attempt(Failure.output) { () throws(StreamError) in try console.write(explanation) }
      return .done
    }
    let results = try stages.measure("render") { () throws(Failure) in
      try Results(
        edition, plan, settings, hasColor: console.colorsOutput, prepared: text?.value())
    }
    try stages.measure("write files") { () throws(Failure) in
      try attempt(Failure.file) { () throws(FileError) in try AtomicFiles.write(results.files) }
    }
    stages.endProgress()
    try attempt(Failure.output) { () throws(StreamError) in
      try console.write(results.standardOutput)
    }
    tell(about: input, edition, stages)
    let differs = edition.entries.contains(where: \.isShown)
    return arguments.has(.exitCode) && differs ? .differences : .done
  }

  /// Begins to print the base text where plain text is wanted, while the witnesses are aligned: of
  /// two lists of 100,000 words it takes a fifth of the time that the rest does.
  private func ahead(of base: TokenizedWitness, _ settings: Settings) -> Ahead<PreparedText>? {
    guard base.tokens.count >= Results.leastTokens, settings.aligner.threads > 1,
      !arguments.has(.explain), let hasColor = plan.colorsText(console)
    else { return nil }
    let writer = settings.textWriter(hasColor: hasColor)
    return Ahead { writer.prepare(base) }
  }

  /// Reads the edition file, if there is one, and the witnesses.
  private func read() throws(Failure) -> EditionInput {
    let input = try EditionInput(inputs, loader, arguments)
    let paths = input.loaded.witnesses.flatMap(\.text.paths) + inputs.map(\.path)
    try plan.checkApart(from: paths + [input.file?.path].compactMap(\.self))
    if let folder = input.loaded.searched { try plan.checkOutside(folder) }
    return input
  }

  /// Tells why the words of a place stand where they stand.
  private func explain(
    _ written: String, _ edition: Edition, _ settings: Settings
  ) throws(Failure) -> [UInt8] {
    guard let place = ExplainedPlace(written) else { throw .place(written, .unreadable) }
    let width = settings.textWriter(hasColor: false).width
    let columns: Range<Int>
    do { columns = try place.columns(in: edition, width: width) } catch {
      throw .place(written, error)
    }
    var entries = edition.entries.indices.filter { edition.entries[$0].columns.overlaps(columns) }
    if case .entry(let number) = place {
      entries = entries.filter { edition.entries[$0].number == number }
    }
    var out = Output()
    var writer = ExplanationWriter(edition, settings.aligner, width: width)
    if entries.isEmpty {
      writer.write(columns: columns, into: &out)
    } else {
      writer.write(entries: entries, into: &out)
    }
    writer.writeNote(into: &out)
    return out.bytes
  }

  /// Says on standard error what the person should know of a run that went well.
  private func tell(about input: EditionInput, _ edition: Edition, _ stages: StageClock) {
    if !arguments.has(.quiet) {
      let names = plan.writesTEI ? Warning.sigla(in: edition) : []
      for warning in Warning.all(about: input, edition) + names {
        console.tell(warning.message.line(colored: console.usesColor))
      }
    }
    guard arguments.has(.verbose) else { return }
    for what in RunFacts(edition: edition).lines + [stages.summary] {
      console.tell(Message(severity: .note, what: what).line(colored: console.usesColor))
    }
  }
}

extension Arguments {
  /// The values of `--siglum`.
  func sigla() throws(Failure) -> [WitnessInput] {
    var sigla: [WitnessInput] = []
    for value in all(.siglum) {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .usage(.option(.siglum, .noPair(value)))
      }
      sigla.append(WitnessInput(path: String(parts[1]), siglum: String(parts[0])))
    }
    return sigla
  }
}
