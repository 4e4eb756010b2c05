import JSON

/// What judgements about HTTP begin with.
extension SessionRecord {
    /// Judges the response to a single request.
    func trial(_ step: Step, _ judge: (HTTPTurn) -> Verdict) -> Verdict {
        opened { _ in
            switch trials[step] {
            case .made(let turn)?:
                turn.status == nil ? .incomplete("\(step.title) had \(turn.summary)") : judge(turn)
            case .pointless(let reason)?: .notApplicable(reason)
            case .notMade(let reason)?: .incomplete("\(step.title) was not tried: \(reason)")
            case nil: .incomplete("\(step.title) was not tried")
            }
        }
    }

    /// Judges that a single request is refused with a status, and in words with an error code.
    func refused(_ step: Step, with status: ClosedRange<Int>, code: Int? = nil) -> Verdict {
        trial(step) { turn in
            let isRefused = turn.status.map(status.contains) ?? false
            guard isRefused, code == nil || turn.errorCode == code else {
                let statuses = status.count == 1 ? "status \(status.lowerBound)" : "a status of the 400s"
                return .failed(
                    expected: statuses + (code.map { " with error \($0)" } ?? ""),
                    actual: turn.summary,
                    message: turn.excerpt
                )
            }
            return .passed
        }
    }

    /// Judges each response to a request of the session; the first broken one decides.
    func eachAnswer(
        where isMeant: (HTTPTurn) -> Bool = { _ in true },
        nothing: String = "nothing was answered",
        _ judge: (HTTPTurn) -> Finding?
    ) -> Verdict {
        let meant = turns.filter { $0.isRequest && $0.status != nil && isMeant($0) }
        guard !meant.isEmpty else {
            return opening.obstacle.map { .incomplete($0) } ?? .notApplicable(nothing)
        }
        return meant.lazy.compactMap(judge).first.map { .failed($0) } ?? .passed
    }

    /// The turn that carried the request of a step.
    func turn(of step: Step) -> HTTPTurn? {
        guard let id = exchanges[step]?.id, id != .null else {
            return nil
        }
        return turns.first { $0.posted?["id"] == id && $0.status != nil }
    }

    /// Judges the status under which the answer to a step of the session came.
    func status(of step: Step, is status: Int) -> Verdict {
        exchange(step) { _ in
            guard let turn = turn(of: step) else {
                return .incomplete("\(step.title) had no response")
            }
            return turn.status == status
                ? .passed
                : .failed(expected: "status \(status)", actual: turn.summary, message: turn.excerpt)
        }
    }
}
