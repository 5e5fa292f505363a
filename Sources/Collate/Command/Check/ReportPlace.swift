import Foundation

// A report is written without a question over what was there before. That must not be a witness or
// the accepted apparatus.

extension OutputTarget {
  /// Proves, before anything is read, that a report is none of the files of a check and would be
  /// none of its witnesses in the next run.
  func checkApart(from task: CheckTask) throws(Failure) {
    for input in task.inputs { try checkApart(fromWitness: input.path) }
    switch task.source {
    case .apparatus(let path):
      guard let identity, identity == FileIdentity(path: path) else { return }
      throw .usage(.output(written, .isBaseline(path)))
    case .witnesses(let path): try checkApart(fromWitness: path)
    case .revision, .nothing: return
    }
  }

  /// Proves that a report is none of the files that were read as witnesses, which an edition file
  /// may have named.
  func checkApart(from witnesses: [String]) throws(Failure) {
    guard let identity else { return }
    for path in witnesses where identity == FileIdentity(path: path) {
      throw .usage(.output(written, .isWitness(path)))
    }
  }

  /// The same of one file or folder of witnesses.
  private func checkApart(fromWitness path: String) throws(Failure) {
    guard InputBytes.kind(of: path) == .folder else { return try checkApart(from: [path]) }
    guard isInside(path), isReadable(inside: path) else { return }
    throw .usage(.output(written, identity == nil ? .wouldBeWitness : .isWitness(written)))
  }

  /// Whether the file is in a folder or in one within it.
  private func isInside(_ outer: String) -> Bool {
    func real(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    return (real(folder) + "/").hasPrefix(InputBytes.plain(real(outer)) + "/")
  }

  /// Whether a folder of witnesses that has a file of this name would be read with it; XML is
  /// passed over beside plain text.
  private func isReadable(inside folder: String) -> Bool {
    if WitnessReader.isWitnessName(name) || name == EditionFile.name { return true }
    let names = (try? InputBytes.fileNames(inFolder: folder)) ?? []
    return WitnessReader.isXMLName(name) && !names.contains(where: WitnessReader.isWitnessName)
  }
}
