/// How the lines of machine transcriptions become running text.
struct PageReadingRules: Sendable, Equatable {
  /// Whether a plain hyphen at the end of a line is taken off and the word joined, where the next
  /// line goes on with a small letter. Off, since it may belong to the word (`Well-` / `being`); what
  /// can be nothing but the sign of a divided word is always taken off: `¬`, a soft hyphen, and
  /// hyphens that the file itself marks as such.
  var joinsHyphens = false

  static let standard = PageReadingRules()
}
