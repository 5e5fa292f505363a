/// The words of witnesses as an apparatus prints them.
///
/// Words stand as written, the editor's brackets included. Where the transcript has white space
/// between two of them there is one blank; note marks and all else that stands between words is
/// left out.
struct ReadingText: Sendable {
  let text: NormalizedText
  let collation: Collation
  /// Whether what prints as nothing is shown: characters by their numbers, markup that counts by
  /// its tags.
  var showsInvisible = false
  /// Whether any word stands in markup that counts.
  private let hasElements: Bool

  /// Leaves what prints as nothing as it is, until `showsInvisible` is set; O(w) for w distinct
  /// words.
  init(_ edition: Edition) {
    text = edition.text
    collation = edition.collation
    hasElements = edition.text.lexicon.words.contains { !$0.elements.isEmpty }
  }

  /// The words of a witness, without a blank at either end; O(b) in their bytes.
  func string(of witness: Int, _ tokens: Range<Int>) -> String {
    String(decoding: bytes(of: witness, tokens), as: UTF8.self)
  }

  /// The same as UTF-8.
  func bytes(of witness: Int, _ tokens: Range<Int>) -> ArraySlice<UInt8> {
    if !showsInvisible, let source = unchanged(witness, tokens) { return source }
    let source = text.witnesses[witness].source
    let bytes = source.witness.text.bytes
    var result: [UInt8] = []
    for index in tokens {
      let token = source.tokens[index]
      result +=
        showsInvisible
        ? tagged(Self.numbered(bytes[token.written]), witness, index, of: tokens)
        : bytes[token.written]
      guard index + 1 < tokens.upperBound else { break }
      let between = bytes[token.trailing]
      result +=
        showsInvisible
        ? InvisibleText.separator(in: between).utf8 : WhiteSpace.separator(in: between).utf8
    }
    return result[...]
  }

  /// The bytes of the source where the words are printed as they stand there, one blank or nothing
  /// between two of them, as nearly everywhere; nil elsewhere.
  private func unchanged(_ witness: Int, _ tokens: Range<Int>) -> ArraySlice<UInt8>? {
    guard let first = tokens.first else { return [] }
    for index in tokens.dropLast() {
      let between = text.witnesses[witness].source.tokens[index].trailing
      if between.isEmpty { continue }
      guard between.count == 1,
        text.witnesses[witness].source.witness.text.bytes[between.lowerBound] == 0x20
      else { return nil }
    }
    let start = text.witnesses[witness].source.tokens[first].written.lowerBound
    let end = text.witnesses[witness].source.tokens[tokens.upperBound - 1].written.upperBound
    return text.witnesses[witness].source.witness.text.bytes[start..<end]
  }

  /// A word with the tags around it that the words beside it are not in.
  private func tagged(
    _ word: ArraySlice<UInt8>, _ witness: Int, _ token: Int, of tokens: Range<Int>
  ) -> ArraySlice<UInt8> {
    let around = elements(witness, token)
    guard !around.isEmpty else { return word }
    let begins = token == tokens.lowerBound || elements(witness, token - 1) != around
    let ends = token + 1 == tokens.upperBound || elements(witness, token + 1) != around
    let closing = around.split(separator: "<").reversed().map { "</" + $0 }.joined()
    return (begins ? Array(around.utf8) : []) + word + (ends ? Array(closing.utf8) : [])
  }

  /// The start tags of the markup that counts around a word: `<hi>`.
  private func elements(_ witness: Int, _ token: Int) -> String {
    text.lexicon.words[Int(text.witnesses[witness].words[token])].elements
  }

  private static func numbered(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    Array(InvisibleText.numbered(String(decoding: bytes, as: UTF8.self)).utf8)[...]
  }

  /// Whether a witness has anything among tokens that prints as nothing: a character, or markup
  /// that counts; O(b) in their bytes.
  func hasInvisible(_ witness: Int, _ tokens: Range<Int>) -> Bool {
    if hasElements, tokens.contains(where: { !elements(witness, $0).isEmpty }) { return true }
    guard let first = tokens.first, let last = tokens.last else { return false }
    let start = text.witnesses[witness].source.tokens[first].written.lowerBound
    let end = text.witnesses[witness].source.tokens[last].written.upperBound
    let bytes = text.witnesses[witness].source.witness.text.bytes[start..<end]
    guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(
      where: InvisibleText.isInvisible)
  }

  /// The tokens of a witness that stand in a range of columns; O(log n) in the tokens of the
  /// witness.
  func tokens(of witness: Int, in columns: Range<Int>) -> Range<Int> {
    let lower = firstToken(of: witness, from: columns.lowerBound)
    return lower..<max(lower, firstToken(of: witness, from: columns.upperBound))
  }

  /// The first token of a witness that stands in a column or behind it; the number of its tokens
  /// where there is none.
  func firstToken(of witness: Int, from column: Int) -> Int {
    collation.columns[witness].partition { $0 >= column }
  }

  /// Number of words among tokens: all but punctuation, a gap of the editor's included.
  func wordCount(of witness: Int, _ tokens: Range<Int>) -> Int {
    tokens.reduce(0) { count, token in
      count + (text.witnesses[witness].source.tokens[token].kind == .punctuation ? 0 : 1)
    }
  }

  /// Whether there is anything but punctuation among tokens.
  func hasWord(_ witness: Int, _ tokens: Range<Int>) -> Bool {
    tokens.contains { text.witnesses[witness].source.tokens[$0].kind != .punctuation }
  }

  /// How many tokens are single signs of a script that is written without spaces.
  func signCount(of witness: Int, _ tokens: Range<Int>) -> Int {
    text.witnesses[witness].words[tokens].count { word in
      let first = text.lexicon.words[Int(word)].plain.unicodeScalars.first
      return first.map { [.ideograph, .cluster].contains(ScalarClass($0)) } ?? false
    }
  }

  /// Whether tokens touch the word behind them and not the one before, as an opening quotation mark
  /// does.
  func opens(_ witness: Int, _ tokens: Range<Int>) -> Bool {
    isSetOff(witness, before: tokens.lowerBound)
      && tokens.upperBound < text.witnesses[witness].words.count
      && !isSetOff(witness, before: tokens.upperBound)
  }

  /// Whether white space stands between a token and the one before it; true at the start.
  func isSetOff(_ witness: Int, before token: Int) -> Bool {
    guard token > 0 else { return true }
    let trailing = text.witnesses[witness].source.tokens[token - 1].trailing
    let bytes = text.witnesses[witness].source.witness.text.bytes[trailing]
    return !WhiteSpace.separator(in: bytes).isEmpty
  }

  /// Whether a line ends between a token and the one before it; true at the start and the end.
  func startsLine(_ witness: Int, _ token: Int) -> Bool {
    guard token > 0, token < text.witnesses[witness].source.tokens.count else {
      return true
    }
    let trailing = text.witnesses[witness].source.tokens[token - 1].trailing
    let bytes = text.witnesses[witness].source.witness.text.bytes[trailing]
    return bytes.contains { $0 == 0x0A || $0 == 0x0D }
  }
}
