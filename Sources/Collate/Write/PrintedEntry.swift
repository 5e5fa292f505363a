/// An entry as it is printed: one entry of the edition, or several that share the word they hang
/// on.
struct PrintedEntry: Equatable, Sendable {
  /// Columns of the entries and of the word printed with them.
  var columns: Range<Int>
  /// Columns of the entries alone.
  var own: Range<Int>
  /// Indices in `Edition.entries`, ordered.
  var entries: [Int]
  /// Tokens of the base that are printed as its lemma.
  var lemma: Range<Int>
  var place = Place.lemma
  /// Whether it is two neighboring words that some witnesses have in the other order.
  var isInversion = false

  /// What the lemma is to the readings.
  enum Place: Sendable {
    /// The readings stand in its stead.
    case lemma
    /// The readings are additions behind it.
    case after
    /// The readings are additions before it.
    case before
  }
}

/// Finds what is printed: which entries, joined how, hung on which word.
struct PrintedEntries {
  let edition: Edition
  var reading: ReadingText
  let base: TextBase

  /// The entries that are printed, in the order of their columns.
  ///
  /// They do not overlap, but for passages that some witnesses lack, which stand before what the
  /// others vary in them, and for entries that hang on a word of a longer lemma.
  func all() -> [PrintedEntry] {
    var passages: [PrintedEntry] = []
    var others: [GatheredEntry] = []
    let holders = Set(edition.entries.compactMap(\.parent))
    var index = 0
    while index < edition.entries.count {
      if let inversion = inversion(at: index) {
        join(gathered(inversion), to: &others)
        index = inversion.entries[1]
      } else if isPrinted(edition.entries[index]) {
        let entry = single(index)
        if holders.contains(index) && hasWords(edition.base, at: index) {
          passages.append(entry)
        } else {
          join(gathered(entry), to: &others)
        }
      }
      index += 1
    }
    return withMarksInPlace(merged(passages, others))
  }

  /// Two lists in the order of their columns as one; a passage that some lack and all of which
  /// others replace is one entry.
  private func merged(_ passages: [PrintedEntry], _ others: [GatheredEntry]) -> [PrintedEntry] {
    var result: [PrintedEntry] = []
    var rest = others[...]
    for passage in passages {
      while let next = rest.first?.printed, next.columns.lowerBound < passage.columns.lowerBound {
        result.append(next)
        rest.removeFirst()
      }
      var entry = passage
      if let next = rest.first, next.printed.lemma == passage.lemma, next.printed.place == .lemma {
        entry = joined(gathered(passage), withThoseOf: &rest).printed
      }
      result.append(entry)
    }
    return result + rest.map(\.printed)
  }

  /// An entry with the first of some others and all behind that which belong to both.
  private func joined(
    _ entry: GatheredEntry, withThoseOf rest: inout ArraySlice<GatheredEntry>
  ) -> GatheredEntry {
    var entry = joined(entry, rest.removeFirst())
    while let next = rest.first, belong(entry, next) {
      entry = joined(entry, rest.removeFirst())
    }
    return entry
  }

  /// Adds an entry behind others, as one with those that hang on the same word.
  private func join(_ entry: GatheredEntry, to printed: inout [GatheredEntry]) {
    var entry = entry
    while let last = printed.last, belong(last, entry) {
      entry = joined(printed.removeLast(), entry)
    }
    printed.append(entry)
  }

  /// Whether it is asked for and has a reading besides the lemma; lacunas are reported elsewhere.
  private func isPrinted(_ entry: Entry) -> Bool {
    entry.isShown
      && (!entry.conjectures.isEmpty
        || entry.readings.indices.contains {
          entry.root(of: $0) != 0 && !entry.readings[$0].isLacuna
        })
  }

  /// Two words of the base in the other order, where the entry at an index is one half of that.
  private func inversion(at index: Int) -> PrintedEntry? {
    guard let other = edition.entries[index].partner, other > index,
      edition.entries[index].isShown, edition.entries[other].isShown,
      !edition.entries[index + 1..<other].contains(where: \.isShown)
    else { return nil }
    let halves = [edition.entries[index], edition.entries[other]]
    let columns = halves[0].columns.lowerBound..<halves[1].columns.upperBound
    let lemma = reading.tokens(of: edition.base, in: columns)
    guard lemma.count == 2, reading.wordCount(of: edition.base, lemma) == 2,
      let moved = halves[0].movedWitnesses, moved == halves[1].movedWitnesses,
      reading.tokens(of: moved[0], in: columns).count == 2
    else { return nil }
    return PrintedEntry(
      columns: columns, own: columns, entries: [index, other], lemma: lemma, isInversion: true)
  }
}

extension Entry {
  /// The reading that a reading is printed with, in the end.
  func root(of reading: Int) -> Int {
    var root = reading
    while readings[root].agreesWith < root { root = readings[root].agreesWith }
    return root
  }

  /// The witnesses that depart from the lemma, where either they or the lemma have nothing, and all
  /// of them agree.
  fileprivate var movedWitnesses: [Int]? {
    let others = readings.indices.filter { root(of: $0) != 0 }
    guard let first = others.first, others.allSatisfy({ root(of: $0) == first }),
      !readings[first].isLacuna, readings[first].tokens.isEmpty != readings[0].tokens.isEmpty
    else { return nil }
    return others.flatMap { readings[$0].witnesses }.sorted()
  }
}

extension Entry.Reading {
  /// Whether the witnesses are not there to be compared.
  var isLacuna: Bool { tokens.isEmpty && variation?.kind == .lacuna }
}
