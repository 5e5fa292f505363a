/// Why no edition can be made of a collation.
enum EditionError: Error, Equatable {
  /// No witness has the siglum asked for as base; `sigla` are those there are, in their order.
  case unknownBase(String, sigla: [String])
  /// There is no witness, so there is no base text either.
  case noWitnesses
}
