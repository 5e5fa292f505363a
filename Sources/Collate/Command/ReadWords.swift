extension ReadError {
  /// The error in words.
  var message: Message {
    Message(place: location, what: words.what, remedy: words.remedy)
  }

  /// What is doubtful only, in words.
  var warning: Message {
    var message = message
    message.severity = .warning
    return message
  }

  /// `path:line:column`, or the path alone.
  private var location: String {
    let name = path == "-" ? "standard input" : path
    return place.map { "\(name):\($0.line):\($0.column)" } ?? name
  }

  /// One row for each problem: what is wrong, and what to do.
  private var words: (what: String, remedy: String?) {
    switch problem {
    // A file that is not there may be a verb with a slip of the pen.
    case .missing: ("no such file or folder", meant(path, among: Verb.allCases.map(\.rawValue)))
    case .unreadable(let reason): ("cannot be read" + (reason.map { ": " + $0 } ?? ""), nil)
    case .isFolder:
      (
        "is a folder",
        "name one folder alone, the files in it, or NAME=FOLDER if it holds one witness page by page"
      )
    case .tooLarge(let limit): ("is larger than \(limit) bytes", "divide it")
    case .noWitnesses:
      ("no witness in this folder", "put a text file (.txt) for each witness into it")
    case .unknownFormat(let ending):
      (
        ending == "html" ? "is HTML, which is not read" : "no reader for .\(ending) files",
        ending == "pdf"
          ? "give plain text (.txt), TEI, PAGE or ALTO (.xml), or CollateX's JSON (.json)"
          : "turn it into plain text, as with pandoc -f \(ending) -t plain --wrap=none"
      )
    case .repeatedStandardInput: ("is named twice", "name it once")

    case .invalidUTF8:
      (
        "is not UTF-8 (byte \(place?.offset ?? 0) of the file)",
        "convert it, as with iconv -f WINDOWS-1251 -t UTF-8"
      )
    case .notUTF8(let encoding):
      ("is \(encoding), not UTF-8", "convert it, as with iconv -f \(encoding) -t UTF-8")

    case .malformedXML(let fault): ("not well-formed XML: " + fault.words, nil)
    case .documentTypeDefinition:
      (
        "has a document type definition, which is never read",
        "take it out, and write what its entities stand for"
      )
    case .tooMuchXML(let kind, let limit): (kind.words(limit), "divide the file")
    case .unknownEncoding(let name):
      ("is in \(name), an encoding that is not read", "convert it to UTF-8")
    case .badEncoding(let name): ("is not in \(name), though it says so", "convert it to UTF-8")
    case .externalInclude(let path):
      (
        "includes \(path), which is not followed",
        "put the two into one file, as with xmllint --xinclude"
      )
    case .unknownXML(let root):
      ("is XML of a kind that is not read, <\(root)>", "give TEI, PAGE or ALTO")
    case .unendedSpan(let element, let pointer):
      (
        pointer.isEmpty
          ? "<\(element)> has no @spanTo, so nobody knows where it ends"
          : "<\(element)> ends at “\(pointer)”, which does not stand behind it",
        "point to an anchor behind it"
      )
    case .transposition:
      (
        "asks for another order of words; they are compared in the order in which they stand",
        "bring them in the order wanted, if it is that which is to be compared"
      )
    case .noPages:
      ("no PAGE or ALTO in this folder", "put the pages of the witness into it, a file each")
    case .notAPage(let root, let folder):
      (
        "is XML of another kind, <\(root)>, where a page is wanted",
        folder.map { "\($0) is read as the pages of one witness, PAGE or ALTO: move it away" }
          ?? "list files of PAGE or ALTO only"
      )
    case .incompletePageList(let missing):
      (
        "does not list \(missing), so the pages are read in the order of their names",
        "list it, or give the order in edition.json"
      )
    case .otherPageFormat(let other):
      (
        "is not of the format of \(other): one is PAGE, one ALTO",
        "keep one kind in a folder, or list the files in edition.json"
      )
    case .ownApparatus:
      (
        "is an apparatus that collate wrote, and was passed over",
        "keep it in another folder than the witnesses"
      )
    case .apparatus(let fault): fault.words

    case .unclosedFrontMatter: ("front matter without an end", "close it with a line ---")
    case .noColon:
      ("neither “key: value” nor the end of the front matter", "end it with a line ---")
    case .emptyKey: ("nothing before the colon", "write key: value")
    case .repeatedKey(let key): ("“\(key)” stands twice", "leave out one")
    case .unclosedQuote: ("a quotation mark is not closed", "close it, or leave out both")
    case .unsupportedValue(let key):
      ("“\(key)” has a value that is not plain text", "write it on one line: \(key): value")

    case .strayHeading:
      (
        "begins with == but is no heading of a witness",
        "write == SIGLUM == from the start of the line, or give each witness a file"
      )
    case .badHeading(let siglum, let fault):
      (
        "“\(siglum)” cannot be a siglum: " + fault.words,
        "write == SIGLUM ==, or say \(CommandOption.sections.written) none if it is text"
      )
    case .repeatedHeading(let siglum, let line):
      (
        "has the siglum \(siglum), as has the heading on line \(line)",
        "rename one, or say \(CommandOption.sections.written) none if they are text"
      )
    case .contradictsHeading(let siglum, let heading):
      ("is called \(siglum) here and \(heading) in the heading above", "leave out one")
    case .siglumInFront(let siglum, let listed):
      (
        "is called \(siglum) here and \(listed) in edition.json",
        "the file is believed; make the two the same"
      )
    case .notInFile(let siglum, let sigla):
      (
        "holds several witnesses, none of which is “\(siglum)”",
        (meant(siglum, among: sigla) ?? "choose from " + sigla.joined(separator: ", "))
          + (InputFormat.fileName(path).ending == "json"
            ? "" : "; or say \(CommandOption.sections.written) none to make it one")
      )

    case .malformedJSON(let expected): ("not JSON: expected \(expected)", nil)
    case .nestedTooDeep: ("JSON nested too deep", nil)
    case .wrongType(let key, let expected): ("“\(key)” should be \(expected)", nil)
    case .missingKey(let key): ("“\(key)” is missing here", nil)
    case .unknownKey(let key, let known):
      (
        "“\(key)” means nothing here",
        meant(key, among: known) ?? "choose from " + known.joined(separator: ", ")
      )
    case .outsideFolder(let file):
      (
        "“\(file)” leads out of the folder of the edition file",
        "put the file into the folder, or name it on the command line"
      )
    case .unknownField(let name, let known):
      ("“\(name)” is not known here and is kept as a note", meant(name, among: known))
    case .alignmentTable:
      (
        "is an alignment table, whose witnesses are aligned already",
        "collate convert writes it in other formats"
      )
    case .repeatedWitness(let siglum):
      ("is a second witness with the id “\(siglum)”", "rename one of the two")
    case .unknownBase(let base, let sigla):
      (
        "“base” is “\(base)”, which is none of the witnesses",
        meant(base, among: sigla) ?? "choose from " + sigla.joined(separator: ", ")
      )
    case .emptyToken: ("a token whose “t” is empty", "leave the token out")
    case .emptyWitnessList: ("“witnesses” names none", "name them, or leave the key out")

    case .badDate(let value):
      ("“\(value)” is no date of the calendar", "write 1920-07-07, 1920-07 or 1920")
    case .badLanguage(let value):
      ("“\(value)” is no language tag", "write as en, ru or zh-Hant (BCP 47)")
    case .badSiglum(let siglum, let fault):
      ("“\(siglum)” cannot be a siglum: " + fault.words, "give another with --siglum NAME=FILE")
    case .duplicateSiglum(_, let other) where other == path && place == nil:
      ("is named twice as a witness", "leave out one, or give each a siglum: NAME=FILE")
    case .duplicateSiglum(let siglum, let other):
      (
        "has the siglum \(siglum), as has \(other)",
        place == nil
          ? "give one of them another with --siglum NAME=FILE"
          : "change the heading, or say \(CommandOption.sections.written) none if it is text"
      )
    case .siglumWithoutFile(let siglum):
      ("is none of the witnesses, so it cannot be \(siglum)", "name it among them")
    }
  }
}

extension ReadError.SiglumFault {
  fileprivate var words: String {
    switch self {
    case .empty: "it is empty"
    case .outerWhiteSpace: "it begins or ends with a blank"
    case .controlCharacter: "it holds a control character"
    case .tooLong(let limit): "it has more than \(limit) characters"
    }
  }
}

extension EditionError {
  /// The error in words.
  var message: Message {
    switch self {
    case .unknownBase(let base, let sigla):
      Message(
        what: "the base “\(base)” is none of the witnesses",
        remedy: meant(base, among: sigla) ?? "choose from " + sigla.joined(separator: ", "))
    case .noWitnesses: Message(what: "there is no witness", remedy: "name files or a folder")
    }
  }
}
