/// Why an edition could not be checked, or its baseline not be rewritten.
enum CheckError: Error, Equatable {
  /// The baseline is not there; `inputs` are the witnesses as the command line names them.
  case noBaseline(path: String, inputs: [String])
  /// A folder that has neither an apparatus for the edition nor witnesses; the name of the edition
  /// is nil where files were named and no folder.
  case emptyBaseline(folder: String, name: String?, inputs: [String])
  /// `git` is not on the path.
  case noGit
  /// Git refused; its words.
  case git(revision: String, path: String, words: String)
  /// The revision has no witness in the folder.
  case nothingInRevision(revision: String, folder: String)
  /// The revision has not the file.
  case notInRevision(revision: String, path: String)
  /// A link of the revision leads to where the repository ends.
  case linkLeadsOut(revision: String, path: String, target: String)
  /// What is wrong with a file of a revision.
  case inRevision(Message)
  /// The baseline is no file that this program wrote.
  case foreignBaseline(path: String)
  /// A folder for a passing copy of a revision could not be made or written.
  case noTemporaryFolder
}

extension CheckError {
  /// The error in words.
  var message: Message {
    switch self {
    case .noBaseline(let path, let inputs):
      Message(
        place: path, what: "no such baseline",
        remedy: "make it: collate \(Self.quoted(inputs)) -o \(Self.quoted([path]))")
    case .emptyBaseline(let folder, nil, _):
      Message(
        place: folder, what: "has no file of the name of a witness",
        remedy: "name the apparatus itself, as in --against "
          + Self.quoted([InputBytes.path(of: "NAME.xml", in: folder)]))
    case .emptyBaseline(let folder, let name?, let inputs):
      Message(
        place: folder, what: "has no baseline for \(name)",
        remedy: "make it: collate \(Self.quoted(inputs)) -o "
          + Self.quoted(["\(folder)/\(name).xml"]))
    case .noGit:
      Message(
        what: "--against-git needs git, which cannot be run",
        remedy: "install it, or name a folder with --against")
    case .git(let revision, let path, let words):
      Message(place: path, what: "git cannot show it in \(revision): \(words)")
    case .nothingInRevision(let revision, let folder):
      Message(place: folder, what: "has no witnesses in revision \(revision)")
    case .notInRevision(let revision, let path):
      Message(place: path, what: "is not in revision \(revision)")
    case .linkLeadsOut(let revision, let path, let target):
      Message(
        place: "\(revision):\(path)",
        what: "is a link to \(target), which is no file of the repository",
        remedy: "keep the file itself in the repository, or name a folder with --against")
    case .inRevision(let message): message
    case .foreignBaseline(let path):
      Message(
        place: path, what: "was not written by collate and cannot be updated",
        remedy: "make a new one with collate -o")
    case .noTemporaryFolder:
      Message(what: "no folder for temporary files can be made", remedy: "is the disk full?")
    }
  }

  /// Words as a shell takes them.
  private static func quoted(_ words: [String]) -> String {
    words.map { word in
      let isPlain = word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic
          || $0.value < 0x80 && "0123456789/._=-+,:@".contains(Character($0))
      }
      return isPlain && !word.isEmpty
        ? word
        : "'"
          + word.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
