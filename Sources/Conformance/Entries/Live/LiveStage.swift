import Glibc
import Health
package import Install
package import MCP
import MCPConnection
package import MCPHTTP
package import Probing
import Registry
import Synchronization

/// Performs the servers of entries by themselves: installed, configured and started as the daemon does it.
package final class LiveStage<C: Clock<Duration>>: EntryStage {
    let settings: LiveSettings
    let installer: Installer
    let runner: any CommandRunner
    let exchanger: any HTTPExchanger
    let clock: C
    let onInstall: @Sendable (String, InstallEvent) -> Void
    let ready = Mutex<[String: Capabilities]>([:])
    private let prober: Prober<C>
    private let starts = Mutex(0)
    private let peak = Mutex(0)

    /// - Parameters:
    ///   - settings: what the user gives.
    ///   - installer: installs packages.
    ///   - runner: asks programs for their versions.
    ///   - exchanger: makes requests to servers elsewhere.
    ///   - clock: counts bounds and latencies.
    ///   - info: who we say we are.
    ///   - onInstall: called for each event of an installation; must not block.
    package init(
        settings: LiveSettings,
        installer: Installer,
        runner: any CommandRunner,
        exchanger: any HTTPExchanger,
        clock: C,
        info: Implementation,
        onInstall: @escaping @Sendable (String, InstallEvent) -> Void = { _, _ in }
    ) {
        self.settings = settings
        self.installer = installer
        self.runner = runner
        self.exchanger = exchanger
        self.clock = clock
        self.onInstall = onInstall
        prober = Prober(clock: clock, origin: clock.now, wallSeconds: { Int64(time(nil)) }, info: info)
    }

    /// The server itself, and maybe not its vendor.
    package var kind: Subject.Kind { settings.hasStandIn ? .standIn : .live }

    /// Over pipes, where the entry does not say HTTP.
    package var transport: Subject.Transport { .stdio }

    /// All of them, ended ones included.
    package var startedProcesses: Int { starts.withLock { $0 } }

    /// What each process held when it first answered.
    package var peakMemoryInKiB: Int? { peak.withLock { $0 > 0 ? $0 : nil } }

    /// A fresh process or connection for each conversation.
    package func host(_ play: EntryPlay) -> any ServerHost {
        let make: @Sendable (EntryPlay) -> any ServerHost = { [self] moved in
            do {
                switch try target(moved) {
                case .program(let server):
                    let inner = ProcessHost(server: server, stopBound: settings.stopBound, clock: clock)
                    return CountingHost(inner) { [self] in starts.withLock { $0 += 1 } }
                case .address(let http): return HTTPHost(http, exchanger: exchanger, clock: clock)
                }
            } catch {
                return AbsentHost(why: "\(error)")
            }
        }
        guard settings.hasStandIn, let standIn = StandIn(play.integration, play.server) else { return make(play) }
        return StandInHost(standIn: standIn, play: play, make: make)
    }

    /// A process or connection for this one contact.
    package func contact(
        _ play: EntryPlay,
        _ subject: ProbeSubject,
        _ bounds: ProbeBounds
    ) async -> EntryContact? {
        guard settings.hasStandIn, let standIn = StandIn(play.integration, play.server) else {
            return await contacted(play, subject, bounds)
        }
        return await standIn.with(play) { moved in await contacted(moved, subject, bounds) } ?? nil
    }

    private func contacted(_ play: EntryPlay, _ subject: ProbeSubject, _ bounds: ProbeBounds) async -> EntryContact? {
        let sight = ContactSight()
        let report: ContactReport?
        do {
            switch try target(play) {
            case .program(let server):
                report = await prober.contact(starting: server, subject, bounds: bounds, tap: sight.tap)
            case .address(let http): report = await prober.contact(http, exchanger: exchanger, subject, bounds: bounds)
            }
        } catch {
            report = prober.unconfigured(subject, missing: error.variables)
        }
        starts.withLock { $0 += sight.starts }
        peak.withLock { $0 = max($0, sight.peakMemoryInKiB) }
        return report.map { sight.contact($0) }
    }
}
