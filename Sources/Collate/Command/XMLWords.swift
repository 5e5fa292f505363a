extension XMLLimits.Kind {
  /// The limit in words.
  func words(_ limit: Int) -> String {
    switch self {
    case .size: "is larger than \(limit) bytes"
    case .depth: "elements nested deeper than \(limit)"
    case .elements: "more than \(limit) elements"
    case .attributes: "more than \(limit) attributes in one tag"
    case .attributeLength: "an attribute of more than \(limit) bytes"
    case .nameLength: "a name of more than \(limit) bytes"
    case .corrections: "more than \(limit) corrections open at a time"
    case .names: "more than \(limit) different elements"
    }
  }
}

extension XMLFault {
  /// The fault in words, with what to do where that is plain.
  var words: String {
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
