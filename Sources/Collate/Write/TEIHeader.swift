/// The header of an edition in TEI: what it is, its witnesses, how it was made.
struct TEIHeader {
  let edition: Edition
  let ids: TEIIdentifiers
  let form: TEIForm

  /// Writes the header.
  func write(into out: inout Output) {
    out.write("<teiHeader>\n<fileDesc>\n")
    out.write("<titleStmt><title>\(TEIEscape.plain(title))</title></titleStmt>\n")
    out.write("<publicationStmt><p>Collation made by machine; not published.</p>")
    out.write("</publicationStmt>\n<sourceDesc>\n<listWit>\n")
    for index in ids.ids.indices { writeWitness(index, into: &out) }
    out.write("</listWit>\n")
    TEIScholars(edition).write(into: &out)
    out.write("</sourceDesc>\n</fileDesc>\n<encodingDesc>\n")
    writeEncoding(into: &out)
    out.write("</encodingDesc>\n</teiHeader>\n")
  }

  private var title: String {
    let sigla = edition.text.witnesses.map(\.source.witness.siglum)
    return edition.title ?? OwnFile.title(ofUntitled: sigla)
  }

  // MARK: Witnesses

  /// Writes what is known of a witness.
  private func writeWitness(_ index: Int, into out: inout Output) {
    let witness = edition.text.witnesses[index].source.witness
    out.write("<witness xml:id=\"\(ids.ids[index])\"\(hand(witness))>")
    out.write("<abbr type=\"siglum\">\(TEIEscape.plain(witness.siglum))</abbr>")
    writeDescription(witness.description, into: &out)
    for field in witness.description.others {
      out.write("<note type=\"\(TEIEscape.name(field.name))\">")
      out.write("\(TEIEscape.plain(field.value))</note>")
    }
    let head = witness.text.bytes[..<witness.text.body.lowerBound]
    if !head.isEmpty {
      out.write("<note type=\"front-matter\" xml:space=\"preserve\">")
      out.write(escaped: head)
      out.write("</note>")
    }
    out.write("</witness>\n")
  }

  /// The pointer of a hand to its manuscript.
  private func hand(_ witness: Witness) -> String {
    guard let manuscript = witness.manuscript,
      let outer = edition.text.witnesses.firstIndex(where: {
        $0.source.witness.siglum == manuscript
      })
    else { return "" }
    return " corresp=\"\(ids.pointers([outer]))\""
  }

  /// One `msDesc` for each copy that names a place; a `bibl` where none does.
  private func writeDescription(_ description: WitnessDescription, into out: inout Output) {
    let kept = description.holdings.filter(\.isIdentified)
    for holding in kept { writeManuscript(holding, description, into: &out) }
    guard kept.isEmpty else { return }
    let facts = element("title", description.title) + date(description)
    let forms = description.holdings.map { element("note", $0.form, " type=\"form\"") }.joined()
    if !(facts + forms).isEmpty { out.write("<bibl>\(facts)\(forms)</bibl>") }
  }

  /// Writes one of the copies of a witness.
  private func writeManuscript(
    _ holding: Holding, _ description: WitnessDescription, into out: inout Output
  ) {
    let place =
      element("settlement", holding.settlement) + element("repository", holding.repository)
      + element("idno", holding.shelfmark, " type=\"shelfmark\"")
    let item = element("locus", holding.locus) + element("title", description.title)
    out.write("<msDesc><msIdentifier>\(place)</msIdentifier>")
    if !item.isEmpty { out.write("<msContents><msItem>\(item)</msItem></msContents>") }
    if let form = holding.form {
      out.write("<physDesc><objectDesc>\(element("p", form))</objectDesc></physDesc>")
    }
    let made = date(description, name: "origDate")
    if !made.isEmpty { out.write("<history><origin>\(made)</origin></history>") }
    out.write("</msDesc>")
  }

  /// The date by the calendar in attributes, in the words of the document as text.
  private func date(_ description: WitnessDescription, name: String = "date") -> String {
    let attributes = description.date.map(Self.calendarAttributes) ?? ""
    return element(name, description.dating ?? description.date, attributes)
  }

