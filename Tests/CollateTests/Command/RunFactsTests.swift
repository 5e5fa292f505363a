import Testing

@testable import Collate

/// What `--verbose` tells besides times.
@Suite struct RunFactsTests {
  @Test func everyWitnessIsNamedWhereThereAreFew() throws {
    let workshop = try Workshop()
    let a = try workshop.file("A.txt", "a word of text\n")
    let b = try workshop.file("B.txt", "a word\n")
    let told = try workshop.run(a, b, "-v").errors
    #expect(told.contains("2 witnesses, 6 tokens, 1 entry\n"))
    #expect(told.contains("tokens: A 4, B 2\n"))
  }

  /// Five thousand witnesses named with their tokens filled the terminal.
  @Test func manyWitnessesAreNotNamedOneByOne() throws {
    let workshop = try Workshop()
    let many = RunFacts.namedWitnesses + 1
    let folder = try workshop.subfolder("verse")
    for number in 10..<10 + many {
      let words = number == 12 ? "one" : number == 17 ? "one two three four" : "one two three"
      try workshop.file("verse/W\(number).txt", words + "\n")
    }
    let told = try workshop.run(folder, "-v").errors
    #expect(told.contains("\(many) witnesses, \(3 * many - 1) tokens, 2 entries\n"))
    #expect(told.contains("tokens: from 1 (W12) to 4 (W17), median 3\n"))
  }
}
