/// What is known of the elements of a file, by the numbers of their names; each name is looked up
/// once.
struct TEIElementTable: Sendable {
  /// What there is to know of an element by its name alone.
  struct Row: Sendable {
    /// Without its prefix.
    var name: String
    var kind: TEIElement
    var mode: TEIReadingRules.Mode
    /// Attributes to keep, if the element is one that is kept as markup.
    var attributes: [StaticString]?
  }

  private let rules: TEIReadingRules
  private var rows: [Row?] = []

  /// Begins without a name; `rules` give each its mode when it is added.
  init(rules: TEIReadingRules) { self.rules = rules }

  /// The row of a name, by the number that the scanner gives it; nil where it has not come yet.
  subscript(name: Int) -> Row? { name < rows.count ? rows[name] : nil }

  /// Looks a name up, without its prefix, under its number.
  mutating func add(_ local: String, as name: Int) -> Row {
    while rows.count <= name { rows.append(nil) }
    let row = Row(
      name: local, kind: TEIElement(name: local), mode: rules.mode(of: local),
      attributes: TEIMarkup.names(of: local))
    rows[name] = row
    return row
  }
}
