import JSON
import MCP
import Synchronization

/// Drives one server session: locks, asks the machine, unlocks, and does what it decided.
final class ServerDriver: Sendable {
    /// What is left to do outside the lock.
    enum Effect: Sendable {
        case call(RequestContext, stop: OneShot<Void>)
        case hear(MCP.Notification)
        case stop(OneShot<Void>)
        case complete(OneShot<ServerRequestOutcome>, ServerRequestOutcome)
    }

    private struct State: Sendable {
        var session: ServerSession
        var running: [RequestID: OneShot<Void>] = [:]
        var asked: [RequestID: OneShot<ServerRequestOutcome>] = [:]
        var violations: [ProtocolViolation] = []
        /// Whether calls are given up as they come.
        var isStopped = false
    }

    static let violationLimit = 1000

    private let outlet: any ServerOutlet
    private let stream: ServerStream
    private let state: Mutex<State>

    init(_ session: ServerSession, stream: ServerStream, outlet: any ServerOutlet) {
        self.outlet = outlet
        self.stream = stream
        state = Mutex(State(session: session))
    }

    /// Every rule the client broke, in order, up to 1,000.
    var violations: [ProtocolViolation] { state.withLock(\.violations) }

    /// Puts an event to the session; messages are left to the outlet.
    /// - Returns: what is to be done, in order.
    func handle(_ event: (inout ServerSession) -> [ServerAction]) -> [Effect] {
        defer { outlet.sendSoon() }
        return state.withLock { state in
            let actions = event(&state.session)
            return actions.compactMap { take($0, &state) }
        }
    }

    /// Does what needs no task of its own; calls and notifications are left to the reader.
    func perform(_ effect: Effect) {
        switch effect {
        case .stop(let signal): signal.fulfil(())
        case .complete(let answer, let outcome): answer.fulfil(outcome)
        case .call, .hear: break
        }
    }

    /// Sends what the session makes of it, and waits until it is written.
    func tell(_ event: (ServerSession) -> [ServerAction]) async {
        for effect in handle({ event($0) }) { perform(effect) }
        await outlet.waitUntilSent()
    }

    /// Writes a message past the session, and waits until it is written.
    func send(_ message: [UInt8]) async {
        outlet.append(message)
        await outlet.waitUntilSent()
    }

    /// Ends the stream once everything said until now is on its way.
    func closeStream(_ retry: Duration?) async -> Bool {
        await outlet.waitUntilSent()
        return await stream.close(retry)
    }

    /// Asks the client, and waits for the answer; cancelling the task gives the request up.
    func request(_ method: String, params: JSONObject?) async -> ServerRequestOutcome {
        let answer = OneShot<ServerRequestOutcome>()
        let (id, effects) = state.withLock { state in
            let (id, actions) = state.session.request(method, params: params)
            state.asked[id] = answer
            return (id, actions.compactMap { take($0, &state) })
        }
        for effect in effects { perform(effect) }
        outlet.sendSoon()
        if let outcome = await answer.wait() { return outcome }
        for effect in handle({ $0.cancelRequest(id) }) { perform(effect) }
        return .lost
    }

    /// A call was answered, or given up.
    func ended(_ id: RequestID) {
        state.withLock { state in
            state.running[id] = nil
            state.running.shrinkWhenEmpty()
        }
    }

    /// Stops every call in flight, and those that still come.
    func stopAllCalls() {
        let running = state.withLock { state in
            state.isStopped = true
            return Array(state.running.values)
        }
        for stop in running { stop.fulfil(()) }
    }

    private func take(_ action: ServerAction, _ state: inout State) -> Effect? {
        switch action {
        case .send(let message):
            outlet.append(message)
        case .call(let context):
            let stop = OneShot<Void>()
            if state.isStopped { stop.fulfil(()) }
            state.running[context.id] = stop
            return .call(context, stop: stop)
        case .cancelled(let id, _):
            return state.running.removeValue(forKey: id).map { .stop($0) }
        case .deliver(let notification):
            return .hear(notification)
        case .initialized, .finished:
            // The reader sees the end of the input itself, and waits for the calls it started.
            break
        case .complete(let id, let outcome):
            return state.asked.removeValue(forKey: id).map { .complete($0, outcome) }
        case .violation(let violation):
            if state.violations.count < Self.violationLimit { state.violations.append(violation) }
        }
        return nil
    }
}
