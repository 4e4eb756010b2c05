import DaemonAPI
import Health

/// A verdict for people.
enum VerdictText {
    static func text(_ verdict: Verdict) -> String {
        let health = verdict.status.health
        let head = "\(health.state.icon) \(verdict.status.id) \(verdict.done.rawValue.replacing("_", with: " ")): "
        var lines = verdict.steps.map { "  \($0)" }
        lines.append(head + "\(health.state.rawValue), \(health.reason.message) (\(health.reason.code))")
        if let evidence = health.reason.evidence, health.state != .connected { lines.append("  seen: \(evidence)") }
        if health.reason.action != "nothing to do" { lines.append("  next: \(health.reason.action)") }
        return lines.joined(separator: "\n")
    }

    /// Whether it is as it should be after what was done.
    static func isFine(_ verdict: Verdict) -> Bool {
        verdict.done == .disabled || verdict.status.health.state == .connected
            || verdict.status.health.state == .unknown
    }
}
