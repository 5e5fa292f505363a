extension Edition {
  /// Makes an edition over the base text with the given siglum, or over the first witness.
  ///
  /// `shown` are the classes that the printed apparatus shows.
  init(
    title: String?, language: String?, text: NormalizedText, collation: Collation,
    units: [VariationUnit], base: String?,
    shown: Set<VariationClass> = Set(VariationClass.allCases), version: String
  ) throws(EditionError) {
    let sigla = text.witnesses.map(\.source.witness.siglum)
    guard !sigla.isEmpty else { throw .noWitnesses }
    guard let index = base.map({ sigla.firstIndex(of: $0) }) ?? 0 else {
      throw .unknownBase(base ?? "", sigla: sigla)
    }
    self.init(
      title: title, language: language, text: text, collation: collation, base: index,
      entries: [], version: version)
  }
}
