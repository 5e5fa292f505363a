/// Reads the plain-text transcription of one witness: front matter, then text with the marks of
/// documentary publication.
struct PlainTextReader: Sendable {
  var marks: MarkSet = .standard

  /// What a file holds, before it has a siglum for certain.
  struct Transcription: Sendable, Equatable {
    /// From the front matter, and where it stands there.
    var siglum: String?
    var siglumOffset: Int?
    var description: WitnessDescription
    var text: SourceText
    /// What is doubtful in the front matter.
    var doubts: [ReadError] = []
  }

  /// Reads a file; O(bytes). Throws what `ReadError` lists under front matter and values.
  ///
  /// Where front matter names no repository, the archive line of the document does.
  func read(_ input: InputBytes) throws(ReadError) -> Transcription {
    let bytes = input.bytes
    let front = try FrontMatterParser(input).parse()
    var text = SourceText(path: input.path, bytes: bytes, body: front.end..<bytes.count)
    (text.places, text.heading) = (input.places, input.heading)
    var scanner = MarkScanner(text: text, marks: marks)
    text.marks = scanner.scan()
    var description = front.description
    description.title = description.title ?? input.heading?.title
    if description.holdings.isEmpty, let line = text.marks.first(where: { $0.kind == .archive }) {
      description.holdings = ArchiveLine.holdings(in: bytes[line.range])
    }
    return Transcription(
      siglum: front.siglum, siglumOffset: front.siglumOffset, description: description, text: text,
      doubts: front.doubts)
  }
}
