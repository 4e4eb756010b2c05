import JSON
import MCP
import Synchronization
import TestSupport
import Testing

@testable import MCPConnection

@Suite("A call that is made a task in 2025-11-25", .timeLimit(.minutes(1)))
struct ClientLegacyTasksTests {
    private static let tool = Tool(name: "t", taskSupport: "optional")

    private static let question = InputRequiredResult.InputRequest(
        key: "roots",
        method: "roots/list",
        params: [:]
    )

    /// Uses a server whose every call becomes a task with this work; where the client does not want one, it is told.
    private static func with<Value: Sendable>(
        bounds: TaskBounds = TaskBounds(pollInterval: .milliseconds(10)),
        capability: JSONObject = LegacyTasks.serverCapability,
        host: TaskHost? = nil,
        heard: @escaping @Sendable (String) -> Void = { _ in },
        work: @escaping TaskWork,
        _ body: @Sendable (Client) async throws -> Value
    ) async throws -> Value {
        let host = host ?? TaskHost(bounds: bounds, clock: ContinuousClock())
        let handlers = ServerHandlers(
            answer: { call throws(ErrorObject) in
                heard(call.context.method)
                guard call.context.method == "tools/call" else { return try await host.answerLegacy(call, for: "") }
                guard call.context.taskWish != nil else { return ["content": []] }
                return try host.start(call, for: "", work)
            },
            whileServing: { _ in await host.run() }
        )
        var server = ServerConfiguration(
            info: Implementation(name: "test-server", version: "1"),
            capabilities: ServerCapabilities(["tools": [:], "tasks": .object(capability)]),
            offer: .only(.november2025),
            methods: ["tools/list", "tools/call"]
        )
        server.methods.formUnion(LegacyTasks.methods)
        let answers = ClientHandlers { request in
            let task = request.params?["_meta"]?[LegacyTasks.relatedTask]?["taskId"]
            guard request.method == "roots/list", task != nil else { return .failure(.methodNotFound(request.method)) }
            return .success(["roots": []])
        }
        let (run, _) = try await withPeers(
            client: configuration(
                offer: .only(.november2025),
                capabilities: ClientCapabilities(["roots": [:]]),
                bounds: .patient
            ),
            server: server,
            handlers: handlers,
            clientHandlers: answers,
            clock: ContinuousClock(),
            body
        )
        return try run.outcome.get()
    }

    @Test("is followed to its result, with the questions on the way answered")
    func result() async throws {
        let outcome = try await Self.with { control throws(ErrorObject) in
            control.say("asking")
            let answers = try await control.ask([Self.question])
            return ["content": [], "structuredContent": ["roots": .number(JSONNumber(answers.count))]]
        } _: { client in
            await client.outcomeAsTask(of: Self.tool, timeToLive: .seconds(60))
        }
        guard case .result(let payload) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(payload.value["structuredContent"] == ["roots": 1])
        #expect(payload.value["_meta"]?[LegacyTasks.relatedTask]?["taskId"]?.stringValue != nil)
    }

    @Test("fails with the error of its work")
    func error() async throws {
        let outcome = try await Self.with { _ throws(ErrorObject) in
            throw .invalidParams("no")
        } _: { client in
            await client.outcomeAsTask(of: Self.tool)
        }
        #expect(outcome == .error(.invalidParams("no")))
    }

    @Test("has failed where the tool did, and its result can be had")
    func failedTool() async throws {
        let (outcome, statuses) = try await Self.with { _ in
            ["content": [], "isError": true]
        } _: { client in
            let outcome = await client.outcomeAsTask(of: Self.tool)
            let listed = try await client.request(LegacyTasks.list).value["tasks"]?.arrayValue ?? []
            return (outcome, listed.map { $0["status"] })
        }
        guard case .result(let payload) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(payload.value["isError"] == true)
        #expect(statuses == ["failed"])
    }

    @Test("is no task where tool or server runs none", arguments: [nil, "forbidden", "required"])
    func ordinary(taskSupport: String?) async throws {
        let capability = taskSupport == "required" ? [:] : LegacyTasks.serverCapability
        let outcome = try await Self.with(capability: capability) { _ in
            Issue.record("a task was started")
            return [:]
        } _: { client in
            await client.outcomeAsTask(of: Tool(name: "t", taskSupport: taskSupport))
        }
        guard case .result(let payload) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(payload.value == ["content": []])
    }

    @Test("is cancelled at the server when nobody waits for it any more")
    func cancelled() async throws {
        let host = TaskHost(bounds: TaskBounds(pollInterval: .milliseconds(10)), clock: ContinuousClock())
        let (methods, heard) = AsyncStream.makeStream(of: String.self)
        let id = Mutex("")
        let outcome = try await Self.with(host: host, heard: { heard.yield($0) }) { control in
            id.withLock { $0 = control.id }
            await control.pause(.seconds(3_600))
            return [:]
        } _: { client in
            await withTaskGroup(of: RequestOutcome.self) { group in
                group.addTask { await client.outcomeAsTask(of: Self.tool) }
                // The client follows the task: it has asked after it.
                for await method in methods where method == TaskExtension.get { break }
                group.cancelAll()
                let id = id.withLock(\.self)
                let outcome = await group.next() ?? .cancelled
                let again = await client.outcome(of: TaskExtension.cancel, params: ["taskId": .string(id)])
                guard case .error(let error) = again else {
                    Issue.record("\(again)")
                    return outcome
                }
                #expect(error.code == .invalidParams)
                #expect(host.details(of: id, for: "")?.handle.status == .cancelled)
                return outcome
            }
        }
        #expect(outcome == .cancelled)
    }

    @Test("lives as long as its client wants, and never longer than the server lets it")
    func timeToLive() async throws {
        let bounds = TaskBounds(timeToLive: .seconds(100), pollInterval: .milliseconds(10))
        let lives = try await Self.with(bounds: bounds) { control in
            await control.pause(.seconds(3_600))
            return [:]
        } _: { client in
            var lives: [JSONValue?] = []
            for wish in [[:], ["ttl": 5_000], ["ttl": 1_000_000]] as [JSONObject] {
                let params: Members = ["name": "t", "arguments": [:], "task": .object(wish)]
                let created = try await client.request("tools/call", params: params).value
                lives.append(created["task"]?["ttl"])
            }
            return lives
        }
        #expect(lives == [100_000, 5_000, 100_000])
    }
}
