import Foundation

/// Witnesses of some editions as they were in a revision.
struct GitRevision {
  let name: String

  /// The inputs of one edition where they stand in the passing folder, or why they do not.
  typealias Copies = Result<[WitnessInput], Failure>

  /// Puts the witnesses of editions, each files or one folder, into a passing folder, hands over
  /// the inputs there, and takes the folder away, after Ctrl-C too.
  func withWitnesses<Value>(of editions: [[WitnessInput]], _ work: ([Copies], String) -> Value)
    -> Value
  {
    let signals = HeldSignals()
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "collate-\(UUID().uuidString)").path
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      signals.release()
    }
    return work(copies(of: editions, in: folder), folder)
  }

  /// Copies the inputs of the editions into a folder; a few processes of git for each repository.
  private func copies(of editions: [[WitnessInput]], in folder: String) -> [Copies] {
    var checkouts: [GitCheckout] = []
    var wanted: [Result<[(checkout: Int, file: GitCheckout.Want)], Failure>] = []
    for inputs in editions {
      wanted.append(
        Result { () throws(Failure) in
          try inputs.map { input throws(Failure) in
            try want(input, of: &checkouts, in: folder)
          }
        })
    }
    for index in checkouts.indices { checkouts[index].write() }
    return zip(editions, wanted).map { inputs, wanted in
      Result { () throws(Failure) in
        var inputs = inputs
        for (index, want) in try wanted.get().enumerated() {
          inputs[index].path = try checkouts[want.checkout].path(of: want.file)
        }
        return inputs
      }
    }
  }

  /// Notes an input for the checkout of its repository, which is made where it is the first.
  private func want(
    _ input: WitnessInput, of checkouts: inout [GitCheckout], in folder: String
  ) throws(Failure) -> (checkout: Int, file: GitCheckout.Want) {
    // Git would take it for an option.
    guard !name.hasPrefix("-") else {
      let words = "Not a valid object name \(name)"
      throw .check(.git(revision: name, path: input.path, words: words))
    }
    let isFolder = InputBytes.kind(of: input.path) == .folder
    let (source, file) = isFolder ? (input.path, nil) : Self.split(input.path)
    let place = FolderName.physical(of: source)
    if let index = checkouts.firstIndex(where: { $0.holds(place) }) {
      return (index, checkouts[index].want(file, of: source, at: place))
    }
    // One folder each, since repositories may have files of one name.
    let copy = "\(folder)/\(checkouts.count)"
    checkouts.append(try GitCheckout(of: name, around: source, in: copy))
    let index = checkouts.count - 1
    return (index, checkouts[index].want(file, of: source, at: place))
  }

  private static func split(_ path: String) -> (folder: String, name: String?) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// A failure in which files of the passing folder have the names that they have in the revision,
  /// `HEAD:w/T.txt`: reports are the same in each run.
  func inRevision(_ failure: Failure, _ folder: String) -> Failure {
    guard var message = failure.message else { return failure }
    message.place = message.place.map { renamed($0, folder) }
    message.what = renamed(message.what, folder)
    message.remedy = message.remedy.map { renamed($0, folder) }
    return .check(.inRevision(message))
  }

  /// A text in which `FOLDER/0/w/T.txt` is `HEAD:w/T.txt`.
  private func renamed(_ text: String, _ folder: String) -> String {
    var (renamed, rest) = ("", text[...])
    while let found = rest.range(of: folder + "/") {
      renamed += rest[..<found.lowerBound] + name + ":"
      rest = rest[found.upperBound...].drop { ("0"..."9").contains($0) }
      if rest.first == "/" { rest.removeFirst() }
    }
    return renamed + rest
  }
}
