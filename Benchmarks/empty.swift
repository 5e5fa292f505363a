// The least that a Swift program with Foundation costs: what start-up is measured against.
import Foundation

@main
struct Empty {
  static func main() {}
}
