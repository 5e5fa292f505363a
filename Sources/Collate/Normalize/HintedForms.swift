/// The forms that words are compared by where the input says more of them than their letters.
///
/// Tokens must be asked for in their order.
struct HintedForms {
  private let hints: [WordHint]
  private let bytes: [UInt8]
  /// The first hint that has not begun yet.
  private var next = 0
  /// Hints that have begun and may reach over the next token.
  private var open: [Int] = []

  /// Takes the hints of a text, which must be ordered by where they begin; without any, no token
  /// has a form from here.
  init(_ text: SourceText) {
    hints = text.hints
    bytes = hints.isEmpty ? [] : text.bytes
  }

  /// A form that hints give, and the elements in it that count.
  struct Form: Equatable {
    /// Nil where the word is compared by its own letters.
    var spelling: String?
    var elements = ""
    var isAbbreviated = false
  }

  /// The form of a token, or nil if no hint changes it; O(hints that touch it), amortized.
  mutating func form(of token: Token) -> Form? {
    guard next < hints.count || !open.isEmpty else { return nil }
    while next < hints.count, hints[next].range.lowerBound < Int(token.end) {
      open.append(next)
      next += 1
    }
    open.removeAll { hints[$0].range.upperBound <= Int(token.start) }
    return open.isEmpty ? nil : form(of: token, by: open.map { hints[$0] })
  }

  /// What a token is compared by, as its hints say; nil where they say nothing of that.
  private func form(of token: Token, by hints: [WordHint]) -> Form? {
    var base: String?
    var parts: [(range: Range<Int>, text: String)] = []
    var elements: [String] = []
    var isAbbreviated = false
    for hint in hints {
      switch hint.kind {
      case .word(let form): base = base ?? form
      case .regular(let text):
        // What is regularized over several words cannot be shared out among them.
        if hint.range.lowerBound >= Int(token.start), hint.range.upperBound <= Int(token.end) {
          parts.append((hint.range, text))
        }
      case .significant(let element): elements.append(element)
      case .abbreviated: isAbbreviated = true
      }
    }
    guard base != nil || !parts.isEmpty || !elements.isEmpty else {
      return isAbbreviated ? Form(isAbbreviated: true) : nil
    }
    let text = base ?? regular(token, parts)
    let folded = Folding.form(of: Folding.composed(text), kind: token.kind)
    let tags = elements.map { "<\($0)>" }.joined()
    return Form(spelling: folded + tags, elements: tags, isAbbreviated: isAbbreviated)
  }

  /// The token as written with its parts replaced and the editor's brackets taken off.
  private func regular(_ token: Token, _ parts: [(range: Range<Int>, text: String)]) -> String {
    var text = ""
    var at = Int(token.start)
    func plain(_ range: Range<Int>) -> String {
      let piece = String(decoding: bytes[range], as: UTF8.self)
      return token.isSupplied ? piece.filter { $0 != "[" && $0 != "]" } : piece
    }
    for part in parts where part.range.lowerBound >= at {
      text += plain(at..<part.range.lowerBound) + part.text
      at = part.range.upperBound
    }
    return text + plain(at..<Int(token.end))
  }
}
