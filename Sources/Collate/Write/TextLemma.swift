/// Lemmas: words of the base text, shortened where they are many, with their rank in the line.
struct TextLemma {
  private let edition: Edition
  var reading: ReadingText
  private let base: TextBase
  private let words: [UInt32]
  private let baseTokens: [Token]
  /// Places of each word in the base text, those of word w from `starts[w]` to `starts[w + 1]`.
  private let places: [Int32]
  private let starts: [Int32]

  /// Lemmas of more words are shortened to first and last.
  static let longest = 5

  /// Sorts the places of the base text by word, for the ranks of lemmas: O(t + w) for t tokens of
  /// the base and w distinct words of all witnesses.
  init(edition: Edition, reading: ReadingText, base: TextBase) {
    self.edition = edition
    self.reading = reading
    self.base = base
    words = edition.text.witnesses[edition.base].words
    baseTokens = edition.text.witnesses[edition.base].source.tokens
    (places, starts) = Self.index(words, wordCount: edition.text.lexicon.words.count)
  }

  /// Counting sort of the places of the text by word.
  private static func index(_ words: [UInt32], wordCount: Int) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: wordCount + 1)
    for word in words { starts[Int(word) + 1] += 1 }
    for word in 0..<wordCount { starts[word + 1] += starts[word] }
    var places = [Int32](repeating: 0, count: words.count)
    var next = starts
    for (place, word) in words.enumerated() {
      places[Int(next[Int(word)])] = Int32(place)
      next[Int(word)] += 1
    }
    return (places, starts)
  }

  /// Adds a lemma without its bracket.
  func add(_ tokens: Range<Int>, to folding: inout TextFolding) {
    guard isLong(tokens), let ends = ends(of: tokens) else { return addWords(tokens, to: &folding) }
    addWords(ends.first..<ends.first + 1, to: &folding)
    folding.blank()
    folding.append("…")
    folding.blank()
    addWords(ends.last..<ends.last + 1, to: &folding)
  }

  /// The first and the last word of a passage of more than two, all of it otherwise.
  func brief(_ tokens: Range<Int>) -> ArraySlice<UInt8> {
    guard isLonger(tokens, than: 2), let ends = ends(of: tokens) else { return text(tokens) }
    return text(ends.first..<ends.first + 1) + " … ".utf8 + text(ends.last..<ends.last + 1)
  }

  /// Whether its bracket must be set off from one of the editor's.
  func endsInBracket(_ tokens: Range<Int>) -> Bool {
    guard let last = isLong(tokens) ? ends(of: tokens)?.last : tokens.last else { return false }
    let shown = isLong(tokens) ? last..<last + 1 : tokens
    return text(shown).last == UInt8(ascii: "]") && rank(of: shown) == nil
  }

  /// Whether it is shortened.
  private func isLong(_ tokens: Range<Int>) -> Bool { isLonger(tokens, than: Self.longest) }

  /// Whether a passage has more words than some number; of scripts without spaces, where each sign
  /// is a token, three signs count as a word, about the length that words have in them.
  private func isLonger(_ tokens: Range<Int>, than most: Int) -> Bool {
    guard tokens.count > most else { return false }
    let count = reading.wordCount(of: edition.base, tokens)
    guard count > most else { return false }
    return 3 * count - 2 * reading.signCount(of: edition.base, tokens) > 3 * most
  }

  private func ends(of tokens: Range<Int>) -> (first: Int, last: Int)? {
    guard let first = tokens.first(where: { baseTokens[$0].kind != .punctuation }),
      let last = tokens.last(where: { baseTokens[$0].kind != .punctuation })
    else { return nil }
    return (first, last)
  }

  private func addWords(_ tokens: Range<Int>, to folding: inout TextFolding) {
    folding.directed(text(tokens), .lemma)
    if let rank = rank(of: tokens) { folding.append(" (\(rank))", .lemma) }
  }

  /// The words, with the bracket of the editor's that a part of a bracketed passage lacks.
  private func text(_ tokens: Range<Int>) -> ArraySlice<UInt8> {
    let text = reading.bytes(of: edition.base, tokens)
    guard tokens.contains(where: { baseTokens[$0].isSupplied }) else { return text }
    var depth = 0
    var unopened = 0
    for character in text {
      if character == UInt8(ascii: "[") { depth += 1 }
      if character == UInt8(ascii: "]") {
        if depth > 0 { depth -= 1 } else { unopened += 1 }
      }
    }
    let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    let bytes =
      [UInt8](repeating: opening, count: unopened) + text
      + [UInt8](repeating: closing, count: depth)
    return bytes[...]
  }

  /// Which occurrence in its line it is, from 1; nil where it is the only one.
  ///
  /// O(c · l), c occurrences of its first word in the line, l its length.
  private func rank(of tokens: Range<Int>) -> Int? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let line = base.tokensOfLines(first...last)
    let word = Int(words[first])
    var rank = 0
    var count = 0
    for slot in firstSlot(of: word, from: line.lowerBound)..<Int(starts[word + 1]) {
      let place = Int(places[slot])
      guard place + tokens.count <= line.upperBound else { break }
      guard words[place..<place + tokens.count].elementsEqual(words[tokens]) else { continue }
      count += 1
      if place == first { rank = count }
    }
    return count > 1 ? rank : nil
  }

  /// The first of a word's places at or behind a token.
  private func firstSlot(of word: Int, from token: Int) -> Int {
    places[Int(starts[word])..<Int(starts[word + 1])].partition { $0 >= token }
  }
}

extension TextBase {
  /// All tokens of the lines that a passage touches.
  func tokensOfLines(_ passage: ClosedRange<Int>) -> Range<Int> {
    let first = tokens[Int(numberOf[passage.lowerBound]) - 1].lowerBound
    return first..<tokens[Int(numberOf[passage.upperBound]) - 1].upperBound
  }

  /// Whether tokens are one or more lines from their start to their end.
  func isWholeLines(_ passage: Range<Int>) -> Bool {
    guard let first = passage.first, let last = passage.last else { return false }
    return tokensOfLines(first...last) == passage
  }
}
