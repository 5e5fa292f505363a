/// What a row has in up to four neighboring columns.
struct HeldWords: Equatable {
  /// Columns at most.
  static let columns = 4

  /// Which of them it has something in, one bit each, the first lowest.
  private(set) var bits: UInt8 = 0
  /// Number of words.
  private(set) var count = 0
  /// The words, in order; 0 behind the last.
  private var words = SIMD4<UInt32>()

  /// Adds the word of a column behind all others.
  mutating func add(_ word: UInt32, column: Int) {
    bits |= 1 << UInt8(column)
    words[count] = word
    count += 1
  }

  /// The column of the first word.
  var column: Int { bits.trailingZeroBitCount }
  /// The first word.
  var first: UInt32 { words[0] }

  /// The same in the first few of the columns.
  func prefix(_ columns: Int) -> HeldWords {
    var result = HeldWords()
    for column in 0..<columns where bits >> UInt8(column) & 1 == 1 {
      result.add(words[result.count], column: column)
    }
    return result
  }

  /// Whether a word is among them.
  func has(_ word: UInt32) -> Bool { (0..<count).contains { words[$0] == word } }

  /// The words as a list.
  var writing: [UInt32] { (0..<count).map { words[$0] } }
}
