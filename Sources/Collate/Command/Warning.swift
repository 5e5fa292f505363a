/// What is odd about a run that can go on all the same.
enum Warning: Equatable, Sendable {
  /// With one witness there is nothing to compare.
  case onlyOneWitness(path: String)
  /// A witness without a word.
  case noWords(path: String)
  /// A file in the folder that could be a witness, but the edition file does not name it.
  case unlisted(path: String)
  /// Something in a witness is doubtful.
  case doubtful(ReadError)
  /// The XML id of one witness begins that of another, and so it is in `more` pairs besides.
  case beginsAnother(siglum: String, other: String, more: Int)

  /// All that is odd, in the order of the witnesses.
  static func all(about loaded: LoadedEdition, _ edition: Edition) -> [Warning] {
    var warnings = loaded.unlisted.map { Warning.unlisted(path: $0) }
    warnings += loaded.witnesses.flatMap(\.doubts).map { .doubtful($0) }
    for witness in edition.text.witnesses where witness.words.isEmpty {
      warnings.append(.noWords(path: witness.source.witness.text.path))
    }
    if let only = loaded.witnesses.first, loaded.witnesses.count == 1 {
      warnings.append(.onlyOneWitness(path: only.text.path))
    }
    return warnings
  }

  /// What is odd about the sigla where TEI is written: some programs that read it look for witnesses by
  /// part of a string.
  static func sigla(in edition: Edition) -> [Warning] {
    let sigla = edition.text.witnesses.map(\.source.witness.siglum)
    let clashes = TEIIdentifiers(sigla: sigla).prefixClashes
    return clashes.prefix(1).map { first, second in
      .beginsAnother(siglum: sigla[first], other: sigla[second], more: clashes.count - 1)
    }
  }

  /// The warning in words.
  var message: Message {
    switch self {
    case .onlyOneWitness(let path):
      Message(
        severity: .warning, place: path, what: "is the only witness",
        remedy: "name another to compare it with")
    case .noWords(let path):
      Message(
        severity: .warning, place: path, what: "has no words", remedy: "is it the right file?")
    case .unlisted(let path):
      Message(
        severity: .warning, place: path, what: "is not named in edition.json and was left out",
        remedy: "name it there, or move it away")
    case .doubtful(let doubt): doubt.warning
    case .beginsAnother(let siglum, let other, let more):
      Message(
        severity: .warning,
        what: "siglum \(siglum) begins siglum \(other)"
          + (more > 0 ? ", and \(more) more are such pairs" : ""),
        remedy: "some programs that read TEI take one for the other; rename it if yours does")
    }
  }
}
