/// One walk over the text of an apparatus in which all its witnesses are put together.
///
/// At every place the walk knows the witnesses that the place speaks for. An entry within the text
/// hands each reading to its witnesses. An entry apart from its lemma acts where the lemma begins:
/// the witnesses of other readings get these there, and the text up to the end of the lemma does
/// not speak for them. O(nodes + bytes × witnesses that they speak for).
struct ApparatusWalk {
  let tree: XMLTree
  let list: ApparatusEntries
  let names: ApparatusWitnesses
  /// Items of the list of witnesses whose text is made, in their order; the last text is that of
  /// the editor.
  let items: [Int]
  /// The text of each item, or nil.
  let textOfItem: [Int?]
  /// Whether lemmas name no witnesses in this file, so that who is not named has the lemma.
  let isNegative: Bool
  let isOwn: Bool
  /// In a file of our own: what the border of two paragraphs stands for.
  let usualBreak: [UInt8]

  var texts: [WitnessText]
  var entries: [ReadEntry] = []
  var doubts: [ReadError] = []
  /// Bytes of the stream so far.
  var stream = 0
  /// By text: for how many reasons the text around does not speak for it.
  private var silences: [Int]
  private var silentCount = 0
  private var presence: [Bool]
  /// Entries that are open, as indices in `entries`; those apart with the element they end at.
  private var open: [(entry: Int, to: Int)] = []
  /// Entries apart from their lemma that are open: what they silenced and which text shows the
  /// lemma.
  private var apart: [Int: Apart] = [:]
  /// Texts that are silent since words of theirs were deleted, by the element that ends that.
  private var deletions: [Int: [(delSpan: Int, texts: [Int])]] = [:]
  private var depth = 0
  /// In a file of our own: for each open block whether its end is that of a paragraph.
  var blocks: [Bool] = []

  /// An entry that stands apart from its lemma, while the walk is in that.
  private struct Apart {
    var entry: Int
    var silenced: [Int]
    var lemmaText: Int?
    var lemmaStart: Int
  }

  /// Index of the editor's own text.
  var edited: Int { texts.count - 1 }

  /// Begins a text for each item of `choice`, with its front matter out of `heads`, and the
  /// editor's. `usualBreak` is given for a file of this program alone.
  init(
    _ tree: XMLTree, _ list: ApparatusEntries, _ names: ApparatusWitnesses,
    _ choice: WitnessChoice, heads: [[UInt8]], usualBreak: [UInt8]?
  ) {
    let items = choice.items
    isNegative = choice.isNegative
    self.tree = tree
    self.list = list
    self.names = names
    self.items = items
    var textOfItem = [Int?](repeating: nil, count: names.items.count)
    for (text, item) in items.enumerated() { textOfItem[item] = text }
    self.textOfItem = textOfItem
    isOwn = usualBreak != nil
    self.usualBreak = usualBreak ?? []
    texts = heads.map(WitnessText.init(head:)) + [WitnessText()]
    silences = texts.map { _ in 0 }
    presence = texts.map { _ in true }
    for item in choice.absentAtFirst {
      if let text = textOfItem[item] { setPresent(text, false) }
    }
  }

  /// Walks over all that an element holds.
  mutating func run(_ roots: [Int]) throws(ReadError) {
    for root in roots { try visitChildren(of: root, Array(texts.indices)) }
    // An end that stands in what is passed over ends nothing.
    if let unended = deletions.values.joined().min(by: { $0.delSpan < $1.delSpan }) {
      throw unendedDeletion(unended.delSpan)
    }
  }

  // MARK: Nodes

  /// Visits what stands in an element, for the texts of `scope`.
  mutating func visitChildren(of node: Int, _ scope: [Int]) throws(ReadError) {
    depth += 1
    defer { depth -= 1 }
    // Only copies of copies can nest deeper than the file itself.
    guard depth <= XMLLimits.standard.depth else {
      throw tree.error(at: node, .unknownPointer(attribute: "copyOf", ""))
    }
    var child = node + 1
    while child < tree.nodes[node].end {
      try visit(child, scope)
      child = tree.nodes[child].end
    }
  }

