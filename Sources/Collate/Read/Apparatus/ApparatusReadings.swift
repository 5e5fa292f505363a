// Who has which reading of an entry.
extension ApparatusWalk {
  /// For each reading of an entry the texts that have it, ordered, out of those that stand here. A
  /// witness that is lost here counts where it is named, for a reading may say that it begins.
  ///
  /// A witness that no reading names has the lemma where the entry says by whom it has not got it;
  /// where it names the witnesses of the lemma too, or the lemma is an editor's, nobody knows, and
  /// it is given nothing. A hand that none names has what its manuscript has; a manuscript of which
  /// only hands are named has what the last of them made of it.
  mutating func assign(_ index: Int, _ scope: [Int]) -> [[Int]] {
    let entry = list.entries[index]
    var choice = named(entry)
    completeHands(&choice)
    let lemma = entry.lemmaIndex
    var result = entry.readings.map { _ in [Int]() }
    for text in scope {
      if text == edited {
        if let reading = lemma ?? firstWitnessed(entry) { result[reading].append(text) }
      } else if let reading = choice[text] {
        result[reading].append(text)
      } else if isPresent(text) {
        if let lemma, isNegative || Self.leavesLemma(entry, lemma) {
          result[lemma].append(text)
        } else if entry.lemma == nil {
          doubt(entry.node, .witnessMissing(siglum(text)))
        }
      }
    }
    return result
  }

  /// Whether an entry leaves it to its reader who has the lemma.
  private static func leavesLemma(_ entry: ApparatusEntries.Entry, _ lemma: Int) -> Bool {
    let names = entry.readings.contains { !$0.pointers.isEmpty }
    return !names || entry.readings[lemma].pointers.isEmpty && entry.readings[lemma].sources.isEmpty
  }

  private func firstWitnessed(_ entry: ApparatusEntries.Entry) -> Int? {
    entry.readings.firstIndex { !$0.pointers.isEmpty } ?? (entry.readings.isEmpty ? nil : 0)
  }

  private func siglum(_ text: Int) -> String { names.items[items[text]].siglum }

  private mutating func doubt(_ node: Int, _ fault: ApparatusFault) {
    doubts.append(tree.error(at: node, fault))
  }

  /// The reading that names each text. Of several the last in their order of time counts; where
  /// nothing is said of that, the first.
  private mutating func named(_ entry: ApparatusEntries.Entry) -> [Int?] {
    var choice = [Int?](repeating: nil, count: texts.count)
    for (number, reading) in entry.readings.enumerated() {
      for pointer in reading.pointers {
        guard let meant = names.resolve(pointer) else {
          doubt(reading.node, .danglingSiglum(pointer))
          continue
        }
        for text in meant.compactMap({ textOfItem[$0] }) {
          guard let other = choice[text] else {
            choice[text] = number
            continue
          }
          guard other != number else { continue }
          let earlier = entry.readings[other].sequence
          if reading.sequence > earlier {
            choice[text] = number
          } else if reading.sequence == earlier {
            doubt(reading.node, .witnessTwice(siglum(text)))
          }
        }
      }
    }
    return choice
  }

  /// Gives a manuscript that no reading names that of its hand, then a hand that has none that of
  /// its manuscript.
  private func completeHands(_ choice: inout [Int?]) {
    let named = choice
    for (text, item) in items.enumerated() {
      guard let outer = names.items[item].manuscript, let manuscript = textOfItem[outer] else {
        continue
      }
      if let reading = named[text], named[manuscript] == nil { choice[manuscript] = reading }
    }
    for (text, item) in items.enumerated() where choice[text] == nil {
      guard let outer = names.items[item].manuscript, let manuscript = textOfItem[outer] else {
        continue
      }
      choice[text] = choice[manuscript]
    }
  }
}
