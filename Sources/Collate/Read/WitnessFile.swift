/// A file that is to be read for its witnesses, or pages in several, and what is known of it
/// before.
struct WitnessFile: Sendable {
  var path: String
  var source: Source
  /// From the command line.
  var siglum: String?
  /// From the edition file.
  var entry: EditionFile.Entry?

  /// Where the witnesses come from, as far as it was looked at already.
  enum Source: Sendable {
    /// Nobody has looked at it; a folder is the pages of one witness where its siglum or somebody
    /// who names it says that it is a witness.
    case path(mayBeFolder: Bool)
    /// The files of the pages, as they were listed.
    case list([String])
    /// A file that was read to see what it is.
    case read(InputBytes)
    /// A folder that was read to see whether it holds pages.
    case pages(FolderOfPages)
  }

  /// A file that nobody has looked at, unless `source` says otherwise.
  init(
    path: String, source: Source = .path(mayBeFolder: false), siglum: String? = nil,
    entry: EditionFile.Entry? = nil
  ) {
    (self.path, self.source, self.siglum, self.entry) = (path, source, siglum, entry)
  }

  /// The witnesses of the file, or the one of the pages.
  ///
  /// A folder without a siglum of the command line that nobody names is no witness, since it may as
  /// well be an edition.
  func witnesses(_ reader: WitnessReader) throws(ReadError) -> [Witness] {
    let pages = PageReader(rules: reader.pages)
    switch source {
    case .list(let files):
      return [try pages.read(files: files, siglum: siglum, entry: entry)]
    case .pages(let found):
      return [try pages.read(found, siglum: siglum, entry: entry)]
    case .read(let input):
      return try reader.read(input, siglum: siglum, entry: entry)
    case .path(let mayBeFolder):
      if mayBeFolder || siglum != nil, InputBytes.kind(of: path) == .folder {
        return [try pages.read(FolderOfPages(path), siglum: siglum, entry: entry)]
      }
      return try reader.read(InputBytes(path: path), siglum: siglum, entry: entry)
    }
  }
}
