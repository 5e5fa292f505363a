/// An apparatus that `collate` wrote and an editor accepted, and perhaps touched, beside the
/// edition that the program makes of the same witnesses today.
struct AcceptedApparatus: Sendable {
  let file: ReadApparatus
  /// By entry of the program's edition: index of the file's entry in the same place, or nil.
  let counterparts: [Int?]
  /// `xml:id` of the file's entry in the place of each of the edition's; kept, since every finding
  /// asks for it.
  let ids: [String?]

  /// Matches entries by the words they stand over in one witness; O(entries · witnesses + tokens).
  init(_ file: ReadApparatus, _ edition: Edition) {
    self.file = file
    let sigla = edition.text.witnesses.map(\.source.witness.siglum)
    let rows = file.witnesses.map { witness in sigla.firstIndex(of: witness.siglum) }
    var byPlace: [PlaceKey: Int] = [:]
    for (index, entry) in file.entries.enumerated() {
      for key in Self.keys(of: entry, rows, edition) where byPlace[key] == nil {
        byPlace[key] = index
      }
    }
    counterparts = edition.entries.map { entry in
      Self.keys(of: entry).lazy.compactMap { byPlace[$0] }.first
    }
    ids = counterparts.map { $0.flatMap { file.entries[$0].id } }
  }

  /// Some tokens of one witness, and how deep the entry over them is nested.
  private struct PlaceKey: Hashable {
    var witness: Int
    var tokens: Range<Int>
    var isInner: Bool
  }

  private static func keys(of entry: Entry) -> [PlaceKey] {
    entry.readings.filter { !$0.tokens.isEmpty }.map { reading in
      PlaceKey(
        witness: reading.witnesses[0], tokens: reading.tokens, isInner: entry.parent != nil)
    }
  }

  private static func keys(
    of entry: ReadEntry, _ rows: [Int?], _ edition: Edition
  ) -> [PlaceKey] {
    entry.readings.compactMap { reading in
      guard let first = reading.witnesses.first, let row = rows[first] else { return nil }
      let tokens = edition.text.witnesses[row].source.tokens(in: reading.range)
      guard !tokens.isEmpty else { return nil }
      return PlaceKey(witness: row, tokens: tokens, isInner: entry.parent != nil)
    }
  }
}

extension TokenizedWitness {
  /// The tokens that begin within a range of bytes; O(log tokens).
  func tokens(in bytes: Range<Int>) -> Range<Int> {
    func first(from offset: Int) -> Int { tokens.partition { Int($0.start) >= offset } }
    return first(from: bytes.lowerBound)..<first(from: bytes.upperBound)
  }
}

// MARK: - What was done by hand

extension AcceptedApparatus {
  /// What an editor changed: lemmas, types, notes, whole entries; in the order of the file.
  ///
  /// `made` is the edition that the program makes of the accepted witnesses.
  func edits(of made: Edition, edition name: String) -> [Finding] {
    var findings: [Finding] = []
    var isMatched = [Bool](repeating: false, count: file.entries.count)
    for (index, counterpart) in counterparts.enumerated() {
      guard let counterpart else {
        findings.append(removed(made.entries[index], made, name))
        continue
      }
      isMatched[counterpart] = true
      findings += edits(file.entries[counterpart], made.entries[index], made, name)
    }
    for (index, entry) in file.entries.enumerated() where !isMatched[index] {
      findings.append(finding(entry, .foreignEntry, name))
    }
    return findings
  }

  /// What an editor changed of one entry.
  private func edits(
    _ accepted: ReadEntry, _ made: Entry, _ edition: Edition, _ name: String
  ) -> [Finding] {
    var details = accepted.notes.map { Finding.Detail.note($0) }
    let type = made.variation.kind.rawValue
    // A form of TEI gives classes to readings alone.
    let isTyped = accepted.type != nil || accepted.readings.allSatisfy { $0.type == nil }
    if isTyped, accepted.type != type { details.append(.type(accepted.type, not: type)) }
    if let lemma = lemma(of: accepted, made, edition) { details.append(lemma) }
    return details.map { finding(accepted, $0, name) }
  }

  /// The edit that made the reading of another witness the lemma, if there was one.
  private func lemma(
    of accepted: ReadEntry, _ made: Entry, _ edition: Edition
  ) -> Finding.Detail? {
    let sigla = edition.text.witnesses.map(\.source.witness.siglum)
    let wanted = sigla[made.readings[0].witnesses[0]]
    guard let lemma = accepted.readings.first(where: \.isLemma),
      let first = lemma.witnesses.first
    else { return nil }
    let holders = lemma.witnesses.map { file.witnesses[$0].siglum }
    return holders.contains(wanted)
      ? nil : .lemma(of: file.witnesses[first].siglum, not: wanted)
  }

  /// A finding at an entry of the accepted file.
  private func finding(
    _ entry: ReadEntry, _ detail: Finding.Detail, _ name: String
  ) -> Finding {
    var finding = Finding(kind: .apparatusEdited, edition: name, path: file.path)
    finding.extent = .init(start: entry.place, end: entry.place)
    finding.detail = detail
    finding.entry = entry.id
    if let reading = entry.readings.first(where: \.isLemma) ?? entry.readings.first,
      let witness = reading.witnesses.first
    {
      let bytes = file.witnesses[witness].text.bytes
      finding.old = bytes[reading.range].folded
      finding.new = finding.old
    }
    return finding
  }

  /// The finding that an entry was taken out, at the words that it was about.
  private func removed(_ entry: Entry, _ edition: Edition, _ name: String) -> Finding {
    var finding = Finding(kind: .apparatusEdited, edition: name, path: file.path)
    finding.detail = .removedEntry
    if let reading = entry.readings.first(where: { !$0.tokens.isEmpty }) {
      let source = edition.text.witnesses[reading.witnesses[0]].source
      let start = Int(source.tokens[reading.tokens.lowerBound].start)
      let end = Int(source.tokens[reading.tokens.upperBound - 1].end)
      finding.old = source.witness.text.bytes[start..<end].folded
    }
    return finding
  }
}
