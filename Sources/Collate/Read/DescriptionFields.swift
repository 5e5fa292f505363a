// The names that front matter and edition files call the fields of a description by.

extension Holding {
  /// The names of all fields.
  static let fieldNames = ["settlement", "repository", "shelfmark", "locus", "form"]

  /// The field of this name, or nil.
  static func field(_ name: String) -> WritableKeyPath<Holding, String?>? {
    switch name {
    case "settlement": \.settlement
    case "repository": \.repository
    case "shelfmark": \.shelfmark
    case "locus": \.locus
    case "form": \.form
    default: nil
    }
  }
}

extension WitnessDescription {
  /// The names of all fields, those of a holding among them, and of the siglum that stands beside
  /// them.
  static let fieldNames =
    ["siglum", "title", "date", "dating", "language", "holdings"] + Holding.fieldNames

  /// The field of this name, or nil.
  static func field(_ name: String) -> WritableKeyPath<WitnessDescription, String?>? {
    switch name {
    case "title": \.title
    case "date": \.date
    case "dating": \.dating
    case "language": \.language
    default: nil
    }
  }

  /// Why the value cannot stand in the field of this name, or nil.
  static func problem(_ value: String, _ name: String) -> ReadError.Problem? {
    if value.isEmpty { return nil }
    if name == "date", !isCalendarDate(value), !isDateInterval(value) { return .badDate(value) }
    if name == "language", !isLanguageTag(value) { return .badLanguage(value) }
    return nil
  }

  /// Adds a fact to the last holding or, where that has it already, to a new one. False where a
  /// fact that cannot begin a holding (`locus`, `form`) stands twice.
  mutating func add(_ value: String, _ field: WritableKeyPath<Holding, String?>) -> Bool {
    guard let last = holdings.last, last[keyPath: field] != nil else {
      if holdings.isEmpty { holdings.append(Holding()) }
      holdings[holdings.count - 1][keyPath: field] = value
      return true
    }
    guard field != \.locus, field != \.form else { return false }
    var next = Holding()
    // A second shelfmark with no repository before it is another item of the same archive.
    if field == \.shelfmark {
      next = Holding(settlement: last.settlement, repository: last.repository)
    }
    next[keyPath: field] = value
    holdings.append(next)
    return true
  }
}

/// Whether `value` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and a day of the calendar; years before
/// the common era bear a minus sign.
func isCalendarDate(_ value: String) -> Bool {
  let digits = value.hasPrefix("-") ? value.dropFirst() : value[...]
  let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
  let numbers = parts.compactMap { part in
    part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
  }
  guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
    parts.dropFirst().allSatisfy({ $0.count == 2 })
  else { return false }
  if parts.count > 1, !(1...12).contains(numbers[1]) { return false }
  return parts.count < 3 || (1...days(inMonth: numbers[1], year: numbers[0])).contains(numbers[2])
}

/// Whether `value` is two dates with `/` between, one of which may be `..` for an open end:
/// `1920-07-07/..` is not before that day (ISO 8601-2, level 1).
func isDateInterval(_ value: String) -> Bool {
  let ends = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  return ends.count == 2 && ends != ["..", ".."]
    && ends.allSatisfy { $0 == ".." || isCalendarDate($0) }
}

private func days(inMonth month: Int, year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Whether `value` has the form of a BCP 47 tag: parts of one to eight letters or digits between
/// hyphens, the first of letters only.
func isLanguageTag(_ value: String) -> Bool {
  let parts = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  return parts.allSatisfy {
    (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
  } && parts.first.map { $0.allSatisfy(isLetter) } == true
}
