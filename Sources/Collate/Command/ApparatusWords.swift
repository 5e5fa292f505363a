extension ApparatusFault {
  /// The fault in words, and what to do where that is plain.
  var words: (what: String, remedy: String?) {
    switch self {
    case .noApparatus:
      ("is no TEI apparatus: no app in it", "name a TEI file with app, lem and rdg")
    case .noWitnesses: ("names no witness", "list them in listWit, or name them in @wit")
    case .danglingSiglum(let pointer):
      ("“\(pointer)” is no witness of this file", "list it in listWit, or correct the pointer")
    case .repeatedSiglum(let siglum): ("two witnesses are called \(siglum)", "rename one of them")
    case .unknownPointer(let attribute, let pointer):
      ("@\(attribute) points to “\(pointer)”, which is not in the file", "correct the pointer")
    case .backwardLemma(let from, let to):
      ("the lemma ends at \(to), before it begins at \(from)", "exchange @from and @to")
    case .locationOnly:
      (
        "gives only the places of its lemmas, so no witness can be rebuilt from it",
        "use an apparatus in parallel segmentation or double-end-point"
      )
    case .witnessTwice(let siglum):
      ("\(siglum) stands in two readings of one entry; the first counts", "take it out of one")
    case .witnessMissing(let siglum):
      ("\(siglum) stands in no reading of this entry and gets nothing here", "name it in one")
    case .overlappingReadings(let siglum):
      (
        "\(siglum) has a reading here and another one of an entry that overlaps with this",
        "make one entry of the two"
      )
    case .unknownWitness(let siglum, let sigla):
      (
        "has no witness “\(siglum)”",
        meant(siglum, among: sigla)
          ?? (sigla.isEmpty ? nil : "choose from " + sigla.joined(separator: ", "))
      )
    }
  }
}
