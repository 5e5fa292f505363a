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
    inputs = arguments.operands.map(WitnessInput.init(argument:))
    loader = WitnessLoader(sigla: try arguments.sigla())
  }

  /// Does the work and writes the results: files first, all or none, then standard output.
  func run() throws(Failure) -> ExitCode {
    var stages = StageClock(console: console, isQuiet: arguments.has(.quiet))
    defer { stages.endProgress() }
    let (loaded, settings) = try stages.measure("read") { () throws(Failure) in try read() }
    let edition = try collate(loaded, settings, &stages)
    let results = try stages.measure("render") { () throws(Failure) in
      try Results(edition, plan, settings, hasColor: console.colorsOutput)
    }
    try stages.measure("write files") { () throws(Failure) in
      try attempt(Failure.file) { () throws(FileError) in try AtomicFiles.write(results.files) }
    }
    stages.endProgress()
    try attempt(Failure.output) { () throws(StreamError) in
      try console.write(results.standardOutput)
    }
    tell(about: loaded, edition, stages)
    let differs = edition.entries.contains(where: \.isShown)
    return arguments.has(.exitCode) && differs ? .differences : .done
  }

  /// Reads the edition file, if there is one, and the witnesses.
  private func read() throws(Failure) -> (LoadedEdition, Settings) {
    let file = try attempt(Failure.read) { () throws(ReadError) in
      try loader.editionFile(for: inputs)
    }
    let settings = try Settings(arguments, editionFile: file)
    var loaded = try attempt(Failure.read) { () throws(ReadError) in
      try loader.load(inputs, editionFile: file, marks: settings.marks)
    }
    let paths = loaded.witnesses.map(\.text.path) + inputs.map(\.path)
    try plan.checkApart(from: paths + [file?.path].compactMap(\.self))
    settings.complete(&loaded, isOrdered: file?.witnesses != nil)
    try checkBase(of: loaded)
    return (loaded, settings)
  }

  /// Proves the choice of base before the long work, which would find it wrong at its end only.
  private func checkBase(of loaded: LoadedEdition) throws(Failure) {
    let sigla = loaded.witnesses.map(\.siglum)
    if let base = loaded.base, !sigla.contains(base) {
      throw .edition(.unknownBase(base, sigla: sigla))
    }
  }

  /// From witnesses to an edition.
  private func collate(
    _ loaded: LoadedEdition, _ settings: Settings, _ stages: inout StageClock
  ) throws(Failure) -> Edition {
    let tokens = try stages.measure("tokenize") {
      loaded.witnesses.map(Tokenizer().tokenize)
    }
    let text = try stages.measure("normalize") { Normalizer().normalize(tokens) }
    let count = "\(text.witnesses.count) witnesses, \(text.tokenCount) tokens"
    let collation = try stages.measure("align", of: count) {
      settings.aligner.align(text)
    }
    let units = try stages.measure("analyze") {
      VariationUnit.all(
        in: collation, of: text, ignoring: settings.ignore, language: loaded.language)
    }
    return try attempt(Failure.edition) { () throws(EditionError) in
      try Edition(
        title: loaded.title, language: loaded.language, text: text, collation: collation,
        units: units, base: loaded.base, shown: settings.shownClasses, version: Version.current)
    }
  }

  /// Says on standard error what the person should know of a run that went well.
  private func tell(about loaded: LoadedEdition, _ edition: Edition, _ stages: StageClock) {
    if !arguments.has(.quiet) {
      for warning in Warning.all(about: loaded, edition) {
        console.tell(warning.message.line(colored: console.usesColor))
      }
    }
    guard arguments.has(.verbose) else { return }
    let counts = edition.text.witnesses.map {
      "\($0.source.witness.siglum) \($0.words.count)"
    }
    let note =
      "\(counts.count) witnesses, \(edition.text.tokenCount) tokens, "
      + "\(edition.entries.count) entries"
    for what in [note, "tokens: " + counts.joined(separator: ", "), stages.summary] {
      console.tell(Message(severity: .note, what: what).line(colored: console.usesColor))
    }
  }
}

extension NormalizedText {
  /// Tokens of all witnesses.
  fileprivate var tokenCount: Int { witnesses.reduce(0) { $0 + $1.words.count } }
}

extension Arguments {
  /// The values of `--siglum`.
  fileprivate func sigla() throws(Failure) -> [WitnessInput] {
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
