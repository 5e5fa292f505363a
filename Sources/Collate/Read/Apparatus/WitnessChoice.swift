/// Which of the sources that a file lists or names can be rebuilt from it.
///
/// Where readings name all of their witnesses, a source that is named now and then only (a catena,
/// an early print) cannot: nobody knows what it has elsewhere. Where lemmas name none, every
/// witness listed can.
struct WitnessChoice: Sendable {
  /// Items of the list of witnesses.
  private(set) var items: [Int] = []
  /// Named by readings, but too seldom.
  private(set) var occasional: [Int] = []
  /// Items that the file says begin later than the text.
  private(set) var absentAtFirst: Set<Int> = []
  /// Whether no lemma names its witnesses.
  private(set) var isNegative = false

  /// A source is a witness if at least this share of the entries names it where it is there: half.
  /// In the apparatus of our corpora witnesses stand in 96 of 100 and more of them, what is cited
  /// now and then in a tenth.
  private static let leastShare = 0.5

  /// All of them, as in a file of this program.
  init(all names: ApparatusWitnesses) {
    items = Array(names.items.indices)
  }

  /// Counts in how many entries each source is named; O(p · w + w²) for p pointers to w sources,
  /// beside walking over what the readings hold.
  init(_ tree: XMLTree, _ list: ApparatusEntries, _ names: ApparatusWitnesses) {
    var count = Counts(tree, list, names)
    count.run()
    absentAtFirst = count.absentAtFirst
    isNegative =
      !list.entries.contains { entry in
        entry.readings.contains { $0.isLemma && !$0.pointers.isEmpty }
      } && list.entries.contains { $0.lemmaIndex != nil || $0.lemma != nil }
    for item in names.items.indices where names.items[item].manuscript == nil {
      let isNamed = count.named[item] > 0
      let isCollated = Double(count.named[item]) >= Self.leastShare * Double(count.chances[item])
      if isNegative || isNamed && isCollated {
        items.append(item)
      } else if isNamed {
        occasional.append(item)
      }
    }
    addHands(names, count.named)
  }

  /// Hands that are named, each behind its manuscript.
  private mutating func addHands(_ names: ApparatusWitnesses, _ named: [Int]) {
    for item in names.items.indices where named[item] > 0 {
      guard let manuscript = names.items[item].manuscript else { continue }
      if items.contains(manuscript) { items.append(item) } else { occasional.append(item) }
    }
    items.sort()
    occasional.sort()
  }

  /// How often each item is named, out of how many entries in which it could be.
  private struct Counts {
    let tree: XMLTree
    let list: ApparatusEntries
    let names: ApparatusWitnesses
    var named: [Int]
    var chances: [Int]
    var absentAtFirst: Set<Int> = []
    private var isPresent: [Bool]
    private var hasMark: [Bool]

    init(_ tree: XMLTree, _ list: ApparatusEntries, _ names: ApparatusWitnesses) {
      (self.tree, self.list, self.names) = (tree, list, names)
      named = names.items.map { _ in 0 }
      chances = named
      isPresent = names.items.map { _ in true }
      hasMark = names.items.map { _ in false }
    }

    /// Counts all entries but those within others.
    mutating func run() {
      for entry in list.entries {
        for reading in entry.readings { takeMarks(reading) }
        if !tree.isInside(["app"], entry.node) { count(entry) }
      }
    }

    private mutating func count(_ entry: ApparatusEntries.Entry) {
      let meant = Set(entry.readings.flatMap(items))
      guard !meant.isEmpty else { return }
      for item in names.items.indices {
        if meant.contains(item) { named[item] += 1 }
        if isPresent[item] || meant.contains(item) { chances[item] += 1 }
      }
    }

    private func items(_ reading: ApparatusEntries.Reading) -> [Int] {
      reading.pointers.flatMap { names.resolve($0) ?? [] }
    }

    /// Follows `witStart`, `lacunaStart` and their like in a reading.
    private mutating func takeMarks(_ reading: ApparatusEntries.Reading) {
      for node in reading.node..<tree.nodes[reading.node].end {
        let begins: Bool
        switch tree.nodes[node].name {
        case "witStart", "lacunaEnd": begins = true
        case "witEnd", "lacunaStart": begins = false
        default: continue
        }
        for item in items(reading) {
          // An end of a lacuna whose beginning nobody marked says nothing of the text before.
          if begins, !hasMark[item], named[item] == 0 {
            absentAtFirst.insert(item)
            chances[item] = 0
          }
          hasMark[item] = true
          isPresent[item] = begins
        }
      }
    }
  }
}
