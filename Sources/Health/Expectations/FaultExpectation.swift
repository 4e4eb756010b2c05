/// What a contact must come to when a mock has one fault: the row of a matrix that tests, suites and reports share.
///
/// The faults are written as the mock writes them. The contact: handshake, list, and a probe that calls `clock`, with every
/// setting given and a limit of 1 MiB for a message.
package struct FaultExpectation: Sendable, Hashable {
    /// How a mock is reached.
    package enum Transport: String, Sendable, Hashable, CaseIterable {
        case stdio, memory
    }

    /// By when the fault must have been noticed.
    package enum Bound: String, Sendable, Hashable, CaseIterable {
        /// As soon as it happens: nothing is waited for.
        case atOnce
        /// When the time for the session to open is over.
        case start
        /// When the time for the list is over.
        case list
        /// When the time for the probe is over.
        case probe
    }

    /// The fault, such as `stall=tools/list`.
    package var fault: String
    /// Where it can be played.
    package var transports: Set<Transport>
    /// What a contact comes to.
    package var code: OutcomeCode
    /// By when.
    package var bound: Bound
    /// The step at which it shows; nil where everything goes well.
    package var step: ContactStep?

    /// The state after this contact when it is the first.
    package var firstState: HealthState {
        switch code.outcomeClass {
        case .good: code == .ok ? .connected : .degraded
        case .auth, .reach: .disconnected
        case .throttle, .vendor: .degraded
        case .local: .unknown
        }
    }

    /// The state after this contact when the server was connected before.
    package var laterState: HealthState {
        switch code.outcomeClass {
        case .good: code == .ok ? .connected : .degraded
        case .auth: .disconnected
        case .reach, .throttle, .vendor: .degraded
        case .local: .connected
        }
    }

    private init(
        _ fault: String,
        _ code: OutcomeCode,
        at step: ContactStep? = nil,
        within bound: Bound = .atOnce,
        over transports: Set<Transport> = [.stdio, .memory]
    ) {
        (self.fault, self.code, self.step, self.bound, self.transports) = (fault, code, step, bound, transports)
    }

    /// Every row.
    package static let all: [FaultExpectation] = harmless + life + handshake + listing + calling + bytes

    /// What breaks a rule and hurts nobody: a check reports it, health does not.
    private static let harmless: [FaultExpectation] = [
        .init("silent-on-probe", .ok), .init("discover-error", .ok), .init("stdout-banner", .ok),
        .init("garbage-line", .ok), .init("blank-lines", .ok), .init("early-request", .ok), .init("no-ping", .ok),
        .init("missing-server-info", .ok), .init("list-churn", .ok), .init("unstable-order", .ok),
        .init("duplicate-tool-names", .ok), .init("reordered-responses=20ms", .ok), .init("latency=50ms", .ok),
        .init("drip", .ok), .init("duplicate-response", .ok), .init("contradicting-text", .ok),
        .init("exit-on-probe", .ok, over: [.stdio]), .init("stderr-flood=1MB", .ok, over: [.stdio]),
        .init("farewell", .ok, over: [.stdio]), .init("unclean-exit", .ok, over: [.stdio]),
        .init("ignore-stdin-close", .ok, over: [.stdio]), .init("ignore-sigterm", .ok, over: [.stdio]),
        .init("grandchild", .ok, over: [.stdio]), .init("grandchild-setsid", .ok, over: [.stdio]),
    ]

    private static let life: [FaultExpectation] = [
        .init("exit-at-start", .exited, at: .handshake, over: [.stdio]),
        .init(
            "exit-at-start,stderr=Error: API_KEY rejected: invalid token",
            .credentialInvalid,
            at: .handshake,
            over: [.stdio]
        ),
        .init("exit-on=tools/list", .exited, at: .list, over: [.stdio]),
        .init("exit-on=tools/call", .exited, at: .probe, over: [.stdio]),
        .init("exit-on=tools/call,signal=9", .exited, at: .probe, over: [.stdio]),
        .init("exit-on=tools/call", .closed, at: .probe, over: [.memory]),
        .init("half-open", .closed, at: .list),
        .init("slow-start=300s", .timeout, at: .handshake, within: .start),
        .init("stall", .timeout, at: .handshake, within: .start),
        .init("stall=tools/list", .timeout, at: .list, within: .list),
        .init("stall=tools/call", .timeout, at: .probe, within: .probe),
        .init("latency=300s,method=tools/call", .timeout, at: .probe, within: .probe),
    ]

    private static let handshake: [FaultExpectation] = [
        .init("unknown-revision", .protocolError, at: .handshake),
        .init("missing-capabilities", .protocolError, at: .handshake),
    ]

    private static let listing: [FaultExpectation] = [
        .init("list-error", .vendorError, at: .list),
        .init("list-error=-32001,message=Unauthorized: invalid token", .credentialInvalid, at: .list),
        .init("missing-input-schema", .protocolError, at: .list),
        .init("endless-pages", .protocolError, at: .list), .init("looping-cursor", .protocolError, at: .list),
        .init("invalid-utf8", .protocolError, at: .list, within: .list),
        .init("nul", .protocolError, at: .list, within: .list),
        .init("deep-nesting", .protocolError, at: .list, within: .list),
        .init("huge-line=2MB", .protocolError, at: .list, within: .list, over: [.stdio]),
    ]

    private static let calling: [FaultExpectation] = [
        .init("call-error", .vendorError, at: .probe),
        .init("call-error=-32603,message=API error: 401 Unauthorized", .credentialInvalid, at: .probe),
        .init("call-error=-32603,message=429 Too Many Requests", .rateLimited, at: .probe),
        .init("call-error=-32042,message=Log in first", .credentialMissing, at: .probe),
        .init("missing-content,method=tools/call", .protocolError, at: .probe),
    ]

    private static let bytes: [FaultExpectation] = [
        .init("wrong-id,method=tools/call", .protocolError, at: .probe, within: .probe),
        .init("null-id,method=tools/call", .protocolError, at: .probe, within: .probe),
        .init("wrong-jsonrpc,method=tools/call", .protocolError, at: .probe, within: .probe),
        .init("missing-result,method=tools/call", .protocolError, at: .probe, within: .probe),
        .init("pretty-printed,method=tools/call", .protocolError, at: .probe, within: .probe),
        .init("crash=40,method=tools/call", .exited, at: .probe, over: [.stdio]),
        .init("truncate=40,method=tools/call", .closed, at: .probe),
    ]
}

extension FaultExpectation: CustomStringConvertible {
    package var description: String {
        "\(fault) (\(transports.map(\.rawValue).sorted().joined(separator: ", "))) → \(code.rawValue)"
    }
}
