/// Reads a machine transcription, PAGE or ALTO, as one witness: a file, or the files of its pages.
struct PageReader: Sendable {
  var rules = PageReadingRules.standard
  var limits = XMLLimits.standard

  /// What a machine transcription is written in.
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

    /// The pages of a file of this format; throws where it is not well-formed.
    func pages(
      of input: InputBytes, limits: XMLLimits = .standard
    ) throws(ReadError) -> [TranscribedPage] {
      switch self {
      case .page:
        var parser = try PAGEParser(input, limits: limits)
        return try parser.parse()
      case .alto:
        var parser = try ALTOParser(input, limits: limits)
        return try parser.parse()
      }
    }
  }

  /// The witness of one file; throws where the file is not well-formed.
  func read(
    _ input: InputBytes, as format: Format, siglum: String? = nil,
    entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> Witness {
    var builder = PageTextBuilder(path: input.path, rules: rules)
    for page in try format.pages(of: input, limits: limits) {
      builder.append(page, named: page.name)
    }
    return try witness(
      builder, siglum ?? entry?.siglum ?? Siglum.fromFileName(input.path), entry, input.path)
  }

  /// The witness of all that was read; throws where its siglum can be none.
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
  /// The witness whose pages stand in the files of a folder.
  func read(
    _ folder: FolderOfPages, siglum: String? = nil, entry: EditionFile.Entry? = nil
  ) throws(ReadError) -> Witness {
    var joined = PageTextBuilder(path: folder.path, rules: rules)
    for file in folder.files { try append(file.pages, of: file.path, to: &joined) }
    var witness = try witness(
      joined, siglum ?? entry?.siglum ?? Self.siglum(of: folder.path), entry, folder.path)
    witness.doubts = folder.doubts
    return witness
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
      try append(format.pages(of: input, limits: limits), of: file, to: &joined)
    }
    return try witness(joined, siglum ?? entry?.siglum ?? Siglum.fromFileName(path), entry, path)
  }

  private static func siglum(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }

  /// Adds the pages of a file to a text; throws where that becomes too long for its offsets.
  private func append(
    _ pages: [TranscribedPage], of path: String, to text: inout PageTextBuilder
  ) throws(ReadError) {
    text.beginFile(path)
    for page in pages { text.append(page, named: Self.name(of: page, among: pages, path)) }
    guard text.count <= InputBytes.limit else {
      throw ReadError(path, .tooLarge(limit: InputBytes.limit))
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
