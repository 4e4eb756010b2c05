import ClientFiles
import JSON
import Registry
import Testing

@Suite("What an import would do")
struct ImportPlanTests {
    private static func field(_ name: String, required: Bool = true) -> ConfigField {
        ConfigField(name, required: required)
    }

    private static let entries: [Integration] = {
        var github = Integration(id: "github", name: "GitHub")
        github.servers = [
            IntegrationServer(.oci, package: "ghcr.io/github/github-mcp-server"),
            IntegrationServer(.npm, package: "@modelcontextprotocol/server-github"),
        ]
        github.configSchema = [field("GITHUB_PERSONAL_ACCESS_TOKEN"), field("GITHUB_HOST", required: false)]
        var jira = Integration(id: "jira", name: "Jira", servers: [IntegrationServer(.pypi, package: "mcp-atlassian")])
        jira.configSchema = [field("JIRA_URL"), field("JIRA_API_TOKEN")]
        var confluence = Integration(id: "confluence", name: "Confluence")
        confluence.servers = [IntegrationServer(.pypi, package: "mcp-atlassian")]
        confluence.configSchema = [field("CONFLUENCE_URL")]
        var linear = Integration(id: "linear", name: "Linear")
        var remote = IntegrationServer(.remote, url: "https://mcp.linear.app/mcp")
        remote.headers = ["Authorization": "Bearer ${LINEAR_TOKEN}"]
        linear.servers = [remote]
        linear.configSchema = [field("LINEAR_TOKEN", required: false)]
        return [github, jira, confluence, linear]
    }()

    private static func program(
        _ line: String,
        _ environment: [String: String] = [:],
        name: String = "x",
        _ client: ClientKind = .cursor
    ) -> FoundServer {
        let words = line.split(separator: " ").map(String.init)
        let launch = FoundServer.Launch.program(words[0], Array(words.dropFirst()), environment: environment)
        return FoundServer(client, "/file", name: name, launch)
    }

    private static func plan(_ found: FoundServer..., used: Set<String> = []) -> [ImportStep] {
        ImportPlan(found, entries: entries, used: used).steps
    }

    private static func reason(_ step: ImportStep?) -> String? {
        guard case .skip(let reason) = step?.action else { return nil }
        return reason
    }

    @Test("an entry with the same package gets its settings, and keeps that package")
    func package() throws {
        let steps = Self.plan(
            Self.program(
                "npx -y @modelcontextprotocol/server-github",
                ["GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_x", "DEBUG": "1"]
            )
        )
        let step = try #require(steps.first)
        #expect(step.action == .configure(integration: "github", server: "npm", kind: "npm"))
        #expect(step.settings.map(\.shown) == ["GITHUB_PERSONAL_ACCESS_TOKEN=••••••"])
        #expect(step.notes == ["the entry does not have DEBUG: left out"])
    }

    @Test("an image gets the variables that its command line sets")
    func image() throws {
        let steps = Self.plan(
            Self.program("docker run -i -e GITHUB_PERSONAL_ACCESS_TOKEN=ghp_x ghcr.io/github/github-mcp-server")
        )
        #expect(steps.first?.action == .configure(integration: "github", server: "oci", kind: "oci"))
        #expect(steps.first?.settings.map(\.value) == ["ghp_x"])
    }

    @Test("one server of two integrations configures those for which it has everything")
    func shared() {
        let both = Self.plan(
            Self.program(
                "uvx mcp_atlassian",
                ["JIRA_URL": "https://j", "JIRA_API_TOKEN": "t", "CONFLUENCE_URL": "https://c"]
            )
        )
        #expect(both.compactMap(\.integration) == ["jira", "confluence"])
        let one = Self.plan(Self.program("uvx mcp-atlassian", ["CONFLUENCE_URL": "https://c"]))
        #expect(one.compactMap(\.integration) == ["confluence"])
        let none = Self.plan(Self.program("uvx mcp-atlassian"))
        #expect(Self.reason(none.first)?.contains("jira or confluence") == true)
    }

