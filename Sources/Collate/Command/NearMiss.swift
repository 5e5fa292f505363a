/// Finds the word that was meant by one that is not known.
enum NearMiss {
  /// The candidate nearest to `word`, or nil where none is near: at most a third of its letters
  /// wrong, or one the beginning of the other. Of equally near ones the first. O(all letters ×
  /// word).
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased())
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      let distance = isBeginning(wanted, of: letters) ? 1 : distance(wanted, letters)
      guard distance <= max(1, max(wanted.count, letters.count) / 3) else { continue }
      guard distance < max(wanted.count, letters.count) else { continue }  // nothing in common
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The candidate that `word` is but for a slip: one letter wrong, two where there are six or
  /// more; nil where none is so near. For words that may also be meant as they are.
  static func slip(for word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased())
    return candidates.first { distance(wanted, Array($0)) <= (wanted.count < 6 ? 1 : 2) }
  }

  /// Whether at least two letters agree and are all of one word.
  private static func isBeginning(_ a: [Character], of b: [Character]) -> Bool {
    min(a.count, b.count) >= 2 && (b.starts(with: a) || a.starts(with: b))
  }

  /// Letters to insert, delete, replace or swap with their neighbor until `a` is `b`.
  ///
  /// Optimal string alignment: Wagner and Fischer, “The String-to-String Correction Problem”
  /// (1974), with the swap of neighbors after Damerau (1964). O(a·b) time and space: for words.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    let width = b.count + 1
    var table = [Int](repeating: 0, count: (a.count + 1) * width)
    for j in 0...b.count { table[j] = j }
    for i in 1..<(a.count + 1) {
      table[i * width] = i
      for j in 1..<width {
        let here = i * width + j
        let replaced = table[here - width - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        table[here] = min(table[here - width] + 1, table[here - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[here] = min(table[here], table[here - 2 * width - 2] + 1)
        }
      }
    }
    return table[a.count * width + b.count]
  }
}
