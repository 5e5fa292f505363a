/// Aligns the witnesses of a normalized text.
struct Aligner: Sendable {
  /// Placeholder until the engine lands: each witness against the first, by common subsequence.
  func align(_ text: NormalizedText) -> Collation {
    let rows = text.witnesses.map { w in w.words.map { text.lexicon.words[Int($0)].form } }
    guard let base = rows.first else { return Collation(columns: [], columnCount: 0) }
    var slots = [[[Int]]](repeating: [], count: base.count + 1)  // tokens before base token i
    var matches = [[Int?]](repeating: [], count: rows.count)
    for (w, row) in rows.enumerated() {
      var match = [Int?](repeating: nil, count: row.count)
      if w == 0 {
        match = row.indices.map { $0 }
      } else {
        let removed = Set(
          row.difference(from: base).removals.map { change in
            if case .remove(let at, _, _) = change { at } else { -1 }
          })
        let inserted = Set(
          row.difference(from: base).insertions.map { change in
            if case .insert(let at, _, _) = change { at } else { -1 }
          })
        var kept = base.indices.filter { !removed.contains($0) }[...]
        for i in row.indices where !inserted.contains(i) { match[i] = kept.removeFirst() }
      }
      matches[w] = match
      var pending: [Int] = []
      for (i, m) in match.enumerated() {
        if let m {
          slots[m].append([w] + pending)
          pending = []
        } else {
          pending.append(i)
        }
      }
      slots[base.count].append([w] + pending)
    }
    var columns = rows.map { [Int32](repeating: 0, count: $0.count) }
    var next: Int32 = 0
    for (b, slot) in slots.enumerated() {
      let width = slot.map { $0.count - 1 }.max() ?? 0
      for entry in slot {
        for (k, i) in entry.dropFirst().enumerated() { columns[entry[0]][i] = next + Int32(k) }
      }
      next += Int32(width)
      if b < base.count {
        for (w, match) in matches.enumerated() {
          if let i = match.firstIndex(of: b) { columns[w][i] = next }
        }
        next += 1
      }
    }
    return Collation(columns: columns, columnCount: Int(next))
  }
}
