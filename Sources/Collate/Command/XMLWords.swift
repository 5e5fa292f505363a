extension ReadError {
  /// The words for what is wrong with an XML file.
  var xmlWords: (what: String, remedy: String?) {
    switch problem {
    case .malformedXML(let fault): ("not well-formed XML: " + fault.words, nil)
    case .documentTypeDefinition:
      (
        "has a document type definition, which is never read",
        "take it out, and write what its entities stand for"
      )
    case .tooMuchXML(let kind, let limit): (kind.words(limit), "divide the file")
    case .unknownEncoding(let name):
      ("is in \(name), an encoding that is not read", "convert it to UTF-8")
    case .badEncoding(let name): ("is not in \(name), though it says so", "convert it to UTF-8")
    case .externalInclude(let path):
      (
        "includes \(path), which is not followed",
        "put the two into one file, as with xmllint --xinclude"
      )
    default: ("cannot be used", nil)
    }
  }
}

extension XMLLimits.Kind {
  fileprivate func words(_ limit: Int) -> String {
    switch self {
    case .size: "is larger than \(limit) bytes"
    case .depth: "elements nested deeper than \(limit)"
    case .elements: "more than \(limit) elements"
    case .attributes: "more than \(limit) attributes in one tag"
    case .attributeLength: "an attribute of more than \(limit) bytes"
    case .nameLength: "a name of more than \(limit) bytes"
    case .names: "more than \(limit) different elements"
    }
  }
}

extension XMLFault {
  fileprivate var words: String {
    switch self {
    case .forbiddenCharacter(let value):
      "the character U+" + Self.hex(value) + " may not stand in XML"
    case .strayLessThan: "< is not followed by a name"
    case .strayAmpersand: "& does not begin a reference; write &amp;"
    case .unknownEntity(let name): "&\(name); is not known to XML; write the character itself"
    case .badCharacterReference: "a reference to no character"
    case .strayCDATAEnd: "]]> may not stand in text"
    case .doubleHyphen: "-- may not stand in a comment"
    case .badTag(let expected): "expected \(expected)"
    case .lessThanInAttribute: "< may not stand in an attribute; write &lt;"
    case .repeatedAttribute(let name): "the attribute \(name) stands twice"
    case .mismatchedEnd(let expected, let found): "</\(found)> where </\(expected)> should stand"
    case .strayEnd(let name): "</\(name)> ends nothing"
    case .unclosedElement(let name): "<\(name)> is not closed"
    case .unclosed(let what): "what begins with \(what) does not end"
    case .outsideRoot: "something stands outside the outermost element"
    case .noElement: "there is no element"
    case .misplacedDeclaration: "a declaration that does not stand first"
    }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
