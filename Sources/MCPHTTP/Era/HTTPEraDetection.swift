package import MCP

/// Finds out which protocol is spoken at an address: an answer goes in, the next step comes out.
///
/// The rules are those of <https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http>,
/// section "Backward Compatibility": a modern request first, then `initialize`, then the event stream of 2024-11-05.
package struct HTTPEraDetection: Sendable, Hashable {
    /// How messages travel to and from a server.
    package enum Transport: String, Sendable, Hashable {
        /// One POST per request, nothing remembered.
        case modern
        /// Streamable HTTP with `initialize`, from 2025-03-26 to 2025-11-25.
        case streamable
        /// An event stream and a second address to post to, of 2024-11-05.
        case eventStream
    }

    /// The next thing to do.
    package enum Step: Sendable, Hashable {
        /// Post `server/discover`.
        case probe
        /// Post `initialize`, without anything that the steps before left behind.
        case initialize
        /// GET the address and wait for an `endpoint` event.
        case openStream
        /// This is it: the answer that was given goes to the session.
        case settled(Transport)
        /// Neither this nor another way of asking would tell.
        case failed(HTTPFault)
    }

    private let offer: RevisionOffer
    private var statuses: [Int] = []
    private var initializeFault: HTTPFault?

    /// - Parameter offer: the revisions to look for; with those of one era only, nothing of the other is tried.
    package init(offer: RevisionOffer = .all) {
        self.offer = offer
    }

    /// The first step.
    package var first: Step { offer.preferred(in: .modern) == nil ? .initialize : .probe }

    /// The modern request was answered.
    package mutating func probed(_ answer: HTTPAnswer) -> Step {
        switch answer {
        case .result: .settled(.modern)
        case .error(_, let error) where error.code.revealsModernServer: .settled(.modern)
        case .error(let status, _): isVerdict(status) ? fallBack(status, nil) : .failed(.status(status, error: nil))
        case .other(let status, let fault): isVerdict(status) ? fallBack(status, fault) : .failed(fault)
        case .nothing(let fault): .failed(fault)
        }
    }

    /// `initialize` was answered.
    package mutating func initialized(_ answer: HTTPAnswer) -> Step {
        switch answer {
        case .result:
            return .settled(.streamable)
        case .error(_, let error) where error.code.revealsModernServer:
            // A gateway garbled the answer to the probe, or the server reveals itself only now.
            return offer.preferred(in: .modern) == nil ? .settled(.streamable) : .settled(.modern)
        case .error(let status, let error):
            guard mayBeOlder(status) else { return .settled(.streamable) }
            return tryStream(status, .status(status, error: error))
        case .other(let status, let fault):
            guard isVerdict(status) else { return .failed(fault) }
            guard mayBeOlder(status) else { return .failed(nothingUnderstood(status, fault)) }
            return tryStream(status, fault)
        case .nothing(let fault):
            return .failed(fault)
        }
    }

    /// The address was opened as an event stream; nil when its first event was a usable `endpoint`.
    package mutating func streamOpened(_ fault: HTTPFault?) -> Step {
        guard let fault else { return .settled(.eventStream) }
        switch fault {
        case .unauthorized, .unreachable, .throttled, .badEndpoint: return .failed(fault)
        case .status(let status, _), .notMCP(let status, _, _): statuses.append(status)
        default: break
        }
        if case .status(_, .some) = initializeFault, let initializeFault { return .failed(initializeFault) }
        return .failed(.noProtocol(statuses: statuses))
    }

    // MARK: Rules

    private mutating func fallBack(_ status: Int, _ fault: HTTPFault?) -> Step {
        guard offer.preferred(in: .legacy) != nil else {
            // The session sees a refusal without a modern code and says that the server is a legacy one.
            if case .notMCP = fault, let fault { return .failed(fault) }
            return .settled(.modern)
        }
        statuses.append(status)
        return .initialize
    }

    private mutating func tryStream(_ status: Int, _ fault: HTTPFault) -> Step {
        statuses.append(status)
        initializeFault = fault
        guard offer.contains(.november2024) else { return .settled(.streamable) }
        return .openStream
    }

    private func nothingUnderstood(_ status: Int, _ fault: HTTPFault) -> HTTPFault {
        (200..<300).contains(status) ? fault : .noProtocol(statuses: statuses + [status])
    }

    /// Whether a status says something about the protocol at all: not about credentials, load, faults or addresses.
    private func isVerdict(_ status: Int) -> Bool {
        switch status {
        case 401, 403, 407, 408, 425, 429: false
        case 200..<300, 400..<500, 501: true
        default: false
        }
    }

    /// Whether a refusal of `initialize` is what a server of 2024-11-05 answers to any POST to its event stream.
    private func mayBeOlder(_ status: Int) -> Bool { [400, 404, 405].contains(status) }
}
