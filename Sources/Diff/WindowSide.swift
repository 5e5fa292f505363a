/// One side of a window: the columns, each with its heaviest tokens as shares of the group.
///
/// Tokens are numbered afresh within the window, so that the scores of all pairs of tokens fit into
/// a small table.
struct WindowSide: ~Copyable {
  /// Number of columns.
  private(set) var count = 0
  /// Number of distinct tokens.
  private(set) var distinctCount = 0
  /// Where each column starts in `locals` and `shares`, with the end of the last.
  private(set) var starts = Scratch<Int32>()
  /// Tokens of the columns, as numbers within the window.
  private(set) var locals = Scratch<Int32>()
  private(set) var shares = Scratch<Share>()
  /// Share of the group that has anything in the column.
  private(set) var occupied = Scratch<Share>()
  /// The distinct tokens, by their number within the window.
  private(set) var distinct = Scratch<UInt32>()
  /// For each token of the vocabulary its number within the window, where `stamp` is that of the
  /// window.
  private var numbers: [Int32]
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private var entryCount = 0
  private var picked: [(weight: Int32, token: UInt32)] = []

  /// Makes room for each token of the vocabulary, O(V); no window need clear it (`stamp`).
  init(vocabularyCount: Int) {
    numbers = [Int32](repeating: 0, count: vocabularyCount)
    stamps = [Int32](repeating: 0, count: vocabularyCount)
  }

  /// Starts a window with room for so many columns and entries.
  mutating func begin(columns: Int, entries: Int) {
    stamp += 1
    count = 0
    distinctCount = 0
    entryCount = 0
    starts.reserve(columns + 1)
    occupied.reserve(columns)
    locals.reserve(entries)
    shares.reserve(entries)
    distinct.reserve(entries)
    starts.base[0] = 0
  }

  /// Appends a column held by all of its group with one and the same token.
  @inline(__always)
  mutating func appendSolid(_ token: UInt32) {
    appendEntry(token, Fixed.whole)
    finishColumn(occupied: Fixed.whole)
  }

  /// Appends a token to the column under way.
  @inline(__always)
  mutating func appendEntry(_ token: UInt32, _ share: Share) {
    locals.base[entryCount] = number(token)
    shares.base[entryCount] = share
    entryCount += 1
  }

  /// Ends the column under way; the share is that of the group which has anything in it.
  @inline(__always)
  mutating func finishColumn(occupied share: Share) {
    occupied.base[count] = share
    count += 1
    starts.base[count] = Int32(entryCount)
  }

  @inline(__always)
  private mutating func number(_ token: UInt32) -> Int32 {
    let t = Int(token)
    if stamps[t] != stamp {
      stamps[t] = stamp
      numbers[t] = Int32(distinctCount)
      distinct.base[distinctCount] = token
      distinctCount += 1
    }
    return numbers[t]
  }

  /// The number of a token within the window, if it is there.
  @inline(__always)
  func local(_ token: UInt32) -> Int? {
    stamps[Int(token)] == stamp ? Int(numbers[Int(token)]) : nil
  }

  /// Loads some columns of a profile with at most `depth` tokens each.
  mutating func load(_ profile: borrowing Profile, _ columns: Range<Int>, depth: Int) {
    let entries = Int(profile.starts[columns.upperBound] - profile.starts[columns.lowerBound])
    begin(columns: columns.count, entries: entries)
    for column in columns {
      let range = profile.entries(column)
      var sum: Int32 = 0
      for e in range { sum += profile.weights[e] }
      if range.count <= depth {
        for e in range {
          appendEntry(profile.tokens[e], Fixed.share(profile.weights[e], of: profile.total))
        }
      } else {
        pick(profile, range, depth)
        for entry in picked {
          appendEntry(entry.token, Fixed.share(entry.weight, of: profile.total))
        }
      }
      finishColumn(occupied: Fixed.share(sum, of: profile.total))
    }
  }

  /// Puts the `depth` heaviest entries into `picked`; of equal ones those of smaller id.
  private mutating func pick(_ profile: borrowing Profile, _ range: Range<Int>, _ depth: Int) {
    picked.removeAll(keepingCapacity: true)
    for e in range {
      let weight = profile.weights[e]
      if picked.count == depth, picked[depth - 1].weight >= weight { continue }
      var at = picked.count
      while at > 0, picked[at - 1].weight < weight { at -= 1 }
      picked.insert((weight, profile.tokens[e]), at: at)
      if picked.count > depth { picked.removeLast() }
    }
  }
}
