/// The tuning constants of the alignment, in one place.
///
/// Scores are in 1/1024; they are written out, since the compiler makes constants of whole numbers
/// alone. Where no other source is given they are the center of a broad optimum found on ten
/// corpora with hand-made alignments (Greek, Latin, Armenian, Hebrew, English) and on random trees
/// of texts; the results hardly change within the ranges named, and following the corpora to their
/// sharp optimum made other texts worse.
enum Parameters {
  /// Score of two unlike words in one column; good from -0.65 to -0.35.
  static let mismatch: Score = -512
  /// Similarity up to which two words count as unlike; good from 0.25 to 0.4.
  static let similarityFloor: Score = 338
  /// Share of a full match that two almost equal words can reach.
  static let likeness: Score = 870
  /// How much rarer words count more: a match is worth 1 ± half of it.
  static let rarity: Score = 512
  /// Equal punctuation marks.
  static let punctuationMatch: Score = 461
  /// Unlike punctuation marks.
  static let punctuationMismatch: Score = 225
  /// A word beside a mark; good around -1.1.
  static let wordBesideMark: Score = -1126
  /// Weight in anchors: this, and up to 1 more for a rare word.
  static let anchorWord: Score = 512
  static let anchorMark: Score = 205

  /// Opening a gap, and each column of it; good from 0.2 to 0.35.
  static let gapOpen: Score = 512
  static let gapExtension: Score = 287
  /// The same for long gaps: dearer to open, cheaper to go on, so that a gap of more than 50 words
  /// costs less in one piece than in two with a stray match between them. The difference at 8, 16,
  /// 32 and 50 words, 0.8 to 2.5, is what a match inside must be worth; it follows 0.5 + 0.25 ·
  /// log2 of the length, the measure by which transpositions are told from accidents.
  static let longGapOpen: Score = 2560
  static let longGapExtension: Score = 246

  /// How much the best pair of two columns counts beside the average pair; good from 0.2 to 0.8.
  static let bestShare: Score = 461
  /// Tokens of a column that are looked at when profiles are merged.
  static let mergeDepth = 8
  /// The same in refinement.
  static let refinementDepth = 5

  /// Weight from which a run of equal tokens is an anchor: four to five words.
  static let anchorWeight: Score = 5120
  /// The same for a run that touches both starts or both ends.
  static let edgeAnchorWeight: Score = 3584
  /// Weaker anchors, tried in turn where a window is too large.
  static let weakAnchorWeights: [Score] = [2560, 1229]
  /// Share of the smaller side that weaker anchors must cover, in percent.
  static let weakAnchorCoverage = 12
  /// Cells of a window that is always solved exactly.
  static let smallWindow = 250_000
  /// Cells of a window that is solved exactly where both sides are homologous.
  static let largeWindow = 16_000_000
  /// Columns of one side of a window at most, so that no sum of scores leaves 32 bits.
  static let longestWindow = 1_000_000
  /// Share of content words in common from which texts are homologous, in 1/1024. Books in another
  /// order have at most 0.04, texts rewritten with one change a word at least 0.2.
  static let homology: Score = 82
  /// How much liker a word must be to one than to another to go with it where a rule moves words
  /// (0.05).
  static let likerMargin: Score = 51
  /// How rare a content word is at least.
  static let contentRarity: Score = 614

  /// Clean tokens that divide two windows of refinement, and that surround each; 6 lost accuracy,
  /// 24 gained none.
  static let refinementContext = 12
  /// Gain from which a refined path is taken.
  static let refinementMargin: Score = 205
  /// Rounds of refinement at most; later ones changed nothing measurable.
  static let refinementRounds = 2
  /// Columns of a long gap that a window of refinement keeps at either end of it.
  static let refinementGapReach = 64
}
