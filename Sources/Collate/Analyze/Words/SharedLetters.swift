/// Tells whether two words have most of their letters in common, in their order.
///
/// `begynnynge` and `beginning`, `domino` and `dominus` do: one word spelled by ear or with another
/// ending. Nothing is filed under spelling for this; it only says where a rewording does not begin.
enum SharedLetters {
  /// Whether a longest common subsequence of two forms has at least two thirds of the letters of
  /// the longer, and the shorter has four letters; O(letters²).
  static func areMost(of a: String, and b: String) -> Bool {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    guard shorter >= least, longer <= most, 3 * shorter >= 2 * longer else { return false }
    return 3 * common(a, b) >= 2 * longer
  }

  /// In shorter words two thirds are chance: `was` and `wes`, but also `has`.
  private static let least = 4
  /// No word is longer; it bounds the work on files without blanks.
  private static let most = 64

  /// Length of a longest common subsequence, by the table of dynamic programming, a row at a time.
  private static func common(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
