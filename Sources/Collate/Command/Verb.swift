/// What `collate` can be told to do; the raw value is the word on the command line.
///
/// A verb that is not here is not understood anywhere: parsing, help and tests read this table.
enum Verb: String, CaseIterable, Sendable {
  case collate, check, extract, convert, help

  /// What help says of a verb.
  struct Declaration: Sendable {
    /// What follows the program's name.
    var usage: String
    /// One line, no full stop.
    var summary: String
  }

  var declaration: Declaration {
    switch self {
    case .collate:
      Declaration(
        usage: "[collate] WITNESS… [-o FILE]… [options]",
        summary: "compare witnesses and write the apparatus; the verb may be left out")
    case .check:
      Declaration(
        usage: "check WITNESS… --against PATH [options]",
        summary: "tell what has changed since an apparatus was accepted, and how grave it is")
    case .extract:
      Declaration(
        usage: "extract APPARATUS [--witness SIGLUM]… [-o FOLDER]",
        summary: "give back the witnesses that a TEI apparatus holds")
    case .convert:
      Declaration(
        usage: "convert APPARATUS [-o FILE]… [options]",
        summary: "write a TEI apparatus or an alignment table made elsewhere in other formats")
    case .help:
      Declaration(usage: "help [VERB]", summary: "explain the program or one of its verbs")
    }
  }
}
