import Gateway
import Redaction
import Synchronization
import Health
import JSON
import MCP
import MCPConnection
import Probing

extension ServerHost {
    /// Answers longer than this are not read for evidence: what they say is worth less than the time it takes.
    private static var evidenceLimitInBytes: Int { 256 << 10 }

    /// While a server is well, results that claim no error are read so often, however many there are.
    private static var pauseBetweenSuccesses: Duration { .milliseconds(50) }

    /// Whether a success is to be read now: the first in a while, or of a server that is not known to be well.
    private func mayJudgeSuccess() -> Bool {
        let now = tools.prober.now
        return state.withLock { state in
            let isWell = state.wasWell && state.machine.health.state(at: now) == .connected
            if isWell, let last = state.lastJudged, now.since(last) < Self.pauseBetweenSuccesses { return false }
            state.lastJudged = now
            return true
        }
    }

    /// Calls a tool, once.
    func call(
        _ tool: String,
        _ arguments: JSONObject,
        _ options: RequestOptions,
        _ onProgress: (@Sendable (Progress) -> Void)?
    ) async throws(CallFailure) -> (payload: Payload, meaning: Outcome?) {
        let held = try await connection()
        tell { machine, now, _ in machine.callBegan(at: now) }
        let start = tools.prober.now
        // Whoever runs the daemon calls from the outside: nobody is there who could be asked anything.
        let caller = UpstreamCaller(conversation: "operator \(id)")
        let result = await session.attributing(to: caller) { () async -> Result<Payload, RequestFailure> in
            do throws(RequestFailure) {
                return .success(
                    try await held.client.callTool(tool, arguments: arguments, options: options, onProgress: onProgress)
                )
            } catch {
                return .failure(error)
            }
        }
        let ended =
            switch result {
            case .success(let payload): RequestOutcome.result(payload)
            case .failure(let failure): failure.outcome
            }
        let evidence = evidence(of: ended, tool, since: start, held)
        tell { machine, now, _ in machine.callEnded(evidence, at: now) }
        switch result {
        case .success(let payload): return (payload, evidence)
        case .failure(let failure): throw self.failure(failure.outcome, "\(failure)")
        }
    }

    /// What a call that ended shows about the server.
    func evidence(
        of ended: RequestOutcome,
        _ tool: String,
        since start: Moment,
        _ held: HeldConnection
    ) -> Outcome? {
        if case .result(.text(let text)) = ended {
            if text.bytes.count > Self.evidenceLimitInBytes { return nil }
            if text["isError"] == nil, !mayJudgeSuccess() { return nil }
        }
        let outcome = tools.prober.outcome(
            ofCall: tool,
            ended: ended,
            took: tools.prober.now.since(start),
            of: held.client,
            assignment.subject,
            channel: held.channel,
            recorder: held.recorder
        )
        let judged = outcome.map { assignment.judged($0) }
        // Names and arguments are the caller's: that they are refused says nothing against the server.
        if case .error(let error) = ended, error.code == .invalidParams, judged?.code == .protocolError { return nil }
        state.withLock { $0.wasWell = judged?.code == .ok }
        return judged
    }

    /// The connection that is open, or the one that comes about now.
    func connection() async throws(CallFailure) -> HeldConnection {
        if let held = state.withLock(\.connection) { return held }
        tell { machine, now, _ in machine.wanted(at: now) }
        let (connection, ready, phase) = state.withLock { ($0.connection, $0.ready, $0.machine.lifecycle.phase) }
        if let connection { return connection }
        guard phase.hasProcess, assignment.obstacle == nil else { throw unavailable() }
        let bound = tools.settings.readyWithin
        let held = await Timekeeper(tools.prober.clock).limit(to: bound) { await ready.wait() ?? nil }
        switch held {
        case .some(.some(let held)): return held
        case .some(nil):
            if Task.isCancelled { throw failure(.cancelled, "the call was given up") }
            throw unavailable()
        case nil:
            throw CallFailure(
                code: .notReady,
                integration: id,
                message: "\(id) was not ready within \(bound): look at its log with `openwork logs \(id)`"
            )
        }
    }

    private func unavailable() -> CallFailure {
        let status = state.withLock { $0.machine.status(at: tools.prober.now) }
        let reason = status.health.reason
        return CallFailure(
            code: .unavailable,
            integration: id,
            message: "\(id) cannot be called now (\(status.phase.name)): \(reason.message); "
                + reason.action.text(for: id)
        )
    }

    private func failure(_ outcome: RequestOutcome, _ words: String) -> CallFailure {
        let code: CallFailure.Code =
            switch outcome {
            case .result, .inputRequired, .invalid: .invalid
            case .error: .refused
            case .timedOut: .timeout
            case .cancelled: .cancelled
            case .cancelledByServer, .lost: .lost
            case .notSent: .unavailable
            }
        let fate =
            switch code {
            case .lost: "; whether it acted is not known, and the call is not repeated"
            case .unavailable: "; it was not sent"
            default: ""
            }
        return CallFailure(
            code: code,
            integration: id,
            message: assignment.redactor.redacted("\(id): \(words)\(fate)"),
            outcome: outcome
        )
    }
}
