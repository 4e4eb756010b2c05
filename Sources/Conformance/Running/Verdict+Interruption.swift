extension Verdict {
    /// The verdict on a session that was cut short: what looks at the whole of it, or at its end, saw only a part.
    func ofInterrupted(_ check: Check) -> Verdict {
        let reason = Verdict.incomplete(Interruption.reason)
        switch (self, check.group) {
        case (.notApplicable, _): return self
        case (_, .stop): return reason
        case (.passed, .wire): return reason
        default: return self
        }
    }
}

extension SessionRecord {
    /// Whether something that was asked for was not tried any more, or the handshake never came to an end.
    var wasCutShort: Bool {
        let reasons = exchanges.values.map(\.outcome) + listings.values.flatMap(\.pages).map(\.outcome)
        let isCut = reasons.contains { outcome in
            if case .notSent(let reason) = outcome {
                return reason == Interruption.reason
            }
            return false
        }
        return isCut || opening == .interrupted || listings.values.contains { $0.end == .notTried(Interruption.reason) }
    }

    /// Whether a handshake succeeded.
    var isOpened: Bool {
        if case .opened = opening {
            return true
        }
        return false
    }

    /// Whether the server only lacks the revision that was asked for.
    var isNotOffered: Bool {
        if case .notOffered = opening {
            return true
        }
        return false
    }

    /// From sending what a check sends to the last answer that it looks at.
    func duration(of check: Check) -> Duration {
        if check.group == .stop {
            return ending?.delay ?? .zero
        }
        if check.steps.isEmpty {
            return opening.duration
        }
        return check.steps.map { step in
            exchanges[step]?.duration ?? listings[step]?.duration ?? .zero
        }
        .reduce(.zero, +)
    }
}

extension Opening {
    fileprivate var duration: Duration {
        switch self {
        case .opened(let session): session.exchange.duration
        case .refused(let exchange), .malformed(let exchange, _), .unknownRevision(let exchange, _): exchange.duration
        case .silent(let bound): bound
        case .notStarted, .ended, .notOffered, .interrupted: .zero
        }
    }
}
