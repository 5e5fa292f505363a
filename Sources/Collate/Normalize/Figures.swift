/// Numbers in figures: what the separators in them mean.
enum Figures {
  /// One number as plain digits with at most one point, `3000`, `1234.50`; nil for anything else.
  ///
  /// `3,000`, `3.000`, `3’000` and `3 000` are three thousand: one kind of separator with three
  /// digits after each. With two kinds the last is the decimal sign; so is a single one with
  /// another count of digits after it. Dates and references (`17.11.1920`) are no single number.
  static func canonical(_ word: String) -> String? {
    guard let first = word.unicodeScalars.first, digit(first) != nil else { return nil }
    var groups: [String] = [""]
    var separators: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars {
      if let digit = digit(scalar) {
        groups[groups.count - 1].append(Character(digit))
      } else if isSeparator(scalar) {
        separators.append(LetterTables.keyed(scalar))
        groups.append("")
      } else {
        return nil
      }
    }
    return join(groups, separators)
  }

  /// Groups of figures as one number, by what stands between them; nil where they are none.
  private static func join(_ groups: [String], _ separators: [Unicode.Scalar]) -> String? {
    guard let last = separators.last, !groups.contains("") else {
      return separators.isEmpty ? groups[0] : nil
    }
    let thousands = separators[0]
    if separators.allSatisfy({ $0 == thousands }) {
      if isGrouped(groups) { return groups.joined() }
      let isDecimal = groups.count == 2 && (thousands == "." || thousands == ",")
      return isDecimal ? groups[0] + "." + groups[1] : nil
    }
    let whole = Array(groups.dropLast())
    let isOneKind = separators.dropLast().allSatisfy { $0 == thousands }
    guard isOneKind, last == "." || last == ",", isGrouped(whole) else { return nil }
    return whole.joined() + "." + groups[groups.count - 1]
  }

  /// Whether the groups are those of thousands: one to three digits that do not begin with 0, then
  /// three each.
  private static func isGrouped(_ groups: [String]) -> Bool {
    (1...3).contains(groups[0].count) && !groups[0].hasPrefix("0")
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The ASCII digit for a decimal digit of any script.
  static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return ("0"..."9").contains(scalar) ? scalar : nil }
    guard scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue
    else { return nil }
    return Unicode.Scalar(UInt8(0x30 + Int(value)))
  }

  /// Comma, point, apostrophe, middle dot, no-break spaces, Arabic separators.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2C, 0x2E, 0x27, 0x2019, 0xB7, 0xA0, 0x202F, 0x2009, 0x066B, 0x066C: true
    default: false
    }
  }
}
