import Diff
import Testing

@testable import Collate

@Suite("Readings of printed entries")
struct PrintedReadingTests {
  /// Texts of a few words, so that they differ in all manners.
  private func texts(_ random: inout SeededGenerator) -> [String] {
    let words = ["the", "The", "cat", "dog", ",", "3", "4", "sea.", "[by]", "<…>", "\n\n", "not"]
    return (0..<Int.random(in: 2...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...14, using: &random))
        .map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
    }
  }

  @Test func readingsTakenAsTheyAreAreThoseThatGroupingGives() throws {
    var random = SeededGenerator(seed: 5)
    var (plain, grouped) = (0, 0)
    for _ in 0..<400 {
      let texts = texts(&random)
      let edition = try editionForTests(texts)
      let base = TextBase(edition, width: 80, numbering: .automatic)
      let entries = PrintedEntries(edition: edition, reading: ReadingText(edition), base: base)
      for entry in entries.all() {
        guard let readings = entries.plainReadings(of: entry) else {
          grouped += 1
          continue
        }
        plain += 1
        #expect(readings == entries.groupedReadings(of: entry), "\(texts)")
      }
    }
    #expect(plain > 100 && grouped > 100, "both ways are taken")
  }

  /// The slow way: the witnesses of all readings that depart from the lemma; ordered, each once.
  private static func departing(in printed: PrintedEntry, _ edition: Edition) -> [Int] {
    let witnesses = printed.entries.map { edition.entries[$0] }.flatMap { entry in
      entry.readings.indices.filter { entry.root(of: $0) != 0 }
        .flatMap { entry.readings[$0].witnesses }
    }
    return Set(witnesses).sorted()
  }

  /// What is known of two entries together is what is found out of the joined one anew.
  @Test func whatIsKnownOfEntriesIsJoinedAsTheyAre() throws {
    var random = SeededGenerator(seed: 6)
    var pairs = 0
    for _ in 0..<200 {
      let texts = texts(&random)
      let edition = try editionForTests(texts)
      let base = TextBase(edition, width: 80, numbering: .automatic)
      let entries = PrintedEntries(edition: edition, reading: ReadingText(edition), base: base)
      let gathered = entries.all().map(entries.gathered)
      for (first, second) in zip(gathered, gathered.dropFirst()) {
        let joined = entries.joined(first, second)
        let anew = entries.gathered(joined.printed)
        #expect(joined.departing == anew.departing, "\(texts)")
        #expect(joined.listed == anew.listed, "\(texts)")
        #expect(joined.hasOnlyMarks == anew.hasOnlyMarks, "\(texts)")
        #expect(
          Self.departing(in: joined.printed, edition) == joined.departing.members, "\(texts)")
        pairs += 1
      }
    }
    #expect(pairs > 100)
  }
}
