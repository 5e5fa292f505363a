import Foundation

/// Plain `git` in a process of its own.
struct GitCommand {
  /// Where it runs.
  var folder: String
  /// A file for an index of its own.
  var index: String

  /// A hook inherits variables that lead git to where the commit is made, which need not be where
  /// the witnesses are. Its words do not follow the locale; paths are no patterns; and nothing that
  /// the repository has set up for commits runs.
  private var words: [String] {
    ["-u", "GIT_DIR", "-u", "GIT_WORK_TREE", "-u", "GIT_COMMON_DIR", "-u", "GIT_PREFIX"]
      + ["GIT_INDEX_FILE=\(index)", "LC_ALL=C", "GIT_LITERAL_PATHSPECS=1", "git", "-C", folder]
      + ["-c", "core.hooksPath=/dev/null", "-c", "core.splitIndex=false"]
      + ["-c", "core.fsmonitor=false"]
  }

  /// What one command of git writes, given `input`; throws where git is missing or refuses to show
  /// the revision.
  func run(
    _ command: [String], of revision: String, input: String? = nil
  ) throws(Failure) -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words + command
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput =
      try input.map { text throws(Failure) in try handle(of: text) }
      ?? FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw .check(.noGit) }
    // Errors of git are a line or two, so the pipe that waits cannot be full.
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return bytes
    case 127: throw .check(.noGit)
    default:
      throw .check(
        .git(revision: revision, path: folder, words: Self.firstLine(of: complaint)))
    }
  }

  /// A text to be read, from a file, since a pipe would wait for its reader.
  private func handle(of text: String) throws(Failure) -> FileHandle {
    let path = index + ".input"
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)),
      let handle = FileHandle(forReadingAtPath: path)
    else { throw .check(.noTemporaryFolder) }
    return handle
  }

  private static func firstLine(of complaint: Data) -> String {
    let line = String(decoding: complaint, as: UTF8.self).split(separator: "\n").first ?? ""
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : String(line)
  }
}
