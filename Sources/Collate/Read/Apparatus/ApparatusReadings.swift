// Who has which reading of an entry.
extension ApparatusWalk {
  /// For each reading of an entry the texts that have it, ordered, out of those that stand here.
  ///
  /// A witness that no reading names has the lemma; a hand that none names has what its manuscript
  /// has; a manuscript of which only hands are named has what its first hand has.
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
      } else {
        if entry.lemma == nil, lemma.map({ !entry.readings[$0].pointers.isEmpty }) ?? true {
          doubt(entry.node, .witnessMissing(siglum(text)))
        }
        if let lemma { result[lemma].append(text) }
      }
    }
    return result
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

  private func completeHands(_ choice: inout [Int?]) {
    let named = choice
    for (text, item) in items.enumerated() {
      guard let outer = names.items[item].manuscript, let manuscript = textOfItem[outer] else {
        continue
      }
      if named[text] != nil, choice[manuscript] == nil { choice[manuscript] = named[text] }
    }
    for (text, item) in items.enumerated() where choice[text] == nil {
      guard let outer = names.items[item].manuscript, let manuscript = textOfItem[outer] else {
        continue
      }
      choice[text] = choice[manuscript]
    }
  }
}
