extension AlignmentCase {
  /// Words that are alike: spellings, numerals, words divided otherwise.
  static let likeness = [
    AlignmentCase(
      "numerals face numerals",
      """
      A  they killed -    3,000 Armenians in Adana
      B  they killed -    9,000 men       in Adana
      C  they killed some 3,000 Armenians in Adana
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
      "the ampersand is a word",
      """
      A  wine &   -    bread were brought
      B  wine and -    bread was  brought
      C  wine and good bread were brought
      """),
    AlignmentCase(
      "a chain of spellings",
      """
      A  the kyng  spake to them
      B  the king  spak  to them
      C  the kinge spoke to them
      """),
    AlignmentCase(
      "abbreviations and numbers",
      """
      A  Heinricus  episcopus obiit anno mcc
      B  Henricus   eps       obiit anno 1200
      C  Hainrichus episcopus obiit -    -
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
      "an equal word beats a similar one",
      """
      A  they sat down and begged beged with them
      B  they sat down and -      beged with them
      C  they sat down and begged -     with them
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
  ]
}
