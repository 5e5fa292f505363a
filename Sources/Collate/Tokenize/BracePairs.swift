/// Braces with no white space between them: a transcriber's remark within or beside a word, such as
/// `τ{del=ὼ–}{add=ῶ–}` or `{gap=illegible_12character}`.
///
/// What stands between them need not be language, so no rule of words divides it. The braces of
/// each run of text without white space are paired once, when the first of them is asked for:
/// O(bytes) for all of a text, however many braces it opens and never closes.
struct BracePairs: Sendable {
  /// A brace that opens, and the one that closes it.
  struct Pair: Sendable {
    /// Offset after the closing brace.
    var end: Int
    /// Whether there is a letter or digit between the braces.
    var isWord: Bool
  }

  /// The pairs of the run looked at last, by the offset of the opening brace.
  private var pairs: [Int: Pair] = [:]
  /// Where that run ends.
  private var runEnd = 0

  /// The pair that the brace at `opening` opens in the text up to `end`; nil if it encloses nothing
  /// or white space, or characters of a script without spaces, which are a token each.
  ///
  /// Openings must be asked for in their order, each as often as one likes.
  mutating func pair(
    at opening: Int, in bytes: [UInt8], upTo end: Int, _ classes: inout ScalarClasses
  ) -> Pair? {
    if opening >= runEnd { pairUp(from: opening, in: bytes, upTo: end, &classes) }
    return pairs[opening]
  }

  /// Finds the pairs of a stretch.
  private mutating func pairUp(
    from start: Int, in bytes: [UInt8], upTo end: Int, _ classes: inout ScalarClasses
  ) {
    pairs.removeAll(keepingCapacity: true)
    // Opening braces with the letters and the characters of scripts without spaces counted before
    // them.
    var open: [(at: Int, letters: Int, unspaced: Int)] = []
    var letters = 0
    var unspaced = 0
    runEnd = start
    while runEnd < end {
      let (value, length) = bytes.scalar(at: runEnd)
      switch classes[value] {
      case .space, .groupSpace: return
      case .letter, .digit: letters += 1
      case .ideograph, .cluster: unspaced += 1
      case .single where value == 0x7B: open.append((runEnd, letters, unspaced))
      case .single where value == 0x7D:
        if let last = open.popLast(), last.at + 1 < runEnd, last.unspaced == unspaced {
          pairs[last.at] = Pair(end: runEnd + length, isWord: letters > last.letters)
        }
      default: break
      }
      runEnd += length
    }
  }
}
