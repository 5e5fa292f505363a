import Foundation

/// What the system calls a folder.
enum FolderName {
  /// The whole path without `.` and `..`.
  static func real(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The whole path with no link in it.
  static func physical(of path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
