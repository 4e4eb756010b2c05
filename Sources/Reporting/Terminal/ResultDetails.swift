import Conformance

/// What is printed below a row that did not pass: everything needed to understand it and to repeat it.
struct ResultDetails {
    /// Names and texts in the order of printing.
    let lines: [(name: String, text: String)]

    init(_ result: CheckResult, check: Check?, seed: UInt64) {
        var lines: [(String, String)] = []
        if let check {
            lines.append(("rule", check.requirement))
        }
        if let finding = result.verdict.finding {
            lines.append(("expected", finding.expected))
            lines.append(("actual", finding.actual))
            if let message = finding.message {
                lines.append(("message", message.description))
            }
        }
        if let note = result.verdict.note {
            lines.append(("missing", note))
        }
        if let excuse = result.excuse {
            lines.append(("accepted", "\(excuse.reason) (until \(excuse.expires))"))
        }
        for (number, attempt) in result.attempts.enumerated() {
            let said = attempt.verdict.finding?.actual ?? attempt.verdict.note
            lines.append(("try \(number + 1)", attempt.verdict.name.rawValue + (said.map { ": \($0)" } ?? "")))
        }
        if let address = check?.rule(in: result.revision)?.source.address(in: result.revision) {
            lines.append(("link", address))
        }
        if let place = result.place { lines.append(("place", "\(place.file):\(place.line)")) }
        lines.append(("seed", "\(seed)"))
        lines.append(("repeat", result.command))
        self.lines = lines
    }
}
