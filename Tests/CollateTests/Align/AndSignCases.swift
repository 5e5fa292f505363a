@testable import Collate

extension TextCase {
  /// Signs read as "and" beside the word, where place alone would put them elsewhere.
  static let andSigns = [
    TextCase(
      "an ampersand is the Latin word",
      """
      A  pater meus &  mater mea
      B  pater -    et mater mea
      """),
    TextCase(
      "an ampersand is the English word",
      """
      A  he came home & slept
      B  he came -    and slept
      """),
    TextCase(
      "of two words that mean and the witnesses' own is meant",
      """
      A  and so he said , I came at &   slept ; and woke , ac moriar
      B  and so he said , I came -  and slept ; and woke , ac moriar
      """),
    TextCase(
      "the Tironian sign",
      """
      A  rex noster ⁊ regina venit
      B  rex -      et regina venit
      """),
    TextCase(
      "the Greek sign",
      """
      A  ὁ πατὴρ ἐμὸς ϗ   ἡ μήτηρ
      B  ὁ πατὴρ -    καὶ ἡ μήτηρ
      """),
  ]
}
