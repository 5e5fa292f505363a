/// What stands after the words of rows that are aligned without their marks.
struct MarksAfterWords: Sendable {
  /// For each word of each row whether any mark stands after it.
  private(set) var any: [[Bool]]
  /// The same for marks that end a sentence.
  private(set) var ends: [[Bool]]
  /// Whether the rows have no marks at all.
  let isEmpty: Bool

  /// For words of rows that may have been one row each with other marks: a mark in any of them counts;
  /// O(N).
  init(of words: CanonicalRows, in all: CanonicalRows, _ vocabulary: Vocabulary) {
    any = words.rows.map { [Bool](repeating: false, count: $0.count) }
    ends = any
    var isEmpty = true
    for (row, tokens) in all.rows.enumerated() {
      var count = 0
      for token in tokens {
        if vocabulary.isWord(token) {
          count += 1
        } else {
          isEmpty = false
          guard count > 0 else { continue }
          any[words.index[row]][count - 1] = true
          if vocabulary.endsSentence[Int(token)] { ends[words.index[row]][count - 1] = true }
        }
      }
    }
    self.isEmpty = isEmpty
  }

  /// For rows that are aligned with their marks: a mark that ends a sentence ends it itself.
  init(inline rows: CanonicalRows, _ vocabulary: Vocabulary) {
    any = rows.rows.map { $0.map { _ in false } }
    ends = rows.rows.map { $0.map { vocabulary.endsSentence[Int($0)] } }
    isEmpty = rows.rows.allSatisfy { $0.allSatisfy(vocabulary.isWord) }
  }
}
