/// The help pages, made from the tables of verbs, options and formats.
enum Help {
  /// What `collate help` prints, or `collate help VERB`.
  static func page(for verb: Verb?) -> String {
    switch verb {
    case nil: overview + options(of: .collate) + formats + words(of: .collate) + exitCodes
    case .collate?:
      usage(of: .collate) + options(of: .collate) + formats + words(of: .collate) + exitCodes
    case .check?:
      usage(of: .check) + checking + options(of: .check) + reports + words(of: .check) + exitCodes
    case .extract?: usage(of: .extract) + options(of: .extract) + exitCodes
    case .convert?:
      usage(of: .convert) + options(of: .convert) + formats + words(of: .convert) + exitCodes
    case .help?: usage(of: .help) + options(of: .help)
    }
  }

  private static var overview: String {
    var page = """
      collate \(Version.current): compares the witnesses of one text, word by word, and writes a
      critical apparatus.

      Usage:

      """
    for verb in Verb.allCases { page += "  collate \(verb.declaration.usage)\n" }
    return page + """

      WITNESS is a file, NAME=FILE, or one folder: its files in order of name, with
      edition.json, where there is one, saying the rest. - is standard input.
      A text file that begins with a heading == SIGLUM == and has another such line is
      several witnesses; NAME=FILE is then the one called NAME.

      """
  }

  private static func usage(of verb: Verb) -> String {
    "Usage: collate \(verb.declaration.usage)\n\n\(sentence(verb.declaration.summary))\n"
  }

  private static let checking = """

    Several folders are checked at once: then --against names a folder that has
    NAME.xml for each folder NAME. Without --against, the first of several files is
    the reference, and error rates of the others are told.

    """

  private static var reports: String {
    section(
      "Formats",
      ReportFormat.allCases.map { format in
        (format.rawValue + (format.ending.map { " (\($0))" } ?? ""), sentence(format.summary))
      })
  }

  /// The options of a verb, one below the other.
  private static func options(of verb: Verb) -> String {
    let rows = CommandOption.allCases.filter { $0.declaration.verbs.contains(verb) }.map {
      option -> (String, String) in
      let declaration = option.declaration
      let short = declaration.short.map { "-\($0), " } ?? "    "
      let value = declaration.value.placeholder.map { " " + $0 } ?? ""
      return (short + option.written + value, sentence(declaration.help(for: verb)))
    }
    return section("Options", rows)
  }

  private static var formats: String {
    section(
      "Formats",
      OutputFormat.allCases.map { format in
        let ending = format.declaration.ending.map { " (\($0))" } ?? ""
        return (format.rawValue + ending, sentence(format.declaration.summary))
      })
  }

  /// The words that the options of a verb take that have lists.
  private static func words(of verb: Verb) -> String {
    var page = ""
    for option in CommandOption.allCases where option.declaration.verbs.contains(verb) {
      guard case .list(let vocabulary) = option.declaration.value else { continue }
      guard !page.contains("\n\(vocabulary.placeholder): ") else { continue }
      page += "\n" + fold(vocabulary.placeholder + ": " + vocabulary.words.joined(separator: ", "))
    }
    return page
  }

  private static var exitCodes: String {
    section("Exit codes", ExitCode.allCases.map { (String($0.rawValue), sentence($0.summary)) })
  }

  /// A heading and rows of two columns: the second starts below the first where that is too long.
  private static func section(_ heading: String, _ rows: [(String, String)]) -> String {
    let column = min(24, (rows.map(\.0.count).max() ?? 0) + 4)
    let indent = String(repeating: " ", count: column)
    var page = "\n\(heading):\n"
    for (name, text) in rows {
      let head = "  " + name
      let lines = fold(text, width: 80 - column).split(separator: "\n")
      let fits = head.count + 2 <= column
      page += fits ? head + indent.dropFirst(head.count) : head + "\n" + indent
      page += lines.joined(separator: "\n" + indent) + "\n"
    }
    return page
  }

  /// Breaks a text at its spaces into lines of at most `width` columns.
  private static func fold(_ text: String, width: Int = 80) -> String {
    var (page, line) = ("", "")
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        page += line + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return page + line + "\n"
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
