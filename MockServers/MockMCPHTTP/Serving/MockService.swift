import JSON
import MCP
import MCPConnection
import MCPHTTP
import MockMCP
import Synchronization

/// The sound server behind a mock over HTTP: one desk for all clients, as one process behind an address has it.
final class MockService: Sendable {
    private let mock: MockServer
    private let desk: Mutex<MockDesk>
    private let pauses: Timekeeper
    private let greeted = Mutex(false)
    /// Each change of the tools; those that nobody has read yet count as one, for the tools are listed anew in any case.
    let feed = ChangeFeed<Void>(limit: 1)

    init(_ mock: MockServer, pauses: Timekeeper) {
        self.mock = mock
        self.pauses = pauses
        desk = Mutex(MockDesk(mock))
    }

    /// What the endpoint has to know.
    var settings: MCPEndpointSettings {
        MCPEndpointSettings(
            configuration: mock.configuration,
            handlers: { _ in self.handlers },
            toolHeaders: { name in
                let schema = self.desk.withLock { $0.server.inputSchema(of: name) }
                return schema.flatMap { try? ToolHeaders(inputSchema: $0) }
            }
        )
    }

    /// Makes the changes that come by themselves, until cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            for (time, change) in desk.withLock(\.timedChanges) {
                group.addTask { [self] in
                    if await pauses.wait(time - pauses.elapsed) { make([change]) }
                }
            }
        }
    }

    private var handlers: ServerHandlers {
        ServerHandlers(
            answer: { call async throws(ErrorObject) in try await self.answer(call) },
            whileServing: { peer in
                for await _ in self.feed.subscribe() {
                    await peer.notify(Notification(method: ChangedList.tools.notificationMethod))
                }
            }
        )
    }

    private func answer(_ call: ServerCall) async throws(ErrorObject) -> Members {
        let isFirst = greeted.withLock { wasGreeted in
            defer { wasGreeted = true }
            return !wasGreeted
        }
        if isFirst {
            for notification in desk.withLock({ $0.notifications(.ready, during: call.context) }) {
                await call.notify(notification)
            }
        }
        guard call.context.method != "subscriptions/listen" else { return await listen(call) }
        let reply = desk.withLock { $0.answer(call.context) }
        for notification in reply.notifications { await call.notify(notification) }
        if reply.delay > .zero { await work(reply, call) }
        make(reply.changes)
        switch reply.result {
        case .success(let result): return result
        case .failure(let error): throw error
        }
    }

    /// Takes the time that a tool takes, and reports progress meanwhile.
    private func work(_ reply: MockReply, _ call: ServerCall) async {
        guard reply.progressSteps > 0 else {
            _ = await pauses.wait(reply.delay)
            return
        }
        for step in 1...reply.progressSteps {
            await call.progress(Double(step), total: Double(reply.progressSteps))
            guard await pauses.wait(reply.delay / reply.progressSteps) else { return }
        }
    }

    private func make(_ changes: [Int]) {
        // One after the other, and nobody is told under the lock.
        for change in changes where desk.withLock({ $0.make(change) }) { feed.publish(()) }
    }

    /// Serves a subscription until the client ends it: acknowledges it first, then tells changes.
    private func listen(_ call: ServerCall) async -> Members {
        let subscription = call.context.id
        let wanted = call.context.params["notifications"]?["toolsListChanged"] == true
        let isGranted = wanted && desk.withLock { $0.server.tellsChanges }
        // Before the acknowledgement: what changes after it must not be missed.
        let changes = feed.subscribe()
        let acknowledged = Notification(
            method: "notifications/subscriptions/acknowledged",
            params: ["notifications": .object(isGranted ? ["toolsListChanged": true] : [:])]
        )
        await call.notify(acknowledged.onSubscription(subscription))
        for await _ in changes where isGranted {
            let notification = Notification(method: ChangedList.tools.notificationMethod)
            await call.notify(notification.onSubscription(subscription))
        }
        return ["_meta": [MetaKey.subscriptionID: subscription.json]]
    }
}
