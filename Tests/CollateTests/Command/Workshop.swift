import Foundation
import Testing

@testable import Collate

/// A folder of its own for one test, gone when the test is over.
///
/// A class, since what it stands for outlives no copy: the folder goes with the last owner.
final class Workshop {
  let folder: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "collate-tests")
    let url = base.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  @discardableResult
  func subfolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  func contents(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// Names of all that is in the folder, hidden files too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// What one call of the program said and how it ended.
  struct Outcome {
    var output: [UInt8]
    var errors: String
    var code: Int32

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs the program in this process, its streams going to files.
  func run(_ words: String...) throws -> Outcome {
    let (out, err) = (path(".stdout"), path(".stderr"))
    defer { for file in [out, err] { try? FileManager.default.removeItem(atPath: file) } }
    try file(".stdout", "")
    try file(".stderr", "")
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    let console = Console(output: output.fileDescriptor, errors: errors.fileDescriptor)
    let code = Session.run(words, console: console)
    try output.close()
    try errors.close()
    return Outcome(
      output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: out))),
      errors: try contents(".stderr"), code: code.rawValue)
  }
}

/// The program as it was built beside the tests.
enum BuiltProgram {
  /// The folder that holds it: one of those around the test bundle.
  static func folder() throws -> String {
    var url = Bundle.module.bundleURL
    for _ in 0..<6 {
      url.deleteLastPathComponent()
      if FileManager.default.isExecutableFile(atPath: url.appending(path: "collate").path) {
        return url.path
      }
    }
    throw Missing()
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String { "the program collate is not beside the tests: run swift build" }
  }

  /// Runs a line of shell in a folder, with the program on the path and nothing else inherited.
  static func shell(_ line: String, in folder: String) throws -> Workshop.Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": try Self.folder() + ":/usr/bin:/bin"]
    let captured = try Workshop()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(
      forWritingTo: URL(fileURLWithPath: captured.file("out", "")))
    process.standardError = try FileHandle(
      forWritingTo: URL(fileURLWithPath: captured.file("err", "")))
    try process.run()
    process.waitUntilExit()
    return Workshop.Outcome(
      output: Array(try captured.contents("out").utf8), errors: try captured.contents("err"),
      code: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }
}
