/// Sets words into lines of a given width; lines that go on are indented.
///
/// Words are put together from parts with `append`; a line may end only where `blank` was called,
/// or inside a text that `words` divides. Where text that is written from right to left is set
/// apart from its surroundings (U+2068 … U+2069), each line has its own pair, since an isolate does
/// not reach over the end of a line.
struct TextFolding {
  /// Columns of a line; a part that cannot be divided may reach beyond it.
  let width: Int
  /// Columns that lines are indented by.
  let indent: Int
  let hasColor: Bool

  private(set) var bytes: [UInt8] = []
  /// Where numbers are made: as many bytes as there are columns in the margin, the last two blank.
  private var margin: [UInt8]
  /// Columns of the line so far, but for the word that is being put together.
  private(set) var column = 0
  /// Columns of all words so far and the blanks between them, as if no line had ended.
  private var total = 0
  private var lineHasText = false
  private var pending: [UInt8] = []
  private var pendingWidth = 0
  private var pendingFollowsBlank = false
  private var isIsolated = false
  private var pendingIsIsolated = false

  /// Begins without a line; `indent` is also the width of the margin for labels and numbers.
  init(width: Int, indent: Int, hasColor: Bool) {
    self.width = width
    self.indent = indent
    self.hasColor = hasColor
    margin = [UInt8](repeating: 0x20, count: indent)
  }

  /// How a part of a line looks where color is asked for.
  enum Style: String {
    case plain = ""
    case heading = "1"
    case number = "2"
    case lemma = "1;34"
    case sigla = "36"
    /// A reading that changes a number, a name or the sense.
    case grave = "31"
  }

  /// Starts a line with a label in its margin; at least two blanks stand behind it.
  mutating func begin(label: String) {
    let used = TextWidth.columns(of: label)
    Self.add(label, hasColor ? .number : .plain, to: &bytes)
    column = max(indent, used == 0 ? 0 : used + 2)
    addBlanks(column - used)
    lineHasText = false
  }

  /// Starts a line with a number in its margin, its last figure two columns before the text.
  mutating func begin(number: Int) {
    // Figure by figure, from the last: as strings, the numbers took as long as the rest of the
    // lines.
    var (place, rest) = (indent - 2, number)
    while place > 0 {
      place -= 1
      margin[place] = rest > 0 || place == indent - 3 ? 0x30 + UInt8(rest % 10) : 0x20
      rest /= 10
    }
    if rest > 0 || indent < 3 || hasColor {
      let figures = String(number)
      let blanks = String(repeating: " ", count: max(0, indent - 2 - figures.utf8.count))
      return begin(label: blanks + figures)
    }
    bytes.append(contentsOf: margin)
    column = indent
    lineHasText = false
  }

  private mutating func addBlanks(_ count: Int) {
    for _ in 0..<count { bytes.append(0x20) }
  }

  /// Adds a part to the word that is being put together.
  mutating func append(_ text: String, _ style: Style = .plain) {
    append(text, columns: TextWidth.columns(of: text), style)
  }

  /// Adds a part that is known to take so many columns.
  mutating func append(_ text: String, columns: Int, _ style: Style) {
    Self.add(text, hasColor ? style : .plain, to: &pending)
    pendingWidth += columns
  }

  /// Adds a part of so many columns.
  private mutating func append(_ text: ArraySlice<UInt8>, columns: Int, _ style: Style) {
    text.withUnsafeBufferPointer { Self.add($0, hasColor ? style : .plain, to: &pending) }
    pendingWidth += columns
  }

  /// Adds a text that is known to fit on the line.
  mutating func line(_ text: ArraySlice<UInt8>) {
    // What is printed as it stands need not be taken apart and put together again.
    guard text.withUnsafeBufferPointer(Self.isPrintedAsItStands) else { return words(text) }
    part()
    bytes.append(contentsOf: text)
    column += text.count
    total += text.count
    lineHasText = true
  }

  /// Whether a text is of ASCII without control characters and with one blank between words at
  /// most.
  private static func isPrintedAsItStands(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isAfterBlank = true
    for byte in text {
      guard byte < 0x7F, byte > 0x20 || byte == 0x20 && !isAfterBlank else { return false }
      isAfterBlank = byte == 0x20
    }
    return !isAfterBlank
  }

