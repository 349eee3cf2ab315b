// swift-tools-version: 6.1
import PackageDescription

// The arrows of ARCHITECTURE.md: each target names everything it may see, so the compiler keeps them downhill.
let package = Package(
  name: "tapescript",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tapescript", targets: ["tapescript"]),
    .executable(name: "tapescript-bench", targets: ["tapescript-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "SourceText"),
    .target(name: "JSON", dependencies: ["SourceText"]),
    .target(name: "Transcript", dependencies: ["SourceText"]),
    .target(name: "Formats", dependencies: ["SourceText", "Transcript"]),
    .target(name: "Rules", dependencies: ["SourceText", "Transcript"]),
    .target(name: "Features", dependencies: ["SourceText", "Transcript"]),
    .target(name: "Configuration", dependencies: ["JSON", "SourceText", "Transcript", "Formats", "Rules"]),
    .target(name: "LSP", dependencies: ["JSON", "SourceText"]),
    .target(name: "Platform"),
    .target(name: "Files", dependencies: ["Platform", "Configuration"]),
    .target(
      name: "Workspace",
      dependencies: ["SourceText", "Transcript", "Formats", "Rules", "Configuration", "Platform", "Files"]),
    .target(
      name: "Server",
      dependencies: [
        "JSON", "LSP", "SourceText", "Transcript", "Formats", "Rules", "Features", "Configuration", "Platform", "Files",
        "Workspace",
      ]),
    .executableTarget(
      name: "tapescript",
      dependencies: [
        "JSON", "SourceText", "Transcript", "Formats", "Rules", "Features", "Configuration", "Platform", "Files",
        "Workspace", "Server",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "tapescript-bench",
      dependencies: [
        "SourceText", "Transcript", "Formats", "Rules", "RulePages", "Features", "Platform", "Files", "Server",
        "SeededRandom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "SeededRandom"),
    // The examples of the rules' pages, for the tests and the bench.
    .target(name: "RulePages", dependencies: ["SourceText", "Transcript", "Formats", "Rules"]),
    .target(
      name: "Support", dependencies: ["SourceText", "Transcript", "Formats", "Rules", "SeededRandom"],
      path: "Tests/Support"),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "SeededRandom"]),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "Support"]),
    .testTarget(name: "TranscriptTests", dependencies: ["Transcript", "Formats", "Support"]),
    .testTarget(
      name: "FormatsTests",
      dependencies: ["Formats", "Support", .product(name: "Yams", package: "Yams")],
      exclude: ["Corpus", "Detection"]),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "RulePages", "Formats", "Support"]),
    .testTarget(name: "FeaturesTests", dependencies: ["Features", "Formats", "SeededRandom", "Support"]),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "Rules", "Formats", "Support"]),
    .testTarget(name: "WorkspaceTests", dependencies: ["Workspace", "Support"]),
    .testTarget(name: "LSPTests", dependencies: ["LSP", "JSON", "SeededRandom"]),
    // The tool runs beside the server: both must say the same.
    .testTarget(
      name: "ServerTests", dependencies: ["Server", "JSON", "LSP", "Support", "tapescript"], exclude: ["Profiles"]),
    .testTarget(name: "TapescriptTests", dependencies: ["tapescript", "Support"]),
    .testTarget(
      name: "BenchTests", dependencies: ["tapescript-bench", "RulePages", "Rules", "Formats", "SourceText", "Support"]),
    .testTarget(name: "HouseTests", dependencies: ["Rules", "Support"]),
  ],
  swiftLanguageModes: [.v6]
)
