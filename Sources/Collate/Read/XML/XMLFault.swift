/// Why a file is not well-formed XML.
enum XMLFault: Error, Sendable, Equatable {
  /// A character that XML 1.0 does not allow: its code point.
  case forbiddenCharacter(UInt32)
  /// `<` is not followed by a name, `!`, `?` or `/`.
  case strayLessThan
  /// `&` does not begin a reference.
  case strayAmpersand
  /// `&name;` where `name` is none of the five that XML knows by itself.
  case unknownEntity(String)
  /// `&#…;` that is no character.
  case badCharacterReference
  /// `]]>` outside a CDATA section.
  case strayCDATAEnd
  /// A comment holds `--`.
  case doubleHyphen
  /// A tag is not written as tags are: what was expected at this place.
  case badTag(expected: String)
  /// `<` inside the value of an attribute.
  case lessThanInAttribute
  /// An attribute stands twice in a tag.
  case repeatedAttribute(String)
  /// An end tag of another name than the element that is open.
  case mismatchedEnd(expected: String, found: String)
  /// An end tag where no element is open.
  case strayEnd(String)
  /// The file ends before the element that begins at the place.
  case unclosedElement(String)
  /// The file ends within a comment, tag, CDATA section or instruction that begins at the place.
  case unclosed(String)
  /// Text or a second element outside the one that holds all.
  case outsideRoot
  /// There is no element.
  case noElement
  /// `<?xml …?>` or `<!DOCTYPE …>` that does not stand where it must.
  case misplacedDeclaration
}
