import Testing

@testable import Collate

/// A document as a list of tags and texts: `<p a="1">`, `text`, `</p>`.
func xmlPieces(
  _ text: some StringProtocol, limits: XMLLimits = .standard
) throws -> [String] {
  let input = try InputBytes(path: "t.xml", bytes: Array(text.utf8))
  var scanner = try XMLScanner(input, limits: limits)
  var pieces: [String] = []
  var run = ""
  func flush() {
    if !run.isEmpty { pieces.append(run) }
    run = ""
  }
  while let event = try scanner.next() {
    switch event {
    case .text(let range): run += scanner.string(range)
    case .character(let scalar, _): run.unicodeScalars.append(scalar)
    case .start(let name):
      flush()
      let attributes = scanner.attributes.map {
        " \(scanner.string($0.name))=\"\(scanner.value($0.value))\""
      }
      pieces.append("<\(scanner.localName(name))\(attributes.sorted().joined())>")
    case .end(let name):
      flush()
      pieces.append("</\(scanner.localName(name))>")
    }
  }
  return pieces
}

/// The problem that a file is refused for, and its place as `line:column`.
func xmlProblem(
  _ text: String, limits: XMLLimits = .standard
) -> (ReadError.Problem, String)? {
  do {
    _ = try xmlPieces(text, limits: limits)
    return nil
  } catch let error as ReadError {
    return (error.problem, error.place.map { "\($0.line):\($0.column)" } ?? "")
  } catch { return nil }
}

