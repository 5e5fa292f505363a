/// One call of the program: from arguments to exit code.
enum Session {
  /// Does what the arguments ask for and tells on the console what went wrong.
  static func run(_ words: [String], console: Console) -> ExitCode {
    var console = console
    console.setColor(nil)
    do throws(Failure) {
      let arguments = try parse(words)
      console.setColor(arguments[.color])
      return try perform(arguments, console)
    } catch {
      if let message = error.message { console.tell(message.line(colored: console.usesColor)) }
      return error.exitCode
    }
  }

  private static func parse(_ words: [String]) throws(Failure) -> Arguments {
    try attempt(Failure.usage) { () throws(UsageError) in try ArgumentParser.parse(words) }
  }

  /// Answers what asks for words alone, and does the work else.
  private static func perform(
    _ arguments: Arguments, _ console: Console
  ) throws(Failure) -> ExitCode {
    if arguments.has(.version) {
      try print("collate \(Version.current)\n", console)
    } else if arguments.has(.help) {
      try print(Help.page(for: arguments.verb == .collate ? nil : arguments.verb), console)
    } else if arguments.verb == .help {
      try print(Help.page(for: try topic(arguments.operands)), console)
    } else {
      return try work(arguments, console)
    }
    return .done
  }

  /// Does the work of a verb.
  private static func work(
    _ arguments: Arguments, _ console: Console
  ) throws(Failure) -> ExitCode {
    switch arguments.verb {
    case .collate: try CollateJob(arguments, console).run()
    case .check: try CheckJob.run(arguments, console)
    case .extract: try ExtractJob(arguments, console).run()
    case .convert: try ConvertJob(arguments, console).run()
    case .help: .done
    }
  }

  /// The verb that help is asked for; nil for the program as a whole.
  private static func topic(_ operands: [String]) throws(Failure) -> Verb? {
    guard let word = operands.first else { return nil }
    guard let verb = Verb(rawValue: word) else { throw .usage(.unknownVerb(word)) }
    return verb
  }

  private static func print(_ text: String, _ console: Console) throws(Failure) {
    try attempt(Failure.output) { () throws(StreamError) in try console.write(Array(text.utf8)) }
  }
}
