import JSON
import MCP
import MCPConnection

/// Carries a dialogue through: in the legacy era with requests to the client, in the modern one with retries of the call.
struct DialogueRunner: Sendable {
    /// One step of a fixture; it remembers nothing of its own.
    typealias Step = @Sendable (Dialogue) throws(ErrorObject) -> DialogueStep

    let call: ServerCall
    let seal: RequestStateSeal
    let connection: EverythingConnection

    private static let roundLimit = 8

    func run(_ step: Step) async throws(ErrorObject) -> Members {
        switch call.context.era {
        case .modern: try retry(step)
        case .legacy: try await converse(step)
        }
    }

    // MARK: Modern

    private func retry(_ step: Step) throws(ErrorObject) -> Members {
        let params = call.context.params
        switch try step(Dialogue(replies: try replies(in: params), memory: try memory(in: params))) {
        case .finish(let result):
            return Members(result)
        case .start(let work):
            return try connection.tasks.start(call, for: connection.caller, work)
        case .ask(let questions, let memory):
            try requireCapabilities(questions)
            let state = memory.map { seal.seal($0, for: binding(params)) }
            return Members(InputRequiredResult(inputRequests: questions, requestState: state).json)
        }
    }

    private func replies(in params: JSONObject) throws(ErrorObject) -> [String: JSONObject] {
        guard let value = params["inputResponses"] else { return [:] }
        guard let members = value.objectValue else { throw .invalidParams("inputResponses is not an object") }
        var replies: [String: JSONObject] = [:]
        for (key, value) in members {
            guard let reply = value.objectValue else {
                throw .invalidParams("inputResponses.\(key) is not an object")
            }
            replies[key] = reply
        }
        return replies
    }

    private func memory(in params: JSONObject) throws(ErrorObject) -> JSONObject {
        guard let value = params["requestState"] else { return [:] }
        guard let text = value.stringValue else { throw .invalidParams("requestState is not a string") }
        do {
            return try seal.open(text, for: binding(params))
        } catch {
            throw .invalidParams("requestState \(error)")
        }
    }

    /// What a state belongs to: the caller and the very request that is retried.
    private func binding(_ params: JSONObject) -> String {
        let parts: JSONValue = [
            .string(connection.caller), .string(call.context.method), params["name"] ?? params["uri"] ?? .null,
            params["arguments"] ?? .null,
        ]
        return parts.text(.canonical)
    }

    private func requireCapabilities(_ questions: [DialogueStep.Question]) throws(ErrorObject) {
        var missing = JSONObject()
        let declared = call.context.capabilitiesBehindAll
        for question in questions where !declared.declares(question.capability) {
            missing[question.capability] = [:]
        }
        guard missing.isEmpty else { throw .missingClientCapability(ClientCapabilities(missing)) }
    }

    // MARK: Legacy

    private func converse(_ step: Step) async throws(ErrorObject) -> Members {
        var dialogue = Dialogue(replies: [:], memory: [:])
        let origin = CallOrigin(call.context)
        for _ in 0..<Self.roundLimit {
            switch try step(dialogue) {
            case .finish(let result):
                return Members(result)
            case .start:
                throw .missingClientCapability(TaskExtension.required)
            case .ask(let questions, let memory):
                let replies =
                    if let origin { try await askTogether(questions, origin) } else { try await askInTurn(questions) }
                dialogue = Dialogue(replies: replies, memory: memory ?? [:])
            }
        }
        throw ErrorObject(.internalError, "The client gave no usable answer in \(Self.roundLimit) rounds")
    }

    private func askInTurn(_ questions: [DialogueStep.Question]) async throws(ErrorObject) -> [String: JSONObject] {
        var replies: [String: JSONObject] = [:]
        for question in questions { replies[question.key] = try await ask(question, question.params) }
        return replies
    }

    /// Asks everything at once, under its names; for a client behind a gateway, and only for what that client can do.
    private func askTogether(
        _ questions: [DialogueStep.Question],
        _ origin: CallOrigin
    ) async throws(ErrorObject) -> [String: JSONObject] {
        if origin.era == .modern { try requireCapabilities(questions) }
        let answers = await withTaskGroup(of: (String, Result<JSONObject, ErrorObject>).self) { group in
            for question in questions {
                group.addTask {
                    do throws(ErrorObject) {
                        let params = origin.marked(question, among: questions)
                        return (question.key, .success(try await ask(question, params)))
                    } catch {
                        return (question.key, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var replies: [String: JSONObject] = [:]
        for question in questions { replies[question.key] = try answers[question.key]?.get() }
        return replies
    }

    private func ask(_ question: DialogueStep.Question, _ params: JSONObject?) async throws(ErrorObject) -> JSONObject {
        switch await call.request(question.method, params: params) {
        case .result(let result): return result
        case .error(let error): throw ErrorObject(.internalError, "\(question.method) failed: \(error.message)")
        case .notAllowed(let why): throw ErrorObject(.internalError, "\(question.method) was not asked: \(why)")
        case .invalid(let violation): throw ErrorObject(.internalError, "\(question.method): \(violation.detail)")
        case .lost: throw ErrorObject(.internalError, "\(question.method) was never answered")
        }
    }
}
