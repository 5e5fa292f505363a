/// Numbers spelled out in English: cardinals and ordinals below a trillion.
///
/// A grammar of its own and not Foundation's formatter, since it reads without loading the data of
/// the formatter, and finds where in a run of words a number ends.
enum EnglishNumber {
  /// The longest number that begins the words, and how many of them it takes; nil where none does.
  ///
  /// Words are forms: small letters, hyphens dropped (`twentyone`).
  static func read(_ words: ArraySlice<String>) -> (value: Int, count: Int)? {
    var sum = Sum()
    var i = words.startIndex
    while i < words.endIndex {
      let isLinked = words[i] == "and" && sum.last.takesAnd && i + 1 < words.endIndex
      let at = isLinked ? i + 1 : i
      guard let part = Part(words[at]), part.size.mayFollow(sum.last) else { break }
      i = at + 1
      if let ended = sum.take(part, count: i - words.startIndex) { return ended }
      if part.isOrdinal { break }
    }
    return sum.count == 0 ? nil : (sum.value, sum.count)
  }

  /// Whether one word is a number, or can begin one.
  static func isNumber(_ word: String) -> Bool { Part(word) != nil }

  /// What a word multiplies the number before it by: `3 million`; nil for all other words.
  static func factor(_ word: String) -> Int? {
    guard let part = Part(word), !part.isOrdinal, case .thousands(let value) = part.size else {
      return nil
    }
    return value
  }

  /// Whether the words may as well be no number: `one`, `first`, `second`.
  static func isDoubtful(_ words: ArraySlice<String>) -> Bool {
    words.count == 1 && ["one", "first", "second", "hundred", "thousand"].contains(words.first)
  }
}

/// A number as far as it was read.
private struct Sum {
  /// The words taken.
  private(set) var count = 0
  private(set) var last = Part.Size.none
  private var total = 0
  /// Below a thousand, not yet multiplied.
  private var group = 0
  /// What ended with the last hundred.
  private var hundreds = (value: 0, count: 0)
  /// What ended with the last thousand, million or billion, the next of which must be smaller.
  private var closed = (limit: Int.max, count: 0)

  var value: Int { total + group }

  /// Adds a part, the last of `count` words; where it is that of another number, gives the one that
  /// ended before it, and how many words that takes.
  mutating func take(_ part: Part, count: Int) -> (value: Int, count: Int)? {
    switch part.size {
    case .hundred:
      // `one hundred | one hundred`
      guard group < 100 else { return hundreds }
      group = max(group, 1) * 100
      hundreds = (value, count)
    case .thousands:
      // `two thousand | three thousand`: the group belongs to a number of its own.
      guard part.value < closed.limit else { return (total, closed.count) }
      total += max(group, 1) * part.value
      group = 0
      closed = (part.value, count)
    default: group += part.value
    }
    (self.count, last) = (count, part.size)
    return nil
  }
}

/// One word of a spelled-out number.
private struct Part {
  var value: Int
  var size: Size
  var isOrdinal = false

  /// How large the parts of a number are that a word is one of.
  enum Size: Equatable {
    case none, unit, ten, compound, hundred
    case thousands(Int)

    /// Whether `and` may come after it: `three hundred and five`.
    var takesAnd: Bool {
      switch self {
      case .hundred, .thousands: true
      default: false
      }
    }

    /// Whether it may come after another part.
    func mayFollow(_ last: Size) -> Bool {
      switch (last, self) {
      case (.none, _): self != .none
      case (.ten, .unit): true
      case (.unit, .hundred), (.compound, .hundred): true
      case (.hundred, .unit), (.hundred, .ten), (.hundred, .compound): true
      case (.thousands, .unit), (.thousands, .ten), (.thousands, .compound): true
      case (.thousands(let a), .thousands(let b)): b < a
      case (_, .thousands): true
      default: false
      }
    }
  }

  init?(_ word: String) {
    guard let start = Self.start(of: word), Self.starts.contains(start) else { return nil }
    if let found = Self.table[word] {
      self = found
      return
    }
    // `twentyone`, `twentyfirst`: a ten and a unit that a hyphen joined.
    guard let ten = Self.tens.first(where: { word.hasPrefix($0.word) }),
      let unit = Self.table[String(word.dropFirst(ten.word.count))], unit.size == .unit,
      unit.value < 10
    else { return nil }
    self = Part(value: ten.value + unit.value, size: .compound, isOrdinal: unit.isOrdinal)
  }

  private init(value: Int, size: Size, isOrdinal: Bool = false) {
    self.value = value
    self.size = size
    self.isOrdinal = isOrdinal
  }

  /// The first three bytes of a word as a number; nil for shorter ones, of which none is a number.
  private static func start(of word: String) -> UInt32? {
    guard word.utf8.count >= 3 else { return nil }
    return word.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// How all words of numbers begin: it tells most words apart from them, and is asked of all.
  private static let starts = Set((table.keys + tens.map(\.word)).compactMap(start))

  private static let tens: [(word: String, value: Int)] = [
    ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60),
    ("seventy", 70), ("eighty", 80), ("ninety", 90),
  ]

  private static let units = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]

  private static let ordinals = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
  ]

  private static let table: [String: Part] = {
    var table: [String: Part] = [:]
    for (value, word) in units.enumerated() {
      // From ten on nothing may be added: a compound in itself.
      let size: Size = value < 10 ? .unit : .compound
      table[word] = Part(value: value, size: size)
      table[ordinals[value]] = Part(value: value, size: size, isOrdinal: true)
    }
    for (word, value) in tens {
      table[word] = Part(value: value, size: .ten)
      table[word.dropLast() + "ieth"] = Part(value: value, size: .ten, isOrdinal: true)
    }
    table["hundred"] = Part(value: 100, size: .hundred)
    table["hundredth"] = Part(value: 100, size: .hundred, isOrdinal: true)
    for (word, value) in [("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000)] {
      table[word] = Part(value: value, size: .thousands(value))
      table[word + "th"] = Part(value: value, size: .thousands(value), isOrdinal: true)
    }
    return table
  }()
}
