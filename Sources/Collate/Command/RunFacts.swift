/// What `--verbose` tells of a collation: witnesses, tokens, entries, and what was read page by
/// page.
struct RunFacts {
  let edition: Edition

  /// So many witnesses are named with their tokens; of more, only the shortest and the longest are.
  /// Three lines or so of a terminal.
  static let namedWitnesses = 30

  /// A line for each fact; O(witnesses × log witnesses).
  var lines: [String] { [summary, tokens] + pages }

  private var summary: String {
    Self.counted(edition.text.witnesses.count, "witness", "witnesses")
      + ", \(edition.text.tokenCount) tokens, "
      + Self.counted(edition.entries.count, "entry", "entries")
  }

  private var tokens: String {
    let counts = edition.text.witnesses.map {
      (siglum: $0.source.witness.siglum, tokens: $0.words.count)
    }
    guard counts.count > Self.namedWitnesses else {
      return "tokens: " + counts.map { "\($0.siglum) \($0.tokens)" }.joined(separator: ", ")
    }
    let sorted = counts.indices.sorted { (counts[$0].tokens, $0) < (counts[$1].tokens, $1) }
    let (least, most) = (counts[sorted[0]], counts[sorted[sorted.count - 1]])
    return "tokens: from \(least.tokens) (\(least.siglum)) to \(most.tokens) (\(most.siglum)), "
      + "median \(counts[sorted[sorted.count / 2]].tokens)"
  }

  /// A line for each witness that was read page by page.
  private var pages: [String] {
    edition.text.witnesses.map(\.source.witness).compactMap { witness in
      let (files, lines) = (witness.text.paths.count, witness.text.linesLeftOut)
      var facts: [String] = []
      if files > 1 { facts.append("\(files) files of pages") }
      if lines > 0 { facts.append("lines left out as page numbers, heads and the like: \(lines)") }
      return facts.isEmpty ? nil : "\(witness.siglum): " + facts.joined(separator: ", ")
    }
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
