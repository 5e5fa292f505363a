import Testing

@testable import Collate

/// What no schema finds and programs that read an apparatus stumble over.
@Suite struct TEIIntegrityTests {
  static let forms: [TEIForm] = [
    TEIForm(), TEIForm(profile: .readings), TEIForm(method: .doubleEndPoint),
    TEIForm(method: .doubleEndPoint, location: .external),
    TEIForm(method: .locationReferenced, location: .external),
  ]

  static let editions: [[String]] = [
    ["one two three", "one 2 three", "won two"],
    ["a, b c d", "a b c, d", "b c d"],
    [
      "It began. And so they went over the hill and down to the river where boats lay. It ended.",
      "It began. And so they went over the hill and down to the sea where boats lay. It ended.",
      "It began. It ended.",
    ],
    ["the cat is black", "black is the cat", "the cat"],
  ]

  @Test(arguments: editions.indices, forms.indices)
  func filesAreSound(_ edition: Int, _ form: Int) throws {
    var out = Output()
    TEIWriter(form: Self.forms[form]).write(
      try editionForTests(Self.editions[edition]), into: &out)
    let tree = try XMLTree(InputBytes(path: "a.xml", bytes: out.bytes))
    let text = String(decoding: out.bytes, as: UTF8.self)
    let witnesses = tree.elements("witness").compactMap { tree.attribute("xml:id", of: $0) }
    #expect(dangling(tree) == [], "\(text)")
    #expect(blankNeighbors(tree, Self.forms[form]) == 0, "\(text)")
    #expect(unevenEntries(tree, Set(witnesses), Self.forms[form]) == [], "\(text)")
    #expect(!tree.elements("app").isEmpty)
  }

  /// Where the white space of a witness goes with its reading, each reading says it itself: a
  /// program that knows no milestones gives all witnesses their own spacing.
  @Test(arguments: [
    [
      "he saw the name: so", "he saw the name: so", "he saw the: so", "he saw the name and how: so",
    ],
    ["hear this, all of you", "hear this all of you", "hear, all of you"],
    ["a foo, b c d", "a, b c d", "a foo b c d"],
  ]) func spacingGoesWithItsReading(_ witnesses: [String]) throws {
    var out = Output()
    TEIWriter().write(try editionForTests(witnesses), into: &out)
    let text = String(decoding: out.bytes, as: UTF8.self)
    #expect(!text.contains("<milestone"), "\(text)")
    #expect(text.contains("<app"))
  }

  @Test func prefixClashesAreSeen() {
    #expect(
      TEIIdentifiers(sigla: ["A", "B", "A1"]).prefixClashes.map { [$0.0, $0.1] } == [[0, 2]])
    #expect(TEIIdentifiers(sigla: ["A", "B"]).prefixClashes.isEmpty)
  }

  @Test func siglaNeverMeetOurOwnIDs() {
    for siglum in ["app1", "note-1", "char-0001", "class-name"] {
      #expect(TEIIdentifiers(sigla: [siglum]).ids[0] != siglum)
    }
  }

  /// Pointers whose element is not in the file.
  private func dangling(_ tree: XMLTree) -> [String] {
    let attributes = [
      "wit", "edRef", "corresp", "target", "from", "to", "exclude", "source", "ref",
    ]
    return tree.nodes.indices.flatMap { node in
      attributes.flatMap { ApparatusWitnesses.pointers(tree.attribute($0, of: node)) }
    }.filter { tree.element(id: $0) == nil }
  }

  /// Texts of white space alone between two entries, which some readers drop. Entries apart from
  /// their lemma have none between them that counts.
  private func blankNeighbors(_ tree: XMLTree, _ form: TEIForm) -> Int {
    guard form.method == .parallelSegmentation else { return 0 }
    return tree.nodes.indices.count { node in
      guard tree.nodes[node].isText, tree.isInside(["body"], node) else { return false }
      let around = tree.children(of: tree.nodes[node].parent)
      guard let place = around.firstIndex(of: node), place > 0, place + 1 < around.count else {
        return false
      }
      return [around[place - 1], around[place + 1]].allSatisfy { tree.nodes[$0].name == "app" }
        && tree.bytes(of: node).allSatisfy(XMLCharacters.isSpace)
    }
  }

  /// Entries in which a witness stands twice, or which do not have the witnesses that they should:
  /// those of the reading around, or all. The passage that holds an entry apart from its lemma
  /// shows only in that one of its readings has the same witnesses.
  private func unevenEntries(
    _ tree: XMLTree, _ all: Set<String>, _ form: TEIForm
  ) -> [String] {
    func witnesses(of reading: Int) -> [String] {
      ApparatusWitnesses.pointers(tree.attribute("wit", of: reading)).map { String($0.dropFirst()) }
    }
    let readings = tree.elements("lem") + tree.elements("rdg")
    let versions = readings.map { Set(witnesses(of: $0)) }
    return tree.elements("app").compactMap { app in
      let named = tree.children(of: app).flatMap(witnesses)
      let around = readings.last { $0 < app && app < tree.nodes[$0].end }
      let expected: Set<String> = around.map { Set(witnesses(of: $0)) } ?? all
      let isWhole =
        Set(named) == expected
        || form.method != .parallelSegmentation && versions.contains(Set(named))
      return Set(named).count == named.count && isWhole ? nil : tree.attribute("xml:id", of: app)
    }
  }
}
