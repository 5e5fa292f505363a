/// What stands between the words: white space, note marks, speakers, notes.
///
/// Where all witnesses in scope have the same, it is written as it is: white space as text, a
/// paragraph break of the base text as the border of two `p`. Where they differ, the lead's white
/// space is written and the others are spoken of by `milestone` with `@edRef`: its `@n` is what
/// that witness has between these two words. So a reader of the plain text sees the base text's
/// spacing, and each witness can be given back exactly. Where white space is said by `milestone`
/// alone, a blank follows it, which counts for none of those spoken of: most readers pass over
/// milestones, and two words would grow together before their eyes.
extension TEIBody {
  /// Writes what stands between the last and the next word of the witnesses in scope.
  mutating func writePending(_ scope: Scope, isEnd: Bool = false) {
    guard scope.witnesses.contains(where: { !pending[$0].isEmpty }) else { return }
    if isOneBlank(scope) {
      openParagraph(scope)
      return out.write(" ")
    }
    closeMarkup()
    if !isEnd { writeSharedBreak(scope) }
    openParagraph(scope)
    let pieces = BetweenPiece.pieces(of: pending[scope.lead], in: text(scope.lead))
    let mayBreak = scope.mayBreak && !isEnd && !endsSource(scope.lead)
    let apart = scope.witnesses.filter { witness in
      !isSame(pending[witness], witness, pending[scope.lead], scope.lead)
        || (mayBreak && endsSource(witness))
    }
    if apart.isEmpty {
      writeCommon(pieces, scope, mayBreak, isEnd)
    } else {
      writeApart(pieces, scope, mayBreak, isEnd)
    }
    for witness in scope.witnesses { pending[witness] = 0..<0 }
  }

  /// Ends the paragraph where all witnesses in scope have the usual break and at least one has more
  /// after it, the name of a speaker perhaps; what comes after stays pending.
  mutating func writeSharedBreak(_ scope: Scope) {
    let count = usualBreak.count
    let shares =
      scope.mayBreak && paragraph.isOpen
      && scope.witnesses.allSatisfy { witness in
        let range = pending[witness]
        let space = BetweenPiece.pieces(of: range, in: text(witness)).first?.space
        return space?.count == count && range.upperBound < text(witness).bytes.count
          && text(witness).bytes[range.lowerBound..<range.lowerBound + count].elementsEqual(
            usualBreak)
          && breaks[witness].isBreak(range.lowerBound..<range.lowerBound + count)
      }
    guard shares, scope.witnesses.contains(where: { pending[$0].count > count }),
      !scope.witnesses.contains(where: { holdsBreak(pending[$0].dropFirst(count), $0) })
    else { return }
    endParagraph(part: .none)
    for witness in scope.witnesses { pending[witness] = pending[witness].dropFirst(count) }
  }

  /// Whether one blank stands in all witnesses in scope, as nearly everywhere; it is taken.
  private mutating func isOneBlank(_ scope: Scope) -> Bool {
    for witness in scope.witnesses {
      let range = pending[witness]
      guard range.count == 1, bytes[witness][range.lowerBound] == 0x20 else { return false }
    }
    if !scope.witnesses.allSatisfy({ !endsSource($0) }) { return false }
    for witness in scope.witnesses { pending[witness] = 0..<0 }
    return true
  }

  private func text(_ witness: Int) -> SourceText {
    edition.text.witnesses[witness].source.witness.text
  }

  /// Whether what is pending ends the witness.
  private func endsSource(_ witness: Int) -> Bool {
    !pending[witness].isEmpty && pending[witness].upperBound == bytes[witness].count
  }

  // MARK: The same in all witnesses

  /// Writes what stands between two tokens where all witnesses have the same.
  private mutating func writeCommon(
    _ pieces: [BetweenPiece], _ scope: Scope, _ mayBreak: Bool, _ isEnd: Bool
  ) {
    let lead = scope.lead
    let breakAt = mayBreak ? breakIndex(pieces, lead) : nil
    let isSpelledOut = pieces.enumerated().contains { index, piece in
      piece.space.map { mustSpellOut($0, lead, isBreak: index == breakAt, scope) } ?? false
    }
    for (index, piece) in pieces.enumerated() {
      openParagraph(scope)
      switch piece {
      case .mark(let mark): writeMark(mark, lead, of: scope.witnesses, isApart: false)
      case .space(let range):
        if isSpelledOut {
          writeSpaceItem(range, lead, apart: nil)
        } else if index != breakAt {
          out.write(escaped: text(lead).bytes[range])
        }
        if index == breakAt { endParagraph(part: .none) }
      }
    }
    if isSpelledOut, breakAt == nil, !isEnd { out.write(" ") }
  }

