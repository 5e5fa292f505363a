// Files and the environment are Foundation's.
import Foundation
import Testing

/// Expected outputs that stand as files in `Tests/CollateTests/Fixtures`.
///
/// To record them anew, read the difference before you commit it:
///
///     COLLATE_RECORD=1 swift test --filter Golden
///
/// A run that records fails, so that none passes by accident.
enum Golden {
  /// Compares an output with the file of a name such as `Write/model-negative.txt`.
  static func check(
    _ output: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["COLLATE_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(
      output == expected,
      "\(name) differs; `COLLATE_RECORD=1 swift test --filter Golden` renews it",
      sourceLocation: sourceLocation)
  }

  /// The folder in the sources, not its copy in the build, so that recording changes what is kept.
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
}
