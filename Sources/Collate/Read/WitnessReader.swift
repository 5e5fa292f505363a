/// Reads one input of any format into witnesses.
struct WitnessReader: Sendable {
  /// Marks that plain text is searched for.
  var marks: MarkSet = .standard
  /// Whether a plain text that begins with a heading `== T ==` and has another is several
  /// witnesses.
  var readsSections = true
  /// What elements of TEI mean.
  var tei = TEIReadingRules.standard
  /// How lines of machine transcriptions are joined.
  var pages = PageReadingRules.standard

  /// Endings of files that are taken as witnesses when a folder is read without an edition file
  /// that names them; lower case.
  static let plainTextEndings = ["txt", "text", "md"]

  /// Whether a file of this name in a folder can be a witness: a plain text that is no read-me.
  static func isWitnessName(_ name: String) -> Bool {
    let (stem, ending) = InputFormat.fileName(name)
    return plainTextEndings.contains(ending) && stem.lowercased() != "readme"
  }

  /// Whether a file has the name of one in XML.
  static func isXMLName(_ name: String) -> Bool {
    ["xml", "tei"].contains(InputFormat.fileName(name).ending)
  }

  /// Whether a file of this name is a witness in a folder that has none in plain text; beside plain
  /// text XML is more likely what was made of it. The list of a digitization's files is none.
  static func isXMLWitnessName(_ name: String) -> Bool {
    isXMLName(name) && InputFormat.fileName(name).stem.lowercased() != "mets"
  }

