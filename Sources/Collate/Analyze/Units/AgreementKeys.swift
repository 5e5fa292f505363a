/// Tells which readings agree where some differences do not count, without comparing all pairs.
struct AgreementKeys {
  private let ignoring: Ignore
  private let lexicon: Lexicon
  /// By word: id of its key plus one; 0 where not yet asked for.
  private var ids: [UInt32]
  private var table = ByteTable()
  /// By key: the first reading of a unit that has it, plus one.
  private var firsts: [Int32] = []

  /// Makes room for a key of each word; O(words) of the lexicon.
  init(_ lexicon: Lexicon, ignoring: Ignore) {
    self.lexicon = lexicon
    self.ignoring = ignoring
    ids = [UInt32](repeating: 0, count: lexicon.words.count)
  }

  /// The number of what is left of a reading; readings agree that leave the same. O(letters), or
  /// O(1) for one word.
  mutating func key(_ words: ArraySlice<UInt32>) -> UInt32 {
    if words.count == 1, let word = words.first { return id(word) }
    var left: [UInt8] = []
    for word in words {
      let id = id(word)
      let key = table.bytes(of: Int(id))
      if key.isEmpty { continue }
      if !left.isEmpty, !ignoring.contains(.division) { left.append(0) }
      left += key
    }
    return left.withUnsafeBufferPointer { table.intern($0, tag: 0) }
  }

  private mutating func id(_ word: UInt32) -> UInt32 {
    if ids[Int(word)] == 0 {
      let key = lexicon.words[Int(word)].key(ignoring: ignoring)
      ids[Int(word)] = table.intern(key, tag: 0) + 1
    }
    return ids[Int(word)] - 1
  }

  /// The reading that is noted for a key; nil where none is.
  func reading(with key: UInt32) -> Int? {
    key < firsts.count && firsts[Int(key)] > 0 ? Int(firsts[Int(key)]) - 1 : nil
  }

  /// Notes the reading for a key, or that there is none; as many keys as there are stay noted until
  /// they are taken away.
  mutating func note(_ reading: Int?, for key: UInt32) {
    if firsts.count < table.count {
      firsts += [Int32](repeating: 0, count: table.count * 2 - firsts.count)
    }
    firsts[Int(key)] = reading.map { Int32($0 + 1) } ?? 0
  }
}
