/// All that a writer may see: the witnesses, their alignment, and the entries over a base text.
struct Edition: Sendable {
  var title: String?
  /// BCP 47 tag.
  var language: String?
  /// Witnesses in the order in which the edition names them; indices below count in it.
  var text: NormalizedText
  var collation: Collation
  /// Index of the base text.
  var base: Int
  /// Entries in the order of their columns, an entry before those that it holds; but for these,
  /// columns of two entries never overlap.
  var entries: [Entry]
  /// The program's own version, for headers.
  var version: String
}

/// One entry of the apparatus.
struct Entry: Sendable {
  /// 1-based, in the order of the text.
  var number: Int
  var columns: Range<Int>
  /// The lemma, which is the base text's reading, first; then the others in order of witnesses.
  var readings: [Reading]
  /// The gravest of the readings' variations.
  var variation: Variation
  /// For a transposition: index in `Edition.entries` of the other place.
  var partner: Int?
  /// Index of the entry that holds this one (`VariationUnit.parent`).
  var parent: Int?
  /// Readings that no witness has.
  var conjectures: [Conjecture] = []
  /// Whether the classes asked for, and the differences ignored, leave it in the printed apparatus.
  var isShown: Bool

  /// A reading of an entry.
  struct Reading: Sendable {
    /// Witness indices, ordered.
    var witnesses: [Int]
    /// Token indices of `witnesses[0]`.
    var tokens: Range<Int>
    /// How it differs from the lemma; nil for the lemma.
    var variation: Variation?
    /// Index of the reading it is printed with, since they differ only in what is ignored.
    var agreesWith: Int
    /// Who reads so besides, or in whose edition it stands.
    var scholars: [Scholar] = []
  }
}
