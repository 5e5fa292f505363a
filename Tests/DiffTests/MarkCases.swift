extension AlignmentCase {
  /// Punctuation beside words.
  static let marks = [
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
      "a repeated mark (CollateX 12)",
      """
      A  a b c d F g h i ! K ! q r s t
      B  a b c d F g h i ! - - q r s t
      C  a b c d E g h i ! - - q r s t
      """),
    AlignmentCase(
      "punctuation alone",
      """
      A  Yes , he said ; and left .
      B  Yes - he said , and left -
      C  Yes - he said - and left !
      """),
    AlignmentCase(
      "end of a clause",
      """
      A  in Adana -     .
      B  in Adana today .
      """),
    AlignmentCase(
      "quotation marks",
      """
      A  he said , “ go now - ” and left
      B  he said - “ go now ! ” and left
      C  he said - - go now - - and left
      """),
    AlignmentCase(
      "a mark that ends what is left out keeps it together",
      """
      A  he stood and sat and lay and ran and , so they say , fell and wept
      B  he stood and sat and lay and -   -   - so they say , fell and wept
      """),
    AlignmentCase(
      "the instance that has the witness's mark",
      """
      A  shut against the world the world , the tea of the hour and the day and the night
      B  shut against -   -     the world , the tea of the hour and the day and the night
      """),
    AlignmentCase(
      "a doubled word is doubled after, whatever its mark",
      """
      A  he built a house so -  .
      B  he built a house so so .
      """),
    AlignmentCase(
      "a whole clause left out",
      """
      A  they stared , or threw stones , or drew swords , and struck him
      B  they stared , -  -     -      - or drew swords , and struck him
      """),
    AlignmentCase(
      "words that differ stay behind the same mark, past one word more",
      """
      A  forms which they call monstrosities -     ; and they cannot be told apart by a line -
      B  forms which they call monstrosities arise ; but they cannot be told apart by a line -
      C  forms which they call monstrosities arise ; but they cannot be told apart by a line .
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
