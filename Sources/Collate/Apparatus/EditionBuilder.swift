extension Edition {
  /// Makes an edition over the base text with the given siglum, or over the first witness.
  ///
  /// `shown` is what the printed apparatus shows; entries whose readings all agree with the lemma
  /// but for what was ignored when the units were made are not shown either. `language` is a
  /// BCP 47 tag; `judge` is who judged the units, and is made anew where it is not given.
  /// Takes O(tokens + readings) time.
  init(
    title: String?, language: String?, text: NormalizedText, collation: Collation,
    units: [VariationUnit], base: String?,
    shown: EntryFilter = .all, judge: Judge? = nil, version: String
  ) throws(EditionError) {
    let sigla = text.witnesses.map(\.source.witness.siglum)
    guard !sigla.isEmpty else { throw .noWitnesses }
    guard let index = base.map({ sigla.firstIndex(of: $0) }) ?? 0 else {
      throw .unknownBase(base ?? "", sigla: sigla)
    }
    let judge = judge ?? Judge(WordKnowledge(text, language: language))
    var builder = EntryBuilder(text, collation, base: index, shown: shown, judge)
    self.init(
      title: title, language: language, text: text, collation: collation, base: index,
      entries: builder.entries(units), version: version)
  }
}

/// Turns variation units to the view of a base text.
private struct EntryBuilder {
  private let text: NormalizedText
  private let collation: Collation
  private let base: Int
  private let shown: EntryFilter
  private var judge: Judge

  init(
    _ text: NormalizedText, _ collation: Collation, base: Int, shown: EntryFilter,
    _ judge: Judge
  ) {
    self.text = text
    self.collation = collation
    self.base = base
    self.shown = shown
    self.judge = judge
  }

  /// One entry a unit, in their order.
  mutating func entries(_ units: [VariationUnit]) -> [Entry] {
    let partners = self.partners(units)
    return units.indices.map { i in
      let unit = units[i]
      let readings = self.readings(unit)
      let variation = self.gravest(unit, readings)
      var entry = Entry(
        number: i + 1, columns: unit.columns, readings: readings, variation: variation,
        partner: partners[i], parent: unit.parent,
        isShown: readings.contains { $0.agreesWith != readings[0].agreesWith })
      entry.isShown = entry.isShown && shown.shows(entry)
      return entry
    }
  }

  /// For each unit the one at the other place of its move.
  private func partners(_ units: [VariationUnit]) -> [Int?] {
    var places = [[Int]](repeating: [], count: collation.moves.count)
    for (i, unit) in units.enumerated() {
      if let move = unit.move { places[move].append(i) }
    }
    var partners = [Int?](repeating: nil, count: units.count)
    for place in places {
      guard let first = place.first, let last = place.last, first != last else { continue }
      for i in place { partners[i] = i == last ? first : last }
    }
    return partners
  }
}

// MARK: - Readings

extension EntryBuilder {
  /// The lemma, then the other readings in order of witnesses, each compared with the lemma.
  ///
  /// Where the base text lacks the passage in which the others vary, it has no reading here: the
  /// first of the others stands in the lemma's place.
  private mutating func readings(_ unit: VariationUnit) -> [Entry.Reading] {
    let lemma = unit.readings.firstIndex { $0.witnesses.contains(base) } ?? 0
    let count = unit.readings.count
    /// The reading that stands in a place when the lemma stands first.
    func reading(at place: Int) -> Int { place == 0 ? lemma : place > lemma ? place : place - 1 }
    // Of the readings that agree, the one that now stands first speaks for all.
    var speaker = [Int](repeating: Int.max, count: count)
    for place in 0..<count {
      let group = unit.readings[reading(at: place)].agreesWith
      speaker[group] = min(speaker[group], place)
    }
    return (0..<count).map { place in
      let reading = unit.readings[reading(at: place)]
      return Entry.Reading(
        witnesses: reading.witnesses, tokens: reading.tokens,
        variation: place == 0
          ? nil : variation(unit, from: unit.readings[lemma], to: reading),
        agreesWith: speaker[reading.agreesWith])
    }
  }

  private func words(_ reading: VariationUnit.Reading) -> ArraySlice<UInt32> {
    text.witnesses[reading.witnesses[0]].words[reading.tokens]
  }

  /// How a reading differs from the lemma; a transposition where the words stand elsewhere.
  private mutating func variation(
    _ unit: VariationUnit, from lemma: VariationUnit.Reading, to reading: VariationUnit.Reading
  ) -> Variation {
    var verdict = judge.variation(from: words(lemma), to: words(reading))
    if isMoved(unit, lemma, reading), verdict.kind != .numeral {
      verdict.kind = .transposition
    }
    // A unit that holds others has looked at all wordings of what is missing, not one alone.
    let isOneSided = verdict.kind == .omission || verdict.kind == .addition
    if isOneSided, unit.variation.kind == .omission {
      verdict.subkind = unit.readings.count == 2 ? unit.variation.subkind : verdict.subkind
    }
    if unit.variation.kind == .lacuna,
      judge.passage(words(lemma)).isEmpty || judge.passage(words(reading)).isEmpty
    {
      verdict = Variation(kind: .lacuna)
    }
    return verdict
  }

  /// Whether one reading has the words in this place of the unit's move and the other in the other.
  private func isMoved(
    _ unit: VariationUnit, _ a: VariationUnit.Reading, _ b: VariationUnit.Reading
  ) -> Bool {
    guard let move = unit.move.map({ collation.moves[$0] }) else { return false }
    func stand(_ reading: VariationUnit.Reading, _ place: Collation.Place) -> Bool {
      var rest = place.witnesses[...]
      for witness in reading.witnesses {
        rest = rest.drop { $0 < witness }
        if rest.first == witness { return true }
      }
      return false
    }
    return stand(a, move.first) && stand(b, move.second)
      || stand(a, move.second) && stand(b, move.first)
  }

  /// The gravest class of the readings, and the gravest thing that is missing in any: `not` left
  /// out by one witness is not buried where another rewords it.
  private func gravest(_ unit: VariationUnit, _ readings: [Entry.Reading]) -> Variation {
    var gravest: Variation?
    var missing: VariationClass?
    for variation in readings.lazy.compactMap(\.variation) {
      if gravest.map({ variation.isGraver(than: $0) }) ?? true { gravest = variation }
      if let kind = variation.subkind { missing = min(missing ?? kind, kind) }
    }
    guard var gravest else { return unit.variation }
    if let missing, missing < gravest.kind { gravest.subkind = missing }
    return gravest
  }
}
