/// Spellings of Sanskrit and its daughters that scribes choose among, in the scripts of India whose
/// blocks Unicode orders alike: Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu,
/// Kannada, Malayalam.
///
/// A consonant may be doubled after r and before another consonant (धर्म्म, धर्म; तत्त्व, तत्व), an
/// aspirate by its plain sound (अर्द्ध, अर्ध), and the nasal of the consonant that follows, or m at
/// the end, is written as a point as well (पाण्डव, पांडव; किम्, किं). Each has a chapter in Pāṇini,
/// 8.4.46 to 8.4.59 and 8.3.23.
enum BrahmicSpelling {
  /// The letters with doubled consonants single and nasals as the point; O(letters).
  static func leveled(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard letters.contains(where: { place(of: $0) != nil }) else { return letters }
    var leveled: [Unicode.Scalar] = []
    leveled.reserveCapacity(letters.count)
    var at = 0
    while at < letters.count {
      if isDoubling(letters, at) {
        at += 2
      } else if let point = point(letters, at) {
        leveled.append(point)
        at += 2
      } else {
        leveled.append(letters[at])
        at += 1
      }
    }
    return leveled
  }

  /// The place of a code point in its block of 128, where letters of one name stand in all of them.
  private static func place(of scalar: Unicode.Scalar) -> UInt32? {
    (0x0900...0x0D7F).contains(scalar.value) ? scalar.value & 0x7F : nil
  }

  private static let ra: UInt32 = 0x30
  private static let virama: UInt32 = 0x4D
  private static let consonants: ClosedRange<UInt32> = 0x15...0x39
  /// The five rows of stops, k to m, of five each, the last being the nasal.
  private static let stops: ClosedRange<UInt32> = 0x15...0x2E

  /// The row of a stop, 0 to 4, and its place in it; nil for other letters. One code point between
  /// the fourth and fifth row, 0x29, holds a letter of Tamil.
  private static func row(of place: UInt32) -> (row: UInt32, column: UInt32)? {
    guard stops.contains(place), place != 0x29 else { return nil }
    let index = place < 0x29 ? place - 0x15 : place - 0x16
    return (index / 5, index % 5)
  }

  private static func places(_ letters: [Unicode.Scalar], _ at: Int) -> [UInt32?] {
    (at..<at + 4).map { $0 < letters.count ? place(of: letters[$0]) : nil }
  }

  /// Whether the consonant at `at`, with its virama, only doubles the one that follows: after r, or
  /// before a third consonant.
  private static func isDoubling(_ letters: [Unicode.Scalar], _ at: Int) -> Bool {
    let next = places(letters, at)
    guard let first = next[0], next[1] == virama, let second = next[2],
      consonants.contains(first), consonants.contains(second), isSame(first, second)
    else { return false }
    let isAfterR =
      at >= 2 && place(of: letters[at - 1]) == virama
      && place(of: letters[at - 2]) == ra
    return isAfterR || next[3] == virama
  }

  /// Whether two consonants are one, or the second the aspirate of the first.
  private static func isSame(_ first: UInt32, _ second: UInt32) -> Bool {
    if first == second { return true }
    guard let row = row(of: first), row.column == 0 || row.column == 2 else { return false }
    return second == first + 1
  }

  /// The point for a nasal with virama before a stop of its row, or for m with virama at the end.
  private static func point(_ letters: [Unicode.Scalar], _ at: Int) -> Unicode.Scalar? {
    let next = places(letters, at)
    guard let first = next[0], next[1] == virama, let nasal = row(of: first), nasal.column == 4
    else {
      return nil
    }
    let isLast = at + 2 == letters.count && nasal.row == 4
    let isHomorganic = next[2].flatMap { row(of: $0) }.map { $0.row == nasal.row && $0.column < 4 }
    guard isLast || isHomorganic == true else { return nil }
    return Unicode.Scalar(letters[at].value & ~0x7F | 0x02)
  }
}
