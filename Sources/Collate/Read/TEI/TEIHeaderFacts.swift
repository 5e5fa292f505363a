/// What the header of a TEI file tells of its text and of the witnesses of its apparatus.
struct TEIHeaderFacts: Sendable, Equatable {
  /// Siglum of the transcription itself, where the header gives one.
  var siglum: String?
  var description = WitnessDescription()
  /// The witnesses of the file's apparatus, in their order.
  var witnesses: [ListedWitness] = []
  /// What the characters that `g` points to stand for, by their ids.
  var characters: [String: String] = [:]
  /// The programs that worked on the file, by the names they give themselves.
  var programs: [String] = []
  /// Where the first transposition stands that it tells of.
  var transposition: Int?

  /// A witness as `listWit` describes it.
  struct ListedWitness: Sendable, Equatable {
    var id: String?
    /// As readers see it: `abbr type="siglum"`, else `@n`, else the id.
    var siglum: String
    /// Ids of the lists that hold it; a reading of the list is one of its own.
    var groups: [String] = []
    var description = WitnessDescription()
  }

  /// The names by which readings may point to a witness: its siglum, its id, and the ids of the
  /// groups it belongs to; the siglum alone where the header does not list it.
  func pointers(to siglum: String) -> Set<String> {
    let matches = witnesses.filter { $0.siglum == siglum || $0.id == siglum }
    var names: Set<String> = [siglum]
    for witness in matches {
      names.formUnion(witness.groups)
      if let id = witness.id { names.insert(id) }
    }
    return names
  }

  /// The description of one witness.
  func witness(_ siglum: String) -> ListedWitness? {
    witnesses.first { $0.siglum == siglum } ?? witnesses.first { $0.id == siglum }
  }
}

/// Reads the header of a TEI file, from behind its start tag to its end tag.
///
/// Of each element it looks at the path and, when it ends, at the text.
struct TEIHeaderReader {
  private var facts = TEIHeaderFacts()
  private var path: [Open] = []
  private var text: [UInt8] = []
  /// Depth in `path` of the `witness` that is open.
  private var witnessDepth: Int?
  private var collections: [String] = []
  private var holding = Holding()
  private var characterID: String?

  /// An element that is open.
  private struct Open {
    var name: String
    var textStart: Int
    var attributes: [String: String] = [:]
  }

  /// Reads up to the end of the header.
  static func read(_ scanner: inout XMLScanner) throws(ReadError) -> TEIHeaderFacts {
    var reader = TEIHeaderReader()
    while let event = try scanner.next() {
      switch event {
      case .text(let range): reader.text += scanner.bytes[range]
      case .character(let scalar, _): reader.text += Array(String(Character(scalar)).utf8)
      case .start(let name): reader.begin(scanner.localName(name), scanner)
      case .end:
        // What is open in the header is counted here, for the scanner's depth is the same in
        // `<teiHeader/>` and behind it.
        if reader.path.isEmpty { return reader.finished() }
        reader.end()
      }
    }
    return reader.finished()
  }

  /// Takes what attributes say.
  private mutating func begin(_ name: String, _ scanner: XMLScanner) {
    var open = Open(name: name, textStart: text.count)
    for attribute in Self.attributes {
      if let value = scanner.attribute(attribute) { open.attributes["\(attribute)"] = value }
    }
    path.append(open)
    if name == "witness" { beginWitness(open) }
    if name == "transpose" { facts.transposition = facts.transposition ?? scanner.tagStart }
    if name == "msDesc" || name == "msFrag" { (holding, collections) = (Holding(), []) }
    if name == "char" || name == "glyph" { characterID = open.attributes["xml:id"] }
    if name == "localProp", open.attributes["name"] == "code-point", let id = characterID,
      let value = open.attributes["value"].flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(value)
    {
      facts.characters[id] = String(Character(scalar))
    }
    if name == "application", let program = open.attributes["ident"] {
      facts.programs.append(program)
    }
    if name == "textLang", let language = open.attributes["mainLang"] { setLanguage(language) }
    if name == "language", let language = open.attributes["ident"] { setLanguage(language) }
  }

  private static let attributes: [StaticString] = [
    "xml:id", "type", "n", "when", "notBefore", "notAfter", "from", "to", "name", "value",
    "mainLang", "ident",
  ]

  private mutating func beginWitness(_ open: Open) {
    let id = open.attributes["xml:id"]
    let groups = path.compactMap { $0.name == "listWit" ? $0.attributes["xml:id"] : nil }
    witnessDepth = path.count
    facts.witnesses.append(
      .init(id: id, siglum: open.attributes["n"] ?? id ?? "", groups: groups))
  }

