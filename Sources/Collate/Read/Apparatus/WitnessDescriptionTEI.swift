extension WitnessDescription {
  /// What a `witness` of a TEI header tells: copies, title, date, notes.
  init(element: Int, _ tree: XMLTree) {
    self.init()

    /// The words of the first element of a name; nil where there are none.
    func text(_ name: String, in node: Int) -> String? {
      tree.elements(name, in: node).first.map { tree.plainText(of: $0) }
        .flatMap { $0.isEmpty ? nil : $0 }
    }
    title = text("title", in: element)
    holdings = tree.elements("msDesc", in: element).map { copy in
      Holding(
        settlement: text("settlement", in: copy), repository: text("repository", in: copy),
        shelfmark: text("idno", in: copy), locus: text("locus", in: copy),
        form: text("objectDesc", in: copy))
    }
    for note in tree.elements("note", in: element) {
      guard let type = tree.attribute("type", of: note), type != "front-matter" else { continue }
      let value = tree.plainText(of: note)
      if type == "form", holdings.isEmpty {
        holdings = [Holding(form: value)]
      } else {
        others.append(Field(name: type, value: value))
      }
    }
    takeDate(element, tree)
    if self == WitnessDescription() { takeWords(element, tree) }
  }

  /// Takes the first date of a description.
  private mutating func takeDate(_ element: Int, _ tree: XMLTree) {
    let dates = ["origDate", "date"].flatMap { tree.elements($0, in: element) }
    guard let node = dates.first else { return }
    let words = tree.plainText(of: node)
    func day(_ name: String) -> String? { tree.attribute(name, of: node) }
    if let exact = day("when") {
      date = exact
    } else if day("notBefore") != nil || day("notAfter") != nil {
      date = "\(day("notBefore") ?? "..")/\(day("notAfter") ?? "..")"
    }
    if words != date, !words.isEmpty { dating = words }
  }

  /// A description that is words alone, but for the siglum and what is listed inside.
  private mutating func takeWords(_ element: Int, _ tree: XMLTree) {
    let parts = tree.children(of: element).filter { node in
      !["abbr", "listWit", "head", "note"].contains(tree.nodes[node].name)
    }
    let bytes = parts.flatMap {
      tree.nodes[$0].isText ? Array(tree.bytes(of: $0)) : tree.wholeText(of: $0)
    }
    let words = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !words.isEmpty { title = words }
  }
}
