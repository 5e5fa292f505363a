/// The letters of all word types, in one flat store: what similarity of words is computed from.
///
/// The skeleton of a word is what is left of it after folding: case folded, marks dropped; its
/// units are numbers that the caller chooses, usually Unicode scalars. Types are numbered 0, 1, 2 …
/// in the order in which they are appended.
public struct Skeletons: Sendable {
  /// What kind of word a type is, as far as similarity asks.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
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
  /// Number of different units in all skeletons.
  private(set) var alphabetCount = 0
  /// By unit, its new number: a table for the units of most scripts, a dictionary for the others.
  private var common = [UInt32](repeating: .max, count: Self.commonUnits)
  private var others: [UInt32: UInt32] = [:]

  /// Units below this are looked up in a table: as Unicode scalars, the alphabets of Europe and of
  /// the Near East.
  private static let commonUnits = 0x800

  public init() {}

  /// All that is looked up of one type, side by side in memory.
  struct WordType: Sendable, BitwiseCopyable {
    var letters: LetterCounts
    /// Place of its first unit.
    var start: Int32
    var kind: Kind
  }

  /// Number of types.
  public var count: Int { types.count }

  /// Appends the type with the next number; O(length).
  public mutating func append(_ skeleton: [UInt32], kind: Kind) {
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
    let new = UInt32(alphabetCount)
    if unit < Self.commonUnits {
      if common[Int(unit)] != .max { return common[Int(unit)] }
      common[Int(unit)] = new
    } else {
      if let known = others[unit] { return known }
      others[unit] = new
    }
    alphabetCount += 1
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
