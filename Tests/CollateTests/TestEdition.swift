@testable import Collate

/// An edition of witnesses A, B, C … given as text; the first is the base text.
func editionForTests(_ texts: [String], marks: MarkSet = .standard) throws -> Edition {
  let sigla = texts.indices.map { String(UnicodeScalar(UInt8(65 + $0))) }
  let witnesses = try zip(sigla, texts).map { siglum, text in
    let input = try InputBytes(path: "\(siglum).txt", bytes: Array(text.utf8))
    let read = try PlainTextReader(marks: marks).read(input)
    return Witness(siglum: siglum, description: read.description, text: read.text)
  }
  return try editionForTests(witnesses)
}

/// The edition of witnesses of which the first is called A.
func editionForTests(_ witnesses: [Witness]) throws -> Edition {
  let tokenized = witnesses.map { Tokenizer().tokenize($0) }
  let text = Normalizer().normalize(tokenized)
  let collation = Aligner().align(text)
  let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
  return try Edition(
    title: nil, language: "en", text: text, collation: collation, units: units, base: "A",
    version: "0.0.0")
}

/// The same with entries of the plainest kind, whatever the analysis would make of them: each run
/// of columns in which words differ is an entry; `merging` may add agreed columns between two runs.
func plainEdition(_ texts: [String], merging: () -> Bool = { false }) throws -> Edition {
  var edition = try editionForTests(texts)
  let rows = edition.text.witnesses.indices.map { witness in
    var row = [UInt32?](repeating: nil, count: edition.collation.columnCount)
    for (token, column) in edition.collation.columns[witness].enumerated() {
      row[Int(column)] = edition.text.witnesses[witness].words[token]
    }
    return row
  }
  let differing = (0..<edition.collation.columnCount).map { column in
    Set(rows.map { $0[column] }).count > 1
  }
  var ranges: [Range<Int>] = []
  for column in differing.indices where differing[column] {
    if let last = ranges.last, last.upperBound == column || merging() {
      ranges[ranges.count - 1] = last.lowerBound..<column + 1
    } else {
      ranges.append(column..<column + 1)
    }
  }
  edition.entries = ranges.enumerated().map { plainEntry($0 + 1, $1, rows, edition.collation) }
  return edition
}

private func plainEntry(
  _ number: Int, _ columns: Range<Int>, _ rows: [[UInt32?]], _ collation: Collation
) -> Entry {
  var readings: [Entry.Reading] = []
  var seen: [[UInt32]] = []
  for (witness, row) in rows.enumerated() {
    let words = row[columns].compactMap { $0 }
    if let index = seen.firstIndex(of: words) {
      readings[index].witnesses.append(witness)
    } else {
      let first = collation.columns[witness].count { Int($0) < columns.lowerBound }
      seen.append(words)
      readings.append(
        .init(
          witnesses: [witness], tokens: first..<first + words.count,
          variation: readings.isEmpty ? nil : Variation(kind: .substantive),
          agreesWith: readings.count))
    }
  }
  return Entry(
    number: number, columns: columns, readings: readings,
    variation: Variation(kind: .substantive), isShown: true)
}

/// A small generator whose whole state is its seed (Steele, Lea and Flood 2014, SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// All orders of a few things.
func permutations<T>(of items: [T]) -> [[T]] {
  guard let first = items.first else { return [[]] }
  return permutations(of: Array(items.dropFirst())).flatMap { rest in
    (0...rest.count).map { at in Array(rest[..<at]) + [first] + Array(rest[at...]) }
  }
}
