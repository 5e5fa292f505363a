/// What the engine must know of each distinct element: no text, only numbers.
///
/// Ids count from 0 in the order of appending, which must follow from the elements' content alone,
/// as byte order of spelling does: the engine breaks ties by id.
public struct Vocabulary: Sendable {
  /// What kind of thing an element is.
  public enum Kind: UInt8, Sendable {
    /// A word or a number.
    case word
    /// A mark that belongs to the words around it.
    case punctuation
    /// A mark that opens something and belongs to the word after it: `(`, `“`.
    case opening
    /// A place where something was left out; may stand for anything, is no word.
    case gap
  }

  private(set) var kinds: [Kind] = []
  private(set) var skeletons = Skeletons()
  /// Whether an element is a mark that ends a sentence.
  private(set) var endsSentence: [Bool] = []
  /// Whether its words are characters, of texts written without blanks.
  public var hasCharacters = false

  public init() {}

  /// Number of distinct elements.
  public var count: Int { kinds.count }

  /// Adds an element, whose id is the count so far.
  ///
  /// - Parameters:
  ///   - skeleton: What similarity is measured on: its letters and digits without case and marks.
  ///   - kind: Word, mark or gap.
  ///   - hasDigits: Whether it is a number or holds one.
  ///   - endsSentence: Whether it is a full stop or the like.
  public mutating func append(
    skeleton: [UInt32], kind: Kind, hasDigits: Bool = false, endsSentence: Bool = false
  ) {
    kinds.append(kind)
    self.endsSentence.append(endsSentence)
    skeletons.append(
      skeleton, kind: kind != .word ? .punctuation : hasDigits ? .figure : .word)
  }

  /// Whether an element is a word; all others stand in the second tier.
  @inline(__always)
  func isWord(_ id: UInt32) -> Bool { kinds[Int(id)] == .word }
}
