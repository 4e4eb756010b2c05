// swift-tools-version: 6.2
import PackageDescription

/// One list for every target: language features that are the default tomorrow, and no warning let through.
let settings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let targets: [Target] = [
    // targets begin
    .systemLibrary(name: "CJSON", path: "Sources/CJSON", pkgConfig: "json-c", providers: [.apt(["libjson-c-dev"])]),
    .systemLibrary(
        name: "CPCRE2",
        path: "Sources/CPCRE2",
        pkgConfig: "libpcre2-8",
        providers: [.apt(["libpcre2-dev"])]
    ),
    .target(name: "Wording", dependencies: []),
    .target(name: "JSON", dependencies: ["CJSON"]),
    .target(name: "JSONSchema", dependencies: ["CPCRE2", "JSON"]),
    .target(name: "MCP", dependencies: ["JSON"]),
    .target(
        name: "MCPConnection",
        dependencies: [
            "JSON", "MCP",
            .product(name: "Subprocess", package: "swift-subprocess"),
            .product(name: "SystemPackage", package: "swift-system"),
        ]
    ),
    // Without MCPConnection, so that openwork-mock links nothing that it does not run.
    .target(name: "MockMCP", dependencies: ["JSON", "MCP", "Wording"], path: "MockServers/MockMCP"),
    .target(name: "MockMCPChannel", dependencies: ["MCPConnection", "MockMCP"], path: "MockServers/MockMCPChannel"),
    .target(name: "Conformance", dependencies: ["JSON", "JSONSchema", "MCP", "MCPConnection", "MockMCP", "Wording"]),
    // Without ArgumentParser, which brings FoundationEssentials: it starts in half the time and 3 MiB less.
    .executableTarget(
        name: "openwork-mock",
        dependencies: ["JSON", "MockMCP", "Wording"],
        path: "MockServers/openwork-mock"
    ),
    .executableTarget(
        name: "openwork-conform",
        dependencies: [
            "Conformance", "JSON", "MCP", "MCPConnection", "MockMCP",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]
    ),
    .executableTarget(name: "JSONBenchmark", dependencies: ["JSON", "CJSON"], path: "Benchmarks/JSONBenchmark"),
    .testTarget(name: "WordingTests", dependencies: ["Wording"]),
    .testTarget(name: "JSONTests", dependencies: ["CJSON", "JSON"]),
    .testTarget(name: "JSONSchemaTests", dependencies: ["JSON", "JSONSchema"]),
    .testTarget(name: "MCPTests", dependencies: ["JSON", "JSONSchema", "MCP"]),
    .testTarget(name: "MCPConnectionTests", dependencies: ["JSON", "MCP", "MCPConnection"]),
    .testTarget(name: "MockMCPTests", dependencies: ["JSON", "JSONSchema", "MCP", "MockMCP"]),
    .testTarget(
        name: "MockMCPChannelTests",
        dependencies: ["JSON", "MCP", "MCPConnection", "MockMCP", "MockMCPChannel"]
    ),
    .testTarget(
        name: "ConformanceTests",
        dependencies: [
            "Conformance", "JSON", "JSONSchema", "MCP", "MCPConnection", "MockMCP", "MockMCPChannel", "openwork-mock",
        ]
    ),
    .testTarget(name: "HouseTests", dependencies: []),
    .testTarget(name: "ExternalTests", dependencies: ["JSON", "JSONSchema", "MCP"]),
    .testTarget(
        name: "CommandTests",
        dependencies: ["JSON", "MCP", "MCPConnection", "MockMCP", "openwork-conform", "openwork-mock"]
    ),
    // targets end
]

for target in targets where target.type != .system {
    target.swiftSettings = settings
}

let package = Package(
    name: "openwork",
    products: [
        // products begin
        .executable(name: "openwork-conform", targets: ["openwork-conform"]),
        .executable(name: "openwork-mock", targets: ["openwork-mock"]),
        .library(name: "MockMCP", targets: ["MockMCP"]),
        // products end
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: targets,
    swiftLanguageModes: [.v6]
)
