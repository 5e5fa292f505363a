import Testing

@testable import Collate

/// The general reader gives our own files back byte for byte, as the proof before writing does.
@Suite struct OwnApparatusTests {
  @Test(arguments: TEILosslessTests.nasty.indices)
  func nastyWitnessesComeBack(_ index: Int) throws {
    for order in permutations(of: TEILosslessTests.nasty[index]) {
      let edition = try plainEdition(order)
      try expectSame(edition, "\(order)")
    }
  }

  @Test(arguments: 1...30) func randomWitnessesComeBack(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let witnesses = randomWitnesses(using: &random)
      let edition = try plainEdition(witnesses) { Bool.random(using: &random) }
      try expectSame(edition, "seed \(seed): \(witnesses)")
    }
  }

  /// Bytes, marks, body and siglum of every witness, and the entries with their classes.
  private func expectSame(_ edition: Edition, _ comment: String) throws {
    var out = Output()
    TEIWriter().write(edition, into: &out)
    let tei = String(decoding: out.bytes, as: UTF8.self)
    let read = try ApparatusReader().read(InputBytes(path: "a.xml", bytes: out.bytes))
    var replay = TEIReplay(out.bytes)
    let replayed = replay.run()
    #expect(read.isOwn)
    #expect(read.doubts.isEmpty, "\(comment)\n\(tei)")
    #expect(read.base == edition.base)
    let expected = edition.text.witnesses.map(\.source.witness)
    try #require(read.witnesses.count == expected.count)
    for (index, witness) in expected.enumerated() {
      let found = read.witnesses[index]
      #expect(found.text.bytes == replayed[index], "\(comment)\n\(tei)")
      #expect(found.text.bytes == witness.text.bytes, "\(comment)\n\(tei)")
      #expect(found.text.body == witness.text.body)
      #expect(found.text.marks == witness.text.marks, "\(comment)\n\(tei)")
      #expect(found.siglum == witness.siglum)
    }
    #expect(read.entries.map(\.number) == edition.entries.map { String($0.number) })
    #expect(read.entries.map(\.type) == edition.entries.map(\.variation.kind.rawValue))
    for (entry, written) in zip(read.entries, edition.entries) {
      #expect(entry.readings.map(\.witnesses) == written.readings.map(\.witnesses))
      #expect(entry.readings.map(\.isLemma) == written.readings.indices.map { $0 == 0 })
    }
  }
}

/// Two to four witnesses of words, white space and marks thrown together, much alike.
func randomWitnesses(using random: inout SeededGenerator) -> [String] {
  let parts = [
    "a", "b", "c", "the", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", ",", ".", "[",
    "]", "*", "**", "<…>", "…", "[?]", "(?)", "[N]:", "* n.", "é", "e\u{301}", "字", "א",
    "\u{A0}", "\u{0}", "\u{C}", "\u{FFFE}", "&", "<", "1,000", "—", "’", "\u{200D}", "\u{2028}",
    "\u{85}",
  ]
  let common = (0..<12).map { _ in parts.randomElement(using: &random)! }
  return (0..<Int.random(in: 2...4, using: &random)).map { _ in
    common.map { part in
      Int.random(in: 0..<4, using: &random) == 0 ? parts.randomElement(using: &random)! : part
    }.joined()
  }
}
