/// Writes the part of the JSON that CollateX does not know: base text, entries, moves.
struct JSONApparatus {
  private let edition: Edition
  private let reading: ReadingText
  private let sigla: [String]
  /// The sigla as they are written, quotation marks and all.
  private let written: [[UInt8]]

  /// Puts the sigla into JSON once, since every reading names some; O(b) in their bytes.
  init(_ edition: Edition) {
    self.edition = edition
    reading = ReadingText(edition)
    sigla = edition.text.witnesses.map(\.source.witness.siglum)
    written = sigla.map { siglum in
      var out = Output()
      JSONText.string(siglum, into: &out)
      return out.bytes
    }
  }

  /// Writes the object; one entry and one move to a line.
  func write(into out: inout Output) {
    out.write("{\n\"version\":")
    JSONText.string(edition.version, into: &out)
    member("title", edition.title, into: &out)
    member("language", edition.language, into: &out)
    member("base", sigla.isEmpty ? nil : sigla[edition.base], into: &out)
    writeLeading(into: &out)
    out.write(",\n\"entries\":")
    JSONList.lines(edition.entries, into: &out, write: entry)
    out.write(",\n\"moves\":")
    JSONList.lines(edition.collation.moves, into: &out, write: move)
    out.write("}")
  }

  /// Writes a key with a string, where there is one.
  private func member(_ key: String, _ value: String?, into out: inout Output) {
    guard let value else { return }
    out.write(",\n\"\(key)\":")
    JSONText.string(value, into: &out)
  }

  /// Writes what stands before the first word of each witness, where any has something there.
  private func writeLeading(into out: inout Output) {
    let sources = edition.text.witnesses.map(\.source)
    guard sources.contains(where: { !$0.leading.isEmpty }) else { return }
    out.write(",\n\"leading\":")
    JSONList.lines(sources, into: &out) { source, out in
      JSONText.string(source.witness.text.bytes[source.leading], into: &out)
    }
  }

  /// Writes an entry with its readings.
  private func entry(_ entry: Entry, into out: inout Output) {
    out.write(fixed: "{\"number\":")
    out.write(number: entry.number)
    out.write(fixed: ",\"columns\":")
    JSONList.range(entry.columns, into: &out)
    variation(entry.variation, into: &out)
    if let partner = entry.partner {
      out.write(",\"partner\":\(edition.entries[partner].number)")
    }
    if let parent = entry.parent {
      out.write(",\"parent\":\(edition.entries[parent].number)")
    }
    out.write(fixed: entry.isShown ? ",\"shown\":true" : ",\"shown\":false")
    out.write(fixed: ",\"readings\":[")
    for (index, reading) in entry.readings.enumerated() {
      if index > 0 { out.write(",") }
      self.reading(reading, index: index, into: &out)
    }
    out.write("]")
    conjectures(entry, into: &out)
    out.write("}")
  }

  /// Writes readings that no witness has, where there are any.
  private func conjectures(_ entry: Entry, into out: inout Output) {
    guard !entry.conjectures.isEmpty else { return }
    out.write(",\"conjectures\":[")
    for (index, conjecture) in entry.conjectures.enumerated() {
      out.write(index > 0 ? ",{\"text\":" : "{\"text\":")
      JSONText.string(conjecture.text, into: &out)
      out.write(",\"scholars\":")
      JSONList.strings(conjecture.scholars.map(\.name), into: &out)
      out.write("}")
    }
    out.write("]")
  }

  /// Writes a reading; `agreesWith` is the place of the reading it is printed with, and is left out
  /// where that is the reading itself.
  private func reading(_ reading: Entry.Reading, index: Int, into out: inout Output) {
    out.write("{\"witnesses\":")
    list(reading.witnesses, into: &out)
    out.write(",\"text\":")
    let text = reading.witnesses.first.map { self.reading.bytes(of: $0, reading.tokens) }
    JSONText.string((text ?? [])[...], into: &out)
    if let variation = reading.variation { self.variation(variation, into: &out) }
    if reading.agreesWith != index { out.write(",\"agreesWith\":\(reading.agreesWith)") }
    out.write("}")
  }

  /// Writes the sigla of some witnesses.
  private func list(_ witnesses: [Int], into out: inout Output) {
    out.write("[")
    for (index, witness) in witnesses.enumerated() {
      if index > 0 { out.write(",") }
      out.write(written[witness][...])
    }
    out.write("]")
  }

  private func variation(_ variation: Variation, into out: inout Output) {
    out.write(fixed: ",\"class\":\"")
    out.write(variation.kind.rawValue)
    out.write(fixed: "\"")
    if let subkind = variation.subkind { out.write(",\"subclass\":\"\(subkind.rawValue)\"") }
  }

  private func move(_ move: Collation.Move, into out: inout Output) {
    out.write("{\"first\":")
    place(move.first, into: &out)
    out.write(",\"second\":")
    place(move.second, into: &out)
    out.write("}")
  }

  private func place(_ place: Collation.Place, into out: inout Output) {
    out.write("{\"columns\":")
    JSONList.range(place.columns, into: &out)
    out.write(",\"witnesses\":")
    list(place.witnesses, into: &out)
    out.write("}")
  }
}

/// Lists as the JSON writer sets them.
enum JSONList {
  /// Strings on one line.
  static func strings(_ strings: [String], into out: inout Output) {
    out.write("[")
    for (index, string) in strings.enumerated() {
      if index > 0 { out.write(",") }
      JSONText.string(string, into: &out)
    }
    out.write("]")
  }

  /// The first number of a range and the one behind its last.
  static func range(_ range: Range<Int>, into out: inout Output) {
    out.write(fixed: "[")
    out.write(number: range.lowerBound)
    out.write(fixed: ",")
    out.write(number: range.upperBound)
    out.write(fixed: "]")
  }

  /// Items one to a line.
  static func lines<Item>(
    _ items: [Item], into out: inout Output, write: (Item, inout Output) -> Void
  ) {
    out.write("[")
    for (index, item) in items.enumerated() {
      out.write(index == 0 ? "\n" : ",\n")
      write(item, &out)
    }
    out.write(items.isEmpty ? "]" : "\n]")
  }
}
