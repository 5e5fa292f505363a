// What scholars read, and no witness.
extension TakenEdition {
  /// Gives entries the conjectures that the file reports, and their lemmas the names of those who
  /// read them; where all witnesses agree and a scholar does not, an entry is made.
  ///
  /// What is reported of a part of an entry is reported of the whole of it. What is proposed for a
  /// place where no witness has a word, or that cuts through entries, has no place in an edition
  /// and is left out. O(e log e) in the entries of file and edition.
  func keepScholars(
    _ edition: inout Edition, _ place: StreamPlaces, _ shown: EntryFilter
  ) {
    let places = StandingEntries(edition.entries)
    var added: [Entry] = []
    for entry in read.entries {
      let scholars = entry.readings.first { $0.isLemma }?.scholars ?? []
      guard !entry.conjectures.isEmpty || !scholars.isEmpty else { continue }
      let columns = place.columns(entry.stream)
      if let index = places.leaf(holding: columns) {
        edition.entries[index].conjectures += entry.conjectures
        if edition.entries[index].columns == columns {
          edition.entries[index].readings[0].scholars += scholars
        }
      } else if !entry.conjectures.isEmpty, !columns.isEmpty, !places.cuts(columns) {
        if let last = added.last, last.columns.overlaps(columns) {
          if last.columns == columns { added[added.count - 1].conjectures += entry.conjectures }
        } else if let made = agreed(columns, entry.conjectures, scholars, edition, shown) {
          added.append(made)
          added[added.count - 1].parent = places.passage(holding: columns)
        }
      }
    }
    edition.insert(added)
  }

  /// An entry for words in which all witnesses that are there agree.
  private func agreed(
    _ columns: Range<Int>, _ conjectures: [Conjecture], _ scholars: [Scholar],
    _ edition: Edition, _ shown: EntryFilter
  ) -> Entry? {
    let tokens = edition.collation.columns.map { row in
      row.partition {
        Int($0) >= columns.lowerBound
      }..<row.partition {
        Int($0) >= columns.upperBound
      }
    }
    let present = tokens.indices.filter { !tokens[$0].isEmpty }
    guard let first = present.first else { return nil }
    let lemma = Entry.Reading(
      witnesses: present, tokens: tokens[first], agreesWith: 0, scholars: scholars)
    var entry = Entry(
      number: 0, columns: columns, readings: [lemma], variation: Variation(kind: .substantive),
      conjectures: conjectures, isShown: true)
    entry.isShown = shown.shows(entry)
    return entry
  }
}

/// Where the entries of an edition stand: those that hold none, and passages that hold others.
private struct StandingEntries {
  private let leaves: [(index: Int, columns: Range<Int>)]
  private let passages: [(index: Int, columns: Range<Int>)]

  init(_ entries: [Entry]) {
    let holders = Set(entries.compactMap(\.parent))
    let all = entries.indices.map { (index: $0, columns: entries[$0].columns) }
    leaves = all.filter { !holders.contains($0.index) }
    passages = all.filter { holders.contains($0.index) }
  }

  /// The first of these that does not end before a column; they do not overlap.
  private func first(
    of places: [(index: Int, columns: Range<Int>)], from column: Int
  ) -> (index: Int, columns: Range<Int>)? {
    let at = places.partition { $0.columns.upperBound > column }
    return at < places.count ? places[at] : nil
  }

  /// The entry without inner ones that holds some columns; nil where none does.
  func leaf(holding columns: Range<Int>) -> Int? {
    guard !columns.isEmpty, let found = first(of: leaves, from: columns.lowerBound) else {
      return nil
    }
    return found.columns.holds(columns) ? found.index : nil
  }

  /// The entry with inner ones that holds some columns; nil where none does.
  func passage(holding columns: Range<Int>) -> Int? {
    guard let found = first(of: passages, from: columns.lowerBound) else { return nil }
    return found.columns.holds(columns) ? found.index : nil
  }

  /// Whether some entry stands in part inside these columns.
  func cuts(_ columns: Range<Int>) -> Bool {
    let leaf = first(of: leaves, from: columns.lowerBound)
    let passage = first(of: passages, from: columns.lowerBound)
    return leaf.map { $0.columns.overlaps(columns) } ?? false
      || passage.map { $0.columns.overlaps(columns) && !$0.columns.holds(columns) } ?? false
  }
}

extension Range<Int> {
  fileprivate func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension Edition {
  /// Puts entries among the others, in the order of their columns, and numbers all anew.
  fileprivate mutating func insert(_ added: [Entry]) {
    guard !added.isEmpty else { return }
    let all = entries + added
    let order = all.indices.sorted { a, b in
      let (x, y) = (all[a].columns, all[b].columns)
      return (x.lowerBound, y.upperBound, a) < (y.lowerBound, x.upperBound, b)
    }
    var position = [Int](repeating: 0, count: all.count)
    for (new, old) in order.enumerated() { position[old] = new }
    entries = order.enumerated().map { new, old in
      var entry = all[old]
      entry.number = new + 1
      entry.partner = entry.partner.map { position[$0] }
      entry.parent = entry.parent.map { position[$0] }
      return entry
    }
  }
}
