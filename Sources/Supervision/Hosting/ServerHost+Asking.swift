import Probing
import Health
import Synchronization
import MCP
import MCPConnection

extension ServerHost {
    /// Where it is at.
    var status: ServerStatus { state.withLock { $0.machine.status(at: tools.prober.now) } }

    /// Its tools as it listed them last.
    var listedTools: [Tool]? { state.withLock(\.machine.tools) }

    /// Looks at it now, and waits for the verdict.
    func check() async -> ServerStatus {
        let (verdict, hasBegun) = state.withLock { state in
            state.wasAsked = true
            return (state.verdict, state.hasBegun)
        }
        if hasBegun { tell { machine, now, _ in machine.asked(at: now) } }
        let health = assignment.health
        // Every step of it has a bound of its own; this one is for what nobody thought of.
        let bound = (health.startTimeLimit + health.probeTimeLimit) * 2 + .seconds(60)
        _ = await Timekeeper(tools.prober.clock).limit(to: bound) { await verdict.wait() }
        return status
    }

    /// Stops and starts it.
    func restart() {
        tell { machine, now, _ in machine.restarted(at: now) }
    }

    /// The gateway's word about its tools.
    func offered(_ holds: Bool?, _ detail: String) {
        tell { machine, now, _ in machine.told(machine.health.offered(holds, detail: detail, at: now), at: now) }
    }
}
