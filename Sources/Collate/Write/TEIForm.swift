/// Which of TEI's ways of writing an apparatus is wanted.
struct TEIForm: Sendable, Equatable {
  var method = Method.parallelSegmentation
  var location = Location.internal
  var profile = Profile.lemma
  var classPlace = ClassPlace.app

  /// How an entry is tied to the text; the names are those of `variantEncoding/@method`.
  enum Method: String, Sendable, CaseIterable {
    /// Each entry stands in the text in place of its lemma.
    case parallelSegmentation = "parallel-segmentation"
    /// Each entry points to where its lemma begins and ends.
    case doubleEndPoint = "double-end-point"
    /// Each entry gives the number of a paragraph and the words of its lemma.
    case locationReferenced = "location-referenced"
  }

  /// Whether entries stand within the text or apart from it, in `standOff`.
  enum Location: String, Sendable, CaseIterable {
    case `internal`, external
  }

  /// Whether one reading of an entry is its lemma.
  enum Profile: String, Sendable, CaseIterable {
    case lemma
    /// `rdg` for all, for programs that overlook `lem`.
    case readings
  }

  /// Where the class of an entry stands.
  enum ClassPlace: String, Sendable, CaseIterable {
    /// `app/@type`.
    case app
    /// `rdg/@type`, on each reading how it differs from the lemma.
    case rdg
    /// `@ana` of entry and readings, which points to a list of classes in the header.
    case ana
  }

  /// Why two choices do not go together.
  enum Conflict: Error, Equatable, Sendable {
    /// Entries in place of their lemma cannot stand apart from the text.
    case segmentationApart
    /// Where the text itself is the lemma, there is an entry's lemma.
    case readingsApart
  }

  /// What is wrong with the choices taken together, or nil.
  var conflict: Conflict? {
    switch method {
    case .parallelSegmentation: location == .external ? .segmentationApart : nil
    case .doubleEndPoint, .locationReferenced: profile == .readings ? .readingsApart : nil
    }
  }

  /// Whether every witness can be rebuilt from the file.
  var isLossless: Bool { method != .locationReferenced }
}

extension TEIForm {
  /// Writes attributes that give a class, where this form wants them on an entry.
  func write(attributesOfEntry variation: Variation, into out: inout Output) {
    switch classPlace {
    case .app: Self.write(type: variation, into: &out)
    case .rdg: break
    case .ana: out.write(Self.analysis(variation))
    }
  }

  /// The same for a reading; none for a lemma.
  func write(attributesOfReading variation: Variation?, into out: inout Output) {
    guard let variation else { return }
    switch classPlace {
    case .app: break
    case .rdg: Self.write(type: variation, into: &out)
    case .ana: out.write(Self.analysis(variation))
    }
  }

  private static func write(type variation: Variation, into out: inout Output) {
    out.write(fixed: " type=\"")
    out.write(variation.kind.rawValue)
    if let subkind = variation.subkind {
      out.write(fixed: "\" subtype=\"")
      out.write(subkind.rawValue)
    }
    out.write(fixed: "\"")
  }

  private static func analysis(_ variation: Variation) -> String {
    let kinds = [variation.kind] + [variation.subkind].compactMap(\.self)
    let pointers = kinds.map { "#" + TEINotation.classPrefix + $0.rawValue }
    return " ana=\"\(pointers.joined(separator: " "))\""
  }
}
