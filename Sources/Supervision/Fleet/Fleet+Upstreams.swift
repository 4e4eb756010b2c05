package import Gateway
package import MCP
import MCPConnection
import Probing
import Redaction
import Registry
import Synchronization

/// The way of agents to the servers: what comes of their requests is evidence of health, as any call is.
extension Fleet: Upstreams {
    /// Of everything that is run, whether its server runs or not.
    package func offers() -> [UpstreamOffer] {
        roster.withLock { Array($0.hosts.values) }.map(\.offer)
    }

    /// What an integration offers; nil when it is not run.
    package func offer(of integration: String) -> UpstreamOffer? { host(integration)?.offer }

    /// What any integration offers from now on, or whether it can be called.
    package func changes() -> AsyncStream<UpstreamChange> { tools.offers.subscribe() }

    /// Passes a request on, once; a server that runs on demand is started and waited for.
    package func perform(_ request: UpstreamRequest) async -> UpstreamAnswer {
        guard let host = host(request.integration) else { return .absent("is not run here") }
        return await host.perform(request)
    }

    /// What is watched stays so when the server is started again.
    package func watch(
        _ adding: Set<String>,
        notLonger removing: Set<String>,
        of integration: String
    ) async -> ErrorObject? {
        guard let session = sessions.withLock({ $0[integration] }) else {
            return .invalidParams("\(integration) is not run here")
        }
        return await session.watch(adding, notLonger: removing)
    }

    /// The session of an integration, which knows what the entry says of its tools.
    func session(of assignment: Assignment) -> UpstreamSession {
        let (id, offers) = (assignment.id, tools.offers)
        let fresh = UpstreamSession(integration: id, clock: tools.prober.clock) { [weak self] change in
            if case .offer = change { self?.host(id)?.listed() }
            offers.publish(change)
        }
        let session = sessions.withLock { sessions in
            let session = sessions[id] ?? fresh
            sessions[id] = session
            return session
        }
        let entry = assignment.integration
        let facts = assignment.server.map { entry.listedTools(of: $0) } ?? entry.tools
        let known = facts.compactMap { tool in tool.isReadOnly.map { (tool.name, $0) } }
        session.conceal { [mask = assignment.mask] in mask.masked($0) }
        session.update { $0.readOnlyTools = Dictionary(known) { first, _ in first } }
        return session
    }
}
