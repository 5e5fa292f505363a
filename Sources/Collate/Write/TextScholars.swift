// What scholars read, in the plain-text apparatus.
extension TextWording {
  /// Those who read the lemma, where an entry has one lemma.
  func scholars(of printed: PrintedEntry) -> [Scholar] {
    guard let only = printed.entries.first, printed.entries.count == 1 else { return [] }
    return entries.edition.entries[only].readings.first?.scholars ?? []
  }

  /// Adds the conjectures of an entry behind its readings: `reading Name`, `del. Name`,
  /// `reading coni.`
  func addConjectures(
    of printed: PrintedEntry, isFirst: Bool, to folding: inout TextFolding
  ) {
    let all = printed.entries.flatMap { entries.edition.entries[$0].conjectures }
    for (index, conjecture) in all.enumerated() {
      if layout == .positive {
        folding.blank()
        folding.append(":")
      } else if index > 0 || !isFirst {
        folding.append(";")
      }
      folding.blank()
      if conjecture.text.isEmpty {
        folding.append("del.")
      } else {
        folding.directed(Array(conjecture.text.utf8)[...], .plain)
      }
      add(conjecture.scholars, to: &folding)
      if conjecture.scholars.isEmpty { folding.append(" coni.") }
    }
  }

  /// Adds names, each after a blank.
  func add(_ scholars: [Scholar], to folding: inout TextFolding) {
    for (index, scholar) in scholars.enumerated() {
      folding.append(index > 0 ? ", " : " ")
      folding.words(scholar.name)
    }
  }
}
