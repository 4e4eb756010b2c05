import JSON
import MCP
import MCPConnection
import Synchronization

/// The gateway's side of one client, or in the modern era over HTTP of one request.
final class RoleConnection: Sendable {
    struct State {
        /// Legacy: nil until the client sets one.
        var level: LoggingLevel?
        var watched: Set<String> = []
        var lastCall = 0
        /// Legacy: what happens from the client's first request on, and whether somebody reads it.
        var news: AsyncStream<RoleEvent>?
    }

    let gateway: RoleGateway
    let caller: String
    /// Tells the connections of a role apart.
    let number: Int
    let state = Mutex(State())

    init(gateway: RoleGateway, caller: String, number: Int) {
        self.gateway = gateway
        self.caller = caller
        self.number = number
    }

    var handlers: ServerHandlers {
        ServerHandlers(
            answer: { call throws(ErrorObject) in try await self.answer(call) },
            whileServing: { peer in await self.tell(peer) }
        )
    }

    private func answer(_ call: ServerCall) async throws(ErrorObject) -> Members {
        // Before anything is answered: what changes afterwards must not be missed.
        if call.context.era == .legacy { _ = news() }
        switch call.context.method {
        case "tools/list": return try list(call, \.tools, "tools")
        case "prompts/list": return try list(call, \.prompts, "prompts")
        case "resources/list": return try list(call, \.resources, "resources")
        case "resources/templates/list": return try list(call, \.templates, "resourceTemplates")
        case "tools/call": return try await callTool(call)
        case "prompts/get": return try await getPrompt(call)
        case "resources/read": return try await readResource(call)
        case "completion/complete": return try await complete(call)
        case "resources/subscribe": return try await watch(call, true)
        case "resources/unsubscribe": return try await watch(call, false)
        case "logging/setLevel": return try setLevel(call)
        case "subscriptions/listen": return try await listen(call)
        default: throw .methodNotFound(call.context.method)
        }
    }

    /// Whose questions and messages may be mixed up: those of a session; in the modern era each call is by itself.
    func conversation(_ isModern: Bool) -> String {
        guard isModern else { return "\(gateway.role)#\(number)" }
        let call = state.withLock { state in
            state.lastCall += 1
            return state.lastCall
        }
        return "\(gateway.role)#\(number).\(call)"
    }

    // MARK: Lists

    private func list(
        _ call: ServerCall,
        _ list: (RoleCatalogue) -> [OfferedItem],
        _ member: String
    ) throws(ErrorObject) -> Members {
        var cursor: String?
        if let given = call.context.payload?["cursor"] {
            guard let text = given.string else { throw .invalidParams("cursor is not a string") }
            cursor = text
        }
        let revision = call.context.revision
        let key = ListedPages.Key(member: member, revision: revision)
        let (catalogue, build, known) = gateway.state.withLock { state in
            let build = state.shownBuild
            return (state.catalogue, build, cursor == nil ? state.pages.page(key, of: build) : nil)
        }
        if let known { return known }
        let page = try CataloguePage(of: list(catalogue), after: cursor, limit: RoleGateway.itemsPerPage)
        let items = page.items.map { member == "tools" ? $0.toolJSON(for: revision) : $0.json }
        var result = Members()
        result[member] = .text(JSONText(.array(items)))
        result["nextCursor"] = page.nextCursor.map { .value(.string($0)) }
        if revision.era == .modern, member == "tools" {
            // Which tools there are depends on the role, so nobody may keep the list for others.
            result["cacheScope"] = .value(.string(CachingHint.Scope.caller.rawValue))
        }
        if cursor == nil {
            let written = result
            gateway.state.withLock { $0.pages.keep(written, as: key, of: build) }
        }
        return result
    }

    // MARK: Telling

    /// Tells a legacy client of changed lists, of the resources it watches, and what integrations log between calls.
    private func tell(_ peer: ServerPeer) async {
        for await event in news() {
            switch event {
            case .list(let list): await peer.notify(Notification(method: list.notificationMethod))
            case .resource(let uri): await peer.notify(.resourceUpdated(uri))
            case .message(let notification): await peer.notify(notification)
            }
        }
        // Shielded: the client is gone, and nobody else would take its subscriptions back.
        let (gateway, number) = (gateway, number)
        _ = await Task { await gateway.watch([], for: number) }.value
    }

