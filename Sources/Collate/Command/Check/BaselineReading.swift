/// Reads what was accepted, and collates it as today's witnesses are.
struct BaselineReading {
  let task: CheckTask
  let today: EditionInput
  let arguments: Arguments
  /// The witnesses of a revision, which are read for all editions together.
  var accepted: Result<LoadedEdition, Failure>?

  /// The accepted state; throws where it is not there or cannot be read.
  func baseline() throws(Failure) -> Baseline {
    switch task.source {
    case .apparatus(let path): try apparatus(path)
    case .witnesses(let path):
      try baseline(of: try witnesses([WitnessInput(path: path)]), name: path)
    case .revision(let name):
      // Whoever checks against a revision has read it before.
      if let accepted {
        try baseline(of: try accepted.get(), name: name)
      } else {
        throw .check(.nothingInRevision(revision: name, folder: task.name))
      }
    case .nothing(let folder):
      let inputs = task.inputs.map(\.path)
      throw .check(
        .emptyBaseline(folder: folder, name: task.isFolder ? task.name : nil, inputs: inputs))
    }
  }

  /// Reads witnesses that were accepted, as today's are read.
  func witnesses(_ inputs: [WitnessInput]) throws(Failure) -> LoadedEdition {
    // Sigla given for a file by its path are those of today's files.
    let input = try EditionInput(
      inputs, WitnessLoader(), arguments, settings: today.settings)
    var loaded = input.loaded
    loaded.language = today.loaded.language
    return loaded
  }

  private func baseline(of loaded: LoadedEdition, name: String) throws(Failure) -> Baseline {
    Baseline(name: name, edition: try collated(loaded), isExact: true, apparatus: nil)
  }

  // MARK: An apparatus

  /// Reads an apparatus that was accepted.
  private func apparatus(_ path: String) throws(Failure) -> Baseline {
    if InputBytes.kind(of: path) == .nothing {
      throw .check(.noBaseline(path: path, inputs: task.inputs.map(\.path)))
    }
    let read = try attempt(Failure.read) { () throws(ReadError) in
      try ApparatusReader().read(InputBytes(path: path))
    }
    let edition = try collated(try loaded(read))
    return Baseline(
      name: path, edition: edition, isExact: read.isOwn,
      apparatus: read.isOwn ? AcceptedApparatus(read, edition) : nil)
  }

  /// The edition that the file was made of, as far as the file tells.
  private func loaded(_ read: ReadApparatus) throws(Failure) -> LoadedEdition {
    var witnesses: [Witness] = []
    for witness in read.witnesses {
      witnesses.append(
        try attempt(Failure.read) { () throws(ReadError) in
          read.isOwn ? try whole(witness, path: read.path) : witness
        })
    }
    let sigla = witnesses.map(\.siglum)
    let base =
      read.base.map { sigla[$0] }
      ?? today.loaded.base.flatMap { base in
        sigla.contains(base) ? base : nil
      }
    return LoadedEdition(
      title: read.title, language: today.loaded.language ?? read.language,
      base: base ?? sigla.first, witnesses: witnesses)
  }

  /// A witness that is known byte for byte, read as its file would be today.
  private func whole(_ witness: Witness, path: String) throws(ReadError) -> Witness {
    let now = today.loaded.witnesses.first { $0.siglum == witness.siglum }
    if let now, now.text.bytes == witness.text.bytes { return now }
    // Text that was taken out of another file has no marks of its own.
    if let text = now?.text, text.places != nil, text.heading == nil { return witness }
    let input = try InputBytes(path: path, bytes: witness.text.bytes)
    let read = try PlainTextReader(marks: today.settings.marks).read(input)
    var description = read.description
    description.title = description.title ?? now?.text.heading?.title
    if let entry = entry(of: now) { description.fill(from: entry.description) }
    return Witness(siglum: witness.siglum, description: description, text: read.text)
  }

  /// What the edition file says of a witness of today.
  private func entry(of witness: Witness?) -> EditionFile.Entry? {
    guard let witness, let entries = today.file?.witnesses else { return nil }
    let ofFile = entries.filter { witness.text.path.hasSuffix("/" + ($0.files.first ?? "")) }
    return ofFile.first { $0.siglum == witness.siglum } ?? ofFile.first
  }

  private func collated(_ loaded: LoadedEdition) throws(Failure) -> Edition {
    var stages = StageClock()
    return try loaded.collated(today.settings, &stages)
  }
}
