import JSON
package import MCP

/// Answers what is asked of a mock, and remembers what that depends on: the same behind a pipe, a channel and HTTP.
package struct MockDesk: Sendable {
    /// The server with the changes that were made so far.
    package private(set) var server: MockServer
    private var callsMade = 0
    private var listingsMade = 0
    private var appliedChanges: Set<Int> = []

    /// A desk nobody has asked anything yet.
    package init(_ server: MockServer) {
        self.server = server
    }

    /// Answers a listing or a call; every other request that was let through gets an empty result.
    package mutating func answer(_ context: RequestContext) -> MockReply {
        switch context.method {
        case "tools/list": list(context)
        case "tools/call": call(context)
        default: MockReply(.success([:]))
        }
    }

    /// Makes one change of the script, once.
    /// - Returns: whether those who want to know are to be told.
    package mutating func make(_ change: Int) -> Bool {
        guard appliedChanges.insert(change).inserted else { return false }
        server = server.changes[change].applied(to: server)
        return server.announcesChanges
    }

    /// The changes that come by themselves, each with its time since the start.
    package var timedChanges: [(time: Duration, change: Int)] {
        server.changes.enumerated().compactMap { index, change in
            if case .time(let time) = change.moment { (time, index) } else { nil }
        }
    }

    // MARK: Listing

    private mutating func list(_ context: RequestContext) -> MockReply {
        let tools = server.tools
        var start = 0
        if let cursor = context.params["cursor"] {
            guard let place = tools.firstIndex(where: { cursor.stringValue == Self.cursor(after: $0) }) else {
                return MockReply(.failure(.invalidParams("cursor \(cursor.text()) is not one of ours")))
            }
            start = place + 1
        }
        let end = min(tools.count, start + (server.pageSize ?? tools.count))
        var result = Members()
        result["tools"] =
            if start == 0, end == tools.count {
                .text(server.writtenTools.text(of: tools, in: context.revision))
            } else {
                .value(.array(tools[start..<end].map { $0.json(for: context.revision) }))
            }
        if end < tools.count, end > start { result["nextCursor"] = .value(.string(Self.cursor(after: tools[end - 1]))) }
        var reply = MockReply(.success(result))
        guard context.params["cursor"] == nil else { return reply }
        listingsMade += 1
        reply.changes = changes(at: .listings(listingsMade))
        return reply
    }

    /// By name and not by number, so that a cursor stays good while the list changes.
    private static func cursor(after tool: MockTool) -> String {
        "after:\(tool.name)"
    }

    // MARK: Calling

    private mutating func call(_ context: RequestContext) -> MockReply {
        let params = context.params
        guard let name = params["name"]?.stringValue else {
            return MockReply(.failure(.invalidParams("name is missing")))
        }
        guard let tool = server.tools.first(where: { $0.name == name }) else {
            return MockReply(.failure(.invalidParams("Unknown tool: \(name)")))
        }
        guard let arguments = (params["arguments"] ?? [:]).objectValue else {
            return MockReply(.failure(.invalidParams("arguments is not an object")))
        }
        let wrong = ArgumentCheck.faults(in: arguments, against: tool.inputSchema)
        guard wrong.isEmpty else { return MockReply(Self.refusal(of: wrong, in: context.revision).map { Members($0) }) }
        var reply = MockReply(tool.answer.answer(to: arguments, in: context.revision).map { Members($0) })
        reply.notifications = notifications(.call, during: context)
        (reply.delay, reply.progressSteps) = (tool.delay, tool.progressSteps)
        callsMade += 1
        reply.changes = changes(at: .calls(callsMade))
        return reply
    }

    /// Since 2025-11-25 wrong arguments are told to the model, in a result; before, they were an error of the protocol.
    private static func refusal(
        of faults: [String],
        in revision: ProtocolRevision
    ) -> Result<JSONObject, ErrorObject> {
        let text = faults.joined(separator: "; ")
        guard revision >= .november2025 else { return .failure(.invalidParams(text)) }
        return .success(CallToolResult(content: [.text("Invalid arguments: \(text)")], isError: true).json)
    }

    // MARK: Notifying

    /// Notifications of the script; a stateless client gets log messages only when its request asks for them.
    package func notifications(
        _ moment: MockNotification.Moment,
        during context: RequestContext
    ) -> [MCP.Notification] {
        server.notifications.filter { notification in
            guard notification.moment == moment else { return false }
            guard context.era == .modern, notification.method == "notifications/message" else { return true }
            return context.logLevel != nil
        }
        .map(\.message)
    }

    private func changes(at moment: MockChange.Moment) -> [Int] {
        server.changes.indices.filter { server.changes[$0].moment == moment && !appliedChanges.contains($0) }
    }
}
