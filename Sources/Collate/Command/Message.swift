/// One thing told to a person: where, what is wrong, and what to do about it.
struct Message: Sendable, Equatable {
  /// What a message means for the run.
  enum Severity: Sendable { case error, warning, note }

  var severity: Severity = .error
  /// `witnesses/M.txt:12:8`; nil where it concerns no file.
  var place: String?
  var what: String
  /// An instruction, or the choice there is; nil where nothing can be advised.
  var remedy: String?

  /// The line as it is printed: `place: what; remedy`.
  ///
  /// Names of files and what witnesses say may hold anything: no control character among it reaches
  /// the terminal, nor breaks the line.
  func line(colored: Bool) -> String {
    let place = ReportLine.visible(place ?? "collate")
    let what = ReportLine.visible(what)
    let warning = severity == .warning ? "warning: " : ""
    let end = remedy.map { "; " + ReportLine.visible($0) } ?? ""
    guard colored else { return "\(place): \(warning)\(what)\(end)" }
    let hue = severity == .error ? "31" : "33"
    let tinted = severity == .note ? what : "\u{1B}[\(hue)m\(warning)\(what)\u{1B}[0m"
    return "\u{1B}[1m\(place):\u{1B}[0m \(tinted)\(end)"
  }
}
