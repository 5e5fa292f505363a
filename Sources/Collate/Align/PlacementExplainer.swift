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
}

extension Aligner {
  /// Explains the place of every token in some columns, by column, then by witness.
  ///
  /// Aligns the text again, keeping what put each token where it is; so it costs what aligning costs,
  /// and O(W²) for each column asked for, of W witnesses.
  func explain(_ text: NormalizedText, columns: Range<Int>) -> [PlacementExplanation] {
    let vocabulary = Vocabulary(text.lexicon.forms)
    let rows = forms(of: text)
    var aligner = engine
    aligner.isTracing = true
    let alignment = aligner.align(rows, vocabulary)
    var scale = PlacementScale(rows, vocabulary, alignment)
    var result: [PlacementExplanation] = []
    for (witness, places) in alignment.columns.enumerated() {
      for (token, column) in places.enumerated() where columns.contains(Int(column)) {
        result.append(
          PlacementExplanation(
            witness: witness, token: token, column: Int(column),
            reason: alignment.reasons[witness][token],
            weighing: scale.weigh(row: witness, element: token)))
      }
    }
    return result.sorted { ($0.column, $0.witness) < ($1.column, $1.witness) }
  }
}
