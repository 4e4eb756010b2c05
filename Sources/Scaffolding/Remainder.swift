package import Fixtures
package import Registry

/// What a person still has to do before an entry can be merged.
package enum Remainder {
    /// Sentences, the most important first; empty for an entry that says everything.
    package static func tasks(_ entry: Integration, recorded: Set<FixtureKind>) -> [String] {
        let needsCredential = !entry.configSchema.filter(\.isSecret).isEmpty
        let names = entry.configSchema.filter(\.isSecret).map(\.name).joined(separator: " and ")
        var tasks: [String] = []
        func add(_ task: String, if holds: Bool) { if holds { tasks.append(task) } }
        add("description: say in a sentence of your own what agents do with it", if: entry.summary == nil)
        add("roles and tier: who uses it, and how much depends on it", if: entry.roles.isEmpty || entry.tier == nil)
        add("probe: name the cheapest tool that only reads, with --probe NAME", if: entry.probe == nil)
        add(
            "probe.expect: ask for what only a good answer holds",
            if: entry.probe.map { $0.expect.isEmpty && needsCredential } ?? false
        )
        let places = entry.servers.flatMap(\.arguments).filter { $0.hasPrefix("/") || $0.hasPrefix("~") }
        add(
            "servers.arguments: \(places.joined(separator: ", ")) lies on your machine: give it as --env NAME=VALUE, too, "
                + "and the entry says ${NAME}",
            if: !places.isEmpty
        )
        let undescribed = entry.configSchema.filter { $0.summary == nil }.map(\.name)
        add(
            "configSchema: say what \(undescribed.joined(separator: ", ")) is and where a user finds it",
            if: !undescribed.isEmpty
        )
        add(
            "fixture probe-ok: repeat this with a working \(names)",
            if: needsCredential && !recorded.contains(.probeOK)
        )
        add(
            "fixture credential-missing: what the server does without \(names)",
            if: needsCredential && !recorded.contains(.credentialMissing)
        )
        add(
            "fixture credential-wrong: repeat this with --try-wrong where the vendor can be reached",
            if: needsCredential && !recorded.contains(.credentialWrong)
        )
        let undecided = entry.tools.filter { $0.isReadOnly == nil }.map(\.name)
        add(
            "tools: say readOnly for \(undecided.prefix(4).joined(separator: ", "))"
                + (undecided.count > 4 ? " and \(undecided.count - 4) more" : ""),
            if: !undecided.isEmpty
        )
        return tasks
    }
}
