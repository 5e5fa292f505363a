/// The critical apparatus: its entries in blocks, a block for each number of the base text.
struct TextApparatus {
  private let edition: Edition
  private let base: TextBase
  private let wording: TextWording
  private let entries: PrintedEntries

  /// Sorts the words of the base text, whose print is `base`, at the cost that `TextLemma` names.
  init(_ edition: Edition, base: TextBase, layout: TextWriter.Layout) {
    self.edition = edition
    self.base = base
    let reading = ReadingText(edition)
    entries = PrintedEntries(edition: edition, reading: reading, base: base)
    wording = TextWording(entries: entries, layout: layout)
  }

  /// What stands between two bars, and where.
  private struct Item {
    var content: Content
    /// First and last number that it concerns.
    var numbers: ClosedRange<Int>
    /// Among what begins under one number: long lacunas, then what stays within the line, then what
    /// reaches beyond it.
    var rank: Int
    var column: Int

    /// What is printed.
    enum Content {
      case entry(PrintedEntry)
      case lacuna(PrintedLacuna)
    }

    /// For sorting: lacunas before entries at the same place.
    var isEntry: Int {
      if case .entry = content { 1 } else { 0 }
    }
  }

  /// Writes the entries, or a sentence where there is none.
  func write(width: Int, color: Bool, into out: inout Output) {
    let items = items()
    if items.isEmpty { return out.write(emptyNotice + "\n") }
    var folding = TextFolding(width: width, indent: base.margin, hasColor: color)
    for (index, item) in items.enumerated() {
      if index == 0 || items[index - 1].numbers != item.numbers {
        if index > 0 { folding.end() }
        folding.flush(into: &out)
        base.begin(item.numbers, &folding)
        add(item, to: &folding)
      } else {
        folding.together { folding in
          folding.append("| ")
          add(item, to: &folding)
        }
      }
    }
    folding.end()
    folding.flush(into: &out)
  }

  private func add(_ item: Item, to folding: inout TextFolding) {
    switch item.content {
    case .entry(let entry): wording.add(entry, to: &folding)
    case .lacuna(let lacuna): wording.add(lacuna, to: &folding)
    }
  }

  /// All that is printed, in the order of the base text.
  private func items() -> [Item] {
    let lacunas = PrintedLacuna.all(in: edition, entries.reading).map {
      item(.lacuna($0), $0.tokens, column: $0.columns.lowerBound, longRank: 0)
    }
    let printed = entries.all().map {
      item(.entry($0), $0.lemma, column: $0.columns.lowerBound, longRank: 2)
    }
    // A stable order although the sort is not: no two items agree in all three, since entries do
    // not overlap and lacunas of the same columns are one.
    return (lacunas + printed).sorted {
      ($0.numbers.lowerBound, $0.rank, $0.numbers.upperBound, $0.column, $0.isEntry)
        < ($1.numbers.lowerBound, $1.rank, $1.numbers.upperBound, $1.column, $1.isEntry)
    }
  }

  private func item(
    _ content: Item.Content, _ tokens: Range<Int>, column: Int, longRank: Int
  ) -> Item {
    let first = tokens.first.map { Int(base.numberOf[$0]) } ?? 1
    let last = tokens.last.map { Int(base.numberOf[$0]) } ?? first
    let rank = first == last ? 1 : longRank
    return Item(content: content, numbers: first...last, rank: rank, column: column)
  }

  private var emptyNotice: String {
    if edition.text.witnesses.count == 1 { return "No variants: there is only one witness." }
    if edition.entries.isEmpty { return "No variants." }
    let count = edition.entries.count
    return "No variants among those asked for; \(count) left out."
  }
}
