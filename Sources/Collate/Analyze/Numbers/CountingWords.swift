/// The words of numbers in languages that have neither grammar of numbers here, English and Latin.
///
/// Each word is a number by itself and a doubtful one, for it may inflect or mean something else:
/// `drei` against `vier`, or against 3, is told, `dritte` against `dritten` is not. Left out are
/// the words for one, which are articles, and ἕξ, which is ἐξ without its breathing.
enum CountingWords {
  /// The value of each word of a language, by its form; empty where there is no list. Looked up,
  /// never walked.
  static func table(_ language: String?) -> [String: Int] {
    guard let list = lists.first(where: { $0.language == language })?.words else { return [:] }
    var table: [String: Int] = [:]
    for (value, words) in list {
      for word in words.split(separator: " ") {
        table[Folding.form(of: String(word), kind: .word)] = value
      }
    }
    return table
  }

  /// Primary subtag; value and its words, a blank between them.
  private static let lists: [(language: String, words: [(Int, String)])] = [
    (
      "de",
      [
        (2, "zwei zwo zween zwey zwêne zweien zweite zweiten zweiter"),
        (3, "drei drey drî driu dreien dritte dritten dritter"),
        (4, "vier vieren vierte vierten vierter"),
        (5, "fünf funff vünf fünfte fünften"), (6, "sechs sehs sechste sechsten"),
        (7, "sieben siben siebente"),
        (8, "acht ahte achte achten"), (9, "neun niun neunte"), (10, "zehn zehen zehnte zehnten"),
        (11, "elf eilf"),
        (12, "zwölf zwelf zwölfte"), (13, "dreizehn"), (14, "vierzehn"), (15, "fünfzehn"),
        (16, "sechzehn"), (17, "siebzehn"), (18, "achtzehn"), (19, "neunzehn"),
        (20, "zwanzig zweinzic"),
        (30, "dreißig drîzic drîzec"), (40, "vierzig vierzic"), (50, "fünfzig"), (60, "sechzig"),
        (70, "siebzig"),
        (80, "achtzig"), (90, "neunzig"), (100, "hundert"), (1000, "tausend tûsent"),
      ]
    ),
    (
      "nl",
      [
        (2, "twee tweede"), (3, "drie derde"), (4, "vier vierde"), (5, "vijf vijfde"), (6, "zes"),
        (7, "zeven"), (8, "acht"), (9, "negen"), (10, "tien"), (11, "elf"), (12, "twaalf"),
        (20, "twintig"), (30, "dertig"), (40, "veertig"), (50, "vijftig"), (60, "zestig"),
        (70, "zeventig"), (80, "tachtig"), (90, "negentig"), (100, "honderd"), (1000, "duizend"),
      ]
    ),
    (
      "fr",
      [
        (2, "deux second seconde deuxième"), (3, "trois troisième tiers tierce"),
        (4, "quatre quatrième quart"), (5, "cinq cincq cinquième"), (6, "six sixième"),
        (7, "sept septième"), (8, "huit huitième"), (9, "neuf noeuf neuvième"), (10, "dix dixième"),
        (11, "onze"), (12, "douze"), (13, "treize"), (14, "quatorze"), (15, "quinze"),
        (16, "seize"), (20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"),
        (60, "soixante"), (100, "cent cents cens"), (1000, "mille mil"),
      ]
    ),
    (
      "it",
      [
        (2, "due secondo seconda"), (3, "tre terzo terza"), (4, "quattro quarto quarta"),
        (5, "cinque quinto quinta"), (6, "sei sesto sesta"), (7, "sette"), (8, "otto"), (9, "nove"),
        (10, "dieci"), (11, "undici"), (12, "dodici"), (13, "tredici"), (14, "quattordici"),
        (15, "quindici"), (16, "sedici"), (20, "venti"), (30, "trenta"), (40, "quaranta"),
        (50, "cinquanta"), (60, "sessanta"), (70, "settanta"), (80, "ottanta"), (90, "novanta"),
        (100, "cento"), (1000, "mille mila"),
      ]
    ),
    (
      "es",
      [
        (2, "dos segundo segunda"), (3, "tres tercero tercera"), (4, "cuatro cuarto cuarta"),
        (5, "cinco quinto quinta"), (6, "seis"), (7, "siete"), (8, "ocho"), (9, "nueve"),
        (10, "diez"), (11, "once"), (12, "doce"), (13, "trece"), (14, "catorce"), (15, "quince"),
        (20, "veinte"), (30, "treinta"), (40, "cuarenta"), (50, "cincuenta"), (60, "sesenta"),
        (70, "setenta"), (80, "ochenta"), (90, "noventa"), (100, "cien ciento cientos"),
        (1000, "mil"),
      ]
    ),
    (
      "pt",
      [
        (2, "dois duas segundo segunda"), (3, "três terceiro terceira"),
        (4, "quatro quarto quarta"), (5, "cinco quinto quinta"), (6, "seis"), (7, "sete"),
        (8, "oito"), (9, "nove"), (10, "dez"), (11, "onze"), (12, "doze"), (13, "treze"),
        (14, "catorze quatorze"), (15, "quinze"), (20, "vinte"), (30, "trinta"), (40, "quarenta"),
        (50, "cinquenta"), (60, "sessenta"), (70, "setenta"), (80, "oitenta"), (90, "noventa"),
        (100, "cem cento"), (1000, "mil"),
      ]
    ),
    (
      "ru",
      [
        (2, "два две двух двум двумя второй вторая второе второго"),
        (3, "три трёх трём тремя третий третья третье третьего"),
        (4, "четыре четырёх четырём четвёртый четвёртого"), (5, "пять пяти пятый пятого"),
        (6, "шесть шести шестой шестого"), (7, "семь семи"), (8, "восемь восьми"),
        (9, "девять девяти"), (10, "десять десяти"), (11, "одиннадцать"), (12, "двенадцать"),
        (13, "тринадцать"), (14, "четырнадцать"), (15, "пятнадцать"), (16, "шестнадцать"),
        (17, "семнадцать"), (18, "восемнадцать"), (19, "девятнадцать"), (20, "двадцать двадцати"),
        (30, "тридцать тридцати"), (40, "сорок сорока"), (50, "пятьдесят пятидесяти"),
        (60, "шестьдесят"), (70, "семьдесят"), (80, "восемьдесят"), (90, "девяносто"),
        (100, "сто ста"), (200, "двести"), (300, "триста"), (400, "четыреста"), (500, "пятьсот"),
        (1000, "тысяча тысячи тысяч тысячу"),
      ]
    ),
    (
      "pl",
      [
        (2, "dwa dwie dwóch dwom"), (3, "trzy trzech"), (4, "cztery czterech"), (5, "pięć pięciu"),
        (6, "sześć sześciu"), (7, "siedem"), (8, "osiem"), (9, "dziewięć"), (10, "dziesięć"),
        (12, "dwanaście"), (20, "dwadzieścia"), (30, "trzydzieści"), (40, "czterdzieści"),
        (100, "sto"), (200, "dwieście"), (1000, "tysiąc tysiące tysięcy"),
      ]
    ),
    ("grc", greek), ("el", greek),
    (
      "he",
      [
        (1, "אחד אחת"), (2, "שנים שני שתים שתי"), (3, "שלשה שלושה שלש שלוש"), (4, "ארבעה ארבע"),
        (5, "חמשה חמישה חמש"), (6, "ששה שישה שש"), (7, "שבעה שבע"), (8, "שמנה שמונה"),
        (9, "תשעה תשע"), (10, "עשרה עשר"), (20, "עשרים"), (30, "שלשים שלושים"), (40, "ארבעים"),
        (50, "חמשים חמישים"), (60, "ששים שישים"), (70, "שבעים"), (80, "שמנים שמונים"),
        (90, "תשעים"), (100, "מאה מאות"), (1000, "אלף אלפים"),
      ]
    ),
    (
      "ar",
      [
        (2, "اثنان اثنين اثنتان اثنتين"), (3, "ثلاثة ثلاث"), (4, "أربعة أربع"), (5, "خمسة خمس"),
        (6, "ستة ست"), (7, "سبعة سبع"), (8, "ثمانية ثماني ثمان"), (9, "تسعة تسع"),
        (10, "عشرة عشر"), (20, "عشرون عشرين"), (30, "ثلاثون ثلاثين"), (40, "أربعون أربعين"),
        (50, "خمسون خمسين"), (60, "ستون ستين"), (70, "سبعون سبعين"), (80, "ثمانون ثمانين"),
        (90, "تسعون تسعين"), (100, "مائة مئة"), (200, "مائتان مائتين"), (1000, "ألف آلاف"),
      ]
    ),
  ]

  /// Greek of all times.
  private static let greek: [(Int, String)] = [
    (1, "πρῶτος πρώτη πρῶτον"), (2, "δύο δυοῖν δυσί δυσίν δεύτερος δευτέρα δεύτερον"),
    (3, "τρεῖς τρία τριῶν τρισί τρισίν τρίτος τρίτη τρίτον"),
    (4, "τέσσαρες τέσσαρα τεσσάρων τέσσαρας τέσσερα τέτταρες τέταρτος τετάρτη τέταρτον"),
    (5, "πέντε πέμπτος πέμπτη πέμπτον"), (6, "ἕκτος ἕκτη ἕκτον"),
    (7, "ἑπτά ἕβδομος ἑβδόμη ἕβδομον"), (8, "ὀκτώ ὄγδοος"), (9, "ἐννέα"), (10, "δέκα"),
    (11, "ἕνδεκα"), (12, "δώδεκα"), (20, "εἴκοσι εἴκοσιν"), (30, "τριάκοντα"),
    (40, "τεσσαράκοντα τεσσεράκοντα"), (50, "πεντήκοντα"), (60, "ἑξήκοντα"), (70, "ἑβδομήκοντα"),
    (80, "ὀγδοήκοντα"), (90, "ἐνενήκοντα"), (100, "ἑκατόν"), (1000, "χίλιοι χίλιαι χίλια χιλίων"),
    (10_000, "μύριοι μύριαι μύρια μυρίων"),
  ]
}
