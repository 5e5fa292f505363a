/// The entries of a file as they stand in it: readings with the witnesses named, and where an entry
/// that stands apart from its lemma points to.
struct ApparatusEntries: Sendable {
  /// An `app`, wherever it stands.
  struct Entry: Sendable {
    /// The `app`.
    var node: Int
    var readings: [Reading]
    /// Elements with which the lemma begins and ends, where the entry stands apart from it.
    var lemma: (from: Int, to: Int)?
    /// Whether it gives the place of its lemma in words or numbers alone.
    var isByLocation = false

    /// The first reading that is the lemma.
    var lemmaIndex: Int? { readings.firstIndex { $0.isLemma } }
  }

  /// A `lem` or `rdg` of an entry.
  struct Reading: Sendable {
    /// The `lem` or `rdg`.
    var node: Int
    /// The element whose content is its text: itself, or that which `@copyOf` names.
    var content: Int
    var isLemma: Bool
    /// Items of the list of witnesses, in the order named, groups not taken apart.
    var pointers: [String]
    /// By whom it is proposed, where it is a conjecture.
    var sources: [String]
    /// The order in which the readings of one witness came about; 0 where nothing is said.
    var sequence: Int
  }

  /// In the order of the file.
  private(set) var entries: [Entry] = []
  /// By the node of their `app`.
  private(set) var index: [Int: Int] = [:]
  /// Entries apart from their lemma, by the elements at which it begins and ends.
  private(set) var beginning: [Int: [Int]] = [:]
  private(set) var ending: [Int: [Int]] = [:]

  /// Throws where a pointer leads nowhere.
  init(_ tree: XMLTree) throws(ReadError) {
    let method = tree.elements("variantEncoding").first.flatMap {
      tree.attribute("method", of: $0)
    }
    for node in tree.elements("app") {
      var entry = try Self.entry(node, tree)
      if method == "location-referenced", entry.lemma == nil { entry.isByLocation = true }
      index[node] = entries.count
      if let lemma = entry.lemma {
        beginning[lemma.from, default: []].append(entries.count)
        ending[lemma.to, default: []].append(entries.count)
      }
      entries.append(entry)
    }
    sortByExtent()
  }

  /// Of entries that begin together the longest comes first, of those that end together the last
  /// begun.
  private mutating func sortByExtent() {
    let ends = entries.map { $0.lemma?.to ?? 0 }
    for node in beginning.keys {
      beginning[node]?.sort { (ends[$1], $0) < (ends[$0], $1) }
    }
    for node in ending.keys { ending[node]?.reverse() }
  }

  /// The entry of an `app`, its pointers followed; throws where one leads nowhere.
  private static func entry(_ node: Int, _ tree: XMLTree) throws(ReadError) -> Entry {
    var source = node
    if let pointer = tree.attribute("copyOf", of: node) {
      source = try target(pointer, "copyOf", of: node, tree)
    }
    var entry = Entry(node: node, readings: try readings(in: source, tree))
    if let from = tree.attribute("from", of: node), from.contains("#") {
      let first = try target(from, "from", of: node, tree)
      entry.lemma = (first, try end(of: node, from: first, tree))
      guard (entry.lemma?.to ?? first) >= first else {
        let to = tree.attribute("to", of: node) ?? ""
        throw tree.error(at: node, .backwardLemma(from: from, to: to))
      }
    } else {
      entry.isByLocation = tree.isInside(["listApp"], node)
    }
    return entry
  }

  /// Where the lemma ends: at `@to`; without it at the entry itself, if that stands in the text
  /// behind the place where its lemma begins, else with the element in which it begins.
  private static func end(of node: Int, from first: Int, _ tree: XMLTree) throws(ReadError) -> Int {
    if let to = tree.attribute("to", of: node) { return try target(to, "to", of: node, tree) }
    return tree.isInside(["listApp"], node) ? first : node
  }

  private static func target(
    _ pointer: String, _ attribute: String, of node: Int, _ tree: XMLTree
  ) throws(ReadError) -> Int {
    guard let found = tree.element(id: pointer) else {
      throw tree.error(at: node, .unknownPointer(attribute: attribute, pointer))
    }
    return found
  }

  /// The readings directly in an entry or in its groups; a group's attributes are inherited.
  private static func readings(
    in node: Int, _ tree: XMLTree, sequence: Int = 0
  ) throws(ReadError) -> [Reading] {
    var result: [Reading] = []
    for child in tree.children(of: node) {
      let own = tree.attribute("varSeq", of: child).flatMap { Int($0) } ?? sequence
      switch tree.nodes[child].name {
      case "rdgGrp": result += try readings(in: child, tree, sequence: own)
      case "lem", "rdg":
        var reading = Reading(
          node: child, content: child, isLemma: tree.nodes[child].name == "lem",
          pointers: ApparatusWitnesses.pointers(tree.attribute("wit", of: child)),
          sources: ApparatusWitnesses.pointers(
            tree.attribute("source", of: child) ?? tree.attribute("resp", of: child)),
          sequence: own)
        if let pointer = tree.attribute("copyOf", of: child) {
          reading.content = try target(pointer, "copyOf", of: child, tree)
        }
        result.append(reading)
      default: break
      }
    }
    return result
  }
}
