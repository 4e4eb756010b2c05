import FoundationEssentials
import Daemon
import DaemonAPI
import Health
import JSON
import Registry

@testable import Store

/// A daemon of two integrations that does what it is told, and remembers what was asked.
struct FakeService: DaemonService {
    let events = EventHub()
    var faults: [String] = []

    static let now = Timestamp(milliseconds: 1_785_232_800_250)

    static func row(_ id: String, _ state: HealthState = .connected) -> IntegrationStatus {
        let code = state == .connected ? "ok" : "credential_invalid"
        let health = HealthReport(
            state: state,
            since: now,
            reason: ReasonReport(
                code: code,
                message: "as it is",
                evidence: state == .connected ? nil : "probe: http.status 401",
                action: state == .connected ? "nothing to do" : "check the token",
                seenAt: now
            )
        )
        return IntegrationStatus(id: id, name: id.uppercased(), tier: "P0", isEnabled: true, health: health)
    }

    static let rows = [row("github"), row("jira", .disconnected)]

    private func row(_ id: String) throws -> IntegrationStatus {
        guard let row = Self.rows.first(where: { $0.id == id }) else {
            throw Problem(404, "unknown_integration", "there is no integration \(id)", fix: "did you mean github?")
        }
        return row
    }

    private func report(_ row: IntegrationStatus) -> IntegrationReport {
        var report = IntegrationReport(status: row)
        report.summary = "what it is"
        report.roles = ["engineering"]
        report.fields = [FieldReport(ConfigField("GITHUB_TOKEN", required: true, secret: true), isSet: true)]
        report.servers = [ServerOffer(IntegrationServer(.npm, package: "a-server", version: "1.0.0"), isChosen: true)]
        report.install = InstallReport(server: "npm", version: "1.0.0", at: Self.now)
        report.tools = ["get_me"]
        return report
    }

    func status() async throws -> StatusReport {
        StatusReport(
            at: Self.now,
            integrations: Self.rows,
            roles: [RoleReadiness(id: "engineering", missing: ["jira"])]
        )
    }

    func integrations() async throws -> [IntegrationReport] { Self.rows.map(report) }
    func integration(_ id: String) async throws -> IntegrationReport { report(try row(id)) }

