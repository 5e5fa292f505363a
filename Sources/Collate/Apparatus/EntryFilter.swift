/// Which entries the printed apparatus shows, by their classes; a changed numeral always.
struct EntryFilter: Sendable, Equatable {
  /// Entries of these classes are shown.
  private let classes: Set<VariationClass>
  /// So are entries of other classes where one reading is of these, or where what came or went
  /// holds something of them: a number in a sentence left out, `not` left out beside `never`.
  private let within: Set<VariationClass>

  /// Shows everything.
  static let all = EntryFilter(except: [])

  /// Shows entries of these classes.
  init(only classes: [VariationClass]) {
    self.classes = Set(classes).union([.numeral])
    within = self.classes.intersection([.numeral, .name, .negation])
  }

  /// Shows entries but for those of these classes. A name or negation in an omission that shall not
  /// be shown goes with it, a number does not.
  init(except classes: [VariationClass]) {
    self.classes = Set(VariationClass.allCases).subtracting(classes).union([.numeral])
    within = [.numeral]
  }

  /// Whether an entry is shown; O(readings).
  func shows(_ entry: Entry) -> Bool {
    if shows(entry.variation) { return true }
    let lemma = entry.readings[0].agreesWith
    return entry.readings.contains { reading in
      guard let variation = reading.variation, reading.agreesWith != lemma else { return false }
      return within.contains(variation.kind) || variation.subkind.map(within.contains) ?? false
    }
  }

  private func shows(_ variation: Variation) -> Bool {
    classes.contains(variation.kind) || variation.subkind.map(within.contains) ?? false
  }
}
