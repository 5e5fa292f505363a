/// The rules for the names of witnesses.
enum Siglum {
  /// Longer than any siglum in use; keeps columns of an apparatus printable.
  static let limit = 64

  /// What is wrong with a siglum, or nil.
  static func fault(of siglum: String) -> ReadError.SiglumFault? {
    let scalars = siglum.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return .empty }
    if scalars.contains(where: isForbidden) { return .controlCharacter }
    if first.properties.isWhitespace || last.properties.isWhitespace { return .outerWhiteSpace }
    return siglum.count > limit ? .tooLong(limit: limit) : nil
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  /// Throws if two witnesses bear one siglum; Swift's equality of strings is canonical equivalence,
  /// so spellings that differ in normalization form only are one siglum.
  static func checkDistinct(_ witnesses: [Witness]) throws(ReadError) {
    var paths: [String: String] = [:]
    for witness in witnesses {
      if let other = paths.updateValue(witness.text.path, forKey: witness.siglum) {
        // A file that is named twice is wrong as a whole, not at a heading.
        let path = witness.text.path
        throw ReadError(
          path, at: path == other ? nil : witness.text.heading?.place,
          .duplicateSiglum(witness.siglum, otherPath: other))
      }
    }
  }

  /// The siglum that a file name gives: the name without folder and extension.
  static func fromFileName(_ path: String) -> String {
    guard path != "-" else { return "stdin" }
    let last = InputFormat.lastName(of: path)
    let name = last.isEmpty ? path : String(last)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