@Suite struct XMLScannerTests {
  @Test func piecesComeInOrder() throws {
    let text = """
      <?xml version="1.0"?><!-- c --><!DOCTYPE a>
      <a x='1' xml:id="i&#x41;&amp;"><b/>t&lt;&#233;<![CDATA[<&]]>u<!-- - -->v<?pi x?></a >

      """
    #expect(
      try xmlPieces(text) == ["<a x=\"1\" xml:id=\"iA&\">", "<b>", "</b>", "t<é<&uv", "</a>"])
  }

  @Test func prefixesAreTakenOff() throws {
    let text = "<t:a xmlns:t='u'><t:b>x</t:b></t:a>"
    #expect(try xmlPieces(text) == ["<a xmlns:t=\"u\">", "<b>", "x", "</b>", "</a>"])
  }

  @Test func allLineEndsAreLineFeeds() throws {
    #expect(try xmlPieces("<a>1\r\n2\r3\n4&#13;</a>") == ["<a>", "1\n2\n3\n4\r", "</a>"])
    #expect(try xmlPieces("<a b='1\r\n2\t3&#10;'/>") == ["<a b=\"1 2 3\n\">", "</a>"])
  }

  @Test func manyNamesKeepTheirNumbers() throws {
    let names = (0..<700).map { "n\($0)" }
    let text = "<r>" + (names + names).map { "<\($0)/>" }.joined() + "</r>"
    let pieces = try xmlPieces(text)
    #expect(pieces.count == 2 + 4 * 700)
    for (index, name) in (names + names).enumerated() {
      #expect(pieces[1 + 2 * index] == "<\(name)>")
    }
  }

  /// Each fault is named with the place where it stands.
  static let faults: [(String, XMLFault, String)] = [
    ("<a>\n &x</a>", .strayAmpersand, "2:2"),
    ("<a>&nbsp;</a>", .unknownEntity("nbsp"), "1:4"),
    ("<a>&#0;</a>", .badCharacterReference, "1:4"),
    ("<a>&#xD800;</a>", .badCharacterReference, "1:4"),
    ("<a>&#+65;</a>", .badCharacterReference, "1:4"),
    ("<a>&#x110000;</a>", .badCharacterReference, "1:4"),
    ("<a>\u{0}</a>", .forbiddenCharacter(0), "1:4"),
    ("<a>\u{B}</a>", .forbiddenCharacter(11), "1:4"),
    ("<a>é\u{FFFE}</a>", .forbiddenCharacter(0xFFFE), "1:5"),
    ("<a><!-- \u{1} --></a>", .forbiddenCharacter(1), "1:9"),
    ("<a b='\u{1}'/>", .forbiddenCharacter(1), "1:7"),
    ("<a>]]></a>", .strayCDATAEnd, "1:4"),
    ("<a><!-- -- --></a>", .doubleHyphen, "1:9"),
    ("<a>\n<b></a>", .mismatchedEnd(expected: "b", found: "a"), "2:4"),
    ("<a/></a>", .strayEnd("a"), "1:5"),
    ("<a>\n  <b>x", .unclosedElement("b"), "2:3"),
    ("<a b='1' b='2'/>", .repeatedAttribute("b"), "1:10"),
    ("<a b='<'/>", .lessThanInAttribute, "1:7"),
    ("<a b=1/>", .badTag(expected: "a quotation mark"), "1:6"),
    ("<a b/>", .badTag(expected: "="), "1:5"),
    ("<a b='1'c='2'/>", .badTag(expected: "a blank or >"), "1:9"),
    ("<a / >", .badTag(expected: "/>"), "1:4"),
    ("<a>< b/></a>", .strayLessThan, "1:4"),
    ("<a><1/></a>", .strayLessThan, "1:4"),
    ("", .noElement, "1:1"),
    ("\n<!-- -->", .noElement, "2:9"),
    ("x<a/>", .outsideRoot, "1:1"),
    ("<a/> x", .outsideRoot, "1:6"),
    ("<a/><b/>", .outsideRoot, "1:5"),
    ("<a/>&amp;", .outsideRoot, "1:5"),
    ("<![CDATA[x]]><a/>", .outsideRoot, "1:1"),
    (" <?xml version='1.0'?><a/>", .misplacedDeclaration, "1:2"),
    ("<a/><!DOCTYPE a>", .misplacedDeclaration, "1:5"),
    ("<!DOCTYPE a><!DOCTYPE a><a/>", .misplacedDeclaration, "1:13"),
    ("<a><!-- x", .unclosed("<!--"), "1:4"),
    ("<a><![CDATA[ x", .unclosed("<![CDATA["), "1:4"),
    ("<a><?x", .unclosed("<?"), "1:4"),
    ("<a><?x< y?></a>", .badTag(expected: "a blank or ?>"), "1:7"),
    ("<a>\n<b c='1", .unclosed("<"), "2:1"),
    ("<?xml?><a/>", .badTag(expected: "version"), "1:6"),
    ("<?xml version='1.0' enco9,584'?><a/>", .badTag(expected: "encoding"), "1:21"),
    ("<?xml encoding='UTF-8'?><a/>", .badTag(expected: "version"), "1:7"),
    ("<?xml version='1.0' standalone='no' encoding='UTF-8'?><a/>", .badTag(expected: "?>"), "1:37"),
    ("<?xml version='2.0'?><a/>", .badTag(expected: "1.0"), "1:16"),
    ("<?xml version='1.0' standalone='on'?><a/>", .badTag(expected: "yes or no"), "1:33"),
    ("<?xml version='1.0'encoding='UTF-8'?><a/>", .badTag(expected: "?>"), "1:20"),
  ]

  @Test(arguments: [
    "<?xml version='1.0'?><a/>", "<?xml version=\"1.1\" ?><a/>",
    "<?xml\nversion = '1.0' encoding='UTF-8' standalone='yes'\t?>\n<a/>",
    "<?xml version='1.0' standalone='no'?><a/>", "<?xml-model href='x'?><a/>",
  ]) func declarationsAreRead(_ text: String) { #expect(xmlProblem(text) == nil) }

  @Test(arguments: faults)
  func faultsHaveTheirPlace(_ text: String, _ fault: XMLFault, _ place: String) {
    let problem = xmlProblem(text)
    #expect(problem?.0 == .malformedXML(fault), "\(text)")
    #expect(problem?.1 == place, "\(text)")
  }

  /// Nothing outside the file is ever read, and nothing inside it grows.
  @Test(arguments: [
    "<!DOCTYPE TEI SYSTEM 'tei.dtd'><TEI/>",
    "<!DOCTYPE TEI PUBLIC '-//TEI' 'http://example.org/tei.dtd'><TEI/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://example.org/p'> %p;]><a/>",
    "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;'><!ENTITY n '&m;&m;'>]><a>&n;</a>",
    "<!DOCTYPE a []><a/>",
  ]) func documentTypeDefinitionsAreRefused(_ text: String) {
    #expect(xmlProblem(text)?.0 == .documentTypeDefinition)
    #expect(xmlProblem(text)?.1 == "1:1")
  }

  @Test func hostileSizesAreRefused() {
    let limits = XMLLimits.standard
    let deep = String(repeating: "<a>", count: limits.depth + 1)
    #expect(xmlProblem(deep)?.0 == .tooMuchXML(.depth, limit: limits.depth))
    let attributes = (0...limits.attributes).map { " a\($0)=''" }.joined()
    #expect(xmlProblem("<a\(attributes)/>")?.0 == .tooMuchXML(.attributes, limit: 256))
    let name = String(repeating: "a", count: limits.nameLength + 1)
    #expect(xmlProblem("<\(name)/>")?.0 == .tooMuchXML(.nameLength, limit: 1000))
    let names = (0..<limits.names).map { "<n\($0)/>" }.joined()
    #expect(xmlProblem("<r>\(names)</r>")?.0 == .tooMuchXML(.names, limit: 10_000))

    // The others by smaller bounds: their own need files of many megabytes.
    let small = XMLLimits(size: 100, elements: 3, attributeLength: 5)
    #expect(xmlProblem("<r><a/><a/></r>", limits: small) == nil)
    #expect(
      xmlProblem("<r><a/><a/><a/></r>", limits: small)?.0 == .tooMuchXML(.elements, limit: 3))
    #expect(xmlProblem("<r a='12345'/>", limits: small) == nil)
    #expect(
      xmlProblem("<r a='123456'/>", limits: small)?.0 == .tooMuchXML(.attributeLength, limit: 5))
    let long = "<r>" + String(repeating: "x", count: 100) + "</r>"
    #expect(xmlProblem(long, limits: small)?.0 == .tooMuchXML(.size, limit: 100))
    let twice = String(repeating: "<a>", count: 510) + String(repeating: "</a>", count: 510)
    #expect(xmlProblem("<r>\(twice)\(twice)</r>") == nil)
  }

  /// No piece of a file, cut or changed anywhere, crashes the reader.
  @Test func everyCutIsAnErrorAndNoCrash() {
    let text = "<?xml version='1.0'?><a x='1&amp;2'>é<b/>&#65;<![CDATA[x]]><!-- c --></a>"
    for count in 0..<text.utf8.count {
      let bytes = Array(text.utf8.prefix(count))
      guard let input = try? InputBytes(path: "t.xml", bytes: bytes) else { continue }
      #expect(throws: ReadError.self) {
        var scanner = try XMLScanner(input)
        while try scanner.next() != nil {}
      }
    }
  }
}
