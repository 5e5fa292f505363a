import Diff

/// Why one token stands where it stands.
struct PlacementExplanation: Sendable, Equatable {
  var witness: Int
  var token: Int
  var column: Int
  /// The stage of the alignment that put it there.
  var reason: PlacementReason
  /// How well it stands there, and in the next best place.
  var weighing: Weighing
  /// Where a stage moved it: forms it stood beside until then, with their witnesses.
  var formerly: [(witness: Int, form: UInt32)]?

  /// Written out, since a list of tuples has no `==` of its own; nil is no empty list.
  static func == (a: PlacementExplanation, b: PlacementExplanation) -> Bool {
    (a.witness, a.token, a.column) == (b.witness, b.token, b.column)
      && a.reason == b.reason && a.weighing == b.weighing
      && (a.formerly ?? []).elementsEqual(b.formerly ?? [], by: ==)
      && (a.formerly == nil) == (b.formerly == nil)
  }
}

/// An alignment made again with all that was decided on the way, to be asked for single places.
struct AlignmentInquiry: ~Copyable {
  private let alignment: MultipleAlignment
  private var scale: PlacementScale

  /// Costs what aligning costs, and memory in proportion to all columns of all merges.
  init(_ text: NormalizedText, _ aligner: Aligner) {
    let rows = aligner.forms(of: text)
    let vocabulary = Vocabulary(text.lexicon.forms, in: rows)
    var engine = aligner.engine
    engine.isTracing = true
    alignment = engine.align(rows, vocabulary, paragraphs: aligner.paragraphs(of: text))
    scale = PlacementScale(rows, vocabulary, alignment)
  }

  /// What was found; the same as without asking.
  var collation: Collation { Collation(alignment) }

  /// The place of every token in some columns, by column, then by witness.
  ///
  /// O(W log N) for W witnesses of N tokens together, and for each token found what
  /// `PlacementScale` takes to weigh it.
  mutating func tokens(in columns: Range<Int>) -> [PlacementExplanation] {
    var result: [PlacementExplanation] = []
    for (witness, places) in alignment.columns.enumerated() {
      let first = places.partition { Int($0) >= columns.lowerBound }
      for token in first..<places.partition({ Int($0) >= columns.upperBound }) {
        result.append(explanation(witness, token))
      }
    }
    return result.sorted { ($0.column, $0.witness) < ($1.column, $1.witness) }
  }

  /// The tokens before and after some columns, of the witnesses that have nothing in them, by
  /// witness. The cost is that of `tokens(in:)` for them.
  mutating func tokens(beside columns: Range<Int>) -> [PlacementExplanation] {
    var result: [PlacementExplanation] = []
    for (witness, places) in alignment.columns.enumerated() {
      let next = places.partition { Int($0) >= columns.lowerBound }
      guard next == places.partition({ Int($0) >= columns.upperBound }) else { continue }
      for token in [next - 1, next] where places.indices.contains(token) {
        result.append(explanation(witness, token))
      }
    }
    return result
  }

  private mutating func explanation(_ witness: Int, _ token: Int) -> PlacementExplanation {
    let formerly = scale.formerCompany(row: witness, element: token)
    return PlacementExplanation(
      witness: witness, token: token, column: Int(alignment.columns[witness][token]),
      reason: alignment.reasons[witness][token],
      weighing: scale.weigh(row: witness, element: token),
      formerly: formerly?.map { (witness: $0.row, form: $0.element) })
  }

  /// How groups of witnesses met at some tokens, in the order of the merges.
  mutating func meetings(of tokens: [PlacementExplanation]) -> [MergeMeeting] {
    scale.meetings(of: tokens.map { (row: $0.witness, element: $0.token) })
  }
}
