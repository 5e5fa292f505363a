/// The program's version, by the rules of Semantic Versioning; the only place it stands in.
enum Version {
  static let current = "0.1.0"
}
