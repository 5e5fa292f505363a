extension CommandOption {
  /// The table of options. The compiler sees to it that every option stands in it, once.
  var declaration: OptionDeclaration {
    switch self {
    case .output:
      OptionDeclaration(
        short: "o", value: .text("FILE"), isRepeatable: true,
        excludes: [.explain], verbs: [.collate, .extract, .convert, .check],
        help: "write to FILE, in the format its ending names (\(Self.endings)); may be repeated",
        helpOfVerbs: [
          .check: "write the report to FILE, in the format its ending names "
            + "(\(Self.reportEndings)) unless --format does",
          .extract: "write the witnesses into the folder FILE, a file each; it is made where there "
            + "is none",
        ])
    case .format:
      OptionDeclaration(
        short: "f", value: .format, excludes: [.explain],
        verbs: [.collate, .convert, .check],
        help: "format on standard output; default text, and nothing there once -o is given",
        helpOfVerbs: [.check: "format of the report; default text, or what -o says by its ending"])
    case .base:
      OptionDeclaration(
        short: "b", value: .text("SIGLUM"),
        verbs: [.collate, .convert, .check], help: "the base text; default: the first witness named"
      )
    case .siglum:
      OptionDeclaration(
        value: .text("NAME=FILE"), isRepeatable: true, verbs: [.collate, .check],
        help: "siglum of a witness file, or the one to take of a file with several; NAME=FILE in "
          + "place of a witness says the same")
    case .witness:
      OptionDeclaration(
        value: .text("SIGLUM"), isRepeatable: true, verbs: [.extract],
        help: "a witness to give back; default: all, where -o names a folder for them")
    case .ignore:
      OptionDeclaration(
        value: .list(.differences), isOfEdition: true,
        verbs: [.collate, .convert, .check],
        help: "differences that shall not count; a changed numeral always does")
    case .marks:
      OptionDeclaration(
        value: .list(.marks), isOfEdition: true, verbs: [.collate, .check],
        help: "which marks of the transcriber are understood; the others are plain characters")
    case .sections:
      OptionDeclaration(
        value: .word(.alternatives(["auto", "none"], noun: "way to read headings")),
        isOfEdition: true, verbs: [.collate, .check],
        help: "plain text: a file that begins with a heading == SIGLUM == and has another is "
          + "several witnesses (auto, the default), or one all the same (none)")
    case .punctuation:
      OptionDeclaration(
        value: .word(.alternatives(["tiers", "inline"], noun: "way to align punctuation")),
        isOfEdition: true, verbs: [.collate, .check],
        help: "align words before punctuation (tiers, the default) or all in one (inline)")
    case .take:
      OptionDeclaration(
        value: .text("SIGLUM"), verbs: [.collate, .check],
        help: "TEI with an apparatus: the witness whose text is read; default: the lemmas")
    case .teiElement:
      OptionDeclaration(
        value: .text("NAME=MODE"), isRepeatable: true, verbs: [.collate, .check],
        help: "TEI: what an element means: "
          + TEIReadingRules.Mode.allCases.map(\.rawValue).joined(separator: ", "))
    case .choice:
      OptionDeclaration(
        value: .list(.sides), isOfEdition: true, verbs: [.collate, .check],
        help: "TEI: the sides of choice that are read; default orig,sic,abbr")
    case .layers:
      OptionDeclaration(
        isOfEdition: true, verbs: [.collate, .check],
        help: "TEI: a text with add or del is two witnesses, (a.c.) and (p.c.)")
    case .hyphens:
      OptionDeclaration(
        value: .word(.alternatives(["keep", "join"], noun: "way to treat hyphens")),
        isOfEdition: true, verbs: [.collate, .check],
        help: "PAGE, ALTO: keep a plain hyphen at the end of a line (the default) or join the word")
    case .skipRegions:
      OptionDeclaration(
        value: .list(.regions), isOfEdition: true, verbs: [.collate, .check],
        help: "PAGE, ALTO: types of regions that are left out, or none; default "
          + PageReadingRules.forms.joined(separator: ","))
    case .layout:
      OptionDeclaration(
        value: .word(
          .alternatives(TextWriter.Layout.allCases.map(\.rawValue), noun: "layout")),
        isOfEdition: true,
        verbs: [.collate, .convert],
        help: "plain text: name departing witnesses (negative, the default) or all (positive)")
    case .only:
      OptionDeclaration(
        value: .list(.classes), isOfEdition: true, excludes: [.except],
        verbs: [.collate, .convert],
        help: "show entries of these classes; numerals are always shown")
    case .except:
      OptionDeclaration(
        value: .list(.classes), isOfEdition: true, excludes: [.only],
        verbs: [.collate, .convert],
        help: "leave out entries of these classes; numerals are always shown")
    case .numbering:
      OptionDeclaration(
        value: .word(
          .alternatives(TextWriter.Numbering.allCases.map(\.rawValue), noun: "numbering")),
        isOfEdition: true,
        verbs: [.collate, .convert],
        help: "plain text: what the numbers count; auto: lines in verse and long paragraphs; "
          + "page: pages and lines of the document, where the base text tells them")
    case .legend:
      OptionDeclaration(
        isOfEdition: true, verbs: [.collate, .convert],
        help: "plain text: explain abbreviations at the end")
    case .width:
      OptionDeclaration(
        value: .number(TextWriter.leastWidth...1000), isOfEdition: true,
        verbs: [.collate, .convert], help: "plain text: fold lines at N columns; default 80")
    case .title:
      OptionDeclaration(
        value: .text("TEXT"), verbs: [.collate, .convert, .check], help: "title of the edition")
    case .language:
      OptionDeclaration(
        value: .language,
        verbs: [.collate, .convert, .check],
        help: "language of the text, as en, ru or zh-Hant (BCP 47)")
    case .teiMethod:
      OptionDeclaration(
        value: .word(.alternatives(TEIForm.Method.allCases.map(\.rawValue), noun: "method")),
        isOfEdition: true, verbs: [.collate, .convert],
        help: "TEI: how entries are tied to the text; the first is the default, the last loses "
          + "spaces and marks of all witnesses but the base")
    case .teiLocation:
      OptionDeclaration(
        value: .word(.alternatives(TEIForm.Location.allCases.map(\.rawValue), noun: "location")),
        isOfEdition: true, verbs: [.collate, .convert],
        help: "TEI: entries within the text (the default) or in standOff")
    case .teiProfile:
      OptionDeclaration(
        value: .word(.alternatives(TEIForm.Profile.allCases.map(\.rawValue), noun: "profile")),
        isOfEdition: true, verbs: [.collate, .convert],
        help: "TEI: lem and rdg (the default), or rdg for all")
    case .teiClassOn:
      OptionDeclaration(
        value: .word(.alternatives(TEIForm.ClassPlace.allCases.map(\.rawValue), noun: "place")),
        isOfEdition: true, verbs: [.collate, .convert],
        help: "TEI: the class on app/@type (the default), on rdg/@type, or on @ana")
    case .explain:
      OptionDeclaration(
        value: .text("PLACE"), excludes: [.output, .format, .exitCode],
        help:
          "tell why words stand where they stand: at an entry (12), a paragraph or printed line of the base (p3, l120), or SIGLUM:LINE[:COLUMN]"
      )
    case .exitCode:
      OptionDeclaration(
        excludes: [.explain], help: "exit 1 if the apparatus has an entry to show")
    case .against:
      OptionDeclaration(
        value: .text("PATH"), excludes: [.againstGit], verbs: [.check],
        help: "what was accepted: a TEI apparatus, a folder of them, or other witnesses")
    case .againstGit:
      OptionDeclaration(
        value: .text("REVISION"), excludes: [.against, .update], verbs: [.check],
        help: "what was accepted: the same witnesses in a revision of git")
    case .failOn:
      OptionDeclaration(
        value: .list(.classes), isOfEdition: true, verbs: [.check],
        help: "classes that are drift; default: all but punctuation, case and editorial")
    case .max:
      OptionDeclaration(
        value: .counts(.classes), isOfEdition: true, verbs: [.check],
        help: "how many findings of a class are not yet drift")
    case .update:
      OptionDeclaration(
        excludes: [.againstGit], verbs: [.check],
        help: "accept what was found: write it into the apparatus, edits by hand kept")
    case .summary:
      OptionDeclaration(
        value: .text("FILE"), verbs: [.check],
        help: "also append a page in Markdown to FILE, such as GitHub's $GITHUB_STEP_SUMMARY")
    case .maxCER:
      OptionDeclaration(
        value: .rate, verbs: [.check],
        help: "compare with the first witness: character errors that are not yet too many")
    case .maxWER:
      OptionDeclaration(
        value: .rate, verbs: [.check],
        help: "compare with the first witness: word errors that are not yet too many")
    case .threads:
      OptionDeclaration(
        value: .number(1...1024), verbs: [.collate, .check],
        help: "threads to use at most; never changes the result")
    case .color:
      OptionDeclaration(
        value: .word(.alternatives(["auto", "always", "never"], noun: "choice of color")),
        verbs: Verb.allCases, help: "color in messages; auto: on a terminal without NO_COLOR")
    case .quiet:
      OptionDeclaration(
        short: "q", excludes: [.verbose], verbs: [.collate, .extract, .convert, .check],
        help: "no warnings, no progress")
    case .verbose:
      OptionDeclaration(
        short: "v", excludes: [.quiet], verbs: [.collate, .extract, .convert, .check],
        help: "tell what was read and how long each stage took")
    case .help:
      OptionDeclaration(short: "h", verbs: Verb.allCases, help: "explain the program and leave")
    case .version:
      OptionDeclaration(verbs: Verb.allCases, help: "tell the version and leave")
    }
  }

  /// The endings of file names that stand for a format.
  private static var endings: String {
    OutputFormat.allCases.compactMap(\.declaration.ending).joined(separator: ", ")
  }

  /// The same for reports of a check.
  private static var reportEndings: String {
    ReportFormat.allCases.compactMap(\.ending).joined(separator: ", ")
  }
}

extension Verb {
  /// The formats that the verb writes: of a report for `check`, of an edition for the others.
  var formats: WordList { self == .check ? .reports : .formats }
}

extension WordList {
  static let formats = WordList(
    noun: "format", placeholder: "NAME", words: OutputFormat.allCases.map(\.rawValue))
  static let reports = WordList(
    noun: "format of a report", placeholder: "NAME", words: ReportFormat.allCases.map(\.rawValue))
  static let classes = WordList(
    noun: "class", placeholder: "CLASS", words: VariationClass.allCases.map(\.rawValue))
  static let differences = WordList(
    noun: "difference", placeholder: "WHAT", words: Ignore.named.map(\.name))
  static let sides = WordList(
    noun: "side", placeholder: "SIDE", words: TEIReadingRules.Side.allCases.map(\.rawValue))
  static let regions = WordList(
    noun: "type of a region", placeholder: "TYPE", words: PageReadingRules.types + [noRegion])
  static let noRegion = "none"
  /// `all` and `none` stand alone.
  static let marks = WordList(
    noun: "mark", placeholder: "MARK", words: MarkSet.names.map(\.name) + ["all", "none"])
}
