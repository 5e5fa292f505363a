// Words that the input marked off in text which the tokenizer divides otherwise.

extension SourceText {
  /// The words that the input marked off, in their order; of words in words the outer ones.
  var markedWords: [Range<Int>] {
    var words: [Range<Int>] = []
    for hint in hints {
      guard case .word = hint.kind else { continue }
      if let last = words.last, hint.range.lowerBound < last.upperBound { continue }
      words.append(hint.range)
    }
    return words
  }
}

extension [Token] {
  /// The tokens with those inside one marked-off word joined into one; gaps stay what they are.
  /// No token may reach over the border of such a word. O(tokens + words).
  func joined(in words: [Range<Int>]) -> [Token] {
    guard !words.isEmpty else { return self }
    var result: [Token] = []
    result.reserveCapacity(count)
    var word = 0
    for token in self {
      while word < words.count, words[word].upperBound <= Int(token.start) { word += 1 }
      // An opening bracket before the word is part of its token.
      let isInside = word < words.count && words[word].lowerBound < Int(token.end)
      if isInside, let last = result.last, words[word].lowerBound < Int(last.end),
        last.kind != .gap, token.kind != .gap
      {
        result[result.count - 1].end = token.end
        result[result.count - 1].next = token.next
        if token.kind == .word { result[result.count - 1].kind = .word }
        result[result.count - 1].isSupplied = last.isSupplied || token.isSupplied
      } else {
        result.append(token)
      }
    }
    return result
  }
}
