import Testing

@testable import Collate

@Suite("Plain-text apparatus")
struct TextWriterTests {
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
  @Test func aBaseTextPreparedBeforehandChangesNothing() {
    let edition = ModelEdition.sketch.edition
    let source = edition.text.witnesses[edition.base].source
    for writer in [TextWriter(), TextWriter(width: 30, numbering: .line, hasColor: true)] {
      var (made, prepared, foreign) = (Output(), Output(), Output())
      writer.write(edition, into: &made)
      writer.write(edition, prepared: writer.prepare(source), into: &prepared)
      // What another writer has made is not taken.
      let other = TextWriter(width: 50, numbering: .paragraph).prepare(source)
      writer.write(edition, prepared: other, into: &foreign)
      #expect(prepared.bytes == made.bytes && foreign.bytes == made.bytes)
    }
  }

  @Test func numbersAreWrittenInTheirFigures() {
    for number in [0, 1, 9, 10, 11, 99, 100, 101, 65_536, 1_000_000, Int.max] {
      var out = Output()
      out.write(number: number)
      #expect(String(decoding: out.bytes, as: UTF8.self) == String(number))
    }
  }

  @Test func whatIsInvisibleStaysSoWhereReadingsCanBeTold() {
    let sketch = EditionSketch(
      ("T", "a fo\u{200C}o b", "a|fo\u{200C}o|b"), ("M", "a bar b", "a|bar|b"))
    #expect(sketch.apparatus() == "1  fo\u{200C}o] bar M\n")
    let json = EditionSketch(
      ("T", "a fo\u{200C}o b", "a|fo\u{200C}o|b"), ("M", "a foo b", "a|foo|b")
    ).written(JSONWriter())
    #expect(json.contains("fo\u{200C}o") && !json.contains("U+200C"))
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

}
