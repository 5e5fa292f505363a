@testable import Collate

/// The text of a file in PAGE or ALTO.
func pageText(_ xml: String, _ rules: PageReadingRules = .standard) throws -> SourceText {
  let input = try InputBytes(path: "p.xml", bytes: Array(xml.utf8))
  return try WitnessReader(pages: rules).read(input)[0].text
}

/// A PAGE file of one region with these lines, each the content of a `TextLine`.
func pageFile(lines: [String]) -> String {
  """
  <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15">
  <Page imageFilename="scans/0007.tif"><TextRegion id="r1">
  \(lines.map { "<TextLine \($0)</TextLine>" }.joined(separator: "\n"))
  </TextRegion></Page></PcGts>
  """
}

/// The content of a `TextLine` with this text.
func pageLine(_ text: String, custom: String = "") -> String {
  "custom='\(custom)'><TextEquiv><Unicode>\(text)</Unicode></TextEquiv>"
}
