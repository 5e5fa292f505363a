import Testing

@testable import Collate

@Suite struct NearMissTests {
  /// The definition itself: try every edit, least first.
  private func oracle(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.first else { return b.count }
    guard let y = b.first else { return a.count }
    let (s, t) = (a.dropFirst(), b.dropFirst())
    var best = min(oracle(s, b), oracle(a, t)) + 1
    best = min(best, oracle(s, t) + (x == y ? 0 : 1))
    if let x2 = s.first, let y2 = t.first, x == y2, y == x2 {
      best = min(best, oracle(s.dropFirst(), t.dropFirst()) + 1)
    }
    return best
  }

  /// All pairs of words of up to four letters over an alphabet of two.
  @Test func distanceIsThatOfTheDefinition() {
    var words: [[Character]] = [[]]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { [$0 + ["a"], $0 + ["b"]] }
    }
    for a in words {
      for b in words {
        #expect(
          NearMiss.distance(a, b) == oracle(a[...], b[...]), "\(String(a)) and \(String(b))")
      }
    }
  }

  @Test(arguments: [
    ("--bas", "--base"), ("--ouptut", "--output"), ("--out", "--output"), ("--widht", "--width"),
    ("--colour", "--color"), ("--sigla", "--siglum"),
  ])
  func optionsAreGuessed(_ written: String, _ meant: String) {
    let known = CommandOption.allCases.map(\.written)
    #expect(NearMiss.nearest(to: written, among: known) == meant)
  }

  @Test func nothingIsGuessedFromAfar() {
    #expect(
      NearMiss.nearest(to: "--frobnicate", among: CommandOption.allCases.map(\.written)) == nil)
    #expect(NearMiss.nearest(to: "X", among: ["T", "M"]) == nil)
    #expect(NearMiss.nearest(to: "", among: ["T", "M"]) == nil)
    #expect(NearMiss.nearest(to: "T", among: []) == nil)
  }

  @Test func aSlipIsNearerThanAGuess() {
    let known = WitnessDescription.fieldNames
    #expect(NearMiss.slip(for: "repositry", among: known) == "repository")
    #expect(NearMiss.slip(for: "Titel", among: known) == "title")
    #expect(NearMiss.slip(for: "shelf mark", among: known) == "shelfmark")
    for own in ["remark", "note", "dateline", "title-page", "hand", "scribe", "id", "x", ""] {
      #expect(NearMiss.slip(for: own, among: known) == nil, "\(own)")
    }
  }

  @Test func theFirstOfEquallyNearOnesWins() {
    #expect(NearMiss.nearest(to: "w1", among: ["w2", "w3"]) == "w2")
  }
}
