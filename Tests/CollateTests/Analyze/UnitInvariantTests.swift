import Testing

@testable import Collate

/// What must hold for every alignment, tried on small random ones.
@Suite struct UnitInvariantTests {
  /// Rows of few different words, marks and gaps, so that everything meets everything.
  private func randomRows(_ random: inout SeededGenerator) -> [String] {
    let cells = ["a", "b", "A", "the", "3", "4", ",", ";", "<…>", "[a]", "·", "·", "not", "Bo"]
    let width = Int.random(in: 1...24, using: &random)
    let model = (0..<width).map { _ in cells.randomElement(using: &random)! }
    return (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let loss = Int.random(in: 0..<width, using: &random)..<width
      let isFragment = Int.random(in: 0..<4, using: &random) == 0
      return model.enumerated().map { i, cell in
        if isFragment, loss.contains(i) { return "·" }
        let keeps = Int.random(in: 0..<4, using: &random) > 0
        return keeps ? cell : cells.randomElement(using: &random)!
      }.joined(separator: " ")
    }
  }

  /// Columns in which no row has a word are no columns.
  private func squeezed(_ rows: [String]) -> [String] {
    let cells = rows.map { $0.split(separator: " ").map(String.init) }
    let kept = cells[0].indices.filter { i in cells.contains { $0[i] != "·" } }
    return cells.map { row in kept.map { row[$0] }.joined(separator: " ") }
  }

  @Test(arguments: 0..<600) func `every witness has one reading wherever witnesses differ`(
    seed: Int
  ) {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = squeezed(randomRows(&random))
    let (text, collation) = SampleTables.table(rows)
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    let drawn = "seed \(seed):\n" + rows.joined(separator: "\n")
    var end = 0
    for unit in units where unit.parent == nil {
      #expect(unit.columns.lowerBound >= end, "units overlap, \(drawn)")
      end = unit.columns.upperBound
    }
    for (i, unit) in units.enumerated() {
      check(unit, parent: unit.parent.map { units[$0] }, text, collation, drawn)
      #expect((unit.parent ?? -1) < i, "a unit comes before what it holds, \(drawn)")
    }
    for column in 0..<collation.columnCount
    where !units.contains(where: { $0.columns.contains(column) }) {
      #expect(isAgreed(column, text, collation), "column \(column) is in no unit, \(drawn)")
    }
  }

  /// The search for graver classes passes over pairs that cannot show them; this asks all.
  @Test(arguments: 0..<300) func `the class of a unit is the gravest of all pairs of readings`(
    seed: Int
  ) {
    var random = SeededGenerator(seed: UInt64(seed))
    let rows = squeezed(randomRows(&random))
    let (text, collation) = SampleTables.table(rows)
    let drawn = "seed \(seed):\n" + rows.joined(separator: "\n")
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    let holders = Set(units.compactMap(\.parent))
    var judge = Judge(WordKnowledge(text, language: "en"))
    for (i, unit) in units.enumerated()
    where unit.move == nil && unit.variation.kind != .lacuna && !holders.contains(i) {
      let passages = unit.readings.map {
        judge.passage(text.witnesses[$0.witnesses[0]].words[$0.tokens])
      }
      var gravest: Variation?
      for a in passages.indices {
        for b in passages.indices.dropFirst(a + 1) {
          var variation = judge.variation(from: passages[a], to: passages[b])
          if variation.kind == .addition { variation.kind = .omission }
          if gravest.map({ variation.isGraver(than: $0) }) ?? true { gravest = variation }
        }
      }
      #expect(unit.variation == gravest, "unit \(i), \(drawn)")
    }
  }

  private func check(
    _ unit: VariationUnit, parent: VariationUnit?, _ text: NormalizedText, _ collation: Collation,
    _ drawn: String
  ) {
    var expected = Set(text.witnesses.indices)
    if let parent {
      let present = parent.readings.filter {
        Set($0.witnesses).isSuperset(of: unit.readings.flatMap(\.witnesses))
      }
      #expect(present.count == 1, "\(drawn)")
      expected = Set(present.flatMap(\.witnesses))
      #expect(parent.columns.lowerBound <= unit.columns.lowerBound, "\(drawn)")
      #expect(parent.columns.upperBound >= unit.columns.upperBound, "\(drawn)")
    }
    #expect(unit.readings.flatMap(\.witnesses).sorted() == expected.sorted(), "\(drawn)")
    #expect(unit.readings.count > 1, "\(drawn)")
    for reading in unit.readings {
      let first = reading.witnesses[0]
      let tokens = collation.columns[first].indices.filter {
        unit.columns.contains(Int(collation.columns[first][$0]))
      }
      #expect(Array(reading.tokens) == Array(tokens), "\(drawn)")
    }
  }

  private func isAgreed(_ column: Int, _ text: NormalizedText, _ collation: Collation) -> Bool {
    let words = text.witnesses.indices.map { row in
      collation.columns[row].firstIndex(of: Int32(column)).map { text.witnesses[row].words[$0] }
    }
    return Set(words).count == 1
  }

  @Test(arguments: 0..<300) func `the order of witnesses changes no unit and no class`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 10_000)
    let rows = squeezed(randomRows(&random))
    let (text, collation) = SampleTables.table(rows)
    let (turned, mirrored) = SampleTables.table(Array(rows.reversed()))
    let a = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    let b = VariationUnit.all(in: mirrored, of: turned, ignoring: [], language: "en")
    let drawn = "seed \(seed):\n" + rows.joined(separator: "\n")
    #expect(a.map(\.columns) == b.map(\.columns), "\(drawn)")
    #expect(a.map(\.parent) == b.map(\.parent), "\(drawn)")
    #expect(a.map(\.variation) == b.map(\.variation), "\(drawn)")
  }
}
