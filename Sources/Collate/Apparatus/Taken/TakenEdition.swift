/// Makes an edition of an apparatus that was read, with the entries as their editor drew them.
///
/// Boundaries, classes and base text are the file's; where it has no class that this program knows,
/// the readings are classed as ever. If the lemmas are no witness's, the editor's text stands first
/// among the witnesses, as base.
struct TakenEdition {
  let read: ReadApparatus
  private let witnesses: [Witness]
  private let origins: [OriginMap]
  private let base: String?

  /// `base` is the siglum of a witness to be base text in place of the file's.
  init(_ read: ReadApparatus, base: String?) {
    self.read = read
    if base == nil, let edited = read.edited {
      witnesses = [edited] + read.witnesses
      origins = [read.editedOrigins] + read.origins
      self.base = edited.siglum
    } else {
      (witnesses, origins) = (read.witnesses, read.origins)
      self.base = base ?? read.base.map { read.witnesses[$0].siglum }
    }
  }

  /// The edition; `shown` are the classes that the printed apparatus shows.
  func edition(
    title: String?, language: String?, ignoring: Ignore,
    shown: EntryFilter = .all, version: String
  ) throws(EditionError) -> Edition {
    let text = Normalizer().normalize(witnesses.map(Tokenizer().tokenize))
    let positions = zip(text.witnesses, origins).map { Self.positions($0.source, $1) }
    let entries = TakenEntries(read.entries, positions: positions) { hasWords($0, text) }
    let taken = TakenColumns(text, positions: positions, leaves: entries.leaves)
    var collation = Collation(columns: taken.columns, columnCount: taken.count)
    collation.divisions = taken.divisions
    collation.checkInvariants(tokenCounts: text.witnesses.map(\.words.count))
    let place = StreamPlaces(positions, taken.columns)
    let units = TakenUnits(
      collation, text, spans: taken.spans, lacks: entries.lacks.map(place.columns),
      isComplete: read.isOwn
    ).units(ignoring: ignoring, language: language ?? read.language)
    var edition = try Edition(
      title: title ?? read.title, language: language ?? read.language, text: text,
      collation: collation, units: units, base: base, shown: shown, version: version)
    keepEditors(&edition, place, shown)
    keepScholars(&edition, place, shown)
    return edition
  }

  /// Gives the readings of an entry the classes that the file gives them; where it gives none, the
  /// only one beside the lemma has that of the entry.
  private func keepReadings(_ read: ReadEntry, _ entry: inout Entry) {
    let shift = witnesses.count - self.read.witnesses.count
    for index in entry.readings.indices.dropFirst() {
      let given = read.readings.first { reading in
        reading.witnesses.map { $0 + shift } == entry.readings[index].witnesses
      }
      if let kind = given?.type.flatMap(VariationClass.init(rawValue:)) {
        entry.readings[index].variation?.kind = kind
      } else if entry.readings.count == 2 {
        entry.readings[index].variation = entry.variation
      }
    }
  }

  /// Whether a reading has a word or a mark of punctuation.
  private func hasWords(_ reading: ReadEntry.Reading, _ text: NormalizedText) -> Bool {
    guard let witness = reading.witnesses.first else { return false }
    // The editor's text, where it is among the witnesses, stands before those that were read.
    let tokens = text.witnesses[witness + witnesses.count - read.witnesses.count].source.tokens
    let first = tokens.partition { Int($0.start) >= reading.range.lowerBound }
    return tokens[first...].prefix { Int($0.start) < reading.range.upperBound }
      .contains { $0.kind != .gap }
  }

  /// The stretch of the stream that each token covers.
  private static func positions(
    _ witness: TokenizedWitness, _ origins: OriginMap
  ) -> [Range<Int>] {
    witness.tokens.map { token in
      let start = origins.origin(of: Int(token.start))
      return start..<max(start, origins.origin(of: Int(token.end) - 1)) + 1
    }
  }

  /// Gives entries the classes and the partners that the file gives them.
  private func keepEditors(
    _ edition: inout Edition, _ place: StreamPlaces, _ shown: EntryFilter
  ) {
    var indices: [Range<Int>: Int] = [:]
    for index in edition.entries.indices { indices[edition.entries[index].columns] = index }
    var byID: [String: Int] = [:]
    for entry in read.entries {
      guard let index = indices[place.columns(entry.stream)] else { continue }
      if let id = entry.id { byID[id] = index }
      guard let kind = entry.type.flatMap(VariationClass.init(rawValue:)) else { continue }
      // Others say less: what they leave unsaid is kept where it fits.
      if read.isOwn || kind != edition.entries[index].variation.kind || entry.subtype != nil {
        let subkind = entry.subtype.flatMap(VariationClass.init(rawValue:))
        edition.entries[index].variation = Variation(kind: kind, subkind: subkind)
      }
      keepReadings(entry, &edition.entries[index])
      if !shown.shows(edition.entries[index]) { edition.entries[index].isShown = false }
    }
    for entry in read.entries {
      guard let index = entry.id.flatMap({ byID[$0] }), let other = entry.excludes.first,
        let partner = byID[other], partner != index
      else { continue }
      edition.entries[index].partner = partner
    }
  }
}

/// From stretches of a file's stream to columns.
struct StreamPlaces {
  /// Where words begin in the stream, in order, and the column of each.
  private let starts: [Int]
  private let columns: [Int]

  /// Takes the stretch of the stream and the column of each word, by row; O(n log n) for n words.
  init(_ positions: [[Range<Int>]], _ rows: [[Int32]]) {
    var pairs: [(start: Int, column: Int)] = []
    for (row, columns) in zip(positions, rows) {
      for (position, column) in zip(row, columns) {
        pairs.append((position.lowerBound, Int(column)))
      }
    }
    pairs.sort { ($0.start, $0.column) < ($1.start, $1.column) }
    starts = pairs.map(\.start)
    columns = pairs.map(\.column)
  }

  /// The columns of the words that begin in a stretch; empty where none do. O(words in it).
  func columns(_ stream: Range<Int>) -> Range<Int> {
    let places =
      starts.partition(
        below: stream.lowerBound)..<starts.partition(
        below: stream.upperBound)
    guard let least = columns[places].min(), let most = columns[places].max() else { return 0..<0 }
    return least..<most + 1
  }
}
