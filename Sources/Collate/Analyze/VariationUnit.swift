/// One place where the witnesses differ.
struct VariationUnit: Sendable, Equatable {
  var columns: Range<Int>
  /// The distinct readings, that of the first witness first; every witness stands in exactly one,
  /// but for those that lack the whole passage by a unit that holds this one.
  var readings: [Reading]
  /// The gravest class between any two readings.
  var variation: Variation
  /// For a transposition: index in `Collation.moves`.
  var move: Int?
  /// Index of the unit that holds this one: where some witnesses lack a long passage and the others
  /// vary inside it, the absence is one unit of two readings and the variation inside stands in
  /// units of its own, among the witnesses that have the passage. Nil for all others.
  var parent: Int?

  /// What some rows have in common there.
  struct Reading: Sendable, Equatable {
    /// Rows, ordered.
    var witnesses: [Int]
    /// The tokens, as a range of the token indices of `witnesses[0]`; empty where they have
    /// nothing.
    var tokens: Range<Int>
    /// Index of the reading that this one agrees with but for differences which the options ignore;
    /// its own index where it stands for itself.
    var agreesWith: Int
  }
}

/// How readings differ: a class and, for what came or went with it, what that is.
struct Variation: Sendable, Equatable {
  var kind: VariationClass
  /// Numeral, name or negation, where what is missing holds one, or where one of two wordings does
  /// and the other has nothing of the kind.
  var subkind: VariationClass?
}

/// The classes of variation, gravest first; the order is that of `allCases`.
enum VariationClass: String, Sendable, CaseIterable, Comparable {
  case numeral, name, negation, substantive, omission, addition, transposition, orthographic
  case division, `case`, punctuation, editorial, lacuna

  /// The graver class comes first.
  static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  /// 0 for the gravest.
  var rank: Int { Self.allCases.firstIndex(of: self)! }
}
