package import JSON
package import MCP

extension TaskHost {
    /// Answers the four methods of the tasks of 2025-11-25.
    ///
    /// What a task asks its client is asked while the client waits for the result.
    package func answerLegacy(_ call: ServerCall, for caller: String) async throws(ErrorObject) -> Members {
        if call.context.method == LegacyTasks.list {
            // All at once: there are no more than one caller may have.
            return ["tasks": .array(handles(for: caller).map { .object($0.legacyJSON) })]
        }
        guard let id = call.context.params["taskId"]?.stringValue else {
            throw .invalidParams("taskId is not a string")
        }
        guard let details = details(of: id, for: caller) else { throw TaskTable.unknown }
        switch call.context.method {
        case TaskExtension.get:
            return Members(details.handle.legacyJSON)
        case TaskExtension.cancel:
            guard !details.handle.status.isFinal else {
                throw .invalidParams("the task is over already: it is \(details.handle.status.rawValue)")
            }
            try attempt { table throws(ErrorObject) in try table.cancel(id, for: caller) }
            return Members((self.details(of: id, for: caller) ?? details).handle.legacyJSON)
        case LegacyTasks.result:
            return try await result(of: id, call, for: caller)
        default:
            throw .methodNotFound(call.context.method)
        }
    }

    /// Waits for the end of a task, and asks what it wants to know meanwhile.
    private func result(of id: String, _ call: ServerCall, for caller: String) async throws(ErrorObject) -> Members {
        while true {
            let change = nextChange(of: id)
            defer { forget(change, of: id) }
            guard let details = details(of: id, for: caller) else { throw TaskTable.unknown }
            switch details.content {
            case .result(let result):
                var result = result
                var meta = result["_meta"]?.objectValue ?? [:]
                for (key, value) in LegacyTasks.relation(to: id) { meta[key] = value }
                result["_meta"] = .object(meta)
                return Members(result)
            case .error(let error):
                throw error
            case .none where details.handle.status == .cancelled:
                throw ErrorObject(.internalError, details.handle.message ?? "The task was cancelled")
            case .inputs(let questions):
                for question in questions { try await ask(question, of: id, call, for: caller) }
            case .none:
                await change.wait()
                guard !Task.isCancelled else { throw ErrorObject(.internalError, "The wait was given up") }
            }
        }
    }

    private func ask(
        _ question: InputRequiredResult.InputRequest,
        of id: String,
        _ call: ServerCall,
        for caller: String
    ) async throws(ErrorObject) {
        var params = question.params ?? [:]
        var meta = params["_meta"]?.objectValue ?? [:]
        for (key, value) in LegacyTasks.relation(to: id) { meta[key] = value }
        params["_meta"] = .object(meta)
        let answer: JSONObject
        switch await call.request(question.method, params: params) {
        case .result(let result): answer = result
        case .error(let error): throw ErrorObject(.internalError, "\(question.method) failed: \(error.message)")
        case .notAllowed, .invalid, .lost:
            throw ErrorObject(.internalError, "\(question.method) was not answered")
        }
        let responses: JSONObject = [question.key: .object(answer)]
        try attempt { table throws(ErrorObject) in try table.answer(responses, of: id, for: caller) }
    }
}

extension RequestContext {
    /// What the client says of the task that this call is to become; nil where it wants none, or the revision has none.
    package var taskWish: JSONObject? {
        revision == .november2025 ? params["task"]?.objectValue : nil
    }
}
