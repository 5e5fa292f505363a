#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@main
struct Main {
  static func main() {
    Console.ignoreClosedPipes()
    exit(Session.run(Array(CommandLine.arguments.dropFirst()), console: .ofProcess()).rawValue)
  }
}
