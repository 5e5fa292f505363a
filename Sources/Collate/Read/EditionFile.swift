/// `edition.json`: what a folder of witnesses says of the edition.
///
///     { "title": "…", "language": "en", "base": "T",
///       "tei": { "elements": { "note": "keep" }, "choice": ["reg"], "layers": true },
///       "witnesses": [ { "siglum": "T", "file": "T.txt", "shelfmark": "f. 64" }, "M.txt" ],
///       "options": { "ignore": ["case"], "width": 72 } }
///
/// Every key may be missing. A witness is an object or only the name of its file; its fields are
/// those of front matter, which wins over them. Its file may be a folder with the pages of a
/// machine transcription, or a list of such pages:
/// `{ "siglum": "P", "file": ["P/1.xml", "P/2.xml"] }`.
struct EditionFile: Sendable, Equatable {
  static let name = "edition.json"

  /// As the user named it.
  var path: String
  var title: String?
  /// BCP 47 tag.
  var language: String?
  /// Siglum of the base text.
  var base: String?
  /// In the order of the edition; nil where it names none.
  var witnesses: [Entry]?
  /// In the order of the file.
  var options: [Option] = []
  /// How TEI transcriptions are read, where the file says something of it.
  var tei: TEIReadingRules?
  /// What is doubtful in it, and may be told.
  var doubts: [ReadError] = []

  /// One witness.
  struct Entry: Sendable, Equatable {
    /// Relative to the folder and within it: one, which may be a folder of pages, or the files of
    /// the pages.
    var files: [String]
    /// Whether it is a list of pages, be it of one.
    var isList = false
    var siglum: String?
    var description = WitnessDescription()
  }

  /// An option of the command line, by its long name without dashes.
  struct Option: Sendable, Equatable {
    var name: String
    /// The values in the words of the command line; `true` for a switch. An array gives several.
    var values: [String]
    /// Where its name stands in the file.
    var place: Place
  }
}

extension EditionFile {
  /// Reads an edition file; throws, with the place, where it is no JSON or not of this form.
  init(_ input: InputBytes) throws(ReadError) {
    let document = try JSONDocument(input)
    self.init(path: input.path)
    for member in try document.members(of: document.root, key: "edition.json") {
      try read(member, document)
    }
  }

  /// The keys that it may have.
  static let keys = ["title", "language", "base", "witnesses", "options", "tei"]

  /// Reads a member of the file; throws where its key is none of `keys`.
  private mutating func read(
    _ member: JSONValue.Member, _ document: JSONDocument
  ) throws(ReadError) {
    let value = member.value
    switch member.key {
    case "title": title = try document.string(of: value, key: member.key)
    case "language": language = try Self.field("language", value, document)
    case "base": base = try document.string(of: value, key: member.key)
    case "witnesses":
      witnesses = try Self.entries(value, document)
      doubts = try Self.doubts(value, document)
    case "options": options = try Self.options(value, document)
    case "tei": tei = try TEIReadingRules(value, document)
    default:
      throw document.error(at: member.keyRange, .unknownKey(member.key, known: Self.keys))
    }
  }

