import Hummingbird
import JSON
import MCPConnection
import MCPHTTP
package import MockMCP
import NIOCore
import Synchronization

/// A mock behind Streamable HTTP on loopback: one server for any number of clients of both eras.
///
/// A sound endpoint answers, with the tools and answers of the mock; in front of it stand the credentials that an entry
/// asks for, and the faults.
package final class MockHTTPServer: Sendable {
    private struct State {
        var line: MockLine
        /// What the server says before anybody has asked; it goes ahead of the first response.
        var early: [MockLine.Due] = []
        var isOutputClosed = false
        /// An end that comes by itself after a while.
        var laterExit: MockLine.Due?
        var exit: MockExit?
        var port = 0
    }

    let mock: MockServer
    let service: MockService
    let endpoint: MCPEndpoint
    let pauses: Timekeeper
    let log: @Sendable ([UInt8]) -> Void
    let ending = OneShot<Void>()
    private let state: Mutex<State>

    /// A server that listens nowhere yet.
    /// - Parameters:
    ///   - mock: what is played.
    ///   - clock: counts delays, of tools and of faults.
    ///   - log: gets what the mock writes to standard error.
    /// - Throws: a fault that means nothing over HTTP.
    package init<C: Clock<Duration>>(
        _ mock: MockServer,
        clock: C,
        log: @escaping @Sendable ([UInt8]) -> Void = { _ in }
    ) throws(MockFaultError) {
        self.mock = try mock.checked(over: .http)
        self.log = log
        pauses = Timekeeper(clock)
        service = MockService(mock, pauses: pauses)
        endpoint = MCPEndpoint(service.settings, clock: clock)
        state = Mutex(State(line: MockLine(mock, over: .http)))
    }

    /// Where clients connect to; nil before it listens.
    package var url: String? { origin.map { $0 + "/mcp" } }

    /// How the mock ended by itself; nil as long as it has not.
    package var exit: MockExit? { state.withLock(\.exit) }

    /// Time since it was made.
    var now: Duration { pauses.elapsed }

    var origin: String? {
        let port = state.withLock(\.port)
        return port == 0 ? nil : "http://127.0.0.1:\(port)"
    }

    var isOutputClosed: Bool { state.withLock(\.isOutputClosed) }

    func opened(on port: Int) {
        state.withLock { $0.port = port }
    }

    /// Begins: what the mock does at its start, it does now, and what it says then waits for the first response.
    func start() {
        let (now, dues) = (now, state.withLock { [now] in $0.line.start(at: now) })
        for due in dues {
            switch due.effect {
            case .write(let bytes, to: .standardError): log(bytes)
            case .close(.standardOutput): closeOutput()
            case .exit(let exit) where due.delay == .zero: end(exit)
            case .exit: state.withLock { $0.laterExit = due }
            default: state.withLock { $0.early.append(.init(delay: now + due.delay, effect: due.effect)) }
            }
        }
    }

    /// Ends the mock when it does so by itself, some time after its start.
    func endLater() async {
        guard let due = state.withLock(\.laterExit), case .exit(let exit) = due.effect else { return }
        if await pauses.wait(due.delay) { end(exit) }
    }

    /// Ends the mock by itself, once.
    func end(_ exit: MockExit) {
        state.withLock { if $0.exit == nil { $0.exit = exit } }
        ending.fire()
    }

    /// Lets no response through any more.
    func closeOutput() {
        state.withLock { $0.isOutputClosed = true }
    }

    /// Changes the line, which remembers what faults have done so far.
    func withLine<Value: Sendable>(_ body: (inout MockLine, Duration) -> sending Value) -> Value {
        let now = now
        return state.withLock { body(&$0.line, now) }
    }

    /// Takes what was to be said before anybody asked.
    func takeEarly() -> [MockLine.Due] {
        state.withLock { state in
            defer { state.early = [] }
            return state.early
        }
    }

    /// SIGTERM came: false when the mock lives on.
    package func terminate() -> Bool {
        guard let dues = withLine({ $0.terminate(at: $1) }) else { return true }
        for case .exit(let exit) in dues.map(\.effect) { end(exit) }
        return false
    }

    /// Returns when the client is gone, or the server.
    func holdOpen(_ channel: any Channel) async {
        let isGone = OneShot<Void>()
        let watcher = await DisconnectWatcher.of(channel)
        let ticket = watcher?.onDisconnect { isGone.fire() }
        _ = await ending.unlessFired { await isGone.wait() }
        if let ticket { watcher?.forget(ticket) }
    }
}
