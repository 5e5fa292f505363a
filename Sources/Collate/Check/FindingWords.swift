extension Finding {
  /// ` (page 3, line 12)`, to stand behind a place or headline; empty where nothing is known.
  var pageNote: String { page?.words.map { " (\($0))" } ?? "" }

  /// What happened, in a few words: `new variant in T`.
  var headline: String {
    let whose = siglum.map { " in \($0)" } ?? ""
    switch kind {
    case .unreadable: return "could not be checked"
    case .witnessMissing: return "witness \(siglum ?? "") is missing"
    case .witnessAdded: return "witness \(siglum ?? "") is new"
    case .newVariant: return "new variant" + whose
    case .readingChanged: return "reading changed" + whose
    case .variantGone: return "variant gone" + whose
    case .textChanged: return (detail?.subject ?? "text changed in all that have it") + whose
    case .apparatusEdited: return detail?.subject ?? "apparatus edited"
    }
  }

  /// The readings as a reader can see them: white space by signs, other bytes by code points,
  /// characters that print as nothing by their numbers, where these are what changed.
  var shownOld: String { shown(old) }
  var shownNew: String { shown(new) }

  private func shown(_ text: String) -> String {
    switch detail {
    case .whiteSpace: text.unicodeScalars.map(Self.sign).joined()
    case .encoding:
      text.unicodeScalars.map { "U+" + Self.hex($0) }.joined(separator: " ")
    default: looksUnchanged ? InvisibleText.numbered(text) : text
    }
  }

  /// Whether old and new differ in nothing that a reader can see.
  private var looksUnchanged: Bool {
    old != new && InvisibleText.visible(old) == InvisibleText.visible(new)
  }

  /// A sign for a character that cannot be seen.
  private static func sign(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": "·"
    case "\n": "␊"
    case "\r": "␍"
    case "\t": "⇥"
    case _ where scalar.properties.isWhitespace: InvisibleText.number(of: scalar)
    default: InvisibleText.numbered(String(scalar))
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Finding.Detail {
  /// What changed, in a few words.
  var subject: String {
    switch self {
    case .whiteSpace: "white space changed"
    case .encoding: "characters written otherwise"
    case .marks: "note or mark changed"
    case .frontMatter: "front matter changed"
    case .lemma(let siglum, let other): "edited: lemma of \(siglum), not of \(other)"
    case .type(let type, let other):
      "edited: type \(type ?? "none"), not \(other ?? "none")"
    case .note(let text): "edited: note “\(text)”"
    case .foreignEntry: "edited: an entry that the witnesses do not give"
    case .removedEntry: "edited: an entry was taken out"
    case .base(let siglum, let other): "base text is \(siglum), no longer \(other)"
    case .trouble(let words): words
    }
  }
}
