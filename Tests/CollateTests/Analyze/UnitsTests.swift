import Testing

@testable import Collate

@Suite struct UnitsTests {
  private typealias Drawn = SampleTables.Drawn

  @Test func `a numeral and a name stand alone`() {
    let units = SampleTables.units(
      "we saw that numbering 3,000 bayonets the withdrawal of Dashnak forces led by us all",
      "we saw that numbering 9,000 bayonets the withdrawal of Armenian forces led by us all")
    #expect(units == ["numeral 3,000 A | 9,000 B", "name Dashnak A | Armenian B"])
  }

  @Test func `an omission beside a change of case is a unit of its own`() {
    let units = SampleTables.units(
      "the Bayazet Turkish division came", "the Bayazet · Division came")
    #expect(units.count == 2)
    #expect(units.last == "case division A | Division B")
  }

  @Test func `punctuation beside words that differ is set apart`() {
    let units = SampleTables.units("he saw men ; and left", "he saw people , and left")
    #expect(units == ["substantive men A | people B", "punctuation ; A | , B"])
  }

  @Test func `punctuation that goes with its words stays with them`() {
    #expect(
      SampleTables.units("he came , then left", "he · · then left") == ["omission came , A | B"])
  }

  @Test func `a rewording is one unit over the common words in it`() {
    let filler = "the and the to the of the and to the"
    let units = SampleTables.units(
      filler + " he spoke with long and weary words the end",
      filler + " he wrote in · the shorter letters · end")
    #expect(units.count == 1)
    let swallowed = SampleTables.units(
      filler + " saw that · · to strengthen power there and retain it",
      filler + " saw that in order to consolidate power there and retain it")
    #expect(swallowed == ["substantive to strengthen A | in order to consolidate B"])
  }

  @Test func `a long omission is one unit with all its punctuation`() {
    let words = (1...30).map { "word\($0)x ," }.joined(separator: " ")
    let gap = Array(repeating: "·", count: 60).joined(separator: " ")
    let units = SampleTables.units("start \(words) you see end", "start \(gap) one finds end")
    #expect(units.count == 2)
    #expect(units.last == "substantive you see A | one finds B")
  }

  @Test func `words spelled otherwise side by side are a matter each`() {
    let units = SampleTables.units("he saw iudges vpon it", "he saw judges upon it")
    #expect(units == ["orthographic iudges A | judges B", "orthographic vpon A | upon B"])
  }

  @Test func `signs of one word in other shapes are one unit`() {
    let units = SampleTables.units("而 學 習 之", "而 学 习 之")
    #expect(units == ["orthographic 學 習 A | 学 习 B"])
  }

  @Test func `a spelling that goes with another word beside it is one matter with it`() {
    let units = SampleTables.units("ἐκ τῶν ἔργων ἦν", "ἐκ τὸ ἔργον ἦν", "ἐκ τὸ ἔργον ἦν")
    #expect(units == ["substantive τῶν ἔργων A | τὸ ἔργον BC"])
  }

  @Test func `a spelling beside a word that is left out is a matter of its own`() {
    let units = SampleTables.units("pater meus dominus et mater", "pater · dominvs et mater")
    #expect(units == ["omission meus A | B", "orthographic dominus A | dominvs B"])
  }

  @Test func `a word spelled by ear is drawn into no rewording of other witnesses`() {
    let units = SampleTables.units(
      "in the beginning God created the heauen", "in the begynnynge God created · heaven",
      "in the bigynnyng God made · heuene")
    #expect(
      units == [
        "substantive beginning A | begynnynge B | bigynnyng C",
        "substantive created AB | made C", "omission the A | BC",
        "substantive heauen A | heaven B | heuene C",
      ])
  }

  @Test func `an ending that changes with a word beside it is one matter with it`() {
    let units = SampleTables.units(
      "it tends to depart from the type", "it · · departs from the type",
      "it tends to depart from the type")
    #expect(units == ["substantive tends to depart AC | departs B"])
  }

  @Test func `most letters in common, in their order`() {
    for (a, b) in [("beginning", "begynnynge"), ("heauen", "heuene"), ("domino", "dominus")] {
      #expect(SharedLetters.areMost(of: a, and: b) && SharedLetters.areMost(of: b, and: a))
    }
    for (a, b) in [
      ("was", "has"), ("made", "created"), ("said", "seide"), ("abcd", "dcba"), ("", ""),
    ] {
      #expect(!SharedLetters.areMost(of: a, and: b) && !SharedLetters.areMost(of: b, and: a))
    }
  }

  @Test func `the sign for and is a spelling of it`() {
    let units = SampleTables.units("pater meus & mater", "pater · et mater", "pater meus et mater")
    #expect(units == ["omission meus AC | B", "orthographic & A | et BC"])
    #expect(SampleTables.units("he & they", "he or they") == ["substantive & A | or B"])
  }

  @Test func `a number of several words is not drawn into a rewording beside it`() {
    let filler = "the and the to the of the and to the"
    let units = SampleTables.units(
      filler + " he spoke weary the 3 000 men", filler + " he wrote long the 9 000 men")
    #expect(units == ["substantive spoke weary A | wrote long B", "numeral 3 A | 9 B"])
  }

  @Test func `one word that some lack and others reword is one unit`() {
    let gap = Array(repeating: "·", count: 8).joined(separator: " ")
    let (words, others) = ("a b c d e f g h", "i j k l m n o p")
    let units = SampleTables.units(
      "start \(words) saw \(others) end", "start \(words) said \(others) end",
      "start \(gap) · \(others) end", "start \(words) · \(gap) end")
    #expect(units.contains("substantive saw A | said B | CD"))
  }

  @Test func `an absence holds the variation inside it`() {
    let words = (1...12).map { "w\($0)o" }
    var other = words
    other[5] = "changed"
    let gap = Array(repeating: "·", count: 12)
    let rows = [words, other, gap].map { (["a"] + $0 + ["z"]).joined(separator: " ") }
    let (text, collation) = SampleTables.table(rows)
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map(\.parent) == [nil, 0])
    #expect(units[0].readings.map(\.witnesses) == [[0, 1], [2]])
    #expect(units[1].readings.map(\.witnesses) == [[0], [1]])
    #expect(units[1].columns == 6..<7)
  }

  @Test(arguments: [(7, [nil]), (8, [nil, 0])] as [(Int, [Int?])])
  func `eight columns and more are a passage that is lacked`(count: Int, parents: [Int?]) {
    let words = (1...count).map { "w\($0)o" }
    var other = words
    other[3] = "changed"
    let gap = Array(repeating: "·", count: count)
    let rows = [words, other, gap].map { (["a"] + $0 + ["z"]).joined(separator: " ") }
    let (text, collation) = SampleTables.table(rows)
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map(\.parent).contains(0) == parents.contains(0))
  }

  @Test func `half of the pairs that differ are enough for one unit`() {
    let units = SampleTables.units(
      "he saw men", "he saw men", "he met boats", "he met boats", "he met men")
    #expect(units == ["substantive saw men AB | met boats CD | met men E"])
  }

  @Test func `any number of readings are one each`() {
    let words = (0..<12).map { "w\($0)o" }
    let (text, collation) = SampleTables.table((words + words).map { "a \($0) z" })
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map { $0.readings.map(\.witnesses) } == [(0..<12).map { [$0, $0 + 12] }])
  }

  @Test func `the gravest difference may be between any two readings`() {
    let rest = "by the sea and went home to the town of all the men that were there"
    let units = SampleTables.units(
      "they saw I \(rest)", "they saw Dashnak \(rest)", "they saw Armenian \(rest)")
    #expect(units == ["name I A | Dashnak B | Armenian C"])
  }

  @Test func `a gap of the editor is never an omission`() {
    let units = SampleTables.units("a <…> b c", "a · b c")
    #expect(units == ["editorial <…> A | B"])
    let long = (1...10).map { "w\($0)o" }.joined(separator: " ")
    let gap = Array(repeating: "·", count: 9).joined(separator: " ")
    #expect(
      SampleTables.units("a \(long) b", "a <…> \(gap) b") == [
        Drawn(stringLiteral: "lacuna \(long) A | <…> B")
      ])
  }

  @Test func `a witness without a word is a lacuna`() {
    #expect(SampleTables.units("a b c", "· · ·") == ["lacuna a b c A | B"])
    #expect(SampleTables.units("a b c", "a x c", "· · ·").contains("substantive b A | x B"))
  }

  @Test func `neighbors that changed places are one unit`() {
    var (text, collation) = SampleTables.table(
      "nunc · omnia scire potest", "nunc scire omnia · potest")
    collation.moves = [
      .init(
        first: .init(columns: 1..<2, witnesses: [1]), second: .init(columns: 3..<4, witnesses: [0]))
    ]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "la")
    #expect(units.map { Drawn($0, text) } == ["transposition omnia scire A | scire omnia B"])
  }

  @Test func `words moved far are two units with one move`() {
    var (text, collation) = SampleTables.table(
      "quickly · then he went home to his own house alone",
      "· · then he went home to his own house quickly alone")
    let rows = [
      "quickly then he went home to his own house · alone",
      "· then he went home to his own house quickly alone",
    ]
    (text, collation) = SampleTables.table(rows)
    collation.moves = [
      .init(
        first: .init(columns: 0..<1, witnesses: [0]), second: .init(columns: 9..<10, witnesses: [1])
      )
    ]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map(\.move) == [0, 0])
    #expect(units.map(\.variation.kind) == [.transposition, .transposition])
  }

  @Test func `numbers that changed places are numbers still`() {
    var (text, collation) = SampleTables.table(
      "3,000 then he went home 9,000 alone", "9,000 then he went home 3,000 alone")
    collation.moves = [
      .init(
        first: .init(columns: 0..<1, witnesses: [0]), second: .init(columns: 5..<6, witnesses: [1]))
    ]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map(\.variation.kind) == [.numeral, .numeral])
    #expect(units.map(\.move) == [0, 0])
  }

  @Test func `words moved over four others are no neighbors`() {
    var (text, collation) = SampleTables.table(
      "quickly then he went home · alone", "· then he went home quickly alone")
    collation.moves = [
      .init(
        first: .init(columns: 0..<1, witnesses: [0]), second: .init(columns: 5..<6, witnesses: [1]))
    ]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map(\.columns) == [0..<1, 5..<6])
  }

  @Test func `a word divided in some witnesses is one unit`() {
    var (text, collation) = SampleTables.table("he went in to it", "he went into · it")
    collation.divisions = [2..<4]
    let units = VariationUnit.all(in: collation, of: text, ignoring: [], language: "en")
    #expect(units.map { Drawn($0, text) } == ["division in to A | into B"])
  }

  @Test func `readings that agree but for what is ignored say so, numerals never`() {
    let (text, collation) = SampleTables.table("Baku 3.5 don’t", "baku 35 don't")
    let units = VariationUnit.all(
      in: collation, of: text, ignoring: [.case, .punctuation, .spelling], language: "en")
    #expect(units.map { $0.readings.map(\.agreesWith) } == [[0, 0], [0, 1], [0, 0]])
  }

  @Test(arguments: [
    ("we 1 2 go", "we 12 · go", Ignore.division), ("we <…> go", "we met go", .spelling),
  ])
  func `other numbers and lacunae agree with nothing`(a: String, b: String, ignoring: Ignore) {
    let (text, collation) = SampleTables.table(a, b)
    let units = VariationUnit.all(in: collation, of: text, ignoring: ignoring, language: "en")
    #expect(units.allSatisfy { $0.readings.map(\.agreesWith) == [0, 1] } && !units.isEmpty)
  }

  @Test func `nothing to compare gives no units`() {
    #expect(SampleTables.units().isEmpty)
    #expect(SampleTables.units("a b c").isEmpty)
    #expect(SampleTables.units("a b c", "a b c", "a b c").isEmpty)
    let (text, _) = SampleTables.table("·", "·")
    let empty = Collation(columns: [[], []], columnCount: 0)
    #expect(VariationUnit.all(in: empty, of: text, ignoring: [], language: nil).isEmpty)
  }
}
