import Testing

@testable import Collate

@Suite("Plain-text apparatus")
struct TextWriterTests {
  @Test func anAdditionHangsOnTheWordBeforeIt() {
    let sketch = EditionSketch(
      ("T", "oil trains at once.", "oil trains at once||."),
      ("M", "oil trains at once, and report.", "oil trains at once|, and report|."))
    #expect(sketch.apparatus() == "1  once] + , and report M\n")
    #expect(sketch.apparatus(.positive) == "1  once T : once, and report M\n")
  }

  @Test func anAdditionAtTheStartHangsOnTheWordBehindIt() {
    let sketch = EditionSketch(
      ("T", "he went", "|he went"), ("M", "so he went", "so|he went"))
    #expect(sketch.apparatus() == "1  ante he] + so M\n")
    #expect(sketch.apparatus(.positive) == "1  he T : so he M\n")
  }

  @Test func anAdditionBetweenParagraphsGoesWhereItsWitnessHasIt() {
    let text = ("T", "one two\n\nthree four", "one two||three four")
    let start = EditionSketch(text, ("M", "one two\n\nand three four", "one two|and|three four"))
    #expect(start.apparatus() == "2  ante three] + and M\n")
    let end = EditionSketch(text, ("M", "one two and\n\nthree four", "one two|and|three four"))
    #expect(end.apparatus() == "1  two] + and M\n")
    let whole = EditionSketch(text, ("M", "one two\n\nand\n\nthree four", "one two|and|three four"))
    #expect(whole.apparatus() == "1  two] + and M\n")
  }

  @Test func anAdditionToAWordThatVariesIsOneEntryWithIt() {
    let sketch = EditionSketch(
      ("T", "come at once", "come at|once|"),
      ("M", "come at night and pray", "come at|night|and pray"),
      ("K", "come at once or never", "come at|once|or never"))
    #expect(sketch.apparatus() == "1  once] night and pray M; once or never K\n")
    #expect(sketch.apparatus(.positive) == "1  once T : night and pray M : once or never K\n")
  }

