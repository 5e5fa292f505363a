/// The elements that may stand around words of a reading in TEI, and of their attributes those that
/// mean something away from the file they stood in.
///
/// Pointers are left out, since what they point to is left behind; so are ids, since a stretch may
/// be written in two pieces.
enum TEIMarkup {
  /// The attributes that a tag has of those named; `attribute` gives the value of one.
  static func attributes(
    named names: [StaticString], _ attribute: (StaticString) -> String?
  ) -> [Markup.Attribute] {
    var result: [Markup.Attribute] = []
    for name in names {
      guard let value = attribute(name), isFit(value, for: "\(name)") else { continue }
      result.append(Markup.Attribute(name: "\(name)", value: value))
    }
    // @subtype needs @type.
    if !result.contains(where: { $0.name == "type" }) { result.removeAll { $0.name == "subtype" } }
    return result
  }

  /// Attributes that are kept, beside `@xml:lang`, `@rend` and `@style`, which every element may
  /// have; nil for an element that is not kept.
  static func names(of element: String) -> [StaticString]? {
    let common: [StaticString] = ["xml:lang", "rend", "style"]
    let typed: [StaticString] = ["type", "subtype"]
    switch element {
    case "hi", "foreign", "distinct", "mentioned", "soCalled": return common
    case "emph", "term", "title", "seg", "q", "quote", "said": return common + typed
    case "name", "persName", "placeName", "orgName", "geogName", "rs", "surname", "forename",
      "settlement", "region", "country", "roleName", "addName":
      return common + typed + ["key"]
    case "num": return common + ["type", "subtype", "value"]
    case "measure": return common + typed + ["quantity", "unit", "commodity"]
    case "date", "time":
      return common + typed + ["when", "notBefore", "notAfter", "from", "to"]
    case "abbr": return common + typed
    case "expan", "ex", "am", "surplus": return common
    case "sic", "corr", "orig", "reg": return common
    case "unclear": return common + ["reason", "cert", "unit", "quantity", "extent"]
    case "supplied": return common + ["reason", "cert", "unit", "quantity", "extent"]
    case "damage": return common + ["agent", "degree"]
    case "add": return common + ["place", "type", "subtype"]
    case "del": return common + typed
    case "gap": return ["reason", "agent", "unit", "quantity", "extent", "cert"]
    case "space": return ["dim", "unit", "quantity", "extent"]
    default: return nil
    }
  }

  /// Whether a value can stand in any file: no pointer, nothing empty, names without blanks.
  private static func isFit(_ value: String, for name: String) -> Bool {
    if value.isEmpty || value.hasPrefix("#") { return false }
    let isToken = ["type", "subtype", "unit", "cert", "dim", "quantity", "when"].contains(name)
    return !isToken || !value.contains(" ")
  }
}
