@testable import Collate

/// A TEI file with this as the content of its body.
func teiFile(_ body: String, header: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <TEI xmlns="http://www.tei-c.org/ns/1.0">
    <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>\(header)
    </fileDesc></teiHeader>
    <text>
      <body>\(body)</body>
    </text>
  </TEI>
  """
}

/// The witnesses of a TEI file.
func teiWitnesses(
  _ xml: String, _ rules: TEIReadingRules = .standard, siglum: String? = nil
) throws -> [Witness] {
  let input = try InputBytes(path: "letter.xml", bytes: Array(xml.utf8))
  return try WitnessReader(tei: rules).read(input, siglum: siglum)
}

/// The text that is taken from the body of a TEI file.
func teiText(_ body: String, _ rules: TEIReadingRules = .standard) throws -> SourceText {
  try teiWitnesses(teiFile(body), rules)[0].text
}

extension SourceText {
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Each mark as `kind:text`.
  var markStrings: [String] { marks.map { "\($0.kind):\(string($0.range))" } }
}
