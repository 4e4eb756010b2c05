import MCP
import MCPConnection
import Probing
import Supervision

/// Connects to pretended vendors in memory, in the time of the test.
struct MemoryConnector<C: Clock<Duration>>: ServerConnector {
    let prober: Prober<C>
    let vendors: [String: PretendedVendor]

    func whileServing(_ body: @Sendable () async -> Void) async { await body() }

    func hold(
        _ assignment: Assignment,
        party: HeldParty,
        tap: WireTap,
        _ body: @escaping @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        let (ours, theirs) = MemoryChannel.pair()
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await vendors[assignment.id]?.serve(over: theirs, clock: prober.clock) }
            let end = await prober.hold(
                over: ours,
                assignment.subject,
                bounds: ProbeBounds(assignment.health),
                offer: assignment.offer,
                party: party,
                tap: tap,
                body
            )
            group.cancelAll()
            return end
        }
    }
}
