import Foundation
import Testing

/// Sessions at a terminal, written down: `Fixtures/transcripts/*.txt`.
///
/// A line says by its first sign what it is: `#` a remark, `file NAME` a file that follows in lines
/// with `|`, `$` a line of shell, `|` what it writes on standard output, `!` on standard error, `=`
/// its exit code where that is not 0. To record: `COLLATE_RECORD=1 swift test --filter Transcript`,
/// which fails, so that nobody takes a recording for a passed test.
@Suite struct TranscriptTests {
  static let names: [String] = {
    let folder = Bundle.module.bundleURL.appending(path: "Fixtures/transcripts")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted()
  }()

  @Test func transcriptsAreFound() { #expect(Self.names.count >= 5) }

  @Test(arguments: names)
  func transcript(_ name: String) throws {
    let url = Bundle.module.bundleURL.appending(path: "Fixtures/transcripts/\(name)")
    let expected = try String(contentsOf: url, encoding: .utf8)
    let actual = try Transcript(expected).played()
    guard actual != expected else { return }
    if ProcessInfo.processInfo.environment["COLLATE_RECORD"] != nil {
      let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/transcripts/\(name)").standardized
      try actual.write(to: source, atomically: true, encoding: .utf8)
      Issue.record("\(name) is recorded anew: look at the change, then test without recording")
    } else {
      Issue.record("\(name): \(Self.firstDifference(expected, actual))")
    }
  }

  private static func firstDifference(_ expected: String, _ actual: String) -> String {
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let got = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(wanted, got).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> Substring { same < lines.count ? lines[same] : "(end)" }
    return "line \(same + 1)\n  wanted: \(line(wanted))\n  got:    \(line(got))"
  }
}

/// One transcript, taken apart.
struct Transcript {
  private enum Step {
    /// Remarks and empty lines, kept as they are.
    case remark(String)
    case file(name: String, lines: [String])
    case command(String)
  }

  private var steps: [Step] = []

  init(_ text: String) throws {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      try take(String(line))
    }
  }

  private mutating func take(_ line: String) throws {
    if line.isEmpty || line.hasPrefix("#") {
      steps.append(.remark(line))
    } else if line.hasPrefix("file ") {
      steps.append(.file(name: String(line.dropFirst(5)), lines: []))
    } else if line.hasPrefix("$ ") {
      steps.append(.command(String(line.dropFirst(2))))
    } else if line.hasPrefix("|"), case .file(let name, let lines)? = steps.last {
      steps[steps.count - 1] = .file(name: name, lines: lines + [String(line.dropFirst(2))])
    } else if case .command? = steps.last, "|!=".contains(line.prefix(1)) {
      return  // what the command did last time; what it does now is found out by playing
    } else {
      throw Unreadable(line: line)
    }
  }

  struct Unreadable: Error { var line: String }

  /// The transcript as it comes out today.
  func played() throws -> String {
    let workshop = try Workshop()
    var text = ""
    for step in steps {
      switch step {
      case .remark(let line): text += line + "\n"
      case .file(let name, let lines):
        text += "file \(name)\n" + Self.quoted(lines, "|")
        if let slash = name.lastIndex(of: "/") { try workshop.subfolder(String(name[..<slash])) }
        try workshop.file(name, lines.map { $0 + "\n" }.joined())
      case .command(let line):
        text += "$ \(line)\n" + Self.written(try BuiltProgram.shell(line, in: workshop.folder))
      }
    }
    return text
  }

  private static func written(_ outcome: Workshop.Outcome) -> String {
    quoted(lines(outcome.text), "|") + quoted(lines(outcome.errors), "!")
      + (outcome.code == 0 ? "" : "= \(outcome.code)\n")
  }

  /// The lines of a text; one that does not end is marked so.
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines.append("(no newline at end)") }
    return lines
  }

  private static func quoted(_ lines: [String], _ sign: String) -> String {
    let text = lines.map { ($0.isEmpty ? sign : "\(sign) \($0)") + "\n" }.joined()
    return text.replacing("\u{1B}", with: "␛")  // so that nobody's terminal obeys a transcript
  }
}
