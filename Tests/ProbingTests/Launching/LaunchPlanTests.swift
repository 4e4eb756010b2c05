import Health
import MCPConnection
import Probing
import Registry
import Testing

@Suite("A launch plan")
struct LaunchPlanTests {
    private static let everything = Capabilities(
        programs: ["npx": "10", "node": "22.3.0", "uvx": "0.5", "python3": "3.12.1", "docker": "27"],
        baseEnvironment: ["PATH": "/usr/bin", "HOME": "/home/u"]
    )

    private func entry(_ servers: IntegrationServer...) -> Integration {
        var entry = Integration(id: "thing", name: "Thing", servers: servers)
        entry.configSchema = [
            ConfigField("THING_TOKEN", required: true, secret: true), ConfigField("THING_SITE"),
        ]
        return entry
    }

    private func program(_ plan: LaunchPlan) throws -> StdioServer {
        try #require(plan.program)
    }

    @Test("starts a pinned package of each kind")
    func kinds() throws {
        var python = IntegrationServer(.pypi, package: "thing-mcp", version: "1.2.3")
        python.constraints = ["mcp<2"]
        python.arguments = ["--stdio"]
        var container = IntegrationServer(.oci, package: "ghcr.io/t/thing", version: "7")
        container.mounts = ["/srv:/srv"]
        let rows: [(IntegrationServer, [String])] = [
            (IntegrationServer(.npm, package: "@t/thing", version: "2.0.0"), ["npx", "-y", "@t/thing@2.0.0"]),
            (python, ["uvx", "--from", "thing-mcp==1.2.3", "--with", "mcp<2", "thing-mcp", "--stdio"]),
            (container, ["docker", "run", "-i", "--rm", "-v", "/srv:/srv", "-e", "THING_TOKEN", "ghcr.io/t/thing:7"]),
        ]
        for (server, command) in rows {
            let plan = try LaunchPlan(for: entry(server), configuration: ["THING_TOKEN": "t"], on: Self.everything)
            let program = try program(plan)
            #expect([program.executable] + program.arguments == command)
        }
    }

    @Test("gives a server its declared variables and the base, and nothing else")
    func environment() throws {
        var server = IntegrationServer(.npm, package: "thing", version: "1.0.0")
        server.environment = ["MODE": "stdio", "BASE": "https://${THING_SITE}/api"]
        let given = ["THING_TOKEN": "t", "OTHER": "leak", "THING_SITE": ""]
        let plan = try LaunchPlan(for: entry(server), configuration: given, on: Self.everything)
        #expect(
            try program(plan).environment
                == ["PATH": "/usr/bin", "HOME": "/home/u", "MODE": "stdio", "THING_TOKEN": "t"]
        )
        #expect(plan.undeclared == ["OTHER"])
    }

    @Test("names the required variables that have no value")
    func missing() throws {
        let server = IntegrationServer(.npm, package: "thing", version: "1.0.0")
        let plan = try LaunchPlan(for: entry(server), configuration: [:], on: Self.everything)
        #expect(plan.missing == ["THING_TOKEN"])
        var either = entry(server)
        either.configSchema = [
            ConfigField("A", secret: true), ConfigField("B", secret: true), ConfigField("C", secret: true),
        ]
        either.auth = AuthScheme(.apiKey, alternatives: [["A"], ["B", "C"]])
        #expect(try LaunchPlan(for: either, configuration: ["B": "b"], on: Self.everything).missing == ["C"])
        #expect(try LaunchPlan(for: either, configuration: ["A": "a"], on: Self.everything).missing == [])
    }

    @Test(
        "takes the first server that can run here",
        arguments: [
            (Capabilities(programs: ["npx": "1", "node": "22", "uvx": "1"]), "npm"),
            (Capabilities(programs: ["npx": "1", "node": "18.1", "uvx": "1"]), "pypi"),
            (Capabilities(programs: ["podman": "4"]), "remote"),
            (Capabilities(programs: ["podman": "4"], allowsRemote: false), "oci"),
        ]
    )
    func choice(capabilities: Capabilities, server: String) throws {
        var npm = IntegrationServer(.npm, package: "thing", version: "1.0.0")
        npm.requires = ["node>=22"]
        let entry = entry(
            npm,
            IntegrationServer(.pypi, package: "thing", version: "1.0.0"),
            IntegrationServer(.remote, url: "https://thing.example/mcp"),
            IntegrationServer(.oci, package: "thing", version: "1")
        )
        #expect(try LaunchPlan(for: entry, configuration: [:], on: capabilities).server == server)
    }

    @Test("says of every server what it lacks, when none can run")
    func nothing() {
        let entry = entry(
            IntegrationServer(.npm, package: "thing", version: "1.0.0"),
            IntegrationServer(.oci, package: "thing")
        )
        let error = #expect(throws: LaunchPlanError.self) {
            try LaunchPlan(for: entry, configuration: [:], on: Capabilities())
        }
        #expect(
            error?.description
                == "none of its servers can run here: npm: npx is not here: install Node.js; "
                + "oci: neither docker nor podman is here: install one"
        )
        #expect(throws: LaunchPlanError.unknownServer("x", known: ["npm", "oci"])) {
            try LaunchPlan(for: entry, configuration: [:], on: Self.everything, server: "x")
        }
    }

    @Test("fills values into addresses and fields, leaves out fields without theirs, and refuses half an address")
    func remote() throws {
        var server = IntegrationServer(.remote, url: "https://${THING_SITE}/mcp")
        server.headers = ["Authorization": "Bearer ${THING_TOKEN}", "X-Team": "${TEAM}"]
        let given = ["THING_TOKEN": "t", "THING_SITE": "a.example"]
        let plan = try LaunchPlan(for: entry(server), configuration: given, on: Self.everything)
        #expect(plan.target == .address("https://a.example/mcp", fields: ["Authorization": "Bearer t"]))
        #expect(throws: LaunchPlanError.unresolved(variable: "THING_SITE", in: "the address of remote")) {
            try LaunchPlan(for: entry(server), configuration: ["THING_TOKEN": "t"], on: Self.everything)
        }
    }

    @Test("starts what is installed rather than fetching it")
    func installed() throws {
        var server = IntegrationServer(.npm, package: "thing", version: "1.0.0")
        server.arguments = ["--stdio"]
        let capabilities = Capabilities(
            allowsFetching: false,
            installed: ["npm": .init("/opt/node", arguments: ["/opt/x.js"])]
        )
        let plan = try LaunchPlan(for: entry(server), configuration: [:], on: capabilities)
        #expect(try program(plan).executable == "/opt/node")
        #expect(try program(plan).arguments == ["/opt/x.js", "--stdio"])
    }

    @Test("shows no value when printed or dumped")
    func secrets() throws {
        var server = IntegrationServer(.remote, url: "https://a.example/mcp?key=${THING_TOKEN}")
        server.headers = ["Authorization": "Bearer ${THING_TOKEN}"]
        let npm = IntegrationServer(.npm, package: "thing", version: "1.0.0")
        for server in [server, npm] {
            let plan = try LaunchPlan(
                for: entry(server),
                configuration: ["THING_TOKEN": "canary-1"],
                on: Self.everything
            )
            var dumped = ""
            dump(plan, to: &dumped)
            #expect(!"\(plan) \(dumped) \(String(reflecting: plan))".contains("canary-1"))
        }
    }
}
