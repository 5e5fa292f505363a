/// `collate check A B`: how far transcriptions are from the base text, which is the first one named
/// where no option says otherwise.
struct RatesJob {
  private let arguments: Arguments
  private let console: Console
  private let target: OutputTarget?

  /// Proves what can be proved before anything is read.
  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    guard !arguments.operands.isEmpty else { throw .usage(.noWitnesses) }
    self.arguments = arguments
    self.console = console
    target = try arguments.reportTarget()
    guard !arguments.has(.summary) else { throw .usage(.option(.summary, .notForRates)) }
    let format = try ReportFormat(arguments)
    guard format == .text else {
      let onlyText = WordList(noun: "format of error rates", placeholder: "NAME", words: ["text"])
      throw .usage(.option(.format, .unknownWord(format.rawValue, onlyText)))
    }
  }

  /// Compares, reports, and fails where a limit is passed.
  func run() throws(Failure) -> ExitCode {
    let inputs = arguments.operands.map(WitnessInput.init(argument:))
    let input = try EditionInput(inputs, WitnessLoader(sigla: try arguments.sigla()), arguments)
    try target?.checkApart(from: input.loaded.witnesses.map(\.text.path))
    guard input.loaded.witnesses.count > 1 else { throw .usage(.noReference) }
    var stages = StageClock()
    let edition = try input.loaded.collated(input.settings, &stages)
    let report = RatesReport(
      edition,
      limits: .init(characters: limit(.maxCER), words: limit(.maxWER)))
    var out = Output()
    RatesText(hasColor: target == nil && console.colorsOutput).write(report, into: &out)
    try console.give(out.bytes, to: target)
    return report.fails ? .differences : .done
  }

  private func limit(_ option: CommandOption) -> Double? {
    arguments[option].flatMap { Double($0) }
  }
}
