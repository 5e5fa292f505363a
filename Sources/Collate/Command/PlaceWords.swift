extension PlaceError {
  /// The error in words, for a place as it was given.
  func message(of place: String) -> Message {
    let written = "\(CommandOption.explain.written): "
    switch self {
    case .unreadable:
      return Message(
        what: written + "“\(place)” is no place",
        remedy:
          "write the number of an entry, p3 or l120 for a paragraph or line of the base text, "
          + "or SIGLUM:LINE:COLUMN")
    case .noEntry(let count):
      return Message(
        what: written + "there is no entry \(place)",
        remedy: count == 0
          ? "the witnesses do not differ; name a place as SIGLUM:LINE"
          : "entries are numbered 1 to \(count)")
    case .noNumber(let paragraphs, let count):
      let noun = paragraphs ? "paragraph" : "line"
      return Message(
        what: written + "the base text has no \(noun) \(place.dropFirst())",
        remedy: "its \(noun)s are numbered 1 to \(count)")
    case .noWitness(let sigla):
      return Message(
        what: written + "“\(place)” names no witness",
        remedy: "choose from " + sigla.joined(separator: ", "))
    case .noLine(let lines):
      return Message(
        what: written + "“\(place)” is outside of the transcription",
        remedy: "it has lines \(lines.lowerBound) to \(lines.upperBound)")
    case .severalFiles(let first):
      return Message(
        what: written + "the witness of \(place) stands in several files",
        remedy: "name the file, as in \(first):12")
    case .noToken:
      return Message(
        what: written + "nothing that is compared stands at \(place)",
        remedy: "name the line alone, or a place in a word")
    }
  }
}
