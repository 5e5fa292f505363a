import Testing

@testable import Collate

@Suite("Golden text")
struct TextGoldenTests {
  @Test func theModelInBothLayouts() throws {
    for layout in TextWriter.Layout.allCases {
      try Golden.check(
        ModelEdition.sketch.text(TextWriter(layout: layout, width: 96)),
        "Write/model-\(layout).txt")
    }
  }

  @Test func theModelNarrowWithLegendAndColor() throws {
    try Golden.check(
      ModelEdition.sketch.text(TextWriter(width: 40, numbering: .line, hasLegend: true)),
      "Write/model-narrow.txt")
    try Golden.check(
      ModelEdition.sketch.text(TextWriter(hasColor: true)), "Write/model-color.txt")
  }
}