  /// Index of the piece at which the paragraph ends: the last break, if anything stands before it.
  private func breakIndex(_ pieces: [BetweenPiece], _ lead: Int) -> Int? {
    let index = pieces.lastIndex { piece in
      piece.space.map { breaks[lead].isBreak($0) } ?? false
    }
    return index == 0 && next[lead] == 0 ? nil : index
  }

  /// Whether white space cannot stand as text or as the border of paragraphs.
  private func mustSpellOut(_ range: Range<Int>, _ lead: Int, isBreak: Bool, _ scope: Scope) -> Bool
  {
    let bytes = text(lead).bytes[range]
    if isBreak { return !usualBreak.elementsEqual(bytes) }
    return !Self.isPlainSpace(bytes) || (!scope.mayBreak && breaks[lead].isBreak(range))
  }

  /// Whether white space can stand in XML text: blank, tab, line ends, no-break space.
  static func isPlainSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    return bytes.allSatisfy { byte in
      defer { previous = byte }
      return [0x20, 0x09, 0x0A, 0x0D, 0xC2].contains(byte) || (byte == 0xA0 && previous == 0xC2)
    }
  }

  // MARK: Different in some

  /// Writes what stands between two tokens, for each group of witnesses that has the same.
  private mutating func writeApart(
    _ pieces: [BetweenPiece], _ scope: Scope, _ mayBreak: Bool, _ isEnd: Bool
  ) {
    let lead = scope.lead
    let plain = plainSpace(pieces, lead)
    for group in groups(scope.witnesses, unlike: plain, lead, mayBreak) {
      writeItems(of: group, plain: text(lead).bytes[plain])
    }
    let bytes = text(lead).bytes[plain]
    let isBreak = mayBreak && breaks[lead].isBreak(plain) && next[lead] > 0
    if !plain.isEmpty, mustSpellOut(plain, lead, isBreak: isBreak, scope) {
      writeSpaceItem(plain, lead, apart: nil)
      if !isBreak, !isEnd { out.write(" ") }
    } else if !isBreak {
      out.write(escaped: bytes)
    }
    if plain.isEmpty, !isEnd { writeBlankForOthers(scope) }
    if isBreak { endParagraph(part: .none) }
  }

  /// Writes a blank where the lead has no white space and a word of another witness would grow
  /// together with the one before it; of those that have none, it says so first.
  private mutating func writeBlankForOthers(_ scope: Scope) {
    let needsBlank = scope.witnesses.contains { witness in
      let bytes = text(witness).bytes
      let end = pending[witness].upperBound
      return hasSpace(witness) && end < bytes.count && Self.mayBeginWord(bytes[end])
    }
    guard needsBlank else { return }
    let others = scope.witnesses.filter { !hasSpace($0) }
    if let other = others.first { writeSpaceItem(0..<0, other, apart: ids.pointers(others)) }
    out.write(" ")
  }

  private func hasSpace(_ witness: Int) -> Bool {
    BetweenPiece.pieces(of: pending[witness], in: text(witness)).contains { $0.space != nil }
  }

  /// Whether a byte is an ASCII letter or digit or part of a longer character.
  private static func mayBeginWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// The white space that is written as text: the lead's only one, else its break, else its last.
  private func plainSpace(_ pieces: [BetweenPiece], _ lead: Int) -> Range<Int> {
    let spaces = pieces.compactMap(\.space)
    let last = spaces.last { breaks[lead].isBreak($0) }
    return last ?? pieces.last?.space ?? 0..<0
  }

  /// Witnesses that have something other than the plain white space, those with the same together.
  private func groups(
    _ witnesses: [Int], unlike plain: Range<Int>, _ lead: Int, _ mayBreak: Bool
  ) -> [[Int]] {
    var groups: [[Int]] = []
    var indices: [ArraySlice<UInt8>: Int] = [:]
    for witness in witnesses {
      let isEnd = mayBreak && endsSource(witness)
      if isSame(pending[witness], witness, plain, lead), !isEnd { continue }
      let bytes = text(witness).bytes[pending[witness]]
      if let index = indices[bytes], sameMarks(groups[index][0], witness) {
        groups[index].append(witness)
      } else {
        indices[bytes] = groups.count
        groups.append([witness])
      }
    }
    return groups
  }

  /// Whether the pieces of two witnesses with the same bytes are of the same kinds.
  private func sameMarks(_ a: Int, _ b: Int) -> Bool {
    func kinds(_ witness: Int) -> [Mark.Kind?] {
      BetweenPiece.pieces(of: pending[witness], in: text(witness)).map { piece in
        if case .mark(let mark) = piece { mark.kind } else { nil }
      }
    }
    return kinds(a) == kinds(b)
  }

  /// Says what the witnesses of a group have here; white space that equals the plain one at the end
  /// is left to it, unless it ends the witness.
  private mutating func writeItems(of group: [Int], plain: ArraySlice<UInt8>) {
    let witness = group[0]
    let pointers = ids.pointers(group)
    var pieces = BetweenPiece.pieces(of: pending[witness], in: text(witness))
    let spaces = pieces.compactMap(\.space)
    let isLeftToPlain =
      spaces.count == 1 && pieces.last?.space == spaces[0] && !endsSource(witness)
      && text(witness).bytes[spaces[0]].elementsEqual(plain)
    if isLeftToPlain { pieces.removeLast() }
    for piece in pieces {
      switch piece {
      case .mark(let mark): writeMark(mark, witness, of: group, isApart: true)
      case .space(let range): writeSpaceItem(range, witness, apart: pointers)
      }
    }
    if spaces.isEmpty, !plain.isEmpty { writeSpaceItem(0..<0, witness, apart: pointers) }
  }

  // MARK: Items

  /// `milestone` for white space: all witnesses in scope, or those pointed to, have `@n` here.
  private mutating func writeSpaceItem(_ range: Range<Int>, _ witness: Int, apart: String?) {
    let bytes = text(witness).bytes[range]
    let unit = breaks[witness].isBreak(range) ? "paragraph" : "space"
    writeMilestone(unit, String(decoding: bytes, as: UTF8.self), apart)
  }

  private mutating func writeMilestone(_ unit: String, _ n: String, _ apart: String?) {
    out.write("<milestone unit=\"\(unit)\" n=\"\(TEIEscape.attribute(n))\"")
    if let apart { out.write(" edRef=\"\(apart)\"") }
    out.write("/>")
  }

  /// Writes a mark that is no part of a token.
  private mutating func writeMark(
    _ mark: Mark, _ witness: Int, of group: [Int], isApart: Bool
  ) {
    let bytes = text(witness).bytes[mark.range]
    let apart = isApart ? ids.pointers(group) : nil
    switch mark.kind {
    case .note, .remark:
      notes.append(TEINote(mark: mark, witnesses: group))
      let corresp = apart.map { " corresp=\"\($0)\"" } ?? ""
      out.write("<ptr type=\"note\" target=\"#note-\(notes.count)\"\(corresp)/>")
    case .noteMark where apart == nil:
      let n = TEIEscape.attribute(String(decoding: bytes, as: UTF8.self))
      out.write("<anchor type=\"note-mark\" n=\"\(n)\"/>")
    case .speaker where apart == nil, .heading where apart == nil,
      .dateline where apart == nil, .archive where apart == nil:
      out.write("<label type=\"\(mark.kind.teiName)\">")
      out.write(escaped: bytes)
      out.write("</label>")
    default: writeMilestone(mark.kind.teiName, String(decoding: bytes, as: UTF8.self), apart)
    }
  }
}

/// A note or remark of a transcript, as the witnesses named have it.
struct TEINote {
  var mark: Mark
  var witnesses: [Int]
}

extension Output {
  /// Writes bytes of a witness as XML text.
  mutating func write(escaped bytes: ArraySlice<UInt8>) {
    TEIEscape.text(bytes, into: &self)
  }
}
