/// What a finding is an instance of: its kind and, where readings differ, their class.
///
/// Its identifier is what reports file findings under and what people silence; it never changes.
struct DriftRule: Sendable, Equatable {
  var kind: Finding.Kind
  var variation: VariationClass?

  /// The rule that a finding falls under, whichever its edition, witness and severity.
  init(_ finding: Finding) {
    kind = finding.kind
    variation = finding.variation
  }

  /// `reading-changed/numeral`, `witness-missing`
  var identifier: String { kind.rawValue + (variation.map { "/" + $0.rawValue } ?? "") }

  /// A few words: `numeral: reading changed`.
  var title: String { (variation.map { $0.rawValue + ": " } ?? "") + kind.title }

  /// One or two sentences for people who have not read the documents.
  var explanation: String {
    kind.explanation + (variation.map { " \($0.explanation)" } ?? "")
  }
}

extension Finding.Kind {
  /// The kind in two or three words.
  var title: String {
    switch self {
    case .unreadable: "edition could not be checked"
    case .witnessMissing: "witness missing"
    case .witnessAdded: "witness added"
    case .newVariant: "new variant"
    case .readingChanged: "reading changed"
    case .variantGone: "variant gone"
    case .textChanged: "witness text changed"
    case .apparatusEdited: "apparatus edited"
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .unreadable: "The edition, or what it was to be compared with, could not be read."
    case .witnessMissing: "A witness of the accepted apparatus is no longer there."
    case .witnessAdded: "There is a witness that the accepted apparatus does not know."
    case .newVariant: "The witnesses agreed here when the apparatus was accepted and now differ."
    case .readingChanged:
      "The witnesses differed here when the apparatus was accepted, and one reads otherwise now."
    case .variantGone: "The witnesses differed here when the apparatus was accepted and now agree."
    case .textChanged:
      "The text of a witness is not what was accepted, though the apparatus would be the same."
    case .apparatusEdited: "Somebody changed the accepted apparatus by hand."
    }
  }
}

extension VariationClass {
  fileprivate var explanation: String {
    switch self {
    case .numeral: "What changed is the value of a number."
    case .name: "What changed is a proper name."
    case .negation: "A negation came or went: the sense is reversed."
    case .substantive: "What changed is the wording."
    case .omission: "Words are gone."
    case .addition: "Words came."
    case .transposition: "Words stand in another place."
    case .orthographic: "What changed is the spelling."
    case .division: "Words divide otherwise."
    case .case: "What changed is upper and lower case."
    case .punctuation: "What changed is punctuation."
    case .editorial: "What changed is a mark of the transcriber."
    case .lacuna: "A passage can no longer be compared, or again."
    }
  }
}
