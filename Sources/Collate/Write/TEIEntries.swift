// Entries, in each of the ways that tie them to the text.
extension TEIBody {
  /// Writes an entry where its lemma begins, and the lemma with it.
  mutating func writeEntry(_ index: Int, _ scope: Scope) {
    switch form.method {
    case .parallelSegmentation: writeSegment(index, scope)
    case .doubleEndPoint: writeBetweenAnchors(index, scope)
    case .locationReferenced: return
    }
    isBehindEntry = true
  }

  /// `place` is the number of the paragraph, and `attributes` what else ties the entry to the text.
  private mutating func writeTag(of index: Int, place: Int, _ attributes: String = "") {
    let entry = edition.entries[index]
    out.write(fixed: "<app xml:id=\"app")
    out.write(number: entry.number)
    out.write(fixed: "\" n=\"")
    out.write(number: entry.number)
    out.write(fixed: "\" loc=\"")
    out.write(number: place)
    out.write(fixed: "\"")
    out.write(attributes)
    form.write(attributesOfEntry: entry.variation, into: &out)
    if let partner = entry.partner {
      out.write(" exclude=\"#app\(edition.entries[partner].number)\"")
    }
    out.write(">")
  }

  private func name(_ number: Int) -> String {
    number == 0 && form.profile == .lemma ? "lem" : "rdg"
  }

  /// Writes the start of a reading's tag, without the sign that ends it.
  private mutating func beginReading(_ number: Int, of index: Int) {
    let entry = edition.entries[index]
    let reading = entry.readings[number]
    out.write(fixed: "<")
    out.write(name(number))
    out.write(fixed: " xml:id=\"app")
    out.write(number: entry.number)
    out.write(fixed: "-")
    out.write(number: number + 1)
    out.write(fixed: "\" wit=\"")
    ids.write(pointers: reading.witnesses, into: &out)
    out.write(fixed: "\"")
    out.write(scholars.source(reading.scholars))
    form.write(attributesOfReading: number == 0 ? nil : reading.variation, into: &out)
  }

  private mutating func endReading(_ number: Int) {
    out.write(fixed: "</")
    out.write(name(number))
    out.write(fixed: ">")
  }

  // MARK: Parallel segmentation

  /// Writes an entry with all readings in the place of its lemma.
  private mutating func writeSegment(_ index: Int, _ scope: Scope) {
    let entry = edition.entries[index]
    writeSharedBreak(scope)
    let plan = plan(for: entry, scope)
    if !plan.leadsIn { writePending(scope) }
    if plan.isBlock {
      endParagraph(part: .initial)
    } else {
      openParagraph(scope)
    }
    closeSupplied()
    closeMarkup()
    writeTag(of: index, place: max(paragraph.number, 1))
    for number in entry.readings.indices { writeReading(number, of: index, plan, scope) }
    writeConjectures(of: index)
    out.write("</app>")
  }

  /// Writes a reading with the text that its witnesses have.
  private mutating func writeReading(
    _ number: Int, of index: Int, _ plan: EntryPlan, _ outer: Scope
  ) {
    let reading = edition.entries[index].readings[number]
    let holdsBase = reading.witnesses.contains(outer.lead)
    beginReading(number, of: index)
    guard !reading.tokens.isEmpty else { return out.write("/>") }
    out.write(">")
    let scope = Scope(
      witnesses: reading.witnesses, lead: holdsBase ? outer.lead : reading.witnesses[0],
      mayBreak: plan.isBlock && holdsBase)
    if plan.isBlock { beginBlock(holdsBase, plan) }
    writeContent(of: index, scope, plan)
    if plan.isBlock { endBlock(holdsBase, plan, at: edition.entries[index].columns.upperBound) }
    endReading(number)
  }

  /// Writes the words of one reading, with or without what stands before and after them.
  private mutating func writeContent(of index: Int, _ scope: Scope, _ plan: EntryPlan) {
    let inner = innerEntries[index].filter { child in
      edition.entries[child].readings.contains { $0.witnesses.contains(scope.lead) }
    }
    isBehindEntry = false
    walk(to: edition.entries[index].columns.upperBound, entries: inner, scope: scope)
    if plan.trailsInside { writePending(scope) }
    closeSupplied()
    closeMarkup()
  }

  // MARK: Double end-point