  /// Ends the word; a blank, or the end of the line, stands before the next.
  mutating func blank() {
    part()
    pendingFollowsBlank = true
  }

  /// Adds a text, which lines may divide between its words.
  mutating func words(_ text: String, _ style: Style = .plain) {
    words(Array(text.utf8)[...], style)
  }

  /// The same for a text in UTF-8.
  mutating func words(_ text: ArraySlice<UInt8>, _ style: Style = .plain) {
    var isFirst = true
    TextAtom.scan(text, limit: width - indent) { atom in
      if atom.followsBlank { blank() } else if !isFirst { part() }
      append(text[atom.range], columns: atom.width, style)
      isFirst = false
    }
  }

  /// Begins to set text apart from the direction of what surrounds it.
  mutating func isolate() {
    pending += "\u{2068}".utf8
    isIsolated = true
  }

  /// Ends what `isolate` began.
  mutating func endIsolate() {
    pending += "\u{2069}".utf8
    isIsolated = false
  }

  /// Puts what `add` adds, with a blank before it, on a new line if it fits there whole and does
  /// not fit here.
  ///
  /// It is added here first, as most will fit, and taken back where it did not.
  mutating func together(_ add: (inout TextFolding) -> Void) {
    blank()
    guard lineHasText else { return add(&self) }
    let start = (count: bytes.count, column: column, total: total, isolated: isIsolated)
    add(&self)
    part()
    let columns = total - start.total - 1
    guard start.column + 1 + columns > width, indent + columns <= width else { return }
    bytes.removeLast(bytes.count - start.count)
    (column, total, isIsolated) = (start.column, start.total, start.isolated)
    pendingIsIsolated = isIsolated
    breakLine()
    lineHasText = false
    add(&self)
  }

  /// Ends the line.
  mutating func end() {
    part()
    pendingFollowsBlank = false
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }

  /// Writes the lines that have ended, and forgets them.
  mutating func flush(into out: inout Output) {
    out.write(bytes[...])
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts the word that is pending on this line, or on the next where it does not fit; a line may
  /// end behind it.
  private mutating func part() {
    guard !pending.isEmpty else { return }
    let blank = lineHasText && pendingFollowsBlank ? 1 : 0
    if lineHasText && column + blank + pendingWidth > width {
      breakLine()
    } else if blank > 0 {
      bytes.append(0x20)
      column += 1
    }
    bytes += pending
    column += pendingWidth
    total += blank + pendingWidth
    lineHasText = true
    pending.removeAll(keepingCapacity: true)
    pendingWidth = 0
    pendingFollowsBlank = false
    pendingIsIsolated = isIsolated
  }

  private mutating func breakLine() {
    if pendingIsIsolated { bytes += "\u{2069}".utf8 }
    bytes.append(0x0A)
    addBlanks(indent)
    if pendingIsIsolated { bytes += "\u{2068}".utf8 }
    column = indent
  }

  private static func add(_ text: String, _ style: Style, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { add($0, style, to: &bytes) }
  }

  private static func add(
    _ text: UnsafeBufferPointer<UInt8>, _ style: Style, to bytes: inout [UInt8]
  ) {
    guard style != .plain, !text.isEmpty else { return VisibleText.add(text, to: &bytes) }
    bytes += "\u{1B}[\(style.rawValue)m".utf8
    VisibleText.add(text, to: &bytes)
    bytes += "\u{1B}[0m".utf8
  }
}

/// Text of witnesses made safe for a terminal.
enum VisibleText {
  /// Adds the text with control characters as their pictures (U+2400…), so that no witness can
  /// command the terminal that shows it; those of the range U+0080…009F, which have no picture, as
  /// U+FFFD.
  static func add(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard hasControl(text) else { return bytes.append(contentsOf: text) }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      bytes.append(contentsOf: String(Character(picture(scalar))).utf8)
    }
  }

  private static func hasControl(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isAfterC2 = false
    for byte in text {
      if byte < 0x20 || byte == 0x7F || isAfterC2 && byte < 0xA0 { return true }
      isAfterC2 = byte == 0xC2
    }
    return false
  }

  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)!
    case 0x7F: "\u{2421}"
    case 0x80...0x9F: "\u{FFFD}"
    default: scalar
    }
  }
}
