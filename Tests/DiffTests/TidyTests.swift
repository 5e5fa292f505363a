import Testing

@testable import Diff

@Suite struct TidyTests {
  private func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  @Test func exampleOfTidied() {
    let old = words("then in the fire")
    let new = words("then in in the fire")
    let difference = Difference(from: old, to: new)
    #expect(difference.tidied(old, new, .late).hunks == [Hunk(old: 2..<2, new: 2..<3)])
    #expect(difference.tidied(old, new, .early).hunks == [Hunk(old: 1..<1, new: 1..<2)])
  }

  /// H15: the omitted text runs from after the first occurrence through the second.
  @Test func homoeoteleuton() {
    let old = words("he came to the city and saw the people and left the city and wept")
    let new = words("he came to the city and wept")
    let tidy = Difference(from: old, to: new).tidied(old, new, .late)
    #expect(tidy.hunks == [Hunk(old: 6..<14, new: 6..<6)])
  }

  @Test func stretchBeginsAfterAFullStop() {
    let old = words("x . Go now . Go on")
    let new = words("x . Go on")
    let atSentence = HunkPlacement.best { side, stretch in
      let side = side == .old ? old : new
      return stretch.lowerBound > 0 && side[stretch.lowerBound - 1] == "." ? 1 : 0
    }
    let difference = Difference(from: old, to: new)
    #expect(difference.tidied(old, new, atSentence).hunks == [Hunk(old: 2..<5, new: 2..<2)])
    #expect(difference.tidied(old, new, .late).hunks == [Hunk(old: 3..<6, new: 3..<3)])
  }

  /// On every pair: the edits stay as many, the result is sound, tidying twice changes nothing
  /// more, and no hunk could go further.
  @Test func everyPairOverTwoLetters() {
    let all = allSequences(letters: 2, upTo: 6)
    for a in all {
      for b in all {
        let difference = Difference(fromIDs: a, toIDs: b, effort: .exact)
        for placement in [
          HunkPlacement.late, .early, .best { _, stretch in stretch.lowerBound % 3 },
        ] {
          let tidy = difference.tidied(ids: a, b, placement)
          if let wrong = violation(tidy.matches, a, b) { Issue.record("\(wrong) \(a) \(b)") }
          if tidy.editCount != difference.editCount { Issue.record("edits of \(a) \(b)") }
          if tidy.hunks.count > difference.hunks.count { Issue.record("hunks of \(a) \(b)") }
          if case .best = placement { continue }
          if tidy != tidy.tidied(ids: a, b, placement) { Issue.record("not settled: \(a) \(b)") }
        }
      }
    }
  }

  /// Each element is passed at most once, however many hunks there are.
  @Test func workIsLinear() {
    let count = 30_000
    let same = [UInt32](repeating: 0, count: count)
    let hunks = stride(from: 0, to: count - 1, by: 10).map { Hunk(old: $0..<$0 + 1, new: 0..<0) }
    var shifted: [Hunk] = []
    for (index, hunk) in hunks.enumerated() {
      let place = hunk.old.lowerBound - index
      shifted.append(Hunk(old: hunk.old, new: place..<place))
    }
    let rest = [UInt32](repeating: 0, count: count - hunks.count)
    same.withUnsafeBufferPointer { old in
      rest.withUnsafeBufferPointer { new in
        for (placement, places) in [(HunkPlacement.late, 1), (.early, 1), (.best { _, _ in 0 }, 2)]
        {
          var tidy = Tidy(old: old, new: new)
          let moved = tidy.placed(shifted, placement)
          #expect(tidy.work <= places * count)
          #expect(moved.reduce(0) { $0 + $1.old.count } == hunks.count)
        }
        var tidy = Tidy(old: old, new: new)
        #expect(tidy.placed(shifted, .late).count == 1)
      }
    }
  }
}
