package import DaemonAPI
package import JSON

/// What the daemon does for its callers, apart from HTTP: each method is one request, and throws a `Problem`.
///
/// Anything else that is thrown is answered as a fault of the daemon (500) and logged. Every `id` may be unknown: then the
/// problem is `unknown_integration` (404) and names the nearest. What changes an integration answers once the verdict
/// of a probe is there.
package protocol DaemonService: Sendable {
    /// Where what happens is published; the routes let callers listen to it.
    var events: EventHub { get }

    /// Everything at a glance; it asks nobody and starts nothing.
    func status() async throws -> StatusReport
    /// The status as it goes to callers, and when that is told; it is written anew when something has changed.
    func statusText() async throws -> (text: TaggedJSON, at: Timestamp)
    /// Every integration, in the order of the status.
    func integrations() async throws -> [IntegrationReport]
    /// One integration.
    func integration(_ id: String) async throws -> IntegrationReport
    /// Adds or replaces an entry in the user's registry file; entries that start a command are refused before this.
    func add(_ entry: JSONValue) async throws -> IntegrationReport
    /// Makes an integration of an OpenAPI document, or tells what would come of it.
    func importDocument(_ request: DocumentRequest) async throws -> DocumentReport
    /// Stops an integration, forgets its settings and secrets, and takes the user's entry out of the registry file.
    func remove(_ id: String) async throws

    /// Checks, seals and keeps settings, installs where needed, starts and probes.
    func configure(_ id: String, _ request: ConfigureRequest) async throws -> Verdict
    /// Installs the server, unless it is there.
    func install(_ id: String, _ options: InstallOptions) async throws -> Verdict
    /// Installs another version, and goes back when that does not start.
    func upgrade(_ id: String, _ options: InstallOptions) async throws -> Verdict
    /// Goes back to the version before.
    func rollBack(_ id: String) async throws -> Verdict
    /// Runs and watches it from now on.
    func enable(_ id: String) async throws -> Verdict
    /// Stops it, and watches it no more.
    func disable(_ id: String) async throws -> Verdict
    /// Ends its process and starts another.
    func restart(_ id: String) async throws -> Verdict
    /// Probes it now.
    func test(_ id: String) async throws -> Verdict

    /// How it stands with the log-in of an integration.
    func login(_ id: String) async throws -> LoginReport
    /// Begins a log-in: finds out whom to ask, and makes the address for the user's browser.
    func startLogin(_ id: String, _ request: LoginRequest) async throws -> LoginStart
    /// Ends a log-in with the address that somebody copied from a browser elsewhere.
    func completeLogin(_ id: String, _ address: PastedAddress) async throws -> Verdict
    /// Gives tokens back, and forgets them.
    func logOut(_ id: String) async throws -> Verdict
    /// Ends the log-in whose browser came back with this behind the question mark; says how in any case.
    func returnFromLogin(query: String) async -> LoginEnding

    /// Takes what a vendor sent by itself, once its signature is checked; what to answer, nil for nothing.
    func receive(_ delivery: HookDelivery) async throws -> JSONValue?

    /// Its tools, as listed, or else as its entry has them.
    func tools(_ id: String) async throws -> [ToolReport]
    /// Calls one of its tools on behalf of whoever runs the daemon.
    func call(_ id: String, _ request: CallRequest) async throws -> CallReport
    /// The last lines of its log, the oldest first.
    func logs(_ id: String, last count: Int) async throws -> [LogLine]
    /// The last lines of its log, and those that follow, until the caller stops; a slow caller loses lines, and is told.
    func followLogs(_ id: String, last count: Int) async throws -> AsyncStream<LogLine>
    /// Its health now and since a moment; nil for as long as is kept.
    func health(_ id: String, since start: Timestamp?, limit: Int) async throws -> HealthHistory

    /// Every role.
    func roles() async throws -> [RoleReport]
    /// Gives a role other integrations, or lets it follow its file again.
    func assign(_ role: String, _ request: AssignRequest) async throws -> RoleReport

    /// Whether a role can do its job now, as its endpoint has it.
    func readiness(of role: String) async throws -> EndpointReport
    /// Definitions of tools that somebody has to look at, of one integration or of all.
    func toolReviews(_ id: String?) async throws -> [ToolReview]
    /// Lets agents have tools as they are defined now; what still waits of the integration.
    func approve(_ id: String, _ request: ApproveRequest) async throws -> [ToolReview]
    /// Keeps tools from agents as they are defined now; what still waits of the integration.
    func refuse(_ id: String, _ request: ApproveRequest) async throws -> [ToolReview]
    /// What each client has to be told so that it finds the tools of a role.
    func clients(of role: String) async throws -> [ClientReport]
    /// The tokens of a role, without the tokens themselves.
    func roleTokens(_ role: String) async throws -> [RoleToken]
    /// Makes a token of a role, and tells it this once.
    func makeToken(_ role: String, _ request: TokenRequest) async throws -> RoleToken
    /// Revokes a token of a role.
    func revokeToken(_ role: String, _ id: String) async throws
    /// Whether somebody with this token may use the endpoint of a role.
    func admits(_ token: String, to role: String) -> Bool
    /// The MCP endpoint of a role; a role that does not exist is `unknown_role` (404).
    func endpoint(of role: String) async throws -> RoleEndpoint
    /// Serves the endpoints of all roles until the task is cancelled, also of roles that come meanwhile.
    func serveEndpoints() async

    /// What was done, the newest first; nil before begins at the newest, nil integration means all.
    func audit(integration: String?, before: Int64?, limit: Int) async throws -> AuditReport
    /// Changes of state of all integrations, the newest first.
    func changes(limit: Int) async throws -> [ChangeReport]
    /// The last contacts of every integration, so many spans of each.
    func latencies(points: Int) async throws -> [LatencyTrend]
    /// What the newest conformance report says of each integration.
    func conformance() async throws -> [ConformanceSummary]

    /// Seals every secret with a new key.
    func rotateVault() async throws -> UpkeepReport
    /// Writes a backup into the home's folder for them.
    func backUp() async throws -> UpkeepReport

    /// Reads configuration and registry again.
    func reload() async throws
    /// Whether it can answer as it should.
    func readiness() async -> Readiness
    /// Numbers beyond those that follow from the status.
    func measurements() async -> [Measurement]
}

extension DaemonService {
    /// Written for each caller, unless somebody does better.
    package func statusText() async throws -> (text: TaggedJSON, at: Timestamp) {
        let status = try await status()
        return (TaggedJSON(status.members(rows: status.integrations.map { $0.json.utf8() })), status.at)
    }
}
