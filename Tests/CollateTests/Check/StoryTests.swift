import Testing

@testable import Collate

/// A repository of transcriptions, from the first apparatus to an accepted change; `.ci/story` is
/// the same with pre-commit.
@Suite struct StoryTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.subfolder("witnesses/letter")
    try workshop.subfolder("apparatus")
    try write("T", "The division, numbering 3,000 bayonets, has occupied the town.\n")
    try write("M", "The Bayazet division, numbering 3,000 bayonets, has occupied the town.\n")
  }

  private func write(_ siglum: String, _ text: String) throws {
    try workshop.file("witnesses/letter/\(siglum).txt", text)
  }

  private func run(_ line: String, _ code: Int32) throws -> Workshop.Outcome {
    let outcome = try BuiltProgram.shell(line, in: workshop.folder)
    #expect(outcome.code == code, "\(line): \(outcome.text)\(outcome.errors)")
    return outcome
  }

  private static let check = "collate check witnesses/*/ --against apparatus"

  @Test func acceptACommaANumeralAndUpdate() throws {
    #expect(
      try run(Self.check, 2).errors.contains("collate witnesses/letter -o apparatus/letter.xml"))
    _ = try run("collate witnesses/letter -o apparatus/letter.xml", 0)
    #expect(try run(Self.check, 0).text.hasPrefix("No drift"))

    try write("M", "The Bayazet division, numbering 3,000 bayonets has occupied the town.\n")
    #expect(try run(Self.check, 0).text.contains("punctuation"))

    try write("M", "The Bayazet division, numbering 9,000 bayonets has occupied the town.\n")
    let place = "witnesses/letter/M.txt:1:33: error: numeral"
    #expect(try run(Self.check, 1).text.hasPrefix(place))

    #expect(try run(Self.check + " --update", 0).text.contains("9,000"))
    #expect(try run(Self.check, 0).text.hasPrefix("No drift"))
  }

  /// A commit is refused by a hook of git's own, and a revision serves as the baseline.
  @Test func gitRefusesTheCommit() throws {
    let git =
      "git -c user.name=Editor -c user.email=e@example.org -c init.defaultBranch=main "
      + "-c core.hooksPath=hooks"
    _ = try run("collate witnesses/letter -o apparatus/letter.xml", 0)
    _ = try run("\(git) init -q . && \(git) add . && \(git) commit -qm Accept", 0)
    try workshop.subfolder("hooks")
    try workshop.file("hooks/pre-commit", "#!/bin/sh\nexec \(Self.check)\n")
    try write("M", "The Bayazet division, numbering 9,000 bayonets, has occupied the town.\n")
    let commit = "chmod +x hooks/pre-commit && \(git) commit -qam Change"
    let refused = try run(commit, 1)
    let told = refused.text + refused.errors
    #expect(told.hasPrefix("witnesses/letter/M.txt:1:33: error: numeral"))
    let against = try run("collate check witnesses/*/ --against-git HEAD", 1)
    #expect(against.text.hasPrefix("witnesses/letter/M.txt:1:33: error: numeral"))
    _ = try run(Self.check + " --update && \(git) commit -qam Change", 0)
  }

  @Test func theSummaryIsAppended() throws {
    _ = try run("collate witnesses/letter -o apparatus/letter.xml", 0)
    try write("M", "The Bayazet division, numbering 9,000 bayonets, has occupied the town.\n")
    try workshop.file("summary.md", "# Before\n")
    let outcome = try run(Self.check + " --format github --summary summary.md", 1)
    #expect(outcome.text.hasPrefix("::error file=witnesses/letter/M.txt,line=1,endLine=1,col=33,"))
    let summary = try workshop.contents("summary.md")
    #expect(summary.hasPrefix("# Before\n## collate check: 1 finding"))
    #expect(summary.contains("<del>3,000</del> <ins>9,000</ins>"))
  }

  @Test func theSummaryStaysWithinWhatGitHubTakes() throws {
    _ = try run("collate witnesses/letter -o apparatus/letter.xml", 0)
    try workshop.file("summary.md", String(repeating: "x", count: 1 << 20))
    _ = try run(Self.check + " --summary summary.md", 0)
    #expect(try workshop.contents("summary.md").utf8.count == 1 << 20)
  }

  @Test func aSummaryThatCannotBeWrittenIsTrouble() throws {
    let outcome = try run(Self.check + " --summary nowhere/summary.md", 2)
    #expect(outcome.errors.contains("nowhere/summary.md"))
    let rates = try run("collate check witnesses/letter/*.txt --summary s.md", 2)
    #expect(rates.errors.contains("--summary tells of drift"))
  }
}
