/// A `supplied` element that is open.
struct TEISuppliedState {
  /// Where in the output its start tag ends.
  var tagEnd: Int
  /// Whether its opening bracket stands elsewhere.
  var lacksOpening: Bool
}

/// Words: text, with the editor's brackets as `supplied`, `<…>` as `gap`, `[?]` as `unclear`.
///
/// A bracket that closes in another reading or paragraph than it opens in is given as several
/// `supplied`, whose `@rend` says which bracket is not theirs: `no-open`, `no-close`.
extension TEIBody {
  /// Writes a token with the markup and the brackets at it.
  mutating func writeToken(_ token: Token, _ scope: Scope) {
    if token.kind == .gap { return writeGap(token.written, scope.lead) }
    let marks = brackets(in: token.written, of: scope.lead)
    beginToken(token, marks, scope)
    let unclear = takeUncertain(scope, isSafe: supplied == nil && marks.balance == 0)
    if let unclear {
      closeMarkup()
      out.write("<unclear n=\"\(TEIEscape.attribute(unclear))\">")
    }
    var at = token.written.lowerBound
    for mark in marks {
      writeMarkedUp(at..<mark.range.lowerBound, of: scope.lead)
      if mark.kind == .suppliedOpen {
        openSupplied(lacksOpening: false, at: mark.range.lowerBound, of: scope.lead)
      } else {
        endSupplied()
      }
      at = mark.range.upperBound
    }
    writeMarkedUp(at..<token.written.upperBound, of: scope.lead)
    if unclear != nil {
      closeMarkup()
      out.write("</unclear>")
    }
  }

  /// Writes a gap, with what the input says of it.
  private mutating func writeGap(_ range: Range<Int>, _ witness: Int) {
    let bytes = edition.text.witnesses[witness].source.witness.text.bytes[range]
    let written = String(decoding: bytes, as: UTF8.self)
    openMarkup(at: range.lowerBound, of: witness)
    let attributes = attributes(
      at: range.lowerBound, of: witness, elements: ["gap", "space"],
      otherwise: " reason=\"editorial\"")
    let n = written == "<…>" ? "" : " n=\"\(TEIEscape.attribute(written))\""
    out.write("<gap\(attributes)\(n)/>")
    closeMarkup(before: range.upperBound)
  }

  private func brackets(in range: Range<Int>, of witness: Int) -> ArraySlice<Mark> {
    if edition.text.witnesses[witness].source.witness.text.marks.isEmpty { return [] }
    let text = edition.text.witnesses[witness].source.witness.text
    let first = text.firstMark(from: range.lowerBound)
    var end = first
    while end < text.marks.count, text.marks[end].range.lowerBound < range.upperBound { end += 1 }
    return text.marks[first..<end]
  }

  /// Opens or closes `supplied` where the brackets stand in other readings.
  private mutating func beginToken(
    _ token: Token, _ marks: ArraySlice<Mark>, _ scope: Scope
  ) {
    let isInside =
      token.isSupplied && marks.first.map { $0.kind == .suppliedClose } ?? isSuppliedInAll(scope)
    if isInside, supplied == nil {
      openSupplied(lacksOpening: true, at: token.written.lowerBound, of: scope.lead)
    }
    if !isInside { closeSupplied() }
  }

  /// Whether the editor supplied the word just stepped over in all witnesses in scope.
  private func isSuppliedInAll(_ scope: Scope) -> Bool {
    scope.witnesses.allSatisfy { witness in
      edition.text.witnesses[witness].source.tokens[next[witness] - 1].isSupplied
    }
  }

  /// The element has the attributes that the input gives it where the bracket stands at `offset` of
  /// a witness.
  private mutating func openSupplied(lacksOpening: Bool, at offset: Int, of witness: Int) {
    closeSupplied()
    closeMarkup()
    let attributes = attributes(
      at: offset, of: witness, elements: ["supplied"],
      otherwise: " reason=\"omitted-in-original\"")
    out.write("<supplied\(attributes)")
    supplied = TEISuppliedState(tagEnd: out.bytes.count, lacksOpening: lacksOpening)
    out.write(">")
  }

  private mutating func beginLackingSupplied() {
    closeMarkup()
    out.write("<supplied reason=\"omitted-in-original\"")
    supplied = TEISuppliedState(tagEnd: out.bytes.count, lacksOpening: true)
    out.write(">")
  }

  /// Closes `supplied` at its closing bracket; the outer bracket of two has one to itself.
  private mutating func endSupplied() {
    if supplied == nil { beginLackingSupplied() }
    guard let open = supplied else { return }
    closeMarkup()
    if open.lacksOpening { out.insert(" rend=\"no-open\"", at: open.tagEnd) }
    out.write("</supplied>")
    supplied = nil
  }

  /// Closes `supplied`, if it is open, before its bracket has come.
  mutating func closeSupplied() {
    guard let open = supplied else { return }
    closeMarkup()
    let rend = open.lacksOpening ? "no-open no-close" : "no-close"
    out.insert(" rend=\"\(rend)\"", at: open.tagEnd)
    out.write("</supplied>")
    supplied = nil
  }

  /// Takes `[?]` from what follows the word in all witnesses in scope.
  private mutating func takeUncertain(_ scope: Scope, isSafe: Bool) -> String? {
    let lead = pending[scope.lead]
    guard isSafe, !lead.isEmpty, [0x5B, 0x28].contains(bytes[scope.lead][lead.lowerBound]) else {
      return nil
    }
    let text = edition.text.witnesses[scope.lead].source.witness.text
    guard
      case .mark(let mark)? = BetweenPiece.pieces(of: lead, in: text).first,
      mark.kind == .uncertain,
      scope.witnesses.allSatisfy({ isSame(pending[$0], $0, lead, scope.lead) && hasUncertain($0) })
    else { return nil }
    for witness in scope.witnesses {
      pending[witness] =
        (pending[witness].lowerBound + mark.range.count)..<pending[witness].upperBound
    }
    return String(decoding: text.bytes[mark.range], as: UTF8.self)
  }

  private func hasUncertain(_ witness: Int) -> Bool {
    let text = edition.text.witnesses[witness].source.witness.text
    let index = text.firstMark(from: pending[witness].lowerBound)
    return index < text.marks.count && text.marks[index].kind == .uncertain
      && text.marks[index].range.lowerBound == pending[witness].lowerBound
  }
}

extension ArraySlice<Mark> {
  /// Opening less closing brackets.
  fileprivate var balance: Int {
    reduce(0) { $0 + ($1.kind == .suppliedOpen ? 1 : $1.kind == .suppliedClose ? -1 : 0) }
  }
}
