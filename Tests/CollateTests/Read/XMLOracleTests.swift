import Foundation
import Testing

@testable import Collate

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Foundation's parser as the oracle: it shares no line with ours.
@Suite struct XMLOracleTests {
  @Test func randomDocumentsAreReadAsFoundationReadsThem() throws {
    let bits = [
      "<a>", "</a>", "<b>", "</b>", "<c/>", " ", "x", "é", "&amp;", "&#65;", "<!-- y -->",
      "<![CDATA[z]]>", "<a d='1'>", "<b e=\"&lt;\" f='2'>", "\r\n", "]", "<?p q?>", "\n",
    ]
    let noise = ["<", ">", "&", "]]>", "'", "--", "/", "=", "<!", "&x;", "\u{1}"]
    var accepted = 0
    for seed in UInt64(0)..<3_000 {
      var random = SeededGenerator(seed: seed)
      var open: [String] = []
      var text = "<r>"
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        let bit = bits.randomElement(using: &random)!
        if bit.hasPrefix("</") {
          if let name = open.popLast() { text += "</\(name)>" }
          continue
        }
        if bit.hasPrefix("<a") { open.append("a") }
        if bit.hasPrefix("<b") { open.append("b") }
        text += bit
      }
      for name in open.reversed() { text += "</\(name)>" }
      text += "</r>"
      if seed % 2 == 1 {
        let index = text.unicodeScalars.indices.randomElement(using: &random)!
        let piece = noise.randomElement(using: &random)!
        text.unicodeScalars.insert(contentsOf: piece.unicodeScalars, at: index)
      }
      let ours = try? xmlPieces(text)
      let theirs = FoundationPieces.read(text)
      #expect(ours == theirs, "seed \(seed): \(text)")
      if ours != nil { accepted += 1 }
    }
    #expect((1_600..<2_900).contains(accepted), "\(accepted)")
  }
}

/// What Foundation's parser makes of a document, in the form of `xmlPieces`.
private final class FoundationPieces: NSObject, XMLParserDelegate {
  // A class because Foundation's parser calls back to an object.
  private var pieces: [String] = []
  private var run = ""

  static func read(_ text: String) -> [String]? {
    let parser = XMLParser(data: Data(text.utf8))
    let pieces = FoundationPieces()
    parser.delegate = pieces
    // On Linux `parse` is true for some documents that are not well-formed; the error tells.
    return parser.parse() && parser.parserError == nil ? pieces.pieces : nil
  }

  private func flush() {
    if !run.isEmpty { pieces.append(run) }
    run = ""
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes: [String: String] = [:]
  ) {
    flush()
    let parts = attributes.map { " \($0.key)=\"\($0.value)\"" }
    pieces.append("<\(elementName)\(parts.sorted().joined())>")
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    flush()
    pieces.append("</\(elementName)>")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { run += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    run += String(decoding: block, as: UTF8.self)
  }
}
