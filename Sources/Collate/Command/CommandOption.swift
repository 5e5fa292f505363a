/// An option of the command line; the raw value is its long name.
enum CommandOption: String, CaseIterable, Sendable {
  case output, format, base, siglum, witness
  case ignore, marks, sections, punctuation
  case take
  case teiElement = "tei-element"
  case choice, layers, hyphens
  case skipRegions = "skip-regions"
  case layout, only, except, numbering, legend, width, title, language
  case teiMethod = "tei-method"
  case teiLocation = "tei-location"
  case teiProfile = "tei-profile"
  case teiClassOn = "tei-class-on"
  case explain
  case exitCode = "exit-code"
  case against
  case againstGit = "against-git"
  case failOn = "fail-on"
  case max, update, summary
  case maxCER = "max-cer"
  case maxWER = "max-wer"
  case threads, color, quiet, verbose, help, version

  /// As it is written in messages: `--exit-code`.
  var written: String { "--" + rawValue }
}

/// All there is to say of one option: parser, help, edition files and tests read nothing else.
struct OptionDeclaration: Sendable {
  /// The letter of its short form.
  var short: Character?
  var value: OptionValue = .none
  /// Whether it may be given several times; twice is an error otherwise.
  var isRepeatable = false
  /// Whether it may stand among the options of an edition file: where the result depends on it,
  /// not the run. Base, title and language have keys of their own there.
  var isOfEdition = false
  /// The options that contradict it.
  var excludes: [CommandOption] = []
  var verbs: [Verb] = [.collate]
  /// One sentence for help, no full stop.
  var help: String
  /// What help says in its place for single verbs; looked up, never walked.
  var helpOfVerbs: [Verb: String] = [:]

  /// What help says of the option for a verb.
  func help(for verb: Verb) -> String { helpOfVerbs[verb] ?? help }
}

/// What follows an option.
enum OptionValue: Sendable {
  case none
  /// Any text but none; the name help gives it.
  case text(String)
  /// A language as BCP 47 writes it.
  case language
  /// A whole number within bounds.
  case number(ClosedRange<Int>)
  /// One word of a vocabulary.
  case word(WordList)
  /// A format; which there are, the verb says.
  case format
  /// Words of a vocabulary, with commas between them.
  case list(WordList)
  /// Words of a vocabulary, each with `=` and a whole number, with commas between them.
  case counts(WordList)
  /// A decimal fraction, 0 or more: `0.02`.
  case rate

  /// The name help gives the value: `FILE`, `CLASS,…`; nil where there is none.
  var placeholder: String? {
    switch self {
    case .none: nil
    case .text(let name): name
    case .language: "TAG"
    case .number: "N"
    case .word(let vocabulary): vocabulary.placeholder
    case .format: WordList.formats.placeholder
    case .list(let vocabulary): vocabulary.placeholder + ",…"
    case .counts(let vocabulary): vocabulary.placeholder + "=N,…"
    case .rate: "RATE"
    }
  }
}

/// The words that an option takes.
struct WordList: Sendable, Equatable {
  /// What one of them is called in a message: `class`.
  var noun: String
  /// What one of them is called in help: `CLASS`, `positive|negative`.
  var placeholder: String
  /// All of them, in the order help shows them in.
  var words: [String]

  /// A vocabulary of few words, which help shows as alternatives.
  static func alternatives(_ words: [String], noun: String) -> WordList {
    WordList(noun: noun, placeholder: words.joined(separator: "|"), words: words)
  }
}
