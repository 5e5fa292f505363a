// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "collate",
  products: [
    .executable(name: "collate", targets: ["Collate"]),
    .library(name: "Diff", targets: ["Diff"]),
  ],
  targets: [
    .target(name: "Diff", swiftSettings: strict),
    .executableTarget(name: "Collate", dependencies: ["Diff"], swiftSettings: strict),
    .testTarget(name: "DiffTests", dependencies: ["Diff"], swiftSettings: strict),
    .testTarget(
      name: "CollateTests", dependencies: ["Collate", "Diff"], resources: [.copy("Fixtures")],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
