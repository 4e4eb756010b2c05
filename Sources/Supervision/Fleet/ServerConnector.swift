package import MCP
package import MCPConnection
package import Probing

/// Makes connections to servers, whatever they are; the twin in memory plays mocks in the time of a test.
package protocol ServerConnector: Sendable {
    /// Works while connections may be made: what they need together is there inside only.
    func whileServing(_ body: @Sendable () async -> Void) async

    /// Opens a connection and holds it open for as long as the body takes; everything is ended after it.
    ///
    /// The party answers the server and hears it.
    /// - Returns: why there was none, or why it ended; its report is nil where it was we who ended it.
    func hold(
        _ assignment: Assignment,
        party: HeldParty,
        tap: WireTap,
        _ body: @escaping @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd

    /// What is called while the server of an assignment is down; nil for nothing.
    func standIn(for assignment: Assignment) -> StandInSkill?
}

extension ServerConnector {
    /// Nothing stands in.
    package func standIn(for assignment: Assignment) -> StandInSkill? { nil }
}
