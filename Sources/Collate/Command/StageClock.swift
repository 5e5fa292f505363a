#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The stages of a run and how long each took, for `--verbose` and for the progress line.
struct StageClock {
  private var times: [(name: String, milliseconds: Double)] = []
  private let progress: ProgressLine?

  /// Shows nothing.
  init() { progress = nil }

  /// Shows progress on the console's errors if a person looks at them and wants to know.
  init(console: Console, isQuiet: Bool) {
    progress = isQuiet || !console.errorsAreTerminal ? nil : ProgressLine(console)
  }

  /// Does a stage's work and remembers how long it took; `size` says how much work it is.
  mutating func measure<Value>(
    _ name: String, of size: String? = nil, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    progress?.show(size.map { "\(name) \($0)" } ?? name)
    let start = Self.now
    defer { times.append((name, Self.now - start)) }
    return try work()
  }

  /// Takes the progress line away; nothing else may be written to a terminal before.
  func endProgress() { progress?.end() }

  /// `read 1.2 ms, align 30.4 ms, …; 50.1 ms in all`.
  var summary: String {
    let parts = times.map { "\($0.name) \(Self.rounded($0.milliseconds)) ms" }
    let sum = times.reduce(0) { $0 + $1.milliseconds }
    return parts.joined(separator: ", ") + "; \(Self.rounded(sum)) ms in all"
  }

  private static func rounded(_ milliseconds: Double) -> Double {
    (milliseconds * 10).rounded() / 10
  }

  /// Milliseconds on a clock that never goes back.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
