/// The parts of a shelfmark in an archive line: `f. 64`, `op. 1`, `pp. 56–63`, `File 44–3/3-a`.
enum Shelfmark {
  /// What a part says: which document, or where in it.
  enum Part { case shelfmark, locus }

  /// Keys and what they say, in the abbreviations of Russian archives, in transcription and in
  /// Cyrillic; lower case.
  private static let keys: [(key: [UInt8], part: Part)] = [
    ("f.", Part.shelfmark), ("op.", .shelfmark), ("d.", .shelfmark), ("file", .shelfmark),
    ("fond", .shelfmark), ("inv.", .shelfmark), ("pp.", .locus), ("p.", .locus), ("ll.", .locus),
    ("l.", .locus), ("fols.", .locus), ("fol.", .locus), ("ff.", .locus),
    ("ф.", .shelfmark), ("Ф.", .shelfmark), ("оп.", .shelfmark), ("Оп.", .shelfmark),
    ("д.", .shelfmark), ("Д.", .shelfmark), ("лл.", .locus), ("Лл.", .locus), ("л.", .locus),
    ("Л.", .locus), ("с.", .locus), ("С.", .locus),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The key at `offset` that a number follows: what it says, and where the number begins.
  static func key(
    at offset: Int, in bytes: ArraySlice<UInt8>
  ) -> (part: Part, number: Int)? {
    for (key, part) in keys where matches(key, at: offset, in: bytes) {
      var number = offset + key.count
      while number < bytes.endIndex, isBlank(bytes[number]) { number += 1 }
      if number < bytes.endIndex, (0x30...0x39).contains(bytes[number]) { return (part, number) }
    }
    return nil
  }

  /// Whether `key` stands at `offset`, ASCII letters in either case.
  private static func matches(
    _ key: [UInt8], at offset: Int, in bytes: ArraySlice<UInt8>
  ) -> Bool {
    guard offset + key.count <= bytes.endIndex else { return false }
    return zip(key, bytes[offset...]).allSatisfy { wanted, byte in
      wanted == byte || (0x61...0x7A).contains(wanted) && wanted == byte | 0x20
    }
  }
}