  /// The witnesses in their order.
  private static func entries(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> [Entry] {
    var entries: [Entry] = []
    for element in try document.elements(of: value, key: "witnesses") {
      entries.append(try entry(element, document))
    }
    guard !entries.isEmpty else { throw document.error(at: value.range, .emptyWitnessList) }
    return entries
  }

  /// A witness: the name of its file alone, or what is said of it.
  private static func entry(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> Entry {
    if case .string = value.content { return Entry(file: try Self.file(value, document)) }
    guard case .object = value.content else {
      throw document.error(
        at: value.range,
        .wrongType(key: "witnesses", expected: "a list of objects or names of files"))
    }
    var entry = Entry(files: [])
    for member in try document.members(of: value, key: "witnesses") {
      try entry.read(member, document)
    }
    guard !entry.files.isEmpty, !entry.files.contains("") else {
      throw document.error(at: value.range, .missingKey("file"))
    }
    if entry.isList, entry.siglum == nil {
      throw document.error(at: value.range, .missingKey("siglum"))
    }
    return entry
  }

  /// The fields of descriptions that have names of their own.
  private static func doubts(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> [ReadError] {
    var doubts: [ReadError] = []
    for element in try document.elements(of: value, key: "witnesses") {
      guard case .object(let members) = element.content else { continue }
      for member in members where Entry.isNote(member.key) {
        let known = ["file"] + WitnessDescription.fieldNames
        doubts.append(document.error(at: member.keyRange, .unknownField(member.key, known: known)))
      }
    }
    return doubts
  }

  /// The options of the command line that the file gives, with their places.
  private static func options(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> [Option] {
    let lines = LineTable(bytes: document.input.bytes)
    var options: [Option] = []
    for member in try document.members(of: value, key: "options") {
      var values: [String] = []
      var given = [member.value]
      if case .array(let elements) = member.value.content { given = elements }
      for element in given {
        guard let text = document.scalarText(of: element) else {
          throw document.error(
            at: element.range,
            .wrongType(key: member.key, expected: "a string, a number, true or false"))
        }
        values.append(text)
      }
      let place = lines.place(at: member.keyRange.lowerBound)
      options.append(Option(name: member.key, values: values, place: place))
    }
    return options
  }

  /// The name of a file, relative to the folder and within it.
  ///
  /// A job that checks folders of other people must not be led to files of the machine it runs on.
  /// Symbolic links are followed, as everywhere: what they lead to is for the system to allow.
  fileprivate static func file(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> String {
    let name = try document.string(of: value, key: "file")
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw document.error(at: value.range, .outsideFolder(name))
    }
    return name
  }

  /// The value of a field of a description, checked as front matter is.
  fileprivate static func field(
    _ name: String, _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> String {
    let text = try document.string(of: value, key: name)
    if let problem = WitnessDescription.problem(text, name) {
      throw document.error(at: value.range, problem)
    }
    return text
  }
}

extension EditionFile.Entry {
  /// A witness of one file.
  init(file: String, siglum: String? = nil, description: WitnessDescription = .init()) {
    self.init(files: [file], siglum: siglum, description: description)
  }

  /// Reads a member of what is said of a witness.
  fileprivate mutating func read(
    _ member: JSONValue.Member, _ document: JSONDocument
  ) throws(ReadError) {
    let (name, value) = (member.key.lowercased(), member.value)
    if name == "holdings" {
      try readHoldings(value, document)
    } else if name == "file" {
      try readFiles(value, document)
    } else if name == "siglum" {
      let text = try document.string(of: value, key: name)
      if let fault = Siglum.fault(of: text) {
        throw document.error(at: value.range, .badSiglum(text, fault))
      }
      siglum = text
    } else if let field = Holding.field(name) {
      _ = description.add(try document.string(of: value, key: name), field)
    } else if let field = WitnessDescription.field(name) {
      description[keyPath: field] = try EditionFile.field(name, value, document)
    } else {
      let text = document.scalarText(of: value) ?? document.source(value.range)
      description.others.append(.init(name: member.key, value: text))
    }
  }

  /// Whether a key is none that has a meaning of its own.
  static func isNote(_ key: String) -> Bool {
    !(["file"] + WitnessDescription.fieldNames).contains(key.lowercased())
  }

  /// Reads the file of a witness, or the list of the files of its pages.
  private mutating func readFiles(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) {
    guard case .array(let pages) = value.content else {
      files = [try EditionFile.file(value, document)]
      return
    }
    isList = true
    for page in pages { files.append(try EditionFile.file(page, document)) }
  }

  /// `"holdings": [{"repository": …}, …]`, where a witness has several copies.
  private mutating func readHoldings(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) {
    for element in try document.elements(of: value, key: "holdings") {
      var holding = Holding()
      for member in try document.members(of: element, key: "holdings") {
        guard let field = Holding.field(member.key) else {
          throw document.error(
            at: member.keyRange, .unknownKey(member.key, known: Holding.fieldNames))
        }
        holding[keyPath: field] = try document.string(of: member.value, key: member.key)
      }
      description.holdings.append(holding)
    }
  }
}