    func add(_ entry: JSONValue) async throws -> IntegrationReport {
        guard let id = entry["id"]?.stringValue, id.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) != nil else {
            throw Problem(422, "invalid_entry", "the entry has no id", fix: "give one")
        }
        return report(Self.row(String(id.prefix(64))))
    }

    func importDocument(_ request: DocumentRequest) async throws -> DocumentReport {
        var report = DocumentReport(
            name: "Pets",
            summary: nil,
            base: "https://pets.example/v1",
            wanted: ["PETS_TOKEN"],
            operations: [.init(tool: "pets_list", summary: "Lists pets.", isReadOnly: true, isProof: true)],
            probe: "pets_list",
            skipped: ["POST /photos: a multipart body"],
            notes: []
        )
        if !request.isTrial { report.integration = self.report(Self.row(request.id)) }
        return report
    }

    func remove(_ id: String) async throws { _ = try row(id) }

    func configure(_ id: String, _ request: ConfigureRequest) async throws -> Verdict {
        let isGood = request.environment.values.allSatisfy { $0 != "wrong" }
        _ = try row(id)
        if request.environment.values.contains("no room") {
            throw StoreError(.full, "there is no room for openwork.db: free some on its disk")
        }
        return Verdict(.configured, Self.row(id, isGood ? .connected : .disconnected), steps: ["sealed"], durationMs: 3)
    }

    func install(_ id: String, _ options: InstallOptions) async throws -> Verdict { Verdict(.installed, try row(id)) }
    func upgrade(_ id: String, _ options: InstallOptions) async throws -> Verdict { Verdict(.upgraded, try row(id)) }
    func rollBack(_ id: String) async throws -> Verdict { Verdict(.rolledBack, try row(id)) }
    func enable(_ id: String) async throws -> Verdict { Verdict(.enabled, try row(id)) }
    func disable(_ id: String) async throws -> Verdict { Verdict(.disabled, try row(id)) }
    func restart(_ id: String) async throws -> Verdict { Verdict(.restarted, try row(id)) }
    func test(_ id: String) async throws -> Verdict { Verdict(.tested, try row(id)) }

    func login(_ id: String) async throws -> LoginReport {
        var report = LoginReport(integration: try row(id).id, server: "remote")
        report.last = LoginReport.Ending(login: "0a1b", isGood: false, message: "it was declined", at: Self.now)
        return report
    }

    func startLogin(_ id: String, _ request: LoginRequest) async throws -> LoginStart {
        LoginStart(
            integration: try row(id).id,
            login: "0a1b",
            authorizationURL: "https://vendor.example/authorize?state=x",
            redirectURI: "http://127.0.0.1:18800/oauth/callback",
            issuer: "https://vendor.example",
            scopes: request.scopes,
            expiresAt: Self.now
        )
    }

    func completeLogin(_ id: String, _ address: PastedAddress) async throws -> Verdict {
        guard address.redirectedURL.contains("code=") else {
            throw Problem(422, "no_such_login", "the address belongs to no log-in that waits", fix: "begin it anew")
        }
        return Verdict(.loggedIn, try row(id))
    }

    func logOut(_ id: String) async throws -> Verdict { Verdict(.loggedOut, try row(id)) }

    func returnFromLogin(query: String) async -> LoginEnding {
        query.contains("code=good")
            ? LoginEnding(isGood: true, status: 200, sentences: ["GitHub is connected."])
            : LoginEnding(isGood: false, status: 400, sentences: ["<b>No such log-in</b>"])
    }

    func receive(_ delivery: HookDelivery) async throws -> JSONValue? {
        guard delivery.signature == "right", delivery.timestamp != nil else {
            throw Problem(401, "bad_signature", "it is not signed", fix: "sign it")
        }
        return ["bytes": JSONValue(delivery.body.count)]
    }

    func tools(_ id: String) async throws -> [ToolReport] {
        _ = try row(id)
        return [ToolReport(name: "get_me", summary: "who am I", inputSchema: ["type": "object"], isListed: true)]
    }

    func call(_ id: String, _ request: CallRequest) async throws -> CallReport {
        _ = try row(id)
        return CallReport(tool: request.tool, outcome: "ok", result: ["content": []], durationMs: 1)
    }

    func logs(_ id: String, last count: Int) async throws -> [LogLine] {
        _ = try row(id)
        return [LogLine(at: Self.now, text: "started")]
    }

    func followLogs(_ id: String, last count: Int) async throws -> AsyncStream<LogLine> {
        let lines = try await logs(id, last: count)
        return AsyncStream(bufferingPolicy: .bufferingNewest(8)) { sink in
            for line in lines { sink.yield(line) }
            sink.finish()
        }
    }

    func health(_ id: String, since start: Timestamp?, limit: Int) async throws -> HealthHistory {
        let change = HealthHistory.Change(
            at: Self.now,
            from: .unknown,
            to: .connected,
            code: "ok",
            message: "all is well"
        )
        let span = HealthHistory.Span(start: Self.now, seconds: 60, counts: ["good": 3], meanMs: 12)
        return HealthHistory(now: try row(id), changes: [change], contacts: [span])
    }

    func roles() async throws -> [RoleReport] {
        [
            RoleReport(
                id: "engineering",
                name: "Engineering",
                members: [.init("jira", state: "disconnected")],
                missing: ["jira"]
            )
        ]
    }

    func assign(_ role: String, _ request: AssignRequest) async throws -> RoleReport {
        guard role == "engineering" else {
            throw Problem(404, "unknown_role", "there is no role \(role)", fix: "did you mean engineering?")
        }
        let given: [RoleReport.Member] = if case .given(let members) = request.members { members } else { [] }
        return RoleReport(id: role, name: "Engineering", members: given, missing: [])
    }

    func readiness(of role: String) async throws -> EndpointReport {
        EndpointReport(
            RoleReadiness(id: role, missing: ["jira"]),
            tools: 1,
            members: [
                .init(
                    "jira",
                    isRequired: true,
                    state: "disconnected",
                    isCallable: false,
                    tools: 0,
                    held: 1,
                    detail: "it is disconnected"
                )
            ]
        )
    }

    func toolReviews(_ id: String?) async throws -> [ToolReview] {
        if let id { _ = try row(id) }
        return [
            ToolReview(
                "github",
                tool: "get_me",
                standing: .changed,
                hash: "sha256:00",
                since: Self.now,
                text: "has changed",
                definition: ["name": "get_me"]
            )
        ]
    }

    func approve(_ id: String, _ request: ApproveRequest) async throws -> [ToolReview] {
        try await toolReviews(id)
    }

    func refuse(_ id: String, _ request: ApproveRequest) async throws -> [ToolReview] {
        try await toolReviews(id)
    }

    func clients(of role: String) async throws -> [ClientReport] {
        [
            ClientReport(
                client: "cursor",
                name: "Cursor",
                file: "~/.cursor/mcp.json",
                text: "{}",
                renewal: "switch the server on"
            )
        ]
    }

    func roleTokens(_ role: String) async throws -> [RoleToken] {
        [RoleToken(id: "a1", role: role, name: "desktop", createdAt: Self.now)]
    }

    func makeToken(_ role: String, _ request: TokenRequest) async throws -> RoleToken {
        var token = RoleToken(id: "a1", role: role, name: request.name, createdAt: Self.now)
        token.token = "owr_pretended"
        return token
    }

    func revokeToken(_ role: String, _ id: String) async throws {}
    func admits(_ token: String, to role: String) -> Bool { token == "owr_good" && role == "engineering" }

    func endpoint(of role: String) async throws -> RoleEndpoint {
        throw Problem(404, "unknown_role", "there is no role \(role)", fix: "did you mean engineering?")
    }

    func serveEndpoints() async {}

    func audit(integration: String?, before: Int64?, limit: Int) async throws -> AuditReport {
        var row = AuditReport.Row(at: Self.now, action: "configure", party: "operator", outcome: "ok")
        row.integration = "github"
        return AuditReport(rows: [row], next: 1)
    }

    func changes(limit: Int) async throws -> [ChangeReport] {
        let change = try await health("github", since: nil, limit: 1).changes[0]
        return [ChangeReport(integration: "github", change: change)]
    }

    func latencies(points: Int) async throws -> [LatencyTrend] {
        [LatencyTrend(integration: "github", points: [.init(at: Self.now, meanMs: 12, contacts: 3, good: 2)])]
    }

    func conformance() async throws -> [ConformanceSummary] {
        let finding = ConformanceSummary.Finding(check: "PING-EMPTY", verdict: "failed", isAdvisory: true)
        return [
            ConformanceSummary(
                integration: "github",
                file: "all.json",
                startedAt: nil,
                counts: ["passed": 90, "advisory": 1],
                findings: [finding]
            )
        ]
    }

    func rotateVault() async throws -> UpkeepReport { UpkeepReport(message: "sealed again", count: 2) }
    func backUp() async throws -> UpkeepReport { UpkeepReport(message: "written", file: "backups/1.db") }
    func reload() async throws {}
    func readiness() async -> Readiness { Readiness(faults: faults) }
    func measurements() async -> [Measurement] { [] }
}
