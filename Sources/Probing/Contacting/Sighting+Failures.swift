import Health
import MCP
import MCPConnection
import MCPHTTP

/// What failures of the connection look like to a judge.
extension Sighting {
    /// A failed request; `nil` when we gave it up ourselves.
    init?(_ outcome: RequestOutcome, exit: ServerExitStatus?) {
        switch outcome {
        case .result, .cancelled: return nil
        case .inputRequired: self = .rpcError(code: -32_042, message: "the server wants input of a user", data: nil)
        case .error(let error): self.init(error)
        case .timedOut(let bound): self = .timedOut(after: bound)
        case .cancelledByServer(let reason): self = .closed(reason ?? "the server ended the request")
        case .invalid(let violation): self.init(violation)
        case .lost(let end): self.init(end, exit: exit)
        case .notSent(.closed(let end)): self.init(end, exit: exit)
        case .notSent(.failed(let failure)): self.init(failure, exit: exit)
        case .notSent(.queueFull), .notSent(.notOpened): self = .local(.hostOverloaded, "the request was not sent")
        }
    }

    /// No session came about.
    init(_ failure: ClientFailure, exit: ServerExitStatus?) {
        switch failure {
        case .startTimedOut(let bound), .handshakeTimedOut(let bound), .probeTimedOut(let bound):
            self = .timedOut(after: bound)
        case .ended(let end, _): self.init(end, exit: exit)
        case .probeRefused(let error), .initializeRefused(let error): self.init(error)
        case .invalidHandshake(let violation): self.init(violation)
        case .legacyServer: self = .violation(rule: "revision", "it does not speak the revision that is pinned")
        case .noCommonRevision(_, let supported):
            self = .violation(rule: "revision", "it speaks only \(supported.joined(separator: ", "))")
        case .unacceptableVersion(let version, _):
            self = .violation(rule: "revision", "it answered with the version \(version)")
        }
    }

    /// The connection ended.
    init(_ end: ConnectionEnd, exit: ServerExitStatus?) {
        switch (exit, end) {
        case (.code(let code)?, _): self = .exited(.code(code))
        case (.signal(let signal)?, _): self = .exited(.signal(signal))
        case (nil, .exited(let status?)): self = .exited(.code(status))
        case (nil, .exited(nil)): self = .exited(.unknown)
        case (nil, .closed): self = .closed("it closed its output")
        case (nil, .closedByUs): self = .closed("we closed it")
        case (nil, .failed(let words)): self = .closed(words)
        }
    }

    init(_ error: ErrorObject) {
        self = .rpcError(code: error.code.rawValue, message: error.message, data: error.data)
    }

    init(_ violation: ProtocolViolation) {
        self = .violation(rule: violation.code.rawValue, violation.detail)
    }

    /// A listing that could not be read; nil when we gave it up ourselves.
    init?(_ failure: ListingFailure) {
        switch failure {
        case .request(let failure): self.init(failure.outcome, exit: failure.exitStatus)
        case .shape: self = .violation(rule: "invalid-result", failure.description)
        case .loop, .tooManyPages: self = .violation(rule: "endless-list", failure.description)
        }
    }

    /// The program could not be started.
    init(_ error: LaunchError) {
        self =
            error.code == .outOfResources
            ? .local(.hostOverloaded, error.description) : .spawnFailed(error.description)
    }

    /// What went wrong below JSON-RPC; nil when we gave it up ourselves.
    init?(_ fault: HTTPFault, recorded: HTTPFacts?) {
        switch fault {
        case .unreachable(let reach, let words):
            self = .unreachable(Reach(rawValue: reach.rawValue) ?? .other, words)
        case .timedOut(let bound): self = .timedOut(after: bound)
        case .unauthorized(let status, _), .throttled(let status, _), .status(let status, _), .redirect(let status, _):
            self = .httpStatus(recorded ?? HTTPFacts(status: status))
        case .notMCP: self = .notMCP(fault.description)
        case .noProtocol(let statuses):
            self = recorded.map { .httpStatus($0) } ?? .httpStatus(HTTPFacts(status: statuses.last ?? 404))
        case .oversized, .misplacedAnswer, .sessionChanged, .badSessionID, .badEndpoint:
            self = .violation(rule: "http", fault.description)
        case .ended, .sessionLost: self = .closed(fault.description)
        case .abandoned: return nil
        case .unsendable(let why): self = .local(.hostOverloaded, why)
        }
    }
}
