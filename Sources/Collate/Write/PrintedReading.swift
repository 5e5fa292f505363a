/// A reading as it is printed, with all witnesses that have it.
struct PrintedReading: Equatable, Sendable {
  /// Ordered.
  var witnesses: [Int]
  /// The witness whose words are printed.
  var witness: Int
  /// Its tokens in the columns of the printed entry.
  var tokens: Range<Int>
  /// For words that are not here but elsewhere: index of the entry where they are.
  var movedTo: Int?
}

/// The readings of a printed entry.
struct PrintedReadings: Equatable, Sendable {
  /// Witnesses that have the lemma, but for differences which are ignored; ordered.
  var lemma: [Int] = []
  /// The others, in the order of their first witnesses.
  var others: [PrintedReading] = []
}

extension PrintedEntries {
  /// The readings of a printed entry; O(w · e) in the witnesses and the entries that it joins.
  ///
  /// Witnesses agree in it when they agree in each entry. Those that lack their text in all entries
  /// are named nowhere.
  func readings(of printed: PrintedEntry) -> PrintedReadings {
    var result = plainReadings(of: printed) ?? groupedReadings(of: printed)
    for place in result.others.indices {
      let witness = result.others[place].witness
      result.others[place].tokens = reading.tokens(of: witness, in: printed.columns)
    }
    takeMarksForNothing(&result, in: printed)
    if printed.place != .lemma {
      // Who has nothing where others add lacks no more than the lemma does.
      result.others.removeAll { reading.tokens(of: $0.witness, in: printed.own).isEmpty }
    }
    if !printed.isInversion { partMoved(&result, in: printed) }
    return result
  }

  /// The readings of one entry as they are, where none is printed with another and no witness is
  /// absent, as in most; nil elsewhere. It is what `groupedReadings` gives, with no lists made.
  func plainReadings(of printed: PrintedEntry) -> PrintedReadings? {
    guard printed.entries.count == 1, edition.entries[printed.entries[0]].parent == nil else {
      return nil
    }
    let readings = edition.entries[printed.entries[0]].readings
    guard readings[0].witnesses.contains(edition.base) else { return nil }
    var last = -1
    for place in readings.indices {
      guard readings[place].agreesWith == place, !readings[place].isLacuna else { return nil }
      guard place == 0 || readings[place].witnesses[0] > last else { return nil }
      if place > 0 { last = readings[place].witnesses[0] }
    }
    let others = readings.dropFirst().map {
      PrintedReading(witnesses: $0.witnesses, witness: $0.witnesses[0], tokens: 0..<0)
    }
    return PrintedReadings(lemma: readings[0].witnesses, others: others)
  }

  /// The readings of any entry, their tokens not yet looked up.
  func groupedReadings(of printed: PrintedEntry) -> PrintedReadings {
    let (groups, isSpelled) = groups(of: printed)
    var result = PrintedReadings()
    var places = [Int](repeating: -1, count: groups.reduce(0, max) + 1)
    for (witness, group) in groups.enumerated() where group >= 0 {
      let place = places[group]
      if group == groups[edition.base] {
        result.lemma.append(witness)
      } else if place >= 0 {
        result.others[place].witnesses.append(witness)
        if isSpelled[witness], !isSpelled[result.others[place].witness] {
          result.others[place].witness = witness
        }
      } else {
        places[group] = result.others.count
        result.others.append(
          PrintedReading(witnesses: [witness], witness: witness, tokens: 0..<0))
      }
    }
    return result
  }

  /// A small number for each witness, the same for those that agree, -1 for those not there or
  /// lacking a longer passage, which is printed as such and not again at its last word; and whether
  /// it has just the words that its reading is printed with.
  private func groups(of printed: PrintedEntry) -> (groups: [Int], isSpelled: [Bool]) {
    let count = edition.text.witnesses.count
    var groups = [Int](repeating: 0, count: count)
    var isSpelled = [Bool](repeating: true, count: count)
    var isAbsent = [Bool](repeating: true, count: count)
    var lacksPassage = [Bool](repeating: false, count: count)
    for index in printed.entries {
      let entry = edition.entries[index]
      let isInPassage =
        entry.parent.map { !printed.entries.contains($0) && hasWords(edition.base, at: $0) }
        ?? false
      let here = places(in: entry, at: index, of: printed)
      let roots = entry.readings.indices.map { entry.root(of: $0) }
      var numbers: [Int: Int] = [:]  // of a group so far and the reading here
      for (witness, place) in here.enumerated() {
        let root = place < 0 ? -1 : roots[place]
        let next = numbers.count
        let key = groups[witness] * (roots.count + 1) + root + 1
        groups[witness] = numbers[key, default: next]
        numbers[key] = groups[witness]
        isSpelled[witness] = isSpelled[witness] && root == place
        isAbsent[witness] = isAbsent[witness] && (place < 0 || entry.readings[place].isLacuna)
        if isInPassage, place < 0 { lacksPassage[witness] = true }
      }
    }
    // Where words have moved, those that have them elsewhere are named.
    let hasMoved = printed.entries.contains { edition.entries[$0].partner != nil }
    for witness in groups.indices where witness != edition.base {
      let isKnown =
        lacksPassage[witness] && !hasMoved
        && reading.tokens(of: witness, in: printed.columns).isEmpty
      if isAbsent[witness] || isKnown { groups[witness] = -1 }
    }
    return (groups, isSpelled)
  }

