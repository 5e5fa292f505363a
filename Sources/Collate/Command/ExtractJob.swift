#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `collate extract`: witnesses out of an apparatus, one to standard output or all into a folder.
struct ExtractJob {
  private let arguments: Arguments
  private let console: Console
  private let path: String

  /// Proves what can be proved before anything is read.
  init(_ arguments: Arguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    self.console = console
    path = try arguments.onlyApparatus()
    guard arguments.all(.output).count <= 1 else {
      throw .usage(.option(.output, .repeated))
    }
  }

  /// Reads the apparatus and gives the witnesses back.
  func run() throws(Failure) -> ExitCode {
    let read = try attempt(Failure.read) { () throws(ReadError) in
      try ApparatusReader().read(InputBytes(path: path))
    }
    let chosen = try attempt(Failure.read) { () throws(ReadError) in try witnesses(of: read) }
    if let folder = arguments[.output] {
      try write(chosen, into: folder)
    } else {
      guard let only = chosen.first, chosen.count == 1 else {
        throw .usage(.severalWitnesses(read.witnesses.map(\.siglum)))
      }
      try attempt(Failure.output) { () throws(StreamError) in try console.write(only.text.bytes) }
    }
    Doubts(read, arguments).tell(console)
    return .done
  }

  /// The witnesses asked for, in the order asked for; all where none is.
  private func witnesses(of read: ReadApparatus) throws(ReadError) -> [Witness] {
    let sigla = arguments.all(.witness)
    guard !sigla.isEmpty else { return read.witnesses }
    var chosen: [Witness] = []
    for siglum in sigla {
      guard let witness = read.witnesses.first(where: { $0.siglum == siglum }) else {
        throw ReadError(
          path, .apparatus(.unknownWitness(siglum, sigla: read.witnesses.map(\.siglum))))
      }
      if !chosen.contains(where: { $0.siglum == siglum }) { chosen.append(witness) }
    }
    return chosen
  }

  /// Writes each witness to a file of its own; all or none.
  private func write(_ witnesses: [Witness], into folder: String) throws(Failure) {
    // A folder that is there already is what is wanted; any other trouble shows with the files.
    mkdir(folder, 0o777)
    let names = FileNames.forWitnesses(witnesses.map(\.siglum))
    var files: [AtomicFiles.File] = []
    for (witness, name) in zip(witnesses, names) {
      let target: OutputTarget
      do { target = try OutputTarget(folder + "/" + name) } catch { throw .file(error) }
      if let identity = FileIdentity(path: path), target.identity == identity {
        throw .usage(.output(target.written, .isWitness(path)))
      }
      files.append(AtomicFiles.File(target: target, bytes: witness.text.bytes))
    }
    try attempt(Failure.file) { () throws(FileError) in try AtomicFiles.write(files) }
  }
}

/// Names of files that hold witnesses.
enum FileNames {
  /// `SIGLUM.txt` for each siglum: what a file system may refuse becomes `_`, and names that differ
  /// only in case or in nothing get a number.
  static func forWitnesses(_ sigla: [String]) -> [String] {
    var taken: Set<String> = []
    return sigla.map { siglum in
      let safe = safeName(siglum)
      var name = safe
      var count = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(safe)-\(count)"
        count += 1
      }
      return name + ".txt"
    }
  }

  /// A siglum without what some file system does not take in a name.
  private static func safeName(_ siglum: String) -> String {
    var name = String(
      siglum.map { character in
        let isRefused =
          "/\\:*?\"<>|".contains(character) || character.isNewline
          || character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        return isRefused ? "_" : character
      })
    // 255 bytes is the longest name of common file systems; the ending and a number must fit in.
    while name.utf8.count > 240 { name.removeLast() }
    return name.hasPrefix(".") ? "_" + name.dropFirst() : name
  }
}

/// What is doubtful in an apparatus, told as warnings.
struct Doubts {
  private let read: ReadApparatus
  private let isQuiet: Bool
  private let isVerbose: Bool
  /// More than these are counted, not told: an edition with a habit of its own has hundreds.
  private static let most = 5

  /// Takes the doubts of an apparatus; `--quiet` tells none of them, `--verbose` all.
  init(_ read: ReadApparatus, _ arguments: Arguments) {
    self.read = read
    isQuiet = arguments.has(.quiet)
    isVerbose = arguments.has(.verbose)
  }

  /// Tells what is doubtful, as far as it was asked for.
  func tell(_ console: Console) {
    guard !isQuiet else { return }
    let told = isVerbose ? read.doubts[...] : read.doubts.prefix(Self.most)
    for doubt in told {
      console.tell(doubt.warning.line(colored: console.usesColor))
    }
    var rest: [String] = []
    if told.count < read.doubts.count {
      rest.append("\(read.doubts.count - told.count) doubts more; -v tells all")
    }
    if !read.occasional.isEmpty {
      rest.append("cited too seldom to be rebuilt: \(read.occasional.joined(separator: ", "))")
    }
    for what in rest {
      let message = Message(severity: .warning, place: read.path, what: what)
      console.tell(message.line(colored: console.usesColor))
    }
  }
}

extension Arguments {
  /// The one apparatus that `extract` and `convert` take.
  func onlyApparatus() throws(Failure) -> String {
    guard let path = operands.first, operands.count == 1 else {
      throw .usage(.oneApparatus(count: operands.count))
    }
    return path
  }
}
