import Testing

@testable import Collate

/// Classes that depend on the language of a text, stated or found out.
@Suite struct LanguageTests {
  /// The class of two readings in a text that has a context besides.
  private func variation(
    _ a: String, _ b: String, in context: String, language: String? = nil
  ) -> Variation {
    let text = SampleTables.text([a, b, context])
    var judge = Judge(WordKnowledge(text, language: language))
    let passages = text.witnesses.map { judge.passage($0.words[...]) }
    return judge.variation(from: passages[0], to: passages[1])
  }

  private static let latin = "et in eo quod est cum ad nos venit ut sit et non erat in urbe"
  private static let german = "der ritter und diu vrouwe daz er niht ez sin lip sin leben sin was"
  private static let javanese = "ri sira ta ya ika hana sira ṅa mvaṅ ika ri ṅa ma ma ya"
  private static let chinese = "之 也 者 而 其 于 以 曰 道 可 道 之 名 也"
  private static let portuguese = "e o que de um homem que da casa do mar sin e os dias"
  private static let sanskrit = "ca tu hi iti eva api dharmaṃ śṛṇu kṛṣṇa ca"
  private static let greek = "και το γαρ εν τω οικω του πατροσ και τον υιον"

  @Test(arguments: [
    (german, "de"), (javanese, "kaw"), (chinese, "zh"), (portuguese, "pt"), (sanskrit, "sa"),
    (latin, "la"), (greek, "grc"), ("and the men of the town", "en"), ("foo bar baz", nil),
  ])
  func `the commonest words tell the language`(context: String, expected: String?) {
    let text = SampleTables.text([context])
    #expect(WordKnowledge(text, language: nil).language.likely == expected)
  }

  @Test func `what the edition states wins, and an unlisted language is guessed for its lists`() {
    let text = SampleTables.text([Self.german])
    #expect(WordKnowledge(text, language: "de-AT").language.likely == "de")
    #expect(WordKnowledge(text, language: "fro").language.likely == "fr")
    let odd = WordKnowledge(text, language: "nds").language
    #expect(odd.stated == "nds" && odd.likely == "de")
  }

  @Test func `every language has common words and negations, all of them forms`() {
    let common = TextLanguage.commonWords
    #expect(Set(common.map(\.language)) == Set(Negations.words.map(\.language)))
    #expect(Set(common.map(\.language)).count == common.count)
    for word in common.flatMap(\.words) + Negations.words.flatMap(\.words) {
      let stem = word.hasSuffix("-") ? String(word.dropLast()) : word
      #expect(Folding.form(of: stem, kind: .word) == stem, "\(word) is no form")
    }
  }

