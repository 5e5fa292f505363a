extension StringProtocol {
  /// The id that a pointer into its own file names; its `#`, which many leave out, may be missing.
  var pointedID: String { String(hasPrefix("#") ? dropFirst() : self[...]) }
}
