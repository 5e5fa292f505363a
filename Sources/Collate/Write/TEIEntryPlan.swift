/// Where the white space before and after the readings of an entry goes.
///
/// Between two entries there may be no text of white space alone, since some readers drop it; and
/// where a reading is empty, the white space that it shares with its neighbor should stand outside,
/// so that little need be said of single witnesses.
struct EntryPlan {
  /// What stands before the entry is written inside each reading.
  var leadsIn: Bool
  /// What stands after each reading is written inside it.
  var trailsInside: Bool
  /// The entry stands among paragraphs and its lemma holds some.
  var isBlock: Bool
}

extension TEIBody {
  /// Chooses the plan that leaves the fewest witnesses to be spoken of apart: a reader that passes
  /// over milestones sees the spacing of those alone that need none. O(w) in the witnesses in scope
  /// and their tokens in the entry.
  func plan(for entry: Entry, _ scope: Scope) -> EntryPlan {
    let after = lastTrailing(of: entry)
    let isOmittedBySome = entry.readings.contains { $0.tokens.isEmpty }
    let leadIsPresent = after[scope.lead] != nil
    let leadBreaks = next[scope.lead] > 0 && holdsBreak(pending[scope.lead], scope.lead)
    if scope.mayBreak, leadIsPresent, lemmaBreaks(entry, scope) {
      let leadsIn = !leadBreaks && spread(pending, scope.witnesses, scope) > 0
      return EntryPlan(leadsIn: leadsIn, trailsInside: true, isBlock: true)
    }
    let endBreaks = holdsBreak(after[scope.lead] ?? 0..<0, scope.lead)
    if leadBreaks, leadIsPresent {
      return EntryPlan(
        leadsIn: false, trailsInside: isOmittedBySome && !(scope.mayBreak && endBreaks),
        isBlock: false)
    }
    let isAdjacent = isBehindEntry && scope.witnesses.contains { !pending[$0].isEmpty }
    var plans = [EntryPlan(leadsIn: true, trailsInside: false, isBlock: false)]
    if !isAdjacent || leadBreaks {
      plans.insert(EntryPlan(leadsIn: false, trailsInside: false, isBlock: false), at: 0)
      if isOmittedBySome, !(scope.mayBreak && endBreaks) {
        plans.insert(EntryPlan(leadsIn: false, trailsInside: true, isBlock: false), at: 0)
      }
    }
    return cheapest(plans, entry, after, scope)
  }

  /// The first of the plans that leave the fewest witnesses to be spoken of.
  private func cheapest(
    _ plans: [EntryPlan], _ entry: Entry, _ after: [Range<Int>?], _ scope: Scope
  ) -> EntryPlan {
    guard plans.count > 1 else { return plans[0] }
    let follower = follower(of: entry)
    let costs = plans.map { cost($0, entry, after, follower, scope) }
    let least = costs.min() ?? 0
    return plans[costs.firstIndex(of: least) ?? 0]
  }

  /// Witnesses to be spoken of apart by a plan: before the entry or in its readings, at their ends,
  /// and where what is left then goes, which is before the next word or in the readings of an entry
  /// that follows at once.
  private func cost(
    _ plan: EntryPlan, _ entry: Entry, _ after: [Range<Int>?], _ follower: Entry?,
    _ scope: Scope
  ) -> Int {
    var left = pending
    for witness in scope.witnesses {
      if let last = after[witness] {
        left[witness] = plan.trailsInside ? 0..<0 : last
      } else if !plan.leadsIn {
        left[witness] = 0..<0
      }
    }
    var ends = pending
    for witness in scope.witnesses { ends[witness] = after[witness] ?? ends[witness] }
    let before =
      plan.leadsIn ? spread(pending, in: entry, scope) : spread(pending, scope.witnesses, scope)
    let atEnd = plan.trailsInside ? spread(ends, in: entry, scope) : 0
    let behind =
      follower.map { spread(left, in: $0, scope) } ?? spread(left, scope.witnesses, scope)
    return before + atEnd + behind
  }

  /// The entry whose first words stand directly behind another, the innermost where one holds it.
  private func follower(of entry: Entry) -> Entry? {
    let entries = edition.entries
    var index = entry.number
    while index < entries.count, entries[index].columns.lowerBound < entry.columns.upperBound {
      index += 1
    }
    guard index < entries.count, entries[index].columns.lowerBound == entry.columns.upperBound
    else { return nil }
    while index + 1 < entries.count, entries[index + 1].parent == index,
      entries[index + 1].columns.lowerBound == entry.columns.upperBound
    {
      index += 1
    }
    return entries[index]
  }

  /// How many of some witnesses have something other than the one that is written for them.
  private func spread(_ ranges: [Range<Int>], _ witnesses: [Int], _ scope: Scope) -> Int {
    guard let first = witnesses.first else { return 0 }
    let lead = witnesses.contains(scope.lead) ? scope.lead : first
    return witnesses.count { !isSame(ranges[$0], $0, ranges[lead], lead) }
  }

  /// The same within each reading of an entry that has words.
  private func spread(_ ranges: [Range<Int>], in entry: Entry, _ scope: Scope) -> Int {
    entry.readings.reduce(0) {
      $1.tokens.isEmpty ? $0 : $0 + spread(ranges, $1.witnesses, scope)
    }
  }

  /// Whether the base text breaks off a paragraph behind the lemma.
  func endsWithBreak(_ entry: Entry, _ scope: Scope) -> Bool {
    guard let last = lastTrailing(of: entry)[scope.lead] else { return false }
    return holdsBreak(last, scope.lead)
  }

  /// By witness, what stands after its last token, where it has a reading here.
  private func lastTrailing(of entry: Entry) -> [Range<Int>?] {
    var result = [Range<Int>?](repeating: nil, count: next.count)
    for reading in entry.readings where !reading.tokens.isEmpty {
      for witness in reading.witnesses {
        let last = lastToken(of: witness, before: entry.columns.upperBound)
        result[witness] = tokens[witness][last].trailing
      }
    }
    return result
  }

  /// Index of the last token of a witness before a column.
  private func lastToken(of witness: Int, before column: Int) -> Int {
    let places = edition.collation.columns[witness]
    return max(places[next[witness]...].partition { $0 >= Int32(column) } - 1, 0)
  }

  /// Whether the base text breaks off a paragraph between two words of the lemma.
  private func lemmaBreaks(_ entry: Entry, _ scope: Scope) -> Bool {
    let tokens = tokens[scope.lead]
    let last = lastToken(of: scope.lead, before: entry.columns.upperBound)
    return (next[scope.lead]..<last).contains { holdsBreak(tokens[$0].trailing, scope.lead) }
  }

  /// Whether bytes between two tokens hold a break of paragraphs.
  func holdsBreak(_ range: Range<Int>, _ witness: Int) -> Bool {
    guard !range.isEmpty, !(range.count == 1 && bytes[witness][range.lowerBound] == 0x20) else {
      return false
    }
    let text = edition.text.witnesses[witness].source.witness.text
    return BetweenPiece.pieces(of: range, in: text).contains { piece in
      piece.space.map { breaks[witness].isBreak($0) } ?? false
    }
  }

  /// Whether two ranges of two witnesses hold the same bytes.
  func isSame(_ a: Range<Int>, _ first: Int, _ b: Range<Int>, _ second: Int) -> Bool {
    guard a.count == b.count else { return false }
    if a.isEmpty || first == second && a == b { return true }
    if a.count == 1 { return bytes[first][a.lowerBound] == bytes[second][b.lowerBound] }
    return bytes[first][a].elementsEqual(bytes[second][b])
  }
}
