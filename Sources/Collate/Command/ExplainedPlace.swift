/// A place of the edition that is to be explained, as a person names it.
enum ExplainedPlace: Equatable {
  /// `12`: an entry of the apparatus, by the number that TEI and JSON give it.
  case entry(Int)
  /// `p3`: a paragraph of the base text, by its number in print.
  case paragraph(Int)
  /// `l120`: a line of the base text as it is printed.
  case line(Int)
  /// `T:12` or `T:12:8`: a line, or one token, of the transcription with that siglum or file.
  case transcription(String, line: Int, column: Int?)

  /// Reads a place; nil where it is none.
  init?(_ text: String) {
    if let number = Self.number(text[...]) {
      self = .entry(number)
    } else if let number = Self.number(text.dropFirst()), text.hasPrefix("p") {
      self = .paragraph(number)
    } else if let number = Self.number(text.dropFirst()), text.hasPrefix("l") {
      self = .line(number)
    } else {
      self.init(transcription: text)
    }
  }

  /// The numbers are taken from the end, since a name may hold a colon itself.
  private init?(transcription text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = Self.number(parts[parts.count - 1]) else { return nil }
    if parts.count > 2, let line = Self.number(parts[parts.count - 2]) {
      let name = parts.dropLast(2).joined(separator: ":")
      self = .transcription(name, line: line, column: last)
    } else {
      self = .transcription(parts.dropLast().joined(separator: ":"), line: last, column: nil)
    }
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(text)
  }
}

/// Why a place cannot be explained.
enum PlaceError: Error, Equatable {
  case unreadable
  case noEntry(count: Int)
  /// A number of the printed base text; how many there are.
  case noNumber(paragraphs: Bool, count: Int)
  case noWitness(sigla: [String])
  /// A line outside of the transcription; those it has.
  case noLine(ClosedRange<Int>)
  /// The witness has a file for each page, this one first, and none is named.
  case severalFiles(first: String)
  /// Nothing of the text stands there.
  case noToken
}

extension ExplainedPlace {
  /// The columns of the place; for an entry its own.
  func columns(in edition: Edition, width: Int) throws(PlaceError) -> Range<Int> {
    switch self {
    case .entry(let number):
      guard let entry = edition.entries.first(where: { $0.number == number }) else {
        throw .noEntry(count: edition.entries.count)
      }
      return entry.columns
    case .paragraph(let number): return try printed(edition, width, number, .paragraph)
    case .line(let number): return try printed(edition, width, number, .line)
    case .transcription(let name, let line, let column):
      return try transcribed(edition, name, line, column)
    }
  }

  private func printed(
    _ edition: Edition, _ width: Int, _ number: Int, _ numbering: TextWriter.Numbering
  ) throws(PlaceError) -> Range<Int> {
    let base = TextBase(edition, width: width, numbering: numbering)
    guard base.tokens.indices.contains(number - 1) else {
      throw .noNumber(paragraphs: numbering == .paragraph, count: base.tokens.count)
    }
    return try Self.columns(edition, edition.base, base.tokens[number - 1])
  }

  /// The columns of what begins on a line of a file, or stands at a column of it.
  private func transcribed(
    _ edition: Edition, _ name: String, _ line: Int, _ column: Int?
  ) throws(PlaceError) -> Range<Int> {
    let sources = edition.text.witnesses.map(\.source)
    let (witness, path, table) = try Self.witness(sources.map(\.witness), name, line)
    let (text, tokens) = (sources[witness].witness.text, sources[witness].tokens)
    let here = tokens.indices.filter { index in
      let offset = Int(tokens[index].start)
      let start = table.place(at: offset)
      guard start.line == line, text.path(at: offset) == path else { return false }
      guard let column else { return true }
      return start.column <= column
        && column < start.column + table.place(at: Int(tokens[index].end)).column - start.column
    }
    guard let first = here.first, let last = here.last else { throw .noToken }
    return try Self.columns(edition, witness, first..<last + 1)
  }

  /// The witness of a siglum or, failing that, of a file, and the file; of several witnesses in one
  /// file that which has the line. O(bytes of those it may be).
  private static func witness(
    _ witnesses: [Witness], _ name: String, _ line: Int
  ) throws(PlaceError) -> (index: Int, path: String, table: LineTable) {
    var named = witnesses.indices.filter { witnesses[$0].siglum == name }
    if named.isEmpty {
      named = witnesses.indices.filter {
        witnesses[$0].text.paths.contains(name) || witnesses[$0].text.path == name
      }
    }
    var all: ClosedRange<Int>?
    for index in named {
      let text = witnesses[index].text
      let paths = text.paths
      if paths.count > 1, !paths.contains(name) { throw .severalFiles(first: paths[0]) }
      let path = paths.count > 1 ? name : paths[0]
      let table = text.lineTable()
      guard let lines = text.lines(ofFile: path, table) else { throw .noToken }
      if lines.contains(line) { return (index, path, table) }
      let known = all ?? lines
      all = min(known.lowerBound, lines.lowerBound)...max(known.upperBound, lines.upperBound)
    }
    guard let all else { throw .noWitness(sigla: witnesses.map(\.siglum)) }
    // Between witnesses of one file there are headings.
    throw all.contains(line) ? .noToken : .noLine(all)
  }

  private static func columns(
    _ edition: Edition, _ witness: Int, _ tokens: Range<Int>
  ) throws(PlaceError) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { throw .noToken }
    let row = edition.collation.columns[witness]
    return Int(row[first])..<Int(row[last]) + 1
  }
}

extension SourceText {
  /// The lines it has in a file as it is, from the first to the last: those of an XML file, or of
  /// a part of a file of several witnesses. Nil where it has nothing in that file.
  fileprivate func lines(ofFile path: String, _ table: LineTable) -> ClosedRange<Int>? {
    guard let stretch = files.isEmpty ? 0..<bytes.count : files.stretch(of: path, bytes.count)
    else { return nil }
    let first = places == nil ? 1 : table.place(at: stretch.lowerBound).line
    return first...max(first, table.place(at: stretch.upperBound).line)
  }
}
