/// How much an XML file may ask of the reader: bounds that no real file meets and a hostile one
/// does.
///
/// The deepest of the editions in our corpora nests 23 elements, the longest attribute in them is
/// the outline of a region with 14,000 bytes.
struct XMLLimits: Sendable, Equatable {
  /// Bytes of the file; the reader holds all of them at once.
  var size = 1 << 30
  /// Elements open at one time.
  var depth = 512
  /// Elements in all: the words of a hundred novels, each in an element with a dozen glyphs.
  var elements = 100_000_000
  /// Attributes of one element; they are compared with each other.
  var attributes = 256
  /// Bytes of one attribute's value.
  var attributeLength = 1 << 22
  /// Bytes of one name.
  var nameLength = 1_000
  /// Distinct names of elements: TEI has about 600.
  var names = 10_000

  /// Additions and deletions marked by their ends that are open at one time.
  var corrections = 512

  static let standard = XMLLimits()

  /// What there can be too much of.
  enum Kind: Sendable, Equatable {
    case size, depth, elements, attributes, attributeLength, nameLength, names, corrections
  }
}