  /// A language that a header names after another is one of several, so neither is the text's.
  private mutating func setLanguage(_ language: String) {
    change { description in
      guard isLanguageTag(language), description.language == nil else { return }
      description.language = language
    }
  }

  /// Takes what the text of an element says.
  private mutating func end() {
    guard let open = path.popLast() else { return }
    let content = Self.trimmed(text[open.textStart...])
    if let content { take(content, of: open) }
    if open.name == "witness" {
      if let content { nameWitness(content) }
      witnessDepth = nil
    }
    if open.name == "msDesc" { endManuscript() }
    if path.isEmpty { text = [] }
  }

  /// Takes the text of an element that means something.
  private mutating func take(_ content: String, of open: Open) {
    let type = open.attributes["type"]
    switch open.name {
    case "title" where isWithin("titleStmt"):
      change { $0.title = $0.title ?? content }
      // The siglum of a transcription in the files of the New Testament projects.
      if type == "document", facts.siglum == nil { facts.siglum = open.attributes["n"] }
    case "title" where isWithin("msItem"): change { $0.title = $0.title ?? content }
    case "abbr" where type == "siglum": takeSiglum(content)
    case "idno" where type == "siglum": takeSiglum(content)
    case "settlement" where isWithin("msIdentifier"): holding.settlement = content
    case "repository" where isWithin("msIdentifier"): holding.repository = content
    case "institution" where isWithin("msIdentifier"):
      holding.repository = holding.repository ?? content
    case "collection" where isWithin("msIdentifier"): collections.append(content)
    case "idno" where isWithin("msIdentifier") && !isWithin("altIdentifier"):
      holding.shelfmark = holding.shelfmark ?? content
    case "locus": holding.locus = holding.locus ?? content
    case "objectDesc": holding.form = content
    case "origDate": takeDate(content, open)
    case "mapping": if let id = characterID { facts.characters[id] = content }
    default: break
    }
  }

  private mutating func takeSiglum(_ siglum: String) {
    if witnessDepth != nil {
      facts.witnesses[facts.witnesses.count - 1].siglum = siglum
    } else if isWithin("sourceDesc"), !isWithin("listWit") {
      facts.siglum = facts.siglum ?? siglum
    }
  }

  private mutating func takeDate(_ content: String, _ open: Open) {
    let when = open.attributes["when"].flatMap { isCalendarDate($0) ? $0 : nil }
    change { description in
      guard description.date == nil, description.dating == nil else { return }
      description.date = when
      description.dating = content == when ? nil : content
    }
  }

  /// A witness that is described in words alone keeps them as its title.
  private mutating func nameWitness(_ content: String) {
    let index = facts.witnesses.count - 1
    if facts.witnesses[index].siglum.isEmpty { facts.witnesses[index].siglum = content }
    guard facts.witnesses[index].description.holdings.isEmpty,
      facts.witnesses[index].description.title == nil, content != facts.witnesses[index].siglum
    else { return }
    facts.witnesses[index].description.title = content
  }

  /// A manuscript is described; its holding goes to the witness it belongs to.
  private mutating func endManuscript() {
    if !collections.isEmpty {
      let parts = collections + [holding.shelfmark].compactMap(\.self)
      holding.shelfmark = parts.joined(separator: ", ")
    }
    let made = holding
    if made != Holding() { change { $0.holdings.append(made) } }
    (holding, collections) = (Holding(), [])
  }

  /// Changes the description that the current place belongs to.
  private mutating func change(_ body: (inout WitnessDescription) -> Void) {
    if witnessDepth != nil {
      body(&facts.witnesses[facts.witnesses.count - 1].description)
    } else {
      body(&facts.description)
    }
  }

  private func isWithin(_ name: String) -> Bool { path.contains { $0.name == name } }

  /// Several witnesses are an edition's; one is the transcription itself.
  private func finished() -> TEIHeaderFacts {
    var facts = facts
    if facts.witnesses.count == 1, facts.siglum == nil {
      facts.siglum = facts.witnesses[0].siglum
      let title = facts.description.title
      facts.description.fill(from: facts.witnesses[0].description)
      facts.description.title = title ?? facts.description.title
    }
    return facts
  }

  /// Text with every run of white space a blank and none around it; nil where nothing is left.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
    let words = bytes.split(whereSeparator: XMLCharacters.isSpace)
    guard !words.isEmpty else { return nil }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
