import JSON

extension ClientRecord {
    /// A broken rule, with the scene that shows it.
    func failed(_ expected: String, _ actual: String, _ turn: ClientTurn? = nil) -> Verdict {
        .failed(
            expected: expected,
            actual: "in \(scene.title): \(actual)",
            message: turn.flatMap { $0.body.isEmpty || $0.party != .server ? nil : Excerpt($0.body) }
        )
    }

    /// What could not be tried, with the scene and how the client ended.
    func untried(_ missing: String) -> Verdict {
        .incomplete("in \(scene.title): \(missing); \(ending.summary)")
    }

    /// Passed when a complaint is found about none of the turns; untried without any.
    func each(
        _ turns: [ClientTurn],
        nothing: String,
        expected: String,
        _ complaint: (ClientTurn) -> String?
    ) -> Verdict {
        guard !turns.isEmpty else { return untried(nothing) }
        for turn in turns {
            if let words = complaint(turn) { return failed(expected, "\(turn.summary): \(words)", turn) }
        }
        return .passed
    }

    /// Passed when the condition holds.
    func holds(_ condition: Bool, expected: String, actual: @autoclosure () -> String) -> Verdict {
        condition ? .passed : failed(expected, actual())
    }

    /// Whether the client got through to the tools, as it should.
    func letIn(_ verdict: Verdict = .passed) -> Verdict {
        guard verdict == .passed, !isLetIn else { return verdict }
        return failed("a request that the server answers", "the client never got in; \(ending.summary)")
    }
}
