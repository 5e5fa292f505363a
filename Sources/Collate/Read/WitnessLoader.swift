/// One input as the command line names it.
struct WitnessInput: Sendable, Equatable {
  /// A file, a folder, or `-`.
  var path: String
  /// Siglum that the command line gives it; wins over every other. Of an input with several witnesses
  /// it chooses one.
  var siglum: String?

  init(path: String, siglum: String? = nil) {
    self.path = path
    self.siglum = siglum
  }

  /// Reads a positional argument: `NAME=FILE` unless a file of that whole name exists.
  init(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, InputBytes.kind(of: argument) == .nothing {
      self.init(path: String(parts[1]), siglum: String(parts[0]))
    } else {
      self.init(path: argument)
    }
  }
}

/// What the inputs of one run hold.
struct LoadedEdition: Sendable, Equatable {
  var title: String?
  /// BCP 47 tag of the text, where the edition file gives one.
  var language: String?
  /// Siglum of the base text, as the edition file names it; not checked here.
  var base: String?
  /// In the order of the edition file, else of the command line, else of the file names.
  var witnesses: [Witness]
  /// Files of the folder that could be witnesses but that the edition file does not name.
  var unlisted: [String] = []
  /// The folder in which every file that could be a witness is taken for one.
  var searched: String?
  /// What is doubtful in the folder and its edition file, and may be told.
  var doubts: [ReadError] = []
}

/// Reads witnesses and, where the input is a folder, its edition file.
///
///     let loader = WitnessLoader(sigla: options.sigla)
///     let file = try loader.editionFile(for: inputs)   // its `options` are for the command line
///     let edition = try loader.load(inputs, editionFile: file, marks: marks)
///
/// The two steps are apart because an edition file may say which marks are on.
struct WitnessLoader: Sendable {
  /// `--siglum NAME=FILE`: sigla for files that are named elsewhere, in a folder or as an argument.
  /// The file may be given by its path or by its name in the folder.
  var sigla: [WitnessInput] = []

  /// The edition file of the folder that the inputs name; nil where they name none or it has none.
  func editionFile(for inputs: [WitnessInput]) throws(ReadError) -> EditionFile? {
    guard let folder = folder(of: inputs) else { return nil }
    let path = folder + "/" + EditionFile.name
    guard InputBytes.kind(of: path) == .file else { return nil }
    return try EditionFile(InputBytes(path: path))
  }

  /// Reads all inputs; `inputs` are files (or `-`), or one folder, or the edition file of one.
  /// `sections` tells whether headings divide a plain text into witnesses.
  func load(
    _ inputs: [WitnessInput], editionFile: EditionFile? = nil, marks: MarkSet = .standard,
    sections: Bool = true, tei: TEIReadingRules? = nil, pages: PageReadingRules = .standard
  ) throws(ReadError) -> LoadedEdition {
    var edition = LoadedEdition(
      title: editionFile?.title, language: editionFile?.language, base: editionFile?.base,
      witnesses: [], doubts: editionFile?.doubts ?? [])
    var files: [Listed]
    if let folder = folder(of: inputs) {
      files = try listed(in: folder, editionFile?.witnesses, &edition)
    } else {
      files = inputs.map { Listed(path: $0.path, siglum: $0.siglum) }
    }
    let reader = WitnessReader(
      marks: marks, readsSections: sections, tei: tei ?? editionFile?.tei ?? .standard,
      pages: pages)
    files = try named(files)
    if files.count(where: { $0.path == "-" }) > 1 {
      throw ReadError("-", .repeatedStandardInput)
    }
    for file in files { edition.witnesses += try read(file, reader) }
    try Siglum.checkDistinct(edition.witnesses)
    return edition
  }

  /// A file, or pages in several, to be read, and what is known of it before.
  private struct Listed {
    var path: String
    /// The files of the pages, where they are listed.
    var pages: [String] = []
    /// Whether a folder of this name is one witness.
    var mayBeFolder = false
    /// From the command line.
    var siglum: String?
    /// From the edition file.
    var entry: EditionFile.Entry?
  }

  /// The witnesses of a file, or the one of a folder or list of pages.
  ///
  /// A folder without a siglum of the command line is no witness, since it may as well be an edition.
  private func read(_ file: Listed, _ reader: WitnessReader) throws(ReadError) -> [Witness] {
    let pages = PageReader(rules: reader.pages)
    if !file.pages.isEmpty {
      return [try pages.read(files: file.pages, siglum: file.siglum, entry: file.entry)]
    }
    if file.mayBeFolder || file.siglum != nil, InputBytes.kind(of: file.path) == .folder {
      return [try pages.read(folder: file.path, siglum: file.siglum, entry: file.entry)]
    }
    return try reader.read(InputBytes(path: file.path), siglum: file.siglum, entry: file.entry)
  }

