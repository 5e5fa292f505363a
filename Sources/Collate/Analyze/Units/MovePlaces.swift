/// Finds the move that a unit is a place of.
struct MovePlaces {
  /// Places with the index of their move, ordered by their first column.
  private let places: [(columns: Range<Int>, move: Int)]

  /// Lists the places of all moves: two each, but one for a swap, whose words are all in one unit.
  ///
  /// O(m log m) for m moves.
  init(_ collation: Collation) {
    places = collation.moves.enumerated()
      .flatMap { index, move in
        let places = move.isSwap ? [move.span] : [move.first.columns, move.second.columns]
        return places.map { (columns: $0, move: index) }
      }
      .sorted { ($0.columns.lowerBound, $0.move) < ($1.columns.lowerBound, $1.move) }
  }

  /// The first move with a place that begins in these columns; O(log places).
  func index(of columns: Range<Int>) -> Int? {
    let index = places.partition { $0.columns.lowerBound >= columns.lowerBound }
    guard index < places.count, columns.contains(places[index].columns.lowerBound) else {
      return nil
    }
    return places[index].move
  }
}
