import Testing

@testable import Collate

/// The table that parser and help are made of.
@Suite struct OptionTableTests {
  @Test func everyOptionIsExplained() {
    for option in CommandOption.allCases {
      let help = option.declaration.help
      #expect(help.count > 10, "\(option.written) has no help worth the name")
      #expect(!help.hasSuffix("."), "\(option.written): help adds the full stop itself")
      #expect(!option.declaration.verbs.isEmpty, "\(option.written) belongs to no verb")
    }
  }

  @Test func noTwoOptionsShareALetter() {
    let letters = CommandOption.allCases.compactMap(\.declaration.short)
    #expect(Set(letters).count == letters.count)
  }

  @Test func contradictionIsMutual() {
    for option in CommandOption.allCases {
      for other in option.declaration.excludes {
        #expect(other.declaration.excludes.contains(option), "\(option) and \(other)")
      }
    }
  }

  @Test func noTwoFormatsShareAnEnding() {
    let endings = OutputFormat.allCases.compactMap(\.declaration.ending)
    #expect(Set(endings).count == endings.count)
    for ending in endings { #expect(ending.first == "." && ending == ending.lowercased()) }
  }

  @Test func everyWordOfAListIsWordOnce() {
    for list in [WordList.formats, .classes, .differences, .marks] {
      #expect(Set(list.words).count == list.words.count, "\(list.noun)")
      for word in list.words { #expect(!word.contains(","), "\(word) cannot stand in a list") }
    }
  }

  @Test func helpMentionsEverything() {
    let page = Help.page(for: nil)
    for verb in Verb.allCases { #expect(page.contains(verb.declaration.usage)) }
    for option in CommandOption.allCases where option.declaration.verbs.contains(.collate) {
      let short = option.declaration.short.map { "-\($0), " } ?? "    "
      #expect(page.contains("  \(short)\(option.written)"), "\(option.written)")
    }
    for list in [WordList.formats, .classes, .differences, .marks] {
      for word in list.words { #expect(page.contains(word), "\(word)") }
    }
    for code in ExitCode.allCases { #expect(page.contains("\n  \(code.rawValue)  ")) }
  }

  /// Words of options that a verb does not have would only send people looking for these.
  @Test func helpOfAVerbNamesTheWordsOfItsOwnOptionsOnly() {
    for verb in Verb.allCases {
      let page = Help.page(for: verb)
      for option in CommandOption.allCases {
        guard case .list(let list) = option.declaration.value, list != .classes else { continue }
        let isNamed = page.contains("\n\(list.placeholder): ")
        #expect(isNamed == option.declaration.verbs.contains(verb), "\(verb) \(option)")
      }
    }
  }

  @Test func helpOfAVerbSaysWhatTheOptionDoesThere() {
    for option in CommandOption.allCases {
      for (verb, help) in option.declaration.helpOfVerbs {
        #expect(option.declaration.verbs.contains(verb) && !help.hasSuffix("."), "\(option)")
      }
    }
    #expect(Help.page(for: .collate).contains("may be repeated"))
    #expect(!Help.page(for: .check).contains("may be repeated"))
    for format in ReportFormat.allCases {
      #expect(Help.page(for: .check).contains("\n  \(format.rawValue) "), "\(format)")
    }
  }

  @Test func helpFitsATerminal() {
    for verb in [nil] + Verb.allCases {
      for line in Help.page(for: verb).split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
        #expect(line.last != " ", "\(line)")
      }
    }
  }
}
