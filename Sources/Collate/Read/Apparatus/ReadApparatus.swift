/// An apparatus as it was read: the witnesses it holds, whole, and its entries.
struct ReadApparatus: Sendable {
  var path: String
  var title: String?
  /// BCP 47 tag.
  var language: String?
  /// The witnesses that can be rebuilt, in the order in which the file lists them.
  var witnesses: [Witness]
  /// By witness: where in the stream its bytes come from.
  var origins: [OriginMap]
  /// Sigla that the file cites so seldom that no text can be made of it.
  var occasional: [String]
  /// The witness that the file names as its base text, or that stands with the lemma in all
  /// entries.
  var base: Int?
  /// The text that the editor has set up, where that is none of the witnesses'.
  var edited: Witness?
  var editedOrigins = OriginMap()
  /// In the order in which they begin; an entry before those inside it.
  var entries: [ReadEntry]
  /// What is doubtful, in the order of the file.
  var doubts: [ReadError]
  /// Whether this program wrote the file, so that witnesses come back byte for byte.
  var isOwn: Bool
}

/// One `app` of a file.
struct ReadEntry: Sendable, Equatable {
  /// `xml:id` and `n`, where it has them.
  var id: String?
  var number: String?
  var type: String?
  var subtype: String?
  /// Ids that `@exclude` names.
  var excludes: [String] = []
  /// Where its tag stands in the file.
  var place: Place
  /// The readings that witnesses have, in the order of the file.
  var readings: [Reading] = []
  /// Readings that no witness has, in the order of the file.
  var conjectures: [Conjecture] = []
  /// Where its text stands in the stream.
  var stream: Range<Int>
  /// Index of the entry that it stands in.
  var parent: Int?
  /// Notes inside the entry.
  var notes: [String] = []

  /// A reading of an entry.
  struct Reading: Sendable, Equatable {
    var id: String?
    var type: String?
    var isLemma: Bool
    /// Witness indices, ordered; those named and those meant.
    var witnesses: [Int]
    /// The text, as bytes of `witnesses[0]`; empty where it has no witness.
    var range: Range<Int>
    /// Who reads so, beside or in place of witnesses.
    var scholars: [Scholar] = []
  }
}

/// Where the bytes of a text come from.
///
/// All that a file says of its witnesses' text is one stream; each witness is some runs of it.
/// Words of two witnesses that come from one place are one word of the alignment.
struct OriginMap: Sendable, Equatable {
  /// Offsets in the text at which runs begin, rising, and where these begin in the stream.
  private var offsets: [Int32] = []
  private var origins: [Int32] = []

  /// Says that what follows `offset` comes from `origin` on.
  mutating func append(offset: Int, origin: Int) {
    if let last = offsets.last, Int(last) == offset {
      origins[origins.count - 1] = Int32(origin)
    } else if let last = offsets.last,
      Int(origins[origins.count - 1]) + offset - Int(last) == origin
    {
      return
    } else {
      offsets.append(Int32(offset))
      origins.append(Int32(origin))
    }
  }

  /// The place in the stream of a byte; O(log r) in the runs.
  func origin(of offset: Int) -> Int {
    guard !offsets.isEmpty else { return offset }
    let run = max(offsets.partition { Int($0) > offset } - 1, 0)
    return Int(origins[run]) + offset - Int(offsets[run])
  }
}
