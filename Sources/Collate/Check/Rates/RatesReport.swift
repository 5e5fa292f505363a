/// How far each of some transcriptions is from the reference.
struct RatesReport: Sendable, Equatable {
  var reference: String
  var referencePath: String
  /// The others, in the order of the edition.
  var witnesses: [Row]
  var limits: Limits

  /// A witness with its rates.
  struct Row: Sendable, Equatable {
    var siglum: String
    var path: String
    var rates: ErrorRates
    var classes: [ClassErrors]
  }

  /// Rates that may not be passed; nil for any.
  struct Limits: Sendable, Equatable {
    var characters: Double?
    var words: Double?

    /// Whether rates keep within the limits.
    func allow(_ rates: ErrorRates) -> Bool {
      rates.characters.rate <= characters ?? .infinity && rates.words.rate <= words ?? .infinity
    }
  }

  /// Compares all witnesses of an edition with its base.
  init(_ edition: Edition, limits: Limits) {
    let reference = edition.text.witnesses[edition.base].source.witness
    self.reference = reference.siglum
    referencePath = reference.text.path
    self.limits = limits
    witnesses = edition.text.witnesses.indices.filter { $0 != edition.base }.map { index in
      let witness = edition.text.witnesses[index].source.witness
      return Row(
        siglum: witness.siglum, path: witness.text.path,
        rates: ErrorRates(reference: reference.text, compared: witness.text),
        classes: ClassErrors.all(of: index, in: edition))
    }
  }

  /// Whether a limit is passed.
  var fails: Bool { !witnesses.allSatisfy { limits.allow($0.rates) } }
}
