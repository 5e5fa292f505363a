/// What a folder holds: the files that are its witnesses, and what is to be told of the others.
///
/// XML has to be read to see whether it is a witness; what was read is kept with the file, so that
/// none is read twice.
struct WitnessFolder: Sendable {
  let path: String
  /// In the order of the edition file, else of their names.
  private(set) var files: [WitnessFile] = []
  /// Files that could be witnesses but that the edition file does not name.
  private(set) var unlisted: [String] = []
  /// What was passed over.
  private(set) var doubts: [ReadError] = []

  /// Takes the files that an edition file names.
  init(_ path: String, listing entries: [EditionFile.Entry]) throws(ReadError) {
    self.path = path
    let named = Set(entries.flatMap(\.files))
    for name in try names() where !named.contains(name) {
      // What cannot be read is told as left out; nobody asked for it.
      let content = try? content(of: name)
      switch content {
      case .ownApparatus, .exportMetadata: continue
      case .unread, .xml, nil: break
      }
      unlisted.append(InputBytes.path(of: name, in: path))
    }
    files = entries.map { entry in
      let paths = entry.files.map { InputBytes.path(of: $0, in: path) }
      return WitnessFile(
        path: paths[0], source: entry.isList ? .list(paths) : .path(mayBeFolder: true),
        entry: entry)
    }
  }

  /// Takes all files that can be witnesses, or else the folders that hold pages of one.
  ///
  /// Throws where there are none, and where a file is a pipe or a device, or XML that is not well
  /// formed.
  init(searching path: String) throws(ReadError) {
    self.path = path
    for name in try names() {
      let file = InputBytes.path(of: name, in: path)
      switch try content(of: name) {
      case .exportMetadata: continue
      case .ownApparatus: doubts.append(ReadError(file, .ownApparatus))
      case .unread: files.append(WitnessFile(path: file))
      case .xml(let input): files.append(WitnessFile(path: file, source: .read(input)))
      }
    }
    if files.isEmpty { files = try foldersOfPages() }
    guard !files.isEmpty else { throw ReadError(path, .noWitnesses) }
  }

  /// The names of the files that can be witnesses: plain texts, or else XML.
  private func names() throws(ReadError) -> [String] {
    let all = try InputBytes.fileNames(inFolder: path)
    let plain = all.filter(WitnessReader.isWitnessName)
    return plain.isEmpty ? all.filter(WitnessReader.isXMLWitnessName) : plain
  }

  /// What a file that can be a witness is.
  private enum Content {
    /// Its name tells that it is one.
    case unread
    case xml(InputBytes)
    /// What Transkribus writes beside the pages that it exports.
    case exportMetadata
    /// This program wrote it here in an earlier run.
    case ownApparatus
  }

  private func content(of name: String) throws(ReadError) -> Content {
    try InputBytes.check([name], inFolder: path)
    guard WitnessReader.isXMLWitnessName(name) else { return .unread }
    let input = try InputBytes(path: InputBytes.path(of: name, in: path))
    if name == FolderOfPages.metadataName,
      try WitnessReader.root(of: input) == FolderOfPages.metadataRoot
    {
      return .exportMetadata
    }
    guard try InputFormat.of(input) == .xml, try OwnFile.isOne(input) else { return .xml(input) }
    return .ownApparatus
  }

  /// The folders in it, each of which holds the pages of one witness.
  private func foldersOfPages() throws(ReadError) -> [WitnessFile] {
    var files: [WitnessFile] = []
    for name in try InputBytes.folderNames(inFolder: path) {
      let folder = InputBytes.path(of: name, in: path)
      if let pages = try FolderOfPages.found(in: folder) {
        files.append(WitnessFile(path: folder, source: .pages(pages)))
      }
    }
    return files
  }
}
