import Testing

@testable import Collate

/// Distances against the plain table of Wagner and Fischer.
@Suite struct EditDistanceTests {
  /// The whole table, cell by cell.
  static func plainDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (a[i] == b[j] ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }

  private func check(_ a: [UInt32], _ b: [UInt32], _ note: @autoclosure () -> String) {
    let count = EditDistance.count(from: a, to: b)
    #expect(count.errors == Self.plainDistance(a, b), "\(note())")
    #expect(count.matches + count.substitutions + count.deletions == a.count, "\(note())")
    #expect(count.matches + count.substitutions + count.insertions == b.count, "\(note())")
  }

  /// All pairs of sequences of two ids, up to five long.
  @Test func smallWorld() {
    let world = (0...5).flatMap { length in
      (0..<(1 << length)).map { bits in (0..<length).map { UInt32(bits >> $0 & 1) } }
    }
    for a in world { for b in world { check(a, b, "\(a) \(b)") } }
  }

  /// Long enough for several blocks, for halving, and for bands narrower than the table.
  @Test(arguments: 0..<40)
  func blocks(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let ids = UInt32.random(in: 2...30, using: &generator)
    let length = Int.random(in: 60...400, using: &generator)
    let a = (0..<length).map { _ in UInt32.random(in: 0..<ids, using: &generator) }
    var b: [UInt32] = []
    let rate = Double.random(in: 0...0.7, using: &generator)
    for id in a {
      guard Double.random(in: 0...1, using: &generator) < rate else {
        b.append(id)
        continue
      }
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: break
      case 1: b.append(UInt32.random(in: 0..<ids, using: &generator))
      default: b += [UInt32.random(in: 0..<ids, using: &generator), id]
      }
    }
    check(a, b, "blocks(\(seed))")
    check(b, a, "blocks(\(seed)), turned about")
  }

  /// Every value of every column, in as many blocks as there are: a wrong one seldom shows in the
  /// distance.
  @Test(arguments: [false, true], 0..<10)
  func everyColumnIsThatOfTheTable(_ isReversed: Bool, _ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func ids(_ count: Int) -> [UInt32] {
      (0..<count).map { _ in UInt32.random(in: 0..<3, using: &generator) }
    }
    let (a, b) = (ids(60 + 20 * seed), ids(80))
    let rows = isReversed ? a.reversed() : a
    var column = BlockColumn(Occurrences(a), a.indices, isReversed: isReversed, band: 1000)
    var expected = Array(0...rows.count)
    for (j, id) in b.enumerated() {
      column.advance(id)
      var diagonal = expected[0]
      expected[0] = j + 1
      for i in rows.indices {
        let above = expected[i + 1]
        expected[i + 1] = min(diagonal + (rows[i] == id ? 0 : 1), above + 1, expected[i] + 1)
        diagonal = above
      }
      #expect(column.values().values == expected, "seed \(seed), column \(j)")
    }
  }

  /// A block that moved far makes the band as wide as the table.
  @Test func farMove() {
    let words = (0..<300).map { UInt32($0) }
    check(words, Array(words[200...] + words[..<200]), "moved")
    check(words, words.reversed(), "reversed")
    check(words, words.map { $0 + 1000 }, "nothing in common")
  }

  /// In a band of the distance alone, the middle is found in that band.
  @Test func longAndAlike() {
    let a = (0..<20_000).map { UInt32($0 % 97) }
    var b = a
    b[5_000] = 200
    b.remove(at: 12_000)
    b.insert(201, at: 17_000)
    let count = EditDistance.count(from: a, to: b)
    #expect(count == EditCount(insertions: 1, deletions: 1, substitutions: 1, matches: 19_998))
  }
}
