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
    .target(name: "Dates", dependencies: []),
    .target(name: "Simulation", dependencies: []),
    .target(name: "JSON", dependencies: ["CJSON"]),
    .target(name: "JSONSchema", dependencies: ["CPCRE2", "JSON"]),
    .target(name: "MCP", dependencies: ["JSON"]),
    // A target in C, because one in Swift gets an accessor for its resources that brings Foundation.
    .target(
        name: "CRegistryFiles",
        path: "Sources/Registry",
        sources: ["Files"],
        resources: [.copy("Catalogue"), .copy("Roles")],
        publicHeadersPath: "Files/include"
    ),
    // The dashboard lies in the daemon itself, so that no folder has to be found at run time; C embeds it in no time.
    .target(
        name: "CDashboardFiles",
        path: "Sources/Dashboard",
        exclude: ["Files"],
        sources: ["dashboard_files.c"],
        publicHeadersPath: "include"
    ),
    .target(name: "Redaction", dependencies: ["JSON"]),
    .target(name: "Fixtures", dependencies: ["JSON", "MCP", "Redaction"]),
    // What a list of tools may hide; low, so that checks, drift and gateway judge alike.
    .target(name: "Vetting", dependencies: ["JSON"]),
    .target(
        name: "Drift",
        dependencies: [
            "Fixtures", "JSON", "JSONSchema", "Registry", "Wording",
            .product(name: "Crypto", package: "swift-crypto"),
        ]
    ),
    .target(
        name: "Registry",
        dependencies: ["CRegistryFiles", "JSON", "MCP", "Wording"],
        exclude: ["Catalogue", "Files", "Roles"]
    ),
    .target(name: "RegistryLint", dependencies: ["JSON", "JSONSchema", "Registry", "Wording"]),
    // Starting a process, as far as only C can say it.
    .target(name: "CProcess"),
    .target(name: "MCPConnection", dependencies: ["CProcess", "JSON", "MCP"]),
    // Apart from MCPConnection, so that whoever speaks over pipes only links no network.
    .target(
        name: "MCPHTTP",
        dependencies: [
            "Dates", "JSON", "MCP", "MCPConnection",
            .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ]
    ),
    .target(
        name: "MCPAuthorization",
        dependencies: [
            "JSON", "MCPHTTP",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    .target(
        name: "MockVendors",
        dependencies: [
            "Dates", "JSON", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP", "Registry",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        path: "MockServers/MockVendors"
    ),
    .target(
        name: "MockEverything",
        dependencies: [
            "JSON", "JSONSchema", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        path: "MockServers/MockEverything"
    ),
    .target(
        name: "Recording",
        dependencies: [
            "Drift", "Fixtures", "Health", "JSON", "MCP", "MCPConnection", "MCPHTTP", "MockMCP", "Redaction",
            "Registry",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    // Without MCPConnection, so that openwork-mock links nothing that it does not run.
    .target(
        name: "MockMCP",
        dependencies: ["Fixtures", "JSON", "MCP", "Registry", "Wording"],
        path: "MockServers/MockMCP"
    ),
    .target(
        name: "MockCommands",
        dependencies: ["Fixtures", "JSON", "MockMCP", "Registry", "Wording"],
        path: "MockServers/MockCommands"
    ),
    // Apart from MockMCP for the same reason: only the executable beside openwork-mock links it.
    .target(
        name: "MockMCPHTTP",
        dependencies: [
            "Dates", "JSON", "MCP", "MCPConnection", "MCPHTTP", "MockMCP", "Registry",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        path: "MockServers/MockMCPHTTP"
    ),
    .target(name: "MockMCPChannel", dependencies: ["MCPConnection", "MockMCP"], path: "MockServers/MockMCPChannel"),
    .target(name: "Health", dependencies: ["Dates", "JSON", "JSONSchema", "Redaction", "Registry"]),
    .target(
        name: "Probing",
        dependencies: [
            "Health", "JSON", "MCP", "MCPConnection", "MCPHTTP", "Registry",
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]
    ),
    .target(
        name: "Install",
        dependencies: ["Health", "JSON", "MCPConnection", "Redaction", "Registry", "Wording"]
    ),
    .target(
        name: "Conformance",
        dependencies: [
            "Fixtures", "Health", "Install", "JSON", "JSONSchema", "MCP", "MCPAuthorization", "MCPConnection",
            "MCPHTTP",
            "MockMCP", "MockMCPChannel", "MockMCPHTTP", "MockVendors", "Probing", "Recording", "Redaction", "Registry",
            "RegistryLint", "Simulation", "Vetting", "Wording",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Yams", package: "Yams"),
        ]
    ),
    .target(
        name: "Scaffolding",
        dependencies: ["Fixtures", "JSON", "Registry"]
    ),
    // What becomes of a report; the page's style and script are files of their own.
    .target(
        name: "Reporting",
        dependencies: [
            "Conformance", "Health", "JSON", "MCP",
            .product(name: "Crypto", package: "swift-crypto"),
        ],
        resources: [.embedInCode("Page/Files")]
    ),
    // REST operations as tools; its skill files are embedded, so that no bundle has to be found at run time.
    .target(
        name: "Skills",
        dependencies: [
            "Redaction",
            "Dates", "JSON", "JSONSchema", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP", "Wording",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Yams", package: "Yams"),
        ],
        resources: [.embedInCode("Files")]
    ),
    // Without ArgumentParser, which brings FoundationEssentials: it starts in half the time and 3 MiB less.
    .executableTarget(
        name: "openwork-mock",
        dependencies: ["JSON", "MockCommands", "MockMCP"],
        path: "MockServers/openwork-mock",
        // Nothing to load or to relocate: it starts in two thirds of the time, hundreds of times in one run.
        linkerSettings: [
            .unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release))
        ]
    ),
    .executableTarget(
        name: "openwork-mock-everything",
        dependencies: [
            "JSON", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP", "MockCommands", "MockEverything", "MockMCP",
            "MockMCPHTTP", "MockVendors", "Registry", "Wording",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ],
        path: "MockServers/openwork-mock-everything"
    ),
    .executableTarget(
        name: "openwork-conform",
        dependencies: [
            "Conformance", "Drift", "Fixtures", "Install", "JSON", "MCP", "MCPConnection", "MCPHTTP", "Recording",
            "Redaction", "Registry", "RegistryLint", "Reporting", "Scaffolding", "Vetting", "Wording",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Subprocess", package: "swift-subprocess"),
        ]
    ),
    // What reads the input of others, under one name each, for the fuzzer and for the tests of its seeds.
    .target(
        name: "FuzzTargets",
        dependencies: [
            "ClientFiles", "Conformance", "DaemonAPI", "Fixtures", "JSON", "JSONSchema", "MCP", "MCPConnection",
            "MCPHTTP", "Registry", "RegistryLint", "Skills",
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ],
        path: "Fuzz/FuzzTargets"
    ),
    .executableTarget(
        name: "openwork-fuzz",
        dependencies: ["FuzzTargets", "Registry"],
        path: "Fuzz/openwork-fuzz"
    ),
    // How often, and how late, a wrong state is shown: measured against the declared table of faults.
    .target(
        name: "Accuracy",
        dependencies: [
            "Conformance", "Health", "JSON", "MCP", "MCPConnection", "MockMCP", "MockMCPChannel", "Probing", "Registry",
            "Simulation",
        ]
    ),
    .executableTarget(
        name: "HealthAccuracy",
        dependencies: [
            "Accuracy", "Conformance", "Health", "JSON", "MCP", "MCPConnection", "MCPHTTP", "Registry",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        path: "Benchmarks/HealthAccuracy"
    ),
    .executableTarget(name: "JSONBenchmark", dependencies: ["JSON", "CJSON"], path: "Benchmarks/JSONBenchmark"),
    .executableTarget(
        name: "GatewayBenchmark",
        dependencies: [
            "JSON",
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
        ],
        path: "Benchmarks/GatewayBenchmark"
    ),
    .target(
        name: "TestSupport",
        dependencies: ["JSON", "JSONSchema", "MCP", "MCPConnection"],
        path: "Tests/TestSupport"
    ),
    .target(
        name: "HTTPTestSupport",
        dependencies: [
            "JSON", "MCP", "MCPConnection", "MCPHTTP", "TestSupport",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "NIOCore", package: "swift-nio"),
        ],
        path: "Tests/HTTPTestSupport"
    ),
    .target(
        name: "Supervision",
        dependencies: [
            "Dates", "Gateway", "Health", "Install", "JSON", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP",
            "Probing", "Redaction", "Registry", "Skills", "Store",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Logging", package: "swift-log"),
        ]
    ),
    .target(
        name: "Gateway",
        dependencies: [
            "Drift", "JSON", "MCP", "MCPConnection", "MCPHTTP", "Vetting",
            .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            .product(name: "Crypto", package: "swift-crypto"),
        ]
    ),
    // The files of MCP clients: read, held against the registry, and changed without touching the rest.
    .target(
        name: "ClientFiles",
        dependencies: ["JSON", "Redaction", "Registry", .product(name: "TOMLKit", package: "TOMLKit")]
    ),
    // What the wizard of the command line asks and in which order, and the file that answers in its place.
    .target(name: "Setup", dependencies: ["JSON", "Wording", .product(name: "Yams", package: "Yams")]),
    .target(name: "DaemonAPI", dependencies: ["Dates", "Health", "JSON", "Registry", "Wording"]),
    .target(
        name: "Daemon",
        dependencies: [
            "CDashboardFiles", "ClientFiles", "DaemonAPI", "Dates", "Drift", "Gateway", "Health", "Install", "JSON",
            "JSONSchema", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP", "Probing", "Redaction", "Registry",
            "RegistryLint", "Scaffolding", "Skills", "Store", "Supervision", "Wording",
            .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ]
    ),
    .target(
        name: "Store",
        dependencies: [
            "Health", "JSON", "Registry",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "GRDB", package: "GRDB.swift"),
        ]
    ),
    .executableTarget(
        name: "openworkd",
        dependencies: [
            "Daemon", "MCP", "MCPConnection", "MCPHTTP", "Registry", "Store",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ]
    ),
    .executableTarget(
        name: "openwork",
        dependencies: [
            "ClientFiles", "DaemonAPI", "Health", "JSON", "MCP", "MCPConnection", "MCPHTTP", "Registry", "Setup",
            "Wording",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]
    ),
    .testTarget(
        name: "AccuracyTests",
        dependencies: ["Accuracy", "Conformance", "Health", "JSON", "Redaction", "Registry", "TestSupport"]
    ),
    .testTarget(name: "TestSupportTests", dependencies: ["JSON", "MCP", "MCPConnection", "TestSupport"]),
    .testTarget(name: "WordingTests", dependencies: ["Wording"]),
    .testTarget(name: "DatesTests", dependencies: ["Dates"]),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
    .testTarget(name: "JSONTests", dependencies: ["CJSON", "JSON"]),
    .testTarget(name: "JSONSchemaTests", dependencies: ["JSON", "JSONSchema"]),
    .testTarget(name: "MCPTests", dependencies: ["JSON", "JSONSchema", "MCP"]),
    .testTarget(name: "VettingTests", dependencies: ["JSON", "Vetting"]),
    .testTarget(name: "RegistryTests", dependencies: ["JSON", "JSONSchema", "MCP", "Registry", "TestSupport"]),
    .testTarget(
        name: "RegistryLintTests",
        dependencies: ["JSON", "JSONSchema", "Registry", "RegistryLint", "TestSupport"]
    ),
    .testTarget(name: "DriftTests", dependencies: ["Drift", "Fixtures", "JSON", "Registry", "TestSupport"]),
    .testTarget(name: "RedactionTests", dependencies: ["JSON", "Redaction", "TestSupport"]),
    .testTarget(name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "Registry", "TestSupport"]),
    .testTarget(name: "FixturesTests", dependencies: ["Redaction", "Fixtures", "JSON", "MCP", "TestSupport"]),
    .testTarget(name: "MCPConnectionTests", dependencies: ["JSON", "MCP", "MCPConnection", "TestSupport"]),
    .testTarget(
        name: "MCPHTTPTests",
        dependencies: [
            "HTTPTestSupport", "JSON", "JSONSchema", "MCP", "MCPConnection", "MCPHTTP", "TestSupport",
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HummingbirdHTTP2", package: "hummingbird"),
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        exclude: ["Interop/Fixtures"]
    ),
    .testTarget(
        name: "MCPAuthorizationTests",
        dependencies: [
            "HTTPTestSupport", "JSON", "MCP", "MCPConnection", "MCPHTTP", "MCPAuthorization", "MockVendors",
            "TestSupport",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    .testTarget(
        name: "MockVendorsTests",
        dependencies: [
            "JSON", "MCPAuthorization", "MCPHTTP", "MockVendors", "Registry", "TestSupport",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]
    ),
    .testTarget(
        name: "MockEverythingTests",
        dependencies: [
            "Conformance", "Gateway", "HTTPTestSupport", "JSON", "JSONSchema", "MCP", "MCPAuthorization",
            "MCPConnection", "MCPHTTP", "MockEverything", "MockVendors", "TestSupport", "openwork-mock-everything",
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        exclude: ["Interop/client.py"]
    ),
    .testTarget(
        name: "RecordingTests",
        dependencies: [
            "Drift", "Fixtures", "HTTPTestSupport", "Health", "JSON", "MCP", "MCPConnection", "MCPHTTP",
            "MockEverything", "Recording", "Redaction", "Registry", "TestSupport", "openwork-mock",
            "openwork-mock-everything",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
        ],
        exclude: ["Interop/client.py"]
    ),
    .testTarget(
        name: "MockMCPTests",
        dependencies: ["Fixtures", "JSON", "JSONSchema", "MCP", "MockMCP", "Registry", "TestSupport"]
    ),
    .testTarget(
        name: "MockMCPChannelTests",
        dependencies: ["JSON", "MCP", "MCPConnection", "MockMCP", "MockMCPChannel", "TestSupport"]
    ),
    .testTarget(
        name: "MockMCPHTTPTests",
        dependencies: [
            "JSON", "MCP", "MCPConnection", "MCPHTTP", "MockMCP", "MockMCPHTTP", "Probing", "Registry", "TestSupport",
            "openwork-mock", "openwork-mock-everything",
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]
    ),
    .testTarget(
        name: "ConformanceTests",
        dependencies: [
            "Conformance", "Fixtures", "HTTPTestSupport", "Health", "Install", "JSON", "JSONSchema", "MCP",
            "MCPAuthorization", "MCPConnection", "MCPHTTP", "MockEverything", "MockMCP", "MockMCPChannel",
            "MockVendors", "Probing", "Recording", "Redaction", "Registry", "RegistryLint", "Reporting", "TestSupport",
            "openwork-mock", "openwork-mock-everything",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    .testTarget(
        name: "ScaffoldingTests",
        dependencies: ["Fixtures", "JSON", "Registry", "Scaffolding"]
    ),
    .testTarget(
        name: "ReportingTests",
        dependencies: ["Conformance", "Health", "JSON", "MCP", "Reporting", "TestSupport"]
    ),
    .testTarget(name: "HealthTests", dependencies: ["Health", "JSON", "Redaction", "Registry"]),
    .testTarget(
        name: "ProbingTests",
        dependencies: [
            "HTTPTestSupport", "Health", "JSON", "MCP", "MCPConnection", "MCPHTTP", "MockMCP", "MockMCPChannel",
            "Probing", "Registry", "Simulation", "TestSupport", "openwork-mock",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    .testTarget(
        name: "InstallTests",
        dependencies: [
            "Install", "JSON", "MockVendors", "Registry",
            .product(name: "Logging", package: "swift-log"),
        ]
    ),
    .testTarget(
        name: "SkillsTests",
        dependencies: [
            "HTTPTestSupport", "JSON", "JSONSchema", "MCP", "MCPAuthorization", "MCPConnection", "MCPHTTP",
            "MockVendors", "Skills", "TestSupport",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
        ]
    ),
    .testTarget(name: "HouseTests", dependencies: []),
    .testTarget(
        name: "ExternalTests",
        dependencies: ["Conformance", "JSON", "JSONSchema", "MCP", "Registry", "TestSupport"]
    ),
    .testTarget(
        name: "CommandTests",
        dependencies: [
            "Fixtures", "JSON", "MCP", "MCPConnection", "MCPHTTP", "MockMCP", "MockVendors", "TestSupport",
            "openwork", "openwork-conform", "openwork-mock", "openwork-mock-everything", "openworkd",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Yams", package: "Yams"),
        ],
        exclude: ["role_client.py"]
    ),
    .testTarget(
        name: "SupervisionTests",
        dependencies: [
            "Gateway", "Health", "HTTPTestSupport", "Install", "JSON", "MCP", "MCPConnection", "MCPHTTP", "MockMCP",
            "MockMCPChannel",
            "MockVendors", "Probing", "Redaction", "Registry", "Simulation", "Store", "Supervision", "TestSupport",
            "openwork-mock",
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Logging", package: "swift-log"),
        ]
    ),
    .testTarget(
        name: "GatewayTests",
        dependencies: ["Drift", "Gateway", "JSON", "MCP", "MCPConnection", "MockEverything", "TestSupport", "Vetting"]
    ),
    .testTarget(
        name: "DaemonTests",
        dependencies: [
            "Daemon", "DaemonAPI", "Gateway", "Health", "Install", "JSON", "JSONSchema", "MCP", "MCPAuthorization",
            "MCPConnection", "MCPHTTP", "MockEverything", "MockVendors", "Probing", "Registry", "Skills", "Store",
            "Supervision", "TestSupport", "openwork", "openwork-mock",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    .testTarget(name: "ClientFilesTests", dependencies: ["ClientFiles", "JSON", "Registry"]),
    .testTarget(name: "SetupTests", dependencies: ["JSON", "Setup"]),
    .testTarget(name: "DaemonAPITests", dependencies: ["DaemonAPI", "Health", "JSON", "Registry"]),
    .testTarget(
        name: "StoreTests",
        dependencies: ["Health", "JSON", "Registry", "Store", .product(name: "GRDB", package: "GRDB.swift")]
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
        .executable(name: "openwork", targets: ["openwork"]),
        .executable(name: "openwork-conform", targets: ["openwork-conform"]),
        .executable(name: "openwork-mock", targets: ["openwork-mock"]),
        .executable(name: "openwork-mock-everything", targets: ["openwork-mock-everything"]),
        .executable(name: "openworkd", targets: ["openworkd"]),
        .library(name: "MockMCP", targets: ["MockMCP"]),
        .library(name: "MockMCPHTTP", targets: ["MockMCPHTTP"]),
        // products end
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.1.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: targets,
    swiftLanguageModes: [.v6]
)
