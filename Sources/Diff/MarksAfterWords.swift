/// What stands after the words of rows that are aligned without their marks.
struct MarksAfterWords: Sendable {
  /// For each word of each row whether any mark stands after it.
  private(set) var any: [[Bool]]
  /// The same for marks that end a sentence, and for the end of a paragraph.
  private(set) var ends: [[Bool]]
  /// Whether the rows have no marks at all.
  let arePlain: Bool

  /// For words of rows that may have been one row each with other marks: what stands in any of them
  /// counts; O(N).
  ///
  /// - Parameter breaks: For each of all rows, rising, the elements that begin a paragraph.
  init(
    of words: CanonicalRows, in all: CanonicalRows, _ breaks: [[Int]], _ vocabulary: Vocabulary
  ) {
    any = words.rows.map { [Bool](repeating: false, count: $0.count) }
    ends = any
    var arePlain = true
    for (row, tokens) in all.rows.enumerated() {
      let target = words.index[row]
      var breaks = breaks[row][...]
      var count = 0
      for (place, token) in tokens.enumerated() {
        let isWord = vocabulary.isWord(token)
        if !isWord { arePlain = false }
        let isBreak = breaks.first == place
        if isBreak { breaks = breaks.dropFirst() }
        if count > 0, !isWord { any[target][count - 1] = true }
        if count > 0, isBreak || vocabulary.endsSentence[Int(token)] {
          ends[target][count - 1] = true
        }
        if isWord { count += 1 }
      }
    }
    self.arePlain = arePlain
  }

  /// For rows that are aligned with their marks: a mark that ends a sentence ends it itself, and
  /// nothing stands after it.
  init(inline rows: CanonicalRows, _ breaks: [[Int]], _ vocabulary: Vocabulary) {
    any = rows.rows.map { $0.map { _ in false } }
    ends = rows.rows.map { $0.map { vocabulary.endsSentence[Int($0)] } }
    arePlain = rows.rows.allSatisfy { $0.allSatisfy(vocabulary.isWord) }
    for (row, places) in breaks.enumerated() {
      for place in places where place > 0 { ends[row][place - 1] = true }
    }
  }
}
