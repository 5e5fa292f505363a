/// What is known of the language of a text: what the edition says, else what its commonest words
/// tell.
struct TextLanguage: Sendable, Equatable {
  /// Primary subtag of the language that the edition names, in small letters.
  let stated: String?
  /// That one, or its later stage, where its words are listed here, else the listed one whose words
  /// stand in the text most often; nil where those of none stand often enough to tell.
  let likely: String?

  /// Looks for the words of each language; O(words of the lists × log forms), nothing where `tag`,
  /// a BCP 47 tag, names one of them.
  init(tag: String?, forms: [Lexicon.Form], frequencies: [Int]) {
    let stated = tag.map { String($0.lowercased().prefix { $0 != "-" && $0 != "_" }) }
    let listed = stated.map { Self.listed[$0] ?? $0 }
    let isListed = Self.commonWords.contains { $0.language == listed }
    self.stated = stated
    likely = isListed ? listed : Self.guess(forms, frequencies)
  }

  /// Whether the text is Latin.
  var isLatin: Bool { likely == "la" }

  /// Whether the text is Sanskrit or Pali.
  var isSanskrit: Bool { likely == "sa" }

  /// Whether the text is Church Slavonic or Old Russian, in which a ь is soon as silent as a ъ.
  var isSlavonic: Bool { likely == "cu" }

  /// Older stages and tags of three letters, and the tag under which their words are listed. Looked
  /// up, never walked.
  private static let listed: [String: String] = [
    "gmh": "de", "goh": "de", "deu": "de", "ger": "de", "enm": "en", "eng": "en", "fro": "fr",
    "frm": "fr", "xno": "fr", "fra": "fr", "fre": "fr", "lat": "la", "ita": "it", "spa": "es",
    "osp": "es", "por": "pt", "nld": "nl", "dut": "nl", "dum": "nl", "rus": "ru", "pol": "pl",
    "orv": "cu", "chu": "cu", "ell": "el", "gre": "el", "heb": "he", "hbo": "he", "hye": "hy",
    "arm": "hy", "xcl": "hy", "ara": "ar", "arb": "ar", "fas": "fa", "per": "fa", "tur": "tr",
    "ota": "tr", "san": "sa", "pi": "sa", "hin": "hi", "zho": "zh", "chi": "zh", "lzh": "zh",
    "jpn": "ja", "ojp": "ja", "bod": "bo", "tib": "bo", "xct": "bo", "syr": "syc", "kat": "ka",
    "geo": "ka",
  ]

  /// Of all words, the share that those listed must have. In prose the twelve commonest words are a
  /// tenth to a third of all; Hebrew and Syriac, which write them as parts of others, have a
  /// twentieth.
  private static let leastShare = 0.02

  /// The language whose words are most frequent; of equals the first of the list.
  private static func guess(_ forms: [Lexicon.Form], _ frequencies: [Int]) -> String? {
    let total = zip(forms, frequencies).reduce(0) { $0 + ($1.0.kind == .word ? $1.1 : 0) }
    var best: (language: String, count: Int)?
    for (language, words) in commonWords {
      let negations = Negations.words.first { $0.language == language }?.words ?? []
      let ids = Set((words + negations).flatMap { FormSearch.ids(of: $0, in: forms) })
      let count = ids.reduce(0) { $0 + frequencies[$1] }
      if count > best?.count ?? 0 { best = (language, count) }
    }
    guard let best, Double(best.count) >= leastShare * Double(total) else { return nil }
    return best.language
  }

  /// Primary subtag and the commonest words, as forms: the particles, articles and pronouns with
  /// which frequency lists of each language begin.
  static let commonWords: [(language: String, words: [String])] = [
    (
      "en", ["the", "and", "of", "to", "in", "that", "is", "was", "he", "with", "for", "it", "his"]
    ),
    ("ru", ["и", "в", "на", "что", "с", "как", "а", "по", "то", "он", "его", "из", "это", "я"]),
    (
      "de",
      [
        "und", "der", "die", "das", "den", "mit", "von", "zu", "er", "ein", "ist", "im", "dass",
        "unde", "diu", "daz", "ez", "waz", "ir",
      ]
    ),
    ("fr", ["et", "de", "la", "le", "les", "des", "que", "qui", "du", "un", "il", "est", "dans"]),
    ("it", ["e", "di", "che", "la", "il", "un", "per", "del", "con", "si", "della", "le", "gli"]),
    ("es", ["y", "de", "la", "que", "el", "en", "los", "se", "del", "las", "por", "con", "su"]),
    ("pt", ["e", "de", "que", "o", "a", "do", "da", "os", "em", "um", "uma", "para", "com"]),
    (
      "la",
      ["et", "in", "est", "ad", "quod", "cum", "qui", "ut", "ex", "sed", "esse", "ab", "quae"]
    ),
    (
      "grc",
      ["και", "το", "τον", "την", "του", "των", "τησ", "τω", "εν", "δε", "γαρ", "προσ", "τα"]
    ),
    ("el", ["και", "το", "να", "του", "τησ", "την", "για", "με", "που", "θα", "στο", "απο"]),
    ("he", ["את", "על", "כי", "אשר", "הוא", "כל", "לו", "עם", "זה", "אמר", "ויאמר", "של"]),
    ("hy", ["ի", "եւ", "որ", "զի", "է", "իբրեւ", "այն", "ըստ", "առ", "ու"]),
    ("ar", ["من", "في", "على", "ان", "الى", "عن", "هذا", "و", "قال", "كان", "ذلك"]),
    ("tr", ["bir", "ve", "bu", "da", "de", "icin", "ile", "o", "ki", "olan"]),
    ("pl", ["i", "w", "na", "z", "sie", "do", "ze", "to", "jest", "jak", "o", "po"]),
    ("nl", ["de", "het", "een", "van", "en", "in", "dat", "is", "te", "op", "met", "voor"]),
    (
      "sa", ["ca", "tu", "hi", "iti", "eva", "api", "tatha", "च", "तु", "हि", "इति", "एव", "अपि", "तथा"]
    ),
    ("cu", ["и", "же", "въ", "бо", "на", "ꙗко", "яко", "къ", "отъ", "ѿ", "іако", "еже", "его"]),
    (
      "kaw",
      ["ri", "ta", "ya", "sira", "ika", "ikan", "nin", "san", "yan", "hana", "mvan", "mwan", "ira"]
    ),
    ("zh", ["之", "也", "者", "而", "其", "于", "以", "曰", "的", "是", "了", "在", "为"]),
    ("ja", ["の", "に", "を", "は", "て", "と", "が", "し", "も", "な", "る", "か", "り"]),
    ("bo", ["པ", "བ", "གི", "ཀྱི", "ནི", "ལ", "ན", "དང", "པའི", "བའི", "གིས"]),
    ("syc", ["ܡܢ", "ܥܠ", "ܗܘ", "ܕܝܢ", "ܠܗ", "ܗܘܐ", "ܓܝܪ", "ܐܝܟ", "ܗܢܐ"]),
    ("cop", ["ⲡⲉ", "ⲛ", "ⲇⲉ", "ⲁⲩⲱ", "ⲙⲛ", "ϫⲉ", "ⲅⲁⲣ", "ϩⲛ", "ⲛϭⲓ", "ⲉ"]),
    ("ka", ["და", "რომ", "ის", "იყო", "რამეთუ", "იგი", "მისი", "ვითარცა"]),
    ("fa", ["و", "در", "به", "از", "كه", "را", "اين", "ان", "بر", "است"]),
    ("hi", ["के", "का", "की", "है", "में", "से", "को", "और", "ने", "पर"]),
  ]
}
