extension TEIReadingRules {
  /// Reads the value of `tei` in an edition file; throws, with the place, where it is not of this
  /// form:
  ///
  ///     { "elements": { "note": "keep" }, "choice": ["reg", "corr"], "layers": true,
  ///       "take": "T", "forms": ["norm", "lemma"] }
  init(_ value: JSONValue, _ document: JSONDocument) throws(ReadError) {
    self.init()
    let known = ["elements", "choice", "layers", "take", "forms"]
    for member in try document.members(of: value, key: "tei") {
      switch member.key {
      case "elements": try readElements(member.value, document)
      case "choice": try readSides(member.value, document)
      case "layers":
        guard case .bool(let flag) = member.value.content else {
          throw document.error(
            at: member.value.range, .wrongType(key: "layers", expected: "true or false"))
        }
        hasLayers = flag
      case "take": take = try document.string(of: member.value, key: "take")
      case "forms":
        wordForms = []
        for name in try document.elements(of: member.value, key: "forms") {
          wordForms.append(try document.string(of: name, key: "forms"))
        }
      default: throw document.error(at: member.keyRange, .unknownKey(member.key, known: known))
      }
    }
  }

  /// Reads the modes of elements by their names.
  private mutating func readElements(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) {
    for member in try document.members(of: value, key: "elements") {
      let word = try document.string(of: member.value, key: member.key)
      guard let mode = Mode(rawValue: word) else {
        let modes = Mode.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
        throw document.error(
          at: member.value.range, .wrongType(key: member.key, expected: "one of " + modes))
      }
      elements[member.key] = mode
    }
  }

  /// One side, or several in an array.
  private mutating func readSides(_ value: JSONValue, _ document: JSONDocument) throws(ReadError) {
    var given = [value]
    if case .array(let elements) = value.content { given = elements }
    for element in given {
      guard let side = Side(rawValue: try document.string(of: element, key: "choice")) else {
        let sides = Side.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
        throw document.error(
          at: element.range, .wrongType(key: "choice", expected: "one of " + sides))
      }
      choose(side)
    }
  }
}
