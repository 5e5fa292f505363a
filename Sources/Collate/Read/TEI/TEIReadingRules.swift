/// What a TEI transcription's elements mean for the text that is compared.
///
///     "tei": { "elements": { "note": "keep", "hi": "significant" },
///              "choice": ["reg", "corr"], "layers": true }
struct TEIReadingRules: Sendable, Equatable {
  /// Modes that are not the defaults, by the element's name without a prefix; asked by name only.
  var elements: [String: Mode] = [:]
  /// The sides of `choice` that are written, one of each pair; the other gives the form that words
  /// are compared by, if it is the regular one.
  var sides: [Side] = [.orig, .sic, .abbr]
  /// Whether a transcription with `add` or `del` becomes two witnesses, before and after
  /// correction.
  var hasLayers = false
  /// Siglum of the witness whose readings are taken where the file has an apparatus; nil takes
  /// `lem`. Hands that the file counts as witnesses of their own may follow: `M,Mc`.
  var take: String?
  /// The sigla of `take`: the witness, then its hands.
  var taken: [String] { take?.split(separator: ",").map(String.init) ?? [] }
  /// Attributes of `w` that give the form it is compared by; the first that is there.
  var wordForms: [String] = ["norm", "reg"]

  static let standard = TEIReadingRules()

  /// What is done with an element: the four ways that the Saktumiva tools have shown to be enough.
  enum Mode: String, CaseIterable, Sendable {
    /// Neither tag nor content is in the text.
    case hide
    /// The content is kept beside the text and not compared.
    case keep
    /// The content is text like any other; the tag does not count.
    case tag
    /// The content is text, and a word with the tag differs from one without.
    case significant
  }

  /// The sides of `choice`.
  enum Side: String, CaseIterable, Sendable {
    case orig, reg, sic, corr, abbr, expan

    /// The other side of its pair.
    var opposite: Side {
      switch self {
      case .orig: .reg
      case .reg: .orig
      case .sic: .corr
      case .corr: .sic
      case .abbr: .expan
      case .expan: .abbr
      }
    }

    /// Whether it is the editor's side.
    var isRegular: Bool { self == .reg || self == .corr || self == .expan }
  }

  /// Sets the mode of one element as `NAME=MODE` says; false where it is not of that form.
  mutating func set(_ text: String) -> Bool {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let mode = Mode(rawValue: String(parts[1])) else {
      return false
    }
    elements[String(parts[0])] = mode
    return true
  }

  /// Chooses a side of one pair.
  mutating func choose(_ side: Side) {
    sides = sides.map { $0 == side.opposite ? side : $0 }
  }
}
