/// Divides witnesses into words, punctuation marks and gaps.
///
/// A word is a run of letters, combining marks and digits. An apostrophe or hyphen between letters
/// joins them (`Comrade’s`, `Sharur-Daralagyaz`), a separator between digits makes one number
/// (`1,234.50`, `20:00`, `3957/op`), brackets around letters within a word belong to it
/// (`d(omi)n(u)s`), and braces with whatever they enclose but white space (`τ{del=ὼ–}{add=ῶ–}`,
/// `{gap=12_characters}`); dashes always divide elsewhere. An editor's brackets are part of the
/// word they touch. Punctuation marks are tokens of their own, equal ones in a row together; `&`,
/// `⁊`, `+` and other signs that are read aloud are words. Han and kana give a token for each
/// character, and a reading in brackets after them is one (`（はる）`); scripts written without spaces
/// give one for each cluster: a dictionary would divide better, but differently from one machine to
/// the next.
///
/// What belongs to no token, white space, invisible characters and marks, is in the `trailing` of
/// the token before, or in the `leading` of the witness: nothing of the source is lost.
struct Tokenizer: Sendable {
  /// Tokens of one witness, in order; O(bytes). An input that came divided is taken as it is.
  func tokenize(_ witness: Witness) -> TokenizedWitness {
    var scanner = TokenScanner(witness.text)
    if let given = witness.text.givenTokens {
      scanner.take(given)
    } else {
      scanner.scan()
    }
    let tokens = scanner.tokens.joined(in: witness.text.markedWords)
    return TokenizedWitness(witness: witness, tokens: tokens)
  }
}

extension TokenScanner {
  /// Takes tokens as the input divided them; white space at their end is what follows the word.
  fileprivate mutating func take(_ given: [GivenToken]) {
    for token in given {
      var end = token.range.lowerBound
      var kind = Token.Kind.punctuation
      var at = end
      while at < token.range.upperBound {
        let (value, length) = bytes.scalar(at: at)
        let scalar = classes[value]
        at += length
        if !scalar.isInvisible { end = at }
        switch scalar {
        case .letter, .mark, .digit, .ideograph, .cluster, .symbol, .regional: kind = .word
        default: break
        }
      }
      // A token of white space only is a word of white space.
      if end == token.range.lowerBound { end = token.range.upperBound }
      emit(token.range.lowerBound..<end, kind, isSupplied: false)
    }
    finish()
  }
}
