/// Witnesses as they were read, with all that a run over them depends on.
struct EditionInput: Sendable {
  let file: EditionFile?
  var loaded: LoadedEdition
  let settings: Settings

  /// Reads the edition file, if there is one, and the witnesses; `settings`, where given, count in
  /// place of those of the file.
  init(
    _ inputs: [WitnessInput], _ loader: WitnessLoader, _ arguments: Arguments,
    settings given: Settings? = nil
  ) throws(Failure) {
    let file = try attempt(Failure.read) { () throws(ReadError) in
      try loader.editionFile(for: inputs)
    }
    let settings: Settings
    if let given { settings = given } else { settings = try Settings(arguments, editionFile: file) }
    let rules = try settings.teiRules(over: file?.tei ?? .standard)
    var loaded = try attempt(Failure.read) { () throws(ReadError) in
      try loader.load(
        inputs, editionFile: file, marks: settings.marks, sections: settings.readsSections,
        tei: rules, pages: settings.pageRules)
    }
    settings.complete(&loaded, isOrdered: file?.witnesses != nil)
    (self.file, self.loaded, self.settings) = (file, loaded, settings)
    try checkBase()
  }

  /// Proves the choice of base before the long work, which would find it wrong at its end only.
  private func checkBase() throws(Failure) {
    let sigla = loaded.witnesses.map(\.siglum)
    guard let base = loaded.base, !sigla.contains(base) else { return }
    if let file, file.base == base, !settings.arguments.has(.base) {
      throw .read(ReadError(file.path, .unknownBase(base, sigla: sigla)))
    }
    throw .edition(.unknownBase(base, sigla: sigla))
  }
}

extension LoadedEdition {
  /// Bytes of all witnesses from which it is worth while to take words out of several at once: a
  /// thousandth of a second's work.
  private static let leastBytes = 1 << 18

  /// From witnesses to an edition, through the rooms in their order; `prepare` is given the base
  /// text before the witnesses are aligned, to begin what needs no more than that.
  func collated(
    _ settings: Settings, _ stages: inout StageClock,
    prepare: (TokenizedWitness) -> Void = { _ in }
  ) throws(Failure) -> Edition {
    let tokens = try stages.measure("tokenize") {
      let isLarge = witnesses.reduce(0) { $0 + $1.text.bytes.count } >= Self.leastBytes
      return Parallel.map(witnesses, threads: isLarge ? nil : 1) { Tokenizer().tokenize($0) }
    }
    if let base = tokens.first(where: { $0.witness.siglum == base }) { prepare(base) }
    let text = try stages.measure("normalize") { Normalizer().normalize(tokens) }
    let count = "\(text.witnesses.count) witnesses, \(text.tokenCount) tokens"
    let collation = try stages.measure("align", of: count) {
      settings.aligner.align(text)
    }
    let (judge, units) = try stages.measure("analyze") {
      var judge = Judge(WordKnowledge(text, language: language))
      let units = VariationUnit.all(
        in: collation, of: text, ignoring: settings.ignore, &judge)
      return (judge, units)
    }
    return try stages.measure("apparatus") { () throws(Failure) in
      try attempt(Failure.edition) { () throws(EditionError) in
        try Edition(
          title: title, language: language, text: text, collation: collation, units: units,
          base: base, shown: settings.shownEntries, judge: judge, version: Version.current)
      }
    }
  }
}

extension NormalizedText {
  /// Tokens of all witnesses.
  var tokenCount: Int { witnesses.reduce(0) { $0 + $1.words.count } }
}
