extension PageReference {
  /// `page 3, column 2, line 12`; nil where nothing is known.
  var words: String? {
    let parts = [("page", page), ("column", column), ("line", line)]
    let known = parts.compactMap { noun, name in name.map { "\(noun) \($0)" } }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }
}
