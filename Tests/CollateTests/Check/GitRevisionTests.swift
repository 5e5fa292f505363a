import Testing

@testable import Collate

/// Against a revision of git, in a repository of its own.
@Suite struct GitRevisionTests {
  private let workshop: Workshop

  /// A repository in which two witnesses were committed.
  init() throws {
    workshop = try Workshop()
    try workshop.subfolder("w")
    try workshop.subfolder("tmp")
    try workshop.file("w/T.txt", "The enemy has 3,000 bayonets.\nWe met.\n")
    try workshop.file("w/M.txt", "The enemy has 3,000 bayonets!\nWe met.\n")
    try git("init -q -b main .")
    try commit()
  }

  private static let program =
    "git -c user.name=Editor -c user.email=e@example.org -c core.symlinks=true"

  private func git(_ words: String) throws {
    let outcome = try BuiltProgram.shell("\(Self.program) \(words)", in: workshop.folder)
    #expect(outcome.code == 0, "git \(words): \(outcome.errors)")
  }

  private func commit() throws {
    try git("add w")
    try git("commit -qm Change")
  }

  /// Runs a line of shell; what stands in the folder for passing files afterwards is left over.
  private func run(_ line: String, _ code: Int32) throws -> Workshop.Outcome {
    let outcome = try BuiltProgram.shell("export TMPDIR=$PWD/tmp; \(line)", in: workshop.folder)
    #expect(outcome.code == code, "\(line): \(outcome.text)\(outcome.errors)")
    let left = try BuiltProgram.shell("ls -A tmp", in: workshop.folder)
    #expect(left.text == "")
    return outcome
  }

  /// Git keeps of a link the path that it leads to.
  @Test func aLinkIsReadAsWhatItLeadsTo() throws {
    try workshop.subfolder("w/links")
    _ = try run("ln -s ../T.txt w/links/A.txt && ln -s B.txt w/links/M.txt", 0)
    _ = try run("ln -s ../M.txt w/links/B.txt", 0)
    try commit()
    let folder = try run("collate check w/links --against-git HEAD", 0)
    #expect(folder.text == "No drift: 1 edition, 3 witnesses.\n")
    try workshop.file("w/T.txt", "The enemy has 9,000 bayonets.\nWe met.\n")
    let files = try run("collate check w/links/A.txt w/links/M.txt --against-git HEAD", 1)
    #expect(files.text.hasPrefix("w/links/A.txt:1:15: error: numeral, new variant in A\n"))
  }

  @Test func aLinkOutOfTheRepositoryIsTrouble() throws {
    try workshop.subfolder("w/out")
    _ = try run("ln -s ../../../x w/out/T.txt && ln -s $PWD/w/M.txt w/out/M.txt", 0)
    try commit()
    let outcome = try run("collate check w/out/M.txt --against-git HEAD", 2)
    #expect(outcome.errors.hasPrefix("HEAD:w/out/M.txt: is a link to /"))
    _ = try run("rm w/out/T.txt && echo a >w/out/T.txt", 0)
    let above = try run("collate check w/out/T.txt --against-git HEAD", 2)
    #expect(above.errors.hasPrefix("HEAD:w/out/T.txt: is a link to ../../../x, "))
  }

  /// A checkout with other line ends than the repository has is no drift.
  @Test func lineEndsAreThoseOfACheckout() throws {
    try workshop.file(".gitattributes", "*.txt text eol=crlf\n")
    _ = try run("rm w/*.txt && git checkout -q w", 0)
    #expect(try workshop.contents("w/T.txt").utf8.contains(0x0D))
    let outcome = try run("collate check w --against-git HEAD", 0)
    #expect(outcome.text == "No drift: 1 edition, 2 witnesses.\n")
  }

  /// Git tells a hook in a linked worktree where the repository is, but not where in it we are.
  @Test func aHookOfALinkedWorktreeFindsItsFolder() throws {
    try git("worktree add -q side -b side")
    try workshop.file(
      "hook", "#!/bin/sh\n[ -n \"$GIT_DIR\" ] || exit 3\nexec collate check w --against-git HEAD\n")
    _ = try run("mkdir hooks && mv hook hooks/pre-commit && chmod +x hooks/pre-commit", 0)
    try workshop.file("side/w/T.txt", "The enemy has 9,000 bayonets.\nWe met.\n")
    let commit = "cd side && \(Self.program) -c core.hooksPath=$PWD/../hooks commit -qam Change"
    let refused = try run(commit, 1)
    let told = refused.text + refused.errors
    #expect(told.contains("w/T.txt:1:15: error: numeral, new variant in T"))
  }