  /// The witnesses of one input: one of a plain text or as many as it has headings, one of PAGE or
  /// ALTO, one of TEI or two if its corrections are to be layers, any number of a JSON.
  ///
  /// - Parameters:
  ///   - siglum: given on the command line. One witness gets it as its name; of several in a plain
  ///     text or JSON it chooses one.
  ///   - entry: what an edition file says of it; front matter wins over it.
  func read(
    _ input: InputBytes, siglum: String? = nil, entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> [Witness] {
    switch try InputFormat.of(input) {
    case .json: return try readJSON(input, siglum: siglum ?? entry?.siglum)
    case .html: throw ReadError(input.path, .unknownFormat(ending: "html"))
    case .plainText:
      guard readsSections, let text = SectionedText(input) else {
        return [try readPlainText(input, siglum: siglum, entry: entry)]
      }
      return try readSections(of: text, input.path, siglum: siglum ?? entry?.siglum, entry: entry)
    case .xml:
      let root = try Self.root(of: input)
      if let format = PageReader.Format(root: root) {
        return [try PageReader(rules: pages).read(input, as: format, siglum: siglum, entry: entry)]
      }
      guard ["TEI", "TEI.2", "teiCorpus", "text"].contains(root) else {
        throw ReadError(input.path, .unknownXML(root: root))
      }
      return try TEIReader(rules: tei).read(input, siglum: siglum, entry: entry)
    }
  }

  /// The name of the outermost element, without its prefix.
  static func root(of input: InputBytes) throws(ReadError) -> String {
    var scanner = try XMLScanner(input)
    while let event = try scanner.next() {
      if case .start(let name) = event { return scanner.localName(name) }
    }
    return ""
  }

  /// The one witness of a plain text.
  private func readPlainText(
    _ input: InputBytes, siglum: String?, entry: EditionFile.Entry?
  ) throws(ReadError) -> Witness {
    let transcription = try PlainTextReader(marks: marks).read(input)
    var description = transcription.description
    if let entry { description.fill(from: entry.description) }
    let name = siglum ?? transcription.siglum ?? entry?.siglum ?? Siglum.fromFileName(input.path)
    if let fault = Siglum.fault(of: name) {
      // The place helps where the siglum stands in the file.
      let place = siglum == nil ? transcription.siglumOffset.map(input.place) : nil
      throw ReadError(input.path, at: place, .badSiglum(name, fault))
    }
    return Witness(
      siglum: name, description: description, text: transcription.text,
      doubts: transcription.doubts
        + [siglum == nil ? contradiction(transcription, entry, input) : nil].compactMap(\.self))
  }

  /// The doubt where front matter and edition file call a witness by different names.
  private func contradiction(
    _ transcription: PlainTextReader.Transcription, _ entry: EditionFile.Entry?,
    _ input: InputBytes
  ) -> ReadError? {
    guard let own = transcription.siglum, let listed = entry?.siglum, own != listed else {
      return nil
    }
    return ReadError(
      input.path, at: transcription.siglumOffset.map(input.place),
      .siglumInFront(own, listed: listed))
  }

  /// The witnesses of a file of several, or the one that is wanted.
  private func readSections(
    of text: SectionedText, _ path: String, siglum wanted: String?, entry: EditionFile.Entry?
  ) throws(ReadError) -> [Witness] {
    var witnesses: [Witness] = []
    let sections = try text.sections()
    for section in sections {
      guard let siglum = section.heading?.siglum, wanted == nil || siglum == wanted else {
        continue
      }
      witnesses.append(try readSection(section, siglum, entry))
    }
    if let wanted, witnesses.isEmpty {
      let sigla = sections.compactMap(\.heading?.siglum)
      throw ReadError(path, .notInFile(wanted, sigla: sigla))
    }
    return witnesses
  }

  /// A witness among several of a file; throws where its front matter gives it another siglum than
  /// its heading.
  private func readSection(
    _ section: InputBytes, _ siglum: String, _ entry: EditionFile.Entry?
  ) throws(ReadError) -> Witness {
    let transcription = try PlainTextReader(marks: marks).read(section)
    if let other = transcription.siglum, other != siglum {
      let place = transcription.siglumOffset.map(section.place)
      throw ReadError(section.path, at: place, .contradictsHeading(other, heading: siglum))
    }
    var description = transcription.description
    if let entry { description.fill(from: entry.description) }
    return Witness(
      siglum: siglum, description: description, text: transcription.text,
      doubts: transcription.doubts)
  }

  /// The witnesses of CollateX's JSON, or the one that is wanted; one alone gets the siglum wanted.
  private func readJSON(
    _ input: InputBytes, siglum wanted: String?
  ) throws(ReadError) -> [Witness] {
    var witnesses = try CollateXReader(marks: marks).read(input)
    guard let wanted else { return witnesses }
    if witnesses.count == 1 {
      if let fault = Siglum.fault(of: wanted) {
        throw ReadError(input.path, .badSiglum(wanted, fault))
      }
      witnesses[0].siglum = wanted
      return witnesses
    }
    guard let witness = witnesses.first(where: { $0.siglum == wanted }) else {
      throw ReadError(input.path, .notInFile(wanted, sigla: witnesses.map(\.siglum)))
    }
    return [witness]
  }
}

extension WitnessDescription {
  /// Takes from another description what this one lacks.
  mutating func fill(from other: WitnessDescription) {
    title = title ?? other.title
    if holdings.isEmpty {
      holdings = other.holdings
    } else if holdings.count == 1, other.holdings.count == 1 {
      holdings[0].fill(from: other.holdings[0])
    }
    date = date ?? other.date
    dating = dating ?? other.dating
    language = language ?? other.language
    for field in other.others where !others.contains(where: { $0.name == field.name }) {
      others.append(field)
    }
  }
}

extension Holding {
  /// Takes from what another place says of the same copy what is lacking here; nothing where the
  /// two contradict each other, since they may speak of different copies.
  fileprivate mutating func fill(from other: Holding) {
    let fields = Self.fieldNames.compactMap(Self.field)
    for field in fields {
      guard let own = self[keyPath: field], let others = other[keyPath: field] else { continue }
      if own != others { return }
    }
    for field in fields { self[keyPath: field] = self[keyPath: field] ?? other[keyPath: field] }
  }
}
