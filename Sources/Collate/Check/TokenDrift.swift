import Diff

/// Where the words of one witness are not what they were.
///
/// Tokens are aligned by the forms they are compared by, so that a word whose case changed stands
/// beside itself; then every aligned pair is looked at as written. Myers' algorithm as in `Diff`,
/// so nearly linear on texts.
struct TokenDrift: Sendable {
  /// Stretches in which words changed, ordered; no two touch on both sides.
  private(set) var changes: [Hunk] = []
  /// Aligned pairs that are the same characters in other bytes; token indices.
  private(set) var reencoded: [(old: Int, new: Int)] = []
  /// Aligned tokens, changed or not.
  private(set) var matches: [MatchedRun]

  /// Compares two states of a witness that share a lexicon.
  init(from old: NormalizedWitness, to new: NormalizedWitness, _ lexicon: Lexicon) {
    let forms = lexicon.words.map(\.form)
    let difference = Difference(
      fromIDs: old.words.map { forms[Int($0)] }, toIDs: new.words.map { forms[Int($0)] })
    matches = difference.matches
    var (oldEnd, newEnd) = (0, 0)
    for run in matches {
      add(Hunk(old: oldEnd..<run.startA, new: newEnd..<run.startB))
      for step in 0..<run.length {
        let (a, b) = (run.startA + step, run.startB + step)
        if old.words[a] != new.words[b] {
          compare(lexicon.words[Int(old.words[a])], lexicon.words[Int(new.words[b])], a, b)
        }
      }
      (oldEnd, newEnd) = (run.rangeA.upperBound, run.rangeB.upperBound)
    }
    add(Hunk(old: oldEnd..<old.words.count, new: newEnd..<new.words.count))
  }

  /// Looks at two words of one form that are written differently.
  private mutating func compare(_ old: Lexicon.Word, _ new: Lexicon.Word, _ a: Int, _ b: Int) {
    // Canonically equal spellings are equal to Swift, and what differs then is hidden from readers,
    // unless it is the transcriber's brackets, which `plain` lacks.
    if old.plain == new.plain, old.written == new.written {
      reencoded.append((a, b))
    } else {
      add(Hunk(old: a..<a + 1, new: b..<b + 1))
    }
  }

  /// Adds a change, to the one before if nothing stands between them.
  private mutating func add(_ change: Hunk) {
    guard !(change.old.isEmpty && change.new.isEmpty) else { return }
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1] = Hunk(
        old: last.old.lowerBound..<change.old.upperBound,
        new: last.new.lowerBound..<change.new.upperBound)
    } else {
      changes.append(change)
    }
  }
}