  /// Reports are the same in each run, so they cannot name the passing copy.
  @Test func aFaultOfTheRevisionIsToldByItsNameThere() throws {
    try workshop.file("w/T.txt", [0x61, 0x0A, 0xFF])
    try commit()
    try workshop.file("w/T.txt", "a\n")
    let outcome = try run("collate check w --against-git HEAD -f json", 2)
    #expect(outcome.errors.hasPrefix("HEAD:w/T.txt:2:1: is not UTF-8"))
    #expect(!outcome.text.contains("/tmp"))
  }

  @Test func whatHoldsForAllEditionsIsToldOnce() throws {
    try workshop.subfolder("v")
    try workshop.file("v/T.txt", "a\n")
    let program = "ln -s $(command -v collate) tmp/collate; PATH=$PWD/tmp"
    let outcome = try BuiltProgram.shell(
      "\(program) collate check w v --against-git HEAD", in: workshop.folder)
    #expect(outcome.code == 2 && outcome.text.hasSuffix("2 editions not checked.\n"))
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func whatIsNotInTheRevisionIsNamed() throws {
    try workshop.file("w/N.txt", "a\n")
    let outcome = try run("cd w && collate check T.txt N.txt --against-git HEAD", 2)
    #expect(outcome.errors == "N.txt: is not in revision HEAD\n")
    let option = try run("collate check w --against-git=-x", 2)
    #expect(option.errors == "w: git cannot show it in -x: Not a valid object name -x\n")
  }

  /// Git takes longer to start than to do its work, so it is started a few times for all editions;
  /// one that cannot be read stops no other.
  @Test func editionsShareTheProcessesOfGit() throws {
    for name in ["a", "b", "c", "d"] {
      try workshop.subfolder("w/\(name)")
      try workshop.file("w/\(name)/T.txt", "The enemy has 3,000 bayonets.\n")
    }
    try commit()
    for name in ["new", "bin"] { try workshop.subfolder(name == "new" ? "w/new" : name) }
    try workshop.file("w/new/T.txt", "a\n")
    try workshop.file("w/c/T.txt", "The enemy has 9,000 bayonets.\n")
    try workshop.file("bin/git", "#!/bin/sh\necho x >>calls\nexec $GIT \"$@\"\n")
    let lines = [
      "chmod +x bin/git", "export GIT=$(command -v git) PATH=$PWD/bin:$PATH",
      "collate check w/*/ --against-git HEAD",
    ]
    let outcome = try run(lines.joined(separator: "; "), 2)
    #expect(outcome.errors == "w/new: has no witnesses in revision HEAD\n")
    #expect(outcome.text.contains("\nw/c/T.txt:1:15: error: numeral, "))
    let last = "\n5 editions, 5 witnesses: 1 error (numeral 1); 1 edition not checked.\n"
    #expect(outcome.text.hasSuffix(last))
    #expect(try workshop.contents("calls").count == 2 * 4)
  }

  /// A repository within another has revisions of its own.
  @Test func eachRepositoryAnswersForItself() throws {
    try workshop.subfolder("w/inner")
    try workshop.file("w/inner/T.txt", "The enemy has 3,000 bayonets.\n")
    let inner = "cd w/inner && git init -q . && \(Self.program)"
    _ = try run("\(inner) add . && \(Self.program) commit -qm Inner", 0)
    try workshop.file("w/inner/T.txt", "The enemy has 9,000 bayonets.\n")
    let outcome = try run("collate check w w/inner --against-git HEAD", 1)
    #expect(outcome.text.hasPrefix("w/inner/T.txt:1:15: error: numeral, "))
    #expect(outcome.text.hasSuffix("\n2 editions, 3 witnesses: 1 error (numeral 1).\n"))
  }

  /// The signal comes while a slow git is at work on the copy. (What a script starts in the
  /// background ignores Ctrl-C, which is treated like the two.)
  @Test(arguments: [("TERM", Int32(143)), ("HUP", 129)])
  func aSignalLeavesNothingBehind(_ signal: String, _ code: Int32) throws {
    try workshop.subfolder("bin")
    try workshop.file(
      "bin/git",
      "#!/bin/sh\ncase \"$*\" in *read-tree*) ls tmp >there; sleep 0.5;; esac\nexec $GIT \"$@\"\n")
    let lines = [
      "chmod +x bin/git", "export GIT=$(command -v git) PATH=$PWD/bin:$PATH",
      "collate check w --against-git HEAD & while [ ! -s there ]; do sleep 0.02; done",
      "kill -\(signal) $!", "wait $!",
    ]
    _ = try run(lines.joined(separator: "; "), code)
    #expect(try workshop.contents("there").hasPrefix("collate-"))
  }
}
