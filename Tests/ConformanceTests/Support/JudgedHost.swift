import Conformance
import MCP
import MCPConnection
import MockMCP
import MockMCPChannel
import Testing
import TestSupport

/// A host whose conversations are each heard by a judge of their own.
///
/// What checks break on purpose is excused by what marks it in the messages.
struct JudgedHost: ServerHost {
    private let host: any ServerHost
    private let directions: Set<WireDirection>
    private let excuses: [WireExcuse]

    /// - Parameters:
    ///   - host: the way to the server.
    ///   - directions: who is ours; the checks always are.
    ///   - excuses: what the server breaks.
    init(_ host: any ServerHost, _ directions: Set<WireDirection>, excusing excuses: [WireExcuse] = []) {
        self.host = host
        self.directions = directions
        self.excuses = excuses + Self.brokenByChecks
    }

    /// A mock in memory, starts after the first of which may be another one.
    init(serving mock: MockServer, limits: ChannelLimits = ChannelLimits(), later: MockServer? = nil) {
        let starts = StartCount()
        let host = MemoryHost(limits: limits) { channel in
            await (starts.next() == 1 ? mock : later ?? mock).serve(over: channel, clock: ContinuousClock())
        }
        let faults = mock.writtenFaults + (later?.writtenFaults ?? [])
        self.init(host, [.clientToServer, .serverToClient], excusing: WireExcuse.of(faults))
    }

    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        await host.withServer { await judged($0, body) }
    }

    func withServer(
        offering offer: RevisionOffer,
        _ body: @Sendable (HostedServer) async -> Void
    ) async -> HostingOutcome {
        await host.withServer(offering: offer) { await judged($0, body) }
    }

    var silenceMeansLegacy: Bool { host.silenceMeansLegacy }

    private func judged(_ server: HostedServer, _ body: (HostedServer) async -> Void) async {
        let judge = WireJudge(directions, excusing: excuses)
        let channel = JudgedChannel(server.channel, sending: .clientToServer, hearsBoth: true, judge: judge)
        await body(
            HostedServer(
                channel: channel,
                door: server.door,
                obstacle: server.obstacle,
                loss: server.loss,
                ended: server.ended
            )
        )
        judge.report()
    }

    private static let brokenByChecks = [
        WireExcuse(
            "DiscoverRequest",
            in: #""method":"server/discover""#,
            because: "a check leaves the client's capabilities out, and another names a level that does not exist",
            isOptional: true
        ),
        WireExcuse(
            "SetLevelRequest",
            in: #""level":"openwork""#,
            because: "a check names a level that does not exist",
            isOptional: true
        ),
        WireExcuse(
            "ProgressNotification",
            in: #""progress":"x""#,
            because: "a twin says it: no number, and of no request",
            isOptional: true
        ),
        WireExcuse(
            "CallToolRequest",
            in: #""user_name":12345"#,
            because: "a check answers a question with a number",
            isOptional: true
        ),
        WireExcuse(
            "method",
            in: "notifications/elicitation/complete",
            because: "a twin says what its revision does not have",
            isOptional: true
        ),
        WireExcuse(
            "method",
            in: "notifications/subscriptions/acknowledged",
            because: "a twin says what its revision does not have",
            isOptional: true
        ),
        WireExcuse("method", in: #""id":"own-"#, because: "a twin asks in an era without requests", isOptional: true),
        WireExcuse(
            "UnsupportedProtocolVersionError",
            in: #""code":-32022,"message":"Internal error""#,
            because: "a twin refuses without saying what it knows",
            isOptional: true
        ),
    ]
}
