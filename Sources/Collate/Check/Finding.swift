/// One thing that is no longer as it was accepted.
struct Finding: Sendable, Equatable {
  var kind: Kind
  /// The class of the change from the old reading to the new one; nil where the finding is about no
  /// reading: witnesses that came or went, an apparatus that was edited, an edition not to be read.
  var variation: VariationClass?
  var severity = Severity.warning
  /// Name of the edition, as reports head it.
  var edition: String
  /// Nil where no single witness is concerned.
  var siglum: String?
  /// The file in which a person would look: today's transcription, the baseline where that is what
  /// changed, or what could not be read; as the user named it.
  var path: String
  /// Where in that file; nil where the whole of it is meant. Empty where words are missing.
  var extent: Extent?
  /// Page and line of the document there, where the transcription tells them.
  var page: PageReference?
  /// What was accepted and what stands there now, as written; empty where there is nothing.
  var old = ""
  var new = ""
  /// The words around, white space folded; empty where there are none.
  var before = ""
  var after = ""
  /// How many places of the file it stands for: more than one only for changes that are hidden from
  /// the comparison, which are told once for a witness.
  var places = 1
  /// What there is to say besides the readings, without words for people; nil for a change of text.
  var detail: Detail?
  /// `xml:id` of the entry in the baseline, where it has one for this place.
  var entry: String?
  /// Sixteen hexadecimal digits that stay the same while the change and the words around it do,
  /// wherever they move to; equal findings of one check differ in what follows a hyphen.
  var identity = ""

  /// From one place of a file to another, in bytes and as people count.
  struct Extent: Sendable, Equatable {
    var start: Place
    /// Behind the last character.
    var end: Place
  }

  /// What happened; the raw value is its name in reports and never changes.
  enum Kind: String, Sendable, CaseIterable {
    /// The edition could not be checked.
    case unreadable = "edition-unreadable"
    case witnessMissing = "witness-missing"
    case witnessAdded = "witness-added"
    /// The witnesses agreed here and no longer do.
    case newVariant = "new-variant"
    /// They differed here, and another reading of this witness stands here now.
    case readingChanged = "reading-changed"
    /// They differed here and no longer do.
    case variantGone = "variant-gone"
    /// The text of a witness changed and no entry came or went: all witnesses changed alike, or
    /// what changed is hidden from the comparison, as white space is.
    case textChanged = "witness-text-changed"
    /// Somebody changed the accepted apparatus itself.
    case apparatusEdited = "apparatus-edited"
  }

  /// How grave a finding is by the policy.
  enum Severity: String, Sendable, CaseIterable, Comparable {
    case error, warning, note

    /// The graver comes first: an error before a warning.
    static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Facts of findings that are more than two readings.
  enum Detail: Sendable, Equatable {
    /// Blanks and line ends.
    case whiteSpace
    /// The same characters in other bytes, as composed and decomposed accents.
    case encoding
    /// Notes, remarks, headings: what stands between the words compared.
    case marks
    /// Front matter.
    case frontMatter
    /// Another witness is the lemma than the program would choose; its siglum and that of the base.
    case lemma(of: String, not: String)
    /// Another type than the program would give; nil for none.
    case type(String?, not: String?)
    /// A note that somebody put into an entry.
    case note(String)
    /// An entry that the program would not make.
    case foreignEntry
    /// An entry that the program would make and that is not there.
    case removedEntry
    /// Another base text.
    case base(String, not: String)
    /// Why the edition could not be checked, in words for people.
    case trouble(String)
  }
}

extension Finding {
  /// Whether `a` is to be read before `b`: what could not be checked, then the gravest class, then
  /// the order of the editions and of places.
  static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    (a.rank, a.severity) != (b.rank, b.severity)
      ? (a.rank, a.severity) < (b.rank, b.severity) : a.stands(before: b)
  }

  /// 0 for what could not be checked; then classes, then witnesses that went or came, then edits.
  private var rank: Int {
    switch kind {
    case .unreadable: 0
    case .apparatusEdited: VariationClass.allCases.count + 2
    case .witnessMissing, .witnessAdded: VariationClass.substantive.rank + 1
    default: 1 + (variation?.rank ?? VariationClass.allCases.count)
    }
  }

  private func stands(before other: Finding) -> Bool {
    if edition != other.edition { return precedesNaturally(edition, other.edition) }
    if path != other.path { return precedesNaturally(path, other.path) }
    let (x, y) = (extent?.start.offset ?? -1, other.extent?.start.offset ?? -1)
    return x != y ? x < y : identity < other.identity
  }
}
