/// A folder with the pages of one witness, a file each, as programs export it.
///
/// Where it has no pages itself, those in a folder `page` or `alto` within count, which is how Transkribus
/// exports a document. Of the XML beside them lists of the digitization's files are passed over, and so is
/// what this program wrote, which is told; all else must be pages of one format, since an export in two
/// formats has each page twice.
struct FolderOfPages: Sendable {
  /// A file with a page.
  struct Page: Sendable, Equatable {
    var path: String
    var format: PageReader.Format
  }

  /// In the order in which they are read.
  private(set) var pages: [Page] = []
  /// What was passed over, and should be told.
  private(set) var doubts: [ReadError] = []
  /// The METS files of the folder.
  private var lists: [InputBytes] = []

  /// Looks a folder through; throws where a file cannot be read or is no page, and where there is none.
  init(_ folder: String) throws(ReadError) {
    for inner in Self.places(in: folder) where pages.isEmpty {
      for file in try Self.files(in: inner) { try take(file, in: inner) }
    }
    guard !pages.isEmpty else { throw ReadError(folder, .noPages) }
    try sort()
  }

  private mutating func take(_ file: String, in folder: String) throws(ReadError) {
    let input = try InputBytes(path: file)
    switch try Content(of: input) {
    case .page(let format):
      if let first = pages.first, first.format != format {
        throw ReadError(file, .otherPageFormat(than: first.path))
      }
      pages.append(Page(path: file, format: format))
    case .pageList: lists.append(input)
    case .metadata: break
    case .ownApparatus: doubts.append(ReadError(file, .ownApparatus))
    case .other(let root): throw ReadError(file, .notAPage(root: root, folder: folder))
    }
  }

  /// Brings the pages, which stand in natural order of their names, into that of the first METS file that
  /// lists any; where it does not list all of them their order would be a guess, so it does not count.
  private mutating func sort() throws(ReadError) {
    for list in lists {
      let sequence = try PageSequence(list)
      let ranks = pages.map { sequence.rank(of: $0.path) }
      guard ranks.contains(where: { $0 != nil }) else { continue }
      if let missing = ranks.firstIndex(of: nil) {
        let file = pages[missing].path
        return doubts.append(ReadError(list.path, .incompletePageList(missing: file)))
      }
      let order = pages.indices.sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }
      pages = order.map { pages[$0] }
      return
    }
  }

  /// Whether a folder can be read as a witness: whether the first of its files is a page, but for those
  /// that are passed over. Throws where that file cannot be read.
  static func holdsPages(_ folder: String) throws(ReadError) -> Bool {
    for inner in places(in: folder) {
      for file in try files(in: inner) {
        switch try Content(of: InputBytes(path: file)) {
        case .page: return true
        case .other: return false
        case .pageList, .metadata, .ownApparatus: continue
        }
      }
    }
    return false
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
      } else if root == "trpDocMetadata" {
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

  /// The XML in a folder, in natural order.
  private static func files(in folder: String) throws(ReadError) -> [String] {
    let names = try InputBytes.fileNames(inFolder: folder)
      .filter { $0.lowercased().hasSuffix(".xml") }
    try InputBytes.check(names, inFolder: folder)
    return names.map { InputBytes.path(of: $0, in: folder) }
  }
}
