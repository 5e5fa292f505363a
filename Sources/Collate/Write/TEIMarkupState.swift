/// The markup of the witnesses as far as the walk has come, and what of it is open in the output.
struct TEIMarkupState {
  /// For each witness the first element that has not begun, and those that have begun and may last.
  private var cursors: [Int]
  private var begun: [[Int]]
  /// Elements open in the output, outermost first: indices in the markup of `owner`.
  var open: [Int] = []
  var owner = 0

  /// No element has begun, in any witness or in the output.
  init(witnessCount: Int) {
    cursors = [Int](repeating: 0, count: witnessCount)
    begun = [[Int]](repeating: [], count: witnessCount)
  }

  /// The elements around a byte, outermost first; offsets of one witness may not fall. O(1)
  /// amortized but for the number of elements around it.
  mutating func elements(at offset: Int, of witness: Int, in markup: [Markup]) -> [Int] {
    while cursors[witness] < markup.count, markup[cursors[witness]].range.lowerBound <= offset {
      begun[witness].append(cursors[witness])
      cursors[witness] += 1
    }
    begun[witness].removeAll { markup[$0].range.upperBound <= offset }
    return begun[witness]
  }

  /// Where the next element of a witness begins.
  func nextStart(of witness: Int, in markup: [Markup]) -> Int {
    cursors[witness] < markup.count ? markup[cursors[witness]].range.lowerBound : .max
  }
}

/// Markup inside readings: an element of the witness whose words are written stands around them.
///
/// An element that crosses the border of a reading, a paragraph or a bracket is closed there and
/// written again behind it. Brackets hold markup, never the other way.
extension TEIBody {
  /// Writes a part of a word with the elements around it.
  mutating func writeMarkedUp(_ range: Range<Int>, of witness: Int) {
    if edition.text.witnesses[witness].source.witness.text.markup.isEmpty {
      return out.write(escaped: bytes[witness][range])
    }
    let text = edition.text.witnesses[witness].source.witness.text
    var at = range.lowerBound
    while at < range.upperBound {
      openMarkup(at: at, of: witness)
      let starts = markup.nextStart(of: witness, in: text.markup)
      let ends = markup.open.map { text.markup[$0].range.upperBound }.min() ?? .max
      let end = min(range.upperBound, starts, ends)
      out.write(escaped: text.bytes[at..<end])
      at = end
    }
    closeMarkup(before: range.upperBound)
  }

  /// Makes the elements around a byte the open ones.
  mutating func openMarkup(at offset: Int, of witness: Int) {
    let text = edition.text.witnesses[witness].source.witness.text
    let wanted = markup.elements(at: offset, of: witness, in: text.markup)
      .filter { isWritten(text.markup[$0], in: text) }
    if markup.owner != witness { closeMarkup() }
    markup.owner = witness
    let common = zip(markup.open, wanted).prefix { $0 == $1 }.count
    closeMarkup(downTo: common)
    for index in wanted[common...] {
      let element = text.markup[index]
      out.write("<\(element.element)\(attributes(of: element))")
      // Without brackets in the text there are none to be rebuilt.
      if element.element == "supplied" { out.write(" rend=\"no-open no-close\"") }
      out.write(">")
      markup.open.append(index)
    }
  }

  /// Closes what ends by a place of the witness whose markup is open.
  mutating func closeMarkup(before offset: Int) {
    let all = edition.text.witnesses[markup.owner].source.witness.text.markup
    if let first = markup.open.firstIndex(where: { all[$0].range.upperBound <= offset }) {
      closeMarkup(downTo: first)
    }
  }

  /// Closes all that is open, for a border that no element may cross.
  mutating func closeMarkup() { closeMarkup(downTo: 0) }

  private mutating func closeMarkup(downTo count: Int) {
    guard markup.open.count > count else { return }
    let all = edition.text.witnesses[markup.owner].source.witness.text.markup
    while markup.open.count > count { out.write("</\(all[markup.open.removeLast()].element)>") }
  }

  /// Whether an element is written around words: gaps are words of their own, and brackets in the
  /// text already stand for what was supplied.
  private func isWritten(_ element: Markup, in text: SourceText) -> Bool {
    switch element.element {
    case "gap", "space": false
    case "supplied": suppliedMark(at: element.range.lowerBound, in: text) == nil
    default: true
    }
  }

  private func suppliedMark(at offset: Int, in text: SourceText) -> Mark? {
    let index = text.firstMark(from: offset)
    guard index < text.marks.count, text.marks[index].range.lowerBound == offset,
      text.marks[index].kind == .suppliedOpen
    else { return nil }
    return text.marks[index]
  }

  /// The attributes that the input gives a gap or what was supplied at a place, or those for which
  /// nothing is known.
  mutating func attributes(
    at offset: Int, of witness: Int, elements: [String], otherwise: String
  ) -> String {
    let text = edition.text.witnesses[witness].source.witness.text
    guard !text.markup.isEmpty else { return otherwise }
    let around = markup.elements(at: offset, of: witness, in: text.markup)
    guard let index = around.last(where: { elements.contains(text.markup[$0].element) }) else {
      return otherwise
    }
    return attributes(of: text.markup[index])
  }

  private func attributes(of element: Markup) -> String {
    // @rend and @n of these two say how this program rebuilds a witness.
    let isOwn = ["supplied", "gap", "space", "unclear"].contains(element.element)
    return element.attributes.filter { !(isOwn && ["rend", "n", "dim"].contains($0.name)) }
      .map { " \($0.name)=\"\(TEIEscape.plain($0.value))\"" }.joined()
  }
}
