// Where notes begin, told from asterisks that are something else.

extension MarkScanner {
  /// Finds where notes begin in a block, and which asterisks are no marks at all.
  ///
  /// A note begins with asterisks at the start of the block, or after white space directly before
  /// its first word. Asterisks that have a counterpart of the same number at the end of a word,
  /// `*so*` or `**so**`, are emphasis and no notes. A blank after the asterisks at the start of a
  /// block makes a note only if the text has a mark of that number, since it may as well be an
  /// item of a list. O(bytes of the block).
  mutating func findNoteStarts(in block: Range<Int>) {
    noteStarts.removeAll(keepingCapacity: true)
    plainAsterisks.removeAll(keepingCapacity: true)
    guard marks.contains(.note) else { return }
    let runs = asteriskRuns(in: block)
    // The next run that closes emphasis, for each length; longer runs emphasize nothing.
    var closing = [Int?](repeating: nil, count: 4)
    for run in runs.reversed() {
      if opensNote(run, in: block) {
        if run.count < closing.count, let close = closing[run.count] {
          plainAsterisks.formUnion([close, run.lowerBound])
          closing[run.count] = nil
        } else {
          noteStarts.append(run.lowerBound)
        }
      } else if run.count < closing.count, closesEmphasis(run, in: block) {
        closing[run.count] = run.lowerBound
      }
    }
    noteStarts.reverse()
  }

  private func asteriskRuns(in block: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = block.lowerBound
    while at < block.upperBound {
      if bytes[at] == UInt8(ascii: "*") {
        let end = runEnd(at, block)
        runs.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return runs
  }

  /// Where the run of asterisks ends that begins at `at`.
  func runEnd(_ at: Int, _ block: Range<Int>) -> Int {
    var end = at
    while end < block.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
    return end
  }

  private mutating func opensNote(_ run: Range<Int>, in block: Range<Int>) -> Bool {
    guard isAfterSpace(run.lowerBound, in: block), run.upperBound < block.upperBound else {
      return false
    }
    if isBeforeSpace(run.upperBound, in: block) {
      guard run.lowerBound == block.lowerBound, noteLengths >> UInt64(min(run.count, 63)) & 1 == 1
      else { return false }
      let next = bytes[run.upperBound..<block.upperBound].firstIndex { !isSpace($0) }
      return next.map { beginsText(at: $0, in: block) } ?? false
    }
    return beginsText(at: run.upperBound, in: block)
  }

  /// Whether a word, a quotation, a bracket or an ellipsis begins at `offset`.
  private mutating func beginsText(at offset: Int, in block: Range<Int>) -> Bool {
    switch scalarClass(at: offset, in: block) {
    case .letter, .digit, .ideograph, .cluster, .single, .apostrophe: true
    default: bytes[offset...].starts(with: "…".utf8)
    }
  }

  private mutating func closesEmphasis(_ run: Range<Int>, in block: Range<Int>) -> Bool {
    !isAfterSpace(run.lowerBound, in: block)
      && scalarClass(at: run.upperBound, in: block)?.isWordPart != true
  }
}
