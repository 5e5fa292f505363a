/// Divides witnesses into tokens.
struct Tokenizer: Sendable {
  /// Placeholder until the tokenizer proper lands: words between spaces.
  func tokenize(_ witness: Witness) -> TokenizedWitness {
    let bytes = witness.text.bytes
    var tokens: [Token] = []
    var at = witness.text.body.lowerBound
    func isSpace(_ b: UInt8) -> Bool { b == 32 || (9...13).contains(b) }
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    while at < bytes.count {
      let start = at
      while at < bytes.count, !isSpace(bytes[at]) { at += 1 }
      let end = at
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      tokens.append(Token(start: Int32(start), end: Int32(end), next: Int32(at), kind: .word))
    }
    return TokenizedWitness(witness: witness, tokens: tokens)
  }
}
