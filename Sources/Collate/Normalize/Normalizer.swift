/// Interns the words of all witnesses and gives each the form it is compared by.
struct Normalizer: Sendable {
  /// Placeholder until the normalizer proper lands: lower case.
  func normalize(_ witnesses: [TokenizedWitness]) -> NormalizedText {
    var wordIDs: [String: UInt32] = [:]
    var words: [Lexicon.Word] = []
    var rows: [NormalizedWitness] = []
    var spellings: Set<String> = []
    for witness in witnesses {
      var ids: [UInt32] = []
      for token in witness.tokens {
        let written = String(decoding: witness.witness.text.bytes[token.written], as: UTF8.self)
        if let id = wordIDs[written] {
          ids.append(id)
        } else {
          let id = UInt32(words.count)
          wordIDs[written] = id
          words.append(.init(written: written, plain: written, form: 0, kind: token.kind))
          spellings.insert(written.lowercased())
          ids.append(id)
        }
      }
      rows.append(NormalizedWitness(source: witness, words: ids))
    }
    let forms = spellings.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let index = Dictionary(uniqueKeysWithValues: forms.enumerated().map { ($1, UInt32($0)) })
    for i in words.indices { words[i].form = index[words[i].written.lowercased()]! }
    let lexicon = Lexicon(words: words, forms: forms.map { .init(spelling: $0, kind: .word) })
    return NormalizedText(lexicon: lexicon, witnesses: rows)
  }
}
