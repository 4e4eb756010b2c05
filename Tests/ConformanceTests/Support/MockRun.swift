import Conformance
import HTTPTypes
import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockEverything
import MockMCP
import MockMCPChannel
import Synchronization
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
        let starts = Mutex(0)
        let host = MemoryHost(limits: limits) { channel in
            let number = starts.withLock { starts in
                defer { starts += 1 }
                return starts
            }
            await (number == 0 ? mock : later ?? mock).serve(over: channel, clock: ContinuousClock())
        }
        return await report(host, .memory)
    }

    /// The report on whatever a line for `/bin/sh` starts.
    func report(shell line: String, environment: [String: String] = [:]) async -> Report {
        let server = StdioServer(
            executable: "/bin/sh",
            arguments: ["-c", line],
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { first, _ in first }
        )
        return await report(ProcessHost(server: server, stopBound: bounds.stop, clock: ContinuousClock()), .stdio)
    }

    /// The report on the server with everything in memory, changed in places.
    func report(changing places: [String]) async -> Report {
        let host = MemoryHost { channel in await Tampering.serve(places.map(Tampering.init), over: channel) }
        return await report(host, .memory)
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
                return await report(HTTPHost(settings, exchanger: pool, clock: ContinuousClock()), .http)
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
