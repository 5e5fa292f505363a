/// Words that negate, by language.
///
/// Forms: small letters without accents or apostrophes; one that ends in a hyphen is the beginning
/// of words. Lists hold what makes a clause or phrase negative by itself; prefixes (`un-`, `in-`)
/// are not looked at. They follow the standard reference grammar of each language, named beside it.
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
        // As they were written before 1600.
        "nat", "nought", "noght", "neuer", "nevere", "nouther",
      ]
    ),
    // Russkaia grammatika (1980), vol. 2, §§ 2616–2664.
    (
      "ru",
      ["не", "ни", "нет", "никогда", "никто", "ничто", "ничего", "нигде", "никак", "без", "безо"]
    ),
    // Duden, Die Grammatik, on Negationswörter; Paul, Mittelhochdeutsche Grammatik, on negation.
    (
      "de",
      [
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals",
        "niemand",
        "niemanden", "nichts", "nirgends", "weder", "ohne", "nimmer", "nit",
        "niht", "nieman", "niemen", "niemer", "niender",
      ]
    ),
    // Grevisse, Le bon usage, on la négation.
    (
      "fr",
      [
        "ne", "pas", "point", "jamais", "rien", "aucun", "aucune", "nul", "nulle", "ni", "sans",
        "non", "mie", "nus", "nullement", "aucunement",
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
    // Cunha and Cintra, Nova gramática do português contemporâneo, on negation.
    (
      "pt",
      ["nao", "nem", "nunca", "jamais", "ninguem", "nada", "nenhum", "nenhuma", "sem", "tampouco"]
    ),
    // Kühner–Stegmann, Ausführliche Grammatik der lateinischen Sprache, §§ 148–157. The verbs that
    // hold their negation are `nolo` and `nescio`, also `non scio`.
    (
      "la",
      [
        "non", "nec", "neque", "ne", "haud", "haut", "nunquam", "numquam", "nusquam", "nondum",
        "nemo", "nemin-", "nihil", "nihili", "nihilo", "nichil", "nichilo", "nil", "null-", "neve",
        "neu", "sine", "absque", "nequaquam", "haudquaquam", "minime", "nolo", "noli", "nolite",
        "nole-", "nolle-", "nolu-", "nesci-",
      ]
    ),
    // Smyth, Greek Grammar, §§ 2688–2768; accents dropped.
    (
      "grc",
      [
        "ου", "ουκ", "ουχ", "ουχι", "μη", "ουδε", "μηδε", "ουδ", "μηδ", "ουτε", "μητε", "ουδεισ",
        "μηδεισ", "ουδεν-", "μηδεν-", "ουθεν-", "μηθεν-", "ουδεμι-", "μηδεμι-", "ουδεποτε",
        "μηδεποτε", "ουποτε", "μηποτε", "ουκετι", "μηκετι", "ουπω", "μηπω", "ουδεπω", "μηδεπω",
        "ουδαμ-", "μηδαμ-", "ανευ", "χωρισ",
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
    // Coulson, Teach Yourself Sanskrit, on negative particles; romanized and in Devanagari.
    ("sa", ["na", "ma", "no", "vina", "naiva", "न", "मा", "नो", "विना", "नैव"]),
    // Lunt, Old Church Slavonic Grammar, on negation.
    (
      "cu",
      [
        "не", "ни", "нѣсть", "нѣстъ", "нѣсмь", "нѣси", "никъто-", "никто-", "ничьто-", "ничто-",
        "никогда-", "николи-", "безъ", "без",
      ]
    ),
    // Zoetmulder, De taal van het Adiparwa, on negation.
    ("kaw", ["tan", "tatan", "ndatan", "datan", "tar", "nora", "hayva", "haywa", "ayva", "aywa"]),
    // Pulleyblank, Outline of Classical Chinese Grammar, on negation; in simplified characters.
    ("zh", ["不", "无", "非", "未", "勿", "弗", "莫", "毋", "没", "否"]),
    // The same characters in Japanese; kana that negate are endings of words.
    ("ja", ["不", "无", "非", "未", "勿", "莫"]),
    // Beyer, The Classical Tibetan Language, on negation.
    ("bo", ["མི", "མ", "མེད", "མིན", "མེན"]),
    // Nöldeke, Kurzgefasste syrische Grammatik, §§ 328–331.
    ("syc", ["ܠܐ", "ܕܠܐ", "ܘܠܐ", "ܠܝܬ", "ܠܘ"]),
    // Layton, A Coptic Grammar, on negation. `ⲙⲛ` is "and" as well.
    ("cop", ["ⲁⲛ", "ⲙⲡⲉ", "ⲙⲡⲣ", "ⲙⲡⲁⲧⲉ", "ⲁϫⲛ", "ⲛⲛⲉ"]),
    // Fähnrich, Grammatik der altgeorgischen Sprache, on negation.
    ("ka", ["არა", "არ", "ვერ", "ნუ", "არც", "ვერც", "ნურც", "არცა", "ვერცა"]),
    // Lambton, Persian Grammar, on negation; verbs have theirs as a prefix.
    ("fa", ["نه", "نيست", "بي", "هيچ", "هرگز", "بدون"]),
    // McGregor, Outline of Hindi Grammar, on negatives.
    ("hi", ["नहीं", "न", "मत", "बिना"]),
  ]

  /// Of languages that are romanized with marks that tell words apart, the words as they are then
  /// written: `ṅa` and `taṅ` negate nothing, `na` and `tan` do.
  private static let romanized: [(language: String, words: Set<String>)] = [
    ("sa", ["na", "mā", "no", "vinā", "naiva"]),
    ("kaw", ["tan", "tatan", "ndatan", "datan", "tar", "nora", "hayva", "haywa", "ayva", "aywa"]),
  ]

  /// Whether a word that has the form of a negation is written like it.
  static func isSpelled(_ plain: String, in language: TextLanguage) -> Bool {
    guard plain.utf8.first ?? 0 < 0xE0,
      let words = romanized.first(where: { $0.language == language.likely })?.words
    else { return true }
    return words.contains(plain.lowercased())
  }

  /// Whether each form negates in a language; an array by form id. O(words of the list × log
  /// forms).
  static func table(language: TextLanguage, forms: [Lexicon.Form]) -> [Bool] {
    var table = [Bool](repeating: false, count: forms.count)
    let list = words.first { $0.language == language.likely }?.words ?? []
    for word in list {
      for id in FormSearch.ids(of: word, in: forms) { table[id] = true }
    }
    return table
  }
}

/// Finds forms by their spelling.
enum FormSearch {
  /// The ids of the word with this spelling, or of all words that begin so where it ends in a
  /// hyphen; O(log forms + ids), since forms stand in byte order.
  static func ids(of spelling: String, in forms: [Lexicon.Form]) -> [Int] {
    let isStem = spelling.utf8.last == 0x2D
    let wanted = isStem ? spelling.utf8.dropLast() : spelling.utf8[...]
    let first = forms.partition { !$0.spelling.utf8.lexicographicallyPrecedes(wanted) }
    let found = forms[first...].prefix { form in
      isStem ? form.spelling.utf8.starts(with: wanted) : form.spelling.utf8.elementsEqual(wanted)
    }
    return found.indices.filter { forms[$0].kind == .word }
  }
}
