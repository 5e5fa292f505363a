extension AlignmentCase {
  /// Words and passages that stand elsewhere.
  static let moves = [
    AlignmentCase(
      "a near match beats leaving a gap (CollateX 41)", moves: ["dddd"],
      """
      A  aaaa bbbb cccc dddd eeee -    ffff
      B  aaaa bbbb -    -    eeex -    ffff
      C  aaaa bbbb cccc -    eeee -    ffff
      D  aaaa bbbb -    -    eeex dddd ffff
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
      "a moved sentence", moves: ["alpha bravo charlie delta"],
      """
      A  alpha bravo charlie delta . echo foxtrot golf hotel . -     -     -       -     - india juliet
      B  -     -     -       -     - echo foxtrot golf hotel . alpha bravo charlie delta . india juliet
      """),
    AlignmentCase(
      "a moved phrase with another word in it", moves: ["alpha one bravo"],
      """
      A  alpha one bravo then we all went home again -     -   -     soon
      B  -     -   -     then we all went home again alpha two bravo soon
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
      "blocks in three orders", moves: ["d1 d2 d3 a1 a2 a3", "b1 b2 b3"],
      """
      A  -  -  -  a1 a2 a3 b1 b2 b3 c1 c2 c3 -  -  -  d1 d2 d3 -  -  -
      B  d1 d2 d3 a1 a2 a3 -  -  -  c1 c2 c3 b1 b2 b3 -  -  -  -  -  -
      C  -  -  -  -  -  -  -  -  -  c1 c2 c3 b1 b2 b3 d1 d2 d3 a1 a2 a3
      """),
  ]
}
