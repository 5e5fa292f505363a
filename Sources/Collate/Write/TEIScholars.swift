/// Those who read what no witness has, with the ids that readings name them by: `scholar-1`, …
struct TEIScholars {
  private let all: [Scholar]
  private var numbers: [String: Int] = [:]

  /// In the order in which the entries name them.
  init(_ edition: Edition) {
    var all: [Scholar] = []
    for entry in edition.entries {
      for scholar in entry.readings.flatMap(\.scholars) + entry.conjectures.flatMap(\.scholars)
      where numbers[scholar.name] == nil {
        all.append(scholar)
        numbers[scholar.name] = all.count
      }
    }
    self.all = all
  }

  /// `@source` for a reading; nothing where it names nobody.
  func source(_ scholars: [Scholar]) -> String {
    let pointers = scholars.compactMap { numbers[$0.name] }.map { "#scholar-\($0)" }
    return pointers.isEmpty ? "" : " source=\"\(pointers.joined(separator: " "))\""
  }

  /// Writes the list that the pointers lead to, where there are any.
  func write(into out: inout Output) {
    guard !all.isEmpty else { return }
    out.write("<listBibl>\n")
    for (index, scholar) in all.enumerated() {
      out.write("<bibl xml:id=\"scholar-\(index + 1)\"")
      out.write("><abbr type=\"siglum\">\(TEIEscape.plain(scholar.name))</abbr>")
      if let about = scholar.about { out.write(" <note>\(TEIEscape.plain(about))</note>") }
      out.write("</bibl>\n")
    }
    out.write("</listBibl>\n")
  }
}

// Readings that no witness has.
extension TEIBody {
  /// Writes the conjectures of an entry behind its readings.
  mutating func writeConjectures(of index: Int) {
    let entry = edition.entries[index]
    for (number, conjecture) in entry.conjectures.enumerated() {
      let id = "app\(entry.number)-\(entry.readings.count + number + 1)"
      out.write("<rdg xml:id=\"\(id)\"\(scholars.source(conjecture.scholars))")
      if let type = conjecture.type { out.write(" type=\"\(TEIEscape.plain(type))\"") }
      if let cert = conjecture.certainty { out.write(" cert=\"\(TEIEscape.plain(cert))\"") }
      out.write(
        conjecture.text.isEmpty ? "/>" : ">\(TEIEscape.plain(conjecture.text))</rdg>")
    }
  }
}