  /// Attributes for a date in ISO 8601: `1920-07-07`; `1920-07-07/..`, not before; `../1920-07`,
  /// not after; `1920/1921`, between. Empty for anything else.
  static func calendarAttributes(_ date: String) -> String {
    if isCalendarDate(date) { return " when=\"\(date)\"" }
    guard isDateInterval(date) else { return "" }
    let ends = date.split(separator: "/").map(String.init)
    let names = ["notBefore", "notAfter"]
    return zip(names, ends).map { $1 == ".." ? "" : " \($0)=\"\($1)\"" }.joined()
  }

  private func element(_ name: String, _ text: String?, _ attributes: String = "") -> String {
    text.map { "<\(name)\(attributes)>\(TEIEscape.plain($0))</\(name)>" } ?? ""
  }

  // MARK: How it was made

  /// Writes by what method the apparatus is made, and what was done to the text.
  private func writeEncoding(into out: inout Output) {
    out.write(
      """
      <variantEncoding method="\(form.method.rawValue)" location="\(form.location.rawValue)"/>
      <editorialDecl>
      <normalization method="silent"><p>Only for comparison were case and diacritics folded and \
      the marks of the transcripts taken off. Readings are written as the witnesses have \
      them.</p></normalization>
      <interpretation><p>Positive apparatus: each reading names all of its witnesses; \
      \(lemma) \(classes) Places of one transposition name each other in @exclude. \
      \(between)</p></interpretation>
      </editorialDecl>

      """)
    if form.classPlace == .ana { writeClasses(into: &out) }
    writeCharacters(into: &out)
    out.write("<appInfo><application ident=\"collate\" version=\"\(edition.version)\">")
    out.write("<label>collate</label></application></appInfo>\n")
  }

  private var lemma: String {
    let base = TEIEscape.plain(base)
    return switch form.profile {
    case .lemma: "the lemma is the reading of the base text, \(base)."
    case .readings: "the reading of the base text, \(base), stands first."
    }
  }

  private var classes: String {
    let place =
      switch form.classPlace {
      case .app: "The class of an entry stands on app/@type"
      case .rdg: "The class of a reading, against the lemma, stands on rdg/@type"
      case .ana: "The class of an entry stands on app/@ana, that of a reading on rdg/@ana"
      }
    return place + ": numeral, name, negation, substantive, omission, addition, transposition, "
      + "orthographic, division, case, punctuation, editorial or lacuna."
  }

  private var between: String {
    guard form.isLossless else {
      return "The text is that of the base text alone; @loc is the number of its paragraph."
    }
    return "White space and marks that stand between words in single "
      + "witnesses are given by milestone: @edRef names the witnesses, @n says what they have there, "
      + "\\n for a line end, \\s for a blank."
  }

  /// The classes as categories that `@ana` points to.
  private func writeClasses(into out: inout Output) {
    out.write("<classDecl><taxonomy>")
    for kind in VariationClass.allCases {
      out.write("<category xml:id=\"\(TEINotation.classPrefix)\(kind.rawValue)\">")
      out.write("<catDesc>\(kind.rawValue)</catDesc></category>")
    }
    out.write("</taxonomy></classDecl>\n")
  }

  private var base: String { edition.text.witnesses[edition.base].source.witness.siglum }

  /// Declares the characters of the witnesses that XML cannot hold.
  private func writeCharacters(into out: inout Output) {
    var found: Set<UInt32> = []
    for witness in edition.text.witnesses {
      found.formUnion(TEIEscape.unwritable(in: witness.source.witness.text.bytes))
    }
    guard !found.isEmpty else { return }
    out.write("<charDecl>")
    for scalar in found.sorted() {
      let hex = String(scalar, radix: 16, uppercase: true)
      out.write("<char xml:id=\"\(TEINotation.characterID(scalar))\">")
      out.write("<localProp name=\"code-point\" value=\"\(hex)\"/></char>")
    }
    out.write("</charDecl>\n")
  }
}

extension Holding {
  /// Whether it says where the copy is.
  fileprivate var isIdentified: Bool {
    settlement != nil || repository != nil || shelfmark != nil
  }
}
