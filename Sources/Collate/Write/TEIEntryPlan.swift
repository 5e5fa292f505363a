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
  /// Chooses the plan that leaves the fewest witnesses to be spoken of apart; O(w) in the witnesses
  /// in scope and their tokens in the entry.
  func plan(for entry: Entry, _ scope: Scope) -> EntryPlan {
    let after = lastTrailing(of: entry)
    let isOmittedBySome = entry.readings.contains { $0.tokens.isEmpty }
    let leadIsPresent = after[scope.lead] != nil
    let leadBreaks = next[scope.lead] > 0 && holdsBreak(pending[scope.lead], scope.lead)
    if scope.mayBreak, leadIsPresent, lemmaBreaks(entry, scope) {
      let leadsIn = !leadBreaks && innerCost([:], scope) > 0
      return EntryPlan(leadsIn: leadsIn, trailsInside: true, isBlock: true)
    }
    if leadBreaks, leadIsPresent {
      let endBreaks = holdsBreak(after[scope.lead] ?? 0..<0, scope.lead)
      return EntryPlan(
        leadsIn: false, trailsInside: isOmittedBySome && !(scope.mayBreak && endBreaks),
        isBlock: false)
    }
    let isAdjacent = isBehindEntry && scope.witnesses.contains { !pending[$0].isEmpty }
    if isAdjacent, !leadBreaks {
      return EntryPlan(leadsIn: true, trailsInside: false, isBlock: false)
    }
    if !isOmittedBySome { return EntryPlan(leadsIn: false, trailsInside: false, isBlock: false) }
    let leadsIn = outerCost(after, scope) < innerCost(after, scope)
    return EntryPlan(leadsIn: leadsIn, trailsInside: !leadsIn, isBlock: false)
  }

  /// Whether the base text breaks off a paragraph behind the lemma.
  func endsWithBreak(_ entry: Entry, _ scope: Scope) -> Bool {
    guard let last = lastTrailing(of: entry)[scope.lead] else { return false }
    return holdsBreak(last, scope.lead)
  }

  /// What stands after the last token of each witness that has a reading here.
  private func lastTrailing(of entry: Entry) -> [Int: Range<Int>] {
    var result: [Int: Range<Int>] = [:]
    for reading in entry.readings where !reading.tokens.isEmpty {
      for witness in reading.witnesses {
        let last = lastToken(of: witness, before: entry.columns.upperBound)
        result[witness] = edition.text.witnesses[witness].source.tokens[last].trailing
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
    let tokens = edition.text.witnesses[scope.lead].source.tokens
    let last = lastToken(of: scope.lead, before: entry.columns.upperBound)
    return (next[scope.lead]..<last).contains { holdsBreak(tokens[$0].trailing, scope.lead) }
  }

  func holdsBreak(_ range: Range<Int>, _ witness: Int) -> Bool {
    let text = edition.text.witnesses[witness].source.witness.text
    guard !range.isEmpty, !(range.count == 1 && text.bytes[range.lowerBound] == 0x20) else {
      return false
    }
    return BetweenPiece.pieces(of: range, in: text).contains { piece in
      piece.space.map { breaks[witness].isBreak($0) } ?? false
    }
  }

  /// Witnesses that must be spoken of apart if white space before is written before the entry and
  /// that after inside its readings.
  private func innerCost(_ after: [Int: Range<Int>], _ scope: Scope) -> Int {
    if scope.mayBreak, let end = after[scope.lead], holdsBreak(end, scope.lead) { return .max }
    return scope.witnesses.count { !isSame(pending[$0], $0, pending[scope.lead], scope.lead) }
  }

  /// The same if what stands before is written inside the readings and what stands after behind.
  private func outerCost(_ after: [Int: Range<Int>], _ scope: Scope) -> Int {
    let lead = after[scope.lead] ?? pending[scope.lead]
    return scope.witnesses.count { !isSame(after[$0] ?? pending[$0], $0, lead, scope.lead) }
  }

  /// Whether two ranges of two witnesses hold the same bytes.
  func isSame(_ a: Range<Int>, _ first: Int, _ b: Range<Int>, _ second: Int) -> Bool {
    guard a.count == b.count else { return false }
    if first == second, a == b { return true }
    return edition.text.witnesses[first].source.witness.text.bytes[a].elementsEqual(
      edition.text.witnesses[second].source.witness.text.bytes[b])
  }
}
