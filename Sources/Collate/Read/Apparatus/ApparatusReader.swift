/// Reads a TEI apparatus of any maker back into the witnesses that it holds.
///
/// Parallel segmentation and double-end-point, within the text or apart from it, positive or
/// negative. In a file of this program every witness comes back byte for byte; in others' its words
/// do, in the spelling of the apparatus, with one blank between words and a blank line between
/// paragraphs.
struct ApparatusReader: Sendable {
  /// Throws where the file is not well formed or no witness can be made of it; all that is only
  /// doubtful is told in the result. O(bytes + text × witnesses that it speaks for).
  func read(_ input: InputBytes) throws(ReadError) -> ReadApparatus {
    let tree = try XMLTree(input)
    let names = ApparatusWitnesses(tree)
    let list = try ApparatusEntries(tree)
    let own = OwnFile(tree)
    try check(tree, list, names, isOwn: own != nil)
    let choice = own == nil ? WitnessChoice(tree, list, names) : WitnessChoice(all: names)
    guard !choice.items.isEmpty else { throw ReadError(input.path, .apparatus(.noWitnesses)) }
    let heads = choice.items.map { item in
      own == nil ? [] : OwnFile.frontMatter(of: names.items[item], tree)
    }
    var walk = ApparatusWalk(
      tree, list, names, choice, heads: heads, usualBreak: own?.usualBreak)
    try walk.run(own.map { [$0.division] } ?? roots(tree))
    return result(tree, names, choice, walk, own)
  }

  /// Throws where the file has no apparatus, or one that nothing can be made of.
  private func check(
    _ tree: XMLTree, _ list: ApparatusEntries, _ names: ApparatusWitnesses, isOwn: Bool
  ) throws(ReadError) {
    guard !names.items.isEmpty else {
      let fault: ApparatusFault = list.entries.isEmpty ? .noApparatus : .noWitnesses
      throw ReadError(tree.path, .apparatus(fault))
    }
    guard isOwn || !list.entries.isEmpty else {
      throw ReadError(tree.path, .apparatus(.noApparatus))
    }
    if let first = list.entries.first, list.entries.allSatisfy(\.isByLocation) {
      throw tree.error(at: first.node, .locationOnly)
    }
  }

  /// The elements whose text is compared: the bodies, or the whole of a file without any.
  private func roots(_ tree: XMLTree) -> [Int] {
    let bodies = tree.elements("body").filter { !tree.isInside(["teiHeader", "body"], $0) }
    return bodies.isEmpty ? [0] : bodies
  }

  /// Brings together what was found.
  private func result(
    _ tree: XMLTree, _ names: ApparatusWitnesses, _ choice: WitnessChoice, _ walk: ApparatusWalk,
    _ own: OwnFile?
  ) -> ReadApparatus {
    let witnesses = zip(choice.items, walk.texts).map { item, text in
      witness(names.items[item], text, tree, names)
    }
    let title = title(tree)
    let untitled = own.map { _ in OwnFile.title(ofUntitled: witnesses.map(\.siglum)) }
    let base = base(own, names, walk)
    let edited = walk.texts[walk.edited]
    return ReadApparatus(
      path: tree.path, title: title == untitled ? nil : title,
      language: tree.nodes.isEmpty ? nil : tree.attribute("xml:lang", of: 0),
      witnesses: witnesses, origins: walk.texts.dropLast().map(\.origins),
      occasional: choice.occasional.map { names.items[$0].siglum }, base: base,
      edited: base == nil
        ? Witness(
          siglum: Self.editorsSiglum(beside: witnesses), description: WitnessDescription(),
          text: edited.source(path: tree.path)) : nil,
      editedOrigins: edited.origins, entries: walk.entries,
      doubts: transpositions(tree) + walk.doubts, isOwn: own != nil)
  }

