/// Tells which readings agree where some differences do not count, without comparing all pairs.
struct AgreementKeys {
  private let ignoring: Ignore
  private let lexicon: Lexicon
  /// By word: id of its key plus one; 0 where not yet asked for.
  private var ids: [UInt32]
  private var keys: [String] = []
  private var table = ByteTable()

  init(_ lexicon: Lexicon, ignoring: Ignore) {
    self.lexicon = lexicon
    self.ignoring = ignoring
    ids = [UInt32](repeating: 0, count: lexicon.words.count)
  }

  /// What is left of a reading; readings agree that leave the same. O(words).
  mutating func key(_ words: ArraySlice<UInt32>) -> String {
    var left: [String] = []
    for word in words {
      let key = keys[Int(id(word))]
      if !key.isEmpty { left.append(key) }
    }
    return left.joined(separator: ignoring.contains(.division) ? "" : "\u{0}")
  }

  private mutating func id(_ word: UInt32) -> UInt32 {
    if ids[Int(word)] == 0 {
      let key = lexicon.words[Int(word)].key(ignoring: ignoring)
      let id = table.intern(key, tag: 0)
      if Int(id) == keys.count { keys.append(key) }
      ids[Int(word)] = id + 1
    }
    return ids[Int(word)] - 1
  }
}
