/// Finds words that a point abbreviates: `Apr.`, `Mr.`, `тов.`
///
/// A point is a token of its own, since it ends sentences as well. It abbreviates a word that never
/// stands without one, where some of these points end no sentence: no word with a capital follows,
/// or the word has a capital itself, as titles and initials have. Where sentences begin small, as
/// in Greek and in many transcripts, nothing tells.
enum PointedWords {
  /// Marks them in the lexicon; O(tokens).
  static func mark(_ lexicon: inout Lexicon, in witnesses: [NormalizedWitness]) {
    let isPoint = lexicon.words.map { $0.kind == .punctuation && $0.plain == "." }
    guard isPoint.contains(true) else { return }
    let shapes = lexicon.words.map(shape)
    var census = Census(wordCount: lexicon.words.count)
    for witness in witnesses {
      for (place, word) in witness.words.enumerated() {
        census.counts[Int(word)] += 1
        guard place + 1 < witness.words.count, isPoint[Int(witness.words[place + 1])],
          witness.source.tokens[place].trailing.isEmpty
        else { continue }
        let next = place + 2 < witness.words.count ? witness.words[place + 2] : nil
        census.take(
          Int(word), shapes[Int(word)], before: next.map { shapes[Int($0)] } ?? .capital)
      }
    }
    guard census.sentencesBeginWithCapitals else { return }
    for word in lexicon.words.indices where lexicon.words[word].kind == .word {
      lexicon.words[word].isPointed =
        census.inside[word] && census.counts[word] == census.pointed[word]
    }
  }

  private enum Shape {
    case small, capital, other
  }

  private static func shape(_ word: Lexicon.Word) -> Shape {
    guard let first = word.plain.unicodeScalars.first?.properties else { return .other }
    return first.isUppercase ? .capital : first.isLowercase ? .small : .other
  }

  /// How the words of a text stand before points.
  private struct Census {
    /// By word: how often it stands at all, and how often before a point; whether that is within a
    /// sentence somewhere.
    var counts: [Int]
    private(set) var pointed: [Int]
    private(set) var inside: [Bool]
    private var capitals = 0
    private var smalls = 0

    init(wordCount: Int) {
      counts = [Int](repeating: 0, count: wordCount)
      pointed = counts
      inside = [Bool](repeating: false, count: wordCount)
    }

    /// Whether more words with a capital follow points than without.
    var sentencesBeginWithCapitals: Bool { capitals > smalls }

    /// Counts a word before a point and what follows the point.
    mutating func take(_ word: Int, _ shape: Shape, before next: Shape) {
      pointed[word] += 1
      capitals += next == .capital ? 1 : 0
      smalls += next == .small ? 1 : 0
      if next != .capital || shape == .capital { inside[word] = true }
    }
  }
}
