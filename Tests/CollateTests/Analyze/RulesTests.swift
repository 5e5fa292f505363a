import Testing

@testable import Collate

@Suite struct RulesTests {
  /// Enough small words that capitals are rare, as in prose.
  private static let filler =
    " ; it was a long day for all the men of the town and they went down to the sea at night"

  /// The class of two readings in a text where some words are known: names stand inside sentences.
  private func kind(_ a: String, _ b: String, language: String? = "en") -> Variation {
    let context = "they met Dashnak , Armenian , Karabakh , Chicherin and Baku by the river I saw"
    let text = SampleTables.text([a, b, context + Self.filler])
    var judge = Judge(WordKnowledge(text, language: language))
    let passages = text.witnesses.map { judge.passage($0.words[...]) }
    let there = judge.variation(from: passages[0], to: passages[1])
    let back = judge.variation(from: passages[1], to: passages[0])
    let turned: [VariationClass: VariationClass] = [.omission: .addition, .addition: .omission]
    #expect(back.kind == turned[there.kind] ?? there.kind, "\(a) / \(b) is not symmetrical")
    return there
  }

  @Test(arguments: [
    ("try'd", "tried", .orthographic), ("Müller", "Mueller", .orthographic),
    ("Ko\u{364}nig", "Koenig", .orthographic), ("Århus", "Aarhus", .orthographic),
    ("schon", "schoen", .substantive), ("{gap=illegible_12character}", "men", .substantive),
    ("3 million", "3,000,000", .orthographic), ("3 million", "4 million", .numeral),
    ("3,000", "9,000", VariationClass.numeral), ("VII", "8", .numeral), ("3.5", "35", .numeral),
    ("vii", "viii", .numeral), ("two", "three", .numeral), ("1,2", "12", .numeral),
    ("1 2", "12", .numeral), ("7 July", "9 July", .numeral), ("some", "3,000", .numeral),
    ("I", "2", .numeral), ("44a", "44b", .numeral), ("three thousand", "9,000", .numeral),
    ("3,000", "three thousand", .orthographic), ("3,000", "3.000", .orthographic),
    ("VII", "7", .orthographic), ("seventh", "7th", .orthographic), ("½", "0.5", .orthographic),
    ("Dashnak", "Armenian", .name), ("Karabakh", "Karabagh", .orthographic),
    ("councils", "Soviets", .substantive), ("not", "", .omission),
    ("would", "would not", .negation),
    ("is", "isn't", .negation), ("see", "perceive", .substantive), ("these", "those", .substantive),
    ("areas", "area", .substantive), ("off", "of", .substantive), ("form", "from", .substantive),
    ("length", "lenght", .orthographic), ("colour", "color", .substantive),
    ("organisation", "organization", .orthographic), ("civilised", "civilized", .orthographic),
    ("connexion", "connection", .orthographic),
    ("difficultatesque", "difficultatisque", .orthographic),
    ("videbatur", "videbantur", .substantive), ("occurrerunt", "occurrerant", .substantive),
    ("interficit", "interfecit", .substantive), ("abductum", "adductum", .substantive),
    ("προφέρει", "προσφέρει", .substantive), ("δύναται", "δύνανται", .substantive),
    ("rising", "rizing", .substantive),
    ("troiae", "troie", .orthographic), ("vp", "up", .orthographic),
    ("iudge", "judge", .orthographic),
    // Sacred names where a mark shows that they are short.
    ("θ\u{305}ω\u{305}", "θεῷ", .orthographic), ("κ\u{305}ς\u{305}", "κύριος", .orthographic),
    ("ι\u{305}η\u{305}ς\u{305}", "Ἰησοῦς", .orthographic),
    ("π\u{305}ν\u{305}α\u{305}", "πνεῦμα", .orthographic), ("dn\u{304}s", "dominus", .orthographic),
    ("sc\u{304}s", "sanctus", .orthographic), ("xp\u{304}s", "christus", .orthographic),
    ("xp\u{304}c", "christus", .orthographic), ("ih\u{305}s", "iesus", .orthographic),
    ("ⲓ\u{305}ⲥ\u{305}", "ⲓⲏⲥⲟⲩⲥ", .orthographic), ("бг\u{483}ъ", "богъ", .orthographic),
    ("гд\u{487}ь", "господь", .orthographic),
    ("θω", "θεῷ", .substantive), ("ις", "Ἰησοῦς", .substantive), ("υς", "υἱός", .substantive),
    ("θ\u{305}ω\u{305}", "κυρίῳ", .substantive), ("xp\u{304}s", "chorus", .substantive),
    ("въ", "в", .orthographic), ("إلى", "الي", .orthographic),
    ("المدينة", "المدينه", .orthographic),
    ("ኀይል", "ሀይል", .orthographic), ("ሠማየ", "ሰማየ", .orthographic), ("ﻛﺘﺎﺏ", "كتاب", .orthographic),
    ("三 千", "3000", .orthographic), ("三 千", "九 千", .numeral), ("ϛʹ", "ζʹ", .numeral),
    ("first", "second", .numeral), ("hundred", "thousand", .numeral), ("I", "V", .numeral),
    ("XI", "VI", .numeral), ("the first 3", "the second 3", .numeral), ("mi", "vi", .substantive),
    ("I", "one", .substantive), ("%", "‰", .numeral), ("%", "percent", .orthographic),
    ("5 %", "5 ‰", .numeral), ("per cent", "%", .orthographic),
    ("ϛʹ", "6", .orthographic), ("4-4a", "44a", .numeral),
    ("ABC123", "ＡＢＣ１２３", .orthographic), ("क्\u{200D}ष", "क्ष", .orthographic),
    ("co\u{AD}operate", "cooperate", .orthographic),
    // Slavonic letters and jers; Sanskrit doublings and nasals; Hebrew abbreviations.
    ("дꙋша", "доуша", .orthographic), ("ѡтъ", "отъ", .orthographic), ("ѿ", "от", .orthographic),
    ("своꙗ", "своѧ", .orthographic), ("сънъ", "снъ", .orthographic), ("мꙑ", "мъі", .orthographic),
    ("имꙿ", "имъ", .orthographic), ("брат", "брать", .substantive),
    ("в\u{483}і", "г\u{483}і", .numeral),
    ("\u{482}ѕ\u{483}фк\u{483}", "\u{482}ѕ\u{483}фк\u{483}г", .numeral),
    ("в\u{483}", "2", .orthographic),
    ("धर्म", "धर्म्म", .orthographic), ("अर्ध", "अर्द्ध", .orthographic), ("अन्त", "अंत", .orthographic),
    ("पाण्डव", "पांडव", .orthographic), ("किम्", "किं", .orthographic), ("तत्त्व", "तत्व", .orthographic),
    ("সর্ব", "সর্ব্ব", .orthographic), ("अत", "अन्त", .substantive), ("मत", "मत्त", .substantive),
    ("तन्मय", "तंमय", .substantive), ("वन", "वं", .substantive),
    ("ט״ו", "י״ו", .numeral), ("תש״י", "תש״ו", .numeral), ("ל״ו", "ל׳", .numeral),
    ("ט״ו", "15", .orthographic),
    ("ט״ו", "16", .numeral), ("תש״פ", "תש\"פ", .punctuation), ("תש״י", "ה׳תש״י", .numeral),
    ("廿", "二 十", .orthographic), ("廿 六", "二 十 七", .numeral), ("卅", "三 十", .orthographic),
    ("っ", "つ", .orthographic), ("ゐ", "い", .orthographic), ("さ", "た", .substantive),
    ("ർ", "ര്\u{200D}", .orthographic), ("സർവ", "സര്‍വ്വ", .orthographic),
    ("ר׳", "רבי", .orthographic), ("ר'", "רבי", .orthographic), ("ר", "רבי", .substantive),
    // Kana: two scripts are one word, voicing tells two apart.
    ("ノ", "の", .orthographic), ("ガ", "が", .orthographic), ("か", "が", .substantive),
    ("仏", "佛", .orthographic), ("気", "气", .orthographic), ("峯", "峰", .orthographic),
    ("芸", "藝", .substantive),
    ("隱", "隐", .orthographic), ("説", "說", .orthographic), ("說", "談", .substantive),
    ("and", "&", .orthographic), ("café", "cafe", .orthographic), ("ﬁne", "fine", .orthographic),
    ("Com.", "Comrade", .orthographic), ("direct line", "direct-line", .division),
    ("co-operate", "cooperate", .division), ("in to", "into", .division),
    ("ουκ εχει", "ουκεχει", .division), ("division", "Division", .case),
    ("Baku ,", "Baku", .punctuation),
    ("don’t", "don't", .punctuation), ("men ;", "men ,", .punctuation), (",", "", .punctuation),
    ("[Decide]", "Decide", .editorial), ("[wo]rd", "word", .editorial), ("<…>", "", .editorial),
    ("<…>", "the men", .lacuna), ("the <…> of the town", "the long men of the town", .lacuna),
    ("the <…> men <…> town", "the long lost men of the town", .lacuna), ("<…>", ",", .editorial),
    ("a b", "b a", .transposition), ("the black cat", "cat the black", .transposition),
    // Not in long readings, nor where only the order is another.
    ("3,000", "all of the men who had come", .substantive),
    ("would not", "would in all the years of peace", .substantive),
    ("of Dashnak and Baku", "of Baku or Dashnak", .substantive),
    // Small letters may be a word; slips are inside of long words, in names up to their ends.
    ("I", "mi", .substantive), ("length", "elngth", .substantive),
    ("near Erivan", "near Erevan", .name),
    ("", "the men", .addition), ("the men", "", .omission),
  ])
  func `each class has its rule`(a: String, b: String, expected: VariationClass) {
    #expect(kind(a, b).kind == expected, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("with 3,000 men of Baku", VariationClass.numeral),
    ("−", .numeral), ("%", .numeral), ("of Baku", .name), ("not", .negation),
  ])
  func `what is missing says what it holds`(missing: String, holds: VariationClass) {
    #expect(kind(missing, "") == Variation(kind: .omission, subkind: holds))
    #expect(kind("", missing) == Variation(kind: .addition, subkind: holds))
  }

  @Test(arguments: ["one", "I", "second of them"])
  func `what may be a number is none where it is missing`(missing: String) {
    #expect(kind(missing, "") == Variation(kind: .omission))
  }

  @Test(arguments: [
    ("it was he who went away to the sea", "it was not he who went away", VariationClass.negation),
    ("it was he who went away to the sea", "with 3,000 men he went to sea", .numeral),
    ("it was he who went away to the sea", "at last Dashnak went to sea", .name),
  ])
  func `a long rewording says what it gained`(a: String, b: String, gained: VariationClass) {
    #expect(kind(a, b) == Variation(kind: .substantive, subkind: gained))
    #expect(kind(b, a) == Variation(kind: .substantive, subkind: gained))
  }

  @Test(arguments: [(".", "men."), ("—", "and the men")])
  func `marks against words are nothing against words`(marks: String, words: String) {
    #expect(kind(marks, words).kind == .addition)
    #expect(kind(words, marks).kind == .omission)
  }

  @Test func `a name may follow an elided article`() {
    let context = "they met d’Armignac and d’Assy and al-Hasan in the town" + Self.filler
    let text = SampleTables.text(["d’Armignac", "d’Assy", "al-Hasan", context])
    var judge = Judge(WordKnowledge(text, language: "en"))
    let passages = text.witnesses.map { judge.passage($0.words[...]) }
    #expect(judge.variation(from: passages[0], to: passages[1]).kind == .name)
    #expect(judge.variation(from: passages[1], to: passages[2]).kind == .name)
  }

  @Test func `a numeral in capitals is no name`() {
    let context = "in chapter XI they met in chapter XII and went to chapter VI" + Self.filler
    let text = SampleTables.text(["XI", "", context])
    var judge = Judge(WordKnowledge(text, language: "en"))
    let passages = text.witnesses.map { judge.passage($0.words[...]) }
    #expect(
      judge.variation(from: passages[0], to: passages[1])
        == Variation(kind: .omission, subkind: .numeral))
  }

  @Test func `the encoding of a letter is no variation of its own`() {
    #expect(kind("caf\u{E9}", "cafe\u{301}").kind == .orthographic)
  }

  @Test(arguments: [
    ("ru", "занята", "не занята"), ("de", "heute", "nicht heute"), ("la", "erat", "non erat"),
    ("grc", "ἔχει", "οὐκ ἔχει"), ("fr", "vient", "vient jamais"), ("he", "הלך", "לא הלך"),
  ])
  func `negations of other languages`(language: String, plain: String, negated: String) {
    #expect(kind(plain, negated, language: language).kind == .negation)
  }

  @Test func `nouns in capitals are no names`() {
    #expect(kind("Hund", "Katze", language: "de").kind == .substantive)
  }

  @Test(arguments: [
    ("we all saw Mr . Brown there", "we all saw Mr . Green there", VariationClass.name),
    ("he ( Brown ) went", "he ( Green ) went", .name),
    // A capital that a sentence or paragraph begins with, or that the word has not everywhere.
    ("it was . Brown came", "it was . Green came", .substantive),
    ("it was\n\nBrown came", "it was\n\nGreen came", .substantive),
    ("he saw Day", "he saw Sea", .substantive),
  ])
  func `names are known by their capitals`(a: String, b: String, expected: VariationClass) {
    #expect(kind(a, b).kind == expected)
  }

  @Test func `where capitals are many they tell no names`() {
    let titles = Array(repeating: "he saw House", count: 20).joined(separator: " ")
    #expect(kind("he saw Brown " + titles, "he saw Green " + titles).kind == .substantive)
  }

  @Test func `of languages whose words are equally many the first is taken`() {
    let forms = ["nec", "pas"].map { Lexicon.Form(spelling: $0, kind: .word) }
    func negating(_ frequencies: [Int]) -> [Bool] {
      let language = TextLanguage(tag: nil, forms: forms, frequencies: frequencies)
      return Negations.table(language: language, forms: forms)
    }
    #expect(negating([1, 1]) == [false, true])
    #expect(negating([2, 1]) == [true, false])
  }

  @Test(arguments: [
    ("ru", "три тысячи", "3000", VariationClass.orthographic),
    ("fr", "trois mille", "9000", .numeral), ("ru", "3 тысячи", "3000", .orthographic),
    ("ru", "три дня", "четыре дня", .numeral), ("de", "drei", "vierte", .numeral),
    ("de", "dritte", "dritten", .substantive), ("he", "אחד", "שנים", .numeral),
    ("ar", "ثلاثة", "أربعة", .numeral), ("grc", "τρεῖς", "τέσσαρες", .numeral),
  ])
  func `numbers spelled out elsewhere`(
    language: String, spelled: String, figures: String, expected: VariationClass
  ) {
    #expect(kind(spelled, figures, language: language).kind == expected)
  }

  @Test func `every pair of readings gets the same verdict from both sides`() {
    let words = ["3,000", "IX", "nine", "Baku", "baku", "not", "the", "[the]", "<…>", ",", "a-b"]
    let readings = [""] + words + words.flatMap { a in words.map { a + " " + $0 } }
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      _ = kind(readings.randomElement(using: &random)!, readings.randomElement(using: &random)!)
    }
  }

  @Test func interchangedLettersAreFoundWhereverTheyStand() {
    let language = TextLanguage(tag: "enm", forms: [], frequencies: [])
    let spelling = SpellingKinship(language, isRomanized: false)
    func skeleton(_ form: String) -> String {
      String(String.UnicodeScalarView(spelling.skeleton(of: form)))
    }
    // Longer, shorter and as long as what they stand for; a thousand times, as in a long passage.
    for count in [1, 2, 1000] {
      let form = String(repeating: "quaewvyphckt", count: count)
      #expect(skeleton(form) == String(repeating: "queuuuifkt", count: count))
    }
    #expect(skeleton("aoe") == "ae", "what has been replaced is not looked at again")
    #expect(skeleton("etiam") == skeleton("eciam"))
    #expect(skeleton("την") == "την", "Greek vowels stay in short words")
    #expect(skeleton("kinge") == "king" && skeleton("mare") == "mare", "as does a final e")
    #expect(skeleton("σειρα") == skeleton("σηρα"))
  }
}
