package import DaemonAPI
import Gateway
import Health
import MCPConnection
import Registry
import Store
import Supervision
import Synchronization

extension Desk {
    /// What each role finds of each integration at its endpoint now.
    func standings() -> [String: [String: RoleCatalogue.Standing]] {
        Dictionary(served.all.map { ($0.id, $0.gateway.catalogue.standings) }) { first, _ in first }
    }

    /// What each role finds, and which roles have each integration: made once for many questions.
    func offers() -> OfferBook {
        var roles: [String: [String]] = [:]
        for role in registry.roles {
            for id in Set(members(of: role).map(\.integration)) { roles[id, default: []].append(role.id) }
        }
        return OfferBook(standings: standings(), roles: roles)
    }

    /// Tells the fleet whenever something changes about where the tools of an integration are.
    func tellStandings(of role: ServedRole) async {
        let catalogues = role.gateway.catalogues()
        var former = role.gateway.catalogue.standings
        for id in former.keys { tellStanding(of: id) }
        for await catalogue in catalogues {
            let ids = Set(former.keys).union(catalogue.standings.keys)
            for id in ids where former[id] != catalogue.standings[id] { tellStanding(of: id) }
            if former != catalogue.standings { announceReadiness() }
            former = catalogue.standings
        }
    }

    func tellStanding(of id: String) {
        let (holds, detail) = offers().effective(id)
        fleet.offered(id, holds, detail: detail)
    }

    /// Waits for a moment until roles have taken up what an integration lists, so that a verdict tells of it.
    func awaitOffer(of id: String) async {
        let roles = served.all.filter { $0.upstreams.members.contains(id) }
        guard memory.withLock(\.isRunning) else { return }
        _ = await Timekeeper(clock).limit(to: .seconds(2)) {
            for role in roles {
                let catalogues = role.gateway.catalogues()
                if role.gateway.catalogue.standings[id]?.cause == nil { continue }
                for await catalogue in catalogues where catalogue.standings[id]?.cause == nil { break }
            }
        }
    }

    // MARK: One role

    /// From the endpoint itself: what is listed there now, and can be called.
    package func readiness(of role: String) async throws -> EndpointReport {
        let found = try self.role(role)
        let (states, standings) = (states(), standings()[role] ?? [:])
        let members = members(of: found).map { member in
            let standing = standings[member.integration]
            return EndpointReport.Member(
                member.integration,
                isRequired: member.isRequired,
                state: states[member.integration]?.health.state.rawValue,
                isCallable: standing?.isCallable ?? false,
                tools: standing?.tools ?? 0,
                held: standing?.held ?? 0,
                detail: OfferBook.words(standing)
            )
        }
        return EndpointReport(
            RoleReadiness(id: role, missing: missing(of: found, states)),
            tools: standings.values.reduce(0) { $0 + $1.tools },
            members: members
        )
    }
}
