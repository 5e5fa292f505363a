/// What the program tells the shell; nothing else ever ends it.
enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case differences = 1
  case trouble = 2

  /// What help says of it.
  var summary: String {
    switch self {
    case .done: "done; with check or --exit-code: nothing found"
    case .differences: "check, --exit-code: drift or differences found"
    case .trouble: "trouble: wrong usage, unreadable input, a file that could not be written"
    }
  }
}
