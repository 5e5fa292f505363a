/// The accepted state of an edition, whatever it was read from.
struct Baseline: Sendable {
  /// What a person would call it: a file, a folder, a revision.
  var name: String
  /// The accepted witnesses, collated as today's are.
  var edition: Edition
  /// Whether the witnesses are as they were byte for byte, so that white space and marks count.
  var isExact: Bool
  /// What was read from the apparatus itself; nil where the baseline is witnesses only.
  var apparatus: AcceptedApparatus?
}

/// Compares today's edition with the accepted one.
///
/// The texts of each witness are compared first: what changed there is drift, and there is one
/// finding for each change. Whether entries came or went is then looked up at the place of the
/// change in both editions. Entries are so matched by where they stand in a witness, never by
/// number. Time is that of the alignments, nearly linear in the tokens.
struct DriftCheck {
  /// Name of the edition.
  let name: String
  let baseline: Baseline
  let today: Edition

  /// All findings of this edition, in order of place, without severity.
  func findings() -> [Finding] {
    var findings = comings() + baseChange()
    findings += textFindings()
    findings += baseline.apparatus?.edits(of: baseline.edition, edition: name) ?? []
    findings.sort(by: Finding.precedes)
    findings.identify()
    return findings
  }

  private func sigla(_ edition: Edition) -> [String] {
    edition.text.witnesses.map(\.source.witness.siglum)
  }

  /// Witnesses that came or went.
  private func comings() -> [Finding] {
    let (before, now) = (sigla(baseline.edition), sigla(today))
    let missing = before.filter { !now.contains($0) }.map { siglum in
      Finding(kind: .witnessMissing, edition: name, siglum: siglum, path: baseline.name)
    }
    let added = today.text.witnesses.map(\.source.witness).filter { !before.contains($0.siglum) }
    return missing
      + added.map { witness in
        let heading = witness.text.heading?.place
        return Finding(
          kind: .witnessAdded, edition: name, siglum: witness.siglum, path: witness.text.path,
          extent: heading.map { .init(start: $0, end: $0) })
      }
  }

  /// Another base text than the accepted apparatus has.
  private func baseChange() -> [Finding] {
    let (before, now) = (sigla(baseline.edition)[baseline.edition.base], sigla(today)[today.base])
    guard before != now, baseline.apparatus != nil else { return [] }
    var finding = Finding(kind: .apparatusEdited, edition: name, path: baseline.name)
    finding.detail = .base(now, not: before)
    return [finding]
  }

  /// What changed in the text of the witnesses that are in both.
  private func textFindings() -> [Finding] {
    let (old, new) = (baseline.edition, today)
    let before = sigla(old)
    let pairs = new.text.witnesses.indices.compactMap { index -> (old: Int, new: Int)? in
      let siglum = new.text.witnesses[index].source.witness.siglum
      return before.firstIndex(of: siglum).map { ($0, index) }
    }.filter { pair in
      old.text.witnesses[pair.old].source.witness.text.bytes
        != new.text.witnesses[pair.new].source.witness.text.bytes
    }
    guard !pairs.isEmpty else { return [] }
    // All witnesses of both states, so that the judge knows the names in them.
    let text = Normalizer().normalize(
      old.text.witnesses.map(\.source) + new.text.witnesses.map(\.source))
    let places = (old: EntryPlaces(old), new: EntryPlaces(new))
    var judge = Judge(WordKnowledge(text, language: new.language))
    return pairs.flatMap { pair in
      WitnessComparison(
        edition: name, from: text.witnesses[pair.old],
        to: text.witnesses[old.text.witnesses.count + pair.new], isExact: baseline.isExact,
        acceptedEntry: { places.old.entry(over: $0, of: pair.old) },
        entry: { places.new.entry(over: $0, of: pair.new) },
        entryID: { baseline.apparatus?.ids[$0] ?? nil }
      ).findings(&judge, text.lexicon, language: new.language)
    }
  }
}
