/// The letters of all word types, in one flat store: what similarity of words is computed from.
///
/// The skeleton of a word is what is left of it after folding: case folded, marks dropped; its units
/// are numbers that the caller chooses, usually Unicode scalars. Types are numbered 0, 1, 2 … in the
/// order in which they are appended.
public struct Skeletons: Sendable {
  /// What kind of word a type is, as far as similarity asks.
  public enum Kind: UInt8, Sendable {
    case word
    /// A word that carries digits.
    case figure
    /// Similar to nothing but itself.
    case punctuation
  }

  /// Units kept of a skeleton: of a longer one its first and last halves of that.
  ///
  /// No word of any language comes near it. It bounds the work on input without spaces, where one
  /// "word" may be a whole file.
  public static let longest = 1024

  /// Units renumbered by first occurrence, 0, 1, 2 …; all skeletons one after the other.
  private(set) var units: [UInt32] = []
  private(set) var types: [WordType] = []
  private var alphabet: [UInt32: UInt32] = [:]

  public init() {}

  /// All that is looked up of one type, side by side in memory.
  struct WordType: Sendable {
    var letters: LetterCounts
    /// Place of its first unit.
    var start: Int32
    var kind: Kind
  }

  /// Number of types.
  public var count: Int { types.count }
  /// Number of different units in all skeletons.
  var alphabetCount: Int { alphabet.count }

  /// Appends the type with the next number; O(length).
  public mutating func append(_ skeleton: some Collection<UInt32>, kind: Kind) {
    let half = Self.longest / 2
    let start = units.count
    if skeleton.count <= Self.longest {
      for unit in skeleton { units.append(renumbered(unit)) }
    } else {
      for unit in skeleton.prefix(half) { units.append(renumbered(unit)) }
      for unit in skeleton.dropFirst(skeleton.count - half) { units.append(renumbered(unit)) }
    }
    types.append(
      WordType(letters: LetterCounts(units[start...]), start: Int32(start), kind: kind))
  }

  private mutating func renumbered(_ unit: UInt32) -> UInt32 {
    if let known = alphabet[unit] { return known }
    let new = UInt32(alphabet.count)
    alphabet[unit] = new
    return new
  }

  /// Where the skeleton of a type stands in `units`.
  func range(_ type: UInt32) -> Range<Int> {
    let type = types[Int(type)]
    return Int(type.start)..<Int(type.start + type.letters.length)
  }

  /// Whether the skeleton of `type` begins with the whole skeleton of `start`.
  public func hasPrefix(_ type: UInt32, _ start: UInt32) -> Bool {
    units[range(type)].starts(with: units[range(start)])
  }

  /// Number of units in the skeleton of a type.
  public func length(_ type: UInt32) -> Int { range(type).count }
}
