import Diff
import Testing

/// A case of alignment: a name, and the table that must come out whatever the order of the rows.
struct AlignmentCase: Sendable, CustomTestStringConvertible {
  var name: String
  var drawing: String
  /// Moves that must be reported: words as in the earlier place.
  var moves: [String]

  init(_ name: String, moves: [String] = [], _ drawing: String) {
    self.name = name
    self.moves = moves
    self.drawing = drawing
  }

  var testDescription: String { name }
}

@Suite("Hard cases of alignment, for every order of the witnesses")
struct AlignmentCaseTests {
  @Test(arguments: AlignmentCase.all)
  func isAlignedAsDrawn(_ example: AlignmentCase) {
    let expected = DrawnTable(example.drawing)
    for order in orders(expected.names.count) {
      let drawn = expected.permuted(order)
      let (table, alignment) = drawn.aligned()
      #expect(table == drawn, "\(example.name), order \(order): \(table) instead of \(drawn)")
      let moves = alignment.moves.map { move in
        let row = move.first.rows[0]
        return table.cells[row][move.first.columns].filter { $0 != "-" }.joined(separator: " ")
      }
      #expect(Set(moves) == Set(example.moves), "\(example.name): moves \(moves)")
    }
  }
}

extension AlignmentCase {
  static let all = [
    AlignmentCase(
      "words before commas (CollateX 58)",
      """
      A  The big , -   - gray , fuzzy koala  .
      B  The big , old , gray - -     koala  :
      C  The big , -   - gray , fuzzy wombat .
      """),
    AlignmentCase(
      "words before the full stop (CollateX 66)",
      """
      A  The -   gray koala -     -  - -    .
      B  The big gray koala -     -  - -    .
      C  The -   -    koala lives in a tree .
      """),
    AlignmentCase(
      "a near match beats leaving a gap (CollateX 41)", moves: ["dddd"],
      """
      A  aaaa bbbb cccc dddd eeee -    ffff
      B  aaaa bbbb -    -    eeex -    ffff
      C  aaaa bbbb cccc -    eeee -    ffff
      D  aaaa bbbb -    -    eeex dddd ffff
      """),
    AlignmentCase(
      "a repeated mark (CollateX 12)",
      """
      A  a b c d F g h i ! K ! q r s t
      B  a b c d F g h i ! - - q r s t
      C  a b c d E g h i ! - - q r s t
      """),
    AlignmentCase(
      "a chain of parts (Spencer and Howe)",
      """
      A  a b c - - d e f
      B  - - x y z d e -
      C  a b x y z - - -
      """),
    AlignmentCase(
      "either, or, both",
      """
      A  a -
      B  - b
      C  a b
      """),
    AlignmentCase(
      "numerals face numerals",
      """
      A  they killed -    3,000 Armenians in Adana
      B  they killed -    9,000 men       in Adana
      C  they killed some 3,000 Armenians in Adana
      """),
    AlignmentCase(
      "substitution beside addition",
      """
      A  the Dashnak  committee -  -      met at night
      B  the Armenian committee of Tiflis met at night
      C  the -        committee -  -      met at night
      """),
    AlignmentCase(
      "word division",
      """
      A  he went in   to the house
      B  he went into -  the house
      C  he went into -  -   house
      """),
    AlignmentCase(
      "crasis",
      """
      A  αλλα ουκ    εχει μερος
      B  αλλα ουκεχει -   μερος
      C  αλλα -      εχει μερος
      """),
    AlignmentCase(
      "a divided name",
      """
      A  Ik     ukve was there
      B  Ikukve -    was there
      C  Ike    -    was there
      """),
    AlignmentCase(
      "division in three parts",
      """
      A  he said in       so much as
      B  he said insomuch -  -    as
      C  he said in       as much as
      """),
    AlignmentCase(
      "dittography of a word",
      """
      A  then in -  the fire
      B  then in in the fire
      """),
    AlignmentCase(
      "dittography of a phrase",
      """
      A  and they came -   -    -    unto the place and they sat
      B  and they came and they came unto the place and they sat
      """),
    AlignmentCase(
      "a leap from like to like",
      """
      A  he came to the city and saw the people and left the city and wept
      B  he came to the city and -   -   -      -   -    -   -    -   wept
      """),
    AlignmentCase(
      "omission of the first member",
      """
      A  the dog and the cat and the bird sang
      B  the -   -   -   cat and the bird sang
      """),
    AlignmentCase(
      "neighbors exchanged", moves: ["scire"],
      """
      A  nunc -     omnia scire potest
      B  nunc scire omnia -     potest
      C  nunc -     omnia -     potest
      """),
    AlignmentCase(
      "exchanged in a verse", moves: ["αιτιαν"],
      """
      A  ουδεμιαν αιτιαν ευρισκω -      εν αυτω
      B  ουδεμιαν -      ευρισκω αιτιαν εν αυτω
      C  ουδεμιαν -      ευρισκω -      εν αυτω
      """),
    AlignmentCase(
      "two words mirrored", moves: ["king", "queen"],
      """
      A  the king  and the queen came home
      B  the queen and the king  came home
      """),
    AlignmentCase(
      "particles share one column",
      """
      A  erat -      autem  cum filiis
      B  erat -      namque cum filiis
      C  erat -      -      cum filiis
      D  erat -      uero   cum filiis
      E  erat quidem autem  cum filiis
      """),
    AlignmentCase(
      "substitution of unequal length",
      """
      A  quinque condiciones ponuntur -       - -         de sapiente
      B  quinque condiciones sunt     scripte a philosopho de sapiente
      """),
    AlignmentCase(
      "a fragment",
      """
      A  arma uirumque cano troiae qui primus ab oris
      B  -    uirumque cano troie  qui -      -  -
      C  arma uirumque cano -      qui primus ab oris
      """),
    AlignmentCase(
      "the ampersand is a word",
      """
      A  wine &   -    bread were brought
      B  wine and -    bread was  brought
      C  wine and good bread were brought
      """),
    AlignmentCase(
      "punctuation alone",
      """
      A  Yes , he said ; and left .
      B  Yes - he said , and left -
      C  Yes - he said - and left !
      """),
    AlignmentCase(
      "nothing in common",
      """
      A  alpha beta gamma -
      B  one   two  three four
      """),
    AlignmentCase(
      "a chain of spellings",
      """
      A  the kyng  spake to them
      B  the king  spak  to them
      C  the kinge spoke to them
      """),
    AlignmentCase(
      "end of a clause",
      """
      A  in Adana -     .
      B  in Adana today .
      """),
    AlignmentCase(
      "a moved sentence", moves: ["alpha bravo charlie delta"],
      """
      A  alpha bravo charlie delta . echo foxtrot golf hotel . -     -     -       -     - india juliet
      B  -     -     -       -     - echo foxtrot golf hotel . alpha bravo charlie delta . india juliet
      """),
    AlignmentCase(
      "an addition shared by two",
      """
      A  quick -   brown fox
      B  quick -   red   fox
      C  quick and brown fox
      D  quick and red   fox
      """),
    AlignmentCase(
      "quotation marks",
      """
      A  he said , “ go now - ” and left
      B  he said - “ go now ! ” and left
      C  he said - - go now - - and left
      """),
    AlignmentCase(
      "abbreviations and numbers",
      """
      A  Heinricus  episcopus obiit anno mcc
      B  Henricus   eps       obiit anno 1200
      C  Hainrichus episcopus obiit -    -
      """),
    AlignmentCase(
      "three orders of the middle (Stökl)", moves: ["b", "e"],
      """
      A  a b c d e
      B  a e c d -
      C  a - - d b
      """),
    AlignmentCase(
      "words before punctuation at the end (agast)", moves: ["So"],
      """
      A  -  He was agast , so
      B  -  He was agast - -
      C  So he was agast - -
      """),
    AlignmentCase(
      "the cat and the dog", moves: ["cat", "dog"],
      """
      A  the cat and the dog
      B  the dog and the cat
      """),
    AlignmentCase(
      "black and white", moves: ["black", "white"],
      """
      A  the black and white cat
      B  the white and black cat
      C  the black -   -     cat
      """),
    AlignmentCase(
      "a double transposition", moves: ["is"],
      """
      A  -     -  the cat is black
      B  black is the cat -  -
      """),
    AlignmentCase(
      "the first two exchanged", moves: ["a"],
      """
      A  a b - c
      B  - b a c
      """),
    AlignmentCase(
      "an addition in a moved phrase", moves: ["is"],
      """
      A  -    -         -   -     -  the cat is very happy
      B  very -         -   happy is the cat -  -    -
      C  very delighted and happy is the cat -  -    -
      """),
    AlignmentCase(
      "equal matches leave the gap late",
      """
      A  a g a g c t a g t
      B  a g - - c t - - -
      """),
    AlignmentCase(
      "additions stand at the right",
      """
      A  the -   -    -       black cat
      B  the -   very special black cat
      C  the not very special black cat
      """),
    AlignmentCase(
      "a single word far away is no move",
      """
      A  X a b c d e f g h i j k l m n o p -
      B  - a b c d e f g h i j k l m n o p X
      """),
    AlignmentCase(
      "near matches in four (Birnbaum)",
      """
      A  aaaa bbbb cccc dddd eeee ffff
      B  aaaa bbbb -    -    eeex ffff
      C  aaaa bbbb cccc -    eeee ffff
      D  aaaa bbbb -    -    eeex ffff
      """),
    AlignmentCase(
      "the nearer of two near matches",
      """
      A  over -     this dog
      B  over there that dog
      """),
    AlignmentCase(
      "a near match between two",
      """
      A  aaa bbb ccc ddd
      B  aaa cce -   ddd
      C  aaa cce ccc ddd
      """),
    AlignmentCase(
      "blocks in three orders", moves: ["d1 d2 d3 a1 a2 a3", "b1 b2 b3"],
      """
      A  -  -  -  a1 a2 a3 b1 b2 b3 c1 c2 c3 -  -  -  d1 d2 d3 -  -  -
      B  d1 d2 d3 a1 a2 a3 -  -  -  c1 c2 c3 b1 b2 b3 -  -  -  -  -  -
      C  -  -  -  -  -  -  -  -  -  c1 c2 c3 b1 b2 b3 d1 d2 d3 a1 a2 a3
      """),
    AlignmentCase(
      "a place left out beside a whole passage",
      """
      A  units of the army <…> -   -    -     -     there is
      B  units of the army -   and many other words there is
      """),
    AlignmentCase(
      "a sentence left out among formulas",
      """
      A  he came . who keeps the day is a friend . who keeps the day is a king . amen
      B  he came . -   -     -   -   -  - -      - who keeps the day is a king . amen
      """),
    AlignmentCase(
      "words left out among formulas, no sentence",
      """
      A  he came , who keeps the day is a friend , who keeps the day is a king , amen
      B  he came , who keeps the day is a -      - -   -     -   -   -  - king , amen
      """),
    AlignmentCase(
      "words that lean forward begin what is left out",
      """
      A  he stood on a hill on a road or on a market and on a stone and on a tree
      B  he stood on a hill -  - -    -  on a market and on a stone and on a tree
      """),
    AlignmentCase(
      "a mark that ends what is left out keeps it together",
      """
      A  he stood and sat and lay and ran and , so they say , fell and wept
      B  he stood and sat and lay and -   -   - so they say , fell and wept
      """),
    AlignmentCase(
      "two witnesses together face a longer reading from the left",
      """
      A  they had  glory from heaven who keeps it
      B  they had  glory and  -      who keeps it
      C  they have glory and  -      who keeps it
      """),
    AlignmentCase(
      "two witnesses each lack another verse",
      """
      A  God made gods for ever Lord made lords for ever amen
      B  -   -    -    -   -    Lord made lords for ever amen
      C  God made gods for ever -    -    -     -   -    amen
      """),
    AlignmentCase(
      "the same with an end that all verses have",
      """
      A  glory to Peter the apostle pray for us mercy to Paul the apostle pray for us and be near
      B  -     -  -     -   -       -    -   -  mercy to Paul the apostle pray for us and be near
      C  glory to Peter the apostle pray for us -     -  -    -   -       -    -   -  and be near
      """),
    AlignmentCase(
      "the same with a beginning that all verses have",
      """
      A  they bless God above of gods for ever they bless Lord above of lords for ever amen
      B  -    -     -   -     -  -    -   -    they bless Lord above of lords for ever amen
      C  they bless God above of gods for ever -    -     -    -     -  -     -   -    amen
      """),
    AlignmentCase(
      "an equal word beats a similar one",
      """
      A  they sat down and begged beged with them
      B  they sat down and -      beged with them
      C  they sat down and begged -     with them
      """),
    AlignmentCase(
      "a first attempt at a sentence left standing",
      """
      A  The wind blew . The wind howled round the house all night .
      B  -   -    -    - The wind howled round the house all night .
      """),
    AlignmentCase(
      "a witness that has both words tells them apart",
      """
      A  and the land lay empty was     -        . and the others were not built again
      B  and the land lay empty -       remained . and the others were not built again
      C  and the land lay empty -       remains  . and the others were not built again
      D  and the land lay empty was     -        . and the others were not built there
      E  and the land lay empty was     remained . and the others were not built up
      """),
    AlignmentCase(
      "two words divided, one after the other",
      """
      A  they came whitebirds -     greenfishes -      there
      B  they came white      birds green       fishes there
      """),
    AlignmentCase(
      "one witness only",
      """
      A  he said , go
      """),
    AlignmentCase(
      "a witness of marks alone",
      """
      A  he said , - go !
      B  -  -    , ! -  -
      """),
  ]
}
