/// A folder with the pages of one witness, a file each, as programs export it.
///
/// Where it has no pages itself, those in a folder `page` or `alto` within count, which is how
/// Transkribus exports a document. Of the XML beside them lists of the digitization's files are
/// passed over, and so is what this program wrote, which is told; all else must be pages of one
/// format, since an export in two formats has each page twice.
struct FolderOfPages: Sendable {
  /// A file with pages, which is most often one.
  struct File: Sendable {
    var path: String
    var format: PageReader.Format
    var pages: [TranscribedPage]
  }

  /// The file that Transkribus writes beside the pages that it exports, and its outermost element.
  static let metadataName = "metadata.xml"
  static let metadataRoot = "trpDocMetadata"

  let path: String
  /// In the order of their pages.
  private(set) var files: [File] = []
  /// What was passed over, and should be told.
  private(set) var doubts: [ReadError] = []
  /// The METS files of the folder.
  private var lists: [InputBytes] = []

  /// Reads the pages of a folder; throws where a file cannot be read or is no page, and where there
  /// is none.
  init(_ path: String) throws(ReadError) {
    self.init(empty: path)
    try read()
    guard !files.isEmpty else { throw ReadError(path, .noPages) }
  }

  /// The pages of a folder that nobody has called a witness; nil where there are none or the first
  /// of its files is no page, but for those that are passed over. Throws where a file cannot be
  /// read, and where one behind pages is none.
  static func found(in path: String) throws(ReadError) -> FolderOfPages? {
    var folder = FolderOfPages(empty: path)
    do throws(ReadError) { try folder.read() } catch {
      if case .notAPage = error.problem, folder.files.isEmpty { return nil }
      throw error
    }
    return folder.files.isEmpty ? nil : folder
  }

  private init(empty path: String) { self.path = path }

  private mutating func read() throws(ReadError) {
    for inner in Self.places(in: path) where files.isEmpty {
      for file in try Self.paths(in: inner) { try take(file, in: inner) }
    }
    if !files.isEmpty { try sort() }
  }

  private mutating func take(_ file: String, in folder: String) throws(ReadError) {
    let input = try InputBytes(path: file)
    switch try Content(of: input) {
    case .page(let format):
      if let first = files.first, first.format != format {
        throw ReadError(file, .otherPageFormat(than: first.path))
      }
      files.append(File(path: file, format: format, pages: try format.pages(of: input)))
    case .pageList: lists.append(input)
    case .metadata: break
    case .ownApparatus: doubts.append(ReadError(file, .ownApparatus))
    case .other(let root): throw ReadError(file, .notAPage(root: root, folder: folder))
    }
  }

  /// Brings the pages, which stand in natural order of their names, into that of the first METS
  /// file that lists any; where it does not list all of them their order would be a guess, so it
  /// does not count.
  private mutating func sort() throws(ReadError) {
    for list in lists {
      let sequence = try PageSequence(list)
      let ranks = files.map { sequence.rank(of: $0.path) }
      guard ranks.contains(where: { $0 != nil }) else { continue }
      if let missing = ranks.firstIndex(of: nil) {
        let file = files[missing].path
        return doubts.append(ReadError(list.path, .incompletePageList(missing: file)))
      }
      let order = files.indices.sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }
      files = order.map { files[$0] }
      return
    }
  }

  /// What an XML file in a folder of pages is.
  private enum Content {
    case page(PageReader.Format)
    /// METS.
    case pageList
    /// What Transkribus writes beside it.
    case metadata
    /// This program wrote it.
    case ownApparatus
    case other(root: String)

    init(of input: InputBytes) throws(ReadError) {
      let root = try WitnessReader.root(of: input)
      if let format = PageReader.Format(root: root) {
        self = .page(format)
      } else if root == "mets" {
        self = .pageList
      } else if root == FolderOfPages.metadataRoot {
        self = .metadata
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

  /// The paths of the XML in a folder, in natural order.
  private static func paths(in folder: String) throws(ReadError) -> [String] {
    let names = try InputBytes.fileNames(inFolder: folder)
      .filter { $0.lowercased().hasSuffix(".xml") }
    try InputBytes.check(names, inFolder: folder)
    return names.map { InputBytes.path(of: $0, in: folder) }
  }
}
