import Gateway
import Logging
import MCPConnection
import Probing
import Store

/// What all hosts of a fleet share.
struct HostTools<C: Clock<Duration>>: Sendable {
    let settings: FleetSettings
    let prober: Prober<C>
    let connector: any ServerConnector
    let monitor: Monitor<C>
    let chronicle: Chronicle
    let duties: Duties
    let starts: Gate
    let probes: Gate
    let announcements: Broadcast<FleetEvent>
    /// What happens to integrations, as far as agents see it.
    let offers: MergingFeed<UpstreamChange>
    let wall: @Sendable () -> WallTime
    /// 0 to 1, evenly spread.
    let chance: @Sendable () -> Double
    let logger: Logger
}
