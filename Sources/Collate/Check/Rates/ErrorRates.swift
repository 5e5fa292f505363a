/// How far a transcription is from a reference transcription of the same source.
struct ErrorRates: Sendable, Equatable {
  /// Extended grapheme clusters after NFC; line ends count, white space at the ends of lines does
  /// not.
  var characters: EditCount
  /// Words by Unicode Standard Annex 29 that have a letter or digit.
  var words: EditCount

  /// Compares two transcriptions; see `EditDistance` for the cost.
  init(reference: SourceText, compared: SourceText) {
    let texts = [reference, compared].map(Self.lines)
    var table = ByteTable()
    let clusters = texts.map { Self.clusters(of: $0, &table) }
    characters = EditDistance.count(from: clusters[0], to: clusters[1])
    var wordTable = ByteTable()
    let words = texts.map { Self.words(of: $0, &wordTable) }
    self.words = EditDistance.count(from: words[0], to: words[1])
  }

  /// The transcription in NFC: its lines, whatever ends them, without white space at their ends.
  private static func lines(of source: SourceText) -> String {
    let text = String(decoding: source.bytes[source.body], as: UTF8.self)
    var lines = text.split(omittingEmptySubsequences: false) { character in
      character == "\n" || character == "\r\n" || character == "\r"
    }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return Folding.composed(lines.map(trimmed).joined(separator: "\n"))
  }

  private static func trimmed(_ line: Substring) -> String {
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func clusters(of text: String, _ table: inout ByteTable) -> [UInt32] {
    text.map { table.intern(String($0), tag: 0) }
  }

  private static func words(of text: String, _ table: inout ByteTable) -> [UInt32] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      WordBreaks.words(in: text).map {
        table.intern(UnsafeBufferPointer(rebasing: bytes[$0]), tag: 0)
      }
    }
  }
}

extension EditCount {
  /// Length of the reference.
  var referenceCount: Int { matches + substitutions + deletions }

  /// Errors for each unit of the reference; may be more than 1, and is infinite where the reference
  /// is empty and the other text is not.
  var rate: Double {
    if errors == 0 { return 0 }
    return referenceCount == 0 ? .infinity : Double(errors) / Double(referenceCount)
  }

  /// Errors for each unit of the alignment, 0 to 1 (OCR-D).
  var normalizedRate: Double {
    errors == 0 ? 0 : Double(errors) / Double(errors + matches)
  }
}

/// The errors of one witness by the class of the variation that they belong to.
struct ClassErrors: Sendable, Equatable {
  var variation: VariationClass
  /// Entries in which the witness departs from the reference.
  var places = 0
  var characters = EditCount()
  var words = EditCount()

  /// By class, gravest first, classes without an entry left out; the edition's base is the
  /// reference. O(entries log tokens) and the cost of comparing the readings.
  static func all(of witness: Int, in edition: Edition) -> [ClassErrors] {
    let places = EntryPlaces(edition)
    var sums = VariationClass.allCases.map { ClassErrors(variation: $0) }
    for entry in edition.entries {
      guard let reading = entry.readings.first(where: { $0.witnesses.contains(witness) }),
        let variation = reading.variation
      else { continue }
      let texts = [edition.base, witness].map { row in
        edition.source(of: places.tokens(of: row, in: entry.columns), in: row)
      }
      let rates = ErrorRates(reference: texts[0], compared: texts[1])
      let rank = variation.kind.rank
      sums[rank].places += 1
      sums[rank].characters = sums[rank].characters + rates.characters
      sums[rank].words = sums[rank].words + rates.words
    }
    return sums.filter { $0.places > 0 }
  }
}

extension Edition {
  /// Some tokens of a witness as a text of their own, white space folded.
  fileprivate func source(of tokens: Range<Int>, in witness: Int) -> SourceText {
    let source = text.witnesses[witness].source
    guard !tokens.isEmpty else { return SourceText(path: "", bytes: [], body: 0..<0) }
    let start = Int(source.tokens[tokens.lowerBound].start)
    let end = Int(source.tokens[tokens.upperBound - 1].end)
    let bytes = Array(source.witness.text.bytes[start..<end].folded.utf8)
    return SourceText(path: "", bytes: bytes, body: bytes.indices)
  }
}
