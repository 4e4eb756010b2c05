package import MCP

/// Why a request has no result: what happened to it, and what is known of the server at that moment.
package struct RequestFailure: Error, Sendable, Hashable {
    /// The method that was asked for.
    package var method: String
    /// What happened; never `.result`.
    package var outcome: RequestOutcome
    /// How the server's process ended; nil while it runs, and where there is none.
    package var exitStatus: ServerExitStatus?
    /// The end of the server's standard error.
    package var errorTail: ErrorTail

    /// A failure with what is known of the server; by default nothing, as where it is no process of ours.
    package init(
        method: String,
        outcome: RequestOutcome,
        exitStatus: ServerExitStatus? = nil,
        errorTail: ErrorTail = ErrorTail()
    ) {
        self.method = method
        self.outcome = outcome
        self.exitStatus = exitStatus
        self.errorTail = errorTail
    }

    /// The server's own error object, when that is what it answered.
    package var serverError: ErrorObject? {
        if case .error(let error) = outcome { error } else { nil }
    }
}

extension RequestFailure: CustomStringConvertible {
    /// One sentence; the tail of standard error is left out, because it may be long and hold secrets.
    package var description: String {
        let what =
            switch outcome {
            case .result: "was answered with a result of an unexpected shape"
            case .inputRequired: "needs input before it can be answered"
            case .error(let error): "was answered with error \(error.code.rawValue): \(error.message)"
            case .timedOut(let bound): "had no answer within \(bound)"
            case .cancelled: "was cancelled"
            case .cancelledByServer(let reason): "was ended by the server" + (reason.map { ": \($0)" } ?? "")
            case .invalid(let violation): "was answered with something invalid: \(violation.detail)"
            case .lost(let end): "had no answer when the connection ended (\(endText(end)))"
            case .notSent(let reason): "was not sent (\(reason))"
            }
        return "\(method) \(what)"
    }

    private func endText(_ end: ConnectionEnd) -> String {
        if let exitStatus { return "the server ended with \(exitStatus)" }
        return switch end {
        case .closed: "the server closed its output"
        case .exited(let status?): "the server ended with exit code \(status)"
        case .exited(nil): "the server was killed by a signal"
        case .closedByUs: "we closed it"
        case .failed(let reason): reason
        }
    }
}