  /// By witness: the place of its reading in an entry, -1 where it has none.
  private func places(in entry: Entry, at index: Int, of printed: PrintedEntry) -> [Int] {
    var here = [Int](repeating: -1, count: edition.text.witnesses.count)
    for place in entry.readings.indices {
      for witness in entry.readings[place].witnesses { here[witness] = place }
    }
    placeBreakingOff(&here, of: index, in: printed)
    return here
  }

  /// Gives a place to witnesses that have something in the columns of a printed entry, but lack the
  /// passage that an entry stands in: they have nothing there, or, where a lacuna begins, are not
  /// to be told from the base.
  private func placeBreakingOff(_ here: inout [Int], of index: Int, in printed: PrintedEntry) {
    guard let parent = edition.entries[index].parent else { return }
    let entry = edition.entries[index]
    guard let none = entry.readings.firstIndex(where: \.tokens.isEmpty) else { return }
    let lost = edition.entries[parent].readings.filter { $0.variation?.kind == .lacuna }
      .flatMap(\.witnesses)
    for witness in here.indices where here[witness] < 0 {
      guard !reading.tokens(of: witness, in: printed.columns).isEmpty else { continue }
      here[witness] = lost.contains(witness) ? here[edition.base] : none
    }
  }

  /// Whether no reading of an entry has a word.
  func hasOnlyMarks(_ entry: Entry) -> Bool {
    !entry.readings.contains { reading.hasWord($0.witnesses[0], $0.tokens) }
  }

  /// Makes readings of marks alone empty where the lemma has words: `om.`, whatever marks are left,
  /// and one with those that have nothing.
  private func takeMarksForNothing(_ readings: inout PrintedReadings, in printed: PrintedEntry) {
    guard printed.place == .lemma, reading.hasWord(edition.base, printed.lemma) else { return }
    var result: [PrintedReading] = []
    for var other in readings.others {
      if !reading.hasWord(other.witness, other.tokens) {
        other.tokens = other.tokens.lowerBound..<other.tokens.lowerBound
      }
      if other.tokens.isEmpty, let place = result.firstIndex(where: \.tokens.isEmpty) {
        result[place].witnesses = (result[place].witnesses + other.witnesses).sorted()
      } else {
        result.append(other)
      }
    }
    readings.others = result
  }

  /// Parts witnesses that have the words of an entry elsewhere from those that lack them.
  private func partMoved(_ readings: inout PrintedReadings, in printed: PrintedEntry) {
    let pairs = printed.entries.compactMap { index in
      edition.entries[index].partner.map { (index: index, partner: $0) }
    }
    guard !pairs.isEmpty, !printed.lemma.isEmpty, printed.place == .lemma else { return }
    var result: [PrintedReading] = []
    for whole in readings.others {
      guard whole.tokens.isEmpty else {
        result.append(whole)
        continue
      }
      var parts: [PrintedReading] = []
      for witness in whole.witnesses {
        let movedTo = pairs.first { hasWords(witness, at: $0.partner) }?.partner
        if let place = parts.firstIndex(where: { $0.movedTo == movedTo }) {
          parts[place].witnesses.append(witness)
        } else {
          parts.append(
            PrintedReading(
              witnesses: [witness], witness: witness, tokens: whole.tokens, movedTo: movedTo))
        }
      }
      result += parts
    }
    readings.others = result
  }

  /// Whether a witness has anything in the columns of an entry.
  func hasWords(_ witness: Int, at entry: Int) -> Bool {
    !reading.tokens(of: witness, in: edition.entries[entry].columns).isEmpty
  }
}
