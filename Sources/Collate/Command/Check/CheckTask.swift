/// One edition to be checked: its witnesses, its name, and where its baseline is.
struct CheckTask: Sendable {
  /// As reports call it: name of the folder, or of the apparatus.
  var name: String
  var inputs: [WitnessInput]
  var source: Source

  /// Where the accepted state is.
  enum Source: Sendable, Equatable {
    /// A TEI apparatus.
    case apparatus(String)
    /// A folder with witnesses, or one witness file.
    case witnesses(String)
    /// A revision of git.
    case revision(String)
    /// A folder that has nothing for this edition.
    case nothing(folder: String)

    /// What a person would call it.
    var name: String {
      switch self {
      case .apparatus(let path), .witnesses(let path), .nothing(let path): path
      case .revision(let name): name
      }
    }
  }

  /// Reads the witnesses as they are today.
  func read(_ arguments: Arguments) throws(Failure) -> EditionInput {
    try EditionInput(inputs, WitnessLoader(sigla: try arguments.sigla()), arguments)
  }

  /// Whether a folder was named and not the files in it.
  var isFolder: Bool { Self.isFolder(inputs) }

  /// The tasks of a command line: one for each folder named, or one for all files named.
  static func all(_ arguments: Arguments) throws(Failure) -> [CheckTask] {
    let operands = arguments.operands
    guard !operands.isEmpty else { throw .usage(.noWitnesses) }
    let areFolders = operands.allSatisfy { InputBytes.kind(of: $0) == .folder }
    guard areFolders else {
      let inputs = operands.map(WitnessInput.init(argument:))
      return [try task(inputs, isOnlyOne: true, arguments)]
    }
    var tasks: [CheckTask] = []
    for folder in operands {
      let input = WitnessInput(path: InputBytes.plain(folder))
      tasks.append(try task([input], isOnlyOne: operands.count == 1, arguments))
    }
    return tasks.sorted { precedesNaturally($0.name, $1.name) }
  }

  /// The check of one edition, whose baseline is what the command line says.
  private static func task(
    _ inputs: [WitnessInput], isOnlyOne: Bool, _ arguments: Arguments
  ) throws(Failure) -> CheckTask {
    let folderName = isFolder(inputs) ? Self.lastName(of: inputs[0].path) : nil
    let source: Source
    if let revision = arguments[.againstGit] {
      source = .revision(revision)
    } else if let path = arguments[.against] {
      source = self.source(path, name: folderName, only: isOnlyOne ? inputs : [])
    } else {
      throw .usage(.noBaseline)
    }
    return CheckTask(
      name: folderName ?? Siglum.fromFileName(source.name), inputs: inputs, source: source)
  }

  /// A folder with a siglum is a witness.
  private static func isFolder(_ inputs: [WitnessInput]) -> Bool {
    inputs.count == 1 && inputs[0].siglum == nil
      && InputBytes.kind(of: inputs[0].path) == .folder
  }

  /// What stands at a path for an edition: the file itself; in a folder `NAME.xml`, the folder
  /// `NAME`, or, for one edition alone, files named as its witnesses are.
  private static func source(
    _ path: String, name: String?, only inputs: [WitnessInput]
  ) -> Source {
    let folder = InputBytes.plain(path)
    guard InputBytes.kind(of: folder) == .folder else {
      let isXML = [".xml", ".tei"].contains { path.lowercased().hasSuffix($0) }
      return isXML || !WitnessReader.isWitnessName(path) ? .apparatus(path) : .witnesses(path)
    }
    if let name {
      let file = "\(folder)/\(name).xml"
      if InputBytes.kind(of: file) == .file { return .apparatus(file) }
      if InputBytes.kind(of: "\(folder)/\(name)") == .folder {
        return .witnesses("\(folder)/\(name)")
      }
    }
    let names = Set(witnessNames(in: folder))
    let today = inputs.flatMap { input in
      input.siglum == nil && InputBytes.kind(of: input.path) == .folder
        ? witnessNames(in: input.path) : [lastName(of: input.path)]
    }
    return today.contains(where: names.contains) ? .witnesses(folder) : .nothing(folder: folder)
  }

  private static func witnessNames(in folder: String) -> [String] {
    let names = (try? InputBytes.fileNames(inFolder: folder)) ?? []
    let files = names.filter {
      WitnessReader.isWitnessName($0) || WitnessReader.isXMLWitnessName($0)
    }
    // Where there are none, a folder in it may be a witness.
    return files.isEmpty ? (try? InputBytes.folderNames(inFolder: folder)) ?? [] : files
  }

  /// Name of a folder; of `.` and the like that which the system knows it by.
  private static func lastName(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if let last = parts.last, last != ".", last != ".." { return last }
    return FolderName.real(of: path).split(separator: "/").last.map(String.init) ?? path
  }
}
