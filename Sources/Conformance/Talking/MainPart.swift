import MCP
import MCPConnection

/// What the main process of an interview brought.
struct MainPart: Sendable {
    /// How the session began; nil when the run was interrupted first.
    var handshake: ConversationHandshake?
    var opened: OpenedSession?
    var notes = StepNotes()
    /// What single HTTP requests brought, by step, and the turns of the session itself.
    var trials: [Step: HTTPTrial] = [:]
    var turns: [HTTPTurn] = []
    var carrier = Carrier.pipes
    /// Why there is no session, as far as the way to the server tells.
    var obstacle: HostObstacle?
    var ledger = WireLedger(process: 0, limits: WireLedger.Limits())
    var session: ClientSession?
    /// Whether the server had closed its output before we closed its input.
    var endedBeforeClose = false
    /// From closing its input to its end; nil when that did not come within the bound.
    var stopDelay: Duration?

    init(handshake: ConversationHandshake?) {
        self.handshake = handshake
    }

    /// The record that checks judge.
    func record(_ talk: Talk, _ outcome: HostingOutcome, earlier: [WireLine]) -> SessionRecord {
        let ending = ending(outcome)
        let opening = opening(talk, ending)
        let revision: ProtocolRevision =
            switch opening {
            case .opened(let session): session.revision
            default: talk.offer.expectedRevision
            }
        return SessionRecord(
            revision: revision,
            opening: opening,
            lines: earlier + ledger.lines,
            unkeptLines: ledger.unkeptLines,
            exchanges: notes.exchanges,
            gaps: notes.gaps,
            listings: notes.listings,
            choice: notes.choice,
            trials: trials,
            turns: turns,
            carrier: carrier,
            ending: ending,
            bound: talk.bounds.request,
            stopBound: talk.bounds.stop
        )
    }

    private func ending(_ outcome: HostingOutcome) -> ProcessEnding? {
        guard case .ran(let exit?) = outcome else {
            return nil
        }
        return ProcessEnding(exit, endedBeforeClose: endedBeforeClose, delay: stopDelay)
    }

    private func opening(_ talk: Talk, _ ending: ProcessEnding?) -> Opening {
        if let opened {
            return .opened(opened)
        }
        switch obstacle {
        case .unreachable(let text): return .notStarted(text)
        case .foreign(let text): return .ended(text)
        case .silent: return .silent(bound: talk.bounds.request)
        case nil: break
        }
        guard case .failed(let failure) = handshake else {
            return .interrupted
        }
        return Opening(failure, talk, ledger, ending)
    }
}
