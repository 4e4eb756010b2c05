import Gateway
import Health
import MCP
import MCPConnection
import Probing
import Redaction
import Synchronization

extension ServerHost {
    /// What agents may have of it now: the lists of its session, as long as it can be called.
    var offer: UpstreamOffer {
        var offer = session.offer
        let (phase, mode, status) = state.withLock { state in
            (state.machine.lifecycle.phase, state.machine.mode, state.machine.health.status(at: tools.prober.now))
        }
        if status.state == .disconnected {
            offer.availability = .unavailable("is disconnected: \(assignment.redactor.redacted(status.reason.message))")
        } else if phase == .stopped, mode == .onDemand, assignment.obstacle == nil, !offer.tools.isEmpty {
            // The next call starts it.
            offer.availability = .available
        }
        if !offer.isAvailable { offer.standIns = standIn?.names ?? [] }
        return offer
    }

    /// Takes over the tools that its session has read.
    func listed() {
        let offer = session.offer
        guard offer.isAvailable, offer.capabilities.supportsTools else { return }
        // What cannot be read shows in the next contact.
        let list = offer.tools.compactMap { try? Tool(json: $0) }
        guard list.count == offer.tools.count, list.count <= ProbeBounds(assignment.health).toolLimit else { return }
        tell { machine, _, _ in machine.listed(list) }
    }

    /// Passes on what an agent asks, once; what comes of it is evidence.
    ///
    /// Where something stands in for the server, it is asked when the request was surely not sent, and only then.
    func perform(_ request: UpstreamRequest) async -> UpstreamAnswer {
        guard let standIn, standIn.covers(request) else { return await pass(request) }
        let revision = session.offer.revision ?? .latestLegacy
        if case .unavailable(let cause) = offer.availability {
            return await standIn.answer(request, in: revision, because: cause)
        }
        switch await pass(request) {
        case .absent(let cause): return await standIn.answer(request, in: revision, because: cause)
        case .outcome(.notSent):
            return await standIn.answer(request, in: revision, because: "went away before the call")
        case .outcome(let outcome): return .outcome(StandInSkill.marked(outcome))
        }
    }

    private func pass(_ request: UpstreamRequest) async -> UpstreamAnswer {
        let held: HeldConnection
        do throws(CallFailure) {
            held = try await connection()
        } catch {
            return .absent(absence(error))
        }
        tell { machine, now, _ in machine.callBegan(at: now) }
        let start = tools.prober.now
        let outcome = await session.perform(request, over: held.client)
        let evidence = evidence(of: outcome, request, since: start, held)
        tell { machine, now, _ in machine.callEnded(evidence, at: now) }
        return .outcome(outcome)
    }

    /// What a request shows; one for something else than a tool shows only that it failed.
    private func evidence(
        of outcome: RequestOutcome,
        _ request: UpstreamRequest,
        since start: Moment,
        _ held: HeldConnection
    ) -> Outcome? {
        switch outcome {
        // A server that wants to know something first is at work.
        case .inputRequired: return nil
        case .result where request.method != "tools/call": return nil
        default: return evidence(of: outcome, request.params["name"]?.string ?? "", since: start, held)
        }
    }

    /// Why there is no connection, as it goes on after the name of the integration.
    private func absence(_ failure: CallFailure) -> String {
        switch failure.code {
        case .notReady: return "was not ready within \(tools.settings.readyWithin)"
        case .cancelled: return "was given up"
        default:
            let status = status
            let reason = assignment.redactor.redacted(status.health.reason.message)
            return "cannot be called now (\(status.phase.name)): \(reason)"
        }
    }
}
