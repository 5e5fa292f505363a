/// Spellings of Latin that differ by century and scriptorium: prefixes with their consonant as it
/// is or like the next (`adfero`, `affero`), h (`michi`, `carus`, `charus`), m and n before q and
/// d.
///
/// Chapters on them are in every grammar of medieval Latin (Stotz, Handbuch zur lateinischen
/// Sprache des Mittelalters, vol. 3). An h at the beginning is left alone: `hostium` of enemies is
/// no `ostium`.
enum LatinSpelling {
  /// What is written and what is meant, in the order in which it is to be replaced.
  static let interchanges: [(written: String, meant: String)] = [
    ("ichi", "ihi"), ("ch", "c"), ("th", "t"), ("rh", "r"), ("k", "c"), ("mqu", "nqu"),
    ("md", "nd"), ("exs", "ex"),
  ]

  /// Whether two forms are one word that was written in more than one way at all times (`sed`,
  /// `set`; `cotidie`, `quotidie`). O(1).
  static func areOne(_ a: String, _ b: String) -> Bool {
    standard[a] ?? a == standard[b] ?? b
  }

  /// Looked up, never walked.
  private static let standard: [String: String] = [
    "set": "sed", "aput": "apud", "haut": "haud", "haudd": "haud", "capud": "caput",
    "uelud": "uelut", "velud": "velut", "illut": "illud", "istut": "istud", "aliut": "aliud",
    "adque": "atque", "inquid": "inquit", "quidquid": "quicquid", "quotiens": "quoties",
    "totiens": "toties", "quotidie": "cotidie", "cottidie": "cotidie", "quum": "cum",
    "quom": "cum", "secuntur": "sequuntur", "sequntur": "sequuntur", "locuntur": "loquuntur",
    "loquutus": "locutus", "sequutus": "secutus", "coniux": "coniunx",
  ]

  /// The letters with the last consonant of a prefix like the one that follows, and without h
  /// between vowels in words of five letters and more; O(letters).
  static func leveled(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var leveled = assimilated(letters)
    guard leveled.count >= 5 else { return leveled }
    for i in (1..<leveled.count - 1).reversed()
    where leveled[i] == "h" && isVowel(leveled[i - 1]) && isVowel(leveled[i + 1]) {
      leveled.remove(at: i)
    }
    return leveled
  }

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u": true
    default: false
    }
  }

  private static func assimilated(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard letters.count >= 5,
      let (prefix, followers) = prefixes.first(where: { letters.starts(with: $0.prefix) }),
      followers.contains(letters[prefix.count])
    else { return letters }
    let next = letters[prefix.count]
    // `acquiro`, not `aqquiro`; `aspicio`, not `asspicio`.
    let isBeforeTwo = next == "s" && !isVowel(letters[prefix.count + 1])
    let meant = isBeforeTwo ? [] : [next == "q" ? "c" : next]
    return prefix.dropLast() + meant + letters[prefix.count...]
  }

  /// Prefixes, and the letters before which their last one becomes like the next.
  private static let prefixes: [(prefix: [Unicode.Scalar], followers: [Unicode.Scalar])] = [
    (["a", "d"], ["c", "f", "g", "l", "n", "p", "q", "r", "s", "t"]),
    (["c", "o", "n"], ["l", "m", "r"]), (["i", "n"], ["l", "m", "r"]),
    (["s", "u", "b"], ["c", "f", "g", "m", "p", "r"]), (["o", "b"], ["c", "f", "p"]),
    (["d", "i", "s"], ["f"]),
  ]
}
