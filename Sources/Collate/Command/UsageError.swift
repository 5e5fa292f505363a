/// What can be wrong with a command line.
enum UsageError: Error, Equatable {
  /// As written, dashes included.
  case unknownOption(String)
  case unknownVerb(String)
  case option(CommandOption, OptionFault)
  case noWitnesses
  /// A verb takes one apparatus, and so many were named.
  case oneApparatus(count: Int)
  /// A check without a baseline.
  case noBaseline
  /// `--update` without an apparatus that could be rewritten.
  case nothingToUpdate
  /// Error rates of one transcription alone.
  case noReference
  /// Standard output takes one witness; these there are.
  case severalWitnesses([String])
  /// Forms of TEI that do not go together.
  case teiForm(TEIForm.Conflict)
  /// An output by the name it was given.
  case output(String, OutputFault)
}

/// What can be wrong with one option, wherever it is set.
enum OptionFault: Error, Equatable {
  case missingValue
  /// A flag does not take the value it was given.
  case unexpectedValue(String)
  case unknownWord(String, WordList)
  case outOfBounds(String, ClosedRange<Int>)
  case noLanguage(String)
  /// A value that should read `CLASS=N`.
  case noCount(String)
  /// A value that should be a decimal fraction.
  case noRate(String)
  /// An option of drift, given for error rates.
  case notForRates
  /// A value that should read `NAME=FILE`.
  case noPair(String)
  /// A value that should read `NAME=MODE`.
  case noMode(String)
  case repeated
  case contradicts(CommandOption)
  case meansNothing(to: Verb)
}

/// What can be wrong with an output before anything is written.
enum OutputFault: Error, Equatable {
  /// The ending of its name stands for no format.
  case unknownEnding
  /// Two names of one file; the other one.
  case isAlso(String)
  /// It would be one of the witnesses when its folder is read again.
  case wouldBeWitness
  /// It is a witness, by the name given here.
  case isWitness(String)
  /// It is the apparatus that a check is made against, by the name given here.
  case isBaseline(String)
}

/// What can be wrong with one entry of an edition file's options.
enum EditionOptionError: Error, Equatable {
  case unknown(String)
  /// An option of the command line that concerns the run, not the edition.
  case notOfEdition(CommandOption)
  /// A value of a kind that the option does not take, as a list for a number.
  case wrongKind(CommandOption)
  case fault(CommandOption, OptionFault)
}