  /// Writes the lemma between two anchors, as text of the witnesses that have it, and the entry at
  /// its end or apart from it.
  private mutating func writeBetweenAnchors(_ index: Int, _ scope: Scope) {
    let entry = edition.entries[index]
    writeSharedBreak(scope)
    let plan = planBetweenAnchors(for: entry, scope)
    if !plan.leadsIn { writePending(scope) }
    openParagraph(scope)
    closeSupplied()
    closeMarkup()
    let place = max(paragraph.number, 1)
    out.write("<anchor xml:id=\"app\(entry.number)-from\"/>")
    let lemma = entry.readings.firstIndex { $0.witnesses.contains(scope.lead) } ?? 0
    if !entry.readings[lemma].tokens.isEmpty {
      let witnesses = entry.readings[lemma].witnesses
      writeContent(
        of: index, Scope(witnesses: witnesses, lead: scope.lead, mayBreak: scope.mayBreak), plan)
      openParagraph(scope)
    }
    let attributes = writeEndAnchor(of: entry)
    writeApart(index) { body in
      body.writeTag(of: index, place: place, attributes)
      for number in entry.readings.indices {
        if number == lemma {
          body.writeWords(number, of: index)
        } else {
          body.writeReading(number, of: index, plan, scope)
        }
      }
      body.writeConjectures(of: index)
      body.out.write("</app>")
    }
  }

  /// Writes the anchor behind a lemma, which an entry apart from the text needs; the attributes
  /// that point to its anchors.
  private mutating func writeEndAnchor(of entry: Entry) -> String {
    let start = " from=\"#app\(entry.number)-from\""
    guard form.location == .external else { return start }
    out.write("<anchor xml:id=\"app\(entry.number)-to\"/>")
    return start + " to=\"#app\(entry.number)-to\""
  }

  /// The plan for a lemma that is not cut out of the text: paragraphs may begin and end inside it.
  private func planBetweenAnchors(for entry: Entry, _ scope: Scope) -> EntryPlan {
    var plan = plan(for: entry, scope)
    guard plan.isBlock else { return plan }
    plan.isBlock = false
    plan.leadsIn = false
    plan.trailsInside = !endsWithBreak(entry, scope)
    return plan
  }

  /// Writes an entry here, or keeps it for the list of entries apart from the text.
  private mutating func writeApart(_ index: Int, _ write: (inout Self) -> Void) {
    guard form.location == .external else { return write(&self) }
    let text = out
    out = Output()
    write(&self)
    apart.append((index, out.bytes))
    out = text
  }

  /// Writes a reading by its words alone, since its text stands elsewhere.
  private mutating func writeWords(_ number: Int, of index: Int) {
    let reading = edition.entries[index].readings[number]
    beginReading(number, of: index)
    guard !reading.tokens.isEmpty else { return out.write("/>") }
    out.write(">")
    let source = edition.text.witnesses[reading.witnesses[0]].source
    let tokens = source.tokens[reading.tokens]
    for (token, next) in zip(tokens, tokens.dropFirst().map(Optional.some) + [nil]) {
      out.write(escaped: source.witness.text.bytes[token.written])
      if next != nil, !token.trailing.isEmpty { out.write(" ") }
    }
    endReading(number)
  }

  // MARK: Location-referenced

  /// Writes the base text alone, and each entry behind its lemma or apart from the text.
  mutating func writeLocated() {
    let scope = Scope(witnesses: [edition.base], lead: edition.base, mayBreak: true)
    let order = edition.entries.indices.sorted { a, b in
      let (x, y) = (edition.entries[a].columns, edition.entries[b].columns)
      return (x.upperBound, y.lowerBound, a) < (y.upperBound, x.lowerBound, b)
    }
    for index in order {
      walk(to: edition.entries[index].columns.lowerBound, entries: [], scope: scope)
      if !paragraph.isOpen { writePending(scope) }
      openParagraph(scope)
      let place = max(paragraph.number, 1)
      walk(to: edition.entries[index].columns.upperBound, entries: [], scope: scope)
      openParagraph(scope)
      closeSupplied()
      closeMarkup()
      writeApart(index) { body in
        body.writeTag(of: index, place: place)
        for number in body.edition.entries[index].readings.indices {
          body.writeWords(number, of: index)
        }
        body.writeConjectures(of: index)
        body.out.write("</app>")
      }
    }
    walk(to: edition.collation.columnCount, entries: [], scope: scope)
    writePending(scope, isEnd: true)
  }
}
