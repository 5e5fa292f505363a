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
      A  he built a house so -  . and left it
      B  he built a house so so . and left it
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
      "two witnesses with other words stay behind the same mark together",
      """
      A  forms which they call monstrosities -     ; and they cannot be told apart
      B  forms which they call monstrosities arise ; but they cannot be told apart
      C  forms which they call monstrosities -     ; for they cannot be told apart
      """),
    AlignmentCase(
      "a mark that only one of them has keeps neither",
      """
      A  forms which they call monstrosities ; and   - -   they cannot be told apart
      B  forms which they call monstrosities - arise ; but they cannot be told apart
      C  forms which they call monstrosities - for   - -   they cannot be told apart
      """),
    AlignmentCase(
      "a word doubled with its mark is doubled after",
      """
      A  he said come come , -    - and see
      B  he said come come , come , and see
      """),
    AlignmentCase(
      "an opening mark stands before its word, whatever is left out",
      """
      A  he said and left - go now
      B  he said -   -    “ go now
      """),
    AlignmentCase(
      "a mark stands where most witnesses have one like it",
      """
      A  he came , and - went home -
      B  he came , and - went home -
      C  he came , and - went home -
      D  he came - and , went home so
      E  he came - and , went home now
      F  he came , -   - -    home -
      """),
    AlignmentCase(
      "a mark inside a passage left out stands where the passage has it",
      """
      A  he came and saw the men , who stood there in rows home
      B  he came -   -   -   -   , -   -     -     -  -    home
      """),
    AlignmentCase(
      "unlike marks stand before those of most witnesses",
      """
      A  he said - ( go on
      B  he said ! - go on
      C  he said - ( go in
      """),
    AlignmentCase(
      "and before those that are more",
      """
      A  he said ( - - go on
      B  he said - ; . go on
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
