import JSON
package import MCP
package import MCPConnection
import Synchronization

extension UpstreamSession {
    /// Passes a request on and waits for its end; cancelling the task gives it up and tells the server.
    package func perform(_ request: UpstreamRequest) async -> UpstreamAnswer {
        let (client, availability) = state.withLock { ($0.client, $0.offer.availability) }
        guard let client else {
            guard case .unavailable(let cause) = availability else { return .absent("is not connected") }
            return .absent(cause)
        }
        return .outcome(await perform(request, over: client))
    }

    /// Does so over a connection of this session, which may not be that of now any more.
    package func perform(_ request: UpstreamRequest, over client: Client) async -> RequestOutcome {
        let caller = request.caller
        return await attributing(to: caller) { number in
            await lowerLevel(client, to: caller.logLevel)
            let era = client.server.era
            let options = RequestOptions(
                timeLimit: .within(request.timeLimit),
                logLevel: era == .modern ? caller.logLevel : nil,
                capabilities: caller.capabilities
            )
            return await client.outcome(
                of: request.method,
                params: CallNote.addressed(request.params, caller, call: number, to: era),
                options: options,
                onProgress: caller.onProgress
            )
        }
    }

    /// Puts down what a server asks and says during a call to its caller, also where the call is made elsewhere.
    package func attributing<Value>(to caller: UpstreamCaller, _ call: () async -> Value) async -> Value {
        await attributing(to: caller) { _ in await call() }
    }

    private func attributing<Value>(to caller: UpstreamCaller, _ call: (Int) async -> Value) async -> Value {
        let number = state.withLock { $0.calls.begin(caller) }
        defer { state.withLock { $0.calls.end(number) } }
        return await call(number)
    }

    /// Legacy: has the server log what the caller wants to hear; never raises the level, for others want more.
    private func lowerLevel(_ client: Client, to wanted: LoggingLevel?) async {
        guard let wanted, client.server.era == .legacy, client.server.capabilities.supportsLogging else { return }
        let due = state.withLock { state -> LoggingLevel? in
            let target = min(wanted, .info)
            if let now = state.logLevel, now <= target { return nil }
            state.logLevel = target
            return target
        }
        guard let due else { return }
        // A server that refuses the level logs as it likes; what comes is held against the level here anyway.
        _ = await client.outcome(of: "logging/setLevel", params: ["level": .string(due.rawValue)])
    }

    // MARK: What the server asks and says

    /// Has a question of a legacy server answered by the caller whose it is.
    func answer(_ request: Request) async -> Result<JSONObject, ErrorObject> {
        switch state.withLock({ $0.calls.owner(of: CallNote.call(request.params)) }) {
        case .caller(let caller):
            guard caller.capabilities.allow(serverRequest: request.method) else {
                let what = "the agent's client did not declare what \(request.method) needs"
                return .failure(ErrorObject(.methodNotFound, "Method not found: \(request.method): \(what)"))
            }
            return await caller.ask(request)
        case .nobody:
            return .failure(.invalidRequest("\(request.method) came while no call was in flight: nobody can be asked"))
        case .unclear(let count):
            let why = "\(count) agents have calls in flight, and it is not clear which of them is to be asked"
            return .failure(.invalidRequest("\(request.method): \(why)"))
        }
    }

    /// Takes a notification in, before anything later is looked at.
    /// - Returns: true, for nobody reads the client's own feed.
    func hear(_ notification: MCP.Notification) -> Bool {
        if let list = notification.changedList {
            state.withLock(\.stale).insert([list])
            return true
        }
        switch notification.method {
        case "notifications/resources/updated":
            // Some servers tell everybody of everything.
            if let uri = notification.params?["uri"]?.stringValue, state.withLock({ $0.watching.isWanted(uri) }) {
                tell(.resource(integration: integration, uri: uri))
            }
        case "notifications/subscriptions/acknowledged":
            let (acknowledged, subscribed, stale, hasMissed) = state.withLock { state in
                defer { state.isUncovered = false }
                return (state.watching.acknowledged, state.subscribed, state.stale, state.hasRead && state.isUncovered)
            }
            acknowledged.fulfil(())
            subscribed.fire()
            // What changed after a listing that no subscription covered was not told.
            if hasMissed { stale.insert(ChangedList.allCases) }
        default:
            deliver(notification)
        }
        return true
    }

    private func deliver(_ notification: MCP.Notification) {
        let now = time.elapsed
        let (owner, isTold) = state.withLock { state in
            let owner = state.calls.owner(of: CallNote.call(notification.params))
            let isTold =
                switch owner {
                case .caller: true
                case .nobody: state.talk.admit(at: now) == nil
                case .unclear: false
                }
            if !isTold { state.withheldCount += 1 }
            return (owner, isTold)
        }
        guard isTold else { return }
        var notification = notification
        notification.params = CallNote.stripped(notification.params)
        switch owner {
        case .caller(let caller): caller.onNotification?(notification)
        case .nobody: tell(.message(integration: integration, notification))
        case .unclear: break
        }
    }
}
