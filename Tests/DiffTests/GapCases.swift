extension AlignmentCase {
  /// Where what is left out or added stands.
  static let gaps = [
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
      "substitution beside addition",
      """
      A  the Dashnak  committee -  -      met at night
      B  the Armenian committee of Tiflis met at night
      C  the -        committee -  -      met at night
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
      "a fragment",
      """
      A  arma uirumque cano troiae qui primus ab oris
      B  -    uirumque cano troie  qui -      -  -
      C  arma uirumque cano -      qui primus ab oris
      """),
    AlignmentCase(
      "nothing in common",
      """
      A  alpha beta gamma -
      B  one   two  three four
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
      "words left out among formulas, neither sentence nor clause",
      """
      A  he came and who keeps the day is a friend , who keeps the day is a king , amen
      B  he came and who keeps the day is a -      - -   -     -   -   -  - king , amen
      """),
    AlignmentCase(
      "words that lean forward begin what is left out",
      """
      A  he stood on a hill on a road or on a market and on a stone and on a tree
      B  he stood on a hill -  - -    -  on a market and on a stone and on a tree
      """),
    AlignmentCase(
      "a word repeated is the head of what is left out",
      """
      A  since he was filius Mariae vel quia credebatur filius Ioseph .
      B  since he was -      -      -   -    -          filius Ioseph .
      """),
    AlignmentCase(
      "two words repeated are the end of what is left out",
      """
      A  our men stood on the shore held it fast against the foe on the shore open before them
      B  our men stood on the shore -    -  -    -       -   -   -  -   -     open before them
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
      "the first of two instances, though one witness adds a word before it",
      """
      A  -   look look   we come
      B  now look looked we come
      C  -   look -      we come
      """),
    AlignmentCase(
      "a short sentence left out that ends in the middle of the next",
      """
      A  he came . who keeps the day and who keeps the feast shall live .
      B  he came . -   -     -   -   -   who keeps the feast shall live .
      """),
    AlignmentCase(
      "no sentence where one of two witnesses goes on",
      """
      A  he came . who keeps the day and who keeps the feast shall live .
      B  he came - who keeps the -   -   -   -     -   feast shall live -
      """),
    AlignmentCase(
      "two sentences where the gap could begin decide nothing",
      """
      A  so it was . Amen . Praise the Lord . Amen . Praise the Lord and King
      B  so it was . Amen . Praise the Lord - -    - -      -   -    and King
      """),
    AlignmentCase(
      "a sentence written twice is written again",
      """
      A  He left . He left . So be it .
      B  He left . -  -    - So be it .
      """),
    AlignmentCase(
      "of many instances of a word that leans the last is left out",
      """
      A  holy holy holy one and holy king and holy lord and saints
      B  holy holy -    one and holy king and holy lord and saints
      """),
    AlignmentCase(
      "a word repeated with one word between is the end of what is left out",
      """
      A  since he was filius Mariae filius Ioseph .
      B  since he was filius -      -      Ioseph .
      """),
    AlignmentCase(
      "a word repeated that has a mark after it is the end of what is left out",
      """
      A  since he was filius , Mariae vel quia credebatur filius Ioseph .
      B  since he was filius - -      -   -    -          -      Ioseph .
      """),
    AlignmentCase(
      "a frequent word repeated is no head of what is left out",
      """
      A  deus est , rex est , lux est , vita est , dux est , via est vera et bona semper est pura .
      B  deus est , rex est , lux est , vita est , dux est , via est -    -  -    -      -   pura .
      """),
    AlignmentCase(
      "a first attempt at a sentence left standing",
      """
      A  The wind blew . The wind howled round the house all night .
      B  -   -    -    - The wind howled round the house all night .
      """),
  ]
}
