/// Reads a TEI file as one witness, or as the layers of one.
struct TEIReader: Sendable {
  var rules = TEIReadingRules.standard
  var limits = XMLLimits.standard

  /// The witness; two where the rules ask for layers and the text has corrections.
  func read(
    _ input: InputBytes, siglum: String? = nil, entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> [Witness] {
    let final = try reader(input, .final)
    let taken = final.readings.hasApparatus ? rules.taken.first : nil
    let given = siglum ?? entry?.siglum ?? taken
    let name = given ?? ownSiglum(final) ?? Siglum.fromFileName(input.path)
    if let fault = Siglum.fault(of: name) {
      throw ReadError(input.path, .badSiglum(name, fault))
    }
    let description = description(final, entry)
    let text = final.out.sourceText(path: input.path)
    let doubts = final.transposition.map { offset in
      ReadError(input.path, at: final.scanner.place(offset), .transposition)
    }
    guard rules.hasLayers, final.hasCorrections else {
      return [
        Witness(
          siglum: name, description: description, text: text,
          isEditedText: final.readings.hasApparatus && taken == nil,
          doubts: [doubts].compactMap(\.self))
      ]
    }
    let before = try reader(input, .beforeCorrection).out.sourceText(path: input.path)
    return [
      Witness(
        siglum: name + " (a.c.)", description: description, text: before,
        doubts: [doubts].compactMap(\.self)),
      Witness(siglum: name + " (p.c.)", description: description, text: text),
    ]
  }

  private func reader(
    _ input: InputBytes, _ layer: TEITextReader.Layer
  ) throws(ReadError) -> TEITextReader {
    var reader = try TEITextReader(input, rules: rules, layer: layer, limits: limits)
    try reader.read()
    if let take = rules.taken.first, reader.readings.hasApparatus, !reader.knows(take) {
      let sigla = reader.facts.witnesses.map(\.siglum)
      throw ReadError(input.path, .apparatus(.unknownWitness(take, sigla: sigla)))
    }
    return reader
  }

  /// The siglum that the file gives itself, if it can be one.
  private func ownSiglum(_ reader: TEITextReader) -> String? {
    [reader.facts.siglum, reader.rootID].lazy.compactMap(\.self).first {
      Siglum.fault(of: $0) == nil
    }
  }

  private func description(
    _ reader: TEITextReader, _ entry: EditionFile.Entry?
  ) -> WitnessDescription {
    var description = reader.facts.description
    if let take = rules.taken.first, let witness = reader.facts.witness(take) {
      let language = description.language
      description = witness.description
      description.language = description.language ?? language
    }
    if let entry { description.fill(from: entry.description) }
    description.language = description.language ?? reader.rootLanguage
    return description
  }
}
