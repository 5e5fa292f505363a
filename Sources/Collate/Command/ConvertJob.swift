/// `collate convert`: an apparatus or alignment table made elsewhere, in any format of output.
struct ConvertJob {
  private let arguments: Arguments
  private let console: Console
  private let plan: OutputPlan
  private let path: String

  /// Proves what can be proved before anything is read.
  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    path = try arguments.onlyApparatus()
    plan = try OutputPlan(arguments)
  }

  /// Reads, takes the alignment and the entries as they are, and writes.
  func run() throws(Failure) -> ExitCode {
    try plan.checkApart(from: [path])
    let settings = try Settings(arguments, editionFile: nil)
    let edition = try edition(settings)
    let results = try Results(edition, plan, settings, hasColor: console.colorsOutput)
    try attempt(Failure.file) { () throws(FileError) in try AtomicFiles.write(results.files) }
    try attempt(Failure.output) { () throws(StreamError) in
      try console.write(results.standardOutput)
    }
    return .done
  }

  private func edition(_ settings: Settings) throws(Failure) -> Edition {
    let input = try attempt(Failure.read) { () throws(ReadError) in try InputBytes(path: path) }
    let first = input.bytes.first { !XMLCharacters.isSpace($0) }
    let isTable = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    return isTable ? try table(input, settings) : try apparatus(input, settings)
  }

  /// The edition that an apparatus in TEI makes.
  private func apparatus(_ input: InputBytes, _ settings: Settings) throws(Failure) -> Edition {
    let read = try attempt(Failure.read) { () throws(ReadError) in
      try ApparatusReader().read(input)
    }
    Doubts(read, arguments).tell(console)
    let edition = try attempt(Failure.edition) { () throws(EditionError) in
      try TakenEdition(read, base: arguments[.base]).edition(
        title: arguments[.title], language: arguments[.language], ignoring: settings.ignore,
        shown: settings.shownEntries, version: Version.current)
    }
    tellLost(read, edition)
    return edition
  }

  /// Tells how many conjectures have no place in the edition.
  private func tellLost(_ read: ReadApparatus, _ edition: Edition) {
    let given = read.entries.reduce(0) { $0 + $1.conjectures.count }
    let kept = edition.entries.reduce(0) { $0 + $1.conjectures.count }
    guard kept < given, !arguments.has(.quiet) else { return }
    let warning = Warning.lostConjectures(path: path, count: given - kept, of: given)
    console.tell(warning.message.line(colored: console.usesColor))
  }

  /// The edition that an alignment table makes.
  private func table(_ input: InputBytes, _ settings: Settings) throws(Failure) -> Edition {
    let read = try attempt(Failure.read) { () throws(ReadError) in
      try AlignmentTableReader().read(input)
    }
    return try attempt(Failure.edition) { () throws(EditionError) in
      try Edition(
        table: read, title: arguments[.title], language: arguments[.language],
        ignoring: settings.ignore, base: arguments[.base], shown: settings.shownEntries,
        version: Version.current)
    }
  }
}
