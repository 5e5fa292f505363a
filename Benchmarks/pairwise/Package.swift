// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "pairwise",
  dependencies: [.package(name: "collate", path: "../..")],
  targets: [
    .executableTarget(
      name: "pairwise", dependencies: [.product(name: "Diff", package: "collate")])
  ],
  swiftLanguageModes: [.v6]
)
