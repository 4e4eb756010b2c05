import JSON
package import MCP
import MCPConnection
import Synchronization

extension UpstreamSession {
    /// How long a server may take to agree to a subscription, and the pause before one that ended is asked for again.
    private static let agreementBound = Duration.seconds(30)
    private static let pauseBeforeAgain = Duration.seconds(1)
    /// How long a subscription goes on that was replaced: what has happened may still be on its way.
    private static let replacedBound = Duration.seconds(2)
    /// With more of those the next has to wait, and so brings more at once: each may be a connection.
    private static let replacedLimit = 4
    private static let pauseBetweenSubscriptions = Duration.milliseconds(250)

    /// Somebody begins to watch resources and ends to watch others; returns when the server has agreed, or why it has not.
    ///
    /// What was begun has to be ended once, also where the server did not agree.
    package func watch(_ adding: Set<String>, notLonger removing: Set<String> = []) async -> ErrorObject? {
        let (turn, bell, isConnected) = state.withLock { state in
            let turn = state.watching.change(adding: adding, removing: removing)
            return (turn, state.watching.bell, state.client != nil)
        }
        guard let turn else { return nil }
        bell?.yield()
        guard isConnected else { return adding.isEmpty ? nil : .unavailable(integration, "is not connected") }
        return await turn.agreement.wait() ?? nil
    }

    /// Tells the server what is watched, whenever that changes; a modern server is also asked for changes of its lists.
    func keepWatching(_ client: Client, _ bell: AsyncStream<Void>) async {
        await withDiscardingTaskGroup { group in
            var agreed: Set<String> = []
            var subscriptions = OpenSubscriptions()
            var replaced: [OneShot<Void>] = []
            for await _ in bell {
                replaced.removeAll(where: \.isFired)
                // Whoever comes meanwhile is taken along.
                if replaced.count >= Self.replacedLimit { _ = await time.wait(Self.pauseBetweenSubscriptions) }
                let (wanted, waiting) = state.withLock { $0.watching.takeTurn() }
                var fault: ErrorObject?
                var refusals: [String: ErrorObject] = [:]
                if client.server.era == .legacy {
                    (agreed, refusals) = await subscribe(client, to: wanted, from: agreed)
                } else {
                    let step = subscriptions.want(wanted)
                    if let opening = step.opening {
                        let acknowledged = OneShot<Void>()
                        state.withLock { $0.watching.acknowledged = acknowledged }
                        group.addTask { await self.listen(client, opening, acknowledged) }
                        if await time.limit(to: Self.agreementBound, { await acknowledged.wait() }) == nil {
                            fault = ErrorObject(.internalError, "\(integration) does not acknowledge subscriptions")
                            subscriptions.fail(opening)
                        }
                    }
                    for old in step.ending { old.stop.fire() }
                    for old in step.replaced where !old.stop.isFired {
                        replaced.append(old.stop)
                        group.addTask { [time] in
                            _ = await time.wait(Self.replacedBound)
                            old.stop.fire()
                        }
                    }
                    agreed = fault == nil ? wanted : []
                }
                let now = agreed
                let uncovered = state.withLock { $0.watching.agree(to: now) }
                for uri in uncovered.sorted() { tell(.resource(integration: integration, uri: uri)) }
                for turn in waiting {
                    // Nobody is told why somebody else's resource cannot be watched.
                    turn.agreement.fulfil(fault ?? turn.uris.sorted().lazy.compactMap { refusals[$0] }.first)
                }
            }
            // Ends all of them.
            group.cancelAll()
        }
    }

    // MARK: Legacy

    private func subscribe(
        _ client: Client,
        to wanted: Set<String>,
        from agreed: Set<String>
    ) async -> (Set<String>, refusals: [String: ErrorObject]) {
        var (agreed, refusals) = (agreed, [String: ErrorObject]())
        for uri in agreed.subtracting(wanted).sorted() {
            _ = await client.outcome(of: "resources/unsubscribe", params: ["uri": .string(uri)])
            agreed.remove(uri)
        }
        for uri in wanted.subtracting(agreed).sorted() {
            switch await client.outcome(of: "resources/subscribe", params: ["uri": .string(uri)]) {
            case .result: agreed.insert(uri)
            case .error(let error): refusals[uri] = error
            case let outcome:
                refusals[uri] = ErrorObject(.internalError, "\(integration): resources/subscribe: \(outcome)")
            }
        }
        return (agreed, refusals)
    }

    // MARK: Modern

    private func listen(
        _ client: Client,
        _ subscription: OpenSubscriptions.Subscription,
        _ acknowledged: OneShot<Void>
    ) async {
        let (uris, stop) = (subscription.uris, subscription.stop)
        let declared = client.server.capabilities
        var filter = JSONObject()
        for list in ChangedList.allCases where subscription.coversLists && declared.announcesChanges(of: list) {
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
            state.withLock { state in
                state.isUncovered = state.isUncovered || subscription.coversLists
                state.watching.lapse(uris)
            }
            guard await time.wait(Self.pauseBeforeAgain) else { return }
            state.withLock(\.watching.bell)?.yield()
        default:
            // Ended by us, or the server has no subscriptions at all.
            break
        }
    }
}
