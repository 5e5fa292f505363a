/// Reads a machine transcription, PAGE or ALTO, as one witness: a file, or the files of its pages.
struct PageReader: Sendable {
  var rules = PageReadingRules.standard
  var limits = XMLLimits.standard

  enum Format: Sendable {
    case page, alto

    /// The format by the name of the outermost element; nil where it is neither.
    init?(root: String) {
      switch root {
      case "PcGts": self = .page
      case "alto": self = .alto
      default: return nil
      }
    }
  }

  /// The witness of one file; throws where the file is not well-formed.
  func read(
    _ input: InputBytes, as format: Format, siglum: String? = nil,
    entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> Witness {
    var builder = PageTextBuilder(path: input.path, rules: rules)
    for page in try pages(of: input, as: format) { builder.append(page, named: page.name) }
    return try witness(
      builder, siglum ?? entry?.siglum ?? Siglum.fromFileName(input.path), entry, input.path)
  }

  private func pages(
    of input: InputBytes, as format: Format
  ) throws(ReadError) -> [TranscribedPage] {
    switch format {
    case .page:
      var parser = try PAGEParser(input, limits: limits)
      return try parser.parse()
    case .alto:
      var parser = try ALTOParser(input, limits: limits)
      return try parser.parse()
    }
  }

  private func witness(
    _ builder: PageTextBuilder, _ siglum: String, _ entry: EditionFile.Entry?, _ path: String
  ) throws(ReadError) -> Witness {
    if let fault = Siglum.fault(of: siglum) { throw ReadError(path, .badSiglum(siglum, fault)) }
    var builder = builder
    return Witness(
      siglum: siglum, description: entry?.description ?? WitnessDescription(),
      text: builder.finished())
  }
}

// MARK: - Files of one page each

extension PageReader {
  /// The witness whose pages stand in the files of a folder, in natural order of their names.
  ///
  /// Of the XML in it lists of the digitization's files are passed over, and so is what this program
  /// wrote, which is told; else there may be pages of one format only, since an export in two formats has
  /// each page twice. Where there are no pages, those in a folder `page` or `alto` within count, which is
  /// how Transkribus exports a document.
  func read(
    folder: String, siglum: String? = nil, entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> Witness {
    var doubts: [ReadError] = []
    for inner in Self.places(in: folder) {
      var joined = PageTextBuilder(path: folder, rules: rules)
      var first: (format: Format, path: String)?
      for file in try Self.files(in: inner) {
        let input = try InputBytes(path: file)
        let format: Format
        switch try Content(of: input) {
        case .page(let found): format = found
        case .list: continue
        case .ownApparatus:
          doubts.append(ReadError(file, .ownApparatus))
          continue
        case .other(let root): throw ReadError(file, .notAPage(root: root, folder: inner))
        }
        if let first, first.format != format {
          throw ReadError(file, .otherPageFormat(than: first.path))
        }
        first = first ?? (format, file)
        try append(input, as: format, to: &joined)
      }
      guard first != nil else { continue }
      let name = siglum ?? entry?.siglum ?? Self.siglum(of: folder)
      var witness = try witness(joined, name, entry, folder)
      witness.doubts = doubts
      return witness
    }
    throw ReadError(folder, .noPages)
  }

  /// The witness whose pages stand in these files, in their order; the formats may differ, since
  /// somebody has named each.
  func read(
    files: [String], siglum: String? = nil, entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> Witness {
    let path = files.first ?? ""
    var joined = PageTextBuilder(path: path, rules: rules)
    for file in files {
      let input = try InputBytes(path: file)
      let root = try WitnessReader.root(of: input)
      guard let format = Format(root: root) else {
        throw ReadError(file, .notAPage(root: root, folder: nil))
      }
      try append(input, as: format, to: &joined)
    }
    return try witness(joined, siglum ?? entry?.siglum ?? Siglum.fromFileName(path), entry, path)
  }

  /// Whether a folder can be read as a witness: whether the first of its files is a page, but for those
  /// that are passed over. Throws where that file cannot be read.
  static func holdsPages(_ folder: String) throws(ReadError) -> Bool {
    for inner in places(in: folder) {
      for file in try files(in: inner) {
        switch try Content(of: InputBytes(path: file)) {
        case .page: return true
        case .other: return false
        case .list, .ownApparatus: continue
        }
      }
    }
    return false
  }

  /// What an XML file in a folder of pages is.
  private enum Content {
    case page(Format)
    /// It tells what a digitization consists of: METS, or what Transkribus writes beside it.
    case list
    /// This program wrote it.
    case ownApparatus
    case other(root: String)

    init(of input: InputBytes) throws(ReadError) {
      let root = try WitnessReader.root(of: input)
      if let format = Format(root: root) {
        self = .page(format)
      } else if ["mets", "trpDocMetadata"].contains(root) {
        self = .list
      } else {
        self = try OwnFile.isOne(input) ? .ownApparatus : .other(root: root)
      }
    }
  }

  /// Where pages of a folder may stand: in it, or in folders of it that export programs make.
  private static func places(in folder: String) -> [String] {
    let inner = ["page", "alto"].map { InputBytes.path(of: $0, in: folder) }
    return [folder] + inner.filter { InputBytes.kind(of: $0) == .folder }
  }

  /// The XML in a folder, in natural order.
  private static func files(in folder: String) throws(ReadError) -> [String] {
    let names = try InputBytes.fileNames(inFolder: folder)
      .filter { $0.lowercased().hasSuffix(".xml") }
    try InputBytes.check(names, inFolder: folder)
    return names.map { InputBytes.path(of: $0, in: folder) }
  }

  private static func siglum(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }

  private func append(
    _ input: InputBytes, as format: Format, to text: inout PageTextBuilder
  ) throws(ReadError) {
    text.beginFile(input.path)
    let pages = try pages(of: input, as: format)
    for page in pages { text.append(page, named: Self.name(of: page, among: pages, input.path)) }
    guard text.count <= InputBytes.limit else {
      throw ReadError(input.path, .tooLarge(limit: InputBytes.limit))
    }
  }

  /// What to call a page. Programs that write a file for each page number all of them alike.
  private static func name(
    of page: TranscribedPage, among pages: [TranscribedPage], _ path: String
  ) -> String? {
    guard pages.count == 1 else { return page.name }
    return page.printed ?? page.image ?? TranscribedPage.stem(path)
  }
}
