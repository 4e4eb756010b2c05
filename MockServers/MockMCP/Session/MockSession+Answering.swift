import JSON
import MCP

extension MockSession {
    /// Answers a request that the speaker found valid.
    mutating func answer(_ context: RequestContext) {
        if context.era == .modern, !isReady {
            isReady = true
            send(.ready, during: context)
        }
        switch context.method {
        case "tools/list": list(context)
        case "tools/call": call(context)
        case "subscriptions/listen": listen(context)
        default: respond(to: context.id, with: .success([:]))
        }
    }

    /// Answers now, with everything that may still be in the way.
    mutating func respond(to id: RequestID, with answer: Result<JSONObject, ErrorObject>) {
        switch answer {
        case .success(let result): perform(speaker.respond(to: id, with: result))
        case .failure(let error): perform(speaker.respond(to: id, with: error))
        }
    }

    // MARK: Listing

    private mutating func list(_ context: RequestContext) {
        let tools = server.tools
        var start = 0
        if let cursor = context.params["cursor"] {
            guard let place = tools.firstIndex(where: { cursor.stringValue == Self.cursor(after: $0) }) else {
                respond(to: context.id, with: .failure(.invalidParams("cursor \(cursor.text()) is not one of ours")))
                return
            }
            start = place + 1
        }
        let end = min(tools.count, start + (server.pageSize ?? tools.count))
        var result: JSONObject = ["tools": .array(tools[start..<end].map { $0.json(for: context.revision) })]
        if end < tools.count, end > start { result["nextCursor"] = .string(Self.cursor(after: tools[end - 1])) }
        respond(to: context.id, with: .success(result))
        guard context.params["cursor"] == nil else { return }
        listingsMade += 1
        change(at: .listings(listingsMade))
    }

    /// By name and not by number, so that a cursor stays good while the list changes.
    private static func cursor(after tool: MockTool) -> String {
        "after:\(tool.name)"
    }

    // MARK: Calling

    private mutating func call(_ context: RequestContext) {
        let params = context.params
        guard let name = params["name"]?.stringValue else {
            respond(to: context.id, with: .failure(.invalidParams("name is missing")))
            return
        }
        guard let tool = server.tools.first(where: { $0.name == name }) else {
            respond(to: context.id, with: .failure(.invalidParams("Unknown tool: \(name)")))
            return
        }
        guard let arguments = (params["arguments"] ?? [:]).objectValue else {
            respond(to: context.id, with: .failure(.invalidParams("arguments is not an object")))
            return
        }
        let wrong = ArgumentCheck.faults(in: arguments, against: tool.inputSchema)
        guard wrong.isEmpty else {
            respond(to: context.id, with: Self.refusal(of: wrong, in: context.revision))
            return
        }
        send(.call, during: context)
        let answer = tool.answer.answer(to: arguments, in: context.revision)
        callsMade += 1
        guard tool.delay > .zero else {
            respond(to: context.id, with: answer)
            change(at: .calls(callsMade))
            return
        }
        for step in 0..<tool.progressSteps {
            let time = now + tool.delay * step / tool.progressSteps
            schedule.add(.progress(context.id, step: step + 1, of: tool.progressSteps), at: time)
        }
        schedule.add(.respond(context.id, answer), at: now + tool.delay)
        change(at: .calls(callsMade))
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
    private mutating func send(_ moment: MockNotification.Moment, during context: RequestContext) {
        for notification in server.notifications where notification.moment == moment {
            if context.era == .modern, notification.method == "notifications/message", context.logLevel == nil {
                continue
            }
            perform(speaker.notify(notification.message, during: context.id))
        }
    }
}
