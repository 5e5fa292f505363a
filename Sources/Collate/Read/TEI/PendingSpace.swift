/// The white space that stands before the next word of a text that is taken out of a file.
///
/// It is not written when it comes but with the word, so that borders of paragraphs, blanks at the
/// ends of elements and line ends of the file can be weighed against each other: what divides most
/// wins.
struct PendingSpace: Sendable {
  /// White space by what it divides.
  enum Kind: UInt8, Comparable {
    case none, blank, line, block

    /// What divides more is greater.
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private var kind = Kind.none
  /// The same, byte for byte, where white space is to be kept.
  private var preserved: [UInt8] = []
  /// Whether white space is passed over up to the next word, since a border does not divide it.
  private var isJoining = false
  /// Whether a name stands before the next word and belongs to its paragraph.
  private var isBehindName = false

  /// Whether the next word follows without white space, as far as is known yet.
  var isNone: Bool { kind == .none && preserved.isEmpty }

  /// Whether the next word begins a line or paragraph, and blanks before it do not count.
  var dividesLines: Bool { kind > .blank }

  // MARK: Asking

  /// Asks for white space; inside a paragraph, which nothing may divide, for a blank at most.
  mutating func ask(for space: Kind, insideParagraph: Bool) {
    if isJoining, space == .blank { return }
    let space = insideParagraph || isBehindName ? min(space, .blank) : space
    if space > .blank { preserved = [] }
    kind = max(kind, space)
  }

  /// Keeps white space of the file as it is; where lines or paragraphs are divided or nothing is,
  /// it does not count.
  mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if !isJoining, kind <= .blank { preserved += bytes }
  }

  /// Keeps a character of white space that the file names by a reference, and so wants.
  mutating func keepNamed(_ byte: UInt8) { preserved.append(byte) }

  /// A border does not divide the word it stands in: blanks around it are nothing.
  mutating func join() {
    if kind == .blank { kind = .none }
    preserved = []
    isJoining = kind == .none
  }

  /// No border divides what comes from what was.
  mutating func joinWord() {
    (kind, preserved, isJoining) = (.none, [], true)
  }

  /// Borders of lines and paragraphs so far divide words only.
  mutating func continueBlock() { kind = min(kind, .blank) }

  /// A name ends here that stands before the words it belongs to, in their paragraph.
  mutating func followName() { isBehindName = true }

  // MARK: Writing

  /// Writes the white space behind a text.
  func write(to text: inout [UInt8]) {
    guard preserved.isEmpty else {
      text += preserved
      return
    }
    switch kind {
    case .none: break
    case .blank: text.append(0x20)
    case .line: text.append(0x0A)
    case .block: text += [0x0A, 0x0A]
    }
  }

  /// Takes the white space of an earlier time for that before the next word.
  mutating func goBack(to earlier: PendingSpace) {
    self = PendingSpace()
    (kind, preserved) = (earlier.kind, earlier.preserved)
  }
}
