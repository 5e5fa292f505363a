/// An XML file in pieces small enough to be compared: names of tags, single attributes, words.
///
/// The pieces follow each other without a gap, so that the file is given back by joining them. The
/// file must be well formed.
struct MarkupPieces {
  let bytes: [UInt8]
  private(set) var pieces: [Range<Int>] = []
  /// For each piece the number of the outermost `app` that holds it; nil outside of entries.
  private(set) var entries: [Int?] = []
  private var depth = 0
  private var entryCount = 0

  /// O(bytes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    while at < bytes.count {
      at = bytes[at] == UInt8(ascii: "<") ? takeMarkup(at) : takeText(at)
    }
  }

  private mutating func add(_ start: Int, _ end: Int) {
    pieces.append(start..<end)
    entries.append(depth > 0 ? entryCount - 1 : nil)
  }

  private func starts(_ text: StaticString, at: Int) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[at..<at + $0.count]) }
  }

  /// Behind the next `text`.
  private func end(of text: StaticString, from start: Int) -> Int {
    var at = start
    while at < bytes.count, !starts(text, at: at) { at += 1 }
    return min(bytes.count, at + text.utf8CodeUnitCount)
  }

  /// Takes a comment, section, instruction or tag that begins here; where it ends.
  private mutating func takeMarkup(_ start: Int) -> Int {
    if starts("<!--", at: start) { return takeWhole(start, end(of: "-->", from: start)) }
    if starts("<![CDATA[", at: start) { return takeWhole(start, end(of: "]]>", from: start)) }
    if starts("<?", at: start) { return takeWhole(start, end(of: "?>", from: start)) }
    if starts("</", at: start) {
      let end = end(of: ">", from: start)
      add(start, end)
      if isEntry(start + 2) { depth -= 1 }
      return end
    }
    return takeStartTag(start)
  }

  private mutating func takeWhole(_ start: Int, _ end: Int) -> Int {
    add(start, end)
    return end
  }

  /// Whether the name that begins here is that of an entry.
  private func isEntry(_ at: Int) -> Bool {
    starts("app", at: at) && (at + 3 >= bytes.count || isNameEnd(bytes[at + 3]))
  }

  private func isNameEnd(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The name, each attribute with the white space before it, and the end of a tag.
  private mutating func takeStartTag(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, !isNameEnd(bytes[at]) { at += 1 }
    let opensEntry = isEntry(start + 1)
    if opensEntry {
      if depth == 0 { entryCount += 1 }
      depth += 1
    }
    add(start, at)
    while at < bytes.count {
      let piece = at
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count, !isNameEnd(bytes[at]) else {
        let end = end(of: ">", from: at)
        add(piece, end)
        if opensEntry, end >= 2, bytes[end - 2] == UInt8(ascii: "/") { depth -= 1 }
        return end
      }
      at = endOfAttribute(at)
      add(piece, at)
    }
    return at
  }

  /// Behind the next quoted value.
  private func endOfAttribute(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") {
      at += 1
    }
    guard at < bytes.count else { return at }
    let quote = bytes[at]
    at += 1
    while at < bytes.count, bytes[at] != quote { at += 1 }
    return min(bytes.count, at + 1)
  }

  /// Words and the white space between them.
  private mutating func takeText(_ start: Int) -> Int {
    var at = start
    let isBlank = isSpace(bytes[start])
    while at < bytes.count, bytes[at] != UInt8(ascii: "<"), isSpace(bytes[at]) == isBlank {
      at += 1
    }
    add(start, at)
    return at
  }

  /// What a piece is compared by: its bytes, but for attributes in which entries and paragraphs are
  /// counted, where digits do not matter.
  func key(of piece: Int) -> [UInt8] {
    let bytes = bytes[pieces[piece]]
    guard bytes.count > 3, bytes.last == UInt8(ascii: "\"") || bytes.last == UInt8(ascii: "'"),
      let sign = bytes.firstIndex(of: UInt8(ascii: "="))
    else { return Array(bytes) }
    let name = bytes[..<sign].filter { !isSpace($0) }
    let value = bytes[(sign + 2)..<(bytes.endIndex - 1)]
    guard Self.counting.contains(name), Self.isNumbered(value) else { return Array(bytes) }
    return name + [UInt8(ascii: "=")] + value.filter { !Self.isDigit($0) }
  }

  private static let counting = Set(
    ["xml:id", "n", "loc", "exclude", "version"].map { Array($0.utf8) })

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a value is a number, or numbers of entries and notes as this program gives them.
  private static func isNumbered(_ value: ArraySlice<UInt8>) -> Bool {
    value.split(separator: 0x20).allSatisfy { item in
      let letters = item.prefix { !isDigit($0) }
      let rest = item.dropFirst(letters.count)
      let isOurs = ["", "app", "#app", "note-"].contains { letters.elementsEqual($0.utf8) }
      return isOurs && !rest.isEmpty
        && rest.allSatisfy { isDigit($0) || $0 == 0x2D || $0 == 0x2E }
    }
  }
}
