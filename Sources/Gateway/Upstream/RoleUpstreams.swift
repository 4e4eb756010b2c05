package import MCP
import MCPConnection
import Synchronization

/// The integrations of one role, out of all that there are; which they are may change at any time.
package final class RoleUpstreams: Upstreams {
    private let all: any Upstreams
    private let ids: Mutex<Set<String>>
    private let feed = MergingFeed<UpstreamChange>()

    /// Of all integrations those of a role; what happens to them is told by `take`.
    package init(_ all: any Upstreams, members: Set<String>) {
        self.all = all
        ids = Mutex(members)
    }

    /// The ids of the integrations.
    package var members: Set<String> { ids.withLock { $0 } }

    /// Gives the role other integrations.
    package func set(_ members: Set<String>) {
        let former = ids.withLock { ids in
            defer { ids = members }
            return ids
        }
        if former != members { feed.publish(.offer(integration: "")) }
    }

    /// Passes on what happened at one of all integrations, where it is one of these.
    package func take(_ change: UpstreamChange) {
        if members.contains(change.integration) { feed.publish(change) }
    }

    /// Those of the role.
    package func offers() -> [UpstreamOffer] {
        let members = members
        return all.offers().filter { members.contains($0.integration) }
    }

    /// What `take` was told of the role's integrations, and changes of the role itself.
    package func changes() -> AsyncStream<UpstreamChange> { feed.subscribe() }

    /// Nothing is passed on to an integration that the role does not have any more.
    package func perform(_ request: UpstreamRequest) async -> UpstreamAnswer {
        guard members.contains(request.integration) else { return .absent("does not belong to this role any more") }
        return await all.perform(request)
    }

    /// Leaves it to the one who knows all.
    package func watch(
        _ adding: Set<String>,
        notLonger removing: Set<String>,
        of integration: String
    ) async -> ErrorObject? {
        await all.watch(adding, notLonger: removing, of: integration)
    }
}
