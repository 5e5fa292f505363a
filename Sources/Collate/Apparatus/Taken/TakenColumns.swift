import Diff

/// The alignment that an apparatus implies.
///
/// Words that two witnesses share come from one place of the file and are one column. Inside an
/// entry the file says which readings stand against each other, not which of their words: these are
/// aligned anew, among themselves.
struct TakenColumns {
  /// For each witness the column of each token.
  private(set) var columns: [[Int32]] = []
  private(set) var count = 0
  private(set) var divisions: [Range<Int>] = []
  /// Where each stretch of the file's stream begins and ends, in columns.
  private(set) var spans: [Range<Int>]
  private let text: NormalizedText
  private let positions: [[Range<Int>]]
  /// The distinct places at which words begin, in order.
  private let starts: [Int]

  /// `positions` are the stretches of the stream that the tokens cover; `leaves` those of entries,
  /// in order, not overlapping, none ending within a token. O(tokens log tokens), and what it costs
  /// to align each entry.
  init(_ text: NormalizedText, positions: [[Range<Int>]], leaves: [Range<Int>]) {
    self.text = text
    self.positions = positions
    starts = Array(Set(positions.joined().map(\.lowerBound))).sorted()
    spans = []
    columns = positions.map { _ in [] }
    var next = positions.map { _ in 0 }
    for leaf in leaves {
      takeShared(to: leaf.lowerBound, &next)
      let first = count
      takeEntry(to: leaf.upperBound, &next)
      spans.append(first..<count)
    }
    takeShared(to: Int.max, &next)
  }

  /// Columns for words outside entries, up to a place of the stream.
  private mutating func takeShared(to end: Int, _ next: inout [Int]) {
    var at = starts.partition(
      below: next.indices.map { row in
        next[row] < positions[row].count ? positions[row][next[row]].lowerBound : Int.max
      }.min() ?? Int.max)
    while at < starts.count, starts[at] < end {
      for row in next.indices where next[row] < positions[row].count {
        guard positions[row][next[row]].lowerBound == starts[at] else { continue }
        columns[row].append(Int32(count))
        next[row] += 1
      }
      count += 1
      at += 1
    }
  }

  /// Columns for the words of one entry.
  private mutating func takeEntry(to end: Int, _ next: inout [Int]) {
    let rows = next.indices.map { row -> [UInt32] in
      var last = next[row]
      while last < positions[row].count, positions[row][last].lowerBound < end { last += 1 }
      defer { next[row] = last }
      return text.witnesses[row].words[next[row]..<last].map {
        text.lexicon.words[Int($0)].form
      }
    }
    let vocabulary = EntryVocabulary(rows)
    let ids = rows.map { row in row.map(vocabulary.id(of:)) }
    let forms = vocabulary.forms.map { text.lexicon.forms[Int($0)] }
    let aligned = MultipleAligner().align(ids, Vocabulary(forms, in: ids))
    for row in rows.indices { columns[row] += aligned.columns[row].map { $0 + Int32(count) } }
    divisions += aligned.divisions.map { $0.lowerBound + count..<$0.upperBound + count }
    count += aligned.columnCount
  }
}

/// The forms of one entry, numbered from 0 in their order in the lexicon, that of their bytes, by
/// which the engine breaks ties: the order of the witnesses must not.
///
/// The engine's work grows with its vocabulary; an entry has few words, a lexicon thousands.
private struct EntryVocabulary {
  /// The distinct forms, rising.
  let forms: [UInt32]

  /// O(n log n) for n words.
  init(_ rows: [[UInt32]]) { forms = Array(Set(rows.joined())).sorted() }

  /// The number of a form that stands in a row.
  func id(of form: UInt32) -> UInt32 { UInt32(forms.partition { $0 >= form }) }
}

extension [Int] {
  /// Index of the first of these rising numbers that is not below a bound; O(log n).
  func partition(below bound: Int) -> Int { partition { $0 >= bound } }
}
