import Foundation

/// What the system calls a folder.
enum FolderName {
  /// The whole path without `.` and `..`.
  static func real(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
