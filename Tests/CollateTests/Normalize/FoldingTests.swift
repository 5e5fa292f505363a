// Foundation as the oracle for the letters of a syllable.
import Foundation
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
    ("ｺﾝﾋﾟｭｰﾀ", "こんぴゅーた"), ("ガヾ", "がゞ"), ("ヷ", "わ\u{3099}"), ("імꙿ", "ім"), ("知㆑", "知"),
  ])
  func `forms keep the letters and drop the rest`(word: String, form: String) {
    #expect(Folding.form(of: word, kind: .word) == form)
  }

  @Test func `what is left alone is what folding letter by letter would leave`() {
    for options in 0..<4 {
      let folding = Folding(dropsCase: options & 1 > 0, dropsPunctuation: options & 2 > 0)
      for value in 1..<128 as Range<UInt8> {
        let sign = String(UnicodeScalar(value))
        // A letter outside ASCII, which no folding changes, makes it go the long way.
        for word in [sign, "a" + sign, sign + "b"] {
          #expect(folding.fold(word + "\u{E000}") == folding.fold(word) + "\u{E000}", "\(value)")
        }
      }
    }
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

  @Test(arguments: [
    ("仏", "佛"), ("桜", "櫻"), ("气", "氣"), ("気", "氣"), ("峯", "峰"), ("羣", "群"), ("戱", "戲"), ("衞", "衛"),
    ("邉", "邊"), ("躰", "體"), ("囯", "國"), ("頴", "穎"),
  ])
  func `shapes of a Han character have one form`(variant: String, common: String) {
    #expect(Folding.form(of: variant, kind: .word) == Folding.form(of: common, kind: .word))
  }

  @Test(arguments: [("弁", "辨"), ("芸", "藝"), ("女", "汝"), ("天", "夫"), ("己", "已")])
  func `words that only look alike, or were written alike, keep their forms`(a: String, b: String) {
    #expect(Folding.form(of: a, kind: .word) != Folding.form(of: b, kind: .word))
  }

  @Test(arguments: [
    ("が", "か"), ("っ", "つ"), ("づ", "つ"), ("ぽ", "ほ"), ("ぼ", "ほ"), ("ほ", "ほ"), ("ゃ", "や"), ("ぁ", "あ"),
    ("ゎ", "わ"), ("ど", "と"), ("な", "な"), ("ぢ", "ち"), ("を", "お"), ("む", "ん"), ("ゔ", "う"), ("ま", "ま"),
  ])
  func `kana are like the plain ones, and stay forms of their own`(kana: String, plain: String) {
    #expect(Likeness.letters(of: kana) == plain.unicodeScalars.map(\.value))
    #expect(Folding.form(of: kana, kind: .word) == kana)
  }

  @Test func `likeness of kana leaves other letters alone`() {
    let all = (0x3041...0x3096).map { UInt32($0) }
    let syllables = ["가", "각", "힣", "왕"]
    for syllable in syllables {
      let letters = Array(syllable.decomposedStringWithCanonicalMapping.unicodeScalars).map(\.value)
      #expect(Likeness.letters(of: syllable) == letters)
    }
    for value in all {
      let letters = Likeness.letters(of: String(Unicode.Scalar(value)!))
      #expect(letters.count == 1 && all.contains(letters[0]))
      #expect(Likeness.letters(of: String(Unicode.Scalar(letters[0])!)) == letters, "\(value)")
    }
    #expect(Likeness.letters(of: "word") == "word".unicodeScalars.map(\.value))
  }

  @Test(arguments: [
    ("胡", "蝴"), ("敝", "弊"), ("与", "歟"), ("說", "悅"), ("女", "汝"), ("已", "巳"),
  ])
  func `han characters of one series share two letters of three`(a: String, b: String) {
    let letters = [a, b].map { Likeness.letters(of: Folding.form(of: $0, kind: .word)) }
    #expect(letters[0].count == 3 && letters[1].count == 3)
    #expect(letters[0][0] != letters[1][0] && letters[0][1...] == letters[1][1...])
  }

  @Test(arguments: [
    ("ѿ", "отъ"), ("ꙗзыкъ", "ѧзык"), ("въ", "в"), ("ѡ", "о"), ("и", "і"), ("дꙋша", "дѫша"),
  ])
  func `slavonic letters of one sound are alike`(a: String, b: String) {
    #expect(Likeness.letters(of: a) == Likeness.letters(of: b))
    #expect(Folding.form(of: a, kind: .word) != Folding.form(of: b, kind: .word))
  }

  @Test func `a letter of Cyrillic alone stays`() {
    #expect(Likeness.letters(of: "ъ") == [0x044A])
    #expect(Likeness.letters(of: "път") == "път".unicodeScalars.map(\.value))
  }

  @Test(arguments: [
    ("الكتاب", "كتاب"), ("والكتاب", "وكتاب"), ("الله", "الله"), ("الا", "الا"), ("القى", "القى"),
    ("كتاب", "كتاب"),
    ("لل", "لل"), ("ال", "ال"), ("والله", "والله"),
  ])
  func `the arabic article makes no likeness`(word: String, rest: String) {
    #expect(Likeness.letters(of: word) == rest.unicodeScalars.map(\.value))
  }

  @Test(arguments: ["之", "也", "而", "其", "者", "不", "有", "亦"])
  func `particles are in no series`(word: String) {
    #expect(Likeness.letters(of: word).count == 1)
  }

  @Test(arguments: ["'", "-", "\u{301}", "\u{AD}", "ʼ", "", "·"])
  func `a form is never empty where the word is not`(word: String) {
    for kind in [Token.Kind.word, .punctuation, .gap] where !word.isEmpty {
      #expect(!Folding.form(of: word, kind: kind).isEmpty)
    }
  }

  @Test func `folding a form changes nothing`() {
    for word in ["Ἰησοῦς", "Être", "ﬃ", "ǅ", "İ", "ẞ", "Ω", "ᾯ", "שָׁלוֹם", "ёлка", "戱", "仏", "コン"] {
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
