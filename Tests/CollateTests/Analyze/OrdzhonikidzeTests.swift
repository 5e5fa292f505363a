import Testing

@testable import Collate

/// What an editor would find in the two copies of the message of July 1920, through the whole
/// pipeline: the sample edition of this repository.
@Suite struct OrdzhonikidzeTests {
  private func edition() throws -> Edition {
    let root = "\(#filePath)".split(separator: "/").dropLast(4).joined(separator: "/")
    let input = [WitnessInput(path: "/\(root)/witnesses/ordzhonikidze")]
    let loader = WitnessLoader()
    let file = try loader.editionFile(for: input)
    let loaded = try loader.load(input, editionFile: file)
    let text = Normalizer().normalize(loaded.witnesses.map { Tokenizer().tokenize($0) })
    let collation = Aligner().align(text)
    let units = VariationUnit.all(
      in: collation, of: text, ignoring: [], language: loaded.language)
    return try Edition(
      title: loaded.title, language: loaded.language, text: text, collation: collation,
      units: units, base: loaded.base, version: "1")
  }

  /// `kind lemma ] reading`, the readings' words joined by spaces.
  private func drawn(_ entry: Entry, _ edition: Edition) -> String {
    let readings = entry.readings.map { reading in
      let row = edition.text.witnesses[reading.witnesses[0]]
      return row.words[reading.tokens]
        .map { edition.text.lexicon.words[Int($0)].written }.joined(separator: " ")
    }
    return "\(entry.variation.kind) " + readings.joined(separator: " ] ")
  }

  @Test func `the entries that an editor asks for come out as drawn by a person`() throws {
    let edition = try edition()
    let entries = edition.entries.map { drawn($0, edition) }
    let expected = [
      "numeral 3,000 ] 9,000", "name Dashnak ] Armenian", "case division ] Division",
      "omission Turkish ] ", "addition  ] threat of", "substantive councils ] Soviets",
      "substantive you can see ] is evident", "editorial [Decide] ] Decide",
      "substantive deeply convinced ] and this is my deep conviction",
      "substantive to strengthen ] in order to consolidate", "substantive highly ] extremely",
      "substantive part ] areas", "addition  ] military",
    ]
    for entry in expected { #expect(entries.contains(entry), "\(entry) is missing") }
  }

  @Test func `passages that M lacks are one omission each`() throws {
    let edition = try edition()
    let long = edition.entries.filter { $0.variation.kind == .omission }
      .map { $0.readings[0].tokens.count }.filter { $0 > 20 }
    #expect(long.count == 2)
    #expect(long.first.map { $0 > 400 } == true)
    #expect(long.last.map { $0 > 100 } == true)
  }

  @Test func `a gap is never an omission and a note mark no variant`() throws {
    let edition = try edition()
    let entries = edition.entries.map { drawn($0, edition) }
    #expect(!entries.contains { $0.hasPrefix("omission <…>") || $0.hasSuffix("] <…>") })
    #expect(!entries.contains { $0.contains("Baku") && !$0.contains("Caucas") && $0.count < 60 })
    #expect(!entries.contains { $0.contains("*") })
  }
}
