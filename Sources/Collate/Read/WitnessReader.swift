/// Reads one input of any format into witnesses.
struct WitnessReader: Sendable {
  /// Marks that plain text is searched for.
  var marks: MarkSet = .standard
  /// What elements of TEI mean.
  var tei = TEIReadingRules.standard
  /// How lines of machine transcriptions are joined.
  var pages = PageReadingRules.standard

  /// Endings of files that are taken as witnesses when a folder is read without an edition file
  /// that names them; lower case.
  static let plainTextEndings = ["txt", "text", "md"]

  /// Whether a file of this name in a folder can be a witness: a plain text that is no read-me.
  static func isWitnessName(_ name: String) -> Bool {
    let (stem, ending) = split(name)
    return plainTextEndings.contains(ending) && stem.lowercased() != "readme"
  }

  /// Whether a file of this name is a witness in a folder that has none in plain text; beside plain
  /// text XML is more likely what was made of it. The list of a digitization's files is none.
  static func isXMLWitnessName(_ name: String) -> Bool {
    let (stem, ending) = split(name)
    return ["xml", "tei"].contains(ending) && stem.lowercased() != "mets"
  }

  /// The witnesses of one input: one of a plain text, of PAGE or ALTO, one of TEI or two if its corrections are to be
  /// layers, any number of a JSON.
  ///
  /// - Parameters:
  ///   - siglum: given on the command line; for an input of one witness only.
  ///   - entry: what an edition file says of it; front matter wins over it.
  func read(
    _ input: InputBytes, siglum: String? = nil, entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> [Witness] {
    switch try Self.format(of: input) {
    case .json: return try CollateXReader(marks: marks).read(input)
    case .plainText: return [try readPlainText(input, siglum: siglum, entry: entry)]
    case .xml:
      switch try Self.root(of: input) {
      case "TEI", "TEI.2", "teiCorpus", "text":
        return try TEIReader(rules: tei).read(input, siglum: siglum, entry: entry)
      case "PcGts":
        return [try PageReader(rules: pages).read(input, as: .page, siglum: siglum, entry: entry)]
      case "alto":
        return [try PageReader(rules: pages).read(input, as: .alto, siglum: siglum, entry: entry)]
      case let root: throw ReadError(input.path, .unknownXML(root: root))
      }
    }
  }

  /// The name of the outermost element, without its prefix.
  private static func root(of input: InputBytes) throws(ReadError) -> String {
    var scanner = try XMLScanner(input)
    while let event = try scanner.next() {
      if case .start(let name) = event { return scanner.localName(name) }
    }
    return ""
  }

  private func readPlainText(
    _ input: InputBytes, siglum: String?, entry: EditionFile.Entry?
  ) throws(ReadError) -> Witness {
    let transcription = try PlainTextReader(marks: marks).read(input)
    var description = transcription.description
    if let entry { description.fill(from: entry.description) }
    let name = siglum ?? transcription.siglum ?? entry?.siglum ?? Siglum.fromFileName(input.path)
    if let fault = Siglum.fault(of: name) {
      // The place helps where the siglum stands in the file.
      let offset = siglum == nil ? transcription.siglumOffset : nil
      let place = offset.map { LineTable(bytes: input.bytes).place(at: $0) }
      throw ReadError(input.path, at: place, .badSiglum(name, fault))
    }
    return Witness(siglum: name, description: description, text: transcription.text)
  }

  private enum Format { case plainText, json, xml }

  /// By the ending of the name; standard input by how it begins.
  private static func format(of input: InputBytes) throws(ReadError) -> Format {
    let ending = split(input.path).ending
    switch ending {
    case "json": return .json
    case "xml", "tei": return .xml
    case "docx", "odt", "rtf", "pdf", "html", "htm":
      throw ReadError(input.path, .unknownFormat(ending: ending))
    default: return input.path == "-" ? formatByStart(input.bytes) : .plainText
    }
  }

  /// JSON begins like an object with a key, XML with a declaration, a comment or a tag; a gap,
  /// `<…>`, is none.
  private static func formatByStart(_ bytes: [UInt8]) -> Format {
    let start = bytes.dropFirst(bytes.hasByteOrderMark ? 3 : 0).drop(while: isSpace)
    if start.starts(with: "<?xml".utf8) || start.starts(with: "<!".utf8) { return .xml }
    let next = start.dropFirst()
    switch start.first {
    case UInt8(ascii: "{"):
      return next.drop(while: isSpace).first == UInt8(ascii: "\"") ? .json : .plainText
    case UInt8(ascii: "<"):
      let root = String(decoding: next.prefix { $0 > 0x20 && $0 != 0x3E }, as: UTF8.self)
      return ["TEI", "TEI.2", "teiCorpus", "PcGts", "alto"].contains(root) ? .xml : .plainText
    default: return .plainText
    }
  }

  /// A file name in two at its last dot; the ending in lower case.
  private static func split(_ path: String) -> (stem: Substring, ending: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (name[..<dot], name[name.index(after: dot)...].lowercased())
  }
}

extension WitnessDescription {
  /// Takes from another description what this one lacks.
  mutating func fill(from other: WitnessDescription) {
    title = title ?? other.title
    if holdings.isEmpty { holdings = other.holdings }
    date = date ?? other.date
    dating = dating ?? other.dating
    language = language ?? other.language
    for field in other.others where !others.contains(where: { $0.name == field.name }) {
      others.append(field)
    }
  }
}