    /// What this client is to be told, from the first time that this is asked; for one reader.
    private func news() -> AsyncStream<RoleEvent> {
        if let news = state.withLock(\.news) { return news }
        let fresh = gateway.events.subscribe { [weak self] in self?.isNews($0) ?? false }
        return state.withLock { state in
            let news = state.news ?? fresh
            state.news = news
            return news
        }
    }

    private func isNews(_ event: RoleEvent) -> Bool {
        switch event {
        case .list: true
        case .resource(let uri): state.withLock { $0.watched.contains(uri) }
        case .message(let notification): isWanted(notification)
        }
    }

    /// Whether a legacy client wants a message: every one that is no log message, and those of its level.
    func isWanted(_ notification: MCP.Notification) -> Bool {
        guard notification.method == "notifications/message" else { return true }
        guard let least = state.withLock(\.level) else { return true }
        return Self.level(of: notification).map { $0 >= least } ?? true
    }

    static func level(of notification: MCP.Notification) -> LoggingLevel? {
        notification.params?["level"]?.stringValue.flatMap(LoggingLevel.init(rawValue:))
    }

    private func setLevel(_ call: ServerCall) throws(ErrorObject) -> Members {
        guard let level = call.context.payload?["level"]?.string.flatMap(LoggingLevel.init(rawValue:)) else {
            let names = LoggingLevel.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalidParams("level is none of \(names)")
        }
        state.withLock { $0.level = level }
        return [:]
    }

    // MARK: Watching

    private func watch(_ call: ServerCall, _ isWanted: Bool) async throws(ErrorObject) -> Members {
        guard let uri = call.context.payload?["uri"]?.string else { throw .invalidParams("uri is not a string") }
        if isWanted { try checkWatchable(uri) }
        let (before, watched) = state.withLock { state in
            let before = state.watched
            if isWanted { state.watched.insert(uri) } else { state.watched.remove(uri) }
            return (before, state.watched)
        }
        guard let fault = await gateway.watch(watched, for: number), isWanted else { return [:] }
        state.withLock { $0.watched = before }
        _ = await gateway.watch(before, for: number)
        throw fault
    }

    private func checkWatchable(_ uri: String) throws(ErrorObject) {
        let catalogue = gateway.catalogue
        guard let integration = catalogue.integration(ofResource: uri), let offer = catalogue.offer(of: integration)
        else { throw .invalidParams("no integration of this role has a resource \(uri)") }
        guard offer.capabilities.supportsResourceSubscriptions else {
            throw .invalidParams("\(integration) does not tell of changes of its resources")
        }
    }

    /// Serves a modern subscription: agrees first, then tells changes, until the client ends it or the role does.
    private func listen(_ call: ServerCall) async throws(ErrorObject) -> Members {
        guard let wanted = call.context.params["notifications"]?.objectValue else {
            throw .invalidParams("notifications is not an object")
        }
        var filter = try ListenFilter(wanted)
        let able = (filter.resources ?? []).filter { (try? checkWatchable($0)) != nil }
        filter = filter.keeping(able)
        // Before the acknowledgement: what changes after it must not be missed.
        let chosen = filter
        let events = gateway.events.subscribe { chosen.notification(of: $0) != nil }
        let (gateway, number) = (gateway, gateway.connection(caller: caller).number)
        if !able.isEmpty, let fault = await gateway.watch(able, for: number) {
            _ = await gateway.watch([], for: number)
            throw fault
        }
        let subscription = call.context.id
        let acknowledged = Notification(
            method: "notifications/subscriptions/acknowledged",
            params: ["notifications": .object(filter.json)]
        )
        await call.notify(acknowledged.onSubscription(subscription))
        for await event in events {
            guard let notification = filter.notification(of: event) else { continue }
            await call.notify(notification.onSubscription(subscription))
        }
        if !able.isEmpty {
            // Shielded: the client has gone, and a cancelled task could not ask for anything.
            _ = await Task { await gateway.watch([], for: number) }.value
        }
        return [:]
    }
}

extension OfferedItem {
    /// A tool as a client of the revision may read it.
    func toolJSON(for revision: ProtocolRevision) -> JSONValue {
        // What is in the catalogue has been read before.
        guard let tool = try? Tool(json: json), case .object(var object) = tool.json(for: revision) else { return json }
        if revision.era == .legacy, let schema = object["outputSchema"], schema["type"] != "object" {
            // Until then structured content is an object, and nothing else can be promised.
            object["outputSchema"] = nil
        }
        return .object(object)
    }
}
