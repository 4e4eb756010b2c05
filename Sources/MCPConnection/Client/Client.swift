package import MCP
import Synchronization

/// A session with one server, ready for requests; valid inside the scope that made it.
package struct Client: Sendable {
    let driver: ClientDriver
    let process: ServerProcess?

    /// What the handshake told of the server.
    package let server: ServerDescription

    /// Everything the server tells that belongs to no request, such as `notifications/tools/list_changed`; one reader.
    package var notifications: NotificationFeed {
        driver.notifications
    }

    /// Every rule the server broke until now, in order, up to 1,000.
    package var violations: [ProtocolViolation] {
        driver.state.withLock(\.violations)
    }

    /// How the server's process ended by itself; nil while it runs, when it ended because we closed, and without any.
    package var exitStatus: ServerExitStatus? {
        process?.ownExitStatus
    }

    /// The end of the server's standard error until now.
    package var errorTail: ErrorTail {
        process?.errorTail ?? ErrorTail()
    }

    /// Waits for the end of the connection; nil when the waiting task is cancelled first.
    package func connectionEnded() async -> ConnectionEnd? {
        await driver.connectionEnded.wait()
    }

    /// Makes a request and says how it ended, whatever it came to.
    ///
    /// Cancelling the task ends it as `.cancelled` and tells the server. `onProgress` is called for each progress
    /// notification and must not block; asking for it lets each one extend the time limit.
    package func outcome(
        of method: String,
        params: Members? = nil,
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async -> RequestOutcome {
        await driver.request(method, params: params, options: options, onProgress: onProgress)
    }

    /// Makes a request and returns its result, unconverted.
    ///
    /// Cancelling the task ends it and tells the server.
    /// - Throws: `RequestFailure` for everything that is not a result, a server's error included.
    package func request(
        _ method: String,
        params: Members? = nil,
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async throws(RequestFailure) -> Payload {
        let outcome = await outcome(of: method, params: params, options: options, onProgress: onProgress)
        guard case .result(let payload) = outcome else { throw failure(method, outcome) }
        return payload
    }

    /// Sends a notification and waits until it is written; nothing happens when the connection is over.
    package func notify(_ notification: MCP.Notification) async {
        await driver.notify(notification)
    }

    /// Writes any bytes as one message, past the session: for checks that break a rule on purpose.
    package func sendUnchecked(_ message: [UInt8]) async {
        await driver.send(message)
    }

    func failure(_ method: String, _ outcome: RequestOutcome) -> RequestFailure {
        RequestFailure(method: method, outcome: outcome, exitStatus: exitStatus, errorTail: errorTail)
    }
}
