/// Which marks of a transcription are read as marks; what is left out is ordinary text.
struct MarkSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// `<…>`, `[…]`, or `…` alone.
  static let gap = MarkSet(rawValue: 1 << 0)
  /// `[word]`, `[wo]rd`, `[several words]`.
  static let supplied = MarkSet(rawValue: 1 << 1)
  /// `[?]`, `(?)`.
  static let uncertain = MarkSet(rawValue: 1 << 2)
  /// `[Name]:` at the start of a paragraph.
  static let speaker = MarkSet(rawValue: 1 << 3)
  /// `word*`, and the note itself, `*…`.
  static let note = MarkSet(rawValue: 1 << 4)
  /// `(Emphasis added – Y.B.)`.
  static let remark = MarkSet(rawValue: 1 << 5)
  /// The line at the end that says where the document is kept.
  static let archive = MarkSet(rawValue: 1 << 6)
  /// Title and date at the head of a document as it was published. A guess, so nobody gets it
  /// unasked. With it, `K:` at the start of a paragraph is a speaker if the heading names a K.
  static let heading = MarkSet(rawValue: 1 << 7)

  static let none: MarkSet = []
  /// All but `heading`.
  static let standard: MarkSet = [.gap, .supplied, .uncertain, .speaker, .note, .remark, .archive]
  static let all: MarkSet = [.standard, .heading]

  /// Every mark by the name a user calls it, in the order in which help lists them.
  static let names: [(name: String, mark: MarkSet)] = [
    ("gap", .gap), ("supplied", .supplied), ("uncertain", .uncertain), ("speaker", .speaker),
    ("note", .note), ("remark", .remark), ("archive", .archive), ("heading", .heading),
  ]
}

extension MarkSet {
  /// The mark of this name, or nil.
  init?(name: String) {
    guard let match = Self.names.first(where: { $0.name == name }) else { return nil }
    self = match.mark
  }
}
