/// One witness of the text, as it was read: its siglum, what is known of it, and its transcription.
struct Witness: Sendable, Equatable {
  /// The name the apparatus calls it by; unique in an edition, otherwise free (`T`, `P⁶⁶`, `w 13`).
  var siglum: String
  var description: WitnessDescription
  var text: SourceText
  /// Siglum of the manuscript that this is a hand of, where it is one.
  var manuscript: String?
  /// Whether it is the text that an apparatus is about: the lemmas of a file from which no witness
  /// was asked for.
  var isEditedText = false
  /// What is doubtful in how it was read, and should be told.
  var doubts: [ReadError] = []
}

/// What front matter, an edition file or a TEI header tells about a witness.
struct WitnessDescription: Sendable, Equatable {
  var title: String?
  /// The copies that carry this witness, in the order given; usually one.
  var holdings: [Holding] = []
  /// Date by the calendar, `1920-07-07`, `1920-07` or `1920`.
  var date: String?
  /// Date in the words of the document or its editor.
  var dating: String?
  /// BCP 47 tag.
  var language: String?
  /// Fields of other names, in the order given.
  var others: [Field] = []

  /// A field of a name that the program gives no meaning.
  struct Field: Sendable, Equatable {
    var name: String
    var value: String
  }
}

/// Where one copy is kept and what it is.
struct Holding: Sendable, Equatable {
  var settlement: String?
  var repository: String?
  var shelfmark: String?
  var locus: String?
  /// What the copy is, in the words of the document: `Telegraph tape. Draft handwritten in pencil.`
  var form: String?
}
