import Testing

@testable import Collate

/// An apparatus read back is the edition that it was written from.
@Suite struct TakenEditionTests {
  @Test(arguments: TEILosslessTests.nasty.indices)
  func nastyEditionsComeBack(_ index: Int) throws {
    for order in permutations(of: TEILosslessTests.nasty[index]) {
      try expectSame(try editionForTests(order), "\(order)")
    }
  }

  @Test(arguments: 1...30) func randomEditionsComeBack(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let witnesses = randomWitnesses(using: &random)
      try expectSame(try editionForTests(witnesses), "seed \(seed): \(witnesses)")
    }
  }

  /// A passage that one witness lacks, with variants inside it among the others.
  @Test func entriesInsideAPassageComeBack() throws {
    let passage = "and so they went over the hill and down to the river where boats lay"
    try expectSame(
      try editionForTests([
        "It began. \(passage) in rows. It ended.",
        "It began. \(passage.replacing("river", with: "sea")) in rows. It ended.",
        "It began. It ended.",
      ]), "passage")
  }

  /// Writes an edition, reads it, makes an edition of it and writes that: the same file.
  private func expectSame(_ edition: Edition, _ comment: String) throws {
    let written = tei(edition)
    let read = try ApparatusReader().read(InputBytes(path: "a.xml", bytes: written))
    let taken = try TakenEdition(read, base: nil).edition(
      title: nil, language: nil, ignoring: [], version: edition.version)
    #expect(taken.text.witnesses.map(\.words.count) == edition.text.witnesses.map(\.words.count))
    let again = tei(taken)
    #expect(
      again == written,
      "\(comment)\n\(String(decoding: written, as: UTF8.self))\n\(String(decoding: again, as: UTF8.self))"
    )
  }

  private func tei(_ edition: Edition) -> [UInt8] {
    var out = Output()
    TEIWriter().write(edition, into: &out)
    return out.bytes
  }
}
