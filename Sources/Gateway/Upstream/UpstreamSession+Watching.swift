import JSON
package import MCP
import MCPConnection
import Synchronization

extension UpstreamSession {
    /// How long a server may take to agree to a subscription, and the pause before one that ended is asked for again.
    private static let agreementBound = Duration.seconds(30)
    private static let pauseBeforeAgain = Duration.seconds(1)

    /// Watches exactly these resources for one watcher; returns when the server has agreed, or why it has not.
    package func watch(_ uris: Set<String>, for watcher: String) async -> ErrorObject? {
        let (turn, bell, isConnected) = state.withLock { state in
            (state.watching.set(uris, for: watcher), state.watching.bell, state.client != nil)
        }
        guard let turn else { return nil }
        bell?.yield()
        guard isConnected else { return .unavailable(integration, "is not connected") }
        return await turn.wait() ?? nil
    }

    /// Tells the server what is watched, whenever that changes; a modern server is also asked for changes of its lists.
    func keepWatching(_ client: Client, _ bell: AsyncStream<Void>) async {
        await withDiscardingTaskGroup { group in
            var agreed: Set<String> = []
            var subscription: OneShot<Void>?
            for await _ in bell {
                let (wanted, waiting) = state.withLock { $0.watching.takeTurn() }
                var fault: ErrorObject?
                if client.server.era == .legacy {
                    (agreed, fault) = await subscribe(client, to: wanted, from: agreed)
                } else if wanted != agreed || subscription?.isFired != false {
                    let old = subscription
                    let fresh = OneShot<Void>()
                    let acknowledged = OneShot<Void>()
                    state.withLock { $0.watching.acknowledged = acknowledged }
                    group.addTask { await self.listen(client, wanted, until: fresh, acknowledged) }
                    // The old one ends when the new one holds, so that nothing is missed between the two.
                    if await time.limit(to: Self.agreementBound, { await acknowledged.wait() }) == nil {
                        fault = ErrorObject(.internalError, "\(integration) does not acknowledge subscriptions")
                    }
                    old?.fire()
                    (subscription, agreed) = (fresh, wanted)
                }
                for turn in waiting { turn.fulfil(fault) }
            }
            subscription?.fire()
            group.cancelAll()
        }
    }

    // MARK: Legacy

    private func subscribe(
        _ client: Client,
        to wanted: Set<String>,
        from agreed: Set<String>
    ) async -> (Set<String>, ErrorObject?) {
        var (agreed, fault) = (agreed, ErrorObject?.none)
        for uri in agreed.subtracting(wanted).sorted() {
            _ = await client.outcome(of: "resources/unsubscribe", params: ["uri": .string(uri)])
            agreed.remove(uri)
        }
        for uri in wanted.subtracting(agreed).sorted() {
            switch await client.outcome(of: "resources/subscribe", params: ["uri": .string(uri)]) {
            case .result: agreed.insert(uri)
            case .error(let error): fault = error
            case let outcome: fault = ErrorObject(.internalError, "\(integration): resources/subscribe: \(outcome)")
            }
        }
        return (agreed, fault)
    }

    // MARK: Modern

    private func listen(
        _ client: Client,
        _ uris: Set<String>,
        until stop: OneShot<Void>,
        _ acknowledged: OneShot<Void>
    ) async {
        let declared = client.server.capabilities
        var filter = JSONObject()
        for list in ChangedList.allCases where declared.announcesChanges(of: list) {
            filter["\(list.rawValue)ListChanged"] = true
        }
        if !uris.isEmpty { filter["resourceSubscriptions"] = .array(uris.sorted().map { .string($0) }) }
        guard !filter.isEmpty else { return acknowledged.fulfil(()) }
        let params: Members = ["notifications": .object(filter)]
        let outcome = await stop.unlessFired {
            await client.outcome(
                of: "subscriptions/listen",
                params: params,
                options: RequestOptions(timeLimit: .none)
            )
        }
        acknowledged.fulfil(())
        state.withLock(\.subscribed).fire()
        switch outcome {
        case .result, .cancelledByServer, .lost:
            // Ended by the server: asked for again, unless the connection has gone with it.
            stop.fire()
            state.withLock { $0.isUncovered = true }
            guard await time.wait(Self.pauseBeforeAgain) else { return }
            state.withLock(\.watching.bell)?.yield()
        default:
            // Ended by us, or the server has no subscriptions at all.
            break
        }
    }
}
