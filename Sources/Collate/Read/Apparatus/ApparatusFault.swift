/// What is wrong with an apparatus, or doubtful in it.
enum ApparatusFault: Error, Sendable, Equatable {
  /// The file has no entries and no witnesses, or is not TEI at all.
  case noApparatus
  /// No witness is listed and none is named by a reading.
  case noWitnesses
  /// `@wit` names what no `witness` or group of them is.
  case danglingSiglum(String)
  /// Two witnesses of one siglum.
  case repeatedSiglum(String)
  /// `@from`, `@to`, `@copyOf` point to an id that is not in the file.
  case unknownPointer(attribute: String, String)
  /// The end of a lemma stands before its beginning.
  case backwardLemma(from: String, to: String)
  /// Entries name only the place of their lemma, so no witness can be rebuilt.
  case locationOnly
  /// A witness stands in two readings of one entry; the first one counts.
  case witnessTwice(String)
  /// A witness that stands in the entries around stands in no reading of this one; it gets
  /// nothing there.
  case witnessMissing(String)
  /// A witness has readings in two entries whose lemmas overlap.
  case overlappingReadings(String)
  /// A witness that was asked for is not in the file; `sigla` are those that are.
  case unknownWitness(String, sigla: [String])

  /// Whether nothing can be rebuilt with certainty; all else is told and passed over.
  var isFatal: Bool {
    switch self {
    case .danglingSiglum, .witnessTwice, .witnessMissing, .repeatedSiglum: false
    default: true
    }
  }
}