  /// The folder, if the one input is a folder or the edition file in it; one with a siglum is a
  /// witness.
  private func folder(of inputs: [WitnessInput]) -> String? {
    guard inputs.count == 1, inputs[0].siglum == nil else { return nil }
    var path = inputs[0].path
    if path == EditionFile.name { return "." }
    if path.hasSuffix("/" + EditionFile.name) { path.removeLast(EditionFile.name.count) }
    path = InputBytes.plain(path)
    return path != "-" && InputBytes.kind(of: path) == .folder ? path : nil
  }

  /// The witness files of a folder: those that its edition file names, else all that can be one. What
  /// else there is to say of the folder goes into `edition`.
  private func listed(
    in folder: String, _ entries: [EditionFile.Entry]?, _ edition: inout LoadedEdition
  ) throws(ReadError) -> [Listed] {
    guard let entries else {
      edition.searched = folder
      return try found(in: folder, &edition)
    }
    let named = Set(entries.flatMap(\.files))
    for name in try names(in: folder) where !named.contains(name) {
      // What cannot be read is told as left out; nobody asked for it.
      let isOwn = try? isOwnApparatus(name, in: folder)
      if isOwn != true { edition.unlisted.append(InputBytes.path(of: name, in: folder)) }
    }
    return entries.map { entry in
      let paths = entry.files.map { InputBytes.path(of: $0, in: folder) }
      return Listed(
        path: paths[0], pages: entry.isList ? paths : [], mayBeFolder: true, entry: entry)
    }
  }

  /// The files of a folder that can be witnesses, or else the folders in it that hold pages of one.
  private func found(
    in folder: String, _ edition: inout LoadedEdition
  ) throws(ReadError) -> [Listed] {
    var files: [Listed] = []
    for name in try names(in: folder) {
      let path = InputBytes.path(of: name, in: folder)
      if try isOwnApparatus(name, in: folder) {
        edition.doubts.append(ReadError(path, .ownApparatus))
      } else {
        files.append(Listed(path: path))
      }
    }
    return files.isEmpty ? try foldersOfPages(in: folder) : files
  }

  /// The names of the files of a folder that can be witnesses: plain texts, or else XML.
  private func names(in folder: String) throws(ReadError) -> [String] {
    let all = try InputBytes.fileNames(inFolder: folder)
    let plain = all.filter(WitnessReader.isWitnessName)
    return plain.isEmpty ? all.filter(WitnessReader.isXMLWitnessName) : plain
  }

  /// Whether a file of a folder is an apparatus that this program wrote there in an earlier run.
  ///
  /// Throws where it is a pipe or a device, or XML that is not well formed.
  private func isOwnApparatus(_ name: String, in folder: String) throws(ReadError) -> Bool {
    try InputBytes.check([name], inFolder: folder)
    guard WitnessReader.isXMLWitnessName(name) else { return false }
    let input = try InputBytes(path: InputBytes.path(of: name, in: folder))
    guard try InputFormat.of(input) == .xml else { return false }
    return try OwnFile.isOne(input)
  }

  /// The folders in a folder that has no witness files itself, each of which holds the pages of one.
  private func foldersOfPages(
    in folder: String
  ) throws(ReadError) -> [Listed] {
    var files: [Listed] = []
    for name in try InputBytes.folderNames(inFolder: folder) {
      let path = InputBytes.path(of: name, in: folder)
      if try FolderOfPages.holdsPages(path) { files.append(Listed(path: path, mayBeFolder: true)) }
    }
    guard !files.isEmpty else { throw ReadError(folder, .noWitnesses) }
    return files
  }

  /// Gives the files the sigla of `--siglum`.
  private func named(_ files: [Listed]) throws(ReadError) -> [Listed] {
    var files = files
    for input in sigla {
      let wanted = Self.plain(input.path)
      let index =
        files.firstIndex { Self.plain($0.path) == wanted }
        ?? files.firstIndex { Self.fileName($0.path) == wanted }
      guard let index, let siglum = input.siglum else {
        throw ReadError(input.path, .siglumWithoutFile(siglum: input.siglum ?? ""))
      }
      files[index].siglum = siglum
    }
    return files
  }

  /// A path without `./` before it and without doubled slashes.
  private static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