  @Test func punctuationAloneIsNoLemma() {
    let sketch = EditionSketch(
      ("T", "Baku, on (this) day", "Baku|,|on|(|this|)|day|"),
      ("M", "Baku. on this day", "Baku|.|on||this||day|"),
      ("K", "Baku on (this) day!", "Baku||on|(|this|)|day|!"))
    #expect(
      sketch.apparatus() == "1  Baku,] Baku. M; Baku K | (this)] this M | day] day! K\n")
  }

  @Test func aReadingOfPunctuationAloneHasTheWordBeforeItToo() {
    let sketch = EditionSketch(
      ("T", "the curtain of the bed; and", "the curtain|of the bed ;|and"),
      ("M", "the curtain, and", "the curtain|,|and"))
    #expect(sketch.apparatus() == "1  curtain of the bed;] curtain, M\n")
  }

  @Test func soHasOneThatIsLeftOfTwoEntries() {
    let sketch = EditionSketch(
      ("T", "the curtain of the bed; and", "the curtain|of the bed|;|and"),
      ("M", "the curtain, and", "the curtain||,|and"))
    #expect(sketch.apparatus() == "1  curtain of the bed;] curtain, M\n")
  }

  @Test func aMarkOfTheWordBeforeIsLeftOutWhereNobodyHasAnythingElse() {
    let omission = EditionSketch(
      ("T", "it may, perhaps, be", "it may|, perhaps ,|be"), ("M", "it may be", "it may||be"))
    #expect(omission.apparatus() == "1  perhaps,] om. M\n")
    #expect(omission.apparatus(.positive) == "1  perhaps, T : om. M\n")
    let common = EditionSketch(
      ("T", "hope, that is, life", "hope|, that is ,|life"),
      ("M", "hope, that was, life", "hope|, that was ,|life"),
      ("K", "hope life", "hope||life"))
    #expect(common.apparatus() == "1  that is,] that was, M; om. K\n")
    let opening = EditionSketch(
      ("T", "he said, “stop!” now", "he said|, “ stop ! ”|now"),
      ("M", "he said now", "he said||now"))
    #expect(opening.apparatus() == "1  “stop!”] om. M\n")
    let apostrophe = EditionSketch(
      ("T", "I say, 'tis so", "I say|, ' tis|so"), ("M", "I say so", "I say||so"))
    #expect(apostrophe.apparatus() == "1  'tis] om. M\n")
    let dash = EditionSketch(
      ("T", "so—or not—and", "so|— or not —|and"), ("M", "so and", "so||and"))
    #expect(dash.apparatus() == "1  or not—] om. M\n")
  }

  @Test func elseTheWordIsPrintedWithIt() {
    let mixed = EditionSketch(
      ("T", "hope, that is, life", "hope|, that is|, life"),
      ("M", "hope; that was, life", "hope|; that was|, life"),
      ("K", "hope, life", "hope||, life"))
    #expect(mixed.apparatus() == "1  hope, that is] hope; that was M; hope K\n")
    let reading = EditionSketch(
      ("T", "its tread. Going on", "its tread|. Going|on"),
      ("M", "its tread." + "” Going on", "its tread|. ” Going|on"))
    #expect(reading.apparatus() == "1  tread. Going] tread.” Going M\n")
    let taken = EditionSketch(
      ("T", "black birds; these", "black|birds|; these"),
      ("M", "black fowls and these", "black|fowls|and these"),
      ("K", "black birds. Those", "black|birds|. Those"))
    #expect(taken.apparatus() == "1  birds] fowls M | ; these] and these M; . Those K\n")
    let start = EditionSketch(
      ("T", "one\n\n— two three", "one|— two|three"), ("M", "one\n\ntwo three", "one|two|three"))
    #expect(start.apparatus() == "2  — two] two M\n")
  }

  @Test(arguments: [
    "\u{200B}", "\u{200C}", "\u{AD}", "\u{FEFF}", "\u{200F}", "\u{2060}", "\u{FE0E}",
  ])
  func readingsThatLookAlikeShowWhatIsInvisible(_ sign: String) throws {
    let code = try #require(sign.unicodeScalars.first).value
    let number = "⟨U+" + (code == 0xAD ? "00AD" : String(code, radix: 16, uppercase: true)) + "⟩"
    // A zero-width space parts words.
    let cell = sign == "\u{200B}" ? "fo o" : "fo\(sign)o"
    let sketch = EditionSketch(
      ("T", "a fo\(sign)o b", "a|\(cell)|b"), ("M", "a foo b", "a|foo|b"))
    #expect(sketch.apparatus() == "1  fo\(number)o] foo M\n")
    #expect(sketch.apparatus(.positive) == "1  fo\(number)o T : foo M\n")
    let others = EditionSketch(
      ("T", "a bar b", "a|bar|b"), ("M", "a foo b", "a|foo|b"),
      ("K", "a fo\(sign)o b", "a|\(cell)|b"))
    #expect(others.apparatus() == "1  bar] foo M; fo\(number)o K\n")
  }

  /// In Persian, in the scripts of India and in divided words they are a matter of spelling.
  @Test func whatIsInvisibleStaysSoWhereReadingsCanBeTold() {
    let sketch = EditionSketch(
      ("T", "a fo\u{200C}o b", "a|fo\u{200C}o|b"), ("M", "a bar b", "a|bar|b"))
    #expect(sketch.apparatus() == "1  fo\u{200C}o] bar M\n")
    let json = EditionSketch(
      ("T", "a fo\u{200C}o b", "a|fo\u{200C}o|b"), ("M", "a foo b", "a|foo|b")
    ).written(JSONWriter())
    #expect(json.contains("fo\u{200C}o") && !json.contains("U+200C"))
  }

  @Test func anOpeningSignHangsOnTheWordBehindIt() {
    let sketch = EditionSketch(
      ("T", "he said stop now", "he said||stop now"),
      ("M", "he said “stop now", "he said|“|stop now"))
    #expect(sketch.apparatus() == "1  stop] “stop M\n")
  }

  @Test func aLemmaThatRecursInItsLineHasItsRank() {
    let sketch = EditionSketch(
      ("T", "the dog and the cat\n\nthe end", "the dog and|the|cat|the|end"),
      ("M", "the dog and a cat\n\nan end", "the dog and|a|cat|an|end"))
    #expect(sketch.apparatus() == "1  the (2)] a M\n2  the] an M\n")
  }

  @Test func aLongLemmaIsShortenedAndALongReadingToo() {
    let words = (1...45).map { "w\($0)" }.joined(separator: " ")
    let sketch = EditionSketch(
      ("T", "a b c d e f, a b g", "|a b c d e f ,|a b g"), ("M", "a b g", "||a b g"),
      ("K", words + " a b g", "|\(words)|a b g"))
    #expect(
      sketch.apparatus() == "1  a (1) … f] om. M; w1 … w45 (45 words) K\n")
  }

  @Test func aLemmaOfSignsIsShortenedWhereItHasManyOnly() {
    let short = EditionSketch(
      ("T", "子学而時習之曰", "子|学 而 時 習 之|曰"), ("M", "子曰", "子||曰"))
    #expect(short.apparatus() == "1  学而時習之] om. M\n")
    let kana = EditionSketch(
      ("T", "やコンピュータと", "や|コ ン ピ ュ ー タ|と"), ("M", "やと", "や||と"))
    #expect(kana.apparatus() == "1  コンピュータ] om. M\n")
    let long = EditionSketch(
      ("T", "子一二三四五六七八九十甲乙丙丁戊己曰", "子|一 二 三 四 五 六 七 八 九 十 甲 乙 丙 丁 戊 己|曰"),
      ("M", "子曰", "子||曰"))
    #expect(long.apparatus() == "1  一 … 己] om. M\n")
  }

  @Test func transposedWordsAreReportedInBothPlaces() {
    let sketch = EditionSketch(
      ("T", "the very old cat is black", "the|very old|cat is black|"),
      ("M", "the cat is black very old", "the||cat is black|very old"),
      ("K", "the cat is black", "the||cat is black|"),
      kinds: [.transposition, .transposition], partners: [(0, 1)])
    #expect(
      sketch.apparatus() == """
        1  very old] post black transp. M; om. K
           | black] + very old M (cf. very old above)

        """)
    #expect(
      sketch.apparatus(.positive)
        == """
        1  very old T : post black transp. M : om. K | black T K : black very old M

        """.replacing("T K", with: "TK"))
  }

  @Test func twoNeighborsInTheOtherOrderAreInverted() {
    let sketch = EditionSketch(
      ("T", "so black cats ran", "so|black|cats||ran"),
      ("M", "so cats black ran", "so||cats|black|ran"),
      ("K", "so black cats ran", "so|black|cats||ran"),
      kinds: [.transposition, .transposition], partners: [(0, 1)])
    #expect(sketch.apparatus() == "1  black cats] inv. M\n")
    #expect(sketch.apparatus(.positive) == "1  black cats TK : inv. M\n")
  }

  @Test func layersThatAgreeAreOneManuscript() {
    let row = ("M", "one two three four", "one|two|three|four")
    let sketch = EditionSketch(
      row, ("T (a.c.)", "one deux tres four", "one|deux|tres|four"),
      ("K", "one deux three", "one|deux|three|#"),
      ("T (p.c.)", "one deux three four", "one|deux|three|four"))
    #expect(
      sketch.apparatus() == "1  two] deux T K | three] tres T (a.c.) | four] deest K\n")
    #expect(
      sketch.apparatus(.positive) == """
        1  two M : deux T K | three M K T (p.c.) : tres T (a.c.) | four : deest K

        """)
    // Where the manuscript has a siglum of its own, that stands for its last layer.
    let hand = EditionSketch(
      row, ("T", "one deux three four", "one|deux|three|four"),
      ("T (a.c.)", "one deux tres four", "one|deux|tres|four"))
    #expect(hand.apparatus() == "1  two] deux T | three] tres T (a.c.)\n")
    let alone = EditionSketch(row, ("T (p.c.)", "one deux three four", "one|deux|three|four"))
    #expect(alone.apparatus() == "1  two] deux T (p.c.)\n")
  }

  @Test func aLacunoseWitnessIsNamedOnceForEachStretch() {
    let sketch = EditionSketch(
      ("T", "one two\n\nthree four\n\nfive six\n\nseven", "one|two|three|four|five six|seven"),
      ("K", "one two\n\nsix\n\nseven", "one|two|#|#|#|seven"),
      ("M", "one deux\n\nthree quatre\n\nfive six\n\nseven", "one|deux|three|quatre|five six|seven")
    )
    #expect(sketch.apparatus() == "1  two] deux M\n2–3  deest K\n2  four] quatre M\n")
  }

  @Test func aLacunaWithinLinesHasItsFirstAndLastWord() {
    let sketch = EditionSketch(
      ("T", "one two three four", "one|two three|four"), ("K", "one four", "one|#|four"))
    #expect(sketch.apparatus() == "1  two three] deest K\n")
    #expect(sketch.apparatus(.positive) == "1  two three : deest K\n")
  }

  @Test func readingsThatAgreeArePrintedTogetherAndThoseThatAgreeWithTheLemmaNot() {
    let sketch = EditionSketch(
      ("T", "see him", "see|him"), ("M", "See him", "See|him"), ("K", "look him", "look|him"),
      ("L", "Look him", "Look|him"), agreeing: [0: [1: 0, 3: 2]])
    #expect(sketch.apparatus() == "1  see] look KL\n")
    #expect(sketch.apparatus(.positive) == "1  see TM : look KL\n")
  }

  @Test func hiddenEntriesAreNotPrinted() {
    let sketch = EditionSketch(
      ("T", "a b", "a|b"), ("M", "x y", "x|y"), hidden: [1])
    #expect(sketch.apparatus() == "1  a] x M\n")
    let none = EditionSketch(("T", "a b", "a|b"), ("M", "x y", "x|y"), hidden: [0, 1])
    #expect(none.apparatus() == "No variants among those asked for; 2 left out.\n")
  }

  @Test func withoutVariantsTheApparatusSaysSo() {
    let same = EditionSketch(("T", "a b", "a b"), ("M", "a b", "a b"))
    #expect(same.apparatus() == "No variants.\n")
    let single = EditionSketch(("T", "a b", "a b"))
    #expect(single.apparatus() == "No variants: there is only one witness.\n")
  }

  @Test func emptyWitnessesDoNoHarm() {
    let base = EditionSketch(("T", "", ""), ("M", "a b", "a b"))
    #expect(base.apparatus() == "1  + a b M\n")
    let other = EditionSketch(("T", "a b", "a b"), ("M", " \n", ""))
    #expect(other.apparatus() == "1  a b] om. M\n")
    var nothing = EditionSketch(("T", "", ""))
    nothing.edition.text.witnesses = []
    #expect(nothing.text() == "No witnesses.\n")
  }

  @Test func marksStayInALemmaButForNoteMarks() {
    let sketch = EditionSketch(
      ("T", "see [the old]* town<…> now", "see|[the old]|town|<…>|now"),
      ("M", "see the town far now", "see|the|town|far|now"))
    #expect(sketch.apparatus() == "1  [the old] ] the M | <…>] far M\n")
  }

  @Test func aPartOfABracketedPassageHasBothBrackets() {
    let sketch = EditionSketch(
      ("T", "see [the old] town", "see|[the|old]|town"), ("M", "see a new town", "see|a|new|town"))
    #expect(sketch.apparatus() == "1  [the] ] a M | [old] ] new M\n")
  }

  @Test func siglaOfMoreThanOneSignArePartedByBlanks() {
    let sketch = EditionSketch(
      ("T", "a", "a"), ("M1", "b", "b"), ("M2", "b", "b"))
    #expect(sketch.apparatus() == "1  a] b M1 M2\n")
  }

  @Test func manySiglaFoldUnderTheirEntry() {
    var sketch = EditionSketch(("T", "a", "a"), ("w", "b", "b"))
    let witness = sketch.edition.text.witnesses[1]
    for number in 1...40 {
      var copy = witness
      copy.source.witness.siglum = "w\(number)"
      sketch.edition.text.witnesses.append(copy)
      sketch.edition.collation.columns.append(sketch.edition.collation.columns[1])
      sketch.edition.entries[0].readings[1].witnesses.append(number + 1)
    }
    let lines = sketch.apparatus().split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[0].hasPrefix("1  a] b w w1 w2 ") && lines[1].hasPrefix("   w2"))
  }

  @Test func rightToLeftReadingsAreSetApartOnEachLine() {
    let sketch = EditionSketch(
      ("T", "שלום עולם", "שלום|עולם"), ("M", "שלום גדול מאד מאד לנו", "שלום|גדול מאד מאד לנו"))
    #expect(
      sketch.apparatus() == "1  \u{2068}עולם\u{2069}] \u{2068}גדול מאד מאד לנו\u{2069} M\n")
    #expect(
      sketch.apparatus(width: 20)
        == "1  \u{2068}עולם\u{2069}] \u{2068}גדול מאד\u{2069}\n   \u{2068}מאד לנו\u{2069} M\n")
  }

  @Test func controlCharactersOfAWitnessDoNotReachTheTerminal() {
    let sketch = EditionSketch(
      ("T", "a\u{1B}c", "a\u{1B}c"), ("M", "b\u{7}\u{9B}", "b\u{7}\u{9B}"))
    #expect(sketch.apparatus() == "1  a␛c] b␇\u{FFFD} M\n")
  }

  @Test func noLineIsWiderThanAskedWhereWordsAllow() {
    for width in 20...100 {
      for layout in TextWriter.Layout.allCases {
        let text = ModelEdition.sketch.text(TextWriter(layout: layout, width: width))
        for line in text.split(separator: "\n") {
          #expect(TextWidth.columns(of: String(line)) <= width, "width \(width): \(line)")
        }
      }
    }
  }

  @Test func colorChangesNothingButColor() {
    let colored = ModelEdition.sketch.text(TextWriter(hasColor: true))
    let plain = colored.replacing(try! Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(colored != plain)
    #expect(plain == ModelEdition.sketch.text())
  }

  @Test func copiesOfAWitnessAndItsDatingStandInTheListOfSigla() {
    var sketch = EditionSketch(("T", "a", "a"), ("K", "a", "a"), ("longer", "a", "a"))
    sketch.edition.text.witnesses[0].source.witness.description = WitnessDescription(
      title: "unused",
      holdings: [
        Holding(repository: "GARF", shelfmark: "f. 130", form: "Copy."),
        Holding(settlement: "Rostov", repository: "RGASPI", locus: "pp. 8–9"),
      ], dating: "Not earlier than July 7, 1920*")
    sketch.edition.text.witnesses[1].source.witness.description.title = "A letter"
    #expect(
      sketch.text().hasPrefix(
        """
        SIGLA

        T        GARF, f. 130. Copy; Rostov, RGASPI, pp. 8–9. Not earlier than July 7,
                 1920.  (base)
        K        A letter.
        longer

        """))
  }

  @Test func theListOfSiglaIsOneLineWhereNothingIsKnownOfAny() {
    let sketch = EditionSketch(("T", "a", "a"), ("K", "a", "a"), base: 1)
    #expect(sketch.text().hasPrefix("SIGLA\n\nT, K (base)\n\nTEXT (K)\n"))
  }

  @Test func theTitleStandsAboveAll() {
    let sketch = EditionSketch(("T", "a", "a"), title: "Of Title")
    #expect(sketch.text().hasPrefix("Of Title\n\nSIGLA\n\n"))
  }

  @Test func whatVariesInsideAPassageThatAWitnessLacksStandsBesideTheOmission() {
    var sketch = EditionSketch(
      ("T", "a b c d", "a|b|c|d"), ("M", "a d", "a|||d"), ("K", "a b x d", "a|b|x|d"))
    // The passage b c, which M lacks, holds the variation of c.
    sketch.edition.entries[0].columns = 1..<3
    sketch.edition.entries[0].readings[0].witnesses = [0, 2]
    sketch.edition.entries[0].readings[0].tokens = 1..<3
    sketch.edition.entries[1].parent = 0
    sketch.edition.entries[1].readings.removeAll { $0.witnesses == [1] }
    #expect(sketch.apparatus() == "1  b c] om. M | c] x K\n")
    sketch.edition.base = 1
    for index in [0, 1] { sketch.edition.entries[index].readings[0].variation = nil }
    sketch.edition.entries[0].readings.swapAt(0, 1)
    for index in [0, 1] { sketch.edition.entries[0].readings[index].agreesWith = index }
    #expect(sketch.apparatus() == "1  a] + b c T; + b x K\n")
  }

  @Test func aPassageThatSomeLackAndOthersReplaceIsOneEntry() {
    var sketch = EditionSketch(
      ("T", "a b c", "a|b|c"), ("M", "a c", "a||c"), ("K", "a x y c", "a|x y|c"))
    sketch.makePassage(lackedBy: 1, keptBy: [0, 2])
    #expect(sketch.apparatus() == "1  b] om. M; x y K\n")
  }

  @Test func noWitnessLacksAWordThatItReplacesAColumnFurtherOn() {
    var sketch = EditionSketch(
      ("T", "a b c", "a|b||c"), ("M", "a g c", "a||g|c"), ("K", "a x z c", "a|x|z|c"))
    sketch.makePassage(lackedBy: 1, keptBy: [0, 2])
    #expect(sketch.apparatus() == "1  b] g M; x z K\n")
  }

  @Test func whatVariesInAnAdditionIsOneEntryWithIt() {
    var sketch = EditionSketch(
      ("T", "a b d", "a|b|||d"), ("M", "a g x y d", "a|g|x|y|d"), ("K", "a b x d", "a|b|x||d"),
      ("V", "a d", "a||||d"))
    sketch.edition.entries[1].columns = 2..<4
    sketch.edition.entries[1].readings[1].tokens = 2..<4
    sketch.edition.entries[2].parent = 1
    sketch.edition.entries[2].readings[0].witnesses = [2]
    #expect(sketch.apparatus() == "1  b] g x y M; b x K; om. V\n")
  }

  @Test func aWitnessOmitsNothingWhereOthersAdd() {
    var sketch = EditionSketch(
      ("T", "a b c", "a|b|||c"), ("M", "a c", "a||||c"), ("K", "a b x y c", "a|b|x|y|c"),
      hidden: [0])
    // The first addition is within a passage that M lacks.
    sketch.edition.entries[1].readings[0].witnesses = [0]
    #expect(sketch.apparatus() == "1  b] + x y K\n")
  }

  @Test func additionsAtOnePlaceAreOneEntry() {
    let sketch = EditionSketch(
      ("T", "a b", "a|||b"), ("M", "a x y b", "a|x|y|b"), ("K", "a y b", "a||y|b"))
    #expect(sketch.apparatus() == "1  a] + x y M; + y K\n")
  }

  @Test func anAdditionInAWitnessThatLacksTheWordBeforeItNamesItsPlace() {
    var sketch = EditionSketch(
      ("T", "a b c d e", "a|b c|d||e"), ("M", "a x e", "a|||x|e"), ("K", "a b c f e", "a|b c|f||e"))
    sketch.edition.entries[0].columns = 1..<4
    sketch.edition.entries[0].readings[0].tokens = 1..<4
    sketch.edition.entries[1].parent = 0
    sketch.edition.entries[1].readings.removeAll { $0.witnesses == [1] }
    #expect(sketch.apparatus() == "1  b c d] om. M | d] f K | post d] + x M\n")
  }
}

extension EditionSketch {
  /// Makes of the first entry a passage that one witness lacks, which holds what the others vary in it.
  fileprivate mutating func makePassage(lackedBy witness: Int, keptBy others: [Int]) {
    var passage = edition.entries[0]
    passage.readings[0].witnesses = others
    passage.readings.removeAll { $0.witnesses != others && $0.witnesses != [witness] }
    edition.entries[0].readings.removeAll { $0.witnesses == [witness] }
    edition.entries[0].parent = 0
    edition.entries.insert(passage, at: 0)
  }
}
