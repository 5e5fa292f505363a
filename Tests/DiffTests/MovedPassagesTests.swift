import Diff
import Testing

/// Passages of some dozen words that stand elsewhere in other rows, and words that do.
@Suite struct MovedPassagesTests {
  /// Words that stand once each and are like no others; all begin behind `a`.
  private static let text: [String] = (0..<200).map { k in
    var random = Seeded(UInt64(k) &* 77)
    return String((0..<8).map { _ in Array("bcdfghjklmnpqrstvwxyz")[random.below(21)] })
  }

  /// The text with what stands at 20 to 60 elsewhere, put before another word or left out.
  private static func moved(
    _ passage: [String] = Array(text[20..<60]), before place: Int = 150
  ) -> [String] {
    Array(text[..<20] + text[60..<place] + passage + text[place...])
  }

  private static func align(_ rows: [[String]]) -> MultipleAlignment {
    let words = Words(rows)
    return MultipleAligner().align(words.rows, words.vocabulary)
  }

  /// What a row has in some columns.
  private static func words(
    of row: Int, _ rows: [[String]], in columns: Range<Int>, _ alignment: MultipleAlignment
  ) -> [String] {
    zip(rows[row], alignment.columns[row]).filter { columns.contains(Int($0.1)) }.map(\.0)
  }

  /// Both rows stand in the canonical order once before, once behind the other.
  @Test(arguments: [["aa"], ["zz"]])
  func bothPlacesAreLinkedWordByWord(_ start: [String]) throws {
    let rows = [Self.text, start + Self.moved()]
    let alignment = Self.align(rows)
    let move = try #require(alignment.moves.first)
    #expect(alignment.moves.count == 1)
    #expect(move.first.rows == [0] && move.second.rows == [1])
    #expect(move.pairs.count == 40)
    for pair in move.pairs {
      let here = Self.words(of: 0, rows, in: pair.first..<pair.first + 1, alignment)
      let there = Self.words(of: 1, rows, in: pair.second..<pair.second + 1, alignment)
      #expect(here == there && here.count == 1)
    }
  }

  @Test func thirtyWordsAreEnough() {
    let passage = Array(Self.text[20..<50])
    let row = Array(Self.text[..<20] + Self.text[50..<150] + passage + Self.text[150...])
    #expect(Self.align([Self.text, row]).moves.map(\.first.columns) == [20..<50])
  }

  /// Four words that stand twice tell no place, but belong to the passage that they begin.
  @Test func whatBeginsAsAnotherPartOfItIsTakenIn() {
    var text = Self.text
    text.replaceSubrange(40..<44, with: text[20..<24])
    text.replaceSubrange(30..<34, with: text[56..<60])
    let row = Array(text[..<20] + text[60..<150] + text[20..<60] + text[150...])
    #expect(Self.align([text, row]).moves.map(\.first.columns) == [20..<60])
  }

  @Test func twoOfSixWordsMayDiffer() {
    var passage = Array(Self.text[20..<60])
    for k in passage.indices where k % 6 > 3 { passage[k] = "other" }
    #expect(
      Self.align([Self.text, Self.moved(passage)]).moves.map(\.first.columns) == [20..<60])
  }

  /// Of a passage that was rewritten, the words that it kept.
  @Test func aDozenOfItsWordsIsEnough() {
    var passage = Array(Self.text[20..<60])
    for k in passage.indices.dropFirst(14) { passage[k] = "aother\(k % 7)" }
    let moves = Self.align([Self.text, Self.moved(passage)]).moves
    #expect(moves.map(\.first.columns) == [20..<34])
  }

  @Test func rowsThatMovedItTogetherAreOneMove() {
    var passage = Array(Self.text[20..<60])
    passage[17] = "other"
    let moves = Self.align([Self.text, Self.moved(), Self.moved(passage)]).moves
    #expect(moves.map(\.first.rows) == [[0]])
    #expect(moves.map(\.second.rows) == [[1, 2]])
  }

  /// The first row has other words in the place; those of the others prevail.
  @Test func wordsThatPrevailInTheColumnsCount() {
    var rewritten = Self.text
    for k in 20..<60 { rewritten[k] = "a" + String(Self.text[k].reversed()) }
    var other = Self.text
    other[190] = "other"
    let moves = Self.align([rewritten, Self.text, other, Self.moved()]).moves
    #expect(moves.map(\.second.rows) == [[3]])
    #expect(moves.first.map { Set($0.first.rows).isSuperset(of: [1, 2]) } ?? false)
  }

  @Test func aRowWithAFewOfTheWordsIsOfNeitherPlace() {
    let fragment = Array(Self.text[..<24] + Self.text[60...])
    let moves = Self.align([Self.text, Self.moved(), fragment]).moves
    #expect(moves.map(\.first.rows) == [[0]])
  }

  // MARK: Words

  /// A few rare words are looked for within sixty columns.
  @Test func aPhraseIsFoundNearby() {
    func moves(by distance: Int) -> Int {
      let text = Self.text
      let place = 24 + distance
      let row = Array(text[..<20] + text[24..<place] + text[20..<24] + text[place...])
      return Self.align([text, row]).moves.count
    }
    #expect(moves(by: 50) == 1)
    #expect(moves(by: 90) == 0)
  }

  @Test func ofTwoInstancesTheNearerOneMoved() {
    let rows = ["the king king came home", "the lord came king home"]
      .map { $0.split(separator: " ").map(String.init) }
    let alignment = Self.align(rows)
    let moved = alignment.moves.map { [$0.first.columns, $0.second.columns] }
    #expect(alignment.columns.map { $0.map(Int.init) } == [[0, 1, 2, 3, 5], [0, 1, 3, 4, 5]])
    #expect(moved == [[2..<3, 4..<5]])
  }
}
