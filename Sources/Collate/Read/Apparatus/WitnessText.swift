/// The text of one witness while it is put together from an apparatus.
struct WitnessText: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []
  private(set) var origins = OriginMap()
  /// Where the transcription begins, behind front matter.
  private(set) var bodyStart = 0

  /// White space that is due before the next word.
  private(set) var owed = Owed.nothing
  /// A word goes on over the end of a line.
  private var isGlued = false

  /// What was said of this witness since its last word, in a file of our own.
  var said = Said()

  /// White space by what it divides.
  enum Owed: Int, Sendable, Comparable {
    case nothing, blank, line, paragraph

    /// What divides more is greater.
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    fileprivate var written: String { ["", " ", "\n", "\n\n"][rawValue] }
  }

  /// What the file said of the white space before the next word.
  struct Said: Sendable {
    /// A milestone that names the witness gave its white space.
    var isApart = false
    /// A milestone that names nobody gave the white space of all.
    var isSpelledOut = false
    /// A paragraph ended, and its break is not yet written.
    var owesBreak = false
  }

  init() {}

  /// Begins with front matter.
  init(head: [UInt8]) {
    bytes = head
    bodyStart = head.count
  }

  /// Adds bytes that come from a place of the stream, as they are; with a mark over all of them.
  mutating func append(_ added: ArraySlice<UInt8>, origin: Int, mark: Mark.Kind? = nil) {
    guard !added.isEmpty else { return }
    origins.append(offset: bytes.count, origin: origin)
    if let mark {
      marks.append(Mark(kind: mark, range: bytes.count..<bytes.count + added.count))
    }
    bytes += added
  }

  // MARK: Files of others, where white space is folded

  /// Asks for white space before the next word; of several the widest counts.
  mutating func owe(_ space: Owed) {
    if !isGlued { owed = max(owed, space) }
  }

  /// Takes back the white space before this place and drops that behind it: a word goes on.
  mutating func glue() {
    if owed <= .blank { owed = .nothing }
    isGlued = true
  }

  /// The same over the border of paragraphs, for a word that is given in parts.
  mutating func joinWord() { (owed, isGlued) = (.nothing, true) }

  /// Adds words, with the white space that is due before them; none at the start of the text.
  mutating func appendWords(_ words: ArraySlice<UInt8>, origin: Int, mark: Mark.Kind? = nil) {
    guard !words.isEmpty else { return }
    if !bytes.isEmpty { bytes += owed.written.utf8 }
    owed = .nothing
    isGlued = false
    append(words, origin: origin, mark: mark)
  }

  /// The witness as any reader would give it.
  func source(path: String) -> SourceText {
    SourceText(path: path, bytes: bytes, body: bodyStart..<bytes.count, marks: marks)
  }
}
