// Where the archive line begins: at the end of the document, often in its last paragraph.

extension MarkScanner {
  /// A copy is described in fewer words; more of them are running text that names an archive.
  /// The longest description in the published documents at hand has 26.
  private static let segmentLimit = 48
  /// Words of the signatures before an archive line: `Military Commissar – Klim`, `July 10, 14:45`.
  /// Two officials with their offices have eleven.
  private static let signatureLimit = 16
  /// Bytes before a shelfmark that may name an archive in full.
  private static let nameLimit = 160
  /// Bytes of an archive line; the longest of the documents at hand has 260. What is looked at is
  /// bounded by it, so that no text costs more than its length.
  private static let lineLimit = 4096
  /// Bytes before an archive line that are looked at for a signature.
  private static let lookBehind = 512

  /// For each block, where an archive line begins in it, or nil.
  ///
  /// It must be the last thing in the body but for notes and remarks. O(bytes of the last blocks).
  mutating func archiveStarts(in blocks: ArraySlice<Range<Int>>) -> [Int: Int] {
    guard marks.contains(.archive) else { return [:] }
    var starts: [Int: Int] = [:]
    for index in blocks.indices.reversed() {
      let block = blocks[index]
      if let start = archiveStart(in: block) {
        starts[index] = start
        if start > block.lowerBound { break }
      } else if !isApparatus(block) {
        break
      }
    }
    return starts
  }

  /// Whether a block is a note or a remark.
  private mutating func isApparatus(_ block: Range<Int>) -> Bool {
    if bytes[block.lowerBound] == UInt8(ascii: "*") { return true }
    return bytes[block.lowerBound] == UInt8(ascii: "(") && bytes[block.upperBound - 1] == 0x29
      && isSigned(block.lowerBound + 1..<block.upperBound - 1)
  }

  /// The first place in a block where a repository with a shelfmark begins a description of copies
  /// that lasts to the end of the block.
  private mutating func archiveStart(in block: Range<Int>) -> Int? {
    let tail = max(block.lowerBound, block.upperBound - Self.lineLimit)..<block.upperBound
    for comma in tail where bytes[comma] == 0x2C || bytes[comma] == 0x2E {
      guard comma + 2 < block.upperBound, isSpace(bytes[comma + 1]),
        let key = Shelfmark.key(at: comma + 2, in: bytes[block]), key.part == .shelfmark,
        let start = repositoryStart(before: comma, in: block), follows(start, in: block),
        isDescription(start..<block.upperBound)
      else { continue }
      return start
    }
    return nil
  }

  /// Where the name of the repository begins that ends at `end`: abbreviations in capitals, or
  /// words that begin with `Archive`.
  private func repositoryStart(before end: Int, in block: Range<Int>) -> Int? {
    if let start = fullNameStart(before: end, in: block) { return start }
    guard let (start, count) = abbreviation(endingAt: end, in: block) else { return nil }
    // `CPA IML`, `NA RA`: two or three letters alone hardly name an archive.
    guard count <= 3, start > block.lowerBound, bytes[start - 1] == 0x20,
      let before = abbreviation(endingAt: start - 1, in: block)
    else { return start }
    return before.start
  }

  /// Where a name that begins with `Archive` starts, if it goes on to `end` without a break.
  private func fullNameStart(before end: Int, in block: Range<Int>) -> Int? {
    let low = max(block.lowerBound, end - Self.nameLimit)
    var at = end
    while at > low {
      at -= 1
      let isStart = at == block.lowerBound || isSpace(bytes[at - 1])
      if isStart, ["Archive", "Архив"].contains(where: { bytes[at...].starts(with: $0.utf8) }) {
        return at
      }
      if bytes[at] == UInt8(ascii: ";") || bytes[at] == UInt8(ascii: ".") { return nil }
    }
    return nil
  }

  /// The word of two or more capitals that ends at `end`, and its number of letters.
  private func abbreviation(
    endingAt end: Int, in block: Range<Int>
  ) -> (start: Int, count: Int)? {
    var start = end
    var count = 0
    while start > block.lowerBound, count < Self.nameLimit {
      let next = bytes.scalarStart(before: start)
      guard Unicode.Scalar(bytes.scalar(at: next).value)?.properties.isUppercase == true else {
        break
      }
      start = next
      count += 1
    }
    return count >= 2 && isAfterSpace(start, in: block) ? (start, count) : nil
  }

  /// Whether an archive line may begin at `start`: at the start of the block, after a sentence, or
  /// after a signature, whose last word is a name or a number.
  private func follows(_ start: Int, in block: Range<Int>) -> Bool {
    let low = max(block.lowerBound, start - Self.lookBehind)
    var end = start
    while end > low, isSpace(bytes[end - 1]) { end -= 1 }
    if end == block.lowerBound || endsSentence(end, in: block) { return true }
    var words = 0
    var at = end
    while at > low {
      let wordEnd = at
      while at > low, !isSpace(bytes[at - 1]) { at -= 1 }
      if words == 0, !isCapital(at), !(0x30...0x39).contains(bytes[at]), bytes[at] != 0xE2 {
        return false
      }
      // The sentence before the signature has ended here.
      if words > 0, endsSentence(wordEnd, in: block) { return true }
      words += 1
      if words > Self.signatureLimit { return false }
      while at > low, isSpace(bytes[at - 1]) { at -= 1 }
    }
    return low == block.lowerBound
  }

  /// Whether no copy between semicolons is described at greater length than copies are.
  private func isDescription(_ range: Range<Int>) -> Bool {
    bytes[range].split(separator: UInt8(ascii: ";")).allSatisfy { segment in
      segment.split(maxSplits: Self.segmentLimit, whereSeparator: isSpace).count
        <= Self.segmentLimit
    }
  }
}
