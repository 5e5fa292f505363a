extension Settings {
  /// How the lines of machine transcriptions are joined.
  var pageRules: PageReadingRules {
    PageReadingRules(joinsHyphens: arguments[.hyphens] == "join")
  }

  /// How TEI is read: what the options say over what the edition file says.
  func teiRules(over rules: TEIReadingRules) throws(Failure) -> TEIReadingRules {
    var rules = rules
    for value in arguments.all(.teiElement) where !rules.set(value) {
      throw .usage(.option(.teiElement, .noMode(value)))
    }
    for side in arguments.words(of: .choice) ?? [] {
      if let side = TEIReadingRules.Side(rawValue: side) { rules.choose(side) }
    }
    if arguments.has(.layers) { rules.hasLayers = true }
    rules.take = arguments[.take] ?? rules.take
    return rules
  }
}
