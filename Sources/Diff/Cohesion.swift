/// How often characters stand side by side in texts that have neither marks nor blanks.
///
/// Where scribes wrote neither marks nor blanks, nothing but use tells where one phrase ends and
/// the next begins: 父 and 母 stand together all over a text, so no gap begins between them. This is
/// what the segmentation of such texts goes by since Harris, "From phoneme to morpheme" (1955);
/// here two of them hold together by the equivalence index of Callon, Courtial and Laville (1991):
/// the square of the number of times that the one follows the other, by the product of the numbers
/// of times that each occurs.
///
/// Where blanks divide the words this says less than nothing: dominica-b .9592 to .9561 with marks
/// left out.
struct Cohesion {
  private var pairs: [UInt64: Int] = [:]
  private var uses: [UInt32: Int] = [:]

  /// In 1/1024, what two places must differ by for the one to be the better: a tenth. From a
  /// twentieth to three tenths the result is the same on ten manuscripts of the Tale of Genji and
  /// on Chinese sutras.
  private static let difference = Int(Fixed.one) / 10

  /// Tokens that are counted: enough to know a pair by, and some ten milliseconds' work.
  private static let limit = 1 << 17

  /// Counts the pairs of neighbors in the first rows, each once however many copies it stands for;
  /// O(N) for N tokens.
  init(_ table: WorkingTable) {
    var left = Self.limit
    for row in table.rows {
      let counted = row.prefix(left)
      left -= counted.count
      for word in counted { uses[word, default: 0] += 1 }
      for (a, b) in zip(counted, counted.dropFirst()) { pairs[Self.key(a, b), default: 0] += 1 }
    }
  }

  /// The offsets at which the two places where a gap cuts the text hold together least, or hardly
  /// more. O(R) for a reach R.
  func offsets(of gap: SlidingGap, _ table: WorkingTable) -> [Int] {
    let parted = (0...gap.reach).map { offset in
      hold(gap.before(offset, table), gap.first(offset, table), table)
        + hold(gap.last(offset, table), gap.before(offset - 1, table), table)
    }
    let least = parted.min() ?? 0
    return parted.indices.filter { parted[$0] < least + Self.difference }
  }

  /// How firmly the usual words of two columns hold together, 0 to 1024.
  private func hold(_ a: Int32, _ b: Int32, _ table: WorkingTable) -> Int {
    guard a != WorkingTable.border, b != WorkingTable.border else { return 0 }
    let (first, second) = (table.heaviest(a), table.heaviest(b))
    guard let together = pairs[Self.key(first, second)],
      let product = uses[first].flatMap({ use in uses[second].map { use * $0 } })
    else { return 0 }
    return together * together * Int(Fixed.one) / product
  }

  private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }
}
