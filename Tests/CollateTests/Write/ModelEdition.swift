@testable import Collate

/// The model of the plain-text apparatus: two invented witnesses whose apparatus was made by hand.
enum ModelEdition {
  static let sketch = EditionSketch(
    (
      "T",
      """
      ---
      repository: RGASPI
      shelfmark: f. 64, op. 1, d. 17
      locus: pp. 56–63
      form: Telegraph tape. Draft handwritten in pencil.
      ---
      Baku, 20 November 1920. To the Chairman.

      The enemy has 3,000 bayonets and two batteries near the railway <…> station.

      [Decide]* the question of the oil trains at once.

      We await your answer at the apparatus.

      * Word missing on the tape; supplied from the memorandum.

      """,
      """
      Baku|,|20 November 1920 . To the Chairman .||The|enemy has|3,000|bayonets and|two|batteries\
      |near the railway <…> station|.|[Decide]|the question of|the|oil trains at once||. We await \
      your|answer|at the apparatus .
      """
    ),
    (
      "M",
      """
      ---
      repository: RGASPI
      shelfmark: f. 64, op. 1, d. 17
      locus: pp. 64–66
      form: Memorandum. Typewritten copy.
      ---
      Baku. 20 November 1920. To the Chairman.

      Near the railway station the enemy has 9,000 bayonets and 2 batteries.

      Decide the question of oil trains at once, and report.

      We await your reply at the apparatus.

      """,
      """
      Baku|.|20 November 1920 . To the Chairman .|Near the railway station|the|enemy has|9,000\
      |bayonets and|2|batteries||.|Decide|the question of||oil trains at once|, and report\
      |. We await your|reply|at the apparatus .
      """
    ),
    kinds: [
      .punctuation, .transposition, .case, .numeral, .orthographic, .transposition, .editorial,
      .omission, .addition, .substantive,
    ],
    partners: [(1, 5)])
}
