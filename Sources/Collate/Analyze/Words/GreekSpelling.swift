/// Spellings of Greek that depend on the next word or on the scribe: elision (`ἀλλʼ`, `ἀλλά`),
/// movable ν (`ἐστί`, `ἐστίν`), `οὐ`, `οὐκ` and `οὐχ`, and a nasal as it is or like the next letter
/// (`συνστρατιώτης`, `ἐνβλέπω`).
///
/// Editions of papyri and of the New Testament file them under spelling (Gignac, A Grammar of the
/// Greek Papyri, vol. 1; Blass, Debrunner and Funk, §§ 9, 17–21).
enum GreekSpelling {
  /// What is written and what is meant, in the order in which it is to be replaced.
  static let interchanges: [(written: String, meant: String)] = [
    ("νπ", "μπ"), ("νβ", "μβ"), ("νφ", "μφ"), ("νψ", "μψ"), ("νμ", "μμ"), ("νκ", "γκ"),
    ("νγ", "γγ"), ("νχ", "γχ"), ("νξ", "γξ"), ("νλ", "λλ"), ("νρ", "ρρ"), ("συνσ", "συσσ"),
    ("συσστ", "συστ"), ("λημψ", "ληψ"), ("λημφθ", "ληφθ"), ("γιγν", "γιν"),
  ]

  /// The letters without a ν at the end that may be left off: after σι, ξι, ψι and ε, in words of
  /// five letters and more, and in `ἐστίν`. `οὐδέν` is not `οὐδέ`, and no verb in -μεν has lost its
  /// ν.
  static func withoutMovableNu(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard letters.count >= 5, letters.last == "ν" else { return letters }
    let (vowel, consonant) = (letters[letters.count - 2], letters[letters.count - 3])
    let isMovable =
      switch vowel {
      case "ι":
        consonant == "σ" || consonant == "ξ" || consonant == "ψ"
          || letters.suffix(5).elementsEqual(["ε", "σ", "τ", "ι", "ν"])
      case "ε": consonant != "δ" && consonant != "μ" && consonant != "θ"
      default: false
      }
    return isMovable ? letters.dropLast() : letters
  }

  /// Whether two forms are one word before a vowel and before a consonant, or one in Attic and
  /// elsewhere (`γλῶττα`, `γλῶσσα`); O(letters).
  static func areOne(_ a: String, _ b: String) -> Bool {
    guard let first = a.utf8.first, first >= 0xCE, let other = b.utf8.first, other >= 0xCE else {
      return false
    }
    return full[a] ?? a == full[b] ?? b || ionic(a) == ionic(b)
  }

  /// The letters with σσ for the ττ of Athens.
  private static func ionic(_ form: String) -> String {
    var letters = Array(form.unicodeScalars)
    for i in letters.indices.dropFirst() where letters[i - 1] == "τ" && letters[i] == "τ" {
      (letters[i - 1], letters[i]) = ("σ", "σ")
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// The full word for each shape; looked up, never walked.
  private static let full: [String: String] = {
    var full = [
      "ουκ": "ου", "ουχ": "ου", "εξ": "εκ", "ουτωσ": "ουτω", "μεχρισ": "μεχρι", "αχρισ": "αχρι",
    ]
    for word in elided {
      let short = String(word.unicodeScalars.dropLast())
      full[short] = word
      if let last = short.unicodeScalars.last, let aspirate = aspirates[last] {
        full[String(String.UnicodeScalarView(short.unicodeScalars.dropLast() + [aspirate]))] = word
      }
    }
    return full
  }()

  private static let aspirates: [Unicode.Scalar: Unicode.Scalar] = ["π": "φ", "τ": "θ"]

  /// Words whose last vowel falls before another. Not `ἀνά`: `ἄν` is a word of its own.
  private static let elided = [
    "αλλα", "δε", "γε", "τε", "ουδε", "μηδε", "ουτε", "μητε", "ειτε", "ωστε", "οτε", "ποτε",
    "τοτε", "κατα", "μετα", "παρα", "απο", "υπο", "επι", "δια", "αντι", "αμφι", "ινα", "ετι",
    "ουκετι", "μηκετι", "αρα", "τουτο", "ταυτα", "παντα", "εμε",
  ]
}
