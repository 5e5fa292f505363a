/// Reads one input of any format into witnesses.
struct WitnessReader: Sendable {
  /// Marks that plain text is searched for.
  var marks: MarkSet = .standard

  /// Endings of files that are taken as witnesses when a folder is read without an edition file
  /// that names them; lower case.
  static let plainTextEndings = ["txt", "text", "md"]

  /// Whether a file of this name in a folder can be a witness: a plain text that is no read-me.
  static func isWitnessName(_ name: String) -> Bool {
    let (stem, ending) = split(name)
    return plainTextEndings.contains(ending) && stem.lowercased() != "readme"
  }

  /// The witnesses of one input: one of a plain text, any number of a JSON.
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
    }
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

  private enum Format { case plainText, json }

  /// By the ending of the name; standard input is JSON if it begins like an object with a key.
  private static func format(of input: InputBytes) throws(ReadError) -> Format {
    let ending = split(input.path).ending
    switch ending {
    case "json": return .json
    case "xml", "tei", "docx", "odt", "rtf", "pdf", "html", "htm":
      throw ReadError(input.path, .unknownFormat(ending: ending))
    default: break
    }
    guard input.path == "-" else { return .plainText }
    let start = input.bytes.lazy.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard start.first == UInt8(ascii: "{") else { return .plainText }
    let next = start.dropFirst().drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.first
    return next == UInt8(ascii: "\"") ? .json : .plainText
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
