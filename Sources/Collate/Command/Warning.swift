/// What is odd about a run that can go on all the same.
enum Warning: Equatable, Sendable {
  /// With one witness there is nothing to compare.
  case onlyOneWitness(path: String)
  /// The only witness is the text of an apparatus, which is more likely to be converted.
  case onlyApparatus(path: String)
  /// A line in the only witness looks like a heading of one of several.
  case headingInText(path: String, Place)
  /// A witness without a word; its heading, if the file has several.
  case noWords(path: String, Place?)
  /// A plain text that begins like JSON, XML or HTML.
  case looksLike(InputFormat, path: String)
  /// A file in the folder that could be a witness, but the edition file does not name it.
  case unlisted(path: String)
  /// Conjectures of an apparatus that stand where no witness has a word, or across entries.
  case lostConjectures(path: String, count: Int, of: Int)
  /// Something in a witness is doubtful.
  case doubtful(ReadError)
  /// The XML id of one witness begins that of another, and so it is in `more` pairs besides.
  case beginsAnother(siglum: String, other: String, more: Int)

  /// All that is odd, in the order of the witnesses.
  static func all(about input: EditionInput, _ edition: Edition) -> [Warning] {
    let loaded = input.loaded
    var warnings = reading(loaded)
    for witness in edition.text.witnesses where witness.words.isEmpty {
      let text = witness.source.witness.text
      warnings.append(.noWords(path: text.path, text.heading?.place))
    }
    for text in loaded.witnesses.map(\.text) {
      if let format = text.likeness { warnings.append(.looksLike(format, path: text.path)) }
    }
    if let only = loaded.witnesses.first, loaded.witnesses.count == 1 {
      let path = only.text.path
      warnings.append(only.isEditedText ? .onlyApparatus(path: path) : .onlyOneWitness(path: path))
      if input.settings.readsSections, let place = only.text.unreadHeading {
        warnings.append(.headingInText(path: only.text.path, place))
      }
    }
    return warnings
  }

  /// What showed when the witnesses were read: about their folder first.
  static func reading(_ loaded: LoadedEdition) -> [Warning] {
    let doubts = loaded.doubts + loaded.witnesses.flatMap(\.doubts)
    return loaded.unlisted.map { .unlisted(path: $0) }
      + doubts.filter(isTold).map { .doubtful($0) }
  }

  /// Whether a doubt should be told: a field of a description may have any name, so one of another
  /// name than those known is doubtful where it may be a slip.
  private static func isTold(_ doubt: ReadError) -> Bool {
    guard case .unknownField(let name, let known) = doubt.problem else { return true }
    return NearMiss.slip(for: name, among: known) != nil
  }

  /// What is odd about the sigla where TEI is written: some programs that read it look for
  /// witnesses by part of a string.
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
        severity: .warning, place: Self.location(path), what: "is the only witness",
        remedy: "name another to compare it with")
    case .onlyApparatus(let path):
      Message(
        severity: .warning, place: Self.location(path),
        what: "is an apparatus; its lemmas alone were read, as the only witness",
        remedy:
          "collate convert writes it in other formats, collate extract gives its witnesses back")
    case .headingInText(let path, let place):
      Message(
        severity: .warning, place: Self.location(path, place),
        what: "is read as text, not as the heading of a witness",
        remedy: "a file of several begins with a line == SIGLUM == and has another")
    case .looksLike(let format, let path):
      Message(
        severity: .warning, place: path,
        what: "begins like \(format.words), but is compared as plain text",
        remedy: format == .html
          ? "turn it into plain text, as with pandoc -f html -t plain --wrap=none"
          : "rename it to .\(format.words.lowercased())")
    case .noWords(let path, let place):
      Message(
        severity: .warning, place: Self.location(path, place),
        what: "has no words", remedy: "is it the right file?")
    case .unlisted(let path):
      Message(
        severity: .warning, place: path, what: "is not named in edition.json and was left out",
        remedy: "name it there, or move it away")
    case .lostConjectures(let path, let count, let all):
      Message(
        severity: .warning, place: path,
        what: "\(count) of \(all) conjectures were left out: no witness has a word at their place",
        remedy: "add them by hand")
    case .doubtful(let doubt): doubt.warning
    case .beginsAnother(let siglum, let other, let more):
      Message(
        severity: .warning,
        what: "siglum \(siglum) begins siglum \(other)"
          + (more > 0 ? ", and \(more) more are such pairs" : ""),
        remedy: "some programs that read TEI take one for the other; rename it if yours does")
    }
  }

  private static func location(_ path: String, _ place: Place? = nil) -> String {
    let name = path == "-" ? "standard input" : path
    return place.map { "\(name):\($0.line):\($0.column)" } ?? name
  }
}

extension InputFormat {
  /// Its name in messages.
  fileprivate var words: String {
    switch self {
    case .plainText: "plain text"
    case .json: "JSON"
    case .xml: "XML"
    case .html: "HTML"
    }
  }
}

extension SourceText {
  /// Whether its bytes are all of a plain-text file.
  fileprivate var isPlainFile: Bool {
    places == nil && givenTokens == nil && path != "-"
      && InputFormat.fileName(path).ending != "json"
  }

  /// Where it has a line that a person may take for a heading of one witness among several, the
  /// first that is none or else the first; for a text that is the only witness.
  fileprivate var unreadHeading: Place? {
    guard isPlainFile else { return nil }
    let lines = MarkedLine.all(in: bytes)
    let line = lines.first { !$0.isHeading } ?? lines.first
    return line.map { lineTable().place(at: $0.content.lowerBound) }
  }

  /// What a plain-text file looks like in spite of its name; Markdown too may begin with a comment.
  fileprivate var likeness: InputFormat? {
    guard isPlainFile, !bytes.starts(with: "<!--".utf8) else { return nil }
    let format = InputFormat.start(of: bytes)
    return format == .plainText ? nil : format
  }
}
