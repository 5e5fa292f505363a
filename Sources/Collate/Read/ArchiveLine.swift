/// Where a document is kept, as the line at its end says:
/// `GARF, f. 130, op. 4, d. 496, p. 141. Copy; RGASPI, f. 85, op. 3s, d. 2, pp. 8–9. Original.`
enum ArchiveLine {
  /// The copies that an archive line names. A copy without a repository is in that of the copy
  /// before it; words without a shelfmark belong to the copy before them. O(bytes).
  static func holdings(in line: ArraySlice<UInt8>) -> [Holding] {
    var holdings: [Holding] = []
    for segment in line.split(separator: UInt8(ascii: ";")) {
      if var holding = holding(in: segment) {
        holding.repository = holding.repository ?? holdings.last?.repository
        holdings.append(holding)
      } else if let last = holdings.indices.last, let words = trimmed(segment) {
        holdings[last].form = holdings[last].form.map { $0 + "; " + words } ?? words
      }
    }
    return holdings
  }

  /// One copy: repository, parts of the shelfmark, place in it, and the rest, which says what it
  /// is.
  private static func holding(in segment: ArraySlice<UInt8>) -> Holding? {
    guard let first = firstKey(in: segment) else { return nil }
    var holding = Holding(repository: repository(segment[..<first]))
    var at = first
    var shelfmarkEnd = first
    while let (part, number) = Shelfmark.key(at: at, in: segment) {
      let end = valueEnd(from: number, in: segment)
      if part == .shelfmark {
        shelfmarkEnd = end
        holding.locus = nil
      } else {
        // A page in the middle, as in `op. 51, p. 321a, d. 5`, is part of the shelfmark.
        holding.locus = text(segment[at..<end])
      }
      at = end
      while at < segment.endIndex, isSeparator(segment[at]) { at += 1 }
    }
    holding.shelfmark = trimmed(segment[first..<shelfmarkEnd])
    holding.form = trimmed(segment[at...])
    return holding
  }

  /// The first key of a shelfmark with a number that begins a word.
  private static func firstKey(in segment: ArraySlice<UInt8>) -> Int? {
    segment.indices.first { at in
      (at == segment.startIndex || isSpace(segment[at - 1]))
        && Shelfmark.key(at: at, in: segment) != nil
    }
  }

  /// Where a number with what belongs to it ends: before a comma, unless another number follows,
  /// or before a point at the end of a word.
  private static func valueEnd(from number: Int, in segment: ArraySlice<UInt8>) -> Int {
    var at = number
    while at < segment.endIndex {
      let next = segment[(at + 1)...].first { !isSpace($0) }
      if segment[at] == UInt8(ascii: ",") {
        guard let next, (0x30...0x39).contains(next) else { return at }
      }
      let isLast = at + 1 == segment.endIndex || isSpace(segment[at + 1])
      if segment[at] == UInt8(ascii: "."), isLast { return at }
      at += 1
    }
    return at
  }

  /// The name before the shelfmark, without words that lead to it: `also`, `same in:`.
  private static func repository(_ bytes: ArraySlice<UInt8>) -> String? {
    var name = bytes
    if let colon = name.lastIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
    var words = name.split(whereSeparator: isSpace)
    while let word = words.first, (0x61...0x7A).contains(word[word.startIndex]) {
      words.removeFirst()
    }
    guard let first = words.first else { return nil }
    name = name[first.startIndex...]
    while let last = name.last, isSeparator(last) { name.removeLast() }
    return name.isEmpty ? nil : text(name)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }

  /// The text without white space around it, or nil if there is no other.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes.isEmpty ? nil : text(bytes)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
