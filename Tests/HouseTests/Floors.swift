/// The floors of the house, from the cellar up: a module imports from lower ones only.
struct Floors {
    let floors: [[String]]

    static let house = Floors(floors: [
        ["CDashboardFiles", "CJSON", "CPCRE2", "CProcess", "CRegistryFiles", "Dates", "Simulation", "Wording"],
        ["JSON"],
        ["JSONSchema", "MCP", "Vetting", "Redaction"],
        ["MCPConnection", "Registry", "Fixtures"],
        ["MCPHTTP", "RegistryLint", "Drift", "Scaffolding", "TestSupport", "ClientFiles", "Setup"],
        ["MCPAuthorization", "HTTPTestSupport"],
        ["Health", "Skills", "Gateway", "MockMCP", "MockVendors", "MockEverything"],
        ["Install", "MockCommands", "MockMCPChannel", "MockMCPHTTP", "Probing", "Recording", "Store"],
        ["Conformance", "Supervision"],
        ["Accuracy", "Reporting"],
        ["DaemonAPI"],
        ["Daemon", "FuzzTargets"],
        [
            "openwork-mock", "openwork-mock-everything", "openwork-conform", "openwork", "openworkd", "JSONBenchmark",
            "GatewayBenchmark", "HealthAccuracy", "openwork-fuzz",
        ],
    ])

    /// Modules that decide and never touch the world: what only they may not import.
    static let pure = [
        "JSON", "JSONSchema", "MCP", "Redaction", "Fixtures", "Drift", "Scaffolding", "Health", "Vetting",
        "ClientFiles", "Setup",
    ]

    /// Everything that reaches a file, a socket, a process or a clock.
    static let worldly: Set<String> = [
        "Foundation", "FoundationEssentials", "Dispatch", "Subprocess", "SystemPackage", "NIOCore", "NIOPosix",
        "AsyncHTTPClient", "Hummingbird", "GRDB",
    ]

    func floor(of module: String) -> Int? {
        floors.firstIndex { $0.contains(module) }
    }

    /// What is wrong with the arrows of a manifest, in words; empty when every arrow points down.
    func faults(in manifest: Manifest) -> [String] {
        manifest.targets.filter { !$0.isTest }.flatMap { target -> [String] in
            guard let here = floor(of: target.name) else { return ["\(target.name) has no floor: give it one"] }
            return target.targets.sorted().compactMap { dependency in
                guard let there = floor(of: dependency) else { return "\(dependency) has no floor: give it one" }
                return there < here ? nil : "\(target.name) imports \(dependency), which is not below it"
            }
        }
    }
}
