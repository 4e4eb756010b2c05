import JSON

/// What nearly every judgement begins with: that there is something to judge.
extension SessionRecord {
    /// Judges what the handshake established.
    func opened(_ judge: (OpenedSession) -> Verdict) -> Verdict {
        switch opening {
        case .opened(let session): judge(session)
        case .notStarted, .ended, .silent, .refused, .malformed, .unknownRevision, .notOffered, .interrupted:
            .incomplete(opening.obstacle ?? "there was no handshake")
        }
    }

    /// Judges the answer to a step; one that was never sent makes the check incomplete.
    func exchange(_ step: Step, _ judge: (Exchange) -> Verdict) -> Verdict {
        opened { _ in
            guard let exchange = exchanges[step] else {
                return .incomplete("\(step.title) was not tried")
            }
            guard case .notSent(let reason) = exchange.outcome else {
                return judge(exchange)
            }
            return .incomplete("\(step.title) was not tried: \(reason)")
        }
    }

    /// Judges the answer to a step that not every server has something for.
    func feature(_ step: Step, _ judge: (Exchange) -> Verdict) -> Verdict {
        opened { _ in
            if let reason = gaps[step] {
                return .notApplicable(reason)
            }
            return exchange(step, judge)
        }
    }

    /// Judges the result of such a step.
    func featureResult(_ step: Step, _ judge: (JSONValue, Exchange) -> Verdict) -> Verdict {
        feature(step) { exchange in
            guard case .result(let result) = exchange.outcome else {
                return .failed(
                    expected: "a result",
                    actual: exchange.summary,
                    message: exchange.answer?.excerpt
                )
            }
            return judge(result, exchange)
        }
    }

    /// Judges a step of a server that declares tools.
    func toolExchange(_ step: Step, _ judge: (Exchange) -> Verdict) -> Verdict {
        withTools { exchange(step, judge) }
    }

    /// Judges where the server declares tools at all.
    func withTools(_ judge: () -> Verdict) -> Verdict {
        opened { session in
            session.declares("tools")
                ? judge() : .notApplicable("the server does not declare the tools capability")
        }
    }

    /// Judges a walk through the tool list that brought at least one page.
    func listing(_ step: Step, _ judge: (Listing) -> Verdict) -> Verdict {
        withTools {
            guard let listing = listings[step] else {
                return .incomplete("\(step.title) was not tried")
            }
            if case .notTried(let reason) = listing.end {
                return .incomplete("\(step.title) was not tried: \(reason)")
            }
            guard listing.pages.contains(where: { $0.isPage }) else {
                return .incomplete("there is no tool list: \(listing.lastSummary)")
            }
            return judge(listing)
        }
    }

    /// Judges each tool of the first listing; the first broken one decides.
    func eachTool(_ judge: (ListedTool) -> Verdict) -> Verdict {
        listing(.firstListing) { listing in
            let tools = listing.listedTools
            guard !tools.isEmpty else {
                return .notApplicable("the tool list is empty")
            }
            return tools.map(judge).first { $0.finding != nil } ?? .passed
        }
    }

    /// Judges the server's lines; a server that said nothing leaves nothing to judge.
    func spoken(_ judge: ([WireLine]) -> Verdict) -> Verdict {
        let lines = serverLines
        guard !lines.isEmpty else {
            return .incomplete(opening.obstacle ?? "the server wrote nothing")
        }
        return judge(lines)
    }

    /// Judges the end of the process.
    func ended(_ judge: (ProcessEnding) -> Verdict) -> Verdict {
        if case .notStarted(let reason) = opening {
            return .incomplete(reason)
        }
        guard let ending else {
            return .notApplicable("there is no process: the server runs in memory")
        }
        return judge(ending)
    }
}
