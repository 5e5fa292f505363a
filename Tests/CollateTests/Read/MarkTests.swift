import Testing

@testable import Collate

@Suite struct MarkTests {
  @Test func findsGaps() throws {
    #expect(try marksDrawn("a <…> b") == ["gap:<…>"])
    #expect(try marksDrawn("a <...> b <… > c […]") == ["gap:<...>", "gap:<… >", "gap:[…]"])
    #expect(try marksDrawn("a … b") == ["gap:…"])
    #expect(try marksDrawn("… b\n\na ...") == ["gap:…", "gap:..."])
    #expect(try marksDrawn("a<…>b") == ["gap:<…>"])
  }

  @Test func leavesEllipsesThatHangOnAWord() throws {
    #expect(try marksDrawn("Council… Approve …Coordinate a .. b <> <a> < …") == ["gap:…"])
    #expect(try tokensDrawn("may… be") == "|may|…|be|")
  }

  /// A note speaks of what stands in the document.
  @Test func leavesAnEllipsisWithANoteMark() throws {
    #expect(try marksDrawn("No. 3 …** For") == ["noteMark:**"])
  }

  @Test func findsWhatIsSupplied() throws {
    #expect(try marksDrawn("[a] b") == ["suppliedOpen:[", "suppliedClose:]"])
    #expect(try marksDrawn("[wo]rd [a [b]] c").count == 6)
    #expect(try marksDrawn("(a [b) c]").count == 2)
  }

  @Test func leavesBracketsWithoutAPair() throws {
    let lone = ["[a", "a]", "]a[", "[a\n\nb]", "[]", "[ ]", "[ a]", "[a ]", "a [b *c]", "[(?)]"]
    for text in lone {
      let found = try marksDrawn(text).filter { $0.hasPrefix("supplied") }
      #expect(found == [], "\(text)")
    }
    // The inner pair stands where the outer one has no end.
    #expect(try marksDrawn("[a [b] c").count == 2)
  }

  @Test func findsWhatIsUncertain() throws {
    #expect(try marksDrawn("a [?] b(?)") == ["uncertain:[?]", "uncertain:(?)"])
    #expect(try marksDrawn("really (?!)") == [])
  }

