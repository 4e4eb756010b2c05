import ArgumentParser
import Conformance
import Registry
import Wording

/// Which integrations of the registry are checked.
struct EntryOptions: ParsableArguments {
    @Flag(help: "Check every integration of the registry.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "How the mocks are reached: stdio, a process each; http, the remote servers on loopback ports; memory.",
            valueName: "transport"
        )
    )
    var transport = "stdio"

    @Option(help: ArgumentHelp("Only integrations of this tier: P0, P1 or P2.", valueName: "tier"))
    var tier: Tier?

    @Option(help: ArgumentHelp("Only integrations of this role.", valueName: "role"))
    var role: String?

    @Flag(help: "Only the server of each integration that is taken unless somebody chooses another.")
    var best = false

    @Option(help: ArgumentHelp("A file with entries of your own, laid over those that are shipped.", valueName: "file"))
    var overlay: String?

    @Option(
        help: ArgumentHelp("A file like --overlay, or a folder of Catalogue and Roles of its own.", valueName: "path")
    )
    var registry: String?

    @Option(help: ArgumentHelp("A folder of suites, which say what is to be tried.", valueName: "folder"))
    var suites: String?

    @Flag(help: "Play every fault of the matrix over real processes and over HTTP as well, and print the matrix.")
    var faults = false
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
        let shipped = try ShippedFiles.chosen(folder)
        return [shipped.catalogue, shipped.roles, suites ?? "conformance", "Fixtures"]
            + [userFile, baseline].compactMap(\.self)
    }

    /// Whether integrations are to be checked at all.
    func isWanted(_ ids: [String]) -> Bool { all || !ids.isEmpty || tier != nil || role != nil || changedSince != nil }

    /// Everything wrong with these options, in a line each.
    func problems(_ ids: [String]) -> [String] {
        var problems: [String] = []
        if faults, !isWanted(ids) {
            problems.append("--faults is for integrations: name some, or give --all")
        }
        if overlay != nil, registry.map({ !LocalFile.isFolder($0) }) ?? false {
            problems.append("--overlay and --registry both name a file of entries: put them into one")
        }
        if changedSince == "" { problems.append("--changed-since is empty: name a revision, such as origin/main") }
        if Subject.Transport(rawValue: transport) == nil {
            problems.append("--transport \(transport) is none: use stdio, http or memory")
        }
        if all, !ids.isEmpty { problems.append("--all and \(ids[0]): give either") }
        return problems
    }

    /// The file with the user's own entries; nil when there is none.
    var userFile: String? { overlay ?? registry.flatMap { LocalFile.isFolder($0) ? nil : $0 } }

    /// The folder that takes the place of the shipped one; nil for that.
    private var folder: String? { registry.flatMap { LocalFile.isFolder($0) ? $0 : nil } }

    /// What a mock has to be told, so that it knows the same entries.
    var registryPaths: [String] { [folder, userFile].compactMap(\.self) }

    /// The words with which the same registry is found again.
    var repeatWords: [String] {
        (transport == "stdio" ? [] : ["--transport", transport]) + (overlay.map { ["--overlay", $0] } ?? [])
            + (registry.map { ["--registry", $0] } ?? [])
            + (suites.map { ["--suites", $0] } ?? [])
    }

    /// The registry, and the servers that were asked for in its order.
    func choose(_ ids: [String], seed: UInt64) throws -> (snapshot: RegistrySnapshot, subjects: [EntrySubject]) {
        var loader = RegistryLoader(shipped: try ShippedFiles.chosen(folder), userFile: userFile)
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
            let named = entry.servers.filter { server in
                (chosen[entry.id]?.contains(server.id) ?? true) && (!best || server.id == entry.preferredServer?.id)
            }
            // Over HTTP an entry stands for the servers that are really there, where it has any.
            let remote = named.filter { $0.kind == .remote }
            let isNarrowed = ids.contains { $0.hasPrefix(entry.id + "/") }
            let servers = transport == "http" && !isNarrowed && !remote.isEmpty ? remote : named
            return servers.map { EntrySubject(entry, $0, seed: seed) }
        }
        guard !subjects.isEmpty else { throw ValidationError("no integration is left: ask for fewer things at once") }
        return (snapshot, subjects)
    }
}
