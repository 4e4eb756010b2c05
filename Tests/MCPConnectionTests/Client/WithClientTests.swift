import JSON
import MCP
import TestSupport
import Testing

@testable import MCPConnection

@Suite("A client", .timeLimit(.minutes(1)))
struct WithClientTests {
    @Test("speaks every revision with our own server", arguments: ProtocolRevision.allCases)
    func revisions(_ revision: ProtocolRevision) async throws {
        let offer = RevisionOffer.only(revision)
        let (run, violations) = try await withPeers(client: configuration(offer: offer), handlers: echoHandlers) {
            client in
            #expect(client.server.revision == revision)
            #expect(client.server.info?.name == "test-server")
            let tools = try await client.listTools()
            #expect(tools.map(\.name) == ["echo"])
            return try await client.callTool("echo", arguments: ["a": 1]).value
        }
        #expect(try run.value["content"]?[0]?["text"] == #"{"a":1}"#)
        #expect(run.violations.isEmpty)
        #expect(violations.isEmpty)
    }

    @Test("finds the era of the server by itself", arguments: [RevisionOffer.all, .legacy, .modern])
    func eras(_ offer: RevisionOffer) async throws {
        let server = serverConfiguration(offer: offer)
        let (run, _) = try await withPeers(server: server, handlers: echoHandlers) { $0.server.era }
        #expect(try run.value == (offer == .legacy ? .legacy : .modern))
    }

