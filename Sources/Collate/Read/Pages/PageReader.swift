/// Reads a machine transcription, PAGE or ALTO, as one witness.
struct PageReader: Sendable {
  var rules = PageReadingRules.standard
  var limits = XMLLimits.standard

  enum Format: Sendable { case page, alto }

  /// The witness; throws where the file is not well-formed.
  func read(
    _ input: InputBytes, as format: Format, siglum: String? = nil,
    entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> Witness {
    let pages: [TranscribedPage]
    switch format {
    case .page:
      var parser = try PAGEParser(input, limits: limits)
      pages = try parser.parse()
    case .alto:
      var parser = try ALTOParser(input, limits: limits)
      pages = try parser.parse()
    }
    var builder = PageTextBuilder(path: input.path, rules: rules)
    for page in pages { builder.append(page) }
    let name = siglum ?? entry?.siglum ?? Siglum.fromFileName(input.path)
    if let fault = Siglum.fault(of: name) {
      throw ReadError(input.path, .badSiglum(name, fault))
    }
    return Witness(
      siglum: name, description: entry?.description ?? WitnessDescription(),
      text: builder.finished())
  }
}
