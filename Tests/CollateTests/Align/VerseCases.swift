@testable import Collate

extension TextCase {
  /// Verses and paragraphs, which begin where nothing but the line tells it.
  static let verses = [
    TextCase(
      "a verse left out among verses that begin alike",
      texts: [
        """
        Lord of the hills look down
        Lord of the seas be near
        Lord of the winds be still
        """,
        """
        Lord of the hills look down
        Lord of the winds be still
        """,
      ],
      """
      A  Lord of the hills look down Lord of the seas be near Lord of the winds be still
      B  Lord of the hills look down -    -  -   -    -  -    Lord of the winds be still
      """),
    TextCase(
      "the same verses written as prose",
      """
      A  Lord of the hills look down Lord of the seas be near Lord of the winds be still
      B  Lord of the hills look down Lord of the -    -  -    -    -  -   winds be still
      """),
    TextCase(
      "a paragraph left out after one that ends alike",
      texts: [
        "the gate was shut and we went home\n\nthe door was shut and we went home\n\nnight came",
        "the gate was shut and we went home\n\nnight came",
      ],
      """
      A  the gate was shut and we went home the door was shut and we went home night came
      B  the gate was shut and we went home -   -    -   -    -   -  -    -    night came
      """),
    TextCase(
      "lines that end elsewhere in the other witness",
      texts: ["praise & glory\nand honor", "praise and glory and\nhonor"],
      """
      A  praise &   glory and honor
      B  praise and glory and honor
      """),
  ]
}