  @Test func findsSpeakers() throws {
    #expect(try marksDrawn("[Chicherin]: Yes") == ["speaker:[Chicherin]:"])
    #expect(try marksDrawn("[Chicherin]*: Yes") == ["speaker:[Chicherin]*:"])
    #expect(
      try marksDrawn("(Kirov): Yes. (Levandovsky): No") == [
        "speaker:(Kirov):", "speaker:(Levandovsky):",
      ])
    #expect(try marksDrawn("Ch[icherin]: Yes") == ["speaker:Ch[icherin]:"])
    // In mid paragraph only where somebody speaks, and only after a sentence.
    #expect(try marksDrawn("He said. (Kirov): Yes") == [])
    #expect(try marksDrawn("(Kirov): to (Gittis): No") == ["speaker:(Kirov):"])
    #expect(try marksDrawn("(also): a") == [])
  }

  @Test func findsBareSpeakersOnlyIfTheHeadingNamesThem() throws {
    let text = "Talk of Stalin and Kirov 8 July 1920\n\nK: Yes\n\nNote: no"
    #expect(try marksDrawn(text, marks: .all).suffix(1) == ["speaker:K:"])
    #expect(try marksDrawn(text) == [])
  }

  @Test func findsNoteMarksAndNotes() throws {
    #expect(try marksDrawn("a* b**, camp***. [c]* “d”* e…*").count == 8)
    #expect(try marksDrawn("a* b\n\n*This is a note.") == ["noteMark:*", "note:*This is a note."])
    #expect(try marksDrawn("a. *“So” – note. **Two.") == ["note:*“So” – note.", "note:**Two."])
    #expect(try marksDrawn("a* b\n\n* A note.") == ["noteMark:*", "note:* A note."])
  }

  @Test func leavesOtherAsterisks() throws {
    for text in [
      "2*3", "2 * 3", "***", "a\n\n* * *\n\nb", "* item\n\n* item", "an *emphatic* word",
      "**bold** word", "( *", "a (* b",
    ] {
      #expect(try marksDrawn(text) == [], "\(text)")
    }
  }

  @Test func findsRemarks() throws {
    for remark in [
      "(Emphasis added – Y.B.)", "(Sic – Ed.)", "(Выделено мной. — Ю. Б.)", "(so - Yu. B.)",
    ] {
      #expect(try marksDrawn("a \(remark) b") == ["remark:\(remark)"])
    }
    for text in ["(as he said – in April)", "(A.B.)", "(see p. 5 – no)", "(– y.b.)", "a – Y.B.)"] {
      #expect(try marksDrawn(text) == [], "\(text)")
    }
  }

  @Test func findsArchiveLines() throws {
    let line = "RGASPI, f. 2, op. 1, d. 4, p. 5. Copy."
    #expect(try marksDrawn(line) == ["archive:\(line)"])
    #expect(try marksDrawn("The end. \(line)") == ["archive:\(line)"])
    #expect(try marksDrawn("The end. Stalin \(line)") == ["archive:\(line)"])
    #expect(
      try marksDrawn("The end* \(line) (So – Y.B.) *Note.") == [
        "noteMark:*", "archive:\(line)", "remark:(So – Y.B.)", "note:*Note.",
      ])
    #expect(try marksDrawn("ГАРФ. Ф. 130. Оп. 4. Д. 496. Л. 141.").count == 1)
  }

  @Test func leavesArchivesNamedInTheText() throws {
    #expect(try marksDrawn("as we read in RGASPI, f. 2, op. 1") == [])
    #expect(try marksDrawn("(RGASPI, f. 2, op. 1)") == [])
    #expect(try marksDrawn("RGASPI, f. 2, op. 1.\n\nThe text goes on.") == [])
    let long = String(repeating: "word ", count: 60)
    #expect(try marksDrawn("RGASPI, f. 2, op. 1. \(long)") == [])
  }

  @Test func takesHoldingsFromTheArchiveLineUnlessFrontMatterHasThem() throws {
    let line = "\n\nGARF, f. 1, d. 2, p. 3. Copy; also f. 4, pp. 5–6, 8."
    #expect(
      try witnessForTests("a" + line).description.holdings == [
        Holding(repository: "GARF", shelfmark: "f. 1, d. 2", locus: "p. 3", form: "Copy"),
        Holding(repository: "GARF", shelfmark: "f. 4", locus: "pp. 5–6, 8"),
      ])
    let front = "---\nrepository: A\n---\na" + line
    #expect(try witnessForTests(front).description.holdings == [Holding(repository: "A")])
  }

  @Test func leavesEverythingThatIsOff() throws {
    let text = """
      [Name]: a* [b] <…> c [?] (So – Y.B.) *note

      RGASPI, f. 2, op. 1.
      """
    #expect(try marksDrawn(text, marks: .none) == [])
    for (name, mark) in MarkSet.names where mark != .heading {
      #expect(MarkSet(name: name) == mark)
      let found = try marksDrawn(text, marks: mark)
      #expect(!found.isEmpty, "\(name)")
      let without = try marksDrawn(text, marks: MarkSet.standard.subtracting(mark))
      #expect(without != (try marksDrawn(text)), "\(name)")
    }
    #expect(MarkSet(name: "marks") == nil)
  }

  /// Ordered, apart, inside the body, and every bracket in a token: whatever the text.
  @Test func keepsItsPromisesOnRandomText() throws {
    let pieces = [
      "[", "]", "*", "**", "(", ")", "<", ">", "…", ".", "?", " ", "\n", "\n\n", "a", "B", "1", ":",
      "RGASPI, f. 1", "(x – Y.B.)", "[?]", "<…>", "“", "\u{AD}", "\u{200B}", "字", "-", "[A]:",
    ]
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
      let witness = try witnessForTests(text, marks: .all)
      let tokens = Tokenizer().tokenize(witness).tokens
      var end = 0
      for mark in witness.text.marks {
        #expect(mark.range.lowerBound >= end && !mark.range.isEmpty, "seed \(seed): \(text)")
        end = mark.range.upperBound
        let isInToken = tokens.contains { $0.written.contains(mark.range.lowerBound) }
        #expect(isInToken != mark.kind.standsBetweenTokens, "seed \(seed): \(mark) in \(text)")
      }
      #expect(end <= text.utf8.count)
      let brackets = witness.text.marks.filter { !$0.kind.standsBetweenTokens && $0.kind != .gap }
      #expect(brackets.count { $0.kind == .suppliedOpen } * 2 == brackets.count, "seed \(seed)")
    }
  }
}
