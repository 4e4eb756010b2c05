package import Health
import MCP
import MCPConnection
package import Probing

/// How long a contact may take under a fault: the daemon's own bounds where time costs nothing, small ones elsewhere.
package struct FaultBounds: Sendable, Hashable {
    /// Given to whatever the fault never lets come; nil for the daemon's own bounds, on a virtual clock.
    package let silence: Duration?
    /// What everything that is not waited for in vain may take together, from start to verdict.
    package let slack: Duration

    /// The daemon's own bounds: in memory nobody really waits.
    package static let virtual = FaultBounds(silence: nil, slack: .seconds(2))

    /// Small ones, for real processes and sockets; the slack is for machines that have other things to do.
    package static func real(silence: Duration, slack: Duration = .seconds(10)) -> FaultBounds {
        FaultBounds(silence: silence, slack: slack)
    }

    /// The longest line that is taken where a list is too long: little enough to be tried often.
    private static let messageBytes = 32 << 10

    /// Pages of a list: as many as show that it never ends.
    static let pageLimit = 5

    /// What the prober is told for a row.
    package func probeBounds(for row: FaultExpectation, policy: HealthPolicy) -> ProbeBounds {
        var bounds = ProbeBounds(policy)
        if row.name == "huge-line" { bounds.channel.messageBytes = Self.messageBytes }
        bounds.pageLimit = Self.pageLimit
        guard let silence else { return bounds }
        let patience = Duration.seconds(30)
        (bounds.session.start, bounds.session.handshake, bounds.session.probe) = (patience, patience, patience)
        (bounds.list, bounds.probe, bounds.contact) = (patience, patience, patience * 3)
        // An answer that is spoiled has to arrive before it is given up; one that never comes need not be waited for.
        let wait = row.code == .timeout || row.code == .ok ? silence : silence * 5
        switch row.bound {
        case .atOnce: break
        case .era: bounds.session.probe = wait
        case .start: bounds.session.start = wait
        case .list: bounds.list = wait
        case .probe: bounds.probe = wait
        }
        bounds.teardown.afterInputClosed = silence
        bounds.teardown.afterTerminate = silence
        return bounds
    }

    /// By when the verdict must be there, counted from the start of the contact.
    package func limit(for row: FaultExpectation, _ bounds: ProbeBounds) -> Duration {
        switch row.bound {
        case .atOnce: slack
        case .era: bounds.session.probe + slack
        case .start: bounds.session.start + slack
        case .list: bounds.list + slack
        case .probe: bounds.probe + slack
        }
    }
}
