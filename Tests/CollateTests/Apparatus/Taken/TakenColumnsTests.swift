import Testing

@testable import Collate

/// The words of one entry are aligned among themselves.
@Suite struct TakenColumnsTests {
  @Test(arguments: 1...40) func orderOfWitnessesDecidesNothingInsideAnEntry(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["zeta", "alpha", "mu", "of", "the", "beta"]
    let texts = (0..<3).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
    }
    let expected = try columns(texts)
    for order in permutations(of: [0, 1, 2]) {
      let found = try columns(order.map { texts[$0] })
      #expect(found == order.map { expected[$0] }, "seed \(seed), order \(order): \(texts)")
    }
  }

  /// The columns of texts all of which is one entry.
  private func columns(_ texts: [String]) throws -> [[Int32]] {
    let text = try editionForTests(texts).text
    let positions = text.witnesses.map { witness in witness.words.indices.map { $0..<$0 + 1 } }
    return TakenColumns(text, positions: positions, leaves: [0..<10]).columns
  }
}
