import Testing

@testable import Collate

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Division", "division"), ("ΛΌΓΟΣ", "λογοσ"), ("λόγος", "λογοσ"), ("Straße", "strasse"),
    ("STRASSE", "strasse"), ("ﬁne", "fine"), ("ſoul", "soul"), ("Æneas", "aeneas"),
    ("don’t", "dont"), ("don't", "dont"), ("direct-line", "directline"),
    ("co\u{AD}operate", "cooperate"), ("na\u{200D}me", "name"), ("ᾳ", "α"), ("İzmir", "izmir"),
    ("ı", "ı"), ("וַיְהִי", "ויהי"), ("e\u{301}te\u{301}", "ete"), ("été", "ete"), ("й", "и"),
    ("&", "&"), ("R.S.F.S.R", "rsfsr"), ("हिन्दी", "हिन्दी"), ("x²", "x²"),
    ("ﻛﺘﺎﺏ", "كتاب"), ("ﷲ", "الله"), ("کتابی", "كتابي"), ("ٱلله", "الله"), ("ﬓ", "մն"),
    ("ｺﾝﾋﾟｭｰﾀ", "コンピュータ"),
  ])
  func `forms keep the letters and drop the rest`(word: String, form: String) {
    #expect(Folding.form(of: word, kind: .word) == form)
  }

  @Test(arguments: [
    ("“", "\""), ("„", "\""), ("’", "'"), ("—", "-"), ("–", "-"), ("…", "..."), (",", ","),
  ])
  func `kinds of quotes and dashes are one`(mark: String, form: String) {
    #expect(Folding.form(of: mark, kind: .punctuation) == form)
  }

  @Test(arguments: [
    ("隱", "隐"), ("隐", "隐"), ("說", "说"), ("説", "说"), ("说", "说"), ("後", "后"), ("人", "人"),
    ("\u{F9E4}", "理"), ("\u{2F08}", "人"), ("か", "か"), ("한", "한"), ("〇", "〇"),
  ])
  func `variants of a Han character have one form`(word: String, form: String) {
    #expect(Folding.form(of: word, kind: .word) == form)
  }

  @Test(arguments: ["'", "-", "\u{301}", "\u{AD}", "ʼ", "", "·"])
  func `a form is never empty where the word is not`(word: String) {
    for kind in [Token.Kind.word, .punctuation, .gap] where !word.isEmpty {
      #expect(!Folding.form(of: word, kind: kind).isEmpty)
    }
  }

  @Test func `folding a form changes nothing`() {
    for word in ["Ἰησοῦς", "Être", "ﬃ", "ǅ", "İ", "ẞ", "Ω", "ᾯ", "שָׁלוֹם", "ёлка"] {
      let form = Folding.form(of: word, kind: .word)
      #expect(Folding.form(of: form, kind: .word) == form, "\(word)")
    }
  }

  @Test(arguments: [
    ("3,000", "3000"), ("3.000", "3000"), ("3’000", "3000"), ("3\u{A0}000", "3000"),
    ("1,234,567", "1234567"), ("1,234.50", "1234.50"), ("1.234,50", "1234.50"), ("3.5", "3.5"),
    ("3,5", "3.5"), ("0.234", "0.234"), ("٣٠٠٠", "3000"), ("12", "12"),
  ])
  func `separators in figures mean what they must`(written: String, canonical: String) {
    #expect(Figures.canonical(written) == canonical)
  }

  @Test(arguments: ["17.11.1920", "1,2,3", "3-4", "44a", "7th", "1.234.56.7", "12,", ",5", "", "a"])
  func `dates and references are no single number`(written: String) {
    #expect(Figures.canonical(written) == nil)
  }
}
