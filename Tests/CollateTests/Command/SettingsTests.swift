import Testing

@testable import Collate

/// Options of edition files go through the table of options.
@Suite struct SettingsTests {
  private func settings(
    _ line: String, _ options: (name: String, values: [String])...
  ) throws(Failure) -> Settings {
    var file = EditionFile(path: "w/edition.json")
    file.options = options.map {
      .init(name: $0.name, values: $0.values, place: Place(offset: 40, line: 3, column: 5))
    }
    let arguments = try attempt(Failure.usage) { () throws(UsageError) in
      try ArgumentParser.parse(line.split(separator: " ").map(String.init))
    }
    return try Settings(arguments, editionFile: file)
  }

  private func message(_ line: String, _ options: (name: String, values: [String])...) -> String? {
    do {
      var file = EditionFile(path: "w/edition.json")
      file.options = options.map {
        .init(name: $0.name, values: $0.values, place: Place(offset: 40, line: 3, column: 5))
      }
      _ = try Settings(ArgumentParser.parse([line]), editionFile: file)
      return nil
    } catch { return (error as? Failure)?.message?.line(colored: false) }
  }

  @Test func fileSetsWhatTheLineLeavesOpen() throws {
    let settings = try settings("w", ("ignore", ["case", "marks"]), ("width", ["72"]))
    #expect(settings.ignore == [.case, .marks])
    #expect(settings.textWriter(hasColor: false).width == 72)
  }

  @Test func commandLineWins() throws {
    let settings = try settings("w --width 60", ("width", ["72"]), ("layout", ["positive"]))
    #expect(settings.textWriter(hasColor: false).width == 60)
    #expect(settings.textWriter(hasColor: false).layout == .positive)
  }

  @Test func commandLineAlsoBeatsWhatContradictsIt() throws {
    let settings = try settings("w --only name", ("except", ["name", "case"]))
    #expect(settings.shownEntries == EntryFilter(only: [.numeral, .name]))
  }

  @Test func switches() throws {
    #expect(try settings("w", ("legend", ["true"])).textWriter(hasColor: false).hasLegend)
    #expect(try !settings("w", ("legend", ["false"])).textWriter(hasColor: false).hasLegend)
  }

  @Test func numeralsAreNeverHidden() throws {
    #expect(try settings("w --except numeral,case").shownEntries == EntryFilter(except: [.case]))
    #expect(try settings("w --only case").shownEntries == EntryFilter(only: [.case, .numeral]))
    #expect(try settings("w").shownEntries == .all)
  }

  @Test func marks() throws {
    #expect(try settings("w").marks == .standard)
    #expect(try settings("w --marks none").marks == .none)
    #expect(try settings("w --marks all").marks == .all)
    #expect(try settings("w --marks gap,all").marks == .all)
    #expect(try settings("w --marks gap,note").marks == [.gap, .note])
  }

  @Test func wrongEntriesAreNamedByTheirPlace() {
    #expect(
      message("w", ("widht", ["72"]))
        == "w/edition.json:3:5: unknown option “widht”; did you mean “width”?")
    #expect(message("w", ("output", ["x.xml"]))?.contains("give --output on the command") == true)
    #expect(message("w", ("width", ["7", "8"]))?.contains("write a number") == true)
    #expect(message("w", ("legend", ["yes"]))?.contains("write true or false") == true)
    #expect(message("w", ("ignore", ["cse"]))?.contains("did you mean “case”?") == true)
    #expect(message("w", ("width", ["9999"]))?.contains("whole number") == true)
    // Also where the command line overrules it.
    #expect(message("--width=60", ("width", ["9999"]))?.contains("whole number") == true)
  }
}
