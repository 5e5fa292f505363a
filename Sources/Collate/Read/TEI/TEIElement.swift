/// What an element of TEI does to the text that it stands in.
enum TEIElement: Sendable, Equatable {
  /// Holds blocks; white space directly in it is none of the text.
  case container
  /// A paragraph or what counts as one.
  case block
  /// A line of verse, an item, a row: begins a new line.
  case line
  /// Divided from its neighbors by a blank.
  case cell
  /// Page, column, line or another border in the document; empty.
  case border
  /// Text that is not there: becomes a gap where it is empty.
  case gap
  case supplied
  case choice
  case app
  case readingGroup
  case reading
  case addition
  case deletion
  /// `subst`, which holds nothing but additions and deletions.
  case substitution
  /// `addSpan`, `delSpan`: what stands up to the place that they point to was added or deleted.
  case addedSpan
  case deletedSpan
  /// `transpose`: the document asks for another order of words.
  case transposition
  /// `restore`: a deletion in it was taken back.
  case restoration
  case word
  case glyph
  /// `lacunaStart` and the like.
  case extent
  case speaker
  /// `anchor`, which may be the mark of a note.
  case anchor
  case include
  /// Anything else: its text is text.
  case phrase
}

extension TEIElement {
  /// The kind of an element by its name without prefix.
  init(name: String) {
    self =
      switch name {
      case "TEI", "TEI.2", "teiCorpus", "text", "group", "body", "front", "back", "div", "div1",
        "div2", "div3", "div4", "div5", "div6", "div7", "lg", "list", "table", "sp", "castList",
        "listBibl", "floatingText", "opener", "closer", "postscript", "epigraph", "titlePage",
        "listApp":
        .container
      case "p", "ab", "head", "u", "byline", "dateline", "salute", "signed", "trailer", "argument",
        "docTitle", "docAuthor", "docImprint", "docDate", "address", "stage":
        .block
      case "l", "item", "row", "castItem", "titlePart", "addrLine", "line": .line
      case "cell": .cell
      case "lb", "pb", "cb", "gb", "milestone": .border
      case "gap", "space", "damage": .gap
      case "supplied": .supplied
      case "choice": .choice
      case "app": .app
      case "rdgGrp": .readingGroup
      case "lem", "rdg": .reading
      case "add": .addition
      case "del": .deletion
      case "subst": .substitution
      case "addSpan": .addedSpan
      case "delSpan": .deletedSpan
      case "listTranspose", "transpose": .transposition
      case "restore": .restoration
      case "w", "pc": .word
      case "g": .glyph
      case "lacunaStart", "lacunaEnd", "witStart", "witEnd": .extent
      case "speaker": .speaker
      case "anchor": .anchor
      case "include": .include
      default: .phrase
      }
  }
}

extension TEIReadingRules {
  /// What is done with an element unless the user says otherwise.
  static func standardMode(of name: String) -> Mode {
    switch name {
    case "teiHeader", "facsimile", "sourceDoc", "standOff", "xenoData", "front", "back", "note",
      "noteGrp", "fw", "figDesc", "metamark", "witDetail", "wit", "index", "interp", "interpGrp",
      "span", "spanGrp", "certainty", "precision", "respons", "desc", "listWit", "listTranspose",
      "transpose", "binaryObject", "formula":
      .hide
    case "speaker": .keep
    // Words that the editor supplied stand in brackets, as in a transcription in plain text.
    case "supplied": .significant
    default: .tag
    }
  }

  /// The mode of an element.
  func mode(of name: String) -> Mode { elements[name] ?? Self.standardMode(of: name) }
}
