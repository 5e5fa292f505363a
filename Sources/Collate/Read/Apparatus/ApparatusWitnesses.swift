/// The witnesses of an apparatus, and what a pointer in `@wit` means.
///
/// Sigla are taken from `xml:id`, `@n`, `abbr` and `idno`. An id of a `listWit` stands for all
/// witnesses in it. A `witness` listed inside another whose id begins like the outer one's is a
/// hand of it, and so, in a file of this program, is one that points to another in `@corresp`:
/// where the apparatus says nothing of the hand, it has what the manuscript has.
struct ApparatusWitnesses: Sendable {
  /// A witness or hand.
  struct Item: Sendable {
    /// The `witness`; nil where the file lists none.
    var node: Int?
    var id: String
    var siglum: String
    /// Index of the manuscript that this is a hand of.
    var manuscript: Int?
  }

  private(set) var items: [Item] = []
  private(set) var groups: [String: [Int]] = [:]
  private var names: [String: Int] = [:]
  /// Whether this program wrote the file; elsewhere `witness/@corresp` may mean anything.
  private let isOwn: Bool

  /// Takes the witnesses that a file lists, or else all that its readings name.
  init(_ tree: XMLTree) {
    isOwn = OwnFile(tree) != nil
    let listed = tree.elements("witness")
    for node in listed { add(node, tree) }
    for list in tree.elements("listWit") {
      guard let id = tree.attribute("xml:id", of: list) else { continue }
      groups[id] = listed.indices.filter { index in
        list < listed[index] && listed[index] < tree.nodes[list].end
          && items[index].manuscript == nil
      }
    }
    if items.isEmpty { takeNamed(tree) }
  }

  /// Adds a `witness` of the list: its siglum is the sign that it writes, or else its number or id.
  private mutating func add(_ node: Int, _ tree: XMLTree) {
    let inner = tree.children(of: node)
    let sign = inner.first { tree.nodes[$0].name == "abbr" } ?? inner.first { isSign($0, tree) }
    let number = tree.attribute("n", of: node)
    let written = sign.map { Self.siglum(in: $0, tree) }.flatMap { $0.isEmpty ? nil : $0 }
    let id = tree.attribute("xml:id", of: node) ?? number ?? written ?? "w\(items.count + 1)"
    let siglum = [written, number, id].compactMap(\.self).first { candidate in
      Siglum.fault(of: candidate) == nil && !items.contains { $0.siglum == candidate }
    }
    var item = Item(node: node, id: id, siglum: siglum ?? "w\(items.count + 1)")
    item.manuscript = manuscript(of: node, id, tree)
    let index = items.count
    for name in [id, number, written].compactMap(\.self) where names[name] == nil {
      names[name] = index
    }
    items.append(item)
  }

  /// The siglum that an element gives: as it stands, unless its lines are broken for the file's
  /// sake.
  private static func siglum(in node: Int, _ tree: XMLTree) -> String {
    let text = String(decoding: tree.wholeText(of: node), as: UTF8.self)
    return Siglum.fault(of: text) == nil ? text : tree.plainText(of: node)
  }

  private func isSign(_ node: Int, _ tree: XMLTree) -> Bool {
    tree.nodes[node].name == "idno"
  }

  /// Index of the manuscript that a witness is a hand of: that which it points to, or in which it
  /// stands.
  private func manuscript(of node: Int, _ id: String, _ tree: XMLTree) -> Int? {
    if isOwn, let pointer = tree.attribute("corresp", of: node) {
      return items.firstIndex { $0.id == Self.name(of: pointer) }
    }
    var at = tree.nodes[node].parent
    while at >= 0, tree.nodes[at].name != "witness" { at = tree.nodes[at].parent }
    guard at >= 0, let outer = items.firstIndex(where: { $0.node == at }) else { return nil }
    return id.hasPrefix(items[outer].id) ? outer : nil
  }

  /// Takes the sigla that readings name, for a file that lists no witnesses.
  private mutating func takeNamed(_ tree: XMLTree) {
    var found: Set<String> = []
    for node in tree.nodes.indices where ["lem", "rdg"].contains(tree.nodes[node].name) {
      for pointer in Self.pointers(tree.attribute("wit", of: node)) {
        let name = Self.name(of: pointer)
        if found.insert(name).inserted { items.append(Item(id: name, siglum: name)) }
      }
    }
    items.sort { precedesNaturally($0.siglum, $1.siglum) }
    for (index, item) in items.enumerated() { names[item.id] = index }
  }

  /// The single pointers of an attribute.
  static func pointers(_ value: String?) -> [String] {
    (value ?? "").split(separator: " ").map(String.init)
  }

  /// What a pointer names: what stands behind `#`, or all of it.
  private static func name(of pointer: String) -> String {
    guard let mark = pointer.lastIndex(of: "#") else { return pointer }
    return String(pointer[pointer.index(after: mark)...])
  }

  /// The witnesses that a pointer means; nil where it means none.
  func resolve(_ pointer: String) -> [Int]? {
    let name = Self.name(of: pointer)
    return names[name].map { [$0] } ?? groups[name]
  }
}
