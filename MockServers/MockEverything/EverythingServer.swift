import JSON
package import MCP
import MCPConnection
import Synchronization

/// A sound server with every feature of the protocol, over any transport and in every revision.
///
/// It carries the fixtures that the scenarios of the official conformance suite ask for. One value serves any number of
/// clients; what one of them changes, all the others are told.
package final class EverythingServer: Sendable {
    let changes = ChangeFeed<EverythingChange>(limit: 4_096)
    let seal: RequestStateSeal
    let itemsPerPage: Int
    /// The tasks of all clients over HTTP, where they outlast every connection.
    let tasks: TaskHost

    private let newHost: @Sendable () -> TaskHost
    private let hasGrown = Mutex<Set<ChangedList>>([])

    /// A server nobody is connected to yet.
    /// - Parameters:
    ///   - seal: protects what a client has to bring back with the input it was asked for.
    ///   - itemsPerPage: how many items a listing gives at a time; at least 1.
    ///   - clock: what tasks go by.
    package init<C: Clock<Duration>>(
        seal: RequestStateSeal,
        itemsPerPage: Int = 1_000,
        clock: C = ContinuousClock()
    ) {
        self.seal = seal
        self.itemsPerPage = max(1, itemsPerPage)
        newHost = { [changes] in Self.host(changes, clock: clock) }
        tasks = newHost()
    }

    /// What the session of any transport has to know; the revisions served are the only choice.
    package static func configuration(_ offer: RevisionOffer = .all) -> ServerConfiguration {
        ServerConfiguration(
            info: Implementation(name: "openwork-mock-everything", version: "0.1.0", title: "Everything"),
            capabilities: ServerCapabilities([
                "tools": ["listChanged": true],
                "resources": ["listChanged": true, "subscribe": true],
                "prompts": ["listChanged": true],
                "logging": [:],
                "completions": [:],
                "extensions": [TaskExtension.name: [:]],
                "tasks": .object(LegacyTasks.serverCapability),
            ]),
            instructions: "Every tool, resource and prompt here is a fixture: it says in its description what it does.",
            offer: offer,
            methods: [
                "tools/list", "tools/call", "resources/list", "resources/templates/list", "resources/read",
                "resources/subscribe", "resources/unsubscribe", "prompts/list", "prompts/get", "completion/complete",
                "logging/setLevel", "subscriptions/listen", TaskExtension.get, TaskExtension.update,
                TaskExtension.cancel, LegacyTasks.result, LegacyTasks.list,
            ],
            requiredClientCapabilities: TaskExtension.requirements,
            caching: CachingHint(timeToLiveInMilliseconds: 5_000, scope: .everyone)
        )
    }

    /// What serves one client, or in the modern era one request.
    /// - Parameter caller: who is served; what one caller was given to bring back, no other can use.
    /// - Returns: the handlers of that client, with what they remember.
    package func connection(caller: String = "") -> EverythingConnection {
        EverythingConnection(server: self, caller: caller, tasks: tasks)
    }

    /// The handlers of a client that is connected for good, whose tasks end with the connection.
    var lastingHandlers: ServerHandlers {
        EverythingConnection(server: self, caller: "", tasks: newHost()).handlersWithTasks
    }

    /// Ends every subscription gracefully; the server answers calls as before.
    package func finish() {
        changes.finish()
    }

    /// Whether a list has the item that comes and goes.
    func isGrown(_ list: ChangedList) -> Bool {
        hasGrown.withLock { $0.contains(list) }
    }

    /// Adds the item that comes and goes to a list, or takes it away, and tells everybody.
    func change(_ list: ChangedList) {
        hasGrown.withLock { lists in
            if lists.remove(list) == nil { lists.insert(list) }
        }
        changes.publish(.list(list))
    }
}
