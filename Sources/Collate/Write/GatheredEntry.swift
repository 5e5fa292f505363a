import Diff

/// A printed entry with what is known of all its entries, which grows as they are joined: asked of
/// each of them anew, an entry made of n would cost n² times the witnesses.
struct GatheredEntry {
  var printed: PrintedEntry
  /// The witnesses that depart from the lemma in any of the entries.
  var departing: RowSet
  /// The witnesses of all readings.
  var listed: RowSet
  /// Whether no entry is about words.
  var hasOnlyMarks: Bool
}

extension PrintedEntries {
  /// What is known of an entry and of those joined in it; O(witnesses) for each of them.
  func gathered(_ printed: PrintedEntry) -> GatheredEntry {
    let none = RowSet(capacity: edition.text.witnesses.count)
    var gathered = GatheredEntry(
      printed: printed, departing: none, listed: none, hasOnlyMarks: true)
    for entry in printed.entries.map({ edition.entries[$0] }) {
      gathered.hasOnlyMarks = gathered.hasOnlyMarks && hasOnlyMarks(entry)
      for place in entry.readings.indices {
        let departs = entry.root(of: place) != 0
        for witness in entry.readings[place].witnesses {
          gathered.listed.insert(witness)
          if departs { gathered.departing.insert(witness) }
        }
      }
    }
    return gathered
  }

  /// Two entries as one; O(witnesses / 64) besides the columns.
  func joined(_ first: GatheredEntry, _ second: GatheredEntry) -> GatheredEntry {
    var result = first
    result.printed = joined(first.printed, second.printed)
    result.departing.formUnion(second.departing)
    result.listed.formUnion(second.listed)
    result.hasOnlyMarks = first.hasOnlyMarks && second.hasOnlyMarks
    return result
  }

  private func joined(_ first: PrintedEntry, _ second: PrintedEntry) -> PrintedEntry {
    let columns = first.columns.union(second.columns)
    let isSameAddition = first.lemma == second.lemma && first.place == second.place
    return PrintedEntry(
      columns: columns, own: first.own.union(second.own), entries: first.entries + second.entries,
      lemma: reading.tokens(of: edition.base, in: columns),
      place: isSameAddition ? second.place : .lemma)
  }

  /// Whether two entries are printed as one: they add at the same place, one varies what the other
  /// adds, they share a word that is all the words of both lemmas, or some witness departs in both.
  /// What a witness has beside a passage that it lacks stays apart, but for a mark that begins the
  /// passage.
  func belong(_ first: GatheredEntry, _ second: GatheredEntry) -> Bool {
    let (one, other) = (first.printed, second.printed)
    guard one.columns.upperBound > other.columns.lowerBound else { return false }
    if one.place != .lemma && one.place == other.place && one.lemma == other.lemma { return true }
    if isPart(other, of: one) { return true }
    guard second.hasOnlyMarks || first.departing.subtracting(second.listed).isEmpty,
      second.departing.subtracting(first.listed).isEmpty
    else { return false }
    let words = [one, other].map { reading.wordCount(of: edition.base, $0.lemma) }
    return words.allSatisfy { $0 <= 1 } || !first.departing.isDisjoint(with: second.departing)
  }

  /// Whether an entry is about what witnesses differ in among what they add in another.
  private func isPart(_ part: PrintedEntry, of whole: PrintedEntry) -> Bool {
    guard let parent = edition.entries[part.entries[0]].parent else { return false }
    return whole.entries.contains(parent) && !hasWords(edition.base, at: parent)
  }
}

extension Range<Int> {
  /// The least range that holds both.
  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
