import Testing

@testable import Collate

/// With which words of the base an entry is printed, and what is printed as one.
@Suite("Entries of the plain-text apparatus")
struct TextEntryTests {
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

  @Test func anOpeningSignHangsOnTheWordBehindIt() {
    let sketch = EditionSketch(
      ("T", "he said stop now", "he said||stop now"),
      ("M", "he said “stop now", "he said|“|stop now"))
    #expect(sketch.apparatus() == "1  stop] “stop M\n")
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
  /// Makes of the first entry a passage that one witness lacks, which holds what the others vary in
  /// it.
  fileprivate mutating func makePassage(lackedBy witness: Int, keptBy others: [Int]) {
    var passage = edition.entries[0]
    passage.readings[0].witnesses = others
    passage.readings.removeAll { $0.witnesses != others && $0.witnesses != [witness] }
    edition.entries[0].readings.removeAll { $0.witnesses == [witness] }
    edition.entries[0].parent = 0
    edition.entries.insert(passage, at: 0)
  }
}
