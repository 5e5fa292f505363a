/// A whole XML file as nodes in the order in which they begin.
///
/// An apparatus cannot be read from its first byte to its last: an entry may stand far from its
/// lemma and name it by id. Text of all nodes lies in one buffer, so a node costs some fifty bytes.
struct XMLTree: Sendable {
  let path: String
  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private var attributes: [Attribute] = []
  /// Nodes by their `xml:id`; of two with one id the first.
  private var byID: [String: Int] = [:]
  private let lines: LineTable

  /// An element or a stretch of text.
  struct Node: Sendable {
    /// Name of the element without its prefix; empty for text.
    var name: String
    /// Index behind its last descendant.
    var end: Int
    /// Index of the element that holds it; -1 for the root.
    var parent: Int
    /// Byte of the file at which it begins.
    var offset: Int
    /// What it has in the buffer of attributes or of text.
    var content: Range<Int>

    var isText: Bool { name.isEmpty }
  }

  /// An attribute with its value as it is meant.
  private struct Attribute: Sendable {
    var name: String
    var value: String
  }

  /// Throws where the file is not well formed or asks for too much; O(bytes).
  init(_ input: InputBytes) throws(ReadError) {
    path = input.path
    lines = LineTable(bytes: input.bytes)
    var scanner = try XMLScanner(input)
    var open: [Int] = []
    while true {
      let start = scanner.at
      guard let event = try scanner.next() else { break }
      switch event {
      case .start(let name):
        open.append(nodes.count)
        add(scanner.localName(name), at: start, in: open.dropLast().last, scanner)
      case .end: if let last = open.popLast() { nodes[last].end = nodes.count }
      case .text(let range): add(scanner.bytes[range], at: range.lowerBound, in: open.last)
      case .character(let scalar, let range):
        let bytes = Array(String(Character(scalar)).utf8)
        add(bytes[...], at: range.lowerBound, in: open.last)
      }
    }
  }

  /// Adds an element that has begun.
  private mutating func add(
    _ name: String, at offset: Int, in parent: Int?, _ scanner: XMLScanner
  ) {
    let first = attributes.count
    for attribute in scanner.attributes {
      let name = String(decoding: scanner.bytes[attribute.name], as: UTF8.self)
      attributes.append(Attribute(name: name, value: scanner.value(attribute.value)))
      if name == "xml:id", byID[attributes.last?.value ?? ""] == nil {
        byID[attributes.last?.value ?? ""] = nodes.count
      }
    }
    nodes.append(
      Node(
        name: name, end: nodes.count + 1, parent: parent ?? -1, offset: offset,
        content: first..<attributes.count))
  }

  /// Adds text, to the text node before it if nothing stands between.
  private mutating func add(_ bytes: ArraySlice<UInt8>, at offset: Int, in parent: Int?) {
    let start = text.count
    text += bytes
    if let last = nodes.last, last.isText, last.parent == parent ?? -1 {
      nodes[nodes.count - 1].content = last.content.lowerBound..<text.count
    } else {
      nodes.append(
        Node(
          name: "", end: nodes.count + 1, parent: parent ?? -1, offset: offset,
          content: start..<text.count))
    }
  }

  // MARK: Looking

  /// The value of an attribute, its name with prefix, or nil.
  func attribute(_ name: String, of node: Int) -> String? {
    guard !nodes[node].isText else { return nil }
    return attributes[nodes[node].content].first { $0.name == name }?.value
  }

  /// The element with an id; `#` before it is taken off.
  func element(id: String) -> Int? {
    byID[id.pointedID]
  }

  /// The nodes directly in an element, in order.
  func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var at = node + 1
    while at < nodes[node].end {
      result.append(at)
      at = nodes[at].end
    }
    return result
  }

  /// All elements of a name inside an element, in order.
  func elements(_ name: String, in node: Int = 0) -> [Int] {
    guard !nodes.isEmpty else { return [] }
    return (node..<nodes[node].end).filter { nodes[$0].name == name }
  }

  /// Whether an element of one of these names holds a node.
  func isInside(_ names: Set<String>, _ node: Int) -> Bool {
    var at = nodes[node].parent
    while at >= 0 {
      if names.contains(nodes[at].name) { return true }
      at = nodes[at].parent
    }
    return false
  }

  /// The text of a text node.
  func bytes(of node: Int) -> ArraySlice<UInt8> { text[nodes[node].content] }

  /// All text inside an element as it stands.
  func wholeText(of node: Int) -> [UInt8] {
    (node..<nodes[node].end).flatMap { nodes[$0].isText ? Array(bytes(of: $0)) : [] }
  }

  /// All text inside an element, white space folded.
  func plainText(of node: Int) -> String {
    let text = String(decoding: wholeText(of: node), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Line and column of a node.
  func place(of node: Int) -> Place { lines.place(at: nodes[node].offset) }

  /// A fault of the apparatus with the place of a node.
  func error(at node: Int, _ fault: ApparatusFault) -> ReadError {
    ReadError(path, at: place(of: node), .apparatus(fault))
  }
}
