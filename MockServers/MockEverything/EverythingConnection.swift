import JSON
import MCP
package import MCPConnection
import Synchronization

/// The server's side of one client: what it asked to be told, and the answers to its calls.
package final class EverythingConnection: Sendable {
    private struct State {
        var level = LoggingLevel.debug
        var watched: Set<String> = []
    }

    let server: EverythingServer
    let caller: String
    let tasks: TaskHost

    private let state = Mutex(State())

    init(server: EverythingServer, caller: String, tasks: TaskHost) {
        self.server = server
        self.caller = caller
        self.tasks = tasks
    }

    /// What a transport calls.
    package var handlers: ServerHandlers {
        // From now on: what changes after the first answer must not be missed.
        let changes = server.changes.subscribe()
        return ServerHandlers(
            answer: { call throws(ErrorObject) in try await self.answer(call) },
            whileServing: { peer in await self.announce(changes, to: peer) }
        )
    }

    /// Tells a legacy client of changed lists, and of the resources it watches, until the task is cancelled.
    private func announce(_ changes: AsyncStream<EverythingChange>, to peer: ServerPeer) async {
        for await change in changes {
            switch change {
            case .list(let list):
                await peer.notify(Notification(method: list.notificationMethod))
            case .resource(let uri):
                if isWatched(uri) { await peer.notify(.resourceUpdated(uri)) }
            case .task:
                break
            }
        }
    }

    private func answer(_ call: ServerCall) async throws(ErrorObject) -> Members {
        let params = call.context.params
        switch call.context.method {
        case "tools/list": return try listTools(call)
        case "tools/call": return try await callTool(call)
        case "prompts/list": return try listPrompts(call)
        case "prompts/get": return try await getPrompt(call)
        case "resources/list": return try listResources(call)
        case "resources/templates/list": return try listTemplates(call)
        case "resources/read": return try readResource(call)
        case "resources/subscribe": return try watch(params, true)
        case "resources/unsubscribe": return try watch(params, false)
        case "completion/complete": return try complete(call)
        case "logging/setLevel": return try setLevel(params)
        case "subscriptions/listen": return try await listen(call)
        case TaskExtension.get, TaskExtension.update, TaskExtension.cancel:
            guard call.context.era == .legacy else { return try tasks.answer(call, for: caller) }
            return try await tasks.answerLegacy(call, for: caller)
        case LegacyTasks.result, LegacyTasks.list:
            return try await tasks.answerLegacy(call, for: caller)
        default: throw .methodNotFound(call.context.method)
        }
    }

    // MARK: Logging

    private func setLevel(_ params: JSONObject) throws(ErrorObject) -> Members {
        guard let name = params["level"]?.stringValue, let level = LoggingLevel(rawValue: name) else {
            let names = LoggingLevel.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalidParams("level is none of \(names)")
        }
        state.withLock { $0.level = level }
        return [:]
    }

    /// Sends a log message during a call: legacy by the level that was set, modern by that of the request.
    func log(_ level: LoggingLevel, _ data: JSONValue, during call: ServerCall) async {
        let least: LoggingLevel? =
            call.context.era == .legacy ? state.withLock(\.level) : call.context.logLevel
        guard let least, level >= least else { return }
        var notification = LogMessage(level: level, logger: "everything", data: data).notification
        if let origin = CallOrigin(call.context) { notification.params = origin.marked(notification.params) }
        await call.notify(notification)
    }

    // MARK: Watching resources in the legacy era

    func isWatched(_ uri: String) -> Bool { state.withLock { $0.watched.contains(uri) } }

    private func watch(_ params: JSONObject, _ isWanted: Bool) throws(ErrorObject) -> Members {
        guard let uri = params["uri"]?.stringValue else { throw .invalidParams("uri is not a string") }
        state.withLock { state in
            if isWanted { state.watched.insert(uri) } else { state.watched.remove(uri) }
        }
        return [:]
    }

    // MARK: Pages

    /// One page of a listing; the cursor is the number of items before it.
    func page(_ items: [JSONValue], member: String, _ params: JSONObject) throws(ErrorObject) -> Members {
        var start = 0
        if let cursor = params["cursor"] {
            guard let text = cursor.stringValue, let number = Int(text), number > 0, number < items.count else {
                throw .invalidParams("cursor is none that this server gave")
            }
            start = number
        }
        let end = min(items.count, start + server.itemsPerPage)
        var result: JSONObject = [member: .array(Array(items[start..<end]))]
        if end < items.count { result["nextCursor"] = .string(String(end)) }
        return Members(result)
    }
}

extension Notification {
    static func resourceUpdated(_ uri: String) -> Notification {
        Notification(method: "notifications/resources/updated", params: ["uri": .string(uri)])
    }
}
