import HTTPTypes
import Logging
package import MCP
package import MCPConnection
package import MCPHTTP
package import Probing
import Registry
import Skills
import Synchronization

/// Makes connections to the world: processes, servers elsewhere, and skills in memory.
package final class LiveConnector<C: Clock<Duration>>: ServerConnector {
    private let prober: Prober<C>
    private let exchanger: any HTTPExchanger
    private let settings: FleetSettings
    private let wallSeconds: @Sendable () -> Double
    private let guardian = Mutex<ServerGuard?>(nil)
    private let keeping: Containment

    /// A connector that makes requests over HTTP by this exchanger, usually an `HTTPPool`.
    package init(
        _ settings: FleetSettings,
        prober: Prober<C>,
        exchanger: any HTTPExchanger,
        wallSeconds: @escaping @Sendable () -> Double
    ) {
        self.settings = settings
        self.prober = prober
        self.exchanger = exchanger
        self.wallSeconds = wallSeconds
        keeping = Containment(runFolder: settings.runFolder)
    }

    /// How processes are held in bounds here, in a sentence: what the machine allows.
    package var containment: String { keeping.summary }

    /// Ends what an earlier run left, and guards the processes that are started inside.
    package func whileServing(_ body: @Sendable () async -> Void) async {
        _ = await keeping.endLeftovers(clock: prober.clock)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.reapOrphans() }
            await self.serve(body)
            group.cancelAll()
        }
        keeping.close()
    }

    /// A server that forks and forks costs no more than its processes that live.
    private func reapOrphans() async {
        let time = Timekeeper(prober.clock)
        while await time.wait(settings.heartbeat) { Orphans.reap() }
    }

    private func serve(_ body: @Sendable () async -> Void) async {
        do throws(LaunchError) {
            _ = try await withServerGuard(clock: prober.clock) { guardian in
                self.guardian.withLock { $0 = guardian }
                await body()
                self.guardian.withLock { $0 = nil }
            }
        } catch {
            // Without a shell there is no guard: children see the end of their input all the same when we die.
            await body()
        }
    }

    /// Starts or connects to what the plan says.
    package func hold(
        _ assignment: Assignment,
        party: HeldParty,
        tap: WireTap,
        _ body: @escaping @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        let bounds = ProbeBounds(assignment.health)
        switch assignment.plan?.target {
        case .program(let server):
            let cell = keeping.cell(for: assignment.id, limits: assignment.limits)
            let end = await prober.hold(
                starting: server,
                assignment.subject,
                bounds: bounds,
                offer: assignment.offer,
                party: party,
                tap: WireTap { record in
                    if case .opened(let pid?) = record.event { cell.take(pid) }
                    tap.observe(record)
                },
                guardedBy: guardian.withLock { $0 },
                body
            )
            cell.end()
            return end
        case .address(let url, let fields):
            return await connect(assignment, url, fields, bounds, party, tap, body)
        case .skill(let name):
            return await serve(assignment, skill: name, bounds, party, tap, body)
        case nil:
            return HeldEnd(prober.unable(assignment.subject, because: "there is no plan to run it by"), wasOpen: false)
        }
    }

    /// The skill that the entry names; none where it cannot be read.
    package func standIn(for assignment: Assignment) -> StandInSkill? {
        guard let facts = assignment.integration.standIn else { return nil }
        let skill: Skill
        do throws(SkillFaults) {
            skill = try SkillFile.skill(named: facts.skill, in: settings.skillFolder, id: assignment.id)
        } catch {
            return nil
        }
        return StandInSkill(facts, server: server(skill, assignment))
    }

    private func server(_ skill: Skill, _ assignment: Assignment) -> SkillServer {
        SkillServer(
            skill,
            values: SkillValues(assignment.configuration),
            exchanger: exchanger,
            clock: prober.clock,
            now: wallSeconds,
            inbox: assignment.inbox
        )
    }

    private func connect(
        _ assignment: Assignment,
        _ url: String,
        _ fields: [String: String],
        _ bounds: ProbeBounds,
        _ party: HeldParty,
        _ tap: WireTap,
        _ body: @escaping @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        var settings: HTTPClientSettings
        do throws(HTTPAddressError) {
            settings = HTTPClientSettings(address: try HTTPAddress(url), authorizer: assignment.authorizer)
        } catch {
            let reason = "its address is none: \(error)"
            return HeldEnd(prober.unable(assignment.subject, because: reason), wasOpen: false)
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard let name = HTTPField.Name(name) else { continue }
            settings.fields.append(HTTPField(name: name, value: value))
        }
        return await prober.hold(
            settings,
            exchanger: exchanger,
            assignment.subject,
            bounds: bounds,
            offer: assignment.offer,
            party: party,
            tap: tap,
            body
        )
    }

    private func serve(
        _ assignment: Assignment,
        skill name: String,
        _ bounds: ProbeBounds,
        _ party: HeldParty,
        _ tap: WireTap,
        _ body: @escaping @Sendable (HeldConnection) async -> ConnectionEnd?
    ) async -> HeldEnd {
        let skill: Skill
        do throws(SkillFaults) {
            skill = try SkillFile.skill(named: name, in: settings.skillFolder, id: assignment.id)
        } catch {
            return HeldEnd(prober.unable(assignment.subject, because: error.description), wasOpen: false)
        }
        let server = server(skill, assignment)
        let (ours, theirs) = MemoryChannel.pair()
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                _ = await MCPConnection.serve(server.configuration(), over: theirs, handlers: server.handlers)
            }
            let end = await prober.hold(
                over: ours,
                assignment.subject,
                bounds: bounds,
                offer: assignment.offer,
                party: party,
                tap: tap,
                body
            )
            group.cancelAll()
            return end
        }
    }
}
