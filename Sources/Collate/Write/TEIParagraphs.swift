/// The paragraph of the base text that is being written.
struct TEIParagraphState {
  var isOpen = false
  /// 1-based; 0 before the first.
  var number = 0
  /// Where in the output its start tag ends, for `@part`.
  var tagEnd = 0
  /// Whether the next `p` goes on with this paragraph, which an entry among paragraphs has cut.
  var continues = false
  /// How many entries among paragraphs are open.
  var blockDepth = 0
  /// How many of these leave something to say behind them of witnesses that lack the passage.
  var owingDepth = 0

  /// What `@part` says of a paragraph: nothing, or that it goes on in another.
  enum Part {
    case none, initial
  }
}

/// Paragraphs: `p` where the base text has one; cut by `@part` where an entry that holds whole
/// paragraphs begins or ends within one.
extension TEIBody {
  /// Opens a paragraph if none is open and one may stand here.
  mutating func openParagraph(_ scope: Scope) {
    guard scope.mayBreak, !paragraph.isOpen else { return }
    if !paragraph.continues { paragraph.number += 1 }
    if paragraph.blockDepth == 0 { out.write("\n") }
    out.write("<p n=\"\(paragraph.number)\"")
    paragraph.tagEnd = out.bytes.count
    out.write(">")
    paragraph.isOpen = true
  }

  /// Closes the open paragraph, if there is one; `initial` says that another `p` goes on with it.
  mutating func endParagraph(part: TEIParagraphState.Part) {
    guard paragraph.isOpen else { return }
    closeSupplied()
    closeMarkup()
    let mark =
      switch (paragraph.continues, part) {
      case (false, .none): ""
      case (false, .initial): " part=\"I\""
      case (true, .none): " part=\"F\""
      case (true, .initial): " part=\"M\""
      }
    if !mark.isEmpty { out.insert(mark, at: paragraph.tagEnd) }
    out.write("</p>")
    paragraph.isOpen = false
    paragraph.continues = part == .initial
  }

  /// Begins a reading that stands among paragraphs: the base text's holds `p`, any other one `ab`.
  mutating func beginBlock(_ holdsBase: Bool, _ plan: EntryPlan) {
    paragraph.blockDepth += 1
    if plan.leadsIn { paragraph.owingDepth += 1 }
    if !holdsBase { out.write("<ab>") }
  }

  /// Ends it; its paragraph goes on unless the text ends here and nothing is left to say of
  /// witnesses that lack the passage.
  mutating func endBlock(_ holdsBase: Bool, _ plan: EntryPlan, at column: Int) {
    if holdsBase {
      let isEnd = column == edition.collation.columnCount && paragraph.owingDepth == 0
      endParagraph(part: isEnd ? .none : .initial)
    } else {
      out.write("</ab>")
    }
    paragraph.blockDepth -= 1
    if plan.leadsIn { paragraph.owingDepth -= 1 }
  }

  /// The commonest white space between paragraphs of the base text; a blank line where it has none.
  static func usualBreak(of witness: TokenizedWitness, _ breaks: BlockBreaks) -> [UInt8] {
    let text = witness.witness.text
    let candidates = ["\n\n", "\n", "\r\n\r\n", "\r\n", "\r\r", "\r"].map { Array($0.utf8) }
    var counts = candidates.map { _ in 0 }
    for token in witness.tokens where text.bytes[token.trailing].contains(where: isLineEnd) {
      for piece in BetweenPiece.pieces(of: token.trailing, in: text) {
        guard let space = piece.space, breaks.isBreak(space) else { continue }
        if let index = candidates.firstIndex(where: { $0.elementsEqual(text.bytes[space]) }) {
          counts[index] += 1
        }
      }
    }
    let best = counts.max() ?? 0
    return best == 0 ? candidates[0] : candidates[counts.firstIndex(of: best) ?? 0]
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
