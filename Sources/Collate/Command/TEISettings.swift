extension Settings {
  /// How the pages of machine transcriptions are read.
  var pageRules: PageReadingRules {
    var rules = PageReadingRules(joinsHyphens: arguments[.hyphens] == "join")
    if let types = arguments.words(of: .skipRegions) {
      rules.leftOut = types.filter { $0 != WordList.noRegion }
    }
    return rules
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
