/// The XML ids of the witnesses.
///
/// A siglum may be any text, an `xml:id` must be an XML name: `13` becomes `w13`, `P⁶⁶ (a.c.)`
/// becomes `P66_a.c.`; two sigla that would meet in one id are told apart by a number.
struct TEIIdentifiers: Sendable {
  /// `ids[w]` is the id of witness `w`, without `#`.
  let ids: [String]

  /// O(w) look-ups in the number of sigla.
  init(sigla: [String]) {
    var taken = Set(sigla.filter { Self.name(from: $0) == $0 })
    ids = sigla.map { siglum in
      let name = Self.name(from: siglum)
      if name == siglum { return name }
      var candidate = name
      var count = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)-\(count)"
        count += 1
      }
      return candidate
    }
  }

  /// `#A #B`, for `@wit` and its like.
  func pointers(_ witnesses: [Int]) -> String {
    var out = Output()
    write(pointers: witnesses, into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// Writes the same.
  func write(pointers witnesses: [Int], into out: inout Output) {
    for (index, witness) in witnesses.enumerated() {
      out.write(index == 0 ? "#" : " #")
      out.write(ids[witness])
    }
  }

  /// Sigla of which one's id begins another's: programs that look for witnesses by part of a string
  /// take one for the other.
  var prefixClashes: [(Int, Int)] {
    let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
    return zip(sorted, sorted.dropFirst()).filter { ids[$1].hasPrefix(ids[$0]) }
  }

  /// An XML name close to a siglum; the ids that this program makes itself (`app1`, `char-0001`,
  /// `note-1`, `scholar-1`, `class-name`) are kept free.
  private static func name(from siglum: String) -> String {
    var name = ""
    for scalar in siglum.unicodeScalars {
      if isNameCharacter(scalar) {
        name.unicodeScalars.append(scalar)
      } else if let value = scalar.properties.numericValue, (0...9).contains(value) {
        name += String(Int(value))
      } else if !name.isEmpty, name.last != "_" {
        name += "_"
      }
    }
    while name.count > 1, name.last == "_" { name.removeLast() }
    let isStart = name.unicodeScalars.first.map(isNameStart) ?? false
    let isReserved = ["app", "char-", "note-", "scholar-", TEINotation.classPrefix].contains {
      name.hasPrefix($0)
    }
    return isStart && !isReserved ? name : "w" + name
  }

  /// Letters and digits of the XML 1.0 name rules, fifth edition, without what only a few readers
  /// accept.
  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0x00..<0xC0, 0xD7, 0xF7, 0x300...0x36F, 0x37E, 0x2000...0x206F: false
    default: scalar.properties.isAlphabetic && scalar.value < 0xF_0000 && !isDigitLike(scalar)
    }
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x2D, 0x2E, 0xB7, 0x300...0x36F: true
    default: isNameStart(scalar)
    }
  }

  /// Superscript letters and digits stand outside the name rules or trouble readers.
  private static func isDigitLike(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || (0x2070...0x218F).contains(scalar.value)
  }
}
