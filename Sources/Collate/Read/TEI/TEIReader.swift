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
    var witness = Witness(
      siglum: name, description: description(final, entry),
      text: final.out.sourceText(path: input.path),
      isEditedText: final.readings.hasApparatus && taken == nil, doubts: doubts(final))
    guard rules.hasLayers, final.hasCorrections else { return [witness] }
    witness.isEditedText = false
    return layers(of: witness, before: try reader(input, .beforeCorrection))
  }

  /// The state before correction, which tells what is doubtful in both, and that after.
  private func layers(of witness: Witness, before reader: TEITextReader) -> [Witness] {
    var (before, after) = (witness, witness)
    before.text = reader.out.sourceText(path: witness.text.path)
    before.siglum += " (a.c.)"
    after.siglum += " (p.c.)"
    after.doubts = []
    return [before, after]
  }

  /// What the document asks for and is not done.
  private func doubts(_ reader: TEITextReader) -> [ReadError] {
    guard let offset = reader.transposition else { return [] }
    return [ReadError(reader.scanner.path, at: reader.scanner.place(offset), .transposition)]
  }

  /// The file read for a layer; throws where it does not know the witness that is to be taken.
  private func reader(
    _ input: InputBytes, _ layer: TEITextReader.Layer
  ) throws(ReadError) -> TEITextReader {
    var reader = try TEITextReader(input, rules: rules, layer: layer, limits: limits)
    try reader.read()
    if let take = rules.taken.first, reader.readings.hasApparatus, !reader.knows(take) {
      let listed = reader.facts.witnesses.map(\.siglum)
      let sigla = listed.isEmpty ? reader.readings.names : listed
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

  /// What the header, the list of witnesses and the edition file say of the witness.
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