  /// A witness of the list with the text that was found for it.
  private func witness(
    _ item: ApparatusWitnesses.Item, _ text: WitnessText, _ tree: XMLTree,
    _ names: ApparatusWitnesses
  ) -> Witness {
    Witness(
      siglum: item.siglum,
      description: item.node.map { WitnessDescription(element: $0, tree) } ?? WitnessDescription(),
      text: text.source(path: tree.path),
      manuscript: item.manuscript.map { names.items[$0].siglum })
  }

  /// The witness whose text the lemmas are: the one that the file names, or the first that has just
  /// the words of the edited text; nil where none has.
  private func base(
    _ own: OwnFile?, _ names: ApparatusWitnesses, _ walk: ApparatusWalk
  ) -> Int? {
    let named = own?.base.flatMap { names.resolve($0)?.first }.flatMap { walk.textOfItem[$0] }
    let edited = walk.texts[walk.edited]
    let witnesses = walk.texts.indices.dropLast()
    let found = named ?? witnesses.first { walk.texts[$0].bytes == edited.bytes }
    return found ?? (own == nil ? nil : 0)
  }

  /// What is asked for by marks of transposition is not done.
  private func transpositions(_ tree: XMLTree) -> [ReadError] {
    tree.elements("transpose").prefix(1).map { node in
      ReadError(tree.path, at: tree.place(of: node), .transposition)
    }
  }

  /// The first title of the file; nil where it is empty.
  private func title(_ tree: XMLTree) -> String? {
    let statement = tree.elements("titleStmt").first
    let title = statement.flatMap { tree.elements("title", in: $0).first }
    return title.map { tree.plainText(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What the editor's text is called among the witnesses.
  private static func editorsSiglum(beside witnesses: [Witness]) -> String {
    let candidates = ["ed.", "ed. crit.", "editor"]
    let free = candidates.first { name in !witnesses.contains { $0.siglum == name } }
    return free ?? candidates.joined(separator: " ")
  }
}

/// What a file of this program says of itself.
struct OwnFile: Sendable {
  /// The `div` that holds the collated text.
  var division: Int
  var usualBreak: [UInt8]
  /// Pointer to the base text.
  var base: String?

  /// Nil for files of others.
  init?(_ tree: XMLTree) {
    let found = tree.elements("div").first { node in
      tree.attribute("type", of: node) == "collation"
        && tree.attribute("rend", of: node)?.hasPrefix("break:") ?? false
    }
    guard let found, let rend = tree.attribute("rend", of: found) else { return nil }
    division = found
    usualBreak = Array((TEINotation.unescape(String(rend.dropFirst(6))) ?? "").utf8)
    base = tree.attribute("source", of: found)
  }

  /// Whether this program wrote a file, as its header says; reads no further than that.
  ///
  /// Throws where the file is not well formed up to there.
  static func isOne(_ input: InputBytes) throws(ReadError) -> Bool {
    var scanner = try XMLScanner(input)
    while let event = try scanner.next() {
      guard case .start(let name) = event, scanner.localName(name) != "TEI" else { continue }
      guard scanner.localName(name) == "teiHeader" else { return false }
      return try TEIHeaderReader.read(&scanner).programs.contains("collate")
    }
    return false
  }

  /// What TEI, which must have a title, calls an edition that has none.
  static func title(ofUntitled sigla: [String]) -> String {
    "Collation of \(sigla.joined(separator: ", "))"
  }

  /// The bytes before the transcription of a witness.
  static func frontMatter(of item: ApparatusWitnesses.Item, _ tree: XMLTree) -> [UInt8] {
    guard let node = item.node else { return [] }
    let note = tree.elements("note", in: node).first { note in
      tree.attribute("type", of: note) == "front-matter"
    }
    guard let note else { return [] }
    return (note..<tree.nodes[note].end).flatMap { at -> [UInt8] in
      if tree.nodes[at].isText { return Array(tree.bytes(of: at)) }
      guard let ref = tree.attribute("ref", of: at),
        let scalar = TEINotation.character(id: ref.drop { $0 == "#" })
      else { return [] }
      return Array(String(Character(scalar)).utf8)
    }
  }
}
