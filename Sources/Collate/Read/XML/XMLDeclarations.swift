// Markup that is neither element nor text: comments, instructions and declarations.
extension XMLCursor {
  /// Passes over `<!-- … -->`.
  mutating func skipComment() throws(ReadError) {
    let start = at
    at += 4
    try skip(to: "--", from: start, "<!--")
    guard isAt(">") else { throw fault(.doubleHyphen, at: at - 2) }
    at += 1
  }

  /// Passes over `<?target …?>`; the XML declaration only as the first bytes of the file.
  mutating func skipInstruction() throws(ReadError) {
    let first = at
    at += 2
    let target = try name()
    if string(target).lowercased() == "xml" {
      guard first == start else { throw fault(.misplacedDeclaration, at: first) }
      return try skipDeclaration(from: first)
    }
    guard at >= bytes.count || isAt("?") || XMLCharacters.isSpace(bytes[at]) else {
      throw fault(.badTag(expected: "a blank or ?>"), at: at)
    }
    try skip(to: "?>", from: first, "<?")
  }

  /// The rest of `<?xml version="1.…" encoding="…" standalone="…"?>`; the last two may be left out.
  private mutating func skipDeclaration(from start: Int) throws(ReadError) {
    var rest = ["version", "encoding", "standalone"][...]
    while skipSpace(), at < bytes.count, !isAt("?") {
      let first = at
      let name = string(try name())
      guard let index = rest.firstIndex(of: name), index == 0 || rest.startIndex > 0 else {
        throw fault(.badTag(expected: rest.first ?? "?>"), at: first)
      }
      rest = rest[(index + 1)...]
      let value = try assignedValue(from: start)
      guard Self.isDeclared(string(value), as: name) else {
        throw fault(.badTag(expected: Self.declared[index]), at: value.lowerBound)
      }
    }
    guard rest.startIndex > 0 else { throw fault(.badTag(expected: "version"), at: at) }
    guard begins(with: "?>") else { throw fault(.badTag(expected: "?>"), at: at) }
    at += 2
  }

  /// What may stand in a declaration, in words.
  private static let declared = ["1.0", "the name of an encoding", "yes or no"]

  /// Whether a value can be that of `version`, `encoding` or `standalone`.
  private static func isDeclared(_ value: String, as name: String) -> Bool {
    switch name {
    case "version":
      value.hasPrefix("1.") && value.utf8.count > 2 && value.utf8.dropFirst(2).allSatisfy(isDigit)
    case "encoding":
      value.utf8.first.map(isLetter) ?? false
        && value.utf8.allSatisfy { isDigit($0) || isLetter($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    default: value == "yes" || value == "no"
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// Passes over `<!DOCTYPE name>`; one that says more is refused.
  mutating func skipDocumentType() throws(ReadError) {
    let start = at
    at += 9
    guard skipSpace() else { throw fault(.badTag(expected: "a blank"), at: at) }
    _ = try name()
    skipSpace()
    guard isAt(">") else { throw ReadError(path, at: place(start), .documentTypeDefinition) }
    at += 1
  }
}
