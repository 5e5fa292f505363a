#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where results and messages go: two file descriptors, and what may be done with them.
struct Console: Sendable {
  var output: Int32 = 1
  var errors: Int32 = 2
  /// `NO_COLOR` is set to something, or the terminal is dumb; all that the environment may say.
  var refusesColor = false
  /// Whether messages may be colored.
  var usesColor = false
  /// Whether results may be.
  var colorsOutput = false

  /// The console of the process.
  static func ofProcess() -> Console {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return Console(refusesColor: !variable("NO_COLOR").isEmpty || variable("TERM") == "dumb")
  }

  /// Whether a person looks at the messages.
  var errorsAreTerminal: Bool { isatty(errors) == 1 }

  /// Settles color by the value of `--color`.
  mutating func setColor(_ choice: String?) {
    switch choice {
    case "always": (usesColor, colorsOutput) = (true, true)
    case "never": (usesColor, colorsOutput) = (false, false)
    default:
      usesColor = errorsAreTerminal && !refusesColor
      colorsOutput = isatty(output) == 1 && !refusesColor
    }
  }

  /// Writes a result in big chunks.
  func write(_ bytes: [UInt8]) throws(StreamError) {
    try Self.write(bytes[...], to: output)
  }

  /// Writes a line for people. A message that cannot be written has nobody to tell it to.
  func tell(_ line: String) {
    try? Self.write(Array((line + "\n").utf8)[...], to: errors)
  }

  /// Writes all of `bytes`; a call that a signal interrupted goes on where it stopped.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(StreamError) {
    var rest = bytes
    while !rest.isEmpty {
      let (count, code) = rest.withUnsafeBytes { buffer in
        // One call takes less than 2 GiB on every system.
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
        #else
          let count = Glibc.write(descriptor, buffer.baseAddress, min(buffer.count, 1 << 30))
        #endif
        return (count, errno)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if code == EPIPE {
        throw .closed
      } else if code != EINTR {
        throw .failed(code: code)
      }
    }
  }

  /// Makes writing into a closed pipe, or past the size that a file may have, an error that `write`
  /// can see, in place of a deadly signal that would leave temporary files behind.
  static func ignoreDeadlyWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}

/// Why a stream took no more bytes.
enum StreamError: Error, Equatable {
  /// Nobody reads the pipe any more; no error to the person who closed it.
  case closed
  /// `code` is the system's `errno`.
  case failed(code: Int32)

  /// The system's `errno`.
  var code: Int32 {
    switch self {
    case .closed: EPIPE
    case .failed(let code): code
    }
  }
}
