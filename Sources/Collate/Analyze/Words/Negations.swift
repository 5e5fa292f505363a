/// Words that negate, by language.
///
/// Forms: small letters without accents or apostrophes. Lists hold what makes a clause or phrase
/// negative by itself; prefixes (`un-`, `in-`) are not looked at. They follow the standard
/// reference grammar of each language, named beside it.
enum Negations {
  /// Primary language subtag and words.
  static let words: [(language: String, words: [String])] = [
    // Quirk et al., A Comprehensive Grammar of the English Language, 10.54–10.58.
    (
      "en",
      [
        "not", "no", "never", "none", "nor", "neither", "nothing", "nobody", "nowhere", "without",
        "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "havent",
        "hasnt", "hadnt", "couldnt", "wouldnt", "shouldnt", "wont", "mustnt", "neednt", "aint",
      ]
    ),
    // Russkaia grammatika (1980), vol. 2, §§ 2616–2664.
    (
      "ru",
      ["не", "ни", "нет", "никогда", "никто", "ничто", "ничего", "нигде", "никак", "без", "безо"]
    ),
    // Duden, Die Grammatik, on Negationswörter.
    (
      "de",
      [
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals",
        "niemand",
        "niemanden", "nichts", "nirgends", "weder", "ohne", "nimmer",
      ]
    ),
    // Grevisse, Le bon usage, on la négation.
    (
      "fr",
      [
        "ne", "pas", "point", "jamais", "rien", "aucun", "aucune", "nul", "nulle", "ni", "sans",
        "non",
      ]
    ),
    // Serianni, Grammatica italiana, on la negazione.
    ("it", ["non", "no", "mai", "nessuno", "nessuna", "niente", "nulla", "ne", "senza"]),
    // Real Academia Española, Nueva gramática, ch. 48.
    (
      "es",
      [
        "no", "nunca", "jamas", "nadie", "nada", "ningun", "ninguno", "ninguna", "ni", "sin",
        "tampoco",
      ]
    ),
    // Kühner–Stegmann, Ausführliche Grammatik der lateinischen Sprache, §§ 148–157.
    (
      "la",
      [
        "non", "nec", "neque", "ne", "haud", "nunquam", "numquam", "nemo", "nihil", "nil", "nullus",
        "nulla", "nullum", "neve", "neu", "sine", "nequaquam", "minime",
      ]
    ),
    // Smyth, Greek Grammar, §§ 2688–2768; accents dropped.
    (
      "grc",
      [
        "ου", "ουκ", "ουχ", "ουχι", "μη", "ουδε", "μηδε", "ουτε", "μητε", "ουδεισ", "ουδεν",
        "ουδεμια",
        "μηδεισ", "μηδεν", "ουδεποτε", "μηδεποτε", "ουκετι", "μηκετι", "ουπω", "ανευ", "χωρισ",
      ]
    ),
    // Holton, Mackridge, Philippaki-Warburton, Greek: A Comprehensive Grammar, on negation.
    (
      "el", ["δεν", "δε", "μη", "μην", "οχι", "ουτε", "ποτε", "κανεισ", "τιποτα", "χωρισ", "διχωσ"]
    ),
    // Gesenius–Kautzsch, Hebrew Grammar, § 152; points dropped.
    ("he", ["לא", "אל", "אין", "בלי", "בלתי", "לבלתי", "בל", "טרם", "ואין", "ולא", "ואל", "מבלי"]),
    // Thomson, An Introduction to Classical Armenian; Dum-Tragut, Armenian, on negation.
    ("hy", ["ոչ", "մի", "չէ", "չեն", "չեմ", "առանց", "երբեք", "ոչինչ", "ոչոք", "անգամ"]),
    // Wright, A Grammar of the Arabic Language, vol. 2, §§ 157–166; points dropped.
    ("ar", ["لا", "لم", "لن", "ليس", "ليست", "ما", "غير", "بلا", "بدون"]),
    // Göksel and Kerslake, Turkish: A Comprehensive Grammar, ch. 20.
    ("tr", ["degil", "yok", "hic", "asla", "ne"]),
    // Swan, A Grammar of Contemporary Polish, on negation.
    ("pl", ["nie", "ani", "nigdy", "nikt", "nic", "bez", "zaden", "zadna", "zadne"]),
    // Haeseryn et al., Algemene Nederlandse Spraakkunst, ch. 29.
    ("nl", ["niet", "geen", "nooit", "niemand", "niets", "nergens", "noch", "zonder"]),
    // Coulson, Teach Yourself Sanskrit, on negative particles; romanized.
    ("sa", ["na", "ma", "no", "vina", "naiva"]),
  ]

  /// Whether each form negates; an array by form id.
  ///
  /// Of languages that are not in the table, or where none is given, the one whose words stand in
  /// the text most often is taken: O(words in the table × log forms).
  static func table(
    language: String?, forms: [Lexicon.Form], frequencies: [Int]
  ) -> [Bool] {
    let ids = words.map { entry in
      entry.words.compactMap { FormSearch.id(of: $0, in: forms) }
    }
    let asked = language.flatMap { tag in
      words.firstIndex { $0.language == tag.lowercased().prefix { $0 != "-" && $0 != "_" } }
    }
    let counts = ids.map { $0.reduce(0) { $0 + frequencies[$1] } }
    // Of languages with equal counts the first: `max` would take the last.
    let chosen = asked ?? counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    var table = [Bool](repeating: false, count: forms.count)
    for id in ids[chosen] { table[id] = true }
    return table
  }
}

/// Finds forms by their spelling.
enum FormSearch {
  /// The id of the word form with this spelling; O(log forms), since they stand in byte order.
  static func id(of spelling: String, in forms: [Lexicon.Form]) -> Int? {
    let id = forms.partition { !$0.spelling.utf8.lexicographicallyPrecedes(spelling.utf8) }
    // Forms of equal spelling stand in order of their kinds, words first.
    guard id < forms.count, forms[id].kind == .word else { return nil }
    return forms[id].spelling.utf8.elementsEqual(spelling.utf8) ? id : nil
  }
}
