/// A command line taken apart: what to do, with which options, to what.
struct Arguments: Sendable, Equatable {
  var verb: Verb = .collate
  /// All that is neither verb nor option, in order.
  var operands: [String] = []
  /// The values of every option given, in order; a flag has one empty value. Looked up, never
  /// walked.
  private(set) var values: [CommandOption: [String]] = [:]

  /// The value of an option that may be given once.
  subscript(option: CommandOption) -> String? { values[option]?.first }

  /// All values of an option that may be repeated, in order.
  func all(_ option: CommandOption) -> [String] { values[option] ?? [] }

  /// The words of an option that takes a list; nil where it was not given.
  func words(of option: CommandOption) -> [String]? {
    self[option].map { $0.split(separator: ",").map(String.init) }
  }

  /// Whether an option was given.
  func has(_ option: CommandOption) -> Bool { values[option] != nil }

  /// Adds one value of an option, once it is proved to be one that the option takes.
  mutating func add(_ option: CommandOption, _ value: String) throws(OptionFault) {
    let declaration = option.declaration
    if has(option), !declaration.isRepeatable { throw .repeated }
    if let other = declaration.excludes.first(where: has) { throw .contradicts(other) }
    try declaration.value.check(value)
    values[option, default: []].append(value)
  }
}

/// Takes a command line apart by the table of options.
///
/// `--name=value`, `--name value`, `-n value`, `-nvalue`; flags of one letter may be joined, `-qh`.
/// After `--` everything is an operand, and `-` alone always is.
struct ArgumentParser {
  private var arguments = Arguments()
  private var rest: ArraySlice<String>
  private var verbIsOpen = true

  /// Takes apart what follows the program's name.
  static func parse(_ words: [String]) throws(UsageError) -> Arguments {
    var parser = ArgumentParser(rest: words[...])
    while let word = parser.rest.popFirst() { try parser.take(word) }
    try parser.checkVerb()
    return parser.arguments
  }

  private init(rest: ArraySlice<String>) { self.rest = rest }

  /// Takes a word of the command line: an option, the verb, or an operand.
  private mutating func take(_ word: String) throws(UsageError) {
    if word == "--" {
      arguments.operands += rest
      (rest, verbIsOpen) = ([], false)
    } else if word.hasPrefix("--") {
      try takeLong(word.dropFirst(2))
    } else if word.hasPrefix("-"), word != "-" {
      try takeShort(word.dropFirst())
    } else if verbIsOpen, let verb = Verb(rawValue: word) {
      (arguments.verb, verbIsOpen) = (verb, false)
    } else {
      arguments.operands.append(word)
      verbIsOpen = false
    }
  }

  private mutating func takeLong(_ word: Substring) throws(UsageError) {
    let name = word.prefix { $0 != "=" }
    guard let option = CommandOption(rawValue: String(name)) else {
      throw .unknownOption("--" + name)
    }
    let value = name.endIndex == word.endIndex ? nil : word[name.endIndex...].dropFirst()
    try take(option, attached: value)
  }

  /// A letter that takes a value takes the rest of the word, or the next word.
  private mutating func takeShort(_ letters: Substring) throws(UsageError) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = CommandOption.allCases.first(where: { $0.declaration.short == letter })
      else { throw .unknownOption("-\(letter)") }
      if case .none = option.declaration.value {
        try add(option, "")
      } else {
        return try take(option, attached: letters.isEmpty ? nil : letters)
      }
    }
  }

  /// Takes an option, its value behind it or in the next word.
  private mutating func take(
    _ option: CommandOption, attached: Substring?
  ) throws(UsageError) {
    if case .none = option.declaration.value {
      if let attached { throw .option(option, .unexpectedValue(String(attached))) }
      return try add(option, "")
    }
    guard let value = attached.map(String.init) ?? rest.popFirst() else {
      throw .option(option, .missingValue)
    }
    try add(option, value)
  }

  private mutating func add(_ option: CommandOption, _ value: String) throws(UsageError) {
    do { try arguments.add(option, value) } catch { throw .option(option, error) }
  }

  /// An option may stand before its verb, so whether they go together shows only at the end.
  private func checkVerb() throws(UsageError) {
    for option in CommandOption.allCases where arguments.has(option) {
      if !option.declaration.verbs.contains(arguments.verb) {
        throw .option(option, .meansNothing(to: arguments.verb))
      }
      if case .format = option.declaration.value, let name = arguments[option],
        !arguments.verb.formats.words.contains(name)
      {
        throw .option(option, .unknownWord(name, arguments.verb.formats))
      }
    }
  }
}

extension OptionValue {
  /// Digits alone: Swift would also take a sign, an exponent, and words for what is no number.
  private static func isWholeNumber(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 9 && text.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Proves that `value` is one that an option takes.
  fileprivate func check(_ value: String) throws(OptionFault) {
    switch self {
    case .none: return
    case .text, .format: if value.isEmpty { throw .missingValue }
    case .language: if !isLanguageTag(value) { throw .noLanguage(value) }
    case .number(let bounds):
      // Int("+5") is a number to Swift, and so is nothing that a person would want to write here.
      guard value.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(value),
        bounds.contains(number)
      else { throw .outOfBounds(value, bounds) }
    case .word(let vocabulary):
      if !vocabulary.words.contains(value) { throw .unknownWord(value, vocabulary) }
    case .counts(let vocabulary):
      for pair in value.split(separator: ",", omittingEmptySubsequences: false) {
        let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let count = parts.last, Self.isWholeNumber(count) else {
          throw .noCount(String(pair))
        }
        if !vocabulary.words.contains(parts[0]) { throw .unknownWord(parts[0], vocabulary) }
      }
    case .rate:
      let parts = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count <= 2, parts.allSatisfy(Self.isWholeNumber) else { throw .noRate(value) }
    case .list(let vocabulary):
      let words = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      for word in words where !vocabulary.words.contains(word) {
        throw .unknownWord(word, vocabulary)
      }
    }
  }
}