    @Test("gets the right answer to each of 1,000 requests at once", arguments: [ChannelPair.memory, .pipes])
    func concurrent(_ pair: ChannelPair) async throws {
        let (run, _) = try await withPeers(pair, handlers: echoHandlers) { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        let result = try await client.callTool("echo", arguments: ["n": .number(JSONNumber(number))])
                        return result.value["content"]?[0]?["text"] == .string("{\"n\":\(number)}")
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(try run.value == 1000)
        #expect(run.violations.isEmpty)
    }

    @Test("fails a request with the server's own error")
    func serverError() async throws {
        let handlers = ServerHandlers { (_) throws(ErrorObject) in throw ErrorObject(-32050, "broken", data: [1]) }
        let (run, _) = try await withPeers(handlers: handlers) { client in
            await #expect(throws: RequestFailure.self) { try await client.callTool("echo") }
            return await client.outcome(of: "tools/call", params: ["name": "echo"])
        }
        #expect(try run.value == .error(ErrorObject(-32050, "broken", data: [1])))
    }

    @Test(
        "gives up a request after its own time, tells the server, and goes on",
        arguments: [RevisionOffer.legacy, .modern]
    )
    func timeout(_ offer: RevisionOffer) async throws {
        let clock = ManualClock()
        let (called, stopped) = (OneShot<Void>(), OneShot<Void>())
        let handlers = ServerHandlers { (call) throws(ErrorObject) in
            guard call.context.params["name"] == "slow" else { return ["content": []] }
            called.fulfil(())
            _ = await OneShot<Void>().wait()
            stopped.fulfil(())
            return [:]
        }
        let (run, _) = try await withPeers(client: configuration(offer: offer), handlers: handlers, clock: clock) {
            client in
            async let slow = client.outcome(
                of: "tools/call",
                params: ["name": "slow"],
                options: RequestOptions(timeLimit: .within(.seconds(7)))
            )
            _ = await called.wait()
            clock.advance(by: .seconds(7))
            #expect(await slow == .timedOut(after: .seconds(7)))
            _ = await stopped.wait()
            _ = try await client.callTool("quick")
        }
        try run.outcome.get()
    }

    @Test("tells the server when the task that asked is cancelled")
    func cancellation() async throws {
        let (called, stopped) = (OneShot<Void>(), OneShot<Void>())
        let handlers = ServerHandlers { (_) throws(ErrorObject) in
            called.fulfil(())
            _ = await OneShot<Void>().wait()
            stopped.fulfil(())
            return [:]
        }
        let (run, _) = try await withPeers(handlers: handlers) { client in
            await withTaskGroup { group in
                group.addTask { #expect(await client.outcome(of: "tools/call", params: ["name": "x"]) == .cancelled) }
                _ = await called.wait()
                group.cancelAll()
            }
            _ = await stopped.wait()
        }
        try run.outcome.get()
    }

    @Test("hears progress in order", arguments: [RevisionOffer.legacy, .modern])
    func progress(_ offer: RevisionOffer) async throws {
        let handlers = ServerHandlers { (call) throws(ErrorObject) in
            for step in 1...3 { await call.progress(Double(step), total: 3) }
            return ["content": []]
        }
        let seen = Collected<Double>()
        let (run, _) = try await withPeers(client: configuration(offer: offer), handlers: handlers) { client in
            _ = try await client.callTool("x") { seen.append($0.progress) }
        }
        try run.outcome.get()
        #expect(seen.all == [1, 2, 3])
    }

    @Test("answers what a legacy server asks")
    func serverRequest() async throws {
        let handlers = ServerHandlers { (call) throws(ErrorObject) in
            guard case .result(let roots) = await call.request("roots/list") else { return [:] }
            return ["content": [["type": "text", "text": .string(JSONValue.object(roots).description)]]]
        }
        let client = configuration(offer: .legacy, capabilities: ClientCapabilities(["roots": [:]]))
        let clientHandlers = ClientHandlers { request in
            #expect(request.method == "roots/list")
            return .success(["roots": []])
        }
        let (run, _) = try await withPeers(client: client, handlers: handlers, clientHandlers: clientHandlers) {
            client in
            try await client.callTool("x").value
        }
        #expect(try run.value["content"]?[0]?["text"] == #"{"roots":[]}"#)
    }

    @Test("hears notifications that belong to no request")
    func notifications() async throws {
        let changed = MCP.Notification(method: "notifications/roots/list_changed")
        let (run, _) = try await withPeers(
            client: configuration(offer: .legacy),
            handlers: ServerHandlers(
                answer: { (_) throws(ErrorObject) in [:] },
                hear: { _ in }
            )
        ) { client in
            await client.notify(changed)
        }
        try run.outcome.get()
        let feed = NotificationFeed(limit: 2)
        for _ in 0..<5 { feed.deliver(changed) }
        feed.finish()
        var count = 0
        for await _ in feed { count += 1 }
        #expect((count, feed.droppedCount) == (2, 3))
    }

    @Test("can hear everything that was said before an answer, before it is given the answer")
    func hearsFirst() async throws {
        let handlers = ServerHandlers { (call) throws(ErrorObject) in
            for step in 0..<20 {
                await call.notify(LogMessage(level: .info, data: .number(JSONNumber(step))).notification)
            }
            return ["content": []]
        }
        let heard = Collected<JSONValue>()
        let clientHandlers = ClientHandlers(
            answer: { .failure(.methodNotFound($0.method)) },
            hear: { notification in
                heard.append(notification.params?["data"] ?? .null)
                return true
            }
        )
        let client = configuration(offer: .legacy)
        let (run, _) = try await withPeers(client: client, handlers: handlers, clientHandlers: clientHandlers) {
            client in
            _ = try await client.callTool("x")
            return heard.all.count
        }
        #expect(try run.value == 20)
    }

    @Test("declares for one request what somebody else can do, where it asks on his behalf")
    func capabilitiesOfOneRequest() async throws {
        let handlers = ServerHandlers { (call) throws(ErrorObject) in
            ["content": [], "structuredContent": call.context.clientCapabilities.json]
        }
        let client = configuration(offer: .modern, capabilities: ClientCapabilities(["roots": [:]]))
        let (run, _) = try await withPeers(client: client, handlers: handlers) { client in
            let options = RequestOptions(capabilities: ClientCapabilities(["sampling": [:]]))
            let theirs = try await client.callTool("x", options: options).value
            return [theirs["structuredContent"], try await client.callTool("x").value["structuredContent"]]
        }
        #expect(try run.value == [["sampling": [:]], ["roots": [:]]])
    }

    @Test("stops at a listing that never ends")
    func endlessListing() async throws {
        let handlers = ServerHandlers { (call) throws(ErrorObject) in
            ["tools": [], "nextCursor": call.context.params["cursor"] == "a" ? "b" : "a"]
        }
        let (run, _) = try await withPeers(handlers: handlers) { try await $0.listTools() }
        #expect(throws: ListingFailure.loop(method: "tools/list", cursor: "a", page: 3)) { try run.value }
    }

    @Test("has every message on its tap, in order")
    func tap() async throws {
        let records = Collected<WireRecord>()
        let client = configuration(offer: .legacy)
        let tap = WireTap { records.append($0) }
        let (run, _) = try await withPeers(client: client, handlers: echoHandlers, tap: tap) {
            _ = try await $0.listTools()
        }
        try run.outcome.get()
        let methods = records.all.compactMap { record -> String? in
            switch record.event {
            case .sent(let message): "→ " + ((try? Envelope(parsing: message))?.method ?? "answer")
            case .received(let message): "← " + ((try? Envelope(parsing: message))?.method ?? "answer")
            case .opened(nil): "opened"
            default: nil
            }
        }
        #expect(
            methods == [
                "opened", "→ initialize", "← answer", "→ notifications/initialized", "→ tools/list", "← answer",
            ]
        )
    }

    @Test("ends when the task is cancelled before there is a session")
    func cancelledEarly() async throws {
        let (left, _) = MemoryChannel.pair()
        let run = await withTaskGroup { group in
            group.addTask {
                await withClient(over: left, configuration: configuration(), clock: ManualClock()) { _ in }
            }
            group.cancelAll()
            return await group.next()
        }
        #expect(throws: CancellationError.self) { try run?.value }
    }
}
