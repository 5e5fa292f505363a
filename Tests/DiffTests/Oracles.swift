import Testing

@testable import Diff

/// Slow and obvious counterparts of what the module computes, and small worlds to try them on.
enum Oracle {
  /// Length of a longest common subsequence, by the quadratic table.
  static func common(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = x == b[j] ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// Levenshtein distance, by the quadratic table.
  static func distance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = x == b[j] ? diagonal : 1 + min(diagonal, above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

/// All sequences over 0 ..< letters, from the empty one up to a length.
func allSequences(letters: UInt32, upTo length: Int) -> [[UInt32]] {
  var all: [[UInt32]] = [[]]
  var longest: [[UInt32]] = [[]]
  for _ in 0..<length {
    longest = longest.flatMap { start in (0..<letters).map { start + [$0] } }
    all += longest
  }
  return all
}

/// Random numbers that are the same everywhere: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number below the bound, drawn in a way that no library version changes.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func sequence(count: Int, letters: Int) -> [UInt32] {
    (0..<count).map { _ in UInt32(below(letters)) }
  }

  /// A copy with about `rate` of its elements replaced, dropped or preceded by another.
  mutating func changed(_ sequence: [UInt32], rate: Double, letters: Int) -> [UInt32] {
    var result: [UInt32] = []
    let limit = Int(rate * 10_000)
    for element in sequence {
      guard below(10_000) < limit else {
        result.append(element)
        continue
      }
      switch below(3) {
      case 0: result.append(UInt32(below(letters)))
      case 1: break
      default: result += [UInt32(below(letters)), element]
      }
    }
    return result
  }
}

/// What is wrong with a list of matched runs, or nil.
func violation(_ runs: [MatchedRun], _ a: [UInt32], _ b: [UInt32]) -> String? {
  var end = MatchedRun(startA: 0, startB: 0, length: 0)
  for (index, run) in runs.enumerated() {
    if run.length < 1 { return "run \(index) is empty" }
    if run.startA < end.rangeA.upperBound || run.startB < end.rangeB.upperBound {
      return "run \(index) overlaps the one before"
    }
    let touches = run.startA == end.rangeA.upperBound && run.startB == end.rangeB.upperBound
    if touches && index > 0 { return "run \(index) continues the one before" }
    if run.rangeA.upperBound > a.count || run.rangeB.upperBound > b.count {
      return "run \(index) is out of bounds"
    }
    if a[run.rangeA] != b[run.rangeB] { return "run \(index) matches what is not equal" }
    end = run
  }
  return nil
}

extension [MatchedRun] {
  /// Number of matched elements.
  var total: Int { reduce(0) { $0 + $1.length } }
}
