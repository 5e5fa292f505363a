/// The text of an edition in TEI parallel segmentation, written in one walk over its columns.
///
/// The walk keeps for each witness its next token and what stands after its last one. That is not
/// written until it is known where it belongs: before the next word, at the end of a reading, or
/// after the entry (`TEIBetween`). Paragraphs are those of the base text (`TEIParagraphs`).
struct TEIBody {
  let edition: Edition
  let ids: TEIIdentifiers
  var out: Output
  let breaks: [BlockBreaks]
  /// The white space that the border of two paragraphs stands for where nothing else is said.
  let usualBreak: [UInt8]
  /// Entries that no other holds, and for each entry those that it holds; indices, in text order.
  let outerEntries: [Int]
  let innerEntries: [[Int]]

  /// The next token of each witness.
  var next: [Int]
  /// What stands after the last written token of each witness, as far as it is not yet written.
  var pending: [Range<Int>]
  var paragraph = TEIParagraphState()
  var supplied: TEISuppliedState?
  /// Whether the last thing written is the end of an entry.
  var isBehindEntry = false
  /// Notes met so far; their ids are `note-1`, `note-2`, …
  var notes: [TEINote] = []

  init(edition: Edition, ids: TEIIdentifiers, out: Output) {
    self.edition = edition
    self.ids = ids
    self.out = out
    let witnesses = edition.text.witnesses.map(\.source)
    breaks = witnesses.map { BlockBreaks(of: $0.witness.text) }
    usualBreak = Self.usualBreak(of: witnesses[edition.base], breaks[edition.base])
    var inner = [[Int]](repeating: [], count: edition.entries.count)
    var outer: [Int] = []
    for (index, entry) in edition.entries.enumerated() {
      if let parent = entry.parent { inner[parent].append(index) } else { outer.append(index) }
    }
    (outerEntries, innerEntries) = (outer, inner)
    next = witnesses.map { _ in 0 }
    pending = witnesses.map { $0.witness.text.body.lowerBound..<$0.leading.upperBound }
  }

  /// Writes the whole text; O(tokens of all witnesses).
  mutating func write() {
    let scope = Scope(witnesses: Array(next.indices), lead: edition.base, mayBreak: true)
    walk(to: edition.collation.columnCount, entries: outerEntries, scope: scope)
    writePending(scope, isEnd: true)
    endParagraph(part: .none)
  }

  /// The witnesses that a stretch of output speaks for.
  struct Scope {
    var witnesses: [Int]
    /// The one whose words are written for all: the base text, where it is among them.
    var lead: Int
    /// Whether paragraphs may begin and end here.
    var mayBreak: Bool
  }

  // MARK: The walk

  /// Writes columns up to `end`, agreed words and entries as they come.
  mutating func walk(to end: Int, entries: [Int], scope: Scope) {
    for index in entries {
      writeAgreed(to: edition.entries[index].columns.lowerBound, scope)
      writeEntry(index, scope)
    }
    writeAgreed(to: end, scope)
  }

  /// Writes the words on which all witnesses in scope agree, up to a column.
  private mutating func writeAgreed(to end: Int, _ scope: Scope) {
    let places = edition.collation.columns[scope.lead]
    while next[scope.lead] < places.count, places[next[scope.lead]] < Int32(end) {
      writePending(scope)
      writeNextToken(scope)
    }
  }

  /// Writes the lead's next token and steps over it in all witnesses in scope.
  mutating func writeNextToken(_ scope: Scope) {
    let token = edition.text.witnesses[scope.lead].source.tokens[next[scope.lead]]
    openParagraph(scope)
    for witness in scope.witnesses {
      let tokens = edition.text.witnesses[witness].source.tokens
      guard next[witness] < tokens.count else { continue }
      pending[witness] = tokens[next[witness]].trailing
      next[witness] += 1
    }
    isBehindEntry = false
    writeToken(token, scope)
  }

  // MARK: Entries

  private mutating func writeEntry(_ index: Int, _ scope: Scope) {
    let entry = edition.entries[index]
    writeSharedBreak(scope)
    let plan = plan(for: entry, scope)
    if !plan.leadsIn { writePending(scope) }
    if plan.isBlock {
      endParagraph(part: .initial)
    } else {
      openParagraph(scope)
    }
    closeSupplied()
    writeEntryTag(index, entry)
    for (number, reading) in entry.readings.enumerated() {
      writeReading(number, reading, of: index, plan, scope)
    }
    out.write("</app>")
    isBehindEntry = true
  }

  private mutating func writeEntryTag(_ index: Int, _ entry: Entry) {
    out.write("<app xml:id=\"app\(entry.number)\" n=\"\(entry.number)\"")
    out.write(" loc=\"\(max(paragraph.number, 1))\" type=\"\(entry.variation.kind.rawValue)\"")
    if let subkind = entry.variation.subkind { out.write(" subtype=\"\(subkind.rawValue)\"") }
    if let partner = entry.partner {
      out.write(" exclude=\"#app\(edition.entries[partner].number)\"")
    }
    out.write(">")
  }

  private mutating func writeReading(
    _ number: Int, _ reading: Entry.Reading, of index: Int, _ plan: EntryPlan, _ outer: Scope
  ) {
    let entry = edition.entries[index]
    let holdsBase = reading.witnesses.contains(outer.lead)
    let name = number == 0 ? "lem" : "rdg"
    let id = "app\(entry.number)-\(number + 1)"
    out.write("<\(name) xml:id=\"\(id)\" wit=\"\(ids.pointers(reading.witnesses))\"")
    guard !reading.tokens.isEmpty else { return out.write("/>") }
    out.write(">")
    let lead = holdsBase ? outer.lead : reading.witnesses[0]
    let scope = Scope(
      witnesses: reading.witnesses, lead: lead, mayBreak: plan.isBlock && holdsBase)
    if plan.isBlock { beginBlock(holdsBase, plan) }
    let inner = innerEntries[index].filter { child in
      edition.entries[child].readings.contains { $0.witnesses.contains(lead) }
    }
    isBehindEntry = false
    writeContent(to: entry.columns.upperBound, inner, scope, plan)
    if plan.isBlock { endBlock(holdsBase, plan, at: entry.columns.upperBound) }
    out.write("</\(name)>")
  }

  /// Writes the words of one reading, with or without what stands before and after them.
  private mutating func writeContent(
    to end: Int, _ inner: [Int], _ scope: Scope, _ plan: EntryPlan
  ) {
    walk(to: end, entries: inner, scope: scope)
    if plan.trailsInside { writePending(scope) }
    closeSupplied()
  }
}
