import Conformance
import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import MockMCP
import MockMCPChannel
import Testing

/// Checks a mock, in memory or as a process, the way the tool does.
struct MockRun {
    var revisions: RevisionChoice
    var checks = CheckRegistry.checks
    var baseline: Baseline?
    /// Long for what must not fail on a busy machine, short for what is waited for in vain.
    var bounds = TalkBounds(step: .seconds(20))
    var call: CallRequest? = CallRequest(tool: "add", arguments: ["a": 1, "b": 2], isReadOnly: true)

    /// The report on a mock in memory; starts after the first may behave otherwise.
    func report(_ mock: MockServer, later: MockServer? = nil, limits: ChannelLimits = ChannelLimits()) async -> Report {
        await report(JudgedHost(serving: mock, limits: limits, later: later), .memory)
    }

    /// The report on whatever a line for `/bin/sh` starts.
    func report(shell line: String, environment: [String: String] = [:]) async -> Report {
        let server = StdioServer(
            executable: "/bin/sh",
            arguments: ["-c", line],
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { first, _ in first }
        )
        let host = ProcessHost(server: server, stopBound: bounds.stop, clock: ContinuousClock())
        return await report(JudgedHost(host, [.clientToServer]), .stdio)
    }

    /// The report on the server with everything in memory, changed in places.
    func report(changing places: [String]) async -> Report {
        let host = MemoryHost { channel in await Tampering.serve(places.map(Tampering.init), over: channel) }
        return await report(JudgedHost(host, [.clientToServer]), .memory)
    }

    /// The report on the server with everything over HTTP, sound or with faults of its endpoint.
    func reportOverHTTP(_ faults: [String] = [], offer: RevisionOffer = .all) async throws -> Report {
        let faults = try faults.map { try #require(EndpointFaultCatalogue.fault(named: $0), "no fault \($0)") }
        return try await reportOverHTTP(behind: faults, offer: offer)
    }

    /// The same, behind whatever a test puts there.
    func reportOverHTTP(behind faults: [any EndpointFault], offer: RevisionOffer = .all) async throws -> Report {
        try await EverythingEndpoint.with(offer, failing: faults) { address in
            try await HTTPPool.with { pool in
                let settings = HTTPClientSettings(
                    address: address,
                    // Most endpoints do not mind.
                    fields: [.authorization: "Bearer good"],
                    bounds: HTTPClientBounds(delivery: bounds.stop, stream: bounds.request)
                )
                let host = HTTPHost(settings, exchanger: pool, clock: ContinuousClock())
                return await report(JudgedHost(host, [.clientToServer]), .http)
            }
        }
    }

    private func report(_ host: any ServerHost, _ transport: Subject.Transport) async -> Report {
        let subject = Subject(name: "mock", kind: .mock, transport: transport)
        let plan = RunPlan(
            targets: [RunTarget(subject: subject, host: host)],
            revisions: revisions,
            checks: checks,
            bounds: bounds,
            call: call,
            baseline: baseline,
            mode: "offline",
            command: RepeatCommand(server: ["--mock"], namesRevision: true)
        )
        return await Runner(plan: plan, clock: ContinuousClock()).run()
    }
}
