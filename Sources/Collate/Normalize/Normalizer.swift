/// Interns the words of all witnesses and gives each the form it is compared by.
struct Normalizer: Sendable {
  /// All witnesses in numbers; O(bytes + f log f) time for f distinct forms, and no string is made
  /// but one for each distinct word.
  func normalize(_ witnesses: [TokenizedWitness]) -> NormalizedText {
    var interner = WordInterner()
    let rows = witnesses.map { NormalizedWitness(source: $0, words: interner.intern($0)) }
    return NormalizedText(lexicon: interner.lexicon(), witnesses: rows)
  }
}

/// Collects the distinct words of witness after witness.
private struct WordInterner {
  /// Keyed by the bytes as written; the tag keeps apart what is written alike and is not the same.
  private var table = ByteTable()
  private var words: [Lexicon.Word] = []
  /// Forms that came with the input, as CollateX's `n`.
  private var givenForms = ByteTable()
  private var forms = ByteTable()

  /// The word ids of a witness's tokens.
  mutating func intern(_ witness: TokenizedWitness) -> [UInt32] {
    let text = witness.witness.text
    // Nearly all texts are their letters and no more: nothing but the token need be asked.
    if text.givenTokens == nil, text.hints.isEmpty {
      return text.bytes.withUnsafeBufferPointer { bytes in
        witness.tokens.map { intern($0, bytes: bytes, givenForm: nil, hint: nil) }
      }
    }
    var given = GivenForms(text.givenTokens ?? [])
    var hinted = HintedForms(text)
    return text.bytes.withUnsafeBufferPointer { bytes in
      witness.tokens.map { token in
        let hint = hinted.form(of: token)
        let form = given.form(at: Int(token.start)) ?? hint?.spelling
        return intern(token, bytes: bytes, givenForm: form, hint: hint)
      }
    }
  }

  /// The number of a word; made when it comes for the first time.
  private mutating func intern(
    _ token: Token, bytes: UnsafeBufferPointer<UInt8>, givenForm: String?, hint: HintedForms.Form?
  ) -> UInt32 {
    let key = UnsafeBufferPointer(rebasing: bytes[token.written])
    // Only what was supplied may have brackets to be taken off: elsewhere they are characters.
    let isBracketed = token.isSupplied && key.contains { $0 == 0x5B || $0 == 0x5D }
    let formTag = givenForm.map { givenForms.intern($0, tag: 0) + 1 } ?? 0
    let tag = formTag << 3 | (isBracketed ? 4 : 0) | UInt32(token.kind.rawValue)
    let id = table.intern(key, tag: tag)
    if id == words.count {
      var word = word(key, kind: token.kind, isBracketed: isBracketed, givenForm: givenForm)
      word.elements = hint?.elements ?? ""
      words.append(word)
    }
    if hint?.isAbbreviated ?? false { words[Int(id)].isAbbreviated = true }
    return id
  }

  private mutating func word(
    _ key: UnsafeBufferPointer<UInt8>, kind: Token.Kind, isBracketed: Bool, givenForm: String?
  ) -> Lexicon.Word {
    let written = String(decoding: key, as: UTF8.self)
    let bare = isBracketed ? String(written.filter { $0 != "[" && $0 != "]" }) : written
    let plain = Folding.composed(bare.isEmpty ? written : bare)
    let spelling = givenForm ?? Folding.form(of: plain, kind: kind)
    let form = forms.intern(spelling, tag: UInt32(kind.rawValue))
    return Lexicon.Word(written: written, plain: plain, form: form, kind: kind)
  }

  /// The lexicon, its forms renumbered in byte order of their spelling.
  func lexicon() -> Lexicon {
    let order = forms.sortedIDs()
    var rank = [UInt32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { rank[old] = UInt32(new) }
    var words = words
    var kinds = [Token.Kind](repeating: .word, count: order.count)
    for i in words.indices {
      words[i].form = rank[Int(words[i].form)]
      kinds[Int(words[i].form)] = words[i].kind
    }
    let sorted = order.enumerated().map { new, old in
      Lexicon.Form(
        spelling: String(decoding: forms.bytes(of: old), as: UTF8.self), kind: kinds[new])
    }
    return Lexicon(words: words, forms: sorted)
  }
}

/// The forms that came with the input, for tokens in their order.
private struct GivenForms {
  private let tokens: [GivenToken]
  private var next = 0

  init(_ tokens: [GivenToken]) { self.tokens = tokens }

  /// The form given for the token that begins at an offset, if one was; O(1) amortized.
  mutating func form(at offset: Int) -> String? {
    while next < tokens.count, isBefore(offset, tokens[next].range) { next += 1 }
    guard next < tokens.count, tokens[next].range.lowerBound <= offset else { return nil }
    defer { next += 1 }
    return tokens[next].form.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func isBefore(_ offset: Int, _ range: Range<Int>) -> Bool {
    range.upperBound <= offset && range.lowerBound < offset
  }
}
