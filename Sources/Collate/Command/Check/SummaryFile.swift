#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file to which a page about a check is appended.
///
/// Unlike other outputs it is not replaced: GitHub's summary of a step is one file into which all
/// that runs in the step may write.
struct SummaryFile: Sendable {
  let target: OutputTarget

  /// Proves that the file can be written.
  init(_ path: String) throws(Failure) {
    target = try attempt(Failure.file) { () throws(FileError) in try OutputTarget(path) }
  }

  /// Appends a page that keeps the file within what GitHub takes; makes the file where there is
  /// none.
  func append(_ report: DriftReport) throws(Failure) {
    try attempt(Failure.file) { () throws(FileError) in
      let descriptor = open(target.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        throw FileError(path: target.written, reason: .system(code: errno))
      }
      defer { close(descriptor) }
      let page = page(of: report, behind: size(of: descriptor))
      do throws(StreamError) { try Console.write(page[...], to: descriptor) } catch {
        throw FileError(path: target.written, reason: .system(code: error.code))
      }
    }
  }

  private func page(of report: DriftReport, behind size: Int) -> [UInt8] {
    var writer = MarkdownSummary()
    writer.limit = max(0, writer.limit - size)
    var out = Output()
    writer.write(report, into: &out)
    return out.bytes
  }

  /// Bytes that an ordinary file has; 0 for a pipe.
  private func size(of descriptor: Int32) -> Int {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
  }
}
