extension UsageError {
  /// The error in words.
  var message: Message {
    switch self {
    case .unknownOption(let written):
      Message(
        what: "unknown option \(written)",
        remedy: meant(written, among: CommandOption.allCases.map(\.written)) ?? seeHelp)
    case .unknownVerb(let word):
      Message(
        what: "there is no verb “\(word)”",
        remedy: meant(word, among: Verb.allCases.map(\.rawValue)) ?? seeHelp)
    case .option(let option, let fault):
      fault.message(of: option, written: option.written)
    case .noWitnesses:
      Message(what: "no witnesses named", remedy: "name files, or a folder of them; \(seeHelp)")
    case .oneApparatus(let count):
      Message(
        what: count == 0
          ? "no apparatus named" : "\(count) files named, but one is taken at a time",
        remedy: "name one TEI file; \(seeHelp)")
    case .noBaseline:
      Message(
        what: "nothing named to check against",
        remedy: "name what was accepted with --against or --against-git; \(seeHelp)")
    case .nothingToUpdate:
      Message(
        what: "--update writes an apparatus, and none is named",
        remedy: "name one with --against, or make one with collate -o")
    case .noReference:
      Message(
        what: "only one transcription named",
        remedy: "name the reference first, then those to compare with it")
    case .severalWitnesses(let sigla):
      Message(
        what: "\(sigla.count) witnesses, but standard output takes one",
        remedy: "name one with --witness, or a folder with -o; there are "
          + sigla.joined(separator: ", "))
    case .teiForm(.segmentationApart):
      Message(
        what: "entries in parallel segmentation stand in the text",
        remedy: "leave out --tei-location external, or add --tei-method double-end-point")
    case .teiForm(.readingsApart):
      Message(
        what: "--tei-profile readings needs parallel segmentation",
        remedy: "leave out the profile or the method")
    case .output(let path, let fault): fault.message(of: path)
    }
  }
}

extension OptionFault {
  /// The fault in words; `written` is the option as the user wrote it.
  fileprivate func message(of option: CommandOption, written: String) -> Message {
    switch self {
    case .missingValue:
      Message(
        what: "\(written) needs a value",
        remedy: "write \(written) \(option.declaration.value.placeholder ?? "")")
    case .unexpectedValue(let value):
      Message(what: "\(written) takes no value", remedy: "leave out “=\(value)”")
    case .unknownWord(let word, let vocabulary):
      Message(
        what: "\(written): unknown \(vocabulary.noun) “\(word)”",
        remedy: meant(word, among: vocabulary.words) ?? format(ending: word, vocabulary)
          ?? choices(vocabulary))
    case .outOfBounds(let value, let bounds):
      Message(
        what: "\(written): “\(value)” will not do",
        remedy: "write a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    case .noLanguage(let value):
      Message(
        what: "\(written): “\(value)” is no language tag",
        remedy: "write as en, ru or zh-Hant (BCP 47)")
    case .noCount(let value):
      Message(
        what: "\(written): “\(value)” is no class and number", remedy: "write \(written) CLASS=N")
    case .noRate(let value):
      Message(
        what: "\(written): “\(value)” is no rate", remedy: "write a decimal fraction, as 0.02")
    case .notForRates:
      Message(
        what: "\(written) tells of drift, not of error rates",
        remedy: "name what was accepted with --against")
    case .noPair(let value):
      Message(
        what: "\(written): “\(value)” is no siglum and file", remedy: "write \(written) NAME=FILE")
    case .noMode(let value):
      Message(
        what: "\(written): “\(value)” is no element and mode",
        remedy: "write \(written) NAME=MODE, where MODE is one of "
          + TEIReadingRules.Mode.allCases.map(\.rawValue).joined(separator: ", "))
    case .repeated:
      Message(what: "\(written) is given twice", remedy: "leave out one" + listAdvice(option))
    case .contradicts(let other):
      Message(what: "\(written) and \(other.written) contradict", remedy: "leave out one")
    case .meansNothing(let verb):
      Message(
        what: "\(written) means nothing to “collate \(verb.rawValue)”",
        remedy: "see collate help \(verb.rawValue)")
    }
  }
}

extension OutputFault {
  /// The fault in words, for an output by the name it was given.
  fileprivate func message(of path: String) -> Message {
    switch self {
    case .unknownEnding:
      Message(
        place: path, what: "its ending stands for no format",
        remedy: "use " + endings + ", or -f and standard output")
    case .isAlso(let other):
      Message(
        place: path,
        what: path == other ? "is named twice as output" : "is the same file as \(other)",
        remedy: "leave out one")
    case .wouldBeWitness:
      Message(
        place: path, what: "would be taken for a witness by the next run",
        remedy: "write it into another folder, or name the witnesses in edition.json")
    case .isWitness(let witness):
      Message(
        place: path,
        what: path == witness
          ? "is a witness and would be overwritten"
          : "is the witness \(witness) and would overwrite it",
        remedy: "name another file")
    case .isBaseline(let apparatus):
      Message(
        place: path,
        what: path == apparatus
          ? "is what was accepted and would be overwritten"
          : "is what was accepted, \(apparatus), and would overwrite it",
        remedy: "name another file")
    }
  }
}

extension EditionOptionError {
  /// The error in words, for an option that stands at `place`.
  func message(place: String) -> Message {
    switch self {
    case .unknown(let name):
      let known = CommandOption.allCases.filter(\.declaration.isOfEdition).map(\.rawValue)
      return Message(
        place: place, what: "unknown option “\(name)”",
        remedy: meant(name, among: known) ?? "choose from " + known.joined(separator: ", "))
    case .notOfEdition(let option):
      let isKey = EditionFile.keys.contains(option.rawValue)
      return Message(
        place: place,
        what: "“\(option.rawValue)” is no " + (isKey ? "option here" : "matter of the edition"),
        remedy: isKey ? "put it beside “options”" : "give \(option.written) on the command line")
    case .wrongKind(let option):
      return Message(
        place: place, what: "option “\(option.rawValue)” has a value of the wrong kind",
        remedy: "write " + option.kindInWords)
    case .fault(let option, let fault):
      var message = fault.message(of: option, written: "option “\(option.rawValue)”")
      message.place = place
      return message
    }
  }
}

extension CommandOption {
  /// What an edition file may say for it, as JSON.
  fileprivate var kindInWords: String {
    switch declaration.value {
    case .none: "true or false"
    case .number: "a number"
    case .text, .language, .word, .format: "a string"
    case .list: "a list of strings"
    case .counts: "a list of strings like \"punctuation=10\""
    case .rate: "a number"
    }
  }
}

private let seeHelp = "see collate --help"

private var endings: String {
  OutputFormat.allCases.compactMap(\.declaration.ending).joined(separator: ", ")
}

/// The advice to write what was meant, where that can be guessed.
func meant(_ word: String, among known: [String]) -> String? {
  NearMiss.nearest(to: word, among: known).map { "did you mean “\($0)”?" }
}

private func choices(_ vocabulary: WordList) -> String {
  "choose from " + vocabulary.words.joined(separator: ", ")
}

/// The format that was meant by the ending of its files.
private func format(ending: String, _ vocabulary: WordList) -> String? {
  OutputFormat.allCases.first {
    $0.declaration.ending == "." + ending && vocabulary.words.contains($0.rawValue)
  }.map { "did you mean “\($0.rawValue)”?" }
}

private func listAdvice(_ option: CommandOption) -> String {
  if case .list = option.declaration.value { ", or join the values with a comma" } else { "" }
}
