import JSON
import MCP
import Synchronization
import TestSupport
import Testing

@testable import MCPConnection

@Suite("A call that becomes a task", .timeLimit(.minutes(1)))
struct ClientTasksTests {
    static let capabilities = ClientCapabilities(["roots": [:], "extensions": [TaskExtension.name: [:]]])

    private static func question(_ method: String) -> InputRequiredResult.InputRequest {
        let form: JSONObject = ["message": "?", "requestedSchema": ["type": "object", "properties": [:]]]
        return InputRequiredResult.InputRequest(
            key: method,
            method: method,
            params: method == "elicitation/create" ? form : [:]
        )
    }

    /// Makes one call of a server whose every call becomes a task with this work.
    private static func outcome(
        capabilities: ClientCapabilities = capabilities,
        bounds: TaskBounds = TaskBounds(pollInterval: .milliseconds(10)),
        host: TaskHost? = nil,
        work: @escaping TaskWork
    ) async throws -> RequestOutcome {
        let host = host ?? TaskHost(bounds: bounds, clock: ContinuousClock())
        let handlers = ServerHandlers(
            answer: { call throws(ErrorObject) in
                guard call.context.method == "tools/call" else { return try host.answer(call, for: "") }
                return try host.start(call, for: "", work)
            },
            whileServing: { _ in await host.run() }
        )
        var server = serverConfiguration(offer: .modern)
        server.methods.formUnion(TaskExtension.methods)
        server.requiredClientCapabilities = TaskExtension.requirements
        let answers = ClientHandlers { request in
            request.method == "roots/list" ? .success(["roots": []]) : .failure(.methodNotFound(request.method))
        }
        let (run, _) = try await withPeers(
            client: configuration(offer: .modern, capabilities: capabilities, bounds: .patient),
            server: server,
            handlers: handlers,
            clientHandlers: answers,
            clock: ContinuousClock()
        ) { client in
            await client.outcomeAfterInputs(of: "tools/call", params: ["name": "t"])
        }
        return try run.outcome.get()
    }

    @Test("is followed to its result, with the questions on the way answered")
    func result() async throws {
        let outcome = try await Self.outcome { control throws(ErrorObject) in
            control.say("asking")
            let first = try await control.ask([Self.question("roots/list")])
            let again = try await control.ask([Self.question("roots/list")])
            return ["content": [], "structuredContent": ["equal": .bool(first == again)]]
        }
        guard case .result(let payload) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(payload.value == ["content": [], "structuredContent": ["equal": true]])
    }

    @Test("fails with the error of its work")
    func error() async throws {
        let outcome = try await Self.outcome { _ throws(ErrorObject) in throw .invalidParams("no") }
        #expect(outcome == .error(.invalidParams("no")))
    }

    @Test("fails where the client lacks what the task would ask for")
    func undeclared() async throws {
        let outcome = try await Self.outcome { control throws(ErrorObject) in
            _ = try await control.ask([Self.question("elicitation/create")])
            return [:]
        }
        #expect(outcome == .error(.missingClientCapability(ClientCapabilities(["elicitation": [:]]))))
    }

    @Test("is given up when nobody answers what it asks, and the server stops")
    func refusedInput() async throws {
        let host = TaskHost(bounds: TaskBounds(pollInterval: .milliseconds(10)), clock: ContinuousClock())
        let id = Mutex("")
        let outcome = try await Self.outcome(
            capabilities: ClientCapabilities(["elicitation": [:], "extensions": [TaskExtension.name: [:]]]),
            host: host
        ) { control throws(ErrorObject) in
            id.withLock { $0 = control.id }
            _ = try await control.ask([Self.question("elicitation/create")])
            return [:]
        }
        let asked = InputRequiredResult(inputRequests: [Self.question("elicitation/create")])
        #expect(outcome == .inputRequired(asked))
        #expect(host.details(of: id.withLock(\.self), for: "")?.handle.status == .cancelled)
    }

    @Test("is over for a client once the server has forgotten it")
    func forgotten() async throws {
        let bounds = TaskBounds(timeToLive: .milliseconds(30), pollInterval: .milliseconds(20))
        let host = TaskHost(bounds: bounds, clock: ContinuousClock())
        let outcome = try await Self.outcome(host: host) { control in
            await control.pause(.seconds(3_600))
            return [:]
        }
        switch outcome {
        case .error(TaskTable.unknown), .timedOut: break
        default: Issue.record("\(outcome)")
        }
    }

    @Test("is refused to a client that knows no tasks")
    func unknown() async throws {
        let outcome = try await Self.outcome(capabilities: .none) { _ in [:] }
        #expect(outcome == .error(.missingClientCapability(TaskExtension.required)))
    }

    @Test("is cancelled at the server when the caller no longer wants it")
    func cancelled() async throws {
        let host = TaskHost(bounds: TaskBounds(pollInterval: .milliseconds(10)), clock: ContinuousClock())
        let (polled, sink) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let handlers = ServerHandlers(
            answer: { call throws(ErrorObject) in
                guard call.context.method == "tools/call" else {
                    // From its first question on the client knows the task, and can give it up by name.
                    if let id = call.context.params["taskId"]?.stringValue { sink.yield(id) }
                    return try host.answer(call, for: "")
                }
                return try host.start(call, for: "") { control in
                    await control.pause(.seconds(3_600))
                    return [:]
                }
            },
            whileServing: { _ in await host.run() }
        )
        var server = serverConfiguration(offer: .modern)
        server.methods.formUnion(TaskExtension.methods)
        let (run, _) = try await withPeers(
            client: configuration(offer: .modern, capabilities: Self.capabilities, bounds: .patient),
            server: server,
            handlers: handlers,
            clock: ContinuousClock()
        ) { client in
            await withTaskGroup(of: RequestOutcome?.self) { group in
                group.addTask { await client.outcomeAfterInputs(of: "tools/call", params: ["name": "t"]) }
                var ids = polled.makeAsyncIterator()
                let id = await ids.next() ?? ""
                group.cancelAll()
                let outcome = await group.next() ?? nil
                return (outcome, host.details(of: id, for: "")?.handle.status)
            }
        }
        let (outcome, status) = try run.outcome.get()
        #expect(outcome == .cancelled)
        #expect(status == .cancelled)
    }

    @Test("is an invalid answer to a client that declared nothing")
    func undeclaredAnswer() async throws {
        let handlers = ServerHandlers { _ throws(ErrorObject) in
            let now = "2026-08-02T12:00:00Z"
            return Members(
                TaskHandle(id: "a", createdAt: now, lastUpdatedAt: now, timeToLiveInMilliseconds: nil).result
            )
        }
        let (run, violations) = try await withPeers(
            client: configuration(offer: .modern),
            server: serverConfiguration(offer: .modern),
            handlers: handlers
        ) { client in
            await client.outcomeAfterInputs(of: "tools/call", params: ["name": "t"])
        }
        guard case .invalid(let violation) = try run.outcome.get() else {
            Issue.record("\(run.outcome)")
            return
        }
        #expect(violation.code == .unknownResultType)
        #expect(violations.isEmpty)
    }
}
