import MCP

/// A server with a stand-in for its vendor behind it, for one conversation.
struct StandInHost: ServerHost {
    let standIn: StandIn
    let play: EntryPlay
    let make: @Sendable (EntryPlay) -> any ServerHost

    func withServer(_ body: @Sendable (HostedServer) async -> Void) async -> HostingOutcome {
        await standIn.with(play) { moved in await make(moved).withServer(body) }
            ?? .notStarted("there is no free port for the stand-in of the vendor: end other programs")
    }
}
