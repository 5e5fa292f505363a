import Diff

// Marks of punctuation at the start of what is printed.
//
// A mark that goes with the word before it looks lost at the start of a lemma, and the entries of
// an edition, which are made for losing nothing, often begin with one: `may, perhaps, be` against
// `may be`.
extension PrintedEntries {
  /// The entries, none of which begins with a mark that goes with the word before, as far as that
  /// can be.
  ///
  /// Where all that have anything here have the mark, it is left out: `perhaps,] om. M`. Where one
  /// has it and another has something else in its place, the word before is printed with it, unless
  /// that is printed in another entry: `may, perhaps,] may also M`.
  func withMarksInPlace(_ printed: [PrintedEntry]) -> [PrintedEntry] {
    var printed = printed
    for index in printed.indices where printed[index].place == .lemma {
      let entry = printed[index]
      let texts = texts(of: entry)
      let marks = leadingMarks(of: edition.base, entry.lemma)
      if !marks.isEmpty, isAboutWords(entry), texts.allSatisfy({ begins($0, with: marks) }) {
        start(&printed[index], at: marks.upperBound)
      } else if needsWord(entry, texts), let word = wordBefore(entry.lemma.lowerBound),
        base.blockOf[word] == base.blockOf[entry.lemma.lowerBound]
      {
        let end = index > 0 ? printed[index - 1].columns.upperBound : 0
        if end <= Int(edition.collation.columns[edition.base][word]) {
          start(&printed[index], at: word)
        }
      }
    }
    return printed
  }

  /// A witness and what it has in the columns of an entry.
  private typealias Text = (witness: Int, tokens: Range<Int>)

  /// What the witnesses have that depart from the lemma and have anything.
  private func texts(of entry: PrintedEntry) -> [Text] {
    var texts: [Text] = []
    for witness in gathered(entry).departing.members {
      let tokens = reading.tokens(of: witness, in: entry.columns)
      if !tokens.isEmpty { texts.append((witness, tokens)) }
    }
    return texts
  }

  /// Whether the base has words in the columns of the entries themselves, so that a mark before
  /// them is not what they are about.
  private func isAboutWords(_ entry: PrintedEntry) -> Bool {
    !entry.isInversion
      && reading.hasWord(edition.base, reading.tokens(of: edition.base, in: entry.own))
  }

  /// The marks at the start of tokens that go with the word before, up to one that opens or that
  /// stands, behind a blank, at the word which follows: `, 'tis`.
  private func leadingMarks(of witness: Int, _ tokens: Range<Int>) -> Range<Int> {
    guard reading.hangs(witness, tokens) else { return tokens.lowerBound..<tokens.lowerBound }
    let end =
      tokens.first { !reading.isMark(witness, $0) || reading.isOpening(witness, $0) }
      ?? tokens.upperBound
    let behindBlank = (tokens.lowerBound + 1..<end).last { reading.isSetOff(witness, before: $0) }
    guard let behindBlank, reading.opens(witness, behindBlank..<end) else {
      return tokens.lowerBound..<end
    }
    return tokens.lowerBound..<behindBlank
  }

  /// Whether a witness begins with the same marks as the base, and goes on.
  private func begins(_ text: Text, with marks: Range<Int>) -> Bool {
    let own = leadingMarks(of: text.witness, text.tokens)
    return own.upperBound < text.tokens.upperBound
      && reading.bytes(of: text.witness, own) == reading.bytes(of: edition.base, marks)
  }

  /// Whether the lemma or a reading begins with a mark that hangs on the word before, and is short
  /// enough for it to be printed.
  private func needsWord(_ entry: PrintedEntry, _ texts: [Text]) -> Bool {
    guard !entry.lemma.isEmpty, !texts.isEmpty else { return false }
    let isShortened = reading.wordCount(of: edition.base, entry.lemma) > TextLemma.longest
    return !isShortened && reading.hangs(edition.base, entry.lemma)
      || texts.contains {
        reading.hangs($0.witness, $0.tokens)
          && reading.wordCount(of: $0.witness, $0.tokens) <= TextWording.longestReading
      }
  }

  /// Lets an entry begin with a token of the base.
  private func start(_ entry: inout PrintedEntry, at token: Int) {
    let column = Int(edition.collation.columns[edition.base][token])
    entry.columns = column..<entry.columns.upperBound
    entry.lemma = token..<entry.lemma.upperBound
  }
}

extension ReadingText {
  /// Whether a token is punctuation.
  fileprivate func isMark(_ witness: Int, _ token: Int) -> Bool {
    text.witnesses[witness].source.tokens[token].kind == .punctuation
  }

  /// Whether a token begins with a bracket or quotation mark that opens, wherever it stands.
  fileprivate func isOpening(_ witness: Int, _ token: Int) -> Bool {
    let category = string(of: witness, token..<token + 1).unicodeScalars.first?.properties
      .generalCategory
    return category == .openPunctuation || category == .initialPunctuation
  }

  /// Whether tokens begin with punctuation that goes with the word before them.
  fileprivate func hangs(_ witness: Int, _ tokens: Range<Int>) -> Bool {
    let word = tokens.first { !isMark(witness, $0) } ?? tokens.upperBound
    return word > tokens.lowerBound && !opens(witness, tokens.lowerBound..<word)
      && !isOpening(witness, tokens.lowerBound)
  }
}
