/// A reading that no witness has: somebody proposes it.
struct Conjecture: Sendable, Equatable {
  /// Its words with one blank between them, in the marks of transcriptions in plain text: what is
  /// supplied in brackets; what is taken out of the text in braces, or nothing at all.
  var text: String
  /// Who proposes it; empty where the apparatus does not say.
  var scholars: [Scholar]
  /// The file's `@type` and `@cert`, where it has them.
  var type: String?
  var certainty: String?
}

/// Somebody whose readings an apparatus reports: an editor, an earlier edition, the author of a
/// paper.
struct Scholar: Sendable, Equatable {
  /// The short name that readings have it by.
  var name: String
  /// What the file says of it, if it says more than the name.
  var about: String?
}

// Readings without witnesses.
extension XMLTree {
  /// The conjecture that a reading is; nil for a lemma, and for what witnesses are named for.
  func conjecture(_ reading: ApparatusEntries.Reading) -> Conjecture? {
    guard !reading.isLemma, reading.pointers.isEmpty else { return nil }
    return Conjecture(
      text: words(of: reading.content), scholars: reading.sources.map(scholar),
      type: attribute("type", of: reading.node).flatMap(Self.token),
      certainty: attribute("cert", of: reading.node).flatMap(Self.token))
  }

  /// Whom a pointer means: by the sign that the element gives itself, else by its id.
  func scholar(_ pointer: String) -> Scholar {
    let id = pointer.lastIndex(of: "#").map { String(pointer[pointer.index(after: $0)...]) }
    guard let node = element(id: pointer) else { return Scholar(name: id ?? pointer) }
    let sign = children(of: node).first {
      nodes[$0].name == "abbr" && attribute("type", of: $0) == "siglum"
    }
    let about = children(of: node).filter { $0 != sign }.map { plainText(of: $0) }
      .filter { !$0.isEmpty }.joined(separator: " ")
    let name = attribute("n", of: node) ?? sign.map { plainText(of: $0) } ?? id ?? pointer
    return Scholar(name: name, about: about.isEmpty || about == name ? nil : about)
  }

  /// A value that is one word, as TEI wants these to be; nil for others.
  private static func token(_ value: String) -> String? {
    value.isEmpty || value.contains(where: \.isWhitespace) ? nil : value
  }

  private func words(of node: Int) -> String {
    var text = ""
    add(node, to: &text)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Adds the text of a node, with signs for what is missing, supplied or taken out; notes are none
  /// of it.
  private func add(_ node: Int, to text: inout String) {
    if nodes[node].isText {
      text += String(decoding: bytes(of: node), as: UTF8.self)
      return
    }
    let around: (String, String)
    switch nodes[node].name {
    case "note", "witDetail", "wit": return
    case "gap", "space": around = ("<…>", "")
    case "supplied": around = ("[", "]")
    case "surplus", "del": around = ("{", "}")
    case "lb", "pb", "cb", "milestone": around = (" ", "")
    default: around = ("", "")
    }
    text += around.0
    for child in children(of: node) { add(child, to: &text) }
    text += around.1
  }
}
