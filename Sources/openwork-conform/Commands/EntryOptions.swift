import ArgumentParser
import Conformance
import Registry
import Wording

/// Which integrations of the registry are checked.
struct EntryOptions: ParsableArguments {
    @Flag(help: "Check every integration of the registry.")
    var all = false

    @Option(help: ArgumentHelp("offline: against the mock of each server, over real pipes.", valueName: "mode"))
    var mode = "offline"

    @Option(help: ArgumentHelp("Only integrations of this tier: P0, P1 or P2.", valueName: "tier"))
    var tier: Tier?

    @Option(help: ArgumentHelp("Only integrations of this role.", valueName: "role"))
    var role: String?

    @Option(help: ArgumentHelp("A file with entries of your own, laid over those that are shipped.", valueName: "file"))
    var overlay: String?

    @Option(help: ArgumentHelp("The folder of Catalogue and Roles instead of the shipped one.", valueName: "folder"))
    var registry: String?

    @Option(help: ArgumentHelp("A folder of suites, which say what is to be tried.", valueName: "folder"))
    var suites: String?

    @Option(
        help: ArgumentHelp(
            "Only integrations that a change since this revision of git touches; all, when it touches what they share.",
            valueName: "revision"
        )
    )
    var changedSince: String?

    @Flag(help: "Run again after every change of the registry, the suites, the fixtures or the baseline, until Ctrl-C.")
    var watch = false

    /// What --watch looks at.
    func watched(baseline: String?) throws -> [String] {
        let shipped = try ShippedFiles.chosen(registry)
        return [shipped.catalogue, shipped.roles, suites ?? "conformance", "Fixtures"]
            + [overlay, baseline].compactMap(\.self)
    }

    /// Whether integrations are to be checked at all.
    func isWanted(_ ids: [String]) -> Bool { all || !ids.isEmpty || tier != nil || role != nil || changedSince != nil }

    /// Everything wrong with these options, in a line each.
    func problems(_ ids: [String]) -> [String] {
        var problems: [String] = []
        if mode != "offline" {
            problems.append("--mode \(mode) is not there: use offline, or --server -- COMMAND for a real server")
        }
        if changedSince == "" { problems.append("--changed-since is empty: name a revision, such as origin/main") }
        if all, !ids.isEmpty { problems.append("--all and \(ids[0]): give either") }
        return problems
    }

    /// The words with which the same registry is found again.
    var repeatWords: [String] {
        (overlay.map { ["--overlay", $0] } ?? []) + (registry.map { ["--registry", $0] } ?? [])
            + (suites.map { ["--suites", $0] } ?? [])
    }

    /// The registry, and the servers that were asked for in its order.
    func choose(_ ids: [String], seed: UInt64) throws -> (snapshot: RegistrySnapshot, subjects: [EntrySubject]) {
        var loader = RegistryLoader(shipped: try ShippedFiles.chosen(registry), userFile: overlay)
        let snapshot = loader.load()
        var problems: [String] = []
        if let role, snapshot.role(role) == nil {
            let nearest = NearestName.of(role, among: snapshot.roles.map(\.id)).map { ": did you mean \($0)?" } ?? ""
            problems.append("--role \(role) is no role\(nearest)")
        }
        var chosen: [String: Set<String>] = [:]
        for id in ids {
            let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
            guard let name = parts.first, let entry = snapshot[name] else {
                let nearest = snapshot.nearest(to: parts.first ?? id).map { ": did you mean \($0)?" } ?? ""
                problems.append("there is no integration \(id)\(nearest)")
                continue
            }
            if parts.count > 1, entry.server(parts[1]) == nil {
                let known = entry.servers.map(\.id).joined(separator: ", ")
                problems.append("\(name) has no server \(parts[1]): use \(known)")
            }
            chosen[name, default: []].formUnion(parts.count > 1 ? [parts[1]] : entry.servers.map(\.id))
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
        let ofRole = role.flatMap { snapshot.integrations(ofRole: $0) }.map { Set($0.map(\.id)) }
        let subjects = snapshot.integrations.flatMap { entry -> [EntrySubject] in
            guard ids.isEmpty || chosen[entry.id] != nil, tier == nil || entry.tier == tier else { return [] }
            guard ofRole?.contains(entry.id) ?? true else { return [] }
            let servers = entry.servers.filter { chosen[entry.id]?.contains($0.id) ?? true }
            return servers.map { EntrySubject(entry, $0, seed: seed) }
        }
        guard !subjects.isEmpty else { throw ValidationError("no integration is left: ask for fewer things at once") }
        return (snapshot, subjects)
    }
}
