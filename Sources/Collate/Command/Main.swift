#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the process begins and ends; all else is in `Session`, which tests can call.
@main
struct Main {
  /// Runs the arguments and leaves with their exit code.
  static func main() {
    Console.ignoreDeadlyWrites()
    exit(Session.run(Array(CommandLine.arguments.dropFirst()), console: .ofProcess()).rawValue)
  }
}
