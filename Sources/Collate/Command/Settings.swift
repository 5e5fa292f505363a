import Diff

/// What a run depends on besides its witnesses: options of command line and edition file together.
struct Settings: Sendable, Equatable {
  var arguments: Arguments

  /// Takes over the options of an edition file that the command line does not give.
  ///
  /// An option of the command line also beats those of the file that contradict it.
  init(_ arguments: Arguments, editionFile: EditionFile?) throws(Failure) {
    self.arguments = arguments
    for entry in editionFile?.options ?? [] {
      do { try add(entry, under: arguments) } catch {
        throw .editionOption(path: editionFile?.path ?? "", entry.place, error)
      }
    }
    if let conflict = teiForm.conflict { throw .usage(.teiForm(conflict)) }
  }

  /// Adds an option of the edition file, unless the command line gives it.
  private mutating func add(
    _ entry: EditionFile.Option, under commandLine: Arguments
  ) throws(EditionOptionError) {
    guard let option = CommandOption(rawValue: entry.name) else { throw .unknown(entry.name) }
    let declaration = option.declaration
    guard declaration.isOfEdition else { throw .notOfEdition(option) }
    // What the command line overrules is still proved to be right.
    var proof = Arguments()
    let value = try option.value(of: entry)
    do {
      if let value { try proof.add(option, value) }
      guard !commandLine.has(option), !declaration.excludes.contains(where: commandLine.has),
        let value
      else { return }
      try arguments.add(option, value)
    } catch { throw .fault(option, error) }
  }

  /// Differences that shall not count.
  var ignore: Ignore {
    Ignore(
      Ignore.named.filter { (arguments.words(of: .ignore) ?? []).contains($0.name) }
        .map(\.difference))
  }

  /// The aligner as the options want it.
  var aligner: Aligner {
    var aligner = Aligner()
    if arguments[.punctuation] == "inline" { aligner.punctuation = .inline }
    if let threads = arguments[.threads].flatMap({ Int($0) }) { aligner.threads = threads }
    return aligner
  }

  /// Marks that transcriptions are searched for.
  var marks: MarkSet {
    guard let words = arguments.words(of: .marks) else { return .standard }
    if words.contains("all") { return .all }
    return MarkSet(words.compactMap(MarkSet.init(name:)))
  }

  /// Whether headings divide a plain text into witnesses.
  var readsSections: Bool { arguments[.sections] != "none" }

  /// The entries that the apparatus shows.
  var shownEntries: EntryFilter {
    /// The classes that an option names; nil where it is not given.
    func classes(_ option: CommandOption) -> [VariationClass]? {
      arguments.words(of: option)?.compactMap(VariationClass.init(rawValue:))
    }
    return classes(.only).map(EntryFilter.init(only:))
      ?? EntryFilter(except: classes(.except) ?? [])
  }

  /// The form of TEI that the options want.
  var teiForm: TEIForm {
    var form = TEIForm()
    if let method = arguments[.teiMethod].flatMap(TEIForm.Method.init(rawValue:)) {
      form.method = method
    }
    if let location = arguments[.teiLocation].flatMap(TEIForm.Location.init(rawValue:)) {
      form.location = location
    }
    if let profile = arguments[.teiProfile].flatMap(TEIForm.Profile.init(rawValue:)) {
      form.profile = profile
    }
    if let place = arguments[.teiClassOn].flatMap(TEIForm.ClassPlace.init(rawValue:)) {
      form.classPlace = place
    }
    return form
  }

  /// The writer of plain text as the options want it.
  func textWriter(hasColor: Bool) -> TextWriter {
    var writer = TextWriter()
    if let layout = arguments[.layout].flatMap(TextWriter.Layout.init(rawValue:)) {
      writer.layout = layout
    }
    if let numbering = arguments[.numbering].flatMap(TextWriter.Numbering.init(rawValue:)) {
      writer.numbering = numbering
    }
    if let width = arguments[.width].flatMap({ Int($0) }) { writer.width = width }
    writer.hasLegend = arguments.has(.legend)
    writer.hasColor = hasColor
    return writer
  }

  /// Puts what the options say over what the inputs say, and the witnesses in their order.
  ///
  /// Where no edition file orders them, the order is that of their sigla, so that the result does
  /// not depend on the order of the command line. That order decides one thing, the base text,
  /// where nothing else does.
  func complete(_ loaded: inout LoadedEdition, isOrdered: Bool) {
    loaded.title = arguments[.title] ?? loaded.title
    loaded.language = arguments[.language] ?? loaded.language
    loaded.base = arguments[.base] ?? loaded.base ?? loaded.witnesses.first?.siglum
    if !isOrdered { loaded.witnesses.sort { precedesNaturally($0.siglum, $1.siglum) } }
  }
}

extension CommandOption {
  /// The value of an edition file's entry as the command line would have it; nil for a switch that
  /// is off.
  fileprivate func value(of entry: EditionFile.Option) throws(EditionOptionError) -> String? {
    switch declaration.value {
    case .list, .counts: return entry.values.joined(separator: ",")
    default: break
    }
    guard entry.values.count == 1 else { throw .wrongKind(self) }
    guard case .none = declaration.value else { return entry.values[0] }
    switch entry.values[0] {
    case "true": return ""
    case "false": return nil
    default: throw .wrongKind(self)
    }
  }
}
