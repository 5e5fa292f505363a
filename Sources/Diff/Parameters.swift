/// The tuning constants of the alignment, in one place.
///
/// Where no other source is given they are the centre of a broad optimum found on ten corpora with
/// hand-made alignments (Greek, Latin, Armenian, Hebrew, English) and on random trees of texts; the
/// results hardly change within the ranges named, and following the corpora to their sharp optimum
/// made other texts worse.
enum Parameters {
  /// Score of two unlike words in one column; good from -0.65 to -0.35.
  static let mismatch = Fixed.score(-0.5)
  /// Similarity up to which two words count as unlike; good from 0.25 to 0.4.
  static let similarityFloor = Fixed.score(0.33)
  /// Share of a full match that two almost equal words can reach.
  static let likeness = Fixed.score(0.85)
  /// How much rarer words count more: a match is worth 1 ± half of it.
  static let rarity = Fixed.score(0.5)
  /// Equal punctuation marks.
  static let punctuationMatch = Fixed.score(0.45)
  /// Unlike punctuation marks.
  static let punctuationMismatch = Fixed.score(0.22)
  /// A word beside a mark; good around -1.1.
  static let wordBesideMark = Fixed.score(-1.1)
  /// Weight in anchors: this, and up to 1 more for a rare word.
  static let anchorWord = Fixed.score(0.5)
  static let anchorMark = Fixed.score(0.2)

  /// Opening a gap, and each column of it; good from 0.2 to 0.35.
  static let gapOpen = Fixed.score(0.5)
  static let gapExtension = Fixed.score(0.28)
  /// The same for long gaps: dearer to open, cheaper to go on, so that a gap of more than 50 words
  /// costs less in one piece than in two with a stray match between them. The difference at 8, 16, 32
  /// and 50 words, 0.8 to 2.5, is what a match inside must be worth; it follows 0.5 + 0.25 · log2 of
  /// the length, the measure by which transpositions are told from accidents.
  static let longGapOpen = Fixed.score(2.5)
  static let longGapExtension = Fixed.score(0.24)

  /// How much the best pair of two columns counts beside the average pair; good from 0.2 to 0.8.
  static let bestShare = Fixed.score(0.45)
  /// Tokens of a column that are looked at when profiles are merged.
  static let mergeDepth = 8
  /// The same in refinement.
  static let refinementDepth = 5

  /// Weight from which a run of equal tokens is an anchor: four to five words.
  static let anchorWeight = Fixed.score(5)
  /// The same for a run that touches both starts or both ends.
  static let edgeAnchorWeight = Fixed.score(3.5)
  /// Weaker anchors, tried in turn where a window is too large.
  static let weakAnchorWeights = [Fixed.score(2.5), Fixed.score(1.2)]
  /// Share of the smaller side that weaker anchors must cover, in percent.
  static let weakAnchorCoverage = 12
  /// Cells of a window that is always solved exactly.
  static let smallWindow = 250_000
  /// Cells of a window that is solved exactly where both sides are homologous.
  static let largeWindow = 16_000_000
  /// Share of content words in common from which texts are homologous, in 1/1024. Books in another
  /// order have at most 0.04, texts rewritten with one change a word at least 0.2.
  static let homology = Fixed.score(0.08)
  /// How rare a content word is at least.
  static let contentRarity = Fixed.score(0.6)

  /// Clean tokens that divide two windows of refinement, and that surround each; 6 lost accuracy,
  /// 24 gained none.
  static let refinementContext = 12
  /// Gain from which a refined path is taken.
  static let refinementMargin = Fixed.score(0.2)
  /// Rounds of refinement at most; later ones changed nothing measurable.
  static let refinementRounds = 2
  /// Columns of a long gap that a window of refinement keeps at either end of it.
  static let refinementGapReach = 64
}
