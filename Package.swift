// swift-tools-version: 6.2
import PackageDescription

/// The instruction set of the engine. The bits of every number are the same for each of them
/// (`make same-bits` shows it); only the speed differs.
let march = Context.environment["REGBOOK_MARCH"] ?? "native"

/// `Float` or `Double` builds the engine and its tests alone, with that as its number. In Double the
/// tests are the gradient checks, whose central differences need the digits; in Float there is the
/// benchmark too.
let real = Context.environment["REGBOOK_REAL"]

/// What every engine target is compiled with. `-fno-math-errno` lets a square root be one instruction.
let engine: [SwiftSetting] = [
  .unsafeFlags(
    ["-Xcc", "-march=\(march)", "-Xcc", "-fno-math-errno"]
      + (real == "Double" ? ["-D", "REGBOOK_DOUBLE"] : []))
]

let engineTargets: [Target] = [
  .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
  .target(name: "CTarget"),
  .target(name: "Numerics", swiftSettings: engine),
  .target(name: "Kernels", dependencies: ["Numerics", "CTarget"], swiftSettings: engine),
  .target(name: "Autograd", dependencies: ["Kernels"], swiftSettings: engine),
  .target(name: "Results", dependencies: ["Numerics"]),
  .target(name: "Datasets", dependencies: ["Autograd", "Results", "CZlib"], swiftSettings: engine),
  .target(name: "Training", dependencies: ["Autograd", "Datasets"], swiftSettings: engine),
]

let engineTests: [Target] = [
  .target(name: "Lab", dependencies: ["Training", "Datasets", "Results"]),
  .target(name: "CAllocations", path: "Tests/CAllocations"),
  .testTarget(
    name: "EngineTests", dependencies: ["Lab", "CAllocations"],
    resources: [.copy("References")], swiftSettings: engine),
]

let benchmark: [Target] = [
  .executableTarget(
    name: "benchmark", dependencies: ["Training"], path: "Benchmarks/Engine", swiftSettings: engine)
]

let gradientTests: [Target] = [
  .testTarget(name: "GradientTests", dependencies: ["Training"], swiftSettings: engine)
]

let toolTargets: [Target] = [
  .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
  .systemLibrary(name: "CDuktape", providers: [.apt(["duktape-dev"])]),
  .target(name: "Charts", dependencies: ["Results", "Numerics"]),
  .target(
    name: "BookKit",
    dependencies: [
      "Results", "Charts", "CCmark", "CDuktape",
      .product(name: "Yams", package: "Yams"),
      .product(name: "Mustache", package: "swift-mustache"),
      .product(name: "Subprocess", package: "swift-subprocess"),
    ],
    resources: [.copy("Theme")],
    // Linked into the tool, so that an installed regbook does not need cmark's package.
    linkerSettings: [.unsafeFlags(["-Xlinker", "-l:libcmark.a"])]),
  .executableTarget(
    name: "regbook",
    dependencies: [
      "BookKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),
  .testTarget(name: "ResultsTests", dependencies: ["Results"]),
  .testTarget(name: "ChartsTests", dependencies: ["Charts"], resources: [.copy("Golden")]),
  .testTarget(name: "BookKitTests", dependencies: ["BookKit"], resources: [.copy("Cases")]),
]

let package = Package(
  name: "regbook",
  products: real != nil
    ? []
    : [
      .executable(name: "regbook", targets: ["regbook"]),
      .library(name: "Lab", type: .dynamic, targets: ["Lab"]),
    ],
  dependencies: real != nil
    ? []
    : [
      .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
      .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
      .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
      .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
  targets: engineTargets
    + (real == "Double"
      ? gradientTests : real == "Float" ? engineTests + benchmark : engineTests + toolTargets),
  swiftLanguageModes: [.v6]
)
