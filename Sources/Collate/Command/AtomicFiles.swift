#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes files whole or not at all.
///
/// Each goes into a temporary file beside its target first. Only when all of them are whole and on
/// the disk are they renamed, so that a failure leaves what was there before. Ctrl-C is held back
/// while temporary files exist and takes them along.
enum AtomicFiles {
  /// A file to be and its bytes.
  struct File: Sendable {
    var target: OutputTarget
    var bytes: [UInt8]
  }

  /// Writes all files, or none of them but for a disk that fails between two renames.
  static func write(_ files: [File]) throws(FileError) {
    guard !files.isEmpty else { return }
    let signals = HeldSignals()
    var temporaries: [String] = []
    defer {
      for path in temporaries { unlink(path) }
      signals.release()
    }
    for file in files {
      if case .special = file.target.existing { continue }
      temporaries.append(
        try writeTemporary(file, number: temporaries.count, heeding: signals))
    }
    for file in files {
      if case .special = file.target.existing {
        try writeInPlace(file)
      } else {
        try rename(temporaries.removeFirst(), to: file.target)
      }
    }
  }

  /// Puts the bytes into a new file in the target's folder and gives its path.
  private static func writeTemporary(
    _ file: File, number: Int, heeding signals: HeldSignals
  ) throws(FileError) -> String {
    let (descriptor, path) = try openTemporary(for: file.target, number: number)
    do throws(StreamError) {
      defer { close(descriptor) }
      if case .file(_, let mode) = file.target.existing { fchmod(descriptor, mode_t(mode)) }
      try fill(descriptor, with: file.bytes, heeding: signals)
      guard fsync(descriptor) == 0 else { throw .failed(code: errno) }
      return path
    } catch {
      unlink(path)
      if let signal = signals.arrived {
        throw FileError(path: file.target.written, reason: .interrupted(signal: signal))
      }
      throw FileError(path: file.target.written, reason: .system(code: error.code))
    }
  }

  /// Opens a file that nobody else has; its permissions are those of any new file.
  ///
  /// All temporary files of a run are there at the same time: each begins with its own number.
  private static func openTemporary(
    for target: OutputTarget, number: Int
  ) throws(FileError) -> (descriptor: Int32, path: String) {
    for attempt in number..<number + 100 {
      let path = "\(target.folder)/.collate-\(getpid())-\(attempt).tmp"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, path) }
      guard errno == EEXIST else {
        throw FileError(
          path: target.written, reason: .folderRefuses(target.folder, code: errno))
      }
    }
    throw FileError(path: target.written, reason: .folderRefuses(target.folder, code: EEXIST))
  }

  /// Writes in pieces, so that Ctrl-C need not wait for the last byte of a large file.
  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], heeding signals: HeldSignals
  ) throws(StreamError) {
    let piece = 8 << 20  // a hundredth of a second or so on an ordinary disk
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try Console.write(bytes[start..<min(start + piece, bytes.count)], to: descriptor)
      if signals.arrived != nil { throw .failed(code: EINTR) }
    }
  }

  /// Puts a finished file in the place of its target.
  private static func rename(_ temporary: String, to target: OutputTarget) throws(FileError) {
    #if canImport(Darwin)
      let result = Darwin.rename(temporary, target.path)
    #elseif canImport(Musl)
      let result = Musl.rename(temporary, target.path)
    #else
      let result = Glibc.rename(temporary, target.path)
    #endif
    guard result == 0 else {
      let code = errno
      unlink(temporary)
      throw FileError(path: target.written, reason: .system(code: code))
    }
  }

  /// Writes into a pipe or a device, which must not be replaced by a file.
  private static func writeInPlace(_ file: File) throws(FileError) {
    let descriptor = open(file.target.path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError(path: file.target.written, reason: .system(code: errno))
    }
    defer { close(descriptor) }
    do {
      try Console.write(file.bytes[...], to: descriptor)
    } catch {
      guard error != .closed else { return }  // whoever read the pipe had enough
      throw FileError(path: file.target.written, reason: .system(code: error.code))
    }
  }
}
