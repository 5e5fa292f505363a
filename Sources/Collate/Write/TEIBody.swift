/// The text of an edition in TEI, written in one walk over its columns.
///
/// The walk keeps for each witness its next token and what stands after its last one. That is not
/// written until it is known where it belongs: before the next word, at the end of a reading, or
/// after the entry (`TEIBetween`). Paragraphs are those of the base text (`TEIParagraphs`).
struct TEIBody {
  let edition: Edition
  let ids: TEIIdentifiers
  let form: TEIForm
  let scholars: TEIScholars
  var out: Output
  /// Of each witness, its text and its tokens, which are asked for at every word.
  let bytes: [[UInt8]]
  let tokens: [[Token]]
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
  var markup: TEIMarkupState
  /// Whether the last thing written is the end of an entry.
  var isBehindEntry = false
  /// Notes met so far; their ids are `note-1`, `note-2`, …
  var notes: [TEINote] = []
  /// Entries that stand apart from the text, as they came.
  var apart: [(entry: Int, bytes: [UInt8])] = []

  /// Finds the paragraphs of every witness and the usual break of the base text, and sorts the
  /// entries by which holds which; the text will be written behind what is in `out`.
  init(edition: Edition, ids: TEIIdentifiers, form: TEIForm, out: Output) {
    self.edition = edition
    self.ids = ids
    self.form = form
    scholars = TEIScholars(edition)
    self.out = out
    let witnesses = edition.text.witnesses.map(\.source)
    bytes = witnesses.map(\.witness.text.bytes)
    tokens = witnesses.map(\.tokens)
    breaks = witnesses.map { BlockBreaks(of: $0.witness.text) }
    usualBreak = Self.usualBreak(of: witnesses[edition.base], breaks[edition.base])
    var inner = [[Int]](repeating: [], count: edition.entries.count)
    var outer: [Int] = []
    for (index, entry) in edition.entries.enumerated() {
      if let parent = entry.parent { inner[parent].append(index) } else { outer.append(index) }
    }
    (outerEntries, innerEntries) = (outer, inner)
    next = witnesses.map { _ in 0 }
    markup = TEIMarkupState(witnessCount: witnesses.count)
    pending = witnesses.map { $0.witness.text.body.lowerBound..<$0.leading.upperBound }
  }

  /// Writes the whole text; O(tokens of all witnesses).
  mutating func write() {
    if form.method == .locationReferenced {
      writeLocated()
    } else {
      let scope = Scope(witnesses: Array(next.indices), lead: edition.base, mayBreak: true)
      walk(to: edition.collation.columnCount, entries: outerEntries, scope: scope)
      writePending(scope, isEnd: true)
    }
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
    let token = tokens[scope.lead][next[scope.lead]]
    openParagraph(scope)
    for witness in scope.witnesses {
      guard next[witness] < tokens[witness].count else { continue }
      pending[witness] = tokens[witness][next[witness]].trailing
      next[witness] += 1
    }
    isBehindEntry = false
    writeToken(token, scope)
  }
}
