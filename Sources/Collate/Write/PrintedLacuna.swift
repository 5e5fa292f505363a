/// A stretch of the base text for which witnesses are not there.
struct PrintedLacuna: Equatable, Sendable {
  var columns: Range<Int>
  /// Tokens of the base; not empty.
  var tokens: Range<Int>
  /// Ordered.
  var witnesses: [Int]
}

extension PrintedLacuna {
  /// The lacunas that the entries shown report, each once, from the last word before it to the
  /// first behind it; in the order of their columns.
  ///
  /// O(r log n) in readings of lacunas and tokens of a witness.
  static func all(in edition: Edition, _ reading: ReadingText) -> [PrintedLacuna] {
    var reachedBy = [Int](repeating: 0, count: edition.text.witnesses.count)
    var found: [(columns: Range<Int>, witness: Int)] = []
    for entry in edition.entries where entry.isShown {
      for absent in entry.readings where absent.isLacuna {
        for witness in absent.witnesses where reachedBy[witness] < entry.columns.upperBound {
          let columns = gap(around: entry.columns, of: witness, edition, reading)
          reachedBy[witness] = columns.upperBound
          found.append((columns, witness))
        }
      }
    }
    found.sort {
      ($0.columns.lowerBound, $0.columns.upperBound, $0.witness)
        < ($1.columns.lowerBound, $1.columns.upperBound, $1.witness)
    }
    var lacunas: [PrintedLacuna] = []
    for (columns, witness) in found {
      if lacunas.last?.columns == columns {
        lacunas[lacunas.count - 1].witnesses.append(witness)
      } else {
        let tokens = reading.tokens(of: edition.base, in: columns)
        lacunas.append(PrintedLacuna(columns: columns, tokens: tokens, witnesses: [witness]))
      }
    }
    return lacunas.filter { !$0.tokens.isEmpty }
  }

  /// The columns about some others in which a witness has nothing.
  private static func gap(
    around columns: Range<Int>, of witness: Int, _ edition: Edition, _ reading: ReadingText
  ) -> Range<Int> {
    let row = edition.collation.columns[witness]
    let next = reading.firstToken(of: witness, from: columns.lowerBound)
    let lower = next > 0 ? Int(row[next - 1]) + 1 : 0
    let upper = next < row.count ? Int(row[next]) : edition.collation.columnCount
    return lower..<max(upper, columns.upperBound)
  }
}