  /// Visits an element or text, with the entries whose lemma begins or ends there.
  private mutating func visit(_ node: Int, _ scope: [Int]) throws(ReadError) {
    for index in list.beginning[node] ?? [] { try begin(index, scope) }
    if tree.nodes[node].isText {
      takeText(node, live(scope))
    } else if let index = list.index[node] {
      if list.entries[index].lemma == nil, !list.entries[index].isByLocation {
        try visitEntry(index, scope)
      }
    } else if isOwn {
      try visitOwn(node, scope)
    } else {
      try visitForeign(node, scope)
    }
    for index in list.ending[node] ?? [] { finish(index) }
    if !deletions.isEmpty { endDeletions(node) }
  }

  // MARK: Deletions marked by their ends

  /// `delSpan`: the texts in scope lack what stands up to the end of the element that it points to.
  mutating func beginDeletion(_ node: Int, _ scope: [Int]) throws(ReadError) {
    guard let end = tree.attribute("spanTo", of: node).flatMap({ tree.element(id: $0) }), end > node
    else { throw unendedDeletion(node) }
    for text in scope { silence(text, 1) }
    deletions[end, default: []].append((node, scope))
  }

  private mutating func endDeletions(_ node: Int) {
    for deletion in deletions.removeValue(forKey: node) ?? [] {
      for text in deletion.texts { silence(text, -1) }
    }
  }

  private func unendedDeletion(_ node: Int) -> ReadError {
    let pointer = tree.attribute("spanTo", of: node) ?? ""
    return ReadError(
      tree.path, at: tree.place(of: node), .unendedSpan(element: "delSpan", pointer: pointer))
  }

  /// The texts among some for which the text around speaks now.
  func live(_ scope: [Int]) -> [Int] {
    silentCount == 0 ? scope : scope.filter { silences[$0] == 0 && presence[$0] }
  }

  /// The texts among some that no entry around has given another reading, be they lost here or not.
  private func unsilenced(_ scope: [Int]) -> [Int] {
    silentCount == 0 ? scope : scope.filter { silences[$0] == 0 }
  }

  private mutating func silence(_ text: Int, _ step: Int) {
    silences[text] += step
    silentCount += step
  }

  /// Whether a witness is there at this place.
  func isPresent(_ text: Int) -> Bool { presence[text] }

  /// Says that a witness is there from here on, or is not.
  mutating func setPresent(_ text: Int, _ value: Bool) {
    guard presence[text] != value, text != edited else { return }
    presence[text] = value
    silentCount += value ? -1 : 1
  }

  // MARK: Entries

  /// An entry within the text.
  private mutating func visitEntry(_ index: Int, _ scope: [Int]) throws(ReadError) {
    let entry = list.entries[index]
    let assigned = assign(index, unsilenced(scope))
    let number = beginRecord(entry, to: tree.nodes[entry.node].end)
    // A reading may say that a witness begins or ends, so all that are named are handed on.
    for (reading, witnesses) in zip(entry.readings, assigned) {
      let first = witnesses.first { $0 != edited }
      let start = first.map { texts[$0].bytes.count } ?? 0
      if !witnesses.isEmpty || !isOwn { try visitChildren(of: reading.content, witnesses) }
      let end = first.map { texts[$0].bytes.count } ?? 0
      record(reading, witnesses, start..<end, in: number)
    }
    entries[number].stream = entries[number].stream.lowerBound..<stream
    open.removeLast()
  }

  /// An entry apart from its lemma, where the lemma begins.
  private mutating func begin(_ index: Int, _ scope: [Int]) throws(ReadError) {
    let entry = list.entries[index]
    guard let lemma = entry.lemma else { return }
    try checkSilenced(entry, scope)
    let assigned = assign(index, unsilenced(scope))
    let number = beginRecord(entry, to: lemma.to)
    // All that stands in its readings stands in it, wherever they are.
    open[open.count - 1].to = Int.max
    var silenced: [Int] = []
    for (reading, witnesses) in zip(entry.readings, assigned) where !reading.isLemma {
      guard let first = witnesses.first(where: { $0 != edited }) else { continue }
      let start = texts[first].bytes.count
      try visitChildren(of: reading.content, witnesses)
      record(reading, witnesses, start..<texts[first].bytes.count, in: number)
      silenced += witnesses
    }
    open.removeLast()
    for text in silenced { silence(text, 1) }
    let rest = live(scope).filter { $0 != edited }
    recordLemma(entry, rest, in: number)
    apart[index] = Apart(
      entry: number, silenced: silenced, lemmaText: rest.first,
      lemmaStart: rest.first.map { texts[$0].bytes.count } ?? 0)
    open.append((number, lemma.to))
  }

