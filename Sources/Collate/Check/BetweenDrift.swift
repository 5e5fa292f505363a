import Diff

/// Where what stands between the words of one witness is not what it was: white space, notes and
/// other marks, front matter.
struct BetweenDrift: Sendable {
  /// One place.
  struct Change: Sendable {
    var detail: Finding.Detail
    /// Bytes of the old and of the new source.
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Ordered by place.
  private(set) var changes: [Change] = []
  private let old: TokenizedWitness
  private let new: TokenizedWitness

  /// Compares all that is between tokens; O(bytes).
  ///
  /// Where words changed, white space beside them may differ without a word about it.
  init(from old: TokenizedWitness, to new: TokenizedWitness, _ drift: TokenDrift) {
    (self.old, self.new) = (old, new)
    compareFrontMatter()
    // A place before the first token, with number -1, so that every place is behind a token.
    var (a, b) = (-1, -1)
    for run in drift.matches {
      compareAcross(a..<run.startA, b..<run.startB)
      for step in 0..<(run.length - 1) {
        compareTight(behind(run.startA + step, in: old), behind(run.startB + step, in: new))
      }
      (a, b) = (run.rangeA.upperBound - 1, run.rangeB.upperBound - 1)
    }
    compareAcross(a..<old.tokens.count, b..<new.tokens.count)
  }

  /// What stands behind a token, or before the first one.
  private func behind(_ token: Int, in witness: TokenizedWitness) -> Range<Int> {
    guard token >= 0 else {
      let start = witness.witness.text.body.lowerBound
      return start..<max(start, witness.leading.upperBound)
    }
    return witness.tokens[token].trailing
  }

  private mutating func compareFrontMatter() {
    let (a, b) = (old.witness.text, new.witness.text)
    let (x, y) = (0..<a.body.lowerBound, 0..<b.body.lowerBound)
    if a.bytes[x] != b.bytes[y] {
      changes.append(Change(detail: .frontMatter, old: x, new: y))
    }
  }

  /// What stands between two tokens that follow each other on both sides.
  private mutating func compareTight(_ x: Range<Int>, _ y: Range<Int>) {
    let (a, b) = (old.witness.text.bytes[x], new.witness.text.bytes[y])
    guard a != b else { return }
    let isSpace = a.withoutWhiteSpace == b.withoutWhiteSpace
    changes.append(Change(detail: isSpace ? .whiteSpace : .marks, old: x, new: y))
  }

  /// What stands behind the tokens of two ranges, between which words may have changed: only marks
  /// are compared then.
  private mutating func compareAcross(_ x: Range<Int>, _ y: Range<Int>) {
    if x.count == 1, y.count == 1 {
      return compareTight(behind(x.lowerBound, in: old), behind(y.lowerBound, in: new))
    }
    let before = x.map { behind($0, in: old) }
    let now = y.map { behind($0, in: new) }
    let a = before.flatMap { old.witness.text.bytes[$0].withoutWhiteSpace }
    let b = now.flatMap { new.witness.text.bytes[$0].withoutWhiteSpace }
    guard a != b else { return }
    changes.append(
      Change(
        detail: .marks, old: Self.extent(before, old.witness.text.bytes),
        new: Self.extent(now, new.witness.text.bytes)))
  }

  /// What is left of a change of marks without the words that both begin and end with.
  func narrowed(_ change: Change) -> Change {
    let (a, b) = (old.witness.text.bytes[change.old], new.witness.text.bytes[change.new])
    let head = Self.common(a, b)
    let tail = Self.common(a.dropFirst(head).reversed(), b.dropFirst(head).reversed())
    var result = change
    result.old = change.old.lowerBound + head..<change.old.upperBound - tail
    result.new = change.new.lowerBound + head..<change.new.upperBound - tail
    return result
  }

  /// Bytes that two texts begin with, up to the last white space among them.
  private static func common(
    _ a: some Collection<UInt8>, _ b: some Collection<UInt8>
  ) -> Int {
    let same = zip(a, b).prefix { $0 == $1 }
    return same.reversed().drop { $0.0 > 0x20 }.count
  }

  /// From the first to the last of some ranges that holds more than white space; empty at their
  /// beginning where none does.
  private static func extent(_ ranges: [Range<Int>], _ bytes: [UInt8]) -> Range<Int> {
    let full = ranges.filter { !bytes[$0].withoutWhiteSpace.isEmpty }
    guard let first = full.first, let last = full.last else {
      let start = ranges.first?.lowerBound ?? 0
      return start..<start
    }
    return first.lowerBound..<last.upperBound
  }
}

extension ArraySlice<UInt8> {
  /// What is left of valid UTF-8 without white space.
  var withoutWhiteSpace: [UInt8] {
    if allSatisfy({ $0 < 0x80 }) { return filter { $0 > 0x20 } }
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    return scalars.filter { !$0.properties.isWhitespace }.flatMap { Array(UTF8.encode($0)!) }
  }

  /// Valid UTF-8 with every run of white space as one blank.
  var folded: String {
    var result = String.UnicodeScalarView()
    var isSpace = false
    for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
      if !scalar.properties.isWhitespace {
        if isSpace { result.append(" ") }
        result.append(scalar)
      }
      isSpace = scalar.properties.isWhitespace
    }
    if isSpace { result.append(" ") }
    return String(result)
  }
}
