package import MCP

/// Why a call of a tool has no result: names the integration, the fault and what to do.
package struct CallFailure: Error, Sendable, Hashable {
    /// The kinds of faults.
    package enum Code: String, Sendable, Hashable {
        /// No integration of this id is run.
        case unknownIntegration = "unknown_integration"
        /// It has no connection, and gets none now: it waits after an exit, is blocked, or is not configured.
        case unavailable
        /// It was started for this call and was not ready in time.
        case notReady = "not_ready"
        /// It went while the call was under way; whether it acted is unknown, and the call is not repeated.
        case lost
        /// It did not answer in time.
        case timeout
        /// It answered with an error of the protocol.
        case refused
        /// It answered with something that breaks the protocol.
        case invalid
        /// The caller gave it up.
        case cancelled
    }

    /// What kind of fault it is.
    package var code: Code
    /// The id of the integration.
    package var integration: String
    /// Thing, fault and fix in a sentence, redacted.
    package var message: String
    /// How the request ended; nil when none was sent.
    package var outcome: RequestOutcome?
}

extension CallFailure: CustomStringConvertible {
    /// The sentence.
    package var description: String { message }
}
