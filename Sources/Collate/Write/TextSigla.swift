/// The list of sigla: what each witness is and where it is kept.
struct TextSigla {
  private let witnesses: [Witness]
  private let base: Int

  init(_ edition: Edition) {
    witnesses = edition.text.witnesses.map(\.source.witness)
    base = edition.base
  }

  /// Widest siglum that has its description beside it; under a wider one it begins after two
  /// blanks.
  private static let widestMargin = 12

  /// Writes a witness to a line; where nothing is known of any, all sigla one after the other.
  func write(width: Int, color: Bool, into out: inout Output) {
    let descriptions = witnesses.map { Self.description($0.description) }
    guard descriptions.contains(where: { !$0.isEmpty }) else {
      return writeBare(width: width, color: color, into: &out)
    }
    let widest = witnesses.reduce(1) { max($0, TextWidth.columns(of: $1.siglum)) }
    let indent = min(widest, Self.widestMargin, width / 4) + 3
    for (index, description) in descriptions.enumerated() {
      var folding = TextFolding(width: width, indent: indent, hasColor: color)
      folding.begin(label: witnesses[index].siglum)
      folding.words(description)
      if index == base { folding.mark(isSetOff: !description.isEmpty) }
      folding.end()
      out.write(folding.bytes[...])
    }
  }

  /// Writes the sigla alone, on as few lines as they need.
  private func writeBare(width: Int, color: Bool, into out: inout Output) {
    var folding = TextFolding(width: width, indent: 0, hasColor: color)
    for (index, witness) in witnesses.enumerated() {
      folding.append(witness.siglum, .sigla)
      if index == base { folding.append(" (base)") }
      if index + 1 < witnesses.count { folding.append(",") }
      folding.blank()
    }
    folding.end()
    out.write(folding.bytes[...])
  }

  /// Holdings and dating in a line of prose; the title where no holding is known.
  static func description(_ description: WitnessDescription) -> String {
    let holdings = description.holdings.map(Self.holding).filter { !$0.isEmpty }
    var sentences: [String] = []
    if holdings.isEmpty, let title = description.title { sentences.append(title) }
    if !holdings.isEmpty {
      sentences.append(holdings.map(withoutFullStop).joined(separator: "; "))
    }
    if let dating = description.dating ?? description.date {
      sentences.append(withoutNoteMark(dating))
    }
    return sentences.map(withFullStop).joined(separator: " ")
  }

  /// `RGASPI, f. 64, op. 1, d. 17, pp. 56–63. Telegraph tape.`
  private static func holding(_ holding: Holding) -> String {
    let place = [holding.settlement, holding.repository, holding.shelfmark, holding.locus]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    return [place, holding.form ?? ""].filter { !$0.isEmpty }.map(withFullStop)
      .joined(separator: " ")
  }

  /// A dating without the mark of a note, which is not printed here.
  private static func withoutNoteMark(_ text: String) -> String {
    String(text.reversed().drop { $0 == "*" }.reversed())
  }

  private static func withFullStop(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return text + "."
  }

  private static func withoutFullStop(_ text: String) -> String {
    text.last == "." ? String(text.dropLast()) : text
  }
}

extension TextFolding {
  /// Says of a witness that it is the base text, two blanks after its description.
  fileprivate mutating func mark(isSetOff: Bool) {
    if isSetOff { blank() }
    append(isSetOff ? " (base)" : "(base)")
  }
}
