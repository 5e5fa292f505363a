/// One input as the command line names it.
struct WitnessInput: Sendable, Equatable {
  /// A file, a folder, or `-`.
  var path: String
  /// Siglum that the command line gives it; wins over every other. Of an input with several
  /// witnesses it chooses one.
  var siglum: String?

  /// Takes the path as it stands, also one with `=` in it.
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
    var files: [WitnessFile]
    if let path = folder(of: inputs) {
      files = try filesOfFolder(path, editionFile?.witnesses, &edition)
    } else {
      files = inputs.map { WitnessFile(path: $0.path, siglum: $0.siglum) }
    }
    let reader = WitnessReader(
      marks: marks, readsSections: sections, tei: tei ?? editionFile?.tei ?? .standard,
      pages: pages)
    files = try named(files)
    if files.count(where: { $0.path == "-" }) > 1 {
      throw ReadError("-", .repeatedStandardInput)
    }
    // Each is let go when it has been read, since what was read of it before may be large.
    files.reverse()
    while let file = files.popLast() { edition.witnesses += try file.witnesses(reader) }
    try Siglum.checkDistinct(edition.witnesses)
    return edition
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

  /// The witness files of a folder: those that its edition file names, else all that can be one.
  /// What else there is to say of the folder goes into `edition`.
  private func filesOfFolder(
    _ path: String, _ entries: [EditionFile.Entry]?, _ edition: inout LoadedEdition
  ) throws(ReadError) -> [WitnessFile] {
    let folder: WitnessFolder
    if let entries {
      folder = try WitnessFolder(path, listing: entries)
    } else {
      folder = try WitnessFolder(searching: path)
      edition.searched = path
    }
    edition.unlisted = folder.unlisted
    edition.doubts += folder.doubts
    return folder.files
  }

  /// Gives the files the sigla of `--siglum`.
  private func named(_ files: [WitnessFile]) throws(ReadError) -> [WitnessFile] {
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