  @Test(arguments: [
    // `sîn`, his, is no Spanish `sin`, and `ṅa` no Sanskrit `na`.
    ("sîn", "sîne", german, VariationClass.substantive),
    ("ika ṅa", "ika ma", javanese, .substantive), ("hana", "tan hana", javanese, .negation),
    ("nikaṁ", "taṅ", javanese, .substantive), ("hi", "na", sanskrit, .negation),
    ("道 可 道", "道 不 可 道", chinese, .negation),
    ("é", "não é", portuguese, .negation), ("धर्मः", "न धर्मः", "च तु हि इति एव", .negation),
    ("voluit", "noluit", latin, .negation), ("non sciunt", "nesciunt", latin, .substantive),
    ("ουδεποτε", "ουδεπω", greek, .substantive), ("τινι", "ουδενι", greek, .negation),
  ])
  func `a negation is one of the language`(
    a: String, b: String, context: String, expected: VariationClass
  ) {
    #expect(variation(a, b, in: context).kind == expected, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("spacium", "spatium", VariationClass.orthographic), ("prouincie", "provintiae", .orthographic),
    ("michi", "mihi", .orthographic), ("nichil", "nihil", .orthographic),
    ("inmaginem", "imaginem", .orthographic), ("adfert", "affert", .orthographic),
    ("adquirit", "acquirit", .orthographic), ("adspicit", "aspicit", .orthographic),
    ("chantus", "cantus", .orthographic), ("incohat", "incoat", .orthographic),
    ("karus", "carus", .orthographic), ("numquam", "nunquam", .orthographic),
    ("inpugnat", "impugnat", .orthographic), ("eumdem", "eundem", .orthographic),
    ("hora", "ora", .substantive), ("hostium", "ostium", .substantive),
    ("habeat", "abeat", .substantive), ("adducit", "abducit", .substantive),
    // Numbers in words; inflection is no matter of writing.
    ("iiii", "quarta", .orthographic), ("XII", "duodecim", .orthographic),
    ("xxiii", "viginti tres", .orthographic), ("tria milia", "3000", .orthographic),
    ("tres diversae", "quinque", .numeral), ("sexto", "quinto", .numeral),
    ("centum", "mille", .numeral),
    ("iii milia", "tria milia", .orthographic), ("iii milia", "3000", .orthographic),
    ("viio", "vii", .orthographic), ("iiiior", "quatuor", .orthographic),
    ("viio", "viii", .numeral), ("sed", "set", .orthographic),
    ("cotidie", "quotidie", .orthographic),
    ("M°CC°XV°", "1215", .orthographic), ("dñi", "domini", .orthographic),
    ("sex", "et", .numeral), ("tertio", "tertia", .substantive),
    ("duos", "duas", .substantive), ("secundum", "primum", .substantive),
  ])
  func `Latin has spellings and numbers of its own`(
    a: String, b: String, expected: VariationClass
  ) {
    #expect(variation(a, b, in: Self.latin).kind == expected, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("ἐστίν", "ἐστί", VariationClass.orthographic), ("ἔλεγεν", "ἔλεγε", .orthographic),
    ("οὐδέν", "οὐδέ", .substantive), ("ἀλλʼ", "ἀλλὰ", .orthographic), ("ὑφ’", "ὑπὸ", .orthographic),
    ("οὐκ", "οὐχ", .orthographic), ("οὕτω", "οὕτως", .orthographic), ("μὴ", "μὲν", .negation),
    ("συνστρατιώτῃ", "συστρατιώτῃ", .orthographic), ("ἐνβλέπων", "ἐμβλέπων", .orthographic),
    ("λήμψεται", "λήψεται", .orthographic), ("γλῶττα", "γλῶσσα", .orthographic),
    ("ἔπραττεν", "ἔπρασσεν", .orthographic), ("ἔπραττες", "ἔπρατες", .orthographic),
    ("ου\u{AF}", "ουν", .orthographic), ("ἂν", "ἀνὰ", .substantive), ("τὸν", "τὸ", .substantive),
  ])
  func `Greek words before a vowel and before a consonant are one`(
    a: String, b: String, expected: VariationClass
  ) {
    #expect(variation(a, b, in: Self.greek).kind == expected, "\(a) / \(b)")
  }

  @Test(arguments: [
    // A long ā is no stroke of abbreviation, and makes another word.
    ("kālaḥ", "kāla", VariationClass.substantive), ("sarvadharmajña", "sarvajña", .substantive),
    ("putrāḥ", "putraḥ", .substantive), ("dharmaṃ", "dharmam", .orthographic),
    ("pañcaṃ", "paṃcam", .orthographic), ("saṃbandha", "sambaṃdha", .orthographic),
    ("nirddeśaḥ", "nirdeśaḥ", .orthographic),
  ])
  func `a macron of Sanskrit belongs to its letter`(
    a: String, b: String, expected: VariationClass
  ) {
    #expect(variation(a, b, in: Self.sanskrit).kind == expected, "\(a) / \(b)")
  }

  @Test(arguments: [
    (
      "On 3 Apr., he saw it. He left.", "On 3 April, he saw it. He left.",
      VariationClass.orthographic
    ),
    ("He met J. Brown. He left.", "He met John Brown. He left.", .orthographic),
    // Both end their sentence, or only one shortens; a word that also stands alone is none.
    ("They saw the cat. He left.", "They saw the carpet. He left.", .substantive),
    ("He saw Q. Marius. He left.", "He saw quae Marius. He left.", .substantive),
    ("The man saw a man. he left.", "The man saw a mansion. he left.", .substantive),
  ])
  func `a point shortens a word that never lacks it`(
    a: String, b: String, expected: VariationClass
  ) throws {
    let entries = try editionForTests([a, b]).entries
    #expect(entries.map(\.variation.kind).min() == expected, "\(a) / \(b)")
  }

  @Test func `a tilde of Portuguese is no stroke of abbreviation`() {
    #expect(variation("são", "sermão", in: Self.portuguese).kind == .substantive)
    #expect(variation("alũno", "alumno", in: Self.latin).kind == .orthographic)
    #expect(variation("grātia", "gratia", in: Self.latin).kind == .orthographic)
    #expect(variation("grā", "gratia", in: Self.latin).kind == .orthographic)
  }

  @Test func `letters with a vowel between them are not one doubled`() {
    #expect(variation("ממלכה", "מלכה", in: "את על כי").kind == .substantive)
    #expect(variation("dannum", "danum", in: Self.latin).kind == .orthographic)
  }
}