  /// Ends an entry that stands apart from its lemma, behind the last word of that.
  private mutating func finish(_ index: Int) {
    guard let state = apart.removeValue(forKey: index) else { return }
    for text in state.silenced { silence(text, -1) }
    open.removeAll { $0.entry == state.entry }
    entries[state.entry].stream = entries[state.entry].stream.lowerBound..<stream
    guard let text = state.lemmaText,
      let lemma = entries[state.entry].readings.firstIndex(where: { $0.isLemma })
    else { return }
    entries[state.entry].readings[lemma].range = state.lemmaStart..<texts[text].bytes.count
  }

  /// Throws where a witness has a reading here and the lemma overlaps with one that it departs
  /// from.
  private func checkSilenced(_ entry: ApparatusEntries.Entry, _ scope: [Int]) throws(ReadError) {
    guard silentCount > 0 else { return }
    for reading in entry.readings where !reading.isLemma {
      for pointer in reading.pointers {
        for item in names.resolve(pointer) ?? [] {
          guard let text = textOfItem[item], silences[text] > 0 else {
            continue
          }
          throw tree.error(at: entry.node, .overlappingReadings(names.items[item].siglum))
        }
      }
    }
  }

  // MARK: Records

  /// Begins the record of an entry; its number among all.
  private mutating func beginRecord(_ entry: ApparatusEntries.Entry, to end: Int) -> Int {
    let node = entry.node
    let notes = tree.children(of: node).filter { tree.nodes[$0].name == "note" }
    let type = tree.attribute("type", of: node)
    let analyzed = Self.analyzed(tree.attribute("ana", of: node))
    entries.append(
      ReadEntry(
        id: tree.attribute("xml:id", of: node), number: tree.attribute("n", of: node),
        type: type ?? analyzed.first,
        subtype: tree.attribute("subtype", of: node) ?? analyzed.dropFirst().first,
        excludes: ApparatusWitnesses.pointers(tree.attribute("exclude", of: node)).map(\.pointedID),
        place: tree.place(of: node), conjectures: entry.readings.compactMap(tree.conjecture),
        stream: stream..<stream,
        parent: open.last { $0.to >= end }?.entry, notes: notes.map { tree.plainText(of: $0) }))
    open.append((entries.count - 1, end))
    return entries.count - 1
  }

  /// The class that `@ana` names where this program wrote it there, and what is missing holds.
  private static func analyzed(_ value: String?) -> [String] {
    let prefix = "#" + TEINotation.classPrefix
    return ApparatusWitnesses.pointers(value).filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
  }

  private func type(ofReading node: Int) -> String? {
    tree.attribute("type", of: node) ?? Self.analyzed(tree.attribute("ana", of: node)).first
  }

  /// Records a reading with the text that it has in the first of its witnesses.
  private mutating func record(
    _ reading: ApparatusEntries.Reading, _ texts: [Int], _ range: Range<Int>, in entry: Int
  ) {
    let witnesses = texts.filter { $0 != edited }
    guard !witnesses.isEmpty || reading.isLemma else { return }
    entries[entry].readings.append(
      .init(
        id: tree.attribute("xml:id", of: reading.node),
        type: type(ofReading: reading.node), isLemma: reading.isLemma,
        witnesses: witnesses, range: range, scholars: reading.sources.map(tree.scholar)))
  }

  /// Records the lemma of an entry that stands apart from it, before the other readings.
  private mutating func recordLemma(
    _ entry: ApparatusEntries.Entry, _ witnesses: [Int], in number: Int
  ) {
    let lemma = entry.readings.first { $0.isLemma }
    entries[number].readings.insert(
      .init(
        id: lemma.flatMap { tree.attribute("xml:id", of: $0.node) },
        type: lemma.flatMap { type(ofReading: $0.node) }, isLemma: true,
        witnesses: witnesses, range: 0..<0,
        scholars: (lemma?.sources ?? []).map(tree.scholar)), at: 0)
  }
}
