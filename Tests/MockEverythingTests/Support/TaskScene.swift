import JSON
import MCP
import MockEverything
import TestSupport

/// A client that knows tasks, and makes every request of one by hand.
struct TaskScene {
    var peer: ModernPeer
    /// What the tasks of the server go by: it stands still but for when somebody waits for one.
    let clock: ManualClock
    var capabilities: JSONObject = TaskScene.allCapabilities.object
    private var lastID = 0

    private init(peer: ModernPeer, clock: ManualClock) {
        self.peer = peer
        self.clock = clock
    }

    static let allCapabilities = ClientCapabilities([
        "elicitation": [:], "sampling": [:], "extensions": [TaskExtension.name: [:]],
    ])

    private static let pollLimit = 20_000

    static func play(_ scene: Scene, _ body: @escaping (inout TaskScene) async throws -> Void) async throws {
        let clock = ManualClock()
        let server = EverythingServer(seal: RequestStateSeal(now: { .zero }), clock: clock)
        try await ModernPeer.with(scene.reach, server, tampering: scene.tampering) { peer in
            var tasks = TaskScene(peer: peer, clock: clock)
            defer { peer = tasks.peer }
            try await body(&tasks)
        }
    }

    mutating func ask(
        _ method: String,
        _ params: JSONObject = [:],
        name: String? = nil,
        fields: [String: String] = [:]
    ) async throws -> ModernPeer.Reply {
        lastID += 1
        var meta = RawPost.meta
        meta[MetaKey.clientCapabilities] = .object(capabilities)
        var all = fields
        if let name { all["Mcp-Name"] = name }
        return try await peer.ask(method, params, meta: meta, id: lastID, fields: all)
    }

    mutating func call(
        _ tool: String,
        _ arguments: JSONObject = [:],
        fields: [String: String] = [:]
    ) async throws -> ModernPeer.Reply {
        let params: JSONObject = ["name": .string(tool), "arguments": .object(arguments)]
        return try await ask("tools/call", params, name: tool, fields: fields)
    }

    /// Calls a tool that has to become a task, and returns its id.
    mutating func start(_ tool: String, _ arguments: JSONObject = [:]) async throws -> String {
        let reply = try await call(tool, arguments)
        guard reply.result["resultType"] == "task", let id = reply.result["taskId"]?.stringValue else {
            throw Unexpected("\(tool): \(reply.answer.text())")
        }
        return id
    }

    mutating func get(_ id: String) async throws -> ModernPeer.Reply {
        try await ask(TaskExtension.get, ["taskId": .string(id)], name: id)
    }

    mutating func cancel(_ id: String) async throws -> ModernPeer.Reply {
        try await ask(TaskExtension.cancel, ["taskId": .string(id)], name: id)
    }

    mutating func update(_ id: String, _ responses: JSONObject) async throws -> ModernPeer.Reply {
        try await ask(TaskExtension.update, ["taskId": .string(id), "inputResponses": .object(responses)], name: id)
    }

    /// Asks after a task until it is over.
    mutating func final(_ id: String) async throws -> JSONValue {
        try await poll(id) { TaskStatus(rawValue: $0)?.isFinal == true }
    }

    /// Asks after a task until it waits for its client.
    mutating func waiting(_ id: String) async throws -> JSONValue {
        try await poll(id) { $0 == TaskStatus.inputRequired.rawValue }
    }

    mutating func tools() async throws -> [String] {
        let tools = try await ask("tools/list").result["tools"]?.arrayValue ?? []
        return tools.compactMap { $0["name"]?.stringValue }
    }

    private mutating func poll(_ id: String, until isEnough: (String) -> Bool) async throws -> JSONValue {
        for _ in 0..<Self.pollLimit {
            let task = try await get(id).result
            if let status = task["status"]?.stringValue, isEnough(status) { return task }
            clock.advance(by: .milliseconds(100))
        }
        throw Unexpected("the task \(id) never got there")
    }
}