    @Test(
        "an address is known by its host, and its token by the place of the field",
        arguments: [
            FoundServer(
                .cursor,
                "/f",
                name: "l",
                .address("https://mcp.linear.app/sse", fields: ["authorization": "Bearer lin_1"])
            ),
            program("npx mcp-remote https://mcp.linear.app/mcp/ --header Authorization:Bearer\u{20}lin_1"),
        ]
    )
    func address(_ found: FoundServer) throws {
        var found = found
        if case .program(let program, let words, _) = found.launch {
            // The helper splits at spaces; the field's value has one.
            found.launch = .program(
                program,
                Array(words.dropLast(2)) + ["Authorization: Bearer lin_1"],
                environment: [:]
            )
        }
        let step = try #require(Self.plan(found).first)
        #expect(step.integration == "linear")
        #expect(step.settings.map(\.value) == ["lin_1"])
    }

    @Test("what is in use, switched off, twice there, or OpenWork itself is left alone, with the reason")
    func skipped() {
        let github = Self.program("npx @modelcontextprotocol/server-github", ["GITHUB_PERSONAL_ACCESS_TOKEN": "t"])
        #expect(Self.reason(Self.plan(github, used: ["github"]).first)?.contains("in use already") == true)
        var off = github
        off.isOff = true
        #expect(Self.reason(Self.plan(off).first) == "it is switched off there")
        #expect(Self.reason(Self.plan(github, github).last) == "github comes from Cursor already (x)")
        #expect(
            Self.reason(Self.plan(Self.program("/usr/bin/openwork mcp --role support")).first)
                == "it is OpenWork itself"
        )
        let lacking = Self.plan(Self.program("npx @modelcontextprotocol/server-github"))
        #expect(Self.reason(lacking.first)?.contains("needs GITHUB_PERSONAL_ACCESS_TOKEN") == true)
    }

    @Test("a value that the file only names is not taken for one")
    func unresolved() {
        var found = Self.program("npx @modelcontextprotocol/server-github", ["GITHUB_HOST": "${env:HOST}"])
        found.launch = .program(
            "npx",
            ["@modelcontextprotocol/server-github"],
            environment: ["GITHUB_PERSONAL_ACCESS_TOKEN": "t", "GITHUB_HOST": "${env:HOST}"]
        )
        found.unresolved = ["${env:HOST}"]
        let reason = Self.reason(Self.plan(found).first)
        #expect(reason == "github needs GITHUB_HOST; the file has only ${env:HOST}: openwork configure github")
    }

    @Test("a package that no entry has becomes one, with its secrets as settings")
    func customPackage() throws {
        let step = try #require(
            Self.plan(Self.program("npx -y my-mcp@1.0.0 --api-key abc --region eu", ["MY_TOKEN": "t"], name: "My Tool"))
                .first
        )
        guard case .add(let id, let entry, let startsCommand) = step.action else {
            Issue.record("it is \(step.action)")
            return
        }
        #expect(id == "my-tool")
        #expect(!startsCommand)
        #expect(entry["servers"]?[0]?["arguments"] == ["--api-key", "${API_KEY}", "--region", "eu"])
        #expect(entry["servers"]?[0]?["version"] == "1.0.0")
        #expect(step.settings.map(\.name) == ["MY_TOKEN", "API_KEY"])
        #expect(!entry.description.contains("abc"))
        _ = try Integration(json: .object(entry))
    }

    @Test("a program that no entry has becomes one that starts a command, under an id of its own")
    func customCommand() throws {
        let step = try #require(Self.plan(Self.program("/opt/github --serve", name: "github")).first)
        guard case .add(let id, let entry, let startsCommand) = step.action else {
            Issue.record("it is \(step.action)")
            return
        }
        #expect(id == "github-own")
        #expect(startsCommand)
        #expect(try Integration(json: .object(entry)).servers.map(\.executable) == ["/opt/github"])
    }

    @Test("an address that no entry has becomes a remote one, with the token as a setting")
    func customAddress() throws {
        let found = FoundServer(
            .vscode,
            "/f",
            name: "x",
            .address("https://x.test/mcp", fields: ["Authorization": "Bearer s3cr3t", "X-Team": "a"])
        )
        let step = try #require(Self.plan(found).first)
        guard case .add(_, let entry, let startsCommand) = step.action else {
            Issue.record("it is \(step.action)")
            return
        }
        #expect(!startsCommand)
        #expect(entry["servers"]?[0]?["headers"] == ["Authorization": "Bearer ${ACCESS_TOKEN}", "X-Team": "a"])
        #expect(step.settings.map(\.name) == ["ACCESS_TOKEN"])
        #expect(step.settings.map(\.shown) == ["ACCESS_TOKEN=••••••"])
    }
}
