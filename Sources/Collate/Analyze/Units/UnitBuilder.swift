/// Makes variation units of the spans drawn: groups the readings and classes them.
struct UnitBuilder {
  private(set) var units: [VariationUnit] = []
  private let collation: Collation
  private let text: NormalizedText
  private let ignoring: Ignore
  private let moves: MovePlaces
  private(set) var judge: Judge
  private var keys: AgreementKeys
  private var cursors: RowCursors
  private let allRows: [Int]

  /// Begins without a unit; O(words + rows + m log m) for m moves.
  ///
  /// What `judge` learns here stays with the builder, whose `judge` may be asked on with it.
  init(
    _ collation: Collation, _ text: NormalizedText, _ judge: Judge, ignoring: Ignore
  ) {
    self.collation = collation
    self.text = text
    self.ignoring = ignoring
    moves = MovePlaces(collation)
    self.judge = judge
    keys = AgreementKeys(text.lexicon, ignoring: ignoring)
    cursors = RowCursors(collation)
    allRows = Array(text.witnesses.indices)
  }

  /// Adds a unit over some columns among all rows.
  mutating func add(_ columns: Range<Int>) {
    add(columns, rows: allRows, parent: nil)
  }

  /// Adds a passage that some rows lack, and what the others vary in it.
  mutating func add(_ stretch: Absences.Stretch, holding spans: ArraySlice<Range<Int>>) {
    let rows = allRows
    let tokens = rows.map { cursors.tokens(of: $0, in: stretch.columns) }
    let withWords = rows.filter { hasWords($0, tokens[$0]) }
    // Where nobody has more than a gap, those that have none are absent.
    let present = withWords.isEmpty ? rows.filter { !tokens[$0].isEmpty } : withWords
    let isPresent = Set(present)
    let absent = rows.filter { !isPresent.contains($0) }
    // Those that have the passage count as one reading; its variants are the units it holds.
    let versions = grouped(present, in: stretch.columns)
    var whole = versions[0]
    whole.witnesses = present
    let readings = (grouped(absent, in: stretch.columns) + [whole])
      .sorted { $0.witnesses[0] < $1.witnesses[0] }
    let parent = units.count
    let wordings = readings.indices.flatMap { i in
      (readings[i].witnesses == present ? versions : [readings[i]]).map { wording($0, of: i) }
    }
    append(stretch.columns, readings, parent: nil, gravest(wordings))
    for span in spans { add(span, rows: present, parent: parent) }
  }

  private func hasWords(_ row: Int, _ tokens: Range<Int>) -> Bool {
    text.witnesses[row].words[tokens].contains { judge.known.kind($0) != .gap }
  }

  /// Adds the unit of some columns, if the rows differ there, and what varies in its readings.
  private mutating func add(_ columns: Range<Int>, rows: [Int], parent: Int?) {
    let readings = grouped(rows, in: columns)
    if readings.count > 1 {
      // Most places have two: no lists need be made to compare them.
      let variation =
        readings.count == 2
        ? withoutBase(judge.variation(from: words(readings[0]), to: words(readings[1])))
        : gravest(readings.indices.map { wording(readings[$0], of: $0) })
      append(columns, readings, parent: parent, variation)
    } else if columns.count > 1 {
      // The same words in other columns: what differs is each column by itself.
      for column in columns { add(column..<column + 1, rows: rows, parent: parent) }
    }
  }

  /// A wording that a reading stands for, usually its own alone.
  private struct Wording {
    /// Index of the reading.
    var reading: Int
    var passage: Passage
  }

  private mutating func wording(_ version: VariationUnit.Reading, of reading: Int) -> Wording {
    Wording(reading: reading, passage: judge.passage(words(version)))
  }

  private mutating func append(
    _ columns: Range<Int>, _ readings: consuming [VariationUnit.Reading], parent: Int?,
    _ variation: Variation
  ) {
    unite(&readings)
    let isLacuna = isLacuna(readings)
    var unit = VariationUnit(
      columns: columns, readings: readings, variation: variation, parent: parent)
    link(&unit)
    if isLacuna { unit.variation = Variation(kind: .lacuna) }
    units.append(unit)
  }
}

// MARK: - Moves

extension UnitBuilder {
  /// Links a unit to the move that it is a place of.
  ///
  /// Words moved far are a transposition at both places. Where neighbors changed places the
  /// readings themselves show it, unless more than that is reworded.
  private func link(_ unit: inout VariationUnit) {
    guard let move = moves.index(of: unit.columns) else { return }
    if collation.moves[move].isSwap {
      if unit.variation.kind == .transposition { unit.move = move }
    } else {
      unit.move = move
      if unit.variation.kind != .numeral { unit.variation.kind = .transposition }
    }
  }
}

// MARK: - Readings

extension UnitBuilder {
  private func words(_ reading: VariationUnit.Reading) -> ArraySlice<UInt32> {
    text.witnesses[reading.witnesses[0]].words[reading.tokens]
  }

