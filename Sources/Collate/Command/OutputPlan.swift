/// Where the results go and in which formats, proved before any work is done.
struct OutputPlan: Sendable {
  /// In the order of the command line.
  var files: [(format: OutputFormat, target: OutputTarget)] = []
  /// What goes to standard output; nil for nothing.
  var standardOutput: OutputFormat?

  /// Proves that every output has a format, a folder, and a name of its own.
  init(_ arguments: Arguments) throws(Failure) {
    for path in arguments.all(.output) {
      guard let format = OutputFormat.ofFile(named: path) else {
        throw .usage(.output(path, .unknownEnding))
      }
      let target: OutputTarget
      do { target = try OutputTarget(path) } catch { throw .file(error) }
      if let other = files.first(where: { $0.target.isSameFile(as: target) }) {
        throw .usage(.output(path, .isAlso(other.target.written)))
      }
      files.append((format, target))
    }
    standardOutput = arguments[.format].flatMap(OutputFormat.init(rawValue:))
    if let name = arguments[.format], standardOutput == nil {
      throw .usage(.option(.format, .unknownWord(name, .formats)))
    }
    if files.isEmpty, standardOutput == nil { standardOutput = .text }
  }

  /// Whether plain text will have colors; nil where none is wanted.
  func colorsText(_ console: Console) -> Bool? {
    if files.contains(where: { $0.format == .text }) { return false }
    return standardOutput == .text ? console.colorsOutput : nil
  }

  /// Whether any output is TEI.
  var writesTEI: Bool { standardOutput == .tei || files.contains { $0.format == .tei } }

  /// Proves that no output would be taken for a witness when a folder is searched for them again.
  func checkOutside(_ folder: String) throws(Failure) {
    guard let identity = FileIdentity(path: folder) else { return }
    for (_, target) in files where WitnessReader.isWitnessName(target.name) {
      guard FileIdentity(path: target.folder) == identity else { continue }
      throw .usage(.output(target.written, .wouldBeWitness))
    }
  }

  /// Proves that no output would overwrite an input.
  func checkApart(from inputs: [String]) throws(Failure) {
    // A file that is not there yet is no input; thousands of these need not be asked after then.
    let existing = files.filter { $0.target.identity != nil }
    if existing.isEmpty { return }
    for input in inputs {
      guard let identity = FileIdentity(path: input) else { continue }
      for (_, target) in existing where target.identity == identity {
        throw .usage(.output(target.written, .isWitness(input)))
      }
    }
  }
}
