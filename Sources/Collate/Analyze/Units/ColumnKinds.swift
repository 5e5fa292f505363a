/// What a column shows among the rows that are not in a long gap there.
enum ColumnKind: UInt8 {
  /// All have the same word, written alike.
  case agreed
  /// All have a word, and it is one word written in more than one way.
  case respelled
  /// All have a word, and the words have most of their letters in common: one word with other
  /// endings, or spelled as it was heard.
  case alike
  /// Forms differ, or some have nothing.
  case varied
}

/// One column judged.
struct ColumnVerdict {
  var kind: ColumnKind
  /// Every row that is not in a long gap has a token here.
  var isFull: Bool
  /// Only punctuation stands here.
  var isPunctuation: Bool
  /// The same in columns where the same rows have text.
  var presence: UInt64
  /// Weight of its heaviest word: 1 for one that stands once in each witness, 0 for the commonest.
  var weight: Double
}

extension ColumnTable {
  /// Judges all columns, each by the rows that `absences` does not have in a long gap there.
  ///
  /// O(tokens + columns), and what the words that must be compared letter by letter take.
  func verdicts(_ absences: Absences, _ judge: inout Judge) -> [ColumnVerdict] {
    let weights = judge.known.weights(witnessCount: rowCount)
    let signs = (0..<rowCount).map { Self.sign(of: $0) }
    var isAbsent = [Bool](repeating: false, count: rowCount)
    var absent: [Int] = []
    var stretches = absences.stretches[...]
    return (0..<columnCount).map { column in
      if let first = stretches.first, first.columns.upperBound == column {
        for row in absent { isAbsent[row] = false }
        absent = []
        stretches.removeFirst()
      }
      if let first = stretches.first, first.columns.lowerBound == column {
        absent = first.rows
        for row in absent { isAbsent[row] = true }
      }
      let places = self.places(of: column)
      if !absent.isEmpty, places.contains(where: { isAbsent[Int(rows[$0])] }) {
        // Gaps against words: the few columns where an absent row has a token.
        return verdict(
          places.filter { !isAbsent[Int(rows[$0])] }, expected: rowCount - absent.count,
          &judge, weights, signs)
      }
      return verdict(
        places, expected: rowCount - absent.count, &judge, weights, signs)
    }
  }

  private func verdict(
    _ places: some Collection<Int>, expected: Int, _ judge: inout Judge, _ weights: [Double],
    _ signs: [UInt64]
  ) -> ColumnVerdict {
    guard let firstPlace = places.first else {
      // Nothing but gaps of witnesses that lack the passage.
      return ColumnVerdict(
        kind: .agreed, isFull: true, isPunctuation: false, presence: 0, weight: 0)
    }
    let firstID = words[firstPlace]
    let firstForm = judge.known.form(firstID)
    var isOneWord = true
    var isOneForm = true
    let isFull = places.count == expected
    var verdict = ColumnVerdict(
      kind: .varied, isFull: isFull,
      isPunctuation: judge.known.kind(firstID) == .punctuation, presence: 0,
      weight: weights[Int(firstForm)])
    for place in places {
      let id = words[place]
      verdict.presence &+= signs[Int(rows[place])]
      if id == firstID { continue }
      let form = judge.known.form(id)
      isOneWord = false
      isOneForm = isOneForm && form == firstForm
      verdict.isPunctuation =
        verdict.isPunctuation && judge.known.kind(id) == .punctuation
      verdict.weight = max(verdict.weight, weights[Int(form)])
    }
    guard isFull else { return verdict }
    if isOneForm {
      verdict.kind = isOneWord ? .agreed : .respelled
    } else if areSpellings(places, &judge) {
      verdict.kind = .respelled
    } else if areAlike(places, &judge) {
      verdict.kind = .alike
    }
    return verdict
  }

  /// Whether words of different forms are spellings of one word, or of "and" and its sign;
  /// O(words).
  private func areSpellings(
    _ places: some Collection<Int>, _ judge: inout Judge
  ) -> Bool {
    var skeleton: UInt32?
    var hasSign = false
    var isAnd = true
    for place in places {
      let word = words[place]
      guard judge.known.kind(word) == .word, !judge.mayBeNumber(word) else { return false }
      let form = judge.known.lexicon.forms[Int(judge.known.form(word))].spelling
      if AndSign.isSign(form) {
        hasSign = true
        continue
      }
      let own = judge.skeleton(of: word)
      if own != skeleton ?? own { return false }
      skeleton = own
      isAnd = isAnd && AndSign.isWord(form)
    }
    return !hasSign || isAnd
  }

  /// Whether words have most of their letters in common, each with the first; O(words + letters²).
  private func areAlike(_ places: some Collection<Int>, _ judge: inout Judge) -> Bool {
    var first: UInt32?
    var last: UInt32?
    for place in places {
      let form = judge.known.form(words[place])
      if form == first || form == last { continue }
      guard judge.known.kind(words[place]) == .word, !judge.mayBeNumber(words[place]) else {
        return false
      }
      let forms = judge.known.lexicon.forms
      if let first,
        !SharedLetters.areMost(of: forms[Int(first)].spelling, and: forms[Int(form)].spelling)
      {
        return false
      }
      first = first ?? form
      last = form
    }
    return true
  }

  /// A number for a row, spread over 64 bits, so that sums of different sets of rows differ; the
  /// finalizer of SplitMix64 (Steele, Lea, Flood 2014).
  private static func sign(of row: Int) -> UInt64 {
    var z = UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension WordKnowledge {
  /// How much each form tells about its place, 0 to 1, by form id.
  ///
  /// The information of a form as the alignment weighs it: log(L/f) / log L for L words and f
  /// occurrences in a witness on the mean. Punctuation tells nothing.
  func weights(witnessCount: Int) -> [Double] {
    let total = frequencies.reduce(0, +)
    let length = Double(total) / Double(max(witnessCount, 1))
    return lexicon.forms.indices.map { form in
      guard lexicon.forms[form].kind == .word, length > 2 else {
        return lexicon.forms[form].kind == .word ? 1 : 0
      }
      let mean = Double(frequencies[form]) / Double(witnessCount)
      return min(max(logarithm(length / mean) / logarithm(length), 0), 1)
    }
  }

  /// The binary logarithm to sixteen places after the point, in arithmetic that is the same on
  /// every machine; `value` is positive.
  private func logarithm(_ value: Double) -> Double {
    var mantissa = value.significand
    var result = Double(value.exponent)
    var place = 0.5
    for _ in 0..<16 {
      mantissa *= mantissa
      if mantissa >= 2 {
        mantissa /= 2
        result += place
      }
      place /= 2
    }
    return result
  }
}
