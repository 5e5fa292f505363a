/// One line of a transcribed page, as PAGE or ALTO has it.
struct TranscribedLine: Sendable {
  /// UTF-8.
  var bytes: [UInt8] = []
  /// Where stretches of it stand in the file, by their first byte; rising. No line of the file ends
  /// within a stretch, but for its last byte.
  var places: [(start: Int, place: Place)] = []
  /// Tags over parts of it.
  var tags: [LineTag] = []
  var division = LineDivision()
  /// In the words of PAGE.
  var type: String?
  /// What the tool that wrote the file gives as its place among its neighbors.
  var order: Int?
  /// Middle of its outline from the top of the page, in the units of the file, doubled.
  var height: Int?

  var isBlank: Bool { bytes.allSatisfy(isSpace) }

  /// Whether there is anything to read in it, be it only that something cannot be read.
  var hasText: Bool { !isBlank || tags.contains { $0.name == "gap" } }

  /// Adds bytes that stand at a place of the file.
  mutating func append(_ text: some Sequence<UInt8>, at place: Place) {
    places.append((bytes.count, place))
    bytes += text
  }

  /// Takes back what stands at or behind a byte.
  mutating func cut(to start: Int) {
    bytes.removeSubrange(start...)
    while let last = places.last, last.start >= start { places.removeLast() }
  }

  /// Adds what another line has.
  mutating func append(_ other: TranscribedLine) {
    places += other.places.map { (bytes.count + $0.start, $0.place) }
    bytes += other.bytes
  }
}

/// What a file itself says of words that begin in one line and end in the next.
struct LineDivision: Sendable, Equatable {
  /// The sign behind a last word that goes on in the next line, where the bytes of the line do not
  /// have it; empty where they have it or there is none.
  var sign: [UInt8]?
  /// Where the last word begins, and the whole of which it is the first half.
  var whole: Whole?
  /// The second half of a word at the start of the line, the blank behind it included.
  var secondHalf: Range<Int>?

  /// A word that two lines share.
  struct Whole: Sendable, Equatable {
    var start: Int
    var bytes: [UInt8]
  }
}

/// A tag over a part of a line.
struct LineTag: Sendable {
  /// Bytes of the line.
  var range: Range<Int>
  var name: String
  /// In the order of the file.
  var values: [(key: String, value: String)] = []

  /// The first value of a key.
  func value(_ key: String) -> String? { values.first { $0.key == key }?.value }
}

/// A region of a page: its lines, and where it stands among the others.
struct TranscribedRegion: Sendable {
  var id: String?
  /// Index of the region that holds this one, which stands before it.
  var parent: Int?
  /// In the words of PAGE.
  var type: String?
  /// Where it stands in a table.
  var cell: Cell?
  var lines: [TranscribedLine] = []
  /// Text of the region as a whole, which counts where neither its lines nor regions in it have
  /// any.
  var ownText: [TranscribedLine] = []
  var order: Int?
  /// Whether the file says that its lines run from the top to the bottom.
  var runsDown = false

  /// A place in a table; rows and columns count from 0.
  struct Cell: Sendable, Equatable {
    var row: Int
    var column: Int
  }

  /// Lines in the order that the tool gives them, if it gives it to all; else down the page, if the
  /// file says that they run so and where they stand; else as the file has them.
  var orderedLines: [TranscribedLine] {
    if lines.allSatisfy({ $0.order != nil }) { return sorted(by: \.order) }
    return runsDown && lines.allSatisfy({ $0.height != nil }) ? sorted(by: \.height) : lines
  }

  private func sorted(by key: KeyPath<TranscribedLine, Int?>) -> [TranscribedLine] {
    lines.enumerated().sorted { a, b in
      let (x, y) = (a.element[keyPath: key] ?? 0, b.element[keyPath: key] ?? 0)
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
  }
}

/// A page: its regions in the order of the file, and the order to read them in.
struct TranscribedPage: Sendable {
  /// What is printed or written on it as its number.
  var printed: String?
  /// Name of its image, without folder and ending.
  var image: String?
  /// What the file calls it besides.
  var number: String?
  var regions: [TranscribedRegion] = []
  var readingOrder: ReadingOrder?

  /// What to call it, if nothing else is known of the page than its file tells.
  var name: String? { printed ?? image ?? number }

  /// The name of a file without folder and ending.
  static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
