import MCP
import MCPConnection

extension EverythingServer {
    /// A host of tasks that tells their changes to whoever listens.
    static func host<C: Clock<Duration>>(_ changes: ChangeFeed<EverythingChange>, clock: C) -> TaskHost {
        TaskHost(clock: clock, changed: { changes.publish(.task($0)) })
    }
}

extension EverythingConnection {
    /// The handlers of a connection that lasts: its tasks run beside it, and end with it.
    var handlersWithTasks: ServerHandlers {
        let plain = handlers
        return ServerHandlers(
            answer: plain.answer,
            hear: plain.hear,
            whileServing: { peer in
                await withDiscardingTaskGroup { group in
                    group.addTask { await self.tasks.run() }
                    group.addTask { await plain.whileServing(peer) }
                }
            }
        )
    }
}