  /// The rows grouped by what they have in some columns, as written; O(tokens).
  private mutating func grouped(_ rows: [Int], in columns: Range<Int>) -> [VariationUnit.Reading] {
    var readings: [VariationUnit.Reading] = []
    readings.reserveCapacity(2)  // most places have no more
    var indices: [ArraySlice<UInt32>: Int] = [:]
    for row in rows {
      let tokens = cursors.tokens(of: row, in: columns)
      let words = text.witnesses[row].words[tokens]
      let isFew = readings.count <= Self.fewReadings
      if let index = isFew ? index(of: words, in: readings) : indices[words] {
        readings[index].witnesses.append(row)
        continue
      }
      readings.append(.init(witnesses: [row], tokens: tokens, agreesWith: readings.count))
      if readings.count > Self.fewReadings, indices.isEmpty {
        for (i, reading) in readings.enumerated() { indices[self.words(reading)] = i }
      } else if !isFew {
        indices[words] = readings.count - 1
      }
    }
    return readings
  }

  /// As many readings are looked through one by one, which is quicker than to hash them.
  private static var fewReadings: Int { 8 }

  private func index(
    of words: ArraySlice<UInt32>, in readings: [VariationUnit.Reading]
  ) -> Int? {
    readings.firstIndex { self.words($0) == words }
  }

  /// Tells of each reading the first one that it agrees with but for what is ignored.
  private mutating func unite(_ readings: inout [VariationUnit.Reading]) {
    let keys = readings.map { self.keys.key(words($0)) }
    for (i, key) in keys.enumerated() {
      readings[i].agreesWith = i
      let first = self.keys.reading(with: key)
      let alike = first.flatMap { compare(readings[$0], readings[i]) == .numeral ? nil : $0 }
      if let found = alike ?? respelled(i, readings) {
        readings[i].agreesWith = found
      } else if first == nil {
        self.keys.note(i, for: key)
      }
    }
    for key in keys { self.keys.note(nil, for: key) }
  }

  private mutating func compare(
    _ a: VariationUnit.Reading, _ b: VariationUnit.Reading
  ) -> VariationClass {
    judge.variation(from: words(a), to: words(b)).kind
  }

  /// Where spelling is ignored, the first reading before it that this one only spells otherwise.
  private mutating func respelled(
    _ i: Int, _ readings: [VariationUnit.Reading]
  ) -> Int? {
    guard ignoring.contains(.spelling) else { return nil }
    for other in 0..<i where readings[other].agreesWith == other {
      let kind = compare(readings[other], readings[i])
      if kind >= .orthographic, kind != .lacuna { return other }
    }
    return nil
  }
}

// MARK: - Classes

extension UnitBuilder {
  /// The gravest class between wordings of any two readings.
  ///
  /// Numerals are looked for only where there are numbers, names and negations likewise, so that
  /// what came or went with a rewording is found on the way; then the first reworded pair decides.
  /// O(readings²) where there is none.
  private mutating func gravest(_ wordings: [Wording]) -> Variation {
    let all = Array(wordings.indices)
    let numbers = all.filter { !wordings[$0].passage.numbers.isEmpty }
    let names = all.filter { !wordings[$0].passage.names.isEmpty }
    let negative = all.filter { wordings[$0].passage.isNegative }
    var gravest: Variation?
    let searches: [(VariationClass, [Int], [Int])] = [
      (.numeral, numbers, all), (.name, names, all), (.negation, negative, all),
      (.substantive, all, all),
    ]
    for (sought, some, others) in searches {
      search(wordings, between: some, and: others, for: sought, &gravest)
      if let gravest, gravest.kind <= sought { return gravest }
    }
    return gravest ?? Variation(kind: .editorial)
  }

  /// Compares the pairs that may show a class until one does, each once where both lists hold it.
  private mutating func search(
    _ wordings: [Wording], between some: [Int], and others: [Int], for sought: VariationClass,
    _ gravest: inout Variation?
  ) {
    let isOneList = some == others
    for a in some {
      for b in others where wordings[a].reading != wordings[b].reading && !(isOneList && b < a) {
        let (first, second) = (min(a, b), max(a, b))
        let variation = withoutBase(
          judge.variation(from: wordings[first].passage, to: wordings[second].passage))
        if gravest.map({ variation.isGraver(than: $0) }) ?? true { gravest = variation }
        if variation.kind <= sought { return }
      }
    }
  }

  /// The variation as it is without a base: there is no telling an omission from an addition.
  private func withoutBase(_ variation: Variation) -> Variation {
    var variation = variation
    if variation.kind == .addition { variation.kind = .omission }
    return variation
  }

  /// Whether what is missing is missing with whole witnesses.
  private func isLacuna(_ readings: [VariationUnit.Reading]) -> Bool {
    readings.count == 2
      && readings.contains { $0.witnesses.allSatisfy { text.witnesses[$0].words.isEmpty } }
  }
}

extension Variation {
  /// Whether it stands before another in the order of classes, then of what is missing.
  func isGraver(than other: Variation) -> Bool {
    let (a, b) = (subkind?.rank ?? Int.max, other.subkind?.rank ?? Int.max)
    return (kind.rank, a) < (other.kind.rank, b)
  }
}
