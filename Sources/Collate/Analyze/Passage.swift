/// A reading made ready to be compared: its words, and what is left of them where differences of one
/// kind do not count. All numbers are ids of one run; equal ids are equal words.
struct Passage {
  /// Word ids, gaps left out.
  var words: [UInt32] = []
  /// Words, punctuation not counted.
  var wordCount = 0
  /// Where the first gap stands and the last, as places in `words`; nil where there is none.
  var gaps: (first: Int, last: Int)?
  /// Whether brackets of the transcriber stand in it.
  var isBracketed = false
  /// How many of its words are hyphenated.
  var hyphenCount = 0
  /// Marks of the transcriber taken off; punctuation included.
  var plain: [UInt32] = []
  /// Punctuation taken away.
  var bare: [UInt32] = []
  /// Case folded besides; accents stay.
  var caseless: [UInt32] = []
  /// Forms of the words, without punctuation.
  var forms: [UInt32] = []
  /// The letters of all forms without the spaces between them.
  var joined = ""
  /// Places count in `words`.
  var numbers: [NumberReader.Finding] = []
  /// The forms with one sign for each number, however written.
  var numberless: [UInt32] = []
  /// Forms of the proper names, in order.
  var names: [UInt32] = []
  var isNegative = false

  var isEmpty: Bool { words.isEmpty }
  var hasGap: Bool { gaps != nil }
}

/// Makes passages of readings; remembers what it found out about each word.
struct PassageReader {
  let known: WordKnowledge
  private var levels: WordLevels

  init(_ known: WordKnowledge) {
    self.known = known
    levels = WordLevels(known.lexicon)
  }

  /// A reading made ready; O(words).
  mutating func passage(_ ids: ArraySlice<UInt32>) -> Passage {
    var passage = Passage()
    for id in ids { add(id, to: &passage) }
    passage.wordCount = passage.forms.count
    for form in passage.forms { passage.joined += known.lexicon.forms[Int(form)].spelling }
    passage.numbers = numbers(passage)
    passage.numberless = passage.numbers.isEmpty ? passage.forms : numberless(passage)
    return passage
  }

  private mutating func add(_ id: UInt32, to passage: inout Passage) {
    let kind = known.lexicon.words[Int(id)].kind
    if kind == .gap {
      passage.gaps = (passage.gaps?.first ?? passage.words.count, passage.words.count)
      return
    }
    let facts = levels.facts(id)
    passage.words.append(id)
    passage.plain.append(facts.plain)
    passage.isBracketed = passage.isBracketed || facts.isBracketed
    guard kind == .word else { return }
    passage.bare.append(facts.bare)
    passage.caseless.append(facts.caseless)
    passage.hyphenCount += facts.isHyphenated ? 1 : 0
    let form = known.lexicon.words[Int(id)].form
    passage.forms.append(form)
    if known.names.contains(id, form: form) { passage.names.append(form) }
    passage.isNegative = passage.isNegative || known.negates[Int(form)]
  }

  private mutating func numbers(_ passage: Passage) -> [NumberReader.Finding] {
    guard passage.words.contains(where: { levels.facts($0).mayBeNumber }) else { return [] }
    let words = passage.words.map { known.lexicon.words[Int($0)] }
    return NumberReader.findings(
      in: words, forms: words.map { known.lexicon.forms[Int($0.form)].spelling })
  }

  private func numberless(_ passage: Passage) -> [UInt32] {
    var result: [UInt32] = []
    var at = 0
    func take(until end: Int) {
      for id in passage.words[at..<end] where known.lexicon.words[Int(id)].kind == .word {
        result.append(known.lexicon.words[Int(id)].form)
      }
    }
    for number in passage.numbers where number.words.lowerBound >= at {
      take(until: number.words.lowerBound)
      result.append(UInt32.max)
      at = number.words.upperBound
    }
    take(until: passage.words.count)
    return result
  }

  /// The id of the form's skeleton; equal for spellings of one word.
  mutating func skeleton(of form: UInt32) -> UInt32 {
    levels.skeleton(of: form, known)
  }
}
